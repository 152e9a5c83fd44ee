"""Internal reviews of a plan: the history beside, the chosen one with its questions, answers and what follows."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QPushButton, QWidget

from workbench.kam.model import Review, ReviewQuestion, ReviewStatus
from workbench.kam.review import commands, fields
from workbench.kam.review.queries import card, newest_of
from workbench.kam.review.ui.lists import QUESTIONS, REVIEWS
from workbench.kam.review.views import ReviewCard
from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.plans.model import Plan
from workbench.plans.queries import current_plan
from workbench.ui.desk import Desk
from workbench.ui.details import read_values
from workbench.ui.form import Form
from workbench.ui.layout import column, holding, row, scrolling
from workbench.ui.menu import Entry
from workbench.ui.sublist import SubList
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.chips import LOOKS, Chip, ChipRow
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.flow import Flow
from workbench.ui.widgets.panel import Card, Panel
from workbench.ui.widgets.said import Said, Shortened

HISTORY = 290
MENU = N_("Plan")
CHOOSE = N_("Choose a review first.")


class ReviewView(QWidget):
    """The reviews of the account's current plan."""

    def __init__(self, desk: Desk, wanted: SignalInstance) -> None:
        super().__init__()
        self.setObjectName("review")
        self._desk, self._wanted = desk, wanted
        self._account_id: int | None = None
        self._plan_id: int | None = None
        self._card: ReviewCard | None = None
        theme, words = desk.theme, desk.words
        self.history = SubList(desk, REVIEWS)
        self.history.wanted.connect(self._chosen)
        self.history.made.connect(self._made)
        self.questions = SubList(desk, QUESTIONS)
        self.form = Form(desk, fields.FIELDS, self._save, Review.__tablename__)
        self._title = Shortened(theme, "", "subtitle", hugs=True)
        self._chips = ChipRow(theme)
        self._remark = Said(theme, "", "caption", "warn", wraps=True)
        self.buttons: dict[str, QPushButton] = {}
        body = self._lay_out()
        start = button(theme, words("Review this plan…"), "plus", "primary")
        start.setObjectName("review.start")
        start.clicked.connect(self.begin)
        plan = button(theme, words("To the plan"), "arrow-right", "primary")
        plan.setObjectName("review.plan")
        plan.clicked.connect(self._to_plan)
        self._empty = Empty(theme, "presentation", "", holding(row(start, plan)))
        self._plan = plan
        self._start = start
        self._whole = body
        self.setLayout(column(self._whole, self._empty, gap=0))
        desk.workspace.changed.connect(self._on_change)

    @property
    def widget(self) -> QWidget:
        return self

    def show_account(self, account_id: int) -> None:
        if account_id != self._account_id:
            self._card = None
        self._account_id = account_id
        self._refresh()

    def entries(self) -> list[Entry]:
        has = self._has_review
        return [
            Entry(N_("Hold the review today"), "", self._hold, "play", MENU, self._is_planned, why=CHOOSE),
            Entry(N_("Close the review"), "", self._close, "circle-check", MENU, has, why=CHOOSE),
            Entry(N_("Add a question"), "", self.questions.begin_new, "plus", MENU, has, why=CHOOSE),
            Entry(N_("Print the review sheet"), "", self._print, "printer", N_("File"), has, why=CHOOSE),
        ]

    def home(self) -> QWidget:
        lines = self.history.lines()
        return lines[0] if lines else self._start if self._plan_id is not None else self._plan

    def show_part(self, table: str, key: int) -> None:
        if table == Plan.__tablename__:
            self.begin()
            return
        review = key
        if table == ReviewQuestion.__tablename__:
            with self._desk.workspace.read() as session:
                question = session.get(ReviewQuestion, key)
                review = question.review_id if question else 0
        self._show(review)
        made = self.questions if table == ReviewQuestion.__tablename__ else self.history
        if any(line.key == key for line in made.lines()):
            made.show_child(key)

    def begin(self) -> None:
        """Ask on which day the plan is reviewed."""
        if self._plan_id is not None:
            self._whole.show()
            self._empty.hide()
            self.history.begin_new()

    def _lay_out(self) -> QWidget:
        theme, words = self._desk.theme, self._desk.words
        verbs = Flow(gap=6)
        for key, label, icon, run in (
            ("hold", N_("Hold today"), "play", self._hold),
            ("close", N_("Close the review"), "circle-check", self._close),
            ("print", N_("Print the sheet"), "printer", self._print),
        ):
            made = button(theme, words(label), icon)
            made.setObjectName(f"review.head.{key}")
            made.clicked.connect(run)
            self.buttons[key] = made
            verbs.addWidget(made)
        left = Panel(theme, "surface", "r")
        left.setLayout(column(scrolling(holding(column(self.history, None, margins=(16, 10, 12, 12)))), gap=0))
        left.setFixedWidth(theme.px(HISTORY))
        own, asked = Card(theme), Card(theme)
        head = column(row(self._title, self._chips, None, gap=8), holding(verbs), self._remark, gap=6)
        own.setLayout(column(head, self.form, margins=(14, 12, 12, 12)))
        hint = Said(theme, words("A makes an action of a question; Enter opens it to write the answer."), "caption",
                    "muted", wraps=True)  # fmt: skip
        asked.setLayout(column(self.questions, hint, margins=(14, 10, 12, 10), gap=6))
        self._right = scrolling(holding(column(own, asked, None, gap=12, margins=(12, 10, 16, 16))))
        return holding(row(left, self._right, gap=0, stretch=(0, 1)))

    def _refresh(self) -> None:
        if self._account_id is None:
            return
        with self._desk.workspace.read() as session:
            self._plan_id = current_plan(session, self._account_id, self._desk.clock.today())
            newest = newest_of(session, self._plan_id) if self._plan_id else None
            known = card(session, self._card.id) if self._card else None
        self.history.show_parent(self._plan_id)
        self._show(known.id if known and known.plan_id == self._plan_id else newest)
        words = self._desk.words
        self._whole.setVisible(newest is not None)
        self._empty.setVisible(newest is None)
        no_plan = words("There is no plan to review yet. Start one under Plan.")
        self._empty.say(words("Nobody has reviewed this plan yet.") if self._plan_id else no_plan)
        self._start.setVisible(self._plan_id is not None)
        self._plan.setVisible(self._plan_id is None)

    def _chosen(self, _page: str, key: object) -> None:
        self._show(key if isinstance(key, int) else None)
        self.form.focus_field("summary" if self._card and self._card.status is ReviewStatus.HELD else "on")

    def _made(self, key: int) -> None:
        """The review that was just planned is the one to be looked at."""
        self.history.leave_new()
        self._refresh()
        self._show(key)
        self.history.show_child(key)

    def _show(self, key: int | None) -> None:
        with self._desk.workspace.read() as session:
            self._card = card(session, key) if key is not None else None
        shown, words = self._card, self._desk.words
        values = read_values(self._desk, Review, fields.FIELDS, shown.id if shown else None)
        self.form.show_record(shown.id if shown and values else None, values or {})
        self.questions.show_parent(shown.id if shown else None)
        self._right.setVisible(shown is not None)
        self.history.mark(shown.id if shown else None)
        if shown is None:
            return
        self._title.setText(words("Review of {plan}", plan=shown.plan))
        status = Chip(words(shown.status.label), *LOOKS[shown.status])
        answered = words("{n} of {total} answered", n=shown.answered, total=len(shown.questions))
        self._chips.show_chips(status, Chip(answered))
        self._remark.setText(self._remarks(shown))
        self._remark.setVisible(bool(self._remark.text()))
        self.buttons["hold"].setVisible(shown.status is ReviewStatus.PLANNED)
        self.buttons["close"].setVisible(shown.status is ReviewStatus.HELD)

    def _remarks(self, shown: ReviewCard) -> str:
        """What is allowed, and still worth a word."""
        words = self._desk.words
        remarks = []
        if shown.is_alone and shown.presenter:
            remarks.append(words("{name} presents and coaches: somebody else sees more.", name=shown.presenter.name))
        gone = {role.name for role in (shown.presenter, shown.coach) if role and role.left_on}
        remarks += [words("{name} has left.", name=name) for name in sorted(gone)]
        return " ".join(remarks)

    def _hold(self) -> None:
        shown, desk = self._card, self._desk
        if shown and desk.attempt(lambda: desk.workspace.do(commands.hold_review, shown.id, desk.clock.today())):
            desk.done(desk.words("The review is held. Write down what came of it."))
            self.form.focus_field("summary")

    def _close(self) -> None:
        shown, desk = self._card, self._desk
        if shown and desk.attempt(lambda: desk.workspace.do(commands.close_review, shown.id)):
            desk.done(desk.words("The review is closed."))

    def _print(self) -> None:
        if self._card is not None:
            self._wanted.emit("print", ("review", self._card.id))

    def _to_plan(self) -> None:
        self._wanted.emit("account", (self._account_id, Plan.__tablename__, 0))

    def _has_review(self) -> bool:
        return self._card is not None

    def _is_planned(self) -> bool:
        return self._card is not None and self._card.status is ReviewStatus.PLANNED

    def _save(self, key: int, values: Mapping[str, Any]) -> None:
        self._desk.workspace.do(commands.edit_review, key, **values)

    def _on_change(self, change: Change) -> None:
        if self.isVisible() and change.rows:
            self._refresh()

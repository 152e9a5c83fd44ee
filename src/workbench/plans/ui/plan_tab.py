"""The plan of an account as a form: an outline, its own fields, objectives, SWOT and risks edited in place."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QScrollArea, QWidget
from sqlalchemy.orm import Session

from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.plans import commands, fields, queries
from workbench.plans.model import Plan
from workbench.plans.progress import Progress
from workbench.plans.ui.lists import LISTS, OBJECTIVES, RISKS, SWOT, VERSIONS
from workbench.ui.children import Children
from workbench.ui.desk import Desk
from workbench.ui.details import read_values
from workbench.ui.form import Form
from workbench.ui.layout import column, holding, row, scrolling
from workbench.ui.sublist import SubList
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.chips import Chip
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.line import Line, Share, Told
from workbench.ui.widgets.panel import Card
from workbench.ui.widgets.said import Said

# the outline: fields that are one section each, then the lists
SECTIONS = (
    ("mission", N_("Mission")),
    ("summary", N_("Where we stand")),
    ("asks", N_("What we ask the board")),
    ("next_review_on", N_("Next review")),
)
LISTED = 3
Come = Callable[[Session, int], Progress]
OUTLINE = 236


class PlanTab(QWidget):
    """The current plan of an account, or a way to start one."""

    def __init__(self, desk: Desk, wanted: SignalInstance, come: Come | None = None) -> None:
        super().__init__()
        self._desk, self._wanted, self._come = desk, wanted, come
        self._account_id: int | None = None
        self._plan_id: int | None = None
        self._whole = Said(desk.theme, "", "label", "text2")
        self._whole.hide()
        self._form = Form(desk, fields.FIELDS, self._save, Plan.__tablename__)
        self.lists = {what.key: SubList(desk, self._with_shares(what)) for what in LISTS}
        self.outline = [self._section(place) for place in range(LISTED + len(SECTIONS))]
        self._body, self._area = self._lay_out()
        start = button(desk.theme, desk.words("Start a plan"), "plus", "primary")
        start.setObjectName("account.plan.start")
        start.clicked.connect(self._start)
        self._empty = Empty(desk.theme, "target", desk.words("A plan of one page is a plan."), start)
        self.setLayout(column(self._body, self._empty, gap=0))
        desk.workspace.changed.connect(self._on_change)

    @property
    def widget(self) -> QWidget:
        return self

    def show_account(self, account_id: int) -> None:
        self._account_id = account_id
        self._refresh()

    def _lay_out(self) -> tuple[QWidget, QScrollArea]:
        theme, words = self._desk.theme, self._desk.words
        preview = button(theme, words("Preview and print"), "printer")
        preview.setObjectName("account.plan.preview")
        preview.clicked.connect(self._preview)
        review = button(theme, words("Review this plan…"), "presentation", "quiet")
        review.setObjectName("account.plan.review")
        review.clicked.connect(self._review)
        outline = scrolling(holding(column(*self.outline, 6, preview, review, None, gap=1, margins=(16, 14, 0, 12))))
        outline.setFixedWidth(theme.px(OUTLINE))
        own = Card(theme)
        own.setLayout(column(Said(theme, words("Plan"), "subtitle"), self._form, margins=(14, 12, 12, 12)))
        swot = [self._card(what) for what in SWOT]
        area = scrolling(
            holding(
                column(
                    self._card(OBJECTIVES),
                    own,
                    row(*swot[:2], gap=12, stretch=(1, 1)),
                    row(*swot[2:], gap=12, stretch=(1, 1)),
                    self._card(RISKS),
                    self._card(VERSIONS),
                    None,
                    gap=12,
                    margins=(12, 14, 16, 16),
                )
            )
        )
        return holding(row(outline, area, gap=0, stretch=(0, 1))), area

    def _with_shares(self, what: Children) -> Children:
        """The objectives say how much of the work that serves them is done."""
        return replace(what, shares=self._shares) if what is OBJECTIVES and self._come else what

    def _shares(self, desk: Desk, plan_id: int) -> dict[int, Share]:
        assert self._come is not None
        with desk.workspace.read() as session:
            come = self._come(session, plan_id)
        whole = "" if come.plan is None else desk.formats.percent(come.plan)
        self._whole.setText(desk.words("{share} of the work for this plan is done", share=whole) if whole else "")
        self._whole.setVisible(bool(whole))
        said = desk.formats.percent
        return {
            key: Share(value, desk.words("{share} done", share=said(value))) for key, value in come.objectives.items()
        }

    def _review(self) -> None:
        """Begin a review of the plan among ourselves, where the reviews are kept."""
        self._wanted.emit("account", (self._account_id, Plan.__tablename__, self._plan_id, "review"))

    def _card(self, what: Children) -> Card:
        card = Card(self._desk.theme)
        if what is OBJECTIVES:
            card.setLayout(column(self.lists[what.key], self._whole, None, margins=(14, 10, 12, 10)))
            return card
        card.setLayout(column(self.lists[what.key], None, margins=(14, 10, 12, 10)))
        return card

    def _section(self, place: int) -> Line:
        made = Line(self._desk.theme, place, Told(""))
        made.setObjectName("account.plan.section")
        made.asked.connect(self._go)
        return made

    def _go(self, line: Line, verb: str) -> None:
        """Bring a section into view and put the caret there; arrows walk the outline."""
        if verb in ("next", "previous"):
            place = line.key + (1 if verb == "next" else -1)
            if 0 <= place < len(self.outline):
                self.outline[place].setFocus(Qt.FocusReason.TabFocusReason)
        elif verb in ("open", "tick"):
            self._show_section(line.key)

    def _show_section(self, place: int) -> None:
        if place >= LISTED:
            name = SECTIONS[place - LISTED][0]
            self._form.focus_field(name)
            self._area.ensureWidgetVisible(self._form.editors[name])
            return
        made = self.lists[(OBJECTIVES, SWOT[0], RISKS)[place].key]
        self._area.ensureWidgetVisible(made)
        lines = made.lines()
        if lines:
            lines[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            made.begin_new()

    def _refresh(self) -> None:
        assert self._account_id is not None
        with self._desk.workspace.read() as session:
            self._plan_id = queries.current_plan(session, self._account_id, self._desk.clock.today())
        self._body.setVisible(self._plan_id is not None)
        self._empty.setVisible(self._plan_id is None)
        values = read_values(self._desk, Plan, fields.FIELDS, self._plan_id) or {}
        self._form.show_record(self._plan_id, values)
        for made in self.lists.values():
            made.show_parent(self._plan_id)
        self._tell_outline(values)

    def _tell_outline(self, values: Mapping[str, Any]) -> None:
        """Each section with its state: how many, or whether it is written."""
        words = self._desk.words
        swot = sum(len(self.lists[what.key].lines()) for what in SWOT)
        counts = [
            (N_("Objectives"), len(self.lists[OBJECTIVES.key].lines())),
            (N_("SWOT"), swot),
            (N_("Risks"), len(self.lists[RISKS.key].lines())),
        ]
        number = self._desk.formats.number
        empty, done = Chip(words("empty")), Chip(words("written"), "ok", "check")
        told = [Told(words(label), chip=Chip(number(n), "ok", "check") if n else empty) for label, n in counts]
        told += [Told(words(label), chip=done if values.get(name) else empty) for name, label in SECTIONS]
        for line, shown in zip(self.outline, told, strict=True):
            line.tell(shown)

    def _preview(self) -> None:
        self._wanted.emit("print", ("plan", self._account_id))

    def _start(self) -> None:
        assert self._account_id is not None
        today, account_id = self._desk.clock.today(), self._account_id
        title = self._desk.words("Plan {first}–{last}", first=today.year, last=today.year + 2)
        last = date(today.year + 2, 12, 31)
        self._desk.attempt(lambda: self._desk.workspace.do(commands.start_plan, account_id, title, today, last))

    def _save(self, key: int, values: Mapping[str, Any]) -> None:
        self._desk.workspace.do(commands.edit_plan, key, **values)

    def _on_change(self, change: Change) -> None:
        if self._account_id is not None and self.isVisible() and change.rows:
            self._refresh()

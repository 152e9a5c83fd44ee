"""The portfolio for the manager of many: who deserves what, where they stand, who needs help, who carries what."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.portfolio.model import Axis, Scheme
from workbench.portfolio.positions import AXES, Plane, plane_of
from workbench.portfolio.scores.commands import start_criteria
from workbench.portfolio.seen.queries import Seen, seen
from workbench.portfolio.ui.scores.aiming import ask_aim
from workbench.portfolio.ui.scores.matrix import MatrixView
from workbench.portfolio.ui.scores.pane import CRITERIA, HEALTH, RATINGS, WHAT_IF, ScorePane
from workbench.portfolio.ui.scores.view import VIEWS, ScoreView
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding, row
from workbench.ui.menu import Entry
from workbench.ui.shell.pages import Page
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.flow import Flow
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.panes import Panes
from workbench.ui.widgets.said import Said
from workbench.ui.widgets.switch import Switch

VIEW_NOTED = "portfolio_view"
SCHEME_OF = {
    Axis.SELECTION: Scheme.SELECTION,
    Axis.ATTRACTIVENESS: Scheme.ATTRACTIVENESS,
    Axis.STRENGTH: Scheme.STRENGTH,
}
TABLES = frozenset(
    {
        "account", "criterion", "rating", "aim", "revenue", "satisfaction", "action_item", "meeting", "seat",
        "assessment", "log_entry", "member", "portfolio_setting",
    }
)  # fmt: skip


class PortfolioPage(Page):
    """A switch of views over one reading of the portfolio, and the chosen account beside them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("portfolio")
        theme, words = desk.theme, desk.words
        self._seen: Seen | None = None
        self._plane = plane_of(desk.settings.noted(AXES))
        self._account_id: int | None = None
        self._made: dict[str, ScoreView] = {}
        noted = desk.settings.noted(VIEW_NOTED)
        self._key = noted if noted in {view.key for view in VIEWS} else VIEWS[0].key
        self._ask = Ask(self, theme)
        self.pane = ScorePane(desk, cast("Any", self.wanted), self._ask)
        self.pane.tried.connect(self._try)
        self._count = Said(theme, "", "label", "muted")
        self._trying = Said(theme, "", "label", "warn")
        self._stack = QStackedWidget()
        self._print = button(theme, words("Print"), "printer")
        self._print.setObjectName("portfolio.print")
        self._print.clicked.connect(self._to_paper)
        titles = row(Said(theme, self.title(), "display"), self._count, self._trying, None, self._print, gap=10)
        head = Panel(theme, "surface", "b")
        head.setLayout(column(titles, self._switch_row(), margins=(20, 12, 16, 10), gap=8))
        start = button(theme, words("Start with the usual criteria"), "list-checks", "primary")
        start.setObjectName("portfolio.empty.start")
        start.clicked.connect(self._start)
        self._empty = Empty(theme, "scale", words(EMPTY), start)
        self._panes = Panes("portfolio.panes", holding(column(self._stack, self._empty, gap=0)), self.pane)
        self.setLayout(column(head, self._panes, gap=0, stretch=(0, 1)))
        desk.workspace.changed.connect(self._on_change)

    def title(self) -> str:
        return self.desk.words("Portfolio")

    def entries(self) -> list[Entry]:
        view, portfolio = N_("View"), N_("Portfolio")
        views = [
            Entry(one.label, f"Alt+{place}", _Show(self, one.key).now, one.icon, view)
            for place, one in enumerate(VIEWS, 1)
        ]
        has = self._has_account
        return [
            *views,
            *(self._made[self._key].entries() if self._key in self._made else []),
            Entry(N_("Ratings of the account"), "", _Mode(self, RATINGS).now, "star", portfolio),
            Entry(N_("Health of the account (H)"), "", _Mode(self, HEALTH).now, "heart-pulse", portfolio),
            Entry(N_("Criteria and weights (G)"), "", _Mode(self, CRITERIA).now, "scale", portfolio),
            Entry(N_("What if the weights were others (W)"), "", _Mode(self, WHAT_IF).now, "circle-help", portfolio),
            Entry(N_("Assign class (C)"), "", self._assign, "tag", portfolio, has),
            Entry(N_("Note the evidence (E)"), "", self.pane.ratings.note_evidence, "pencil", portfolio, has),
            Entry(N_("Set target position (T)"), "", self._ask_aim, "target", portfolio, has),
            Entry(N_("Open account"), "", self._open, "building-2", portfolio, has),
            Entry(N_("Start with the usual criteria"), "", self._start, "list-checks", portfolio),
            Entry(N_("Details"), "F4", self._toggle_details, "panel-right", view),
            Entry(N_("Print…"), "Ctrl+P", self._to_paper, "printer", N_("File")),
        ]

    def opened(self, target: object) -> None:
        self._read()
        if self._seen is not None and isinstance(target, int) and self._seen.sheet.candidate(target):
            self._account_id = target
        self.show_view(self._key)
        self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def target(self) -> object:
        return self._account_id

    def account(self) -> int | None:
        return self._account_id

    def opens(self) -> str:
        return "account"

    def home(self) -> QWidget:
        made = self._made.get(self._key)
        return made.home() if made and not self._empty.isVisible() else self

    def walked(self, page: str) -> Sequence[int]:
        """The accounts, in the order of the view in front, for those who open one and walk on."""
        made = self._made.get(self._key)
        return made.walked() if made and page == "account" else ()

    def state(self) -> dict[str, Any]:
        return {"view": self._key, "mode": self.pane.mode}

    def restore(self, state: dict[str, Any]) -> None:
        if state:
            self.pane.show_mode(state["mode"])
            self.show_view(state["view"])

    def show_part(self, table: str, key: int, attribute: str = "") -> None:
        if table == "criterion":
            self.pane.show_mode(CRITERIA)
            self.pane.criteria.show_part(key)
        elif table == "rating" and self._seen is not None:
            self._choose(self._seen.sheet.rated_by(key))
        elif table == "account":
            self._choose(key)

    def show_view(self, key: str) -> None:
        """Bring a view to the front."""
        is_other = key != self._key or key not in self._made
        view = next(one for one in VIEWS if one.key == key)
        if key not in self._made:
            made: ScoreView = getattr(import_module(view.module), view.name)(self.desk)
            made.chosen.connect(self._choose)
            made.opened.connect(self._asked)
            made.letter.connect(self._press)
            if isinstance(made, MatrixView):
                made.plane.connect(self.take_plane)
            self._made[key] = made
            self._stack.addWidget(made.widget)
        self._key = key
        self.desk.settings.note(VIEW_NOTED, key)
        self._switch.button(VIEWS.index(view)).setChecked(True)
        self._stack.setCurrentWidget(self._made[key].widget)
        self._show()
        if is_other:
            self.turned.emit()

    def to_view(self, key: str) -> None:
        """Show a view and give it the keys."""
        self.show_view(key)
        self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def to_mode(self, mode: str) -> None:
        """Give the keys to a part of the pane."""
        self.pane.setVisible(True)
        self.pane.to_mode(mode)

    def take_plane(self, plane: Plane) -> None:
        """Other axes of the matrix."""
        self._plane = plane
        self.desk.settings.note(AXES, plane.told)
        if self._seen is not None:
            self._seen = self._seen.on(plane)
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.pane.what_if.weights is not None:
            self.pane.what_if.drop()
        elif event.key() == Qt.Key.Key_Escape and self.pane.isAncestorOf(self.focusWidget() or self):
            self.home().setFocus(Qt.FocusReason.OtherFocusReason)
        elif not event.modifiers() and event.text().upper() in LETTERS:
            self._press(event.text().upper())
        else:
            super().keyPressEvent(event)

    def _switch_row(self) -> QWidget:
        self._switch = Switch(self)
        line = Flow(gap=6)
        for view in VIEWS:
            made = button(self.desk.theme, self.desk.words(view.label), view.icon, "chip")
            made.setObjectName(f"portfolio.view.{view.key}")
            self._switch.add(made)
            line.addWidget(made)
        self._switch.chosen.connect(self._clicked)
        return holding(line)

    def _read(self) -> None:
        weights = self.pane.what_if.weights
        with self.desk.workspace.read() as session:
            self._seen = seen(session, self.desk.clock.today(), self._plane).with_weights(weights)
        known = {one.id for one in self._seen.ranked}
        if self._account_id not in known:
            self._account_id = self._seen.ranked[0].id if self._seen.ranked else None

    def _show(self) -> None:
        """Show what was read, in the view in front and beside it."""
        found, words = self._seen, self.desk.words
        if found is None or self._key not in self._made:
            return
        is_empty = not found.sheet.criteria or not found.sheet.candidates
        self._empty.setVisible(is_empty)
        self._empty.say(words(EMPTY if not found.sheet.criteria else NO_ACCOUNTS))
        self._stack.setVisible(not is_empty)
        self._count.setText(self.desk.formats.number(len(found.sheet.candidates)))
        self._trying.setText(words(TRYING) if found.tried is not None else "")
        view = self._made[self._key]
        view.show_seen(found)
        view.go_to(self._account_id)
        self.pane.show_seen(found, self._account_id, self._schemes())

    def _schemes(self) -> list[Scheme]:
        """The schemes whose ratings stand first: those that the view in front shows."""
        axes = (self._plane.across, self._plane.upwards) if self._key == "matrix" else (Axis.SELECTION,)
        first = [SCHEME_OF[axis] for axis in axes if axis in SCHEME_OF]
        order = (Scheme.SELECTION, Scheme.GATE, Scheme.ATTRACTIVENESS, Scheme.STRENGTH)
        return [*dict.fromkeys([*first, *order])]

    def _try(self, weights: object) -> None:
        if self._seen is not None:
            self._seen = self._seen.with_weights(cast("Any", weights))
            self._show()

    def _choose(self, key: object) -> None:
        if isinstance(key, int) and key != self._account_id and self._seen is not None:
            self._account_id = key
            self._made[self._key].go_to(key)
            self.pane.show_seen(self._seen, key, self._schemes())

    def _asked(self, key: object) -> None:
        """Enter: the ratings of the account, the account itself, or what a number of the heat list was counted from."""
        if isinstance(key, tuple):
            self.wanted.emit("account", key)
            return
        self._choose(key)
        if self._key in ("ranking", "matrix"):
            self.to_mode(RATINGS)
        else:
            self._open()

    def _press(self, letter: str) -> None:
        acts = {"C": self._assign, "W": _Mode(self, WHAT_IF).now, "G": _Mode(self, CRITERIA).now}
        acts["H"] = _Mode(self, HEALTH).now
        acts["T"] = self._ask_aim
        acts["E"] = self.pane.ratings.note_evidence
        if letter in acts:
            acts[letter]()

    def _assign(self) -> None:
        self.pane.offer_classes()

    def _ask_aim(self) -> None:
        """Ask where the account is meant to stand on the axes of the matrix."""
        found = self._seen.sheet.candidate(self._account_id) if self._seen else None
        if found is None:
            return
        if self._key != "matrix":
            self.to_view("matrix")
        under = (self._made["matrix"].widget, QPoint(20, 0))
        ask_aim(self.desk, self._ask, under, found, self._plane)

    def _open(self) -> None:
        if self._account_id is not None:
            self.wanted.emit("account", self._account_id)

    def _start(self) -> None:
        desk, made = self.desk, list[int]()
        if desk.attempt(lambda: made.append(desk.workspace.do(start_criteria, desk.words.language))):
            desk.done(desk.words.many("{n} criterion added.", "{n} criteria added.", made[0]))
            self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle_details(self) -> None:
        self.pane.setVisible(not self.pane.isVisible())

    def _to_paper(self) -> None:
        self.wanted.emit("print", ("portfolio", None))

    def _has_account(self) -> bool:
        return self._account_id is not None

    def _clicked(self, place: int) -> None:
        self.to_view(VIEWS[place].key)

    def _on_change(self, change: Change) -> None:
        if self.isVisible() and TABLES & change.rows.keys():
            self._read()
            self._show()


TRYING = N_("Trying other weights: only the ranking shows them. Esc drops them.")
EMPTY = N_("Choose what accounts are compared by; the usual criteria are a beginning.")
NO_ACCOUNTS = N_("Add accounts first; then they can be compared.")
LETTERS = {"C", "W", "G", "H", "E", "T"}


class _Show:
    def __init__(self, page: PortfolioPage, key: str) -> None:
        self._page, self._key = page, key

    def now(self) -> None:
        self._page.to_view(self._key)


class _Mode:
    def __init__(self, page: PortfolioPage, mode: str) -> None:
        self._page, self._mode = page, mode

    def now(self) -> None:
        self._page.to_mode(self._mode)

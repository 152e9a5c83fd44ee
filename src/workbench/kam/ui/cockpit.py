"""The team board of an account: several views of who does what, one switch, one account."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding
from workbench.ui.menu import Entry, fill
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.flow import Flow
from workbench.ui.widgets.switch import Switch


class CockpitView(Protocol):
    """One view of the cockpit. It is built with the desk and the signal that asks for other pages."""

    @property
    def widget(self) -> QWidget: ...

    def show_account(self, account_id: int) -> None:
        """Read and show what belongs to an account; also called when something of it changed while out of sight."""

    def entries(self) -> list[Entry]:
        """What can be done here; drawn into menus, keys and palette while the view is in front."""

    def home(self) -> QWidget:
        """Where the keys begin."""

    def show_part(self, table: str, key: int) -> None:
        """Bring a record into view and choose it, if it is shown here."""


@runtime_checkable
class WithTools(Protocol):
    """A view with tools of its own; they stand beside the switch while it is in front."""

    @property
    def toolbar(self) -> Sequence[QWidget]: ...


@dataclass(frozen=True)
class View:
    """A view as the switch knows it: its key, name and icon, and where its class is found when it is first wanted.

    `tables` are those whose records it shows, so that undo and links lead to it.
    """

    key: str
    label: str
    icon: str
    module: str
    name: str
    tables: tuple[str, ...] = ()


# letters are also at home in their grid, actions among the cards of the next ninety days and in alerts and workload
SHOWN_ON_BOARD = ("action_item", "agenda_point", "raci")
SHOWN_IN_GRID = ("raci", "workstream", "deliverable", "action_item")
ACTIONS = ("action_item",)
REVIEWED = ("review", "review_question")
KAM = "workbench.kam"
# in the order of the switch: who does what and when, whom we asked, what was learnt, what it costs
VIEWS: tuple[View, ...] = (
    View("board", N_("Board"), "columns-3", f"{KAM}.board.ui.view", "BoardView", SHOWN_ON_BOARD),
    View("horizon", N_("30-60-90"), "calendar-clock", f"{KAM}.horizon.ui.view", "HorizonBoardView", ACTIONS),
    View("load", N_("Workload"), "calendar-days", f"{KAM}.load.ui.view", "LoadView", ACTIONS),
    View("raci", N_("RACI"), "table", f"{KAM}.raci.ui.view", "RaciGridView", SHOWN_IN_GRID),
    View("alerts", N_("Alerts"), "shield-alert", f"{KAM}.attention.ui.alerts_view", "AlertsView", ACTIONS),
    View("requests", N_("Requests"), "send", f"{KAM}.requests.ui.view", "RequestsView", ("request",)),
    View("scoreboard", N_("Scoreboard"), "scale", f"{KAM}.scoreboard.ui.view", "ScoreView"),
    View("log", N_("Log"), "book-open", f"{KAM}.log.ui.log_view", "LogView", ("log_entry",)),
    View("review", N_("Plan review"), "presentation", f"{KAM}.review.ui.review_view", "ReviewView", REVIEWED),
    View("hours", N_("Hours"), "clock", f"{KAM}.hours.ui.view", "HoursView", ("hours_spent", "cost")),
    View("benefits", N_("Benefits"), "target", f"{KAM}.benefits.ui.view", "BenefitsView", ("benefit",)),
)


ROOM = 900  # pixels that the chips of all views take in two lines
HEIGHT = 640  # of a window in which these two lines leave the view too little


class _Whole(QWidget):
    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


class Cockpit(QObject):
    """The tab: a switch and the view in front of it, made when it is first wanted."""

    switched = Signal()

    def __init__(self, desk: Desk, wanted: SignalInstance) -> None:
        self._whole = _Whole()
        super().__init__(self._whole)
        self._desk, self._wanted = desk, wanted
        self._account_id: int | None = None
        self._made: dict[str, CockpitView] = {}
        self._told: dict[str, int] = {}
        self._key = VIEWS[0].key
        self._stack = QStackedWidget()
        self._switch = Switch(self)
        self._line = line = Flow(gap=6)
        for view in VIEWS:
            made = button(desk.theme, desk.words(view.label), view.icon, "chip")
            made.setObjectName(f"account.cockpit.{view.key}")
            self._switch.add(made)
            line.addWidget(made)
        self._switch.chosen.connect(self._clicked)
        self._others = button(desk.theme, desk.words("Other views"), "rows-3", "quiet")
        self._others.setObjectName("account.cockpit.others")
        self._others.clicked.connect(self._offer)
        self._others.hide()
        line.addWidget(self._others)
        self._whole.resized.connect(self._fit)
        bar = holding(column(line, margins=(20, 8, 16, 8)))
        self._whole.setLayout(column(bar, self._stack, gap=0, stretch=(0, 1)))
        desk.workspace.changed.connect(self._on_change)

    @property
    def widget(self) -> QWidget:
        return self._whole

    @property
    def key(self) -> str:
        """The key of the view in front."""
        return self._key

    @property
    def view(self) -> CockpitView:
        """The view in front."""
        return self._made[self._key]

    def show_account(self, account_id: int) -> None:
        self._account_id = account_id
        self.show_view(self._key)

    def show_view(self, key: str) -> None:
        """Bring a view to the front; it is read when it is looked at."""
        view = next(one for one in VIEWS if one.key == key)
        is_other = key != self._key or key not in self._made
        if key not in self._made:
            made: Any = getattr(import_module(view.module), view.name)
            self._made[key] = made(self._desk, self._wanted)
            self._stack.addWidget(self._made[key].widget)
            for tool in _tools(self._made[key]):
                self._line.addWidget(tool)
        self._key = key
        self._switch.button(VIEWS.index(view)).setChecked(True)
        if self._account_id is not None and self._told.get(key) != self._account_id:
            self._told[key] = self._account_id
            self._made[key].show_account(self._account_id)
        self._stack.setCurrentWidget(self._made[key].widget)
        self._fit()
        for other, made in self._made.items():
            for tool in _tools(made):
                tool.setVisible(other == key)
        if is_other:
            self.switched.emit()

    def view_of(self, table: str) -> str:
        """The view that shows records of a table: the one in front if it does, or where none is at home with it."""
        homes = [view.key for view in VIEWS if table in view.tables]
        return self._key if self._key in homes or not homes else homes[0]

    def shows(self, table: str) -> bool:
        """Whether one of the views shows records of a table."""
        return any(table in view.tables for view in VIEWS)

    def entries(self) -> list[Entry]:
        steps = [
            Entry(N_("Next view"), "Ctrl+Shift+PgDown", self.to_next, "arrow-right", N_("Account")),
            Entry(N_("View before"), "Ctrl+Shift+PgUp", self.to_previous, "arrow-left", N_("Account")),
        ]
        return [*self._to_views(), *steps, *(self._made[self._key].entries() if self._key in self._made else [])]

    def show_part(self, table: str, key: int) -> None:
        """Bring a record into view, where one of the views shows it."""
        self.show_view(self.view_of(table))
        self._made[self._key].show_part(table, key)

    def to_view(self, key: str) -> None:
        """Show a view and give it the keys."""
        self.show_view(key)
        self._made[key].home().setFocus(Qt.FocusReason.OtherFocusReason)

    def to_next(self) -> None:
        """Show the view to the right in the switch; after the last comes the first."""
        self._step(1)

    def to_previous(self) -> None:
        """Show the view to the left."""
        self._step(-1)

    def _step(self, step: int) -> None:
        keys = [view.key for view in VIEWS]
        self.to_view(keys[(keys.index(self._key) + step) % len(keys)])

    def _fit(self) -> None:
        """Where there is little room for all chips, only that of the view in front stays, and the way to the others."""
        px, whole = self._desk.theme.px, self._whole
        is_short = whole.width() < px(ROOM) or whole.window().height() < px(HEIGHT)
        for place, view in enumerate(VIEWS):
            self._switch.button(place).setVisible(not is_short or view.key == self._key)
        self._others.setVisible(is_short)

    def _offer(self) -> None:
        menu = QMenu(self._others)
        menu.aboutToHide.connect(menu.deleteLater)
        fill(menu, self._to_views(), self._desk.words, self._desk.theme, menu)
        menu.popup(self._others.mapToGlobal(self._others.rect().bottomLeft()))

    def _to_views(self) -> list[Entry]:
        return [Entry(view.label, "", _Show(self, view.key).now, view.icon, N_("Account")) for view in VIEWS]

    def _clicked(self, place: int) -> None:
        self.show_view(VIEWS[place].key)

    def _on_change(self, _change: object) -> None:
        # the view in front renews itself; the others are read again when they come to the front
        self._told = {key: of for key, of in self._told.items() if key == self._key and self._whole.isVisible()}


def _tools(view: CockpitView) -> Sequence[QWidget]:
    return view.toolbar if isinstance(view, WithTools) else ()


class _Show:
    def __init__(self, cockpit: Cockpit, key: str) -> None:
        self._cockpit, self._key = cockpit, key

    def now(self) -> None:
        self._cockpit.to_view(self._key)

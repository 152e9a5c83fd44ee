"""One account: its head with key figures, and tabs for everything that belongs to it."""

from collections.abc import Callable
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.accounts.model import Health
from workbench.kam.progress.queries import of_plan
from workbench.kam.ui.cockpit import Cockpit
from workbench.kernel.journal import Change
from workbench.kernel.settings import ROLE, of_portfolio
from workbench.kernel.words import N_
from workbench.plans.ui.plan_tab import PlanTab
from workbench.portfolio.health.queries import healths
from workbench.portfolio.roles import PRESETS, TEAM_BOARD
from workbench.portfolio.standing import Standing, standing
from workbench.portfolio.ui import account_tabs
from workbench.portfolio.ui.account_head import AccountHead
from workbench.portfolio.ui.account_verbs import AccountVerbs
from workbench.portfolio.ui.overview import Overview
from workbench.portfolio.ui.timeline_tab import TimelineTab
from workbench.ui.desk import Desk
from workbench.ui.layout import column
from workbench.ui.menu import Entry
from workbench.ui.shell.pages import Page
from workbench.ui.widgets.switch import Switch
from workbench.ui.widgets.tabs import Tab, TabRow

# the tab that shows records of a table; others are shown on the first
HOMES = (
    dict.fromkeys(
        (
            "workstream",
            "deliverable",
            "raci",
            "request",
            "log_entry",
            "hours_spent",
            "cost",
            "benefit",
            "review",
            "review_question",
        ),
        1,
    )
    | dict.fromkeys(("person", "contact_role", "contact_point", "seat", "assessment"), 2)
    | dict.fromkeys(("meeting", "attendance", "agenda_point", "decision"), 3)
    | dict.fromkeys(("action_item", "step"), 4)
    | dict.fromkeys(("plan", "objective", "swot_item", "risk", "plan_version"), 5)
)
TABS = (
    N_("Overview"),
    N_("Team board"),
    N_("People"),
    N_("Meetings"),
    N_("Actions"),
    N_("Plan"),
    N_("Timeline"),
)


LOG_HOURS = N_("Log hours… (N)")


@runtime_checkable
class Begun(Protocol):
    """A view in which something new is begun."""

    def begin(self) -> None: ...


# the document that says the same as a view of the team board
PAPERS = dict.fromkeys(("board", "alerts", "load", "requests"), "actions-list") | {
    "raci": "raci",
    "horizon": "raci",
    "log": "log",
    "benefits": "benefits",
    "scoreboard": "scoreboard",
}
# and as a tab
PAPERS_OF_TABS = {TABS.index("Actions"): "actions-list", TABS.index("Plan"): "plan"}


class AccountPage(Page):
    """The page of an account; `opened` takes its identity."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("account")
        self._key: int | None = None
        self._landed_as = ""
        self._standing: Standing | None = None
        self._tabs = Switch(self)
        self._stack = QStackedWidget()
        self._head = AccountHead(desk, self._tab_row())
        self._head.figure_opened.connect(self._open_figure)
        self._head.print_wanted.connect(self._to_paper)
        self._head.meeting_wanted.connect(self._prepare)
        self._head.doubted.connect(self._doubted)
        self.verbs = AccountVerbs(desk, self, self, self._head.chips)
        self._head.offer(self.verbs.entries())
        self._cockpit = Cockpit(desk, self.wanted)
        self._cockpit.switched.connect(self.turned)
        self._made: dict[int, account_tabs.Belonging] = {}
        self._told: dict[int, int] = {}
        self.setLayout(column(self._head, self._stack, gap=0, stretch=(0, 1)))
        desk.workspace.changed.connect(self._on_change)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._head.fit(event.size())

    def title(self) -> str:
        return self._head.name

    def trail(self) -> list[tuple[str, str, object]]:
        return [(self.desk.words("Accounts"), "accounts", self._key)]

    def target(self) -> object:
        return self._key

    def state(self) -> dict[str, Any]:
        return {"tab": self._tabs.checkedId(), "view": self._cockpit.key}

    def restore(self, state: dict[str, Any]) -> None:
        if state:
            self.show_tab(state["tab"])
            if state["tab"] == TEAM_BOARD:
                self._cockpit.show_view(state["view"])

    def account(self) -> int | None:
        return self._key

    def entries(self) -> list[Entry]:
        tabs = [Entry(label, f"Alt+{n + 1}", _Show(self, n).now, "", N_("Account")) for n, label in enumerate(TABS)]
        prepare = Entry(N_("Prepare meeting"), "", self._prepare, "calendar-plus", N_("Account"), self._is_shown)
        return [
            *tabs,
            Entry(N_("Next tab"), "Ctrl+PgDown|Ctrl+Tab", _Step(self, 1).now, "", N_("Account")),
            Entry(N_("Previous tab"), "Ctrl+PgUp|Ctrl+Shift+Tab", _Step(self, -1).now, "", N_("Account")),
            prepare,
            Entry(N_("Review this plan…"), "", self._review, "presentation", N_("Plan"), self._is_shown),
            *self.verbs.entries(),
            *self._entries_of_tab(),
            Entry(N_("Print…"), "Ctrl+P", self._to_paper, "printer", N_("File")),
        ]

    def _entries_of_tab(self) -> list[Entry]:
        """What the tab in front adds to the menus and keys; hours can be logged from any of them."""
        own = self._cockpit.entries() if self._tabs.checkedId() == TEAM_BOARD else []
        if any(entry.label == LOG_HOURS for entry in own):
            return own
        return [*own, Entry(LOG_HOURS, "", self._log_hours, "clock", N_("Account"), self._is_shown)]

    def _is_shown(self) -> bool:
        return self._key is not None

    def opened(self, target: object) -> None:
        if isinstance(target, tuple):
            # an account, a record on its page, and the view of the team board to see it in
            key, table, record, *view = target
            self.opened(key)
            if view:
                self.show_tab(TEAM_BOARD)
                self._cockpit.to_view(view[0])
                self._cockpit.view.show_part(table, record)
            else:
                self.show_part(table, record)
        elif isinstance(target, int):
            self._key = target
            self._refresh()
            self.show_tab(self._landing())

    def _landing(self) -> int:
        """The tab of the role when the page is opened first, or the role is another one; else the one in front."""
        with self.desk.workspace.read() as session:
            role = of_portfolio(session, ROLE)
        if role == self._landed_as:
            return max(0, self._tabs.checkedId())
        self._landed_as = role
        return PRESETS[role].landing

    def home(self) -> QWidget:
        return self._labels[max(0, self._tabs.checkedId())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # a list in a tab keeps its own F2
        if event.key() == Qt.Key.Key_F2 and self._key is not None:
            self.verbs.offer_health()
        else:
            super().keyPressEvent(event)

    def show_tab(self, place: int) -> None:
        """Bring a tab to the front; it is made when it is first wanted."""
        before = self._tabs.checkedId()
        if place not in self._made:
            made = self._factories()[place]()
            self._made[place] = made
            self._stack.addWidget(made.widget)
        if self._key is not None and self._told.get(place) != self._key:
            # a tab that nobody looks at is not read
            self._told[place] = self._key
            self._made[place].show_account(self._key)
        # also where the window is not in front, and its keys wait for it
        had_keys = self.window().focusWidget() in self._labels
        self._tabs.button(place).setChecked(True)
        if had_keys:
            # the keys go with the tab, not with the one that was in front before
            self._labels[place].setFocus(Qt.FocusReason.OtherFocusReason)
        self._stack.setCurrentWidget(self._made[place].widget)
        if TEAM_BOARD in {place, before}:
            self.turned.emit()

    def to_team_board(self) -> None:
        """Give the keys to the view of the team board that is in front."""
        self._cockpit.to_view(self._cockpit.key)

    def show_part(self, table: str, key: int, attribute: str = "") -> None:
        # what the tab in front shows is found there
        if not self._is_there(table, key):
            self.show_tab(HOMES.get(table, 0))
        tab = self._made[self._tabs.checkedId()]
        if isinstance(tab, account_tabs.ListTab) and table == tab.table:
            tab.page.opened(key)
            return
        if isinstance(tab, Cockpit):
            tab.show_part(table, key)
            return
        made = next(account_tabs.lists_with(tab, table, key), None)
        if made is not None:
            made.show_child(key, attribute)
        else:
            super().show_part(table, key, attribute)

    def _is_there(self, table: str, key: int) -> bool:
        tab = self._made[self._tabs.checkedId()]
        return (isinstance(tab, Cockpit) and tab.shows(table)) or any(account_tabs.lists_with(tab, table, key))

    def walk_tabs(self, step: int) -> None:
        self.show_tab((self._tabs.checkedId() + step) % len(TABS))

    def _factories(self) -> list[Callable[[], account_tabs.Belonging]]:
        return [
            lambda: Overview(self.desk, self.wanted, self._to_plan),
            lambda: self._cockpit,
            lambda: account_tabs.people_tab(self.desk, self.wanted),
            lambda: account_tabs.meetings_tab(self.desk, self.wanted),
            lambda: account_tabs.actions_tab(self.desk, self.wanted),
            lambda: PlanTab(self.desk, self.wanted, of_plan),
            lambda: TimelineTab(self.desk, self.wanted),
        ]

    def _tab_row(self) -> QWidget:
        self._labels = [Tab(self.desk.theme, self.desk.words(label)) for label in TABS]
        for place, made in enumerate(self._labels):
            made.setObjectName(f"account.tab.{place}")
            self._tabs.add(made)
        self._tabs.chosen.connect(self.show_tab)
        return TabRow(self.desk.words("Tabs"), *self._labels)

    def _refresh(self) -> None:
        if self._key is None:
            return
        clock, key = self.desk.clock, self._key
        with self.desk.workspace.read() as session:
            found = standing(session, key, clock.today(), clock.now())
            health = healths(session, clock.today(), key).get(key)
        if found is None:
            self._head.show_gone()
            return
        self._standing = found
        self._head.show_standing(found, health)
        self._count_tabs(found)

    def _open_figure(self, place: int) -> None:
        """Show the records that a key figure was counted from."""
        tab = (0, 0, 3, 4, 2)[place]
        following = self._standing.next_meeting if self._standing else None
        if tab == TABS.index("Meetings") and following:
            self.wanted.emit("meeting", following.id)
            return
        self.show_tab(tab)
        shown = self._made[tab]
        if isinstance(shown, Overview):
            shown.show_fact("renewal_on" if place else "invoiced")
        elif isinstance(shown, account_tabs.ListTab):
            shown.begin()

    def _count_tabs(self, found: Standing) -> None:
        counts = {1: found.actions.open, 2: found.people, 3: found.meetings, 4: found.actions.open}
        for place, count in counts.items():
            label = self.desk.words(TABS[place])
            text = self.desk.words("{tab} {n}", tab=label, n=count) if count else label
            self._labels[place].name(text)

    def _prepare(self) -> None:
        """Open the next meeting, or begin one."""
        if self._standing and self._standing.next_meeting:
            self.wanted.emit("meeting", self._standing.next_meeting.id)
            return
        self.show_tab(TABS.index("Meetings"))
        tab = self._made[TABS.index("Meetings")]
        if isinstance(tab, account_tabs.ListTab):
            tab.page.begin_new()

    def _review(self) -> None:
        """Show the reviews of the plan, and ask when the next one is."""
        self.show_tab(TEAM_BOARD)
        self._cockpit.to_view("review")
        view = self._cockpit.view
        if isinstance(view, Begun):
            view.begin()

    def _to_plan(self) -> None:
        self.show_tab(TABS.index("Plan"))

    def _log_hours(self) -> None:
        """Show the hours of the account, and ask for new ones."""
        self.show_tab(TEAM_BOARD)
        self._cockpit.to_view("hours")
        next(entry for entry in self._cockpit.entries() if entry.label == LOG_HOURS).run()

    def _doubted(self) -> None:
        self.verbs.judge(Health.ATTENTION)

    def _to_paper(self) -> None:
        tab = self._tabs.checkedId()
        paper = PAPERS.get(self._cockpit.key) if tab == TEAM_BOARD else PAPERS_OF_TABS.get(tab)
        self.wanted.emit("print", (paper, self._key) if paper else self._key)

    def _on_change(self, change: Change) -> None:
        if not change.rows:
            return
        # the tab in front renews itself; the others are read again when they come to the front
        front = self._tabs.checkedId()
        self._told = {place: key for place, key in self._told.items() if place == front and self.isVisible()}
        if self._key is not None and self.isVisible():
            self._refresh()


class _Show:
    def __init__(self, page: AccountPage, place: int) -> None:
        self._page, self._place = page, place

    def now(self) -> None:
        self._page.show_tab(self._place)
        if self._place == TEAM_BOARD:
            # whoever comes by a key goes on by keys
            self._page.to_team_board()


class _Step:
    def __init__(self, page: AccountPage, step: int) -> None:
        self._page, self._step = page, step

    def now(self) -> None:
        self._page.walk_tabs(self._step)

"""What the window is made of: its pages, the places of its sidebar and the menus that belong to no page."""

from collections.abc import Sequence
from importlib import import_module
from typing import cast

from workbench import __version__
from workbench.kernel.settings import ROLE, of_portfolio
from workbench.kernel.words import N_, Words
from workbench.portfolio.pins import named_pins
from workbench.portfolio.places import about, belongs_to, named, part_of, place_of
from workbench.portfolio.queries import counts
from workbench.portfolio.roles import KEY_ACCOUNTS, PRESETS, Preset
from workbench.portfolio.ui.today_page import TodayPage
from workbench.ui.desk import Desk
from workbench.ui.first_steps import FirstSteps
from workbench.ui.menu import Entry
from workbench.ui.shell import lock, pinning, role, text_size
from workbench.ui.shell.main_window import Factory, MainWindow, Plan
from workbench.ui.shell.navigation import Place
from workbench.ui.shell.overlays import Capture
from workbench.ui.shell.pages import Page
from workbench.ui.shell.undoing import Places

GOTO = (
    ("today", N_("Today"), "Ctrl+1"),
    ("inbox", N_("Inbox"), "Ctrl+2"),
    ("accounts", N_("Accounts"), "Ctrl+3"),
    ("contacts", N_("Contacts"), "Ctrl+4"),
    ("meetings", N_("Meetings"), "Ctrl+5"),
    ("actions", N_("Actions"), "Ctrl+6"),
    ("portfolio", N_("Portfolio"), "Ctrl+7"),
    ("team", N_("Team"), "Ctrl+8"),
    ("week", N_("Week"), "Ctrl+Shift+W"),
    ("scoreboard", N_("Scoreboard of all accounts"), "Ctrl+Shift+B"),
    ("skills", N_("Skills and growth"), "Ctrl+Shift+K"),
    ("trainings", N_("Training plan"), "Ctrl+Shift+T"),
    ("playbook", N_("Playbook"), "Ctrl+Shift+L"),
)
# what the list of our people does with departments
DEPARTMENTS = (
    (N_("Add department…"), "plus"),
    (N_("Rename department…"), "pencil"),
    (N_("Dissolve department…"), "trash-2"),
)


class _List:
    """Makes the list page of a room when it is first wanted, and imports it then."""

    def __init__(self, room: str) -> None:
        self._room = room

    def __call__(self, desk: Desk) -> Page:
        room = getattr(import_module("workbench.portfolio.ui.rooms"), self._room)
        return _made("workbench.ui.list_page", "ListPage", desk, room)


def _accounts(desk: Desk) -> Page:
    room = import_module("workbench.portfolio.ui.account_room").account_room(desk)
    return _made("workbench.ui.list_page", "ListPage", desk, room)


def _made(module: str, name: str, *given: object) -> Page:
    made = getattr(import_module(module), name)(*given)
    assert isinstance(made, Page)
    return made


class _Later:
    """Imports a page when it is first wanted: what the first page does not need must not delay it."""

    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = module, name

    def __call__(self, desk: Desk) -> Page:
        return _made(self._module, self._name, desk)


PAGES: dict[str, Factory] = {
    "today": TodayPage,
    "inbox": _Later("workbench.capture.ui.inbox_page", "InboxPage"),
    "accounts": _accounts,
    "account": _Later("workbench.portfolio.ui.account_page", "AccountPage"),
    "contacts": _List("CONTACTS"),
    "meetings": _List("MEETINGS"),
    "week": _Later("workbench.meetings.ui.week_page", "WeekPage"),
    "meeting": _Later("workbench.portfolio.ui.prepared_meeting", "PreparedMeeting"),
    "actions": _List("ACTIONS"),
    "portfolio": _Later("workbench.portfolio.ui.portfolio_page", "PortfolioPage"),
    "team": _List("TEAM"),
    "scoreboard": _Later("workbench.kam.scoreboard.ui.view", "ScorePage"),
    "member": _Later("workbench.portfolio.ui.member_page", "MemberPage"),
    "skills": _Later("workbench.portfolio.ui.skills_beside_plans", "SkillsBesidePlans"),
    "trainings": _Later("workbench.team.growing.ui.trainings", "TrainingPage"),
    "playbook": _List("PLAYBOOK"),
    "import": _Later("workbench.exchange.ui.import_page", "ImportPage"),
    "print": _Later("workbench.papers.ui.print_page", "PrintPage"),
    "history": _Later("workbench.portfolio.ui.changes_page", "ChangesPage"),
    "trash": _Later("workbench.safety.ui.trash_page", "TrashPage"),
    "jobs": _Later("workbench.ui.shell.jobs_page", "JobsPage"),
    "manual": _Later("workbench.ui.shell.manual_page", "ManualPage"),
    "settings": _Later("workbench.ui.shell.settings_page", "SettingsPage"),
}
FRESH = {
    N_("New account"): "accounts",
    N_("New person"): "contacts",
    N_("New meeting"): "meetings",
    N_("New action"): "actions",
    N_("New colleague"): "team",
}


def places(desk: Desk) -> list[Place]:
    """The sidebar, with its counts."""
    words = desk.words
    with desk.workspace.read() as session:
        found = counts(session, desk.clock.today())
        pinned = [Place(name, "pin", page, key) for page, key, name in named_pins(session)]
        preset = PRESETS[of_portfolio(session, ROLE)]
    count = _Count(desk).said
    first = [
        Place(words("Today"), "sun", "today", None, count(found.today)),
        Place(words("Inbox"), "inbox", "inbox", None, count(found.inbox)),
    ]
    lists = [
        Place(words("Accounts"), "building-2", "accounts", None, count(found.accounts)),
        Place(words("Contacts"), "users", "contacts"),
        Place(words("Meetings"), "calendar", "meetings"),
        Place(words("Actions"), "circle-check-big", "actions", None, count(found.overdue), is_urgent=True),
        Place(words("Portfolio"), "chart-scatter", "portfolio"),
        Place(words("Team"), "user-round", "team"),
    ]
    keys = [Place(name, "star", "account", key, count(n)) for key, name, n in found.key_accounts]
    if pinned:
        pinned.insert(0, Place(words("Pinned")))
    return [
        *_in_order(words, preset, [*first, *lists], keys),
        *pinned,
        Place(""),
        Place(words("Import"), "file-down", "import"),
        Place(words("Reports & print"), "printer", "print"),
        Place(words("Recent changes"), "history", "history"),
        Place(words("Trash"), "trash-2", "trash"),
        Place(words("Settings"), "settings", "settings"),
    ]


def _in_order(words: Words, preset: Preset, pages: Sequence[Place], keys: Sequence[Place]) -> list[Place]:
    """Pages and key accounts as the role has them; a page that no role names stands after the others."""
    order = preset.sidebar
    placed = sorted(pages, key=lambda place: order.index(place.page) if place.page in order else len(order))
    if not keys:
        return placed
    cut = order.index(KEY_ACCOUNTS)
    before = [place for place in placed if place.page in order[:cut]]
    after = [place for place in placed if place.page not in order[:cut]]
    # key accounts between pages end where the next heading begins
    below = [Place(words("Lists")), *after] if after else []
    return [*before, Place(words("Key accounts")), *keys, *below]


def entries(window: MainWindow) -> list[Entry]:
    """The menus that are there on every page."""
    goto = [Entry(label, keys, _Go(window, key).now, "", N_("View")) for key, label, keys in GOTO]
    return [
        Entry(N_("Import…"), "Ctrl+I", _Go(window, "import").now, "file-down", N_("File")),
        Entry(N_("Reports & print"), "", _Go(window, "print").now, "printer", N_("File")),
        _start_mine(window),
        _handover_pack(window),
        Entry(N_("Back up now"), "Ctrl+S", _BackUp(window).now, "save", N_("File")),
        lock.entry(window, window.desk),
        window.looking.entry(),
        Entry(N_("Quit"), "Ctrl+Q", window.close, "log-out", N_("File")),
        Entry(N_("Recent changes"), "", _Go(window, "history").now, "history", N_("Edit")),
        Entry(N_("Trash"), "", _Go(window, "trash").now, "trash-2", N_("Edit")),
        Entry(N_("Settings"), "Ctrl+,", _Go(window, "settings").now, "settings", N_("Tools")),
        Entry(N_("Jobs"), "Ctrl+Shift+J", _Go(window, "jobs").now, "clock", N_("Tools")),
        Entry(N_("Keys"), "F1", window.show_keys, "keyboard", N_("Help")),
        Entry(N_("Manual"), "Shift+F1", _Go(window, "manual").now, "book-open", N_("Help")),
        Entry(N_("First ten minutes"), "", _FirstSteps(window).now, "list-checks", N_("Help")),
        Entry(N_("About"), "", _About(window).now, "info", N_("Help")),
        *goto,
        Entry(N_("Thank somebody…"), "", _Go(window, "skills", "thanks").now, "handshake", N_("Add")),
        Entry(N_("Answer the pulse…"), "", _Go(window, "skills", "pulse").now, "chart-scatter", N_("Add")),
        *_departments(window),
        *role.entries(window.desk),
        *pinning.entries(window),
        *text_size.entries(window),
        *_paper(window),
    ]


def _departments(window: MainWindow) -> list[Entry]:
    """Departments are managed on the list of our people; what leads there, where the page in front has nothing such."""
    own = [entry.label for entry in window.page.entries()] if window.page else []
    return [
        Entry(label, "", _Go(window, "team", label).now, icon, N_("Tools"))
        for label, icon in DEPARTMENTS
        if not any(one.startswith(label) for one in own)
    ]


def _paper(window: MainWindow) -> list[Entry]:
    """The paper of the page in front, where the page has no entry for it itself; why not, where it has none."""
    own = window.page.entries() if window.page else []
    if any("Ctrl+P" in entry.keys.split("|") for entry in own):
        return []

    def paper() -> tuple[str, object] | None:
        return window.page.paper() if window.page else None

    def can() -> bool:
        return paper() is not None

    def show() -> None:
        window.go("print", paper())

    return [Entry(N_("Print…"), "Ctrl+P", show, "printer", N_("File"), can, why=NO_PAPER)]


NO_PAPER = N_("Nothing is printed of this page; choose a record, or see Reports & print.")


def capture_panel(window: MainWindow) -> Capture:
    """Quick capture over a window."""
    panel = import_module("workbench.capture.ui.capture_panel").CapturePanel
    return cast("Capture", panel(window, window.desk, window.account_in_front))


PLAN = Plan(PAGES, places, entries, FRESH, capture_panel, Places(place_of, part_of, belongs_to, about, named))


class _Count:
    """Says how many there are, and nothing of none."""

    def __init__(self, desk: Desk) -> None:
        self._formats = desk.formats

    def said(self, n: int | None) -> str:
        return self._formats.number(n) if n else ""


class _Go:
    def __init__(self, window: MainWindow, page: str, target: object = None) -> None:
        self._window, self._page, self._target = window, page, target

    def now(self) -> None:
        self._window.go(self._page, self._target)


class _FirstSteps:
    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def now(self) -> None:
        FirstSteps(self._window.desk.settings).come_back()
        self._window.go("today")


def _start_mine(window: MainWindow) -> Entry:
    banner, why = window.banner, N_("This portfolio is already yours.")
    return Entry(N_("Start mine"), "", banner.start_mine, "arrow-right", N_("File"), lambda: banner.is_demo, why=why)


def _handover_pack(window: MainWindow) -> Entry:
    """The pack of the account in front."""

    def save() -> None:
        account = window.account_in_front()
        if account is not None:
            import_module("workbench.exchange.ui.handing_over").save_pack(window.desk, account, window)

    def can() -> bool:
        return window.account_in_front() is not None

    why = N_("Open an account first.")
    return Entry(N_("Save handover pack…"), "", save, "folder-open", N_("File"), can, why=why)


class _About:
    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def now(self) -> None:
        self._window.desk.say(f"Account workbench {__version__}")


class _BackUp:
    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def now(self) -> None:
        import_module("workbench.safety.ui.backing_up").back_up_now(self._window.desk)

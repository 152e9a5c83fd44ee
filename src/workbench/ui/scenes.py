"""Every page and state of the window by name: one table for pictures, tests and the help of `workbench picture`."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QMenu
from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account, Tier
from workbench.accounts.queries import account_named
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.meetings.queries import next_of
from workbench.portfolio.ui.portfolio_page import PortfolioPage
from workbench.portfolio.ui.scores.view import VIEWS
from workbench.team.queries import me
from workbench.ui.plan import PAGES
from workbench.ui.shell import lock
from workbench.ui.shell.main_window import MainWindow

CAPTURED = {
    "en": "Call Ana tomorrow 10:00 #Iberlogística @aftersales !high",
    "es": "llamar a Ana mañana 10:00 #Iberlogística @posventa !alta",
}


class NoSuchPage(UserError):
    message = N_("There is no page “{page}”.")
    advice = N_("The pages are: {pages}.")


@dataclass(frozen=True)
class Stage:
    """Where a scene is played: the window, the account that was asked for or a key account, and its next meeting."""

    window: MainWindow
    account: int | None
    meeting: int | None
    member: int | None = None

    @property
    def language(self) -> str:
        return self.window.desk.words.language


Show = Callable[[Stage], None]


def _page(key: str) -> Show:
    def show(stage: Stage) -> None:
        about = {"account": stage.account, "print": ("plan", stage.account), "meeting": stage.meeting}
        about["member"] = stage.member
        stage.window.go(key, about.get(key))

    return show


def _tab(label: str) -> Show:
    def show(stage: Stage) -> None:
        stage.window.go("account", stage.account)
        _run(stage.window, label)

    return show


def _view(label: str) -> Show:
    """A view of the team board's tab."""

    def show(stage: Stage) -> None:
        _tab(N_("Team board"))(stage)
        _run(stage.window, label)

    return show


def _portfolio(view: str) -> Show:
    def show(stage: Stage) -> None:
        stage.window.go("portfolio")
        if isinstance(stage.window.page, PortfolioPage):
            stage.window.page.to_view(view)

    return show


def _new(key: str) -> Show:
    def show(stage: Stage) -> None:
        stage.window.go(key, "new")

    return show


def _fresh_request(stage: Stage) -> None:
    _view(N_("Requests"))(stage)
    _run(stage.window, N_("Ask a department"))


def _seats(stage: Stage) -> None:
    _tab(N_("People"))(stage)
    seats = stage.window.findChild(QAbstractButton, "account.people.switch.1")
    if seats is not None:
        seats.click()


def _growing(key: str) -> Show:
    def show(stage: Stage) -> None:
        stage.window.go("skills", key)

    return show


def _capture(stage: Stage) -> None:
    stage.window.go("today")
    stage.window.capture.begin(CAPTURED.get(stage.language, CAPTURED["en"]))


def _palette(text: str) -> Show:
    def show(stage: Stage) -> None:
        stage.window.go("today")
        stage.window.search(text)

    return show


def _notice(stage: Stage) -> None:
    window = stage.window
    window.go("accounts")
    words = window.desk.words
    said = words("Undone: {label}", label=words("Edit account"))
    window.notices.say(said, words("Redo"), window.redo)


def _undo_list(stage: Stage) -> None:
    stage.window.go("today")
    stage.window.show_undo_list()


def _keys(stage: Stage) -> None:
    stage.window.go("today")
    stage.window.show_keys()


def _lock(stage: Stage) -> None:
    stage.window.go("today")
    lock.lock(stage.window, stage.window.desk)


def _menu(stage: Stage) -> None:
    """The Edit menu, drawn inside the window, where a picture of the window has it."""
    window = stage.window
    window.go("accounts")
    bar = window.menuBar()
    opened = bar.actions()[1]
    drawn = opened.menu()
    if isinstance(drawn, QMenu):
        drawn.aboutToShow.emit()
        drawn.setParent(window, Qt.WindowType.Widget)
        drawn.move(bar.mapTo(window, QPoint(bar.actionGeometry(opened).left(), bar.height())))
        drawn.adjustSize()
        drawn.show()
        drawn.raise_()


SCENES: dict[str, Show] = {
    **{key: _page(key) for key in PAGES},
    "overview": _tab(N_("Overview")),
    "board": _tab(N_("Team board")),
    "alerts": _view(N_("Alerts")),
    "requests": _view(N_("Requests")),
    "account-scoreboard": _view(N_("Scoreboard")),
    "request-new": _fresh_request,
    "load": _view(N_("Workload")),
    "log": _view(N_("Log")),
    "hours": _view(N_("Hours")),
    "raci": _view(N_("RACI")),
    "horizon": _view(N_("30-60-90")),
    "review": _view(N_("Plan review")),
    "benefits": _view(N_("Benefits")),
    "people": _tab(N_("People")),
    "seats": _seats,
    "account-meetings": _tab(N_("Meetings")),
    "account-actions": _tab(N_("Actions")),
    "plan": _tab(N_("Plan")),
    "timeline": _tab(N_("Timeline")),
    **{f"portfolio-{view.key}": _portfolio(view.key) for view in VIEWS[1:]},
    "account-new": _new("accounts"),
    "person-new": _new("contacts"),
    "palette": _palette("iber"),
    "palette-commands": _palette(""),
    "capture": _capture,
    "notice": _notice,
    "undo": _undo_list,
    "menu": _menu,
    "keys": _keys,
    "lock": _lock,
    "thanks": _growing("thanks"),
    "pulse": _growing("pulse"),
}
ALIASES = {
    "search": "palette",
    "person": "contacts",
    "action": "actions",
    "reports": "print",
    "account-people": "people",
    "account-plan": "plan",
    "changes": "history",
}


def names() -> list[str]:
    """What can be asked for, aliases left out."""
    return sorted(SCENES)


def play(window: MainWindow, name: str, account: str | None = None) -> None:
    """Bring a window into a state."""
    wanted = ALIASES.get(name, name)
    if wanted not in SCENES:
        raise NoSuchPage(page=name, pages=", ".join(names()))
    workspace = window.desk.workspace.plain
    with workspace.read() as session:
        chosen = account_named(session, account) if account else _some_account(session)
        following = next_of(session, chosen, workspace.clock.now()) if chosen else None
        member = me(session)
    SCENES[wanted](Stage(window, chosen, following.id if following else None, member))


def _run(window: MainWindow, label: str) -> None:
    """Do what a menu entry does."""
    next(entry for entry in window.all_entries() if entry.label == label).run()


def _some_account(session: Session) -> int | None:
    by_tier = select(Account.id).order_by(Account.tier != Tier.KEY, Account.name)
    return session.scalar(by_tier.limit(1))

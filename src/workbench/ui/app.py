"""The composition root of the window: everything is wired here, by hand."""

import os
from datetime import UTC
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QApplication

from workbench.kernel.clock import Clock
from workbench.kernel.drafts import restore, waiting
from workbench.kernel.errors import UserError
from workbench.kernel.settings import IS_DEMO, LANGUAGE, LAST_PORTFOLIO, Settings, of_portfolio
from workbench.kernel.words import N_, Words
from workbench.kernel.workspace import Workspace
from workbench.safety.backup import backup_folder, newest
from workbench.ui import geometry
from workbench.ui.arrival import Host, arrive, change_passphrase, offer_sheet, taken_passphrase, tell
from workbench.ui.bridge import LiveWorkspace
from workbench.ui.caret import put_back
from workbench.ui.crash import Crashes
from workbench.ui.desk import Desk
from workbench.ui.dressing import Follower, draw_windows_anew
from workbench.ui.gathering import Gathering
from workbench.ui.keys import ShortcutGuard
from workbench.ui.plan import PLAN
from workbench.ui.shell.demo_banner import wants_own
from workbench.ui.shell.dropping import Dropping
from workbench.ui.shell.lock import IdleWatch
from workbench.ui.shell.looking_strip import wants_to_edit
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.stock import speak_stock
from workbench.ui.tasks import Tasks
from workbench.ui.theme import Theme, chosen_theme, load_fonts, new_application

LOOK_AGAIN_MS = 25
RESTORED = N_("Restore unsaved typing")


class NoDisplay(UserError):
    message = N_("There is no display to open a window on.")
    advice = N_("Set DISPLAY, or use the commands that need no window: workbench --help.")


def build_window(workspace: Workspace, chosen: Settings, language: str, theme: Theme) -> MainWindow:
    """The window over an open portfolio; tests and pictures build it just so."""
    live = LiveWorkspace(workspace)
    desk = Desk(live, Words.of(language), theme, chosen, Tasks(live), workspace.clock)
    window = MainWindow(desk, PLAN, partial(_titled, workspace.book.path.stem, is_demo=is_demo(workspace)))
    live.setParent(window)
    Dropping(window)
    live.changed.connect(_BackupLine(window).refresh)
    return window


def _titled(name: str, words: Words, *, is_demo: bool) -> str:
    return words("{name} – Account workbench", name=words("Demo data") if is_demo else name)


class _BackupLine:
    """Says under "All changes saved" when the last backup was made; looks again after the first change of a day."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._told = window, 0
        window._backup_line = self  # type: ignore[attr-defined]  # noqa: SLF001 - lives as long as the window
        self.refresh(None)

    def refresh(self, _change: object) -> None:
        desk = self._window.desk
        today = desk.clock.today().toordinal()
        if self._told == today:
            return
        path = desk.workspace.plain.book.path
        made = newest(backup_folder(path), path.stem)
        if made:
            local = made.replace(tzinfo=UTC).astimezone(ZoneInfo(desk.clock.zone))
            self._told = today if local.date().toordinal() == today else 0
            self._window.top.saved.show_state(backup=local)


def is_demo(workspace: Workspace) -> bool:
    """Whether these are invented people and companies, to be tried out and left behind."""
    with workspace.read() as session:
        return of_portfolio(session, IS_DEMO)


def run(portfolio: Path | None, clock: Clock, language: str | None, passphrase: str | None, *, demo: bool) -> int:
    """Open the window and stay until it is closed; returns Qt's exit code."""
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise NoDisplay
    app = new_application()
    app.setApplicationName("Account workbench")
    Gathering(app)
    chosen = Settings()
    spoken = language or chosen.get(LANGUAGE) or QLocale.system().name()[:2]
    theme = chosen_theme(chosen)
    load_fonts()
    theme.apply(app)
    speak_stock(app, spoken)
    guard = ShortcutGuard(app, chosen)
    host = Host(chosen, theme, spoken, clock, guard)
    code = _work(app, host, portfolio, passphrase, demo=demo)
    while wants_own(app) or host.again:
        again, host.again = host.again or (None, None), None
        code = _work(app, host, *again, demo=False)
    return code


def _work(app: QApplication, host: Host, portfolio: Path | None, passphrase: str | None, *, demo: bool) -> int:
    """Open one portfolio and stay until its last window is closed; `host` is told if it is to be opened again."""
    workspace = arrive(host, portfolio, passphrase, demo=demo)
    if workspace is None:
        return 1
    speak_stock(app, host.language)  # a newcomer chooses it on the way
    chosen, theme = host.settings, host.theme
    window = _first_window(host, workspace)
    if window is None:
        return 1
    Crashes(lambda: window.desk.words, theme, window.complain).install()
    window.show()
    verdict = _Verdict(app, host, window)
    if host.guard:
        IdleWatch(window, window.desk, host.guard)
        # whoever hears every event makes Qt for Python name every kind of part: after the first page
        QTimer.singleShot(0, partial(app.installEventFilter, host.guard))
    follower = Follower(theme, chosen, window)
    follower.changed.connect(draw_windows_anew)
    # first the page, then what was left behind
    QTimer.singleShot(0, workspace.get_ready)
    tell_of_settings(window.desk)
    offer_sheet(host, window, workspace.book, window.desk.say)
    code = app.exec()
    host.language = window.desk.words.language
    verdict.settle()
    workspace.close()
    if verdict.problem:
        tell(host, verdict.problem)
        return 1
    wanted = taken_passphrase(app)
    if wants_to_edit(app):
        host.again = workspace.book.path, None
    if wanted:
        host.again = workspace.book.path, change_passphrase(host, workspace.book, wanted)
    return code


def _first_window(host: Host, workspace: Workspace) -> MainWindow | None:
    """The window with its first page, made while the file is checked; None where it cannot be read, which is told."""
    try:
        try:
            window = build_window(workspace, host.settings, host.language, host.theme)
            geometry.restore(window, host.settings)
            window.go(host.first_page)
        except Exception:
            # whatever went wrong with a damaged file, this is the reason
            workspace.make_sure()
            raise
    except UserError as problem:
        workspace.close()
        tell(host, problem)
        return None
    return window


class _Verdict:
    """Waits for the check of the file beside the window that shows it; a damaged one is closed, nothing changed.

    What was being typed when the program last died is brought back once the file is known to be whole.
    """

    def __init__(self, app: QApplication, host: Host, window: MainWindow) -> None:
        self._app, self._host, self._window = app, host, window
        self._workspace = window.desk.workspace.plain
        self.problem: UserError | None = None
        self._timer = QTimer(app)
        self._timer.setInterval(LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        if not self._workspace.is_judged:
            return
        self.settle()
        if self.problem:
            self._app.closeAllWindows()
            self._app.quit()
        else:
            restore_drafts(self._window)

    def settle(self) -> None:
        """Wait for the verdict, also when the window was closed before it came."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        try:
            self._workspace.make_sure()
        except UserError as problem:
            self.problem = problem
            return
        if not is_demo(self._workspace):
            self._host.settings.set(LAST_PORTFOLIO, str(self._workspace.book.path))


def tell_of_settings(desk: Desk) -> None:
    """Say in a sentence what is wrong with the settings; work goes on with what is usual."""
    settings, words = desk.settings, desk.words
    if settings.was_broken:
        desk.say(
            words(
                "The settings could not be read, so the usual ones are used. The old file is kept: {file}",
                file=str(settings.set_aside),
            )
        )
    elif not settings.save():
        desk.say(
            words(
                "Settings cannot be kept: {folder} cannot be written. Your portfolio is saved as always.",
                folder=str(settings.folder),
            )
        )


def restore_drafts(window: MainWindow) -> None:
    """Bring back what was being typed when the program last died, put the caret there, and say so."""
    window.capture.recall()
    desk = window.desk
    with desk.workspace.read() as session:
        found = waiting(session)
    if desk.workspace.plain.book.read_only or not found:
        return
    with desk.workspace.plain.change(RESTORED) as session:
        restored = restore(session)
    put_back(window, found[-1][0])
    desk.say(desk.words.many("{n} half-typed text was restored.", "{n} half-typed texts were restored.", restored))

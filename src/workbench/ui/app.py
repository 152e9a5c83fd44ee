"""The composition root of the window: everything is wired here, by hand."""

import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from workbench.demo.file import demo_file
from workbench.kernel import failures, paths
from workbench.kernel.clock import Clock
from workbench.kernel.drafts import restore, waiting
from workbench.kernel.errors import UserError
from workbench.kernel.settings import IS_DEMO, LANGUAGE, LAST_PORTFOLIO, Settings, of_portfolio
from workbench.kernel.words import N_, Words
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, is_encrypted, new_portfolio, open_portfolio
from workbench.ui import dialogs, geometry
from workbench.ui.bridge import LiveWorkspace
from workbench.ui.crash import Crashes
from workbench.ui.desk import Desk
from workbench.ui.keys import ShortcutGuard
from workbench.ui.plan import PLAN
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.tasks import Tasks
from workbench.ui.theme import Theme, chosen_theme, load_fonts

RESTORED = N_("Restore unsaved typing")


class NoDisplay(UserError):
    message = N_("There is no display to open a window on.")
    advice = N_("Set DISPLAY, or use the commands that need no window: workbench --help.")


def build_window(workspace: Workspace, chosen: Settings, language: str, theme: Theme) -> MainWindow:
    """The window over an open portfolio; tests and pictures build it just so."""
    live = LiveWorkspace(workspace)
    desk = Desk(live, Words.of(language), theme, chosen, Tasks(live), workspace.clock)
    with workspace.read() as session:
        is_demo = of_portfolio(session, IS_DEMO)
    name = desk.words("Demo data") if is_demo else workspace.book.path.stem
    window = MainWindow(desk, PLAN, f"{name} – Account workbench")
    live.setParent(window)
    return window


def run(portfolio: Path | None, clock: Clock, language: str | None, passphrase: str | None, *, demo: bool) -> int:
    """Open the window and stay until it is closed; returns Qt's exit code."""
    if not any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        raise NoDisplay
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Account workbench")
    chosen = Settings()
    spoken = language or chosen.get(LANGUAGE) or QLocale.system().name()[:2]
    theme = chosen_theme(chosen)
    load_fonts()
    theme.apply(app)
    _speak_stock_dialogs(app, spoken)
    guard = ShortcutGuard(app)
    app.installEventFilter(guard)
    workspace = _opened(
        _path(portfolio, chosen, spoken, clock, demo=demo), Access(clock, passphrase), Words.of(spoken), theme
    )
    if workspace is None:
        return 1
    window = build_window(workspace, chosen, spoken, theme)
    Crashes(Words.of(spoken), theme, window.complain).install()
    chosen.set(LAST_PORTFOLIO, str(workspace.book.path))
    geometry.restore(window, chosen)
    window.go("today")
    window.show()
    restore_drafts(window)
    code = app.exec()
    workspace.close()
    return code


def restore_drafts(window: MainWindow) -> None:
    """Bring back what was being typed when the program last died, and say so."""
    desk = window.desk
    with desk.workspace.read() as session:
        if desk.workspace.plain.book.read_only or not waiting(session):
            return
    with desk.workspace.plain.change(RESTORED) as session:
        restored = restore(session)
    desk.say(desk.words.many("{n} half-typed text was restored.", "{n} half-typed texts were restored.", restored))


def _opened(path: Path, access: Access, words: Words, theme: Theme) -> Workspace | None:
    """The workspace, after asking for the passphrase as often as it takes; None if the user gave up."""
    complaint = ""
    try:
        if not path.exists():
            return new_portfolio(path, access)
        while is_encrypted(path):
            phrase = access.passphrase or dialogs.ask_passphrase(words, theme, path.name, complaint)
            if phrase is None:
                return None
            try:
                return open_portfolio(path, Access(access.clock, phrase))
            except failures.WrongPassphrase as problem:
                complaint, access = problem.sentence(words), Access(access.clock)
        return open_portfolio(path, access)
    except failures.InUse as problem:
        logging.getLogger("workbench").info("opened for reading: in use")
        dialogs.tell(words, theme, problem.sentence(words))
        return open_portfolio(path, Access(access.clock, access.passphrase, read_only=True))
    except UserError as problem:
        dialogs.tell(words, theme, problem.sentence(words))
        return None


def _path(portfolio: Path | None, chosen: Settings, language: str, clock: Clock, *, demo: bool) -> Path:
    if demo:
        return demo_file(paths.private(paths.data_folder()), language, clock)
    if portfolio:
        return portfolio
    last = chosen.get(LAST_PORTFOLIO)
    if last and Path(last).exists():
        return Path(last)
    return paths.private(paths.data_folder()) / "my.portfolio"


def _speak_stock_dialogs(app: QApplication, language: str) -> None:
    translator = QTranslator(app)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)

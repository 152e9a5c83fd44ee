"""From the wish to begin to an open portfolio: which file, which passphrase, and what to say when it will not open."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from workbench.kernel import failures, paths
from workbench.kernel.clock import Clock
from workbench.kernel.database import Book
from workbench.kernel.errors import UserError
from workbench.kernel.settings import LANGUAGE, LAST_PORTFOLIO, PAPER, ROLE, Settings, change_setting
from workbench.kernel.words import N_, Words
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, is_encrypted, new_portfolio, open_portfolio
from workbench.ui.keys import ShortcutGuard
from workbench.ui.theme import Theme

if TYPE_CHECKING:
    from workbench.ui.shell.welcome import Beginning

WANTED = "new_passphrase"
PATIENT = 3  # wrong passphrases, before it may be the file
KINDS = N_("Portfolios (*.portfolio);;All files (*)")


@dataclass
class Host:
    """Who receives: the settings, the looks, the language and the clock of this start, and who hears every key."""

    settings: Settings
    theme: Theme
    language: str
    clock: Clock
    guard: ShortcutGuard | None = None
    first_page: str = "today"
    has_new_passphrase: bool = False
    again: tuple[Path, str | None] | None = None

    @property
    def words(self) -> Words:
        return Words.of(self.language)


def arrive(host: Host, portfolio: Path | None, passphrase: str | None, *, demo: bool) -> Workspace | None:
    """The workspace to show: what was named, the demo, the last one, or what a newcomer chooses; None if they leave."""
    try:
        if demo:
            return open_portfolio(_demo(host), Access(host.clock, is_first_look=True))
        last = host.settings.get(LAST_PORTFOLIO)
        path = portfolio or (Path(last) if last and Path(last).exists() else _usual())
        if not path.exists():
            return new_portfolio(path, Access(host.clock, passphrase)) if portfolio else _welcome(host)
        return _opened(host, path, Access(host.clock, passphrase, is_first_look=True))
    except UserError as problem:
        tell(host, problem)
        return None


def tell(host: Host, problem: UserError) -> None:
    """Say in a dialog of its own why there is nothing to show, or not what was asked for."""
    _dialogs().tell(host.words, host.theme, problem.sentence(host.words))


def _welcome(host: Host) -> Workspace | None:
    chosen = _dialogs().ask_beginning(host.words, host.theme, partial(_print_sheet, host))
    if chosen is None:
        return None
    host.language = chosen.language
    host.settings.set(LANGUAGE, chosen.language)
    if chosen.start.name == "DEMO":
        return open_portfolio(_demo(host), Access(host.clock))
    if chosen.start.name == "OPEN":
        found = _dialogs().file_to_open(host.words("Open a portfolio"), host.words(KINDS))
        return _opened(host, found, Access(host.clock)) if found else None
    return _begun(host, chosen)


def _begun(host: Host, chosen: "Beginning") -> Workspace:
    paths.private(paths.data_folder())
    workspace = new_portfolio(_usual(), Access(host.clock, chosen.passphrase))
    if chosen.role != ROLE.default:
        workspace.do(change_setting, ROLE, chosen.role)
    if chosen.start.name == "IMPORT":
        host.first_page = "import"
    return workspace


def reopen_with(app: QApplication, passphrase: str) -> None:
    """Close every window, so that the file can be encrypted anew and opened again."""
    app.setProperty(WANTED, passphrase)
    app.closeAllWindows()
    if any(isinstance(left, QMainWindow) and left.isVisible() for left in app.topLevelWidgets()):
        # somebody stayed because work is under way; quitting later must not change anything
        app.setProperty(WANTED, None)


def taken_passphrase(app: QCoreApplication) -> str:
    """The new passphrase that was asked for, or nothing; told once."""
    wanted = str(app.property(WANTED) or "")
    app.setProperty(WANTED, None)
    return wanted


def change_passphrase(host: Host, book: Book, passphrase: str) -> str | None:
    """Encrypt a closed portfolio anew; its passphrase now, None where it stayed as it was and why has been told."""
    try:
        rekey = import_module("workbench.safety.rekey")
        rekey.change_passphrase(book, passphrase, host.clock.now().strftime("%Y-%m-%d %H:%M UTC"))
    except UserError as problem:
        tell(host, problem)
        return None
    host.has_new_passphrase = True
    return passphrase


def offer_sheet(host: Host, page: QWidget, book: Book, say: Callable[..., None]) -> None:
    """After a change of the passphrase, say so and offer a new recovery sheet; once."""
    if host.has_new_passphrase:
        host.has_new_passphrase = False
        said = host.words("The passphrase is changed. Print a new recovery sheet and destroy the old one.")
        say(said, host.words("Print recovery sheet"), partial(_print_sheet, host, page, host.words, book.path))


def _print_sheet(host: Host, page: QWidget, words: Words, file: Path | None = None) -> None:
    """Write the recovery sheet of a file, else of the one about to be made; what is typed does not get into it."""
    target = _dialogs().file_to_write(page, words("Print recovery sheet"), words("Recovery sheet.pdf"), "PDF (*.pdf)")
    if target is None:
        return
    # the press is heavy, and hardly any start needs it
    papers = import_module("workbench.papers.recovery.document")
    sheet = papers.RecoverySheet(file or _usual(), host.clock.today())
    try:
        papers.print_recovery_sheet(sheet, words.language, host.settings.get(PAPER), target)
    except UserError as problem:
        _dialogs().tell(words, host.theme, problem.sentence(words))
    else:
        said = words("The sheet is in {file}. Print it, and write the passphrase on it by hand.", file=str(target))
        _dialogs().tell(words, host.theme, said)


def _opened(host: Host, path: Path, access: Access) -> Workspace | None:
    """The workspace, after asking for the passphrase as often as it takes."""
    complaint, tries = "", 0
    while True:
        if is_encrypted(path) and not access.passphrase:
            phrase = _dialogs().ask_passphrase(host.words, host.theme, path.name, complaint)
            if phrase is None:
                return None
            access = replace(access, passphrase=phrase)
        try:
            return open_portfolio(path, access)
        except (failures.WrongPassphrase, failures.NeedsPassphrase) as problem:
            tries += 1
            complaint, access = _refused(host.words, problem, tries), replace(access, passphrase=None)
        except failures.InUse as problem:
            if access.read_only:
                raise
            tell(host, problem)
            access = replace(access, read_only=True)


def _refused(words: Words, problem: UserError, tries: int) -> str:
    """The short answer to a slip; whoever is sure of the phrase hears what else it can be."""
    if tries < PATIENT:
        return words("That is not the passphrase.")
    return words("That is not the passphrase (try {n}). {more}", n=tries, more=problem.sentence(words))


def _dialogs() -> Any:
    """Most starts ask nothing, and dialogs bring printing along."""
    return import_module("workbench.ui.dialogs")


def _usual() -> Path:
    return paths.data_folder() / "my.portfolio"


def _demo(host: Host) -> Path:
    # a start with one's own portfolio does not need the story of the demo
    made = import_module("workbench.demo.file").demo_file
    return Path(made(paths.private(paths.data_folder()), host.language, host.clock))

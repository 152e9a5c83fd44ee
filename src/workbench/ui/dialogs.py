"""The only modal windows: choosing a file, a passphrase, and the few questions that undo cannot answer."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QFileDialog, QWidget

from workbench.kernel.database import Book
from workbench.kernel.words import Words
from workbench.ui.layout import column, row
from workbench.ui.shell.new_passphrase import NewPassphrase
from workbench.ui.shell.welcome import Beginning, Welcome
from workbench.ui.theme import Theme
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.phrase import PhraseField
from workbench.ui.widgets.said import Said

LOOKED = "has_looked_for_files"


def _where() -> str:
    """Where somebody begins to look for a file: at home; after that where Qt knows that they were last."""
    app = QApplication.instance()
    has_looked = app is None or bool(app.property(LOOKED))
    if app is not None:
        app.setProperty(LOOKED, True)
    return "" if has_looked else QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)


def files_to_open(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """Files the user chose, none if they thought better of it."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, _where(), kinds)
    return [Path(name) for name in names]


def file_to_write(parent: QWidget, title: str, suggested: str, kinds: str) -> Path | None:
    """Where to write; the system's dialog asks before it replaces a file."""
    name, _ = QFileDialog.getSaveFileName(parent, title, suggested, kinds)
    return Path(name) if name else None


def folder_of_choice(parent: QWidget, title: str) -> Path | None:
    """A folder the user chose, None if they thought better of it."""
    name = QFileDialog.getExistingDirectory(parent, title, _where())
    return Path(name) if name else None


def printer_of_choice(parent: QWidget) -> QPrinter | None:
    """The printer the user chose in the system's dialog, with its settings."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


class PassphraseDialog(QDialog):
    """Asks for the passphrase of a portfolio and says so when it was not the one."""

    def __init__(self, words: Words, theme: Theme, sentence: str, complaint: str = "") -> None:
        super().__init__()
        self.setWindowTitle(words("Passphrase"))
        self._field = PhraseField(words, theme, "passphrase")
        wanted = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(wanted.Ok | wanted.Cancel)
        buttons.button(wanted.Ok).setText(words("Open"))
        buttons.button(wanted.Cancel).setText(words("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        text = Said(theme, sentence, wraps=True)
        trouble = Said(theme, complaint, "label", "crit", wraps=True)
        trouble.setVisible(bool(complaint))
        self.setLayout(column(text, self._field, trouble, buttons, margins=(20, 16, 20, 16), gap=12))
        self.setMinimumWidth(theme.px(420))

    @property
    def passphrase(self) -> str:
        return self._field.line.text()


def ask_passphrase(words: Words, theme: Theme, name: str, complaint: str = "") -> str | None:
    """The passphrase for a file, None if the user gave up."""
    dialog = PassphraseDialog(words, theme, words("{name} is encrypted. Type its passphrase.", name=name), complaint)
    return dialog.passphrase if dialog.exec() == QDialog.DialogCode.Accepted else None


def ask_new_passphrase(words: Words, theme: Theme, book: Book) -> str | None:
    """Another passphrase for an open portfolio, None if it shall keep the one it has."""
    dialog = NewPassphrase(words, theme, book)
    return dialog.passphrase if dialog.exec() == QDialog.DialogCode.Accepted else None


def ask_beginning(words: Words, theme: Theme, sheet: Callable[[QWidget, Words], None]) -> Beginning | None:
    """What a newcomer begins with, None if they left; the page speaks the language that is chosen on it.

    `sheet` prints the recovery sheet when it is asked for.
    """
    before: Beginning | None = None
    while True:
        spoken: list[str] = []
        page = Welcome(words, theme)
        if before:
            page.take(before)
        page.relanguaged.connect(spoken.append)
        page.relanguaged.connect(page.reject)
        page.sheet_wanted.connect(partial(sheet, page, words))
        if page.exec() == QDialog.DialogCode.Accepted:
            return page.beginning
        if not spoken:
            return None
        before, words = page.beginning, Words.of(spoken[0])


def file_to_open(title: str, kinds: str) -> Path | None:
    """One file the user chose before there is a window."""
    name, _ = QFileDialog.getOpenFileName(None, title, _where(), kinds)
    return Path(name) if name else None


class Told(QDialog):
    """A sentence before there is a window to say it in."""

    def __init__(self, words: Words, theme: Theme, sentence: str) -> None:
        super().__init__()
        self.setWindowTitle("Account workbench")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(words("Close"))
        buttons.rejected.connect(self.reject)
        self.setLayout(column(Said(theme, sentence, wraps=True), buttons, margins=(20, 16, 20, 16), gap=14))
        self.setMinimumWidth(420)


def tell(words: Words, theme: Theme, sentence: str) -> None:
    """Say why there is no window, or why it can only be looked at."""
    Told(words, theme, sentence).exec()


class Question(QDialog):
    """Asks before something that undo cannot bring back; the buttons are verbs, and the safe one is the default."""

    def __init__(self, theme: Theme, sentence: str, do_it: str, leave_it: str) -> None:
        super().__init__()
        self.setWindowTitle(do_it)
        act = button(theme, do_it)
        keep = button(theme, leave_it, look="primary")
        keep.setDefault(True)
        act.setAutoDefault(False)
        act.clicked.connect(self.accept)
        keep.clicked.connect(self.reject)
        text = Said(theme, sentence, wraps=True)
        self.setLayout(column(text, row(None, act, keep), margins=(20, 16, 20, 16), gap=16))
        self.setMinimumWidth(400)


class Quit(QDialog):
    """Asks whoever quits what becomes of the work under way; Esc stays, and nothing is stopped."""

    WAIT, STOP = 2, 3

    def __init__(self, words: Words, theme: Theme, name: str) -> None:
        super().__init__()
        self.setWindowTitle(words("Quit"))
        ways = [
            ("wait", button(theme, words("Finish first"), look="primary"), self._wait),
            ("stop", button(theme, words("Stop it and quit")), self._stop),
            ("stay", button(theme, words("Stay")), self.reject),
        ]
        for key, made, act in ways:
            made.setObjectName(f"quit.{key}")
            made.setAutoDefault(False)
            made.clicked.connect(act)
        ways[0][1].setDefault(True)
        said = words("“{name}” is still under way. Stopped, it leaves nothing behind.", name=name)
        buttons = row(None, *(made for _, made, _ in ways), gap=8)
        self.setLayout(column(Said(theme, said, wraps=True), buttons, margins=(20, 16, 20, 16), gap=16))
        self.setMinimumWidth(theme.px(440))

    def _wait(self) -> None:
        self.done(self.WAIT)

    def _stop(self) -> None:
        self.done(self.STOP)


def how_to_quit(words: Words, theme: Theme, name: str) -> int:
    """Quit.WAIT, Quit.STOP, or zero to stay."""
    return Quit(words, theme, name).exec()


def is_sure(question: Question) -> bool:
    """Whether the user wants it done; closing the window means no."""
    return question.exec() == QDialog.DialogCode.Accepted

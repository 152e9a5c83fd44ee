"""The only modal windows: choosing a file, a passphrase, and the few questions that undo cannot answer."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QLineEdit, QWidget

from workbench.kernel.words import Words
from workbench.ui.layout import column
from workbench.ui.theme import Theme
from workbench.ui.widgets.said import Said


def files_to_open(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """Files the user chose, none if they thought better of it."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, "", kinds)
    return [Path(name) for name in names]


def file_to_write(parent: QWidget, title: str, suggested: str, kinds: str) -> Path | None:
    """Where to write; the system's dialog asks before it replaces a file."""
    name, _ = QFileDialog.getSaveFileName(parent, title, suggested, kinds)
    return Path(name) if name else None


class PassphraseDialog(QDialog):
    """Asks for the passphrase of a portfolio and says so when it was not the one."""

    def __init__(self, words: Words, theme: Theme, sentence: str, complaint: str = "") -> None:
        super().__init__()
        self.setWindowTitle(words("Passphrase"))
        self._field = QLineEdit()
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setAccessibleName(words("Passphrase"))
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
        self.setMinimumWidth(380)

    @property
    def passphrase(self) -> str:
        return self._field.text()


def ask_passphrase(words: Words, theme: Theme, name: str, complaint: str = "") -> str | None:
    """The passphrase for a file, None if the user gave up."""
    dialog = PassphraseDialog(words, theme, words("{name} is encrypted. Type its passphrase.", name=name), complaint)
    return dialog.passphrase if dialog.exec() == QDialog.DialogCode.Accepted else None

"""Another passphrase: the old one is asked, the new one twice; the file is encrypted anew while it is closed."""

from PySide6.QtWidgets import QDialog, QGridLayout

from workbench.kernel.database import Book
from workbench.kernel.strength import strength_of
from workbench.kernel.words import N_, Words
from workbench.safety.rekey import is_passphrase
from workbench.ui.layout import column, row
from workbench.ui.shell.welcome import JUDGED
from workbench.ui.theme import Theme
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.phrase import PhraseField
from workbench.ui.widgets.said import Said

FIELDS = (("old", N_("Passphrase until now")), ("new", N_("New passphrase")), ("again", N_("The new one again")))


class NewPassphrase(QDialog):
    """Takes the new passphrase once the old one is right and both new ones are the same."""

    def __init__(self, words: Words, theme: Theme, book: Book) -> None:
        super().__init__()
        self._words, self._theme, self._book = words, theme, book
        self.setWindowTitle(words("Change the passphrase"))
        self.fields = {key: PhraseField(words, theme, f"new_passphrase.{key}") for key, _ in FIELDS}
        lines = QGridLayout()
        lines.setColumnStretch(1, 1)
        for place, (key, label) in enumerate(FIELDS):
            self.fields[key].line.setAccessibleName(words(label))
            lines.addWidget(Said(theme, words(label), "label", "text2"), place, 0)
            lines.addWidget(self.fields[key], place, 1)
        self.trouble = Said(theme, "", "label", "crit", wraps=True)
        self.trouble.hide()
        self._strength = Said(theme, "", "label", "text2", wraps=True)
        self.act = button(theme, words("Change the passphrase"), look="primary")
        self.act.setObjectName("new_passphrase.change")
        self.act.setDefault(True)
        self.act.clicked.connect(self._take)
        leave = button(theme, words("Cancel"))
        leave.setObjectName("new_passphrase.cancel")
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        self.fields["new"].edited.connect(self._weigh)
        told = words(
            "The portfolio is closed, encrypted anew and opened again. "
            "Backups made so far still open with the passphrase until now."
        )
        said = Said(theme, told, "body", "text2", wraps=True)
        foot = row(None, leave, self.act, gap=8)
        body = (said, lines, self._strength, self.trouble, foot)
        self.setLayout(column(*body, margins=(20, 16, 20, 16), gap=12))
        self.setMinimumWidth(theme.px(520))
        self._weigh("")

    @property
    def passphrase(self) -> str:
        """The new one."""
        return self.fields["new"].line.text()

    def _weigh(self, text: str) -> None:
        strength = strength_of(text)
        token, mark, advice = JUDGED[strength]
        self._strength.dress(token)
        self._strength.setText(mark + self._words(advice))
        self.act.setEnabled(strength.is_enough)

    def _take(self) -> None:
        key, why = self._refusal()
        if not why:
            self.accept()
            return
        self.trouble.setText("▲ " + why)
        self.trouble.show()
        self.adjustSize()
        self.fields[key].line.setFocus()
        self.fields[key].line.selectAll()

    def _refusal(self) -> tuple[str, str]:
        if self.passphrase != self.fields["again"].line.text():
            return "again", self._words("The two new passphrases are not the same.")
        if not is_passphrase(self._book, self.fields["old"].line.text()):
            return "old", self._words("That is not the passphrase.")
        return "", ""

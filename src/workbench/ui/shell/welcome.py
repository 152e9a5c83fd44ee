"""The first page of all: one page, four choices, everything can be changed later."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QWidget

from workbench.kernel.passphrase import SHORTEST
from workbench.kernel.words import LANGUAGES, N_, Words
from workbench.ui.layout import column, grid, holding, row
from workbench.ui.theme import Theme
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.said import Said

LONG = 16
NAMES = {"en": "English", "es": "Español"}
ROLES = (("am", N_("Account manager")), ("kam", N_("Key account manager")))


class Start(Enum):
    """What to begin with."""

    DEMO = auto()
    EMPTY = auto()
    OPEN = auto()


STARTS = (
    (Start.DEMO, N_("The demo portfolio")),
    (Start.EMPTY, N_("An empty portfolio")),
    (Start.OPEN, N_("A portfolio I have…")),
)


@dataclass(frozen=True)
class Beginning:
    """What somebody chose who starts the program for the first time. Without a passphrase the file is not encrypted."""

    start: Start
    language: str
    role: str
    passphrase: str | None


class Welcome(QDialog):
    """Asks for language, role, passphrase and what to begin with."""

    relanguaged = Signal(str)

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self._words, self._theme = words, theme
        self.setWindowTitle(words("Welcome"))
        self._language = self._choice(N_("Language"), [(code, NAMES[code]) for code in LANGUAGES])
        self._language.setCurrentIndex(LANGUAGES.index(words.language))
        self._role = self._choice(N_("I am"), ROLES)
        self._start = self._choice(N_("Start with"), STARTS)
        self._phrase = QLineEdit()
        self._phrase.setObjectName("welcome.passphrase")
        self._phrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._phrase.setAccessibleName(words("Passphrase"))
        self._shown = QCheckBox(words("Show it"))
        self._plain = QCheckBox(words("No passphrase: everybody who has the file can read it"))
        self._strength = Said(theme, "", "label", "muted", wraps=True)
        self._strength.setMinimumHeight(2 * self._strength.fontMetrics().lineSpacing())
        self._strength.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._begin = button(theme, words("Begin"), look="primary")
        self._begin.setObjectName("welcome.start")
        self._begin.setDefault(True)
        self._lay_out()
        self._connect()
        self._weigh()

    @property
    def beginning(self) -> Beginning:
        """What is chosen now."""
        wants_key = self._start.currentData() is Start.EMPTY and not self._plain.isChecked()
        return Beginning(
            self._start.currentData(),
            self._language.currentData(),
            self._role.currentData(),
            self._phrase.text() if wants_key else None,
        )

    def _choice(self, label: str, options: object) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(self._words(label))
        made.setObjectName(f"welcome.{label.lower().replace(' ', '_')}")
        assert isinstance(options, list | tuple)
        for value, text in options:
            made.addItem(self._words(text), value)
        return made

    def _lay_out(self) -> None:
        words, theme = self._words, self._theme
        said = words("Everything you enter stays in one file on this computer. It never goes online.")
        self._secret = holding(
            column(
                row(self._phrase, self._shown, gap=12, stretch=(1,)),
                self._strength,
                self._plain,
                margins=(0, 0, 0, 0),
                gap=6,
            )
        )
        lines: list[tuple[QWidget, QWidget]] = [
            (self._label(N_("Language")), self._language),
            (self._label(N_("I am")), self._role),
            (self._label(N_("Start with")), self._start),
        ]
        self._key_label = self._label(N_("Passphrase"))
        self._key_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._key_label.setContentsMargins(0, 6, 0, 0)
        lines.append((self._key_label, self._secret))
        self.setLayout(
            column(
                Said(theme, words("Welcome"), "display"),
                Said(theme, said, "body", "text2", wraps=True),
                8,
                grid(lines, gap=(16, 12)),
                12,
                row(None, self._begin),
                margins=(28, 24, 28, 22),
                gap=8,
            )
        )
        self.setFixedWidth(theme.px(560))

    def _label(self, text: str) -> Said:
        return Said(self._theme, self._words(text), "label", "text2")

    def _connect(self) -> None:
        self._language.activated.connect(self._speak)
        self._start.currentIndexChanged.connect(self._weigh)
        self._phrase.textChanged.connect(self._weigh)
        self._plain.toggled.connect(self._weigh)
        self._shown.toggled.connect(self._show_phrase)
        self._begin.clicked.connect(self.accept)

    def _speak(self) -> None:
        self.relanguaged.emit(self._language.currentData())

    def _show_phrase(self) -> None:
        modes = QLineEdit.EchoMode
        self._phrase.setEchoMode(modes.Normal if self._shown.isChecked() else modes.Password)

    def _weigh(self) -> None:
        """Say how good the passphrase is; without one, only what needs none can start."""
        chosen, length = self.beginning, len(self._phrase.text())
        is_new = chosen.start is Start.EMPTY
        self._secret.setVisible(is_new)
        self._key_label.setVisible(is_new)
        self._phrase.setEnabled(not self._plain.isChecked())
        advice = N_("There is no way back into the file without it. Write it down.")
        if length < SHORTEST:
            advice = N_("Take at least ten letters: four words that do not belong together are good.")
        elif length < LONG:
            advice = N_("Good enough. Longer is better. Write it down: there is no way back into the file without it.")
        self._strength.setText("" if self._plain.isChecked() else self._words(advice))
        self._begin.setEnabled(not is_new or self._plain.isChecked() or length >= SHORTEST)
        self.adjustSize()

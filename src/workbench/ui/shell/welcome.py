"""The first page of all: one page, four choices, everything can be changed later."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QLayout, QWidget

from workbench.kernel.strength import Strength, strength_of
from workbench.kernel.words import LANGUAGES, N_, Words
from workbench.ui.layout import column, holding, row, scrolling
from workbench.ui.theme import Theme
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.phrase import PhraseField
from workbench.ui.widgets.radios import Radios
from workbench.ui.widgets.said import Said

NAMES = {"en": "English", "es": "Español"}
ROLES = (("am", N_("Account manager")), ("kam", N_("Key account manager")))
WIDTH, ASIDE, EDGE = 800, 220, 24


class Start(Enum):
    """What to begin with."""

    DEMO = auto()
    EMPTY = auto()
    IMPORT = auto()
    OPEN = auto()


NEW = (Start.EMPTY, Start.IMPORT)
STARTS = (
    (Start.DEMO, N_("The demo portfolio")),
    (Start.EMPTY, N_("An empty portfolio")),
    (Start.IMPORT, N_("Import…")),
    (Start.OPEN, N_("A portfolio I have…")),
)
JUDGED = {
    Strength.SHORT: ("text2", "", N_("Take at least ten letters: four words that do not belong together are good.")),
    Strength.COMMON: ("warn", "▲ ", N_("Too well known: it is among the first that anybody would try.")),
    Strength.FAIR: ("ok", "✓ ", N_("Good enough. Longer is better.")),
    Strength.STRONG: ("ok", "✓ ", N_("Strong.")),
}


@dataclass(frozen=True)
class Beginning:
    """What somebody chose who starts the program for the first time. Without a passphrase the file is not encrypted."""

    start: Start
    language: str
    role: str
    passphrase: str | None


class Welcome(QDialog):
    """Asks for language, role, passphrase and what to begin with."""

    relanguaged = Signal(object)
    sheet_wanted = Signal()

    def __init__(self, words: Words, theme: Theme) -> None:
        super().__init__()
        self._words, self._theme = words, theme
        self.setWindowTitle(words("Welcome"))
        self._language = self._choice(N_("Language"), "language", [(code, NAMES[code]) for code in LANGUAGES])
        self._language.take(words.language)
        self._role = self._choice(N_("I am"), "i_am", ROLES)
        self._start = self._choice(N_("Start with"), "start_with", STARTS)
        self._phrase = PhraseField(words, theme, "welcome.passphrase")
        self._plain = QCheckBox(words("No passphrase: everybody who has the file can read it"))
        self._plain.setObjectName("welcome.plain")
        self._strength = Said(theme, "", "label", "text2", wraps=True)
        self._strength.setMinimumHeight(2 * self._strength.fontMetrics().lineSpacing())
        self._strength.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._sheet = button(theme, words("Print recovery sheet"), "printer")
        self._sheet.setObjectName("welcome.sheet")
        self._sheet.setAutoDefault(False)
        self._begin = button(theme, words("Begin"), look="primary")
        self._begin.setObjectName("welcome.start")
        self._begin.setDefault(True)
        self._lay_out()
        self._connect()
        self._weigh()

    @property
    def beginning(self) -> Beginning:
        """What is chosen now."""
        wants_key = self._start.value in NEW and not self._plain.isChecked()
        phrase = self._phrase.line.text() if wants_key else None
        return Beginning(self._start.value, self._language.value, self._role.value, phrase)

    def take(self, before: Beginning) -> None:
        """Choose what was chosen before the page was drawn in another language."""
        self._role.take(before.role)
        self._start.take(before.start)
        self._phrase.line.setText(before.passphrase or "")

    def _choice(self, label: str, key: str, options: object) -> Radios:
        assert isinstance(options, list | tuple)
        spoken = [(value, self._words(text)) for value, text in options]
        return Radios(self._words(label), f"welcome.{key}", spoken)

    def _lay_out(self) -> None:
        words, theme = self._words, self._theme
        promise = words("Everything you enter stays in one file on this computer. It never goes online.")
        reset = words("There is no reset. Print the recovery sheet or write the phrase down.")
        aside = (
            Said(theme, words("Welcome"), "display", wraps=True),
            Said(theme, promise, "body", "text2", wraps=True),
        )
        self._secret = holding(
            column(
                self._phrase,
                self._strength,
                Said(theme, reset, "label", "text2", wraps=True),
                row(self._sheet, None),
                self._plain,
                gap=8,
            )
        )
        room = QGuiApplication.primaryScreen().availableGeometry()
        is_wide = room.width() >= theme.px(WIDTH) + 2 * EDGE
        across = min(theme.px(WIDTH if is_wide else WIDTH - ASIDE), room.width() - 2 * EDGE)
        body: QLayout
        if is_wide:
            left = holding(column(*aside, None, gap=10))
            left.setFixedWidth(theme.px(ASIDE))
            body = row(left, 12, holding(column(self._lines(), None)), gap=16, stretch=(0, 0, 1))
        else:
            body = column(*aside, 6, self._lines(), None, gap=8)
        inside = scrolling(holding(column(body, margins=(28, 24, 28, 8))))
        foot = row(None, self._begin, margins=(28, 8, 28, 22))
        self.setLayout(column(inside, foot, gap=0, stretch=(1, 0)))
        self.resize(across, min(theme.px(430 if is_wide else 500), room.height() - 2 * EDGE))

    def _lines(self) -> QGridLayout:
        """The choices under each other, numbered."""
        made = QGridLayout()
        made.setHorizontalSpacing(12)
        made.setVerticalSpacing(14)
        made.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        lines: tuple[tuple[str, QWidget], ...] = (
            (N_("Language"), self._language),
            (N_("I am"), self._role),
            (N_("Start with"), self._start),
            (N_("Passphrase"), self._secret),
        )
        for place, (label, editor) in enumerate(lines):
            number = Said(self._theme, str(place + 1), "strong", "accent_text")
            name = Said(self._theme, self._words(label), "label", "text2")
            made.addWidget(number, place, 0, top)
            made.addWidget(name, place, 1, top)
            made.addWidget(editor, place, 2)
            self._last = (number, name)
        return made

    def _connect(self) -> None:
        self._language.chosen.connect(self.relanguaged)
        self._start.chosen.connect(self._weigh)
        self._phrase.edited.connect(self._weigh)
        self._plain.toggled.connect(self._weigh)
        self._sheet.clicked.connect(self.sheet_wanted)
        self._begin.clicked.connect(self.accept)

    def _weigh(self) -> None:
        """Say how good the passphrase is; without one, only what needs none can start."""
        is_new, is_plain = self._start.value in NEW, self._plain.isChecked()
        strength = strength_of(self._phrase.line.text())
        for part in (self._secret, *self._last):
            part.setVisible(is_new)
        self._phrase.setEnabled(not is_plain)
        self._sheet.setEnabled(not is_plain)
        token, mark, advice = JUDGED[strength]
        self._strength.dress(token)
        self._strength.setText("" if is_plain else mark + self._words(advice))
        self._begin.setEnabled(not is_new or is_plain or strength.is_enough)

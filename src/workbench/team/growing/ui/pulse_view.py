"""The short pulse: three questions without a name, and what all answered together."""

from PySide6.QtCore import QRectF, QSize, Qt, SignalInstance
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.kernel.words import N_
from workbench.team.growing import commands
from workbench.team.growing.gaps import LEAST_ANSWERS
from workbench.team.growing.queries import pulse
from workbench.team.growing.usual import PULSE_QUESTIONS
from workbench.team.growing.views import PulseQuestion, PulseRound
from workbench.team.growth import PULSE_ANSWERS
from workbench.ui.desk import Desk
from workbench.ui.layout import column, emptied, holding, row, scrolling
from workbench.ui.menu import Entry
from workbench.ui.theme import Theme
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Card
from workbench.ui.widgets.radios import Radios
from workbench.ui.widgets.said import Said

TABLES = ("pulse_answer",)
MOST = max(PULSE_ANSWERS)


class PulseView(QWidget):
    """Left the questions to answer, right the rounds."""

    def __init__(self, desk: Desk, _wanted: SignalInstance) -> None:
        super().__init__()
        self._desk = desk
        theme, words = desk.theme, desk.words
        self.answers = [self._scale(place, question) for place, question in enumerate(PULSE_QUESTIONS)]
        give = button(theme, words("Give my answers"), "check", "primary")
        give.setObjectName("skills.pulse.give")
        give.clicked.connect(self.give)
        self._why = Said(theme, "", "caption", "crit", wraps=True)
        self._why.hide()
        asked = Card(theme)
        promise = Said(theme, words(PROMISE), "caption", "muted", wraps=True)
        pieces: list[QWidget | int] = []
        for question, scale in zip(PULSE_QUESTIONS, self.answers, strict=True):
            pieces += [Said(theme, words(question), "body", wraps=True), scale, 6]
        ends = Said(theme, words("1 is not at all, 5 is fully."), "caption", "muted")
        title = Said(theme, words("Answer the pulse"), "subtitle")
        asked.setLayout(
            column(title, ends, *pieces, self._why, row(give, None), promise, margins=(16, 12, 16, 14), gap=6)
        )
        self._rounds = QVBoxLayout()
        self._rounds.setContentsMargins(0, 0, 0, 0)
        self._rounds.setSpacing(12)
        right = holding(column(self._rounds, None))
        body = row(holding(column(asked, None)), right, gap=14, margins=(20, 12, 16, 16), stretch=(1, 1))
        self.setLayout(column(scrolling(holding(body))))

    @property
    def widget(self) -> QWidget:
        return self

    def home(self) -> QWidget:
        return self.answers[0].focusProxy() or self.answers[0]

    def entries(self) -> list[Entry]:
        return []

    def read(self) -> None:
        """Show what all answered together."""
        with self._desk.workspace.read() as session:
            rounds = pulse(session)
        emptied(self._rounds)
        theme, words = self._desk.theme, self._desk.words
        for one in rounds:
            card = Card(theme)
            card.setLayout(column(*self._told(one), margins=(16, 12, 16, 12), gap=6))
            self._rounds.addWidget(card)
        if not rounds:
            nobody = Card(theme)
            said = Said(theme, words("Nobody has answered yet."), "body", "muted", wraps=True)
            nobody.setLayout(column(said, margins=(16, 12, 16, 12)))
            self._rounds.addWidget(nobody)

    def give(self) -> None:
        """Count the answers in, and leave the questions blank for whoever comes next."""
        desk, words = self._desk, self._desk.words
        given = {question: scale.value for question, scale in zip(PULSE_QUESTIONS, self.answers, strict=True)}
        is_whole = all(value is not None for value in given.values())
        self._why.setText("" if is_whole else words("Every question is answered with 1 to 5."))
        self._why.setVisible(not is_whole)
        if is_whole and desk.attempt(lambda: desk.workspace.do(commands.answer_pulse, desk.clock.today(), given)):
            for scale in self.answers:
                scale.take(None)
            self.home().setFocus(Qt.FocusReason.OtherFocusReason)
            desk.done(words("Thank you. Your answers are counted."))

    def _scale(self, place: int, question: str) -> Radios:
        words, number = self._desk.words, self._desk.formats.number
        options = [(None, words("no answer")), *((n, number(n)) for n in PULSE_ANSWERS)]
        return Radios(words(question), f"skills.pulse.{place}", options)

    def _told(self, one: PulseRound) -> list[QWidget]:
        theme, words, formats = self._desk.theme, self._desk.words, self._desk.formats
        month = words("{month} {year}", month=formats.month(one.month).capitalize(), year=one.month.year)
        count = words.many("{n} person answered", "{n} people answered", one.count)
        head = holding(row(Said(theme, month, "subtitle"), Said(theme, count, "label", "muted"), None))
        if one.count < LEAST_ANSWERS:
            text = words.many(
                "Three answers are needed; there is {n}.", "Three answers are needed; there are {n}.", one.count
            )
            return [head, Said(theme, text, "body", "text2", wraps=True)]
        return [head, *(part for question in one.questions for part in self._question(question))]

    def _question(self, one: PulseQuestion) -> list[QWidget]:
        theme, words, formats = self._desk.theme, self._desk.words, self._desk.formats
        mean = formats.number(one.mean, 1)
        if one.before is None:
            said = words("{mean} of 5", mean=mean)
        else:
            said = words("{mean} of 5, the round before {before}", mean=mean, before=formats.number(one.before, 1))
        text = Said(theme, words(one.question), "label", "text2", wraps=True)
        return [text, _MeanBar(theme, one.mean or 0, said)]


class _MeanBar(QWidget):
    """A mean from 1 to 5 as a bar with its number."""

    def __init__(self, theme: Theme, mean: float, said: str) -> None:
        super().__init__()
        self._theme, self._mean, self._said = theme, mean, said
        self.setAccessibleName(said)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(220), self._theme.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("text"))
        painter.drawText(QRectF(0, 0, self.width(), px(18)), int(Qt.AlignmentFlag.AlignLeft), self._said)
        track = QRectF(1, px(21), self.width() - 2, px(9))
        painter.setPen(theme.color("border_strong"))
        painter.setBrush(theme.color("subtle"))
        painter.drawRoundedRect(track, 3, 3)
        filled = QRectF(track)
        filled.setWidth(track.width() * (self._mean - 1) / (MOST - 1))
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(filled, 3, 3)


PROMISE = N_(
    "Nobody's name is kept. Answers stay in this portfolio, are in no export and on no paper, and are shown only where "
    "three or more have answered."
)

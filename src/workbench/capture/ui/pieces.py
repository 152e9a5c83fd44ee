"""What was understood of a line, piece by piece, and how each is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from workbench.action_items.model import Direction, Priority
from workbench.capture.captured import Captured, Kind, Part, Question, Span
from workbench.capture.directory import Directory
from workbench.kernel.formats import Formats
from workbench.kernel.words import N_, Words
from workbench.ui import icons, painting
from workbench.ui.theme import Theme
from workbench.ui.widgets.said import explain

KINDS = {
    Kind.ACTION: (N_("Action"), "circle-check-big"),
    Kind.MEETING: (N_("Meeting"), "calendar"),
    Kind.NOTE: (N_("Note"), "sticky-note"),
    Kind.DECISION: (N_("Decision"), "check"),
}
# in the order in which they are shown
PARTS = {
    Part.DAY: (N_("When"), "calendar-clock"),
    Part.TIME: (N_("When"), "calendar-clock"),
    Part.ACCOUNT: (N_("Account"), "building-2"),
    Part.PERSON: (N_("Contact"), "user"),
    Part.DEPARTMENT: (N_("Department"), "wrench"),
    Part.PRIORITY: (N_("Priority"), "flag"),
    Part.START: (N_("Start"), "play"),
    Part.REPEAT: (N_("Repeats"), "refresh-cw"),
    Part.DIRECTION: (N_("Waiting for"), "clock"),
}


@dataclass(frozen=True)
class Understood:
    """One piece: its label, icon and value, the part of the line it stands for, and what is open about it."""

    label: str
    icon: str
    value: str
    span: Span | None = None
    question: Question | None = None


UNKNOWN = N_("Nobody here is called so.")
NOTHING = Understood("", "circle", "")


def understood(said: Captured, names: Directory, formats: Formats) -> list[Understood]:
    """The pieces of a line, what it is first, each at its place whether it is clear or not."""
    label, icon = KINDS[said.kind]
    order = [label for label, _ in PARTS.values()]
    pieces = sorted(_parts(said, names, formats), key=lambda piece: order.index(piece.label))
    return [Understood(label, icon, said.title or "…"), *pieces]


def _parts(said: Captured, names: Directory, formats: Formats) -> Iterator[Understood]:
    words = formats.words
    by_id = {entry.id: entry.name for entry in names.entries}
    if said.day or said.at:
        yield _piece(said, Part.DAY, _when(said, formats), Part.TIME)
    if said.account_id in by_id:
        yield _piece(said, Part.ACCOUNT, by_id[said.account_id])
    people = ", ".join(by_id[key] for key in (*said.people, *said.members) if key in by_id)
    if people:
        yield _piece(said, Part.PERSON, people)
    if said.department_id in by_id:
        yield _piece(said, Part.DEPARTMENT, by_id[said.department_id])
    if said.direction is Direction.THEY_OWE:
        yield _piece(said, Part.DIRECTION, said.waiting_for or words(Direction.THEY_OWE.label))
    if said.start:
        yield _piece(said, Part.START, formats.day(said.start))
    if said.rule:
        span = next((span for span in said.spans if span.part is Part.REPEAT), None)
        yield _piece(said, Part.REPEAT, said.line[span.begin : span.end] if span else said.rule)
    if said.priority is not Priority.NORMAL:
        yield _piece(said, Part.PRIORITY, words(said.priority.label))
    for question in said.questions:
        label, icon = PARTS[question.span.part]
        yield Understood(label, icon, _asked(said, question, formats), question.span, question)


def _piece(said: Captured, part: Part, value: str, other: Part | None = None) -> Understood:
    label, icon = PARTS[part]
    span = next((span for span in said.spans if span.part in (part, other)), None)
    return Understood(label, icon, value, span)


def _when(said: Captured, formats: Formats) -> str:
    if said.at is None:
        return formats.weekday(said.day)
    time = formats.time(said.at)
    return formats.words("{day}, {time}", day=formats.weekday(said.day), time=time) if said.day else time


def _asked(said: Captured, question: Question, formats: Formats) -> str:
    words, text = formats.words, said.line[question.span.begin : question.span.end]
    why = question.why
    if why:
        return words("{part} – {why}", part=text, why=words(why))
    if not question.candidates:
        return words("{part}? Not known", part=text)
    n = len(question.candidates)
    return words.many("{part}? {n} match – choose", "{part}? {n} matches – choose", n, part=text)


def unclear(said: Captured, words: Words) -> str:
    """What of the line means nothing, and why, in sentences; empty if all of it is clear or can be chosen."""
    return " ".join(
        words("“{part}”: {why} It stays in the text.", part=said.line[one.span.begin : one.span.end], why=words(why))
        for one in sorted(said.questions, key=lambda one: one.span.begin)
        if (why := one.why or ("" if one.candidates else UNKNOWN))
    )


class Piece(QAbstractButton):
    """A piece on the screen; pressing it chooses, or marks its words in the line."""

    def __init__(self, theme: Theme, formats: Formats, place: int) -> None:
        super().__init__()
        self.told = NOTHING
        self.is_kind = False  # whether pressing it offers other kinds
        self._theme, self._formats, self._label = theme, formats, ""
        self.setObjectName(f"capture.piece.{place}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def is_open(self) -> bool:
        """Whether there is somebody to choose."""
        return self.told.question is not None and bool(self.told.question.candidates)

    def tell(self, told: Understood) -> None:
        """Stand for a piece."""
        self.told, self._label = told, self._formats.words(told.label)
        self.setText(told.value)
        self.setAccessibleName(f"{self._label}: {told.value}")
        leads_on = told.span or self.is_kind
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if leads_on else Qt.FocusPolicy.NoFocus)
        explain(self, told.value if told.question else "")
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self._theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        token = "warn" if self.told.question else "text"
        rect = QRectF(self.rect())
        quiet = theme.tokens["warn" if self.told.question else "text2"]
        icons.draw(painter, QPointF(px(2), rect.center().y() - px(8)), self.told.icon, quiet, px(16))
        room = rect.adjusted(px(26), px(2), -px(4), -px(2))
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("text2"))
        painting.text(painter, QRectF(room.x(), room.y(), room.width(), px(16)), self._label)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color(token))
        painting.text(painter, QRectF(room.x(), room.y() + px(17), room.width(), px(18)), self.text())
        if self.hasFocus():
            painting.focus_ring(painter, rect.adjusted(0, 0, -1, -1), theme, 6)

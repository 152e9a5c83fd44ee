"""A row of chips, and which chip stands for which value."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workbench.accounts.model import Health, Tier
from workbench.action_items.model import Priority, State
from workbench.contacts.positions import Attitude
from workbench.kam.model import RequestState, ReviewStatus
from workbench.kernel.choice import Choice
from workbench.meetings.model import MeetingStatus
from workbench.plans.model import ObjectiveStatus, PlanStatus
from workbench.portfolio.model import Light
from workbench.team.growth import LessonKind, TrainingStatus
from workbench.ui import painting
from workbench.ui.theme import Theme

GAP, LINE = 6, 22
FRAME = 3  # pixels left and right of a chip that takes the keys, for the ring
# the token of the colour and the icon: never colour alone
LOOKS: dict[Choice, tuple[str, str | None]] = {
    Tier.KEY: ("info", "star"),
    Health.GOOD: ("ok", "circle-check"),
    Health.ATTENTION: ("warn", "triangle-alert"),
    Health.AT_RISK: ("crit", "circle-alert"),
    Health.UNKNOWN: ("neutral", "circle-dashed"),
    Light.GREEN: ("ok", "circle-check"),
    Light.AMBER: ("warn", "triangle-alert"),
    Light.RED: ("crit", "circle-alert"),
    State.TODO: ("neutral", "circle"),
    State.IN_PROGRESS: ("info", "play"),
    State.WAITING: ("warn", "clock"),
    State.DONE: ("ok", "circle-check"),
    State.DROPPED: ("neutral", "x"),
    Priority.HIGH: ("crit", "flag"),
    MeetingStatus.PLANNED: ("info", "calendar"),
    MeetingStatus.HELD: ("ok", "circle-check"),
    MeetingStatus.MINUTED: ("ok", "file-text"),
    MeetingStatus.CANCELLED: ("neutral", "x"),
    PlanStatus.DRAFT: ("neutral", "pencil"),
    PlanStatus.SUBMITTED: ("info", "send"),
    PlanStatus.PUBLISHED: ("ok", "circle-check"),
    ObjectiveStatus.NOT_STARTED: ("neutral", "circle"),
    ObjectiveStatus.ON_TRACK: ("ok", "circle-check"),
    ObjectiveStatus.AT_RISK: ("warn", "triangle-alert"),
    ObjectiveStatus.OFF_TRACK: ("crit", "circle-alert"),
    ObjectiveStatus.REACHED: ("ok", "target"),
    RequestState.ASKED: ("neutral", "send"),
    RequestState.ACCEPTED: ("info", "handshake"),
    RequestState.ANSWERED: ("ok", "circle-check"),
    RequestState.REFUSED: ("neutral", "x"),
    RequestState.ESCALATED: ("warn", "chevrons-up"),
    ReviewStatus.PLANNED: ("info", "calendar"),
    ReviewStatus.HELD: ("warn", "notebook-pen"),
    ReviewStatus.CLOSED: ("ok", "circle-check"),
    Attitude.CHAMPION: ("ok", "chevrons-up"),
    Attitude.SUPPORTS: ("ok", "chevron-up"),
    Attitude.NEUTRAL: ("neutral", "minus"),
    Attitude.SCEPTICAL: ("warn", "chevron-down"),
    Attitude.OPPOSES: ("crit", "chevrons-down"),
    Attitude.UNKNOWN: ("neutral", "circle-help"),
    TrainingStatus.PLANNED: ("neutral", "circle"),
    TrainingStatus.BOOKED: ("info", "calendar"),
    TrainingStatus.DONE: ("ok", "circle-check"),
    TrainingStatus.DROPPED: ("neutral", "x"),
    LessonKind.PLAY: ("info", "play"),
    LessonKind.LESSON: ("neutral", "lightbulb"),
}


@dataclass(frozen=True)
class Chip:
    """A status to show: its word, the token of its colour, its icon."""

    text: str
    kind: str = "neutral"
    icon: str | None = None


class ChipButton(QAbstractButton):
    """A chip that leads to what it was counted from."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme, self._chip = theme, Chip("")
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_chip(self, chip: Chip | None) -> None:
        """Show another chip, or none."""
        self.setVisible(chip is not None)
        self._chip = chip or Chip("")
        self.setText(self._chip.text)
        self.setAccessibleName(self._chip.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = painting.chip_width(self._theme, self._chip.text, self._chip.icon)
        return QSize(int(wide) + 1 + 2 * FRAME, self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, chip = QPainter(self), self._chip
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painting.focus_ring(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._theme, self.height() / 2)
        at = QPointF(FRAME, (self.height() - self._theme.px(19)) / 2)
        painting.chip(painter, at, self._theme, chip.text, (chip.kind, chip.icon))


class ChipRow(QWidget):
    """Chips side by side; those that find no room begin another line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._chips = theme, tuple[Chip, ...]()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_chips(self, *chips: Chip) -> None:
        self._chips = chips
        self.setAccessibleName(", ".join(chip.text for chip in chips))
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(sum(self._widths())) + 1, self._theme.px(LINE))

    def minimumSizeHint(self) -> QSize:
        return QSize(int(max(self._widths(), default=0)) + 1, self._theme.px(LINE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setFixedHeight(self.heightForWidth(event.size().width()))

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return int(places[-1].y()) + self._theme.px(LINE) if places else self._theme.px(LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for chip, place in zip(self._chips, self._places(self.width()), strict=True):
            painting.chip(painter, place + QPointF(0, 1), self._theme, chip.text, (chip.kind, chip.icon))

    def _widths(self) -> list[float]:
        return [painting.chip_width(self._theme, chip.text, chip.icon) + GAP for chip in self._chips]

    def _places(self, width: int) -> list[QPointF]:
        """Where each chip begins in a row of that width."""
        places, left, top = [], 0.0, 0.0
        for wide in self._widths():
            if left and left + wide > width + 1:
                left, top = 0.0, top + self._theme.px(LINE)
            places.append(QPointF(left, top))
            left += wide
        return places

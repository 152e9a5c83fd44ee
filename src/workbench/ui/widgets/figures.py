"""Key figures of a page's head: in blocks where there is room, in one line where there is not; each can be opened."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workbench.ui import icons, painting
from workbench.ui.layout import row
from workbench.ui.theme import Theme
from workbench.ui.widgets.radios import STEPS

WIDE, GAP, EDGE = 980, 6, 2
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True)
class Figure:
    """A key figure: what it is, its value, and a remark with the token of its colour and an icon."""

    label: str
    value: str
    remark: str = ""
    kind: str = "muted"
    icon: str | None = None


class Figures(QWidget):
    """A row of key figures; `opened` tells the place of the one whose records are wanted."""

    opened = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._made: list[_Block] = []
        self.setObjectName(name)
        self._line = row(gap=GAP)
        self.setLayout(self._line)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_figures(self, *figures: Figure) -> None:
        while len(self._made) < len(figures):
            self._add(len(self._made))
        for made, figure in zip(self._made, figures, strict=False):
            made.tell(figure)
        self.setAccessibleName("; ".join(made.accessibleName() for made in self._made))

    def sizeHint(self) -> QSize:
        return QSize(600, self._theme.px(53 if self.is_wide else 39))

    @property
    def is_wide(self) -> bool:
        """Whether there is room for what is remarked."""
        return self.width() >= self._theme.px(WIDE)

    def resizeEvent(self, event: object) -> None:
        self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go from figure to figure: Tab stops at the first only."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, _Block):
            if event.key() in STEPS:
                place = (self._made.index(watched) + STEPS[Qt.Key(event.key())]) % len(self._made)
                self._made[place].setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in ENTER:
                watched.click()
                return True
        return False

    def _add(self, place: int) -> None:
        made = _Block(self._theme, self)
        made.setObjectName(f"{self.objectName()}.{place}")
        made.setFocusPolicy(Qt.FocusPolicy.ClickFocus if place else Qt.FocusPolicy.StrongFocus)
        made.installEventFilter(self)
        made.clicked.connect(self._clicked)
        self._line.addWidget(made, 1)
        self._made.append(made)

    def _clicked(self) -> None:
        made = self.sender()
        if isinstance(made, _Block):
            self.opened.emit(self._made.index(made))


class _Block(QAbstractButton):
    """One figure."""

    def __init__(self, theme: Theme, figures: Figures) -> None:
        super().__init__()
        self._theme, self._figures, self._figure = theme, figures, Figure("", "")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def tell(self, figure: Figure) -> None:
        """Show another value."""
        self._figure = figure
        self.setAccessibleName(f"{figure.label}: {figure.value} {figure.remark}".strip())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(100), self._theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px, figure, painter = self._theme, self._theme.px, self._figure, QPainter(self)
        frame = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            painter.fillRect(frame, theme.color("selection" if self.hasFocus() else "hover"))
        if self.hasFocus():
            painter.fillRect(QRectF(0, frame.bottom() - 2, frame.width(), 2), theme.color("focus"))
        is_wide, rect = self._figures.is_wide, frame.adjusted(EDGE, 0, -EDGE, 0)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("muted"))
        painting.text(painter, QRectF(rect.x(), rect.y(), rect.width(), px(15)), figure.label)
        painter.setFont(theme.font("title" if is_wide else "strong"))
        painter.setPen(theme.color("text"))
        painting.text(painter, QRectF(rect.x(), rect.y() + px(15), rect.width(), px(23)), figure.value)
        if is_wide and figure.remark:
            self._paint_remark(painter, QRectF(rect.x(), rect.y() + px(37), rect.width(), px(15)))

    def _paint_remark(self, painter: QPainter, rect: QRectF) -> None:
        theme, px, figure, left = self._theme, self._theme.px, self._figure, rect.x()
        if figure.icon:
            icons.draw(painter, QPointF(left, rect.y() + px(2)), figure.icon, theme.tokens[figure.kind], px(12))
            left += px(16)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color(figure.kind))
        painting.text(painter, QRectF(left, rect.y(), rect.right() - left, rect.height()), figure.remark)

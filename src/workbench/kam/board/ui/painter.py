"""Painting the board: the sizes and parts of cards, the heads of lanes, and the ground below them."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from workbench.kam.board.cards import Load
from workbench.kam.board.speech import LATE, NEAR
from workbench.ui import painting
from workbench.ui.theme import Theme

EDGE, TOP = 12, 8
CHIP_ICONS = {LATE: "circle-alert", NEAR: "clock"}


def title_font(theme: Theme) -> QFont:
    """The font of a card's title: as large as a label, a little heavier."""
    font = theme.font("label")
    font.setWeight(QFont.Weight.Medium)
    return font


def line_height(theme: Theme) -> int:
    return theme.px(16)


def avatar(painter: QPainter, rect: QRectF, theme: Theme, initials: str) -> None:
    """The initials of a person in a ring."""
    painter.setPen(QPen(theme.color("border_strong"), 1))
    painter.setBrush(theme.color("subtle"))
    painter.drawEllipse(rect.adjusted(0.5, 0.5, -0.5, -0.5))
    font = theme.font("micro")
    font.setPixelSize(theme.px(9))
    painter.setFont(font)
    painter.setPen(theme.color("text2"))
    painter.drawText(rect, int(painting.CENTER), initials[:2])


def load_bar(painter: QPainter, rect: QRectF, theme: Theme, load: Load) -> None:
    """How full a week is; a bar that is over capacity is full, and the line below it has a sign."""
    part = min(load.hours / load.capacity, 1.0) if load.capacity else float(load.hours > 0)
    painter.setPen(QPen(theme.color("border_strong"), 1) if theme.is_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("border"))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("crit" if load.is_over else "accent"))
    filled = QRectF(rect.left(), rect.top(), rect.width() * part, rect.height())
    painter.drawRoundedRect(filled, rect.height() / 2, rect.height() / 2)


def drop_target(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """The cell into which a card would fall."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent"), theme.ring, Qt.PenStyle.DashLine))
    painter.setBrush(theme.color("accent_subtle"))
    painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), 6, 6)

"""Painted primitives, shared by widgets and delegates: chips, key marks, initials."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QCursor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView

from workbench.ui import icons
from workbench.ui.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTER = Qt.AlignmentFlag.AlignCenter
Index = QModelIndex | QPersistentModelIndex


# how a row stands is asked of its view: the flags that Qt hands to a delegate cost a start 8 ms to be made known
def is_chosen(view: QAbstractItemView, index: Index) -> bool:
    """Whether a row is selected."""
    return view.selectionModel().isSelected(index)


def is_under_mouse(view: QAbstractItemView, rect: QRectF) -> bool:
    """Whether the mouse is over what is painted in `rect`."""
    port = view.viewport()
    return port.underMouse() and rect.contains(port.mapFromGlobal(QCursor.pos()))


def has_keys(view: QAbstractItemView, index: Index) -> bool:
    """Whether the keys work on a row."""
    return view.hasFocus() and view.currentIndex() == index


def text(painter: QPainter, rect: QRectF, words: str, align: Qt.AlignmentFlag = LEFT) -> None:
    """One line of plain text, shortened with an ellipsis where it does not fit."""
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(rect.width()))
    painter.drawText(rect, int(align), shown)


def chip_width(theme: Theme, words: str, icon: str | None = None) -> float:
    return QFontMetricsF(theme.font("caption")).horizontalAdvance(words) + theme.px(14) + (theme.px(15) if icon else 0)


def chip(painter: QPainter, at: QPointF, theme: Theme, words: str, look: tuple[str, str | None]) -> float:
    """A status: symbol and word on its own tint; returns its width. A look is a token such as "warn", and an icon."""
    kind, icon = look
    width, height = chip_width(theme, words, icon), theme.px(19)
    rect = QRectF(at.x(), at.y(), width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color(kind), 1.5) if theme.is_contrast else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(f"{kind}_bg"))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1) if theme.is_contrast else rect, height / 2, height / 2)
    left = at.x() + theme.px(7)
    if icon:
        size = theme.px(12)
        icons.draw(painter, QPointF(left - 1, at.y() + (height - size) / 2), icon, theme.tokens[kind], size)
        left += theme.px(15)
    painter.setPen(theme.color(kind))
    painter.setFont(theme.font("caption"))
    painter.drawText(QRectF(left, at.y(), width, height), int(LEFT), words)
    painter.restore()
    return width


def key_mark(painter: QPainter, right: QPointF, theme: Theme, keys: str) -> float:
    """A key as it is printed on a keyboard, with its right edge at a point; returns its width."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(theme.font("micro"))
    width, height = painter.fontMetrics().horizontalAdvance(keys) + theme.px(12), theme.px(18)
    rect = QRectF(right.x() - width, right.y() - height / 2, width, height).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(theme.color("border_strong"), 1))
    painter.setBrush(theme.color("surface"))
    painter.drawRoundedRect(rect, 3, 3)
    painter.setPen(theme.color("text2"))
    painter.drawText(rect, int(CENTER), keys)
    painter.restore()
    return float(width)


def focus_ring(painter: QPainter, rect: QRectF, theme: Theme, radius: float = 6) -> None:
    """The ring around what has the focus."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("focus"), theme.ring))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)


def card(painter: QPainter, rect: QRectF, theme: Theme, *, accent: bool = False) -> None:
    """A white card with a thin border; the one that matters now has an accent."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent" if accent else "border"), theme.ring if accent else theme.edge))
    painter.setBrush(theme.color("surface"))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 8, 8)

"""Outline icons in the colours of the theme: vector on paper, cached pictures on the screen."""

import re
from functools import cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from workbench.kernel import paths
from workbench.ui.theme import Theme

STROKE = re.compile(r'stroke-width="[\d.]+"')


def icon(theme: Theme, name: str, token: str = "text2", size: int = 16) -> QIcon:
    """An icon for buttons and menus, grey where its action cannot be had."""
    found = QIcon()
    found.addPixmap(_pixmap(name, theme.tokens[token], size))
    found.addPixmap(_pixmap(name, theme.tokens["disabled"], size), QIcon.Mode.Disabled)
    return found


def draw(painter: QPainter, at: QPointF, name: str, color: str, size: float = 16) -> None:
    """Paint an icon with its upper left corner at a point."""
    _renderer(name, color).render(painter, QRectF(at, QSizeF(size, size)))


@cache
def _pixmap(name: str, color: str, size: int) -> QPixmap:
    # drawn at three times its size, so that it stays crisp at 150 % and 200 %
    pixmap = QPixmap(size * 3, size * 3)
    pixmap.setDevicePixelRatio(3)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    _renderer(name, color).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    text = (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    # QtSvg draws currentColor in black
    text = STROKE.sub('stroke-width="1.9"', text.replace("currentColor", color))
    return QSvgRenderer(QByteArray(text.encode()))

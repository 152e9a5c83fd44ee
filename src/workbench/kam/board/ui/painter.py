"""Painting the board: cards, the heads of lanes, and the ground below them."""

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QTextLayout, QTextOption

from workbench.kam.board.cards import Load
from workbench.kam.board.speech import LATE, NEAR, CardLook
from workbench.ui import icons, painting
from workbench.ui.theme import Theme

LINES = 2
EDGE, TOP = 12, 8
DUE_ICONS = {LATE: "circle-alert", NEAR: "clock"}


def title_font(theme: Theme) -> QFont:
    """The font of a card's title: as large as a label, a little heavier."""
    font = theme.font("label")
    font.setWeight(QFont.Weight.Medium)
    return font


def line_height(theme: Theme) -> int:
    return theme.px(16)


class Heights:
    """How high cards are; a title that fits into its width takes one line, any other two."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._metrics = QFontMetricsF(title_font(theme))
        self._known: dict[str, float] = {}

    def of(self, title: str, width: int) -> int:
        """The height of a card of some width."""
        if title not in self._known:
            # a name of a thousand letters is no longer than two lines of it
            self._known[title] = self._metrics.horizontalAdvance(title[:200])
        px = self._theme.px
        lines = 1 if self._known[title] <= width - px(2 * EDGE) and "\n" not in title else LINES
        return px(TOP) + lines * line_height(self._theme) + px(5) + px(20) + px(8)


def paint_card(painter: QPainter, rect: QRectF, theme: Theme, look: CardLook, state: frozenset[str]) -> None:
    """A card; its `state` holds any of "chosen", "current", "hover", "focus"."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    is_marked = bool(state & {"chosen", "current"})
    edge = "accent" if is_marked else "border_strong" if "hover" in state else "border"
    painter.setBrush(theme.color("selection" if is_marked else "surface"))
    painter.setPen(QPen(theme.color(edge), 1.5 if is_marked else theme.edge))
    painter.drawRoundedRect(inner, 6, 6)
    if look.is_blocked:
        hatch(painter, inner, theme)
    lines = _paint_title(painter, rect, theme, look)
    _paint_foot(painter, rect, theme, look, lines)
    if "chosen" in state:
        size = theme.px(14)
        at = QPointF(rect.right() - size - 4, rect.top() + 4)
        icons.draw(painter, at, "circle-check", theme.tokens["accent_text"], size)
    if "focus" in state:
        painting.focus_ring(painter, rect, theme)


def hatch(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """The left edge of what is blocked: it is seen without colour, and drawn line by line so that paper has it too."""
    strip = theme.px(6)
    painter.save()
    path = QPainterPath()
    path.addRoundedRect(rect, 6, 6)
    painter.setClipPath(path)
    painter.setPen(QPen(theme.color("block"), 1.4))
    rows = range(-strip, int(rect.height()) + strip, 4)
    x, top = rect.left(), rect.top()
    painter.drawLines([QLineF(x, top + y + strip, x + strip, top + y) for y in rows])
    painter.drawLine(QPointF(x + strip + 0.5, top), QPointF(x + strip + 0.5, rect.bottom()))
    painter.restore()


def _paint_title(painter: QPainter, rect: QRectF, theme: Theme, look: CardLook) -> int:
    px, font = theme.px, title_font(theme)
    width = rect.width() - px(2 * EDGE)
    painter.setPen(theme.color("muted" if look.is_done else "text"))
    painter.setFont(font)
    lines = _broken(look.title, font.toString(), width)
    for number, line in enumerate(lines):
        at = QRectF(
            rect.left() + px(EDGE), rect.top() + px(TOP) + number * line_height(theme), width, line_height(theme)
        )
        painting.text(painter, at, line)
    return len(lines)


@lru_cache(2000)
def _broken(title: str, font: str, width: float) -> tuple[str, ...]:
    made = QFont()
    made.fromString(font)
    return tuple(two_lines(title, made, width))


def two_lines(title: str, font: QFont, width: float) -> list[str]:
    """A title broken at words into at most two lines; the second is shortened where there is more."""
    layout = QTextLayout(title[:400], font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(max(width, 1))
    end = first.textLength()
    layout.endLayout()
    rest = title[end:].strip()
    return [title[:end].rstrip(), rest] if rest else [title]


def _paint_foot(painter: QPainter, rect: QRectF, theme: Theme, look: CardLook, lines: int) -> None:
    px = theme.px
    top = rect.top() + px(TOP) + lines * line_height(theme) + px(5)
    left = rect.left() + px(EDGE)
    right = _paint_owner(painter, QPointF(rect.right() - px(10), top), theme, look)
    room = right - left
    is_chip = look.kind in DUE_ICONS
    whole = painting.chip_width(theme, look.due, "") + px(15) if is_chip else 0
    due = look.due if whole <= room or look.kind == NEAR else look.short
    if is_chip:
        left += painting.chip(painter, QPointF(left, top), theme, due, (look.kind, DUE_ICONS[look.kind])) + px(6)
    elif look.due:
        sign = "circle-check" if look.is_done else "calendar"
        icons.draw(painter, QPointF(left, top + px(3)), sign, theme.tokens["muted"], px(12))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("muted"))
        width = QFontMetricsF(theme.font("caption")).horizontalAdvance(look.due) + 1
        painter.drawText(QRectF(left + px(16), top, width, px(19)), int(painting.LEFT), look.due)
        left += px(16) + width + px(7)
    for flag in look.flags:
        if left + px(14) <= right:
            icons.draw(painter, QPointF(left, top + px(3)), flag.icon, theme.tokens[flag.token], px(14))
            left += px(18)


def _paint_owner(painter: QPainter, at: QPointF, theme: Theme, look: CardLook) -> float:
    """The letter and the initials at the right; where the room for flags ends."""
    px = theme.px
    right = at.x()
    if look.initials:
        right -= px(20)
        avatar(painter, QRectF(right, at.y() - px(1), px(20), px(20)), theme, look.initials)
    if look.letter:
        right -= px(16)
        painter.setFont(theme.font("micro"))
        painter.setPen(theme.color("text2"))
        painter.drawText(QRectF(right, at.y(), px(12), px(19)), int(painting.CENTER), look.letter)
    return right - px(2)


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

"""Cards as pictures. What many cards share is painted once and laid on each: a ground, a day, somebody's initials.

While the board scrolls by a page, every card in view is another one; the letters of its title are then all that is new.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from workbench.kam.board.speech import CardLook, Flag
from workbench.kam.board.ui.painter import (
    CHIP_ICONS,
    EDGE,
    TOP,
    avatar,
    line_height,
)
from workbench.kam.board.ui.titles import Titles
from workbench.ui import icons, painting
from workbench.ui.theme import Theme

MOST = 240  # parts that are kept: more than a board shows at once, few enough to be no burden
FOOT = 22
LETTER, LETTERS = 16, 26  # the room of an A, and that of A/R
State = frozenset[str]
Part = tuple[Callable[..., None], *tuple[Hashable, ...]]  # how it is painted, and what it says


@dataclass(frozen=True, slots=True)
class Ground:
    """What lies below the texts of a card; many cards have the same. `scale` is that of the screen."""

    width: int
    height: int
    state: State
    is_hatched: bool
    scale: float

    @property
    def is_marked(self) -> bool:
        return bool(self.state & {"chosen", "current"})

    @property
    def token(self) -> str:
        return "selection" if self.is_marked else "surface"


class Pictures:
    """Paints the cards of one board, in the looks that its window has."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._titles, self._caption, self._micro = Titles(theme), theme.font("caption"), theme.font("micro")
        self._edge, self._top, self._line = theme.px(EDGE), theme.px(TOP), line_height(theme)
        self._measured = QFontMetricsF(self._caption)
        self._widths: dict[tuple[str, str], int] = {}
        self._parts: dict[Hashable, QPixmap] = {}

    def card(self, look: CardLook, state: State, size: QSize, scale: float) -> QPixmap:
        """A card; its `state` holds any of "chosen", "current", "hover", "focus"; `scale` is that of the screen."""
        ground = Ground(size.width(), size.height(), state, look.is_blocked, scale)
        made = QPixmap(self._kept(ground, size, scale, lambda painter: self._paint_ground(painter, ground)))
        painter = QPainter(made)
        lines = self._paint_title(painter, look, size.width())
        self._paint_foot(painter, look, ground, lines)
        if "chosen" in state:
            side = self.theme.px(14)
            at = QPointF(size.width() - side - 4, 4)
            icons.draw(painter, at, "circle-check", self.theme.tokens["accent_text"], side)
        painter.end()
        return made

    def _kept(self, key: Hashable, size: QSize, scale: float, paint: Callable[[QPainter], None]) -> QPixmap:
        found = self._parts.get(key)
        if found is None:
            found = QPixmap(round(size.width() * scale), round(size.height() * scale))
            found.setDevicePixelRatio(scale)
            painter = QPainter(found)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter)
            painter.end()
            if len(self._parts) >= MOST:
                self._parts.clear()
            self._parts[key] = found
        return found

    def _paint_ground(self, painter: QPainter, ground: Ground) -> None:
        theme, rect = self.theme, QRectF(0, 0, ground.width, ground.height)
        painter.fillRect(rect, theme.color("window"))
        inner, is_marked = rect.adjusted(0.5, 0.5, -0.5, -0.5), ground.is_marked
        edge = "accent" if is_marked else "border_strong" if "hover" in ground.state else "border"
        painter.setBrush(theme.color(ground.token))
        painter.setPen(QPen(theme.color(edge), 1.5 if is_marked else theme.edge))
        painter.drawRoundedRect(inner, 6, 6)
        if ground.is_hatched:
            hatch(painter, inner, theme)
        if "focus" in ground.state:
            painting.focus_ring(painter, rect, theme)

    def _paint_title(self, painter: QPainter, look: CardLook, width: int) -> int:
        painter.setPen(self.theme.color("muted" if look.is_done else "text"))
        title = self._titles.laid_out(look.title, width - 2 * self._edge)
        title.draw(painter, QPointF(self._edge, self._top))
        return title.lines

    def _paint_foot(self, painter: QPainter, look: CardLook, ground: Ground, lines: int) -> None:
        px = self.theme.px
        top = self._top + lines * self._line + px(5)
        right = ground.width - px(10)
        letter = px(LETTER if len(look.letter) == 1 else LETTERS)
        for said, width, paint in ((look.initials, px(20), self._paint_who), (look.letter, letter, self._paint_letter)):
            if said:
                right -= width
                self._lay(painter, QPointF(right, top - px(1)), (width, ground), (paint, said))
        left, room = self._edge, right - px(2) - self._edge
        due, shown, width = self._due(look, room)
        if due:
            self._lay(painter, QPointF(left, top), (width, ground), (self._paint_due, look.kind, look.is_done, due))
            left += width + px(6)
        for flag in look.flags[:shown]:
            self._lay(painter, QPointF(left, top), (px(16), ground), (self._paint_flag, flag))
            left += px(18)
        if shown < len(look.flags) and left + px(18) <= right:
            self._lay(painter, QPointF(left, top), (px(18), ground), (self._paint_rest, len(look.flags) - shown))

    def _due(self, look: CardLook, room: int) -> tuple[str, int, int]:
        """How the day is said in some room, how many flags are shown beside it, and how wide it is.

        The day is said shorter before a flag goes; where not all have room, the last place tells how many are left.
        """
        flag, gap = self.theme.px(18), self.theme.px(6)
        wanted = len(look.flags) * flag + (gap if look.flags else 0)
        sayings = [(text, self._width(text, look.kind)) for text in (look.due, look.short, look.shortest)]
        due, width = next((one for one in sayings if one[1] + wanted <= room), sayings[-1])
        fitting = max(int(room - width - gap + self.theme.px(2)) // flag, 0)
        return due, len(look.flags) if fitting >= len(look.flags) else max(fitting - 1, 0), width

    def _width(self, due: str, kind: str) -> int:
        known = self._widths.get((due, kind))
        if known is None:
            is_chip = kind in CHIP_ICONS
            chip = painting.chip_width(self.theme, due, CHIP_ICONS[kind]) if is_chip else 0
            plain = self._measured.horizontalAdvance(due) + 1 + self.theme.px(16) if due else 0
            known = self._widths[due, kind] = ceil(chip if is_chip else plain)
        return known

    def _lay(self, painter: QPainter, at: QPointF, room: tuple[int, Ground], part: Part) -> None:
        """Lay a part on a card; between two pixels of the screen it is painted there, or it would be blurred."""
        (width, ground), (paint, *what) = room, part
        scale = ground.scale
        if scale != round(scale):
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(at)
            paint(painter, *what)
            painter.restore()
            return
        size, theme, token = QSize(width, self.theme.px(FOOT)), self.theme, ground.token

        def whole(inner: QPainter) -> None:
            inner.fillRect(QRectF(0, 0, size.width(), size.height()), theme.color(token))
            paint(inner, *what)

        painter.drawPixmap(at, self._kept((width, token, scale, *part), size, scale, whole))

    def _paint_due(self, painter: QPainter, kind: str, is_done: bool, due: str) -> None:
        theme, px = self.theme, self.theme.px
        if kind in CHIP_ICONS:
            painting.chip(painter, QPointF(0, 0), theme, due, (kind, CHIP_ICONS[kind]))
            return
        icons.draw(painter, QPointF(0, px(3)), "circle-check" if is_done else "calendar", theme.tokens["muted"], px(12))
        painter.setFont(self._caption)
        painter.setPen(theme.color("muted"))
        painter.drawText(QRectF(px(16), 0, px(400), px(19)), int(painting.LEFT), due)

    def _paint_who(self, painter: QPainter, initials: str) -> None:
        size = self.theme.px(20)
        avatar(painter, QRectF(0, 0, size, size), self.theme, initials)

    def _paint_letter(self, painter: QPainter, letter: str) -> None:
        px = self.theme.px
        painter.setFont(self._micro)
        painter.setPen(self.theme.color("text2"))
        wide = px((LETTER if len(letter) == 1 else LETTERS) - 4)
        painter.drawText(QRectF(0, px(1), wide, px(19)), int(painting.CENTER), letter)

    def _paint_flag(self, painter: QPainter, flag: Flag) -> None:
        px = self.theme.px
        icons.draw(painter, QPointF(0, px(3)), flag.icon, self.theme.tokens[flag.token], px(14))

    def _paint_rest(self, painter: QPainter, count: int) -> None:
        px = self.theme.px
        painter.setFont(self._micro)
        painter.setPen(self.theme.color("muted"))
        painter.drawText(QRectF(0, 0, px(18), px(19)), int(painting.LEFT), f"+{count}")


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

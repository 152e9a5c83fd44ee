"""The titles of cards: how many lines each takes, and its letters laid out once for breaking and painting."""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextOption

from workbench.kam.board.ui.painter import EDGE, TOP, line_height, title_font
from workbench.ui.theme import Theme

LINES = 2
LONGEST = 400  # letters of a title that are looked at
KEPT = 1_200  # those of a large board


class Heights:
    """How high cards are; a title that fits into its width takes one line, any other two."""

    def __init__(self, theme: Theme) -> None:
        self._metrics = QFontMetricsF(title_font(theme))
        self._known: dict[str, float] = {}
        px, line = theme.px, line_height(theme)
        self._edges, least = px(2 * EDGE), px(TOP) + px(5) + px(20) + px(8)
        self._low, self._high = least + line, least + LINES * line

    def of(self, title: str, width: int) -> int:
        """The height of a card of some width."""
        wide = self._known.get(title)
        if wide is None:
            # a name of a thousand letters is no longer than two lines of it
            wide = self._metrics.horizontalAdvance(title[:200]) if "\n" not in title else float("inf")
            self._known[title] = wide
        return self._low if wide <= width - self._edges else self._high


@dataclass(frozen=True)
class Title:
    """A title broken into lines, ready to be drawn."""

    lines: int
    parts: tuple[QTextLayout, ...]

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Paint it with the upper left corner of its first line at a point."""
        for part in self.parts:
            part.draw(painter, at)


class Titles:
    """Breaks titles at words into at most two lines; the second is shortened where there is more."""

    def __init__(self, theme: Theme) -> None:
        self._font, self._height = title_font(theme), line_height(theme)
        self._measured = QFontMetricsF(self._font)
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._known: OrderedDict[tuple[str, int], Title] = OrderedDict()

    def laid_out(self, text: str, width: int) -> Title:
        """A title in some room; what was laid out lately is kept."""
        found = self._known.get((text, width))
        if found is None:
            found = self._known[text, width] = self._broken(text[:LONGEST], max(width, 1))
            if len(self._known) > KEPT:
                self._known.popitem(last=False)
        return found

    def _broken(self, text: str, width: int) -> Title:
        whole, end, lines = self._laid(text, width, LINES)
        if end >= len(text):
            return Title(max(lines, 1), (whole,))
        first, end, _ = self._laid(text, width, 1)
        rest = self._measured.elidedText(text[end:].strip(), Qt.TextElideMode.ElideRight, width)
        second, _, _ = self._laid(rest, width, 1, below=1)
        return Title(LINES, (first, second))

    def _laid(self, text: str, width: int, most: int, below: int = 0) -> tuple[QTextLayout, int, int]:
        """A text in so many lines at most, below others; where the last of them ends, and how many there are."""
        made = QTextLayout(text, self._font)
        # what was measured is kept to be painted
        made.setCacheEnabled(True)
        made.setTextOption(self._option)
        made.beginLayout()
        end = lines = 0
        while lines < most and end < len(text):
            line = made.createLine()
            line.setLineWidth(width)
            line.setPosition(QPointF(0, (below + lines) * self._height + (self._height - line.height()) / 2))
            end, lines = line.textStart() + line.textLength(), lines + 1
        made.endLayout()
        return made, end, lines

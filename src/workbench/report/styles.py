"""How texts look on paper: inks and the few print styles."""

from dataclasses import dataclass, replace

from workbench.report import fonts

Ink = tuple[float, float, float]


def ink(code: str) -> Ink:
    """The ink of a colour written as #RRGGBB."""
    red, green, blue = (int(code[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


BLACK = ink("#101820")
GREY = ink("#4A5560")
RULE = ink("#9AA4AE")
HAIR = ink("#C9D0D7")
TINT = ink("#EEF1F4")
ACCENT = ink("#174E89")
PLANNED = ink("#D9E0E7")
MIDDLE = ink("#B9C4CF")
WHITE = ink("#FFFFFF")
CRITICAL = ink("#990024")
WARNING = ink("#9A5400")
GOOD = ink("#00705D")
NEUTRAL = ink("#4A5866")


@dataclass(frozen=True)
class Style:
    """A face at a size; `leading` is the height of a line. All in points."""

    face: str
    size: float
    leading: float
    ink: Ink = BLACK

    def width(self, text: str) -> float:
        return fonts.width(text, self.face) * self.size

    @property
    def rise(self) -> float:
        """How far the baseline lies below the top of the line: capitals stand in its middle."""
        return (self.leading + 0.72 * self.size) / 2

    def inked(self, ink: Ink) -> "Style":
        return replace(self, ink=ink)


COVER = Style(fonts.SEMIBOLD, 30, 36)
COVER_CLIENT = Style(fonts.REGULAR, 30, 36, GREY)
COVER_LINE = Style(fonts.REGULAR, 11, 15, GREY)
H1 = Style(fonts.SEMIBOLD, 20, 25)
H2 = Style(fonts.BOLD, 10.5, 14, ACCENT)
KICKER = Style(fonts.BOLD, 9, 12.5, ACCENT)
BODY = Style(fonts.REGULAR, 9.5, 12.8)
STRONG = Style(fonts.BOLD, 9.5, 12.8)
ITALIC = Style(fonts.ITALIC, 9.5, 12.8)
CELL = Style(fonts.REGULAR, 9, 11.8)
CELL_STRONG = Style(fonts.BOLD, 9, 11.8)
CELL_MEDIUM = Style(fonts.SEMIBOLD, 9, 11.8)
CELL_ITALIC = Style(fonts.ITALIC, 9, 11.8)
CELL_GREY = Style(fonts.REGULAR, 9, 11.8, GREY)
SMALL = Style(fonts.REGULAR, 8, 10.6, GREY)
LABEL = Style(fonts.MEDIUM, 8, 10.6, GREY)
FIGURE = Style(fonts.SEMIBOLD, 14, 18)
POINTED = Style(fonts.SEMIBOLD, 10.5, 14)
RUNNING = Style(fonts.MEDIUM, 7.5, 10, GREY)
FOOT = Style(fonts.MEDIUM, 7, 9, GREY)
FOOT_STRONG = Style(fonts.BOLD, 7, 9)

"""Sheets of paper and their margins, in millimetres."""

from dataclasses import dataclass, replace

MM = 72 / 25.4


@dataclass(frozen=True)
class Paper:
    """A sheet. The left margin is wider, for punching; texts and pictures live between the margins."""

    name: str
    width: float
    height: float
    top: float
    bottom: float
    left: float = 22
    right: float = 18

    @property
    def text_width(self) -> float:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        return self.height - self.top - self.bottom

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        return self.width * MM, self.height * MM

    def turned(self) -> "Paper":
        """The same sheet in landscape."""
        return replace(self, width=self.height, height=self.width)


A4 = Paper("a4", 210, 297, top=26, bottom=20)
LETTER = Paper("letter", 215.9, 279.4, top=24, bottom=18)


def paper_named(name: str) -> Paper:
    """A4 unless somebody wants Letter."""
    return LETTER if name.casefold() == LETTER.name else A4

"""Lato, the one family on paper: its faces, what a text measures, and which letters it has."""

from functools import cache, lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from workbench.kernel import paths

REGULAR = "Lato-Regular"
MEDIUM = "Lato-Medium"
SEMIBOLD = "Lato-Semibold"
BOLD = "Lato-Bold"
ITALIC = "Lato-Italic"


def folder() -> Path:
    """Where the bundled faces are."""
    return paths.resources() / "fonts" / "lato"


@cache
def face(name: str) -> TTFont:
    """A face, ready to print with."""
    font = TTFont(name, str(folder() / f"{name}.ttf"))
    pdfmetrics.registerFont(font)
    return font


def has(letter: str) -> bool:
    """Whether Lato can draw a letter."""
    return ord(letter) in face(REGULAR).face.charToGlyph


@lru_cache(maxsize=50_000)
def width(text: str, name: str) -> float:
    """What a text measures at one point."""
    return float(face(name).stringWidth(text, 1))

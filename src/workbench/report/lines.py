"""Breaking texts into lines. Everything that people typed comes through here on its way to paper."""

import re
from collections.abc import Generator, Iterator

from workbench.report.letters import clean
from workbench.report.styles import Style

MORE = "…"
# a word with the blanks after it; long ones may also break after a hyphen or a slash inside
_WORD = re.compile(r"[^ \n]*?\w{2}[-/](?=\w\w)|[^ \n]+ *| +")


def wrapped(text: str, style: Style, width: float, most: int | None = None) -> list[str]:
    """The lines of a text in a column of `width` points; with `most`, an ellipsis stands for the rest."""
    lines: list[str] = []
    for line in _lines(clean(text).strip("\n"), style, width):
        if most is not None and len(lines) == most:
            lines[-1] = _shortened(lines[-1] + MORE, style, width)
            break
        lines.append(line)
    return lines or [""]


def one_line(text: str, style: Style, width: float) -> str:
    """The text on one line, its end an ellipsis if it is too long."""
    flat = " ".join(clean(text[:2000]).split("\n"))
    return flat if style.width(flat) <= width else _shortened(flat + MORE, style, width)


def _lines(text: str, style: Style, width: float) -> Iterator[str]:
    for paragraph in text.split("\n"):
        yield from _broken(paragraph, style, width)


def _broken(paragraph: str, style: Style, width: float) -> Iterator[str]:
    line, used = "", 0.0
    for found in _WORD.findall(paragraph):
        word, size = found, style.width(found.rstrip(" "))
        if used + size > width and line:
            yield line.rstrip(" ")
            line, used = "", 0.0
        if size > width:
            word = yield from _cut(word, style, width)
        line += word
        used += style.width(word)
    yield line.rstrip(" ")


def _cut(word: str, style: Style, width: float) -> Generator[str, None, str]:
    """Pieces of a word that is wider than the column, as many as are asked for; what is left of it is the answer."""
    piece, used = "", 0.0
    for letter in word:
        size = style.width(letter)
        if used + size > width and piece:
            yield piece
            piece, used = "", 0.0
        piece += letter
        used += size
    return piece


def _shortened(text: str, style: Style, width: float) -> str:
    """As much of a text as fits, with its last letter, the ellipsis, kept."""
    body = text[:-1].rstrip()
    # not letter by letter for very long ones
    while body and style.width(body + MORE) > width:
        excess = len(body) * (1 - width / style.width(body + MORE)) / 2
        body = body[: -max(1, int(excess))].rstrip()
    return body + MORE

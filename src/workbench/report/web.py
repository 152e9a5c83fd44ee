"""A document as a web page that needs nothing but itself: headings, tables and texts, for whoever cannot see a PDF."""

from collections.abc import Iterable
from functools import singledispatch
from html import escape
from unicodedata import category

from reportlab.platypus import Flowable

from workbench.report.blocks import Beside, Figures, Framed, Headed, Heading, Marked, NoteLines, Prose, Rule, Tinted
from workbench.report.drawing import Picture
from workbench.report.marks import Mark
from workbench.report.shapes import Box, Circle, Label, Line, Polygon, Shape, Shapes
from workbench.report.styles import COVER, COVER_CLIENT, H1, H2, KICKER, Ink
from workbench.report.table import Band, Cell, Row, Table

POINT = 25.4 / 72  # millimetres
LEVELS = {COVER: "h1", COVER_CLIENT: "p", H1: "h2", H2: "h3", KICKER: "p"}
ANCHORS = {"left": "start", "middle": "middle", "right": "end"}
DRAWN_IN_CELL = 30, 6  # millimetres
# nothing is asked of the network, whatever a text says
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
LOOK = """
body { font: 16px/1.5 system-ui, sans-serif; color: #101820; background: #fff; }
body { max-width: 62rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #9aa4ae; }
tbody th[colspan] { background: #eef1f4; padding-left: .4rem; }
small, .note { color: #4a5560; } p { white-space: pre-line; }
.kicker { color: #174e89; font-weight: 700; margin: 2rem 0 0; } h3 { color: #174e89; }
.beside { display: flex; flex-wrap: wrap; gap: 2rem; } .beside > div { flex: 1 1 18rem; }
.framed { border: 1.5px solid #101820; padding: .5rem 1rem; } figure { margin: 1rem 0; }
svg { max-width: 100%; height: auto; }
.mark { width: 1em; height: 1em; vertical-align: -.12em; margin-right: .3em; }
"""


def page(title: str, language: str, stamped: Iterable[str], flowables: Iterable[Flowable]) -> str:
    """A whole page: what would be stamped on every sheet stands once, before the flowables of the document."""
    head = "".join(f"<p class='note'>{plain(line)}</p>" for line in stamped if line)
    return (
        f"<!doctype html>\n<html lang='{plain(language)}'><head><meta charset='utf-8'>"
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        "<meta name='viewport' content='width=device-width, initial-scale=1'>"
        f"<title>{plain(title)}</title><style>{LOOK}</style></head>\n"
        f"<body><header><h1>{plain(title)}</h1>{head}</header>\n<main>{told(flowables)}</main></body></html>\n"
    )


def plain(text: str) -> str:
    """A text as it can stand in a page: no mark-up of its own, no signs that steer a terminal."""
    return escape("".join(letter for letter in text if letter in "\n\t" or category(letter) != "Cc"))


def told(flowables: Iterable[Flowable]) -> str:
    """Flowables one below the other."""
    return "\n".join(filter(None, (tell(flowable) for flowable in flowables)))


@singledispatch
def tell(_flowable: object) -> str:
    """Gaps and turns of the page say nothing."""
    return ""


@tell.register
def _(prose: Prose) -> str:
    tag = LEVELS.get(prose.style, "p")
    look = " class='kicker'" if prose.style is KICKER else ""
    return f"<{tag}{look}>{plain(prose.text)}</{tag}>"


@tell.register
def _(heading: Heading) -> str:
    return tell.dispatch(Prose)(heading)


@tell.register
def _(headed: Headed) -> str:
    return f"{tell.dispatch(Prose)(headed)}<p>{plain(headed.note)}</p>"


@tell.register
def _(marked: Marked) -> str:
    return f"<p>{_mark(marked.mark)}{plain(marked.text)}</p>"


@tell.register
def _(beside: Beside) -> str:
    return f"<div class='beside'>{''.join(f'<div>{told(column)}</div>' for column in beside.columns)}</div>"


@tell.register
def _(framed: Framed) -> str:
    return f"<div class='framed'>{told(framed.inside)}</div>"


@tell.register
def _(figures: Figures) -> str:
    rows = "".join(
        f"<tr><th scope='row'>{plain(label)}</th><td>{plain(figure)}</td><td>{plain(note)}</td></tr>"
        for label, figure, note in figures.figures
    )
    return f"<table><tbody>{rows}</tbody></table>"


@tell.register
def _(_rule: Rule) -> str:
    return "<hr>"


@tell.register
def _(_lines: NoteLines) -> str:
    return ""


@tell.register
def _(tinted: Tinted) -> str:
    entries = (f"<li>{drawing(shapes, size, 4, '')} {plain(text)}</li>" for shapes, size, text in tinted.entries)
    return f"<ul class='note'>{''.join(entries)}</ul>"


@tell.register
def _(picture: Picture) -> str:
    width, height = picture.width * POINT, picture.height * POINT
    return f"<figure>{drawing(picture.shapes, width, height, said(picture.shapes))}</figure>"


@tell.register
def _(table: Table) -> str:
    heads = "".join(f"<th scope='col'>{plain(column.head)}{_scale(column.scale)}</th>" for column in table.columns)
    head = f"<thead><tr>{heads}</tr></thead>" if any(column.head or column.scale for column in table.columns) else ""
    # where no head names the columns, the first cell names its row
    names = 0 if head or len(table.columns) == 1 else 1
    body = "".join(_row(row, len(table.columns), names) for row in table.rows)
    return f"<table>{head}<tbody>{body}</tbody></table>"


def _row(row: Row, columns: int, names: int) -> str:
    if isinstance(row, Band):
        mark = _mark(row.mark) if row.mark else ""
        return f"<tr><th colspan='{columns}' scope='rowgroup'>{mark}{plain(row.text)}</th></tr>"
    named = "".join(f"<th scope='row'>{_cell(cell)}</th>" for cell in row[:names])
    return f"<tr>{named}{''.join(f'<td>{_cell(cell)}</td>' for cell in row[names:])}</tr>"


def _cell(cell: Cell | str) -> str:
    if isinstance(cell, str):
        return plain(cell)
    shapes = cell.drawn(*DRAWN_IN_CELL) if cell.drawn else ()
    drawn = drawing(shapes, *DRAWN_IN_CELL, said(shapes)) if shapes else ""
    under = f"<br><small>{plain(cell.under)}</small>" if cell.under else ""
    return f"{_mark(cell.mark) if cell.mark else ''}{plain(cell.text)}{drawn}{under}"


def _scale(scale: object) -> str:
    if not callable(scale):
        return ""
    shapes = scale(*DRAWN_IN_CELL)
    return f"<small>{plain(said(shapes))}</small>"


def _mark(mark: Mark) -> str:
    # the word beside it says the same
    return drawing(mark.shapes, mark.size, mark.size, "").replace("<svg", "<svg class='mark'", 1)


def said(shapes: Shapes) -> str:
    """The texts of a drawing, in reading order."""
    labels = sorted((shape for shape in shapes if isinstance(shape, Label)), key=lambda one: (one.x, one.y))
    return ", ".join(label.text for label in labels if label.text)


def drawing(shapes: Shapes, width: float, height: float, label: str) -> str:
    """Shapes in millimetres as a drawing that says its label; without one it is passed over."""
    role = f"role='img' aria-label='{plain(label)}'" if label else "aria-hidden='true'"
    size = f"width='{width:.4g}mm' height='{height:.4g}mm' viewBox='0 0 {width:.4g} {height:.4g}'"
    return f"<svg {role} {size}>{''.join(_shape(shape) for shape in shapes)}</svg>"


def _shape(shape: Shape) -> str:
    match shape:
        case Line(points, ink, weight, dash):
            return f"<polyline points='{_points(points)}' fill='none' {_stroke(ink, weight, dash)}/>"
        case Polygon(points, fill, ink, weight):
            return f"<polygon points='{_points(points)}' {_fill(fill)} {_stroke(ink, weight)}/>"
        case Box(x, y, width, height, fill, ink, weight, radius):
            sides = (
                f"x='{x:.3f}' y='{y:.3f}' width='{max(0, width):.3f}' height='{max(0, height):.3f}' rx='{radius:.2f}'"
            )
            return f"<rect {sides} {_fill(fill)} {_stroke(ink, weight)}/>"
        case Circle(x, y, radius, fill, ink, weight, dash):
            return f"<circle cx='{x:.3f}' cy='{y:.3f}' r='{radius:.3f}' {_fill(fill)} {_stroke(ink, weight, dash)}/>"
        case Label(x, y, text, style, align):
            base = y + style.rise * POINT
            look = f"font-size='{style.size * POINT:.3f}' text-anchor='{ANCHORS[align]}' {_fill(style.ink)}"
            return f"<text x='{x:.3f}' y='{base:.3f}' {look}>{plain(text)}</text>"


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:.3f},{y:.3f}" for x, y in points)


def _fill(ink: Ink | None) -> str:
    return f"fill='{_colour(ink)}'" if ink else "fill='none'"


def _stroke(ink: Ink | None, weight: float, dash: tuple[float, ...] = ()) -> str:
    if ink is None:
        return ""
    dashes = f" stroke-dasharray='{' '.join(f'{part:.2f}' for part in dash)}'" if dash else ""
    return f"stroke='{_colour(ink)}' stroke-width='{weight * POINT:.3f}'{dashes}"


def _colour(ink: Ink) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in ink)

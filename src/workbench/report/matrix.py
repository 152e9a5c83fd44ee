"""The portfolio matrix on paper: fields with their names, numbered bubbles, arrows from last year. Black first."""

from collections.abc import Sequence
from math import atan2, cos, hypot, sin

from workbench.report.bubbles import Bubble, Laid, laid_out, name_spot
from workbench.report.paper import MM
from workbench.report.shapes import Box, Circle, Label, Line, Polygon, Shape, Shapes, moved
from workbench.report.styles import BLACK, CELL_STRONG, FOOT_STRONG, GREY, LABEL, RULE, SMALL, TINT, WHITE, Style

SIDE, FOOT = 6.0, 6.0  # millimetres for the axes
ARROW = 1.8
Fields = Sequence[Sequence[tuple[str, bool]]]


def matrix(bubbles: Sequence[Bubble], fields: Fields, axes: tuple[str, str], size: tuple[float, float]) -> Shapes:
    """The whole drawing in a place of some width and height.

    `fields` are the rows of names from the top, each with whether it is tinted; `axes` are named across and upwards.
    """
    width, height = size[0] - SIDE, size[1] - FOOT
    laid = laid_out(bubbles, width, height)
    shapes = [*_fields(fields, (width, height), laid), *(shape for one in laid for shape in _ring(one))]
    shapes += [shape for one in laid for shape in _aim(one)]
    shapes += [shape for one in laid for shape in _arrow(one)]
    shapes += [shape for one in laid for shape in _bubble(one)]
    shapes += [shape for one in laid if one.is_outside for shape in _leader(one)]
    return (*moved(tuple(shapes), SIDE, 0), *_axes(axes, width, height))


def _fields(fields: Fields, frame: tuple[float, float], laid: Sequence[Laid]) -> list[Shape]:
    """The fields, each with its name where no bubble covers it."""
    high, found = frame[1] / len(fields), list[Shape]()
    for row, names in enumerate(fields):
        wide = frame[0] / len(names)
        for column, (name, is_tinted) in enumerate(names):
            x, y = column * wide, row * high
            found.append(Box(x, y, wide, high, fill=TINT if is_tinted else WHITE, ink=RULE, weight=0.5))
            size = min(SMALL.width(name) / MM, wide - 2), SMALL.leading / MM
            spot = name_spot((x + 1.4, y + 0.8, wide - 2.8, high - 1.6), size, laid)
            found.append(Label(*spot, name, SMALL, width=wide - 2))
    return found


def _ring(one: Laid) -> list[Shape]:
    """What could be bought, around what is."""
    return [Line(stroke, BLACK, 0.4) for stroke in one.rings]


def _aim(one: Laid) -> list[Shape]:
    """A dotted arrow from the edge of the bubble to where it is meant to stand."""
    if one.aim is None:
        return []
    end = Circle(*one.aim, 1.0, ink=BLACK, weight=0.6)
    away = hypot(one.aim[0] - one.x, one.aim[1] - one.y)
    if away <= one.radius + ARROW:
        return [end]
    angle = atan2(one.aim[1] - one.y, one.aim[0] - one.x)
    start = one.x + one.radius * cos(angle), one.y + one.radius * sin(angle)
    tip = one.aim[0] - cos(angle), one.aim[1] - sin(angle)
    return [Line((start, tip), BLACK, 0.6, (0.6, 0.8)), _head(tip, angle, BLACK), end]


def _axes(axes: tuple[str, str], width: float, height: float) -> list[Shape]:
    """The name of each axis with an arrow; the upward one stands in the corner, for paper has no upright letters."""
    across, upwards = axes
    return [
        Line(((SIDE - 2, height), (SIDE - 2, 6)), GREY, 0.7),
        _head((SIDE - 2, 4), -1.5708, GREY),
        Line(((SIDE, height + 2), (SIDE + width - 6, height + 2)), GREY, 0.7),
        _head((SIDE + width - 4, height + 2), 0.0, GREY),
        Label(SIDE, height + 2.6, across, LABEL, width=width),
        Label(SIDE + width, height + 2.6, upwards, LABEL, "right", width),
    ]


def _bubble(one: Laid) -> list[Shape]:
    dash = () if one.is_known else (0.8, 0.8)
    circle = Circle(one.x, one.y, one.radius, fill=WHITE, ink=BLACK, weight=0.9, dash=dash)
    if one.is_outside or not one.is_labelled:
        return [circle]
    return [circle, _number(one.number, one.label, CELL_STRONG if one.radius > 4 else FOOT_STRONG)]


def _number(number: int, spot: tuple[float, float], style: Style) -> Label:
    return Label(spot[0], spot[1] - style.leading / MM / 2, str(number), style, "middle", 12)


def _leader(one: Laid) -> list[Shape]:
    return [
        Line(((one.x, one.y), one.label), GREY, 0.5),
        Box(one.label[0] - 2.2, one.label[1] - 1.7, 4.4, 3.4, fill=WHITE, ink=GREY, weight=0.4, radius=0.6),
        _number(one.number, one.label, FOOT_STRONG),
    ]


def _arrow(one: Laid) -> list[Shape]:
    """From last year's place to the edge of the bubble."""
    if one.before is None:
        return []
    start = one.before
    away = hypot(one.x - start[0], one.y - start[1])
    if away <= one.radius + ARROW:
        return []
    angle = atan2(one.y - start[1], one.x - start[0])
    tip = one.x - one.radius * cos(angle), one.y - one.radius * sin(angle)
    return [Line((start, tip), GREY, 0.8), _head(tip, angle, GREY), Circle(*start, 0.6, fill=GREY)]


def _head(tip: tuple[float, float], angle: float, ink: tuple[float, float, float]) -> Polygon:
    wings = [(tip[0] - ARROW * cos(angle + turn), tip[1] - ARROW * sin(angle + turn)) for turn in (0.4, -0.4)]
    return Polygon((tip, *wings), fill=ink)

"""Marks drawn as paths, for fonts lack them: every status is a symbol, a colour and, beside it, a word."""

from dataclasses import dataclass
from math import cos, pi, sin

from workbench.kernel.choice import Choice
from workbench.report.shapes import Box, Circle, Line, Point, Polygon, Shapes
from workbench.report.styles import BLACK, CRITICAL, GOOD, GREY, NEUTRAL, WARNING, WHITE, Ink

GRID = 24
STROKE = 1.1


@dataclass(frozen=True)
class Mark:
    """A small drawing in front of a text, `size` millimetres square, in the ink of the word beside it."""

    shapes: Shapes
    ink: Ink = BLACK
    size: float = 3.6


def circle_check(ink: Ink = GOOD) -> Mark:
    return _mark(ink, _circle(ink), _stroke(ink, (7.6, 12.4), (10.8, 15.6), (16.6, 9)))


def reached() -> Mark:
    filled = Circle(12 / GRID, 12 / GRID, 10 / GRID, fill=GOOD, ink=GOOD, weight=STROKE)
    return _mark(GOOD, filled, _stroke(WHITE, (7.6, 12.4), (10.8, 15.6), (16.6, 9)))


def circle_alert(ink: Ink = CRITICAL) -> Mark:
    return _mark(ink, _circle(ink), _stroke(ink, (12, 7), (12, 12.6)), _dot(ink, 12, 16.6))


def triangle(ink: Ink = WARNING) -> Mark:
    outline = _outline(ink, (12, 2.8), (22.4, 21), (1.6, 21))
    return _mark(ink, outline, _stroke(ink, (12, 9.4), (12, 14)), _dot(ink, 12, 17.6))


def octagon(ink: Ink = CRITICAL) -> Mark:
    corners = (pi / 8 + turn * pi / 4 for turn in range(8))
    outline = _outline(ink, *((12 + 11 * cos(corner), 12 + 11 * sin(corner)) for corner in corners))
    return _mark(ink, outline, _stroke(ink, (12, 7), (12, 12.6)), _dot(ink, 12, 16.6))


def circle(ink: Ink = NEUTRAL) -> Mark:
    return _mark(ink, _circle(ink))


def started(ink: Ink = NEUTRAL) -> Mark:
    half = tuple((12 + 6.6 * sin(step * pi / 12), 12 + 6.6 * cos(step * pi / 12)) for step in range(13))
    return _mark(ink, _circle(ink), Polygon(_scaled(half), fill=ink))


def clock(ink: Ink = NEUTRAL) -> Mark:
    return _mark(ink, _circle(ink), _stroke(ink, (12, 6.4), (12, 12), (16, 14)))


def question(ink: Ink = NEUTRAL) -> Mark:
    around = Circle(12 / GRID, 12 / GRID, 10 / GRID, ink=ink, weight=0.6, dash=(0.5, 0.5))
    hook = ((9, 9.4), (9.4, 7.8), (10.6, 6.7), (12.2, 6.4), (13.8, 7), (14.8, 8.3), (14.6, 10), (13, 11.6), (12, 13.4))
    return _mark(ink, around, _stroke(ink, *hook), _dot(ink, 12, 17.2))


def chevrons(count: int, ink: Ink, *, down: bool = False) -> Mark:
    """One or two arrow heads, up or down."""
    first = 9 if count == 1 else 5.5
    heads = [((5.5, top + 6), (12, top), (18.5, top + 6)) for top in (first + 7 * place for place in range(count))]
    strokes = [tuple((x, GRID - y if down else y) for x, y in head) for head in heads]
    return _mark(ink, *(_stroke(ink, *stroke, weight=1.5) for stroke in strokes))


def minus(ink: Ink = NEUTRAL) -> Mark:
    return _mark(ink, _stroke(ink, (5, 12), (19, 12), weight=1.5))


def tick_box() -> Mark:
    return Mark((Box(0.1, 0.1, 3.4, 3.4, ink=BLACK, weight=0.8),))


def hatched_box() -> Mark:
    """A box to tick of what is blocked."""
    return Mark((Box(0.1, 0.1, 3.4, 3.4, ink=BLACK, weight=0.8, hatch=0.9),))


def diamond(ink: Ink = BLACK) -> Mark:
    return _mark(ink, Polygon(_scaled(((12, 3), (21, 12), (12, 21), (3, 12))), fill=ink))


def square(*, filled: bool) -> Mark:
    """The sign of the classification: filled is internal."""
    return Mark((Box(0, 0, 2.9, 2.9, fill=BLACK if filled else None, ink=BLACK, weight=0.8),), size=2.9)


def lock() -> Mark:
    shackle = tuple((12 + 4.4 * cos(turn * pi / 12), 8 - 4.4 * sin(turn * pi / 12)) for turn in range(13))
    body = Box(4.5 / GRID, 11 / GRID, 15 / GRID, 10 / GRID, ink=BLACK, weight=1.4, radius=1.6 / GRID)
    return _mark(BLACK, body, _stroke(BLACK, (16.4, 11), *shackle, (7.6, 11), weight=1.4), size=6)


def influence(level: Choice | None) -> Mark:
    """Three bars, as many filled as the influence is high."""
    filled = {"low": 1, "medium": 2, "high": 3}.get(level.value, 0) if level else 0
    return Mark(tuple(_bar(place, GREY if place < filled else None) for place in range(3)), BLACK, 3.9)


def attitude(value: Choice) -> Mark:
    return _ATTITUDES.get(value.value) or question()


def status(value: Choice) -> Mark:
    """The symbol of an objective's status or of an action's state."""
    return _STATUS.get(value.value) or circle()


def health(value: Choice) -> Mark:
    return _HEALTH.get(value.value) or question()


def _bar(place: int, fill: Ink | None) -> Box:
    return Box(0.2 + 1.25 * place, 2.3 - 0.9 * place, 1, 1.2 + 0.9 * place, fill=fill, ink=GREY, weight=0.4)


def _mark(ink: Ink, *shapes: Line | Circle | Polygon | Box, size: float = 3.6) -> Mark:
    return Mark(tuple(_grown(shape, size) for shape in shapes), ink, size)


def _grown(shape: Line | Circle | Polygon | Box, size: float) -> Line | Circle | Polygon | Box:
    match shape:
        case Line(points, ink, weight, dash):
            return Line(tuple((x * size, y * size) for x, y in points), ink, weight, dash)
        case Polygon(points, fill, ink, weight):
            return Polygon(tuple((x * size, y * size) for x, y in points), fill, ink, weight)
        case Circle(x, y, radius, fill, ink, weight, dash):
            return Circle(x * size, y * size, radius * size, fill, ink, weight, dash)
        case Box(x, y, width, height, fill, ink, weight, radius, hatch):
            return Box(x * size, y * size, width * size, height * size, fill, ink, weight, radius * size, hatch)


def _scaled(points: tuple[Point, ...]) -> tuple[Point, ...]:
    return tuple((x / GRID, y / GRID) for x, y in points)


def _stroke(ink: Ink, *points: Point, weight: float = STROKE) -> Line:
    return Line(_scaled(points), ink, weight)


def _outline(ink: Ink, *points: Point) -> Polygon:
    return Polygon(_scaled(points), ink=ink, weight=STROKE)


def _circle(ink: Ink) -> Circle:
    return Circle(12 / GRID, 12 / GRID, 10 / GRID, ink=ink, weight=STROKE)


def _dot(ink: Ink, x: float, y: float) -> Circle:
    return Circle(x / GRID, y / GRID, 1.3 / GRID, fill=ink)


_ATTITUDES = {
    "champion": chevrons(2, GOOD),
    "supports": chevrons(1, GOOD),
    "neutral": minus(),
    "sceptical": chevrons(1, WARNING, down=True),
    "opposes": chevrons(2, CRITICAL, down=True),
}
_STATUS = {
    "at_risk": triangle(),
    "off_track": circle_alert(),
    "on_track": circle_check(),
    "reached": reached(),
    "not_started": circle(),
    "todo": circle(),
    "in_progress": started(),
    "waiting": clock(),
    "done": circle_check(),
}
_HEALTH = {"good": circle_check(), "attention": triangle(), "at_risk": octagon()}

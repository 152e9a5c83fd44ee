"""Plain shapes in millimetres, y down from the top: what charts and marks are made of, before anything draws them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from workbench.report.styles import BLACK, FOOT, HAIR, Ink, Style

Point = tuple[float, float]
Align = Literal["left", "right", "middle"]


@dataclass(frozen=True)
class Line:
    """A stroke through points; `weight` is in points, `dash` in millimetres."""

    points: tuple[Point, ...]
    ink: Ink = HAIR
    weight: float = 0.5
    dash: tuple[float, ...] = ()


@dataclass(frozen=True)
class Box:
    """A rectangle; hatched with thin strokes if wanted, for pictures must be readable without colour."""

    x: float
    y: float
    width: float
    height: float
    fill: Ink | None = None
    ink: Ink | None = None
    weight: float = 0.6
    radius: float = 0
    hatch: float = 0


@dataclass(frozen=True)
class Polygon:
    """A closed figure."""

    points: tuple[Point, ...]
    fill: Ink | None = None
    ink: Ink | None = None
    weight: float = 0.6


@dataclass(frozen=True)
class Circle:
    x: float
    y: float
    radius: float
    fill: Ink | None = None
    ink: Ink | None = None
    weight: float = 0.6
    dash: tuple[float, ...] = ()


@dataclass(frozen=True)
class Label:
    """A text on one line: `y` is the top of the line, `width` the place it has before it is shortened."""

    x: float
    y: float
    text: str
    style: Style = FOOT
    align: Align = "left"
    width: float = 200


Shape = Line | Box | Polygon | Circle | Label
Shapes = tuple[Shape, ...]
Drawn = Callable[[float, float], Shapes]  # shapes for a place of this width and height


def moved(shapes: Shapes, dx: float, dy: float) -> Shapes:
    """The same shapes elsewhere."""
    return tuple(_moved(shape, dx, dy) for shape in shapes)


def _moved(shape: Shape, dx: float, dy: float) -> Shape:
    match shape:
        case Line(points, ink, weight, dash):
            return Line(tuple((x + dx, y + dy) for x, y in points), ink, weight, dash)
        case Polygon(points, fill, outline, weight):
            return Polygon(tuple((x + dx, y + dy) for x, y in points), fill, outline, weight)
        case Box(x, y, width, height, fill, outline, weight, radius, hatch):
            return Box(x + dx, y + dy, width, height, fill, outline, weight, radius, hatch)
        case Circle(x, y, radius, fill, outline, weight, dash):
            return Circle(x + dx, y + dy, radius, fill, outline, weight, dash)
        case Label(x, y, text, style, align, width):
            return Label(x + dx, y + dy, text, style, align, width)


def rectangle(x: float, y: float, width: float, height: float, ink: Ink = BLACK) -> Box:
    """A filled box."""
    return Box(x, y, width, height, fill=ink)

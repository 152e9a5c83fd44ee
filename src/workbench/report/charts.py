"""Charts as layout: figures in, plain shapes in millimetres out. Designed in black first; colour only helps."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from workbench.report.paper import MM
from workbench.report.shapes import Box, Circle, Label, Line, Polygon, Shape, Shapes, moved, rectangle
from workbench.report.styles import (
    ACCENT,
    BLACK,
    BODY,
    CELL,
    FOOT,
    FOOT_STRONG,
    GREY,
    HAIR,
    KICKER,
    LABEL,
    MIDDLE,
    PLANNED,
    RULE,
    SMALL,
    TINT,
    WHITE,
    Ink,
)

HEAD = 8.0
LINE = 4.2


@dataclass(frozen=True)
class Scale:
    """A span of days laid out over a width."""

    first: date
    last: date
    width: float

    def at(self, day: date) -> float:
        """Where a day begins; days outside stand at the edge."""
        share = (day - self.first) / (self.last - self.first)
        return self.width * min(1.0, max(0.0, share))


def grid(scale: Scale, marks: Sequence[date], today: date, height: float) -> Shapes:
    """The upright lines behind a row of a strip: one for each mark, today dashed."""
    lines: list[Shape] = [Line(((scale.at(day), 0), (scale.at(day), height)), HAIR, 0.4) for day in marks]
    return (*lines, Line(((scale.at(today), 0), (scale.at(today), height)), BLACK, 0.9, (1, 0.8)))


@dataclass(frozen=True)
class Span:
    """A bar of a strip: from a day to a day, and how it is doing."""

    start: date
    due: date
    is_late: bool = False
    is_running: bool = False


def bar(scale: Scale, span: Span, height: float) -> Shapes:
    """A bar with its diamond at the end: running is solid, late is hatched, the rest is planned."""
    left, right = scale.at(span.start), scale.at(span.due)
    left = min(left, right - 1.5) if right >= 1.5 else 0
    top, thick = (height - 3.4) / 2, 3.4
    body = Box(left, top, max(right - left, 1.5), thick, fill=PLANNED, ink=RULE, weight=0.5)
    if span.is_late:
        body = Box(left, top, max(right - left, 1.5), thick, fill=WHITE, ink=BLACK, weight=0.6, hatch=0.9)
    elif span.is_running:
        body = Box(left, top, max(right - left, 1.5), thick, fill=ACCENT)
    # what is due beyond the strip has its diamond there
    return (body,) if span.due > scale.last else (body, _diamond(max(right, 1.5), height / 2, 1.9))


def diamond_at(scale: Scale, day: date, height: float, *, is_done: bool = False) -> Shapes:
    """A milestone on its day: filled while it is to come, open once it is done; none outside the strip."""
    if not scale.first <= day <= scale.last:
        return ()
    mark = _diamond(scale.at(day), height / 2, 1.9)
    return (replace(mark, fill=WHITE, ink=BLACK),) if is_done else (mark,)


def _diamond(x: float, y: float, size: float) -> Polygon:
    return Polygon(((x, y - size), (x + size, y), (x, y + size), (x - size, y)), fill=BLACK, ink=WHITE, weight=0.6)


def months(first: date, last: date) -> list[date]:
    """The first days of the months between two days."""
    day, found = first.replace(day=1), []
    while day <= last:
        if day >= first:
            found.append(day)
        day = (day + timedelta(days=32)).replace(day=1)
    return found


def scale_head(scale: Scale, spans: Sequence[tuple[date, str]], height: float) -> Shapes:
    """The names over a strip; each stands in the middle of its stretch if it fits there."""
    edges = [*(day for day, _ in spans), scale.last]
    labels: list[Shape] = []
    for (start, end), (_, name) in zip(pairwise(edges), spans, strict=True):
        room = scale.at(end) - scale.at(start)
        if room > LABEL.width(name) / MM + 1:
            labels.append(Label(scale.at(start) + room / 2, height - 4.94, name, LABEL, "middle", room))
    return tuple(labels)


def bullet(share: float | None, width: float, ink: Ink = ACCENT) -> Shapes:
    """How far an objective is from its baseline to its target: a bar in a frame with the target's stroke at its end."""
    frame = Box(0, 0.9, width, 2.6, fill=WHITE, ink=RULE, weight=0.5)
    if share is None:
        return (Line(((0, 2.2), (width, 2.2)), HAIR, 0.5, (1, 1)),)
    filled = rectangle(0, 0.9, width * min(1.0, max(0.0, share)), 2.6, ink)
    return frame, filled, Line(((width, 0), (width, 4.4)), BLACK, 1.4)


def placed(shapes: Shapes, height: float, own: float = 4.4) -> Shapes:
    """Shapes in the middle of a row."""
    return moved(shapes, 0, max(0.0, (height - own) / 2))


BAR = 7.0  # millimetres


@dataclass(frozen=True)
class Quadrant:
    """One box of a two by two: its title, the hint beside it, and points already broken into lines."""

    title: str
    hint: str
    points: tuple[tuple[str, ...], ...]


def two_by_two(quadrants: Sequence[Quadrant], width: float, gutter: float = 4) -> tuple[Shapes, float]:
    """Four boxes with tinted heads; answers the shapes and their height. Boxes side by side are equally high."""
    side = (width - gutter) / 2
    shapes: list[Shape] = []
    top = 0.0
    for pair in (quadrants[:2], quadrants[2:]):
        height = max(_height(quadrant) for quadrant in pair)
        for place, quadrant in enumerate(pair):
            shapes.extend(_quadrant(quadrant, place * (side + gutter), top, side, height))
        top += height + gutter
    return tuple(shapes), top - gutter


def _height(quadrant: Quadrant) -> float:
    return max(50.0, HEAD + 6 + sum(len(point) * LINE + 1.6 for point in quadrant.points))


def _quadrant(quadrant: Quadrant, x: float, y: float, width: float, height: float) -> list[Shape]:
    shapes: list[Shape] = [
        Box(x, y, width, height, ink=RULE, weight=0.6),
        Box(x, y, width, HEAD, fill=TINT, ink=RULE, weight=0.6),
        Label(x + 3, y + 1.8, quadrant.title, KICKER, width=width / 2),
        Label(x + width - 3, y + 2.2, quadrant.hint, SMALL, "right", width / 2),
    ]
    top = y + HEAD + 3
    for point in quadrant.points:
        shapes.append(rectangle(x + 3, top + 1.8, 1.2, 1.2, GREY))
        shapes.extend(Label(x + 6, top + LINE * place, line, BODY, width=width - 8) for place, line in enumerate(point))
        top += LINE * len(point) + 1.6
    return shapes


@dataclass(frozen=True)
class Exposure:
    """A numbered risk on the grid; both scales go from 1 to 5."""

    number: int
    probability: int
    impact: int


def risk_grid(risks: Sequence[Exposure], across: str, upwards: str, cell: float = 11) -> tuple[Shapes, float, float]:
    """Five by five: numbers in circles, the corner that asks for action hatched. Answers shapes, width and height."""
    left, top = 9.0, 5.0
    shapes: list[Shape] = [Label(0, 0, upwards, SMALL)]
    for row in range(5):
        fields = ((left + column * cell, (column + 1) * (5 - row)) for column in range(5))
        shapes.extend(_field(x, top + row * cell, cell, weight) for x, weight in fields)
        shapes.append(Label(left - 2, top + row * cell + cell / 2 - 1.8, str(5 - row), FOOT, "right"))
        shapes.append(Label(left + row * cell + cell / 2, top + 5 * cell + 1, str(row + 1), FOOT, "middle"))
    shapes.append(Label(left + 5 * cell, top + 5 * cell + 4.6, across, SMALL, "right"))
    for place in sorted({(risk.probability, risk.impact) for risk in risks}):
        here = [risk.number for risk in risks if (risk.probability, risk.impact) == place]
        centre = (left + (place[1] - 0.5) * cell, top + (5.5 - place[0]) * cell)
        shapes.extend(_numbers(sorted(here), *centre))
    return tuple(shapes), left + 5 * cell + 1, top + 5 * cell + 9


def _field(x: float, y: float, cell: float, weight: int) -> Box:
    if weight >= 15:  # probable and grave
        return Box(x, y, cell, cell, fill=MIDDLE, ink=WHITE, weight=0.8)
    if weight >= 8:  # one of both
        return Box(x, y, cell, cell, fill=PLANNED, ink=WHITE, weight=0.8)
    return Box(x, y, cell, cell, fill=TINT, ink=WHITE, weight=0.8)


def _numbers(numbers: Sequence[int], x: float, y: float) -> list[Shape]:
    """Up to four circles in a cell; more of them are counted."""
    texts = [str(number) for number in numbers[:4]]
    if len(numbers) > len(texts):
        texts[-1] = f"+{len(numbers) - len(texts) + 1}"
    few: dict[int, tuple[tuple[float, float], ...]] = {1: ((0, 0),), 2: ((-2.5, 0), (2.5, 0))}
    places = few.get(len(texts), ((-2.5, -2.5), (2.5, -2.5), (-2.5, 2.5), (2.5, 2.5)))
    shapes: list[Shape] = []
    for text, (dx, dy) in zip(texts, places, strict=False):
        shapes.append(Circle(x + dx, y + dy, 2.3, fill=BLACK, ink=WHITE, weight=0.6))
        shapes.append(Label(x + dx, y + dy - 1.6, text, FOOT_STRONG.inked(WHITE), "middle"))
    return shapes


def share_bar(share: float, width: float, texts: tuple[str, str]) -> Shapes:
    """A stretch of time with how much of it is over, its two ends named."""
    over = width * min(1.0, max(0.0, share))
    return (
        Box(0, 0, width, 3.4, fill=WHITE, ink=RULE, weight=0.5),
        rectangle(0, 0, over, 3.4, MIDDLE),
        Line(((over, -0.8), (over, 4.2)), BLACK, 1.2),
        Label(0, 4.6, texts[0], SMALL, width=width * 0.35),
        Label(width, 4.6, texts[1], CELL, "right", width * 0.65),
    )


@dataclass(frozen=True)
class Bar:
    """One bar: its name below, its value and how that is written above it, and what was aimed at."""

    name: str
    value: float
    said: str
    target: float | None = None


def bars(columns: Sequence[Bar], width: float, height: float) -> Shapes:
    """Bars on a zero line, with three lines behind them and a stroke where each should have ended."""
    most = max((max(column.value, column.target or 0) for column in columns), default=0) or 1
    room, top, foot = width / len(columns), 4.6, 4.4
    tall = height - top - foot
    shapes: list[Shape] = [
        Line(((0, top + tall * step / 3), (width, top + tall * step / 3)), HAIR, 0.4, (0.6, 0.8)) for step in range(3)
    ]
    for place, column in enumerate(columns):
        middle, high = (place + 0.5) * room, tall * max(0.0, column.value) / most
        aim = tall * max(0.0, column.target or 0) / most
        above = top + tall - max(high, aim) - 4.2
        shapes.append(rectangle(middle - BAR / 2, top + tall - high, BAR, high, MIDDLE))
        if column.target is not None:
            ends = ((middle - BAR / 2 - 1.2, top + tall - aim), (middle + BAR / 2 + 1.2, top + tall - aim))
            shapes.append(Line(ends, BLACK, 1.2))
        # no line goes through a number
        shapes.append(rectangle(middle - room / 4, above, room / 2, 3.4, WHITE))
        shapes.append(Label(middle, above, column.said, SMALL, "middle", room))
        shapes.append(Label(middle, top + tall + 0.8, column.name, SMALL, "middle", room))
    return (*shapes, Line(((0, top + tall), (width, top + tall)), BLACK, 0.7))

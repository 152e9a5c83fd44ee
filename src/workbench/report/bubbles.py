"""Bubbles on a plane as pure layout in millimetres, for screen and paper: how large, where, and with which number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, pi, sin, sqrt

WHOLE = 100.0
LEAST, MOST = 3.0, 10.0  # the radius of a bubble
WIDEST_RING = 15.0  # the radius of the ring around it
WIDE, HIGH = 96.0, 72.0  # a frame that is smaller gets smaller bubbles
STEPS = 72  # points of a ring
STROKE = 0.05  # what a point of a stroke weighs against a millimetre of a bubble
LABEL_WIDE, LABEL_HIGH = 5.0, 4.0
TURNS = 16
AWAY = (1.5, 4.0, 7.5, 12.0)  # between a bubble and its number outside
MOST_LEADERS = 40  # more numbers outside would be a thicket: the table tells the rest
Spot = tuple[float, float]


@dataclass(frozen=True)
class Bubble:
    """Something on a plane whose sides go from 0 to 100, y upwards; its area is in proportion to `size`.

    The area of its `ring` is what `size` could become; `before` is where it was, `aim` where it is meant to be.
    """

    number: int
    x: float
    y: float
    size: float
    before: Spot | None = None
    is_known: bool = True
    ring: float = 0.0
    aim: Spot | None = None


@dataclass(frozen=True)
class Laid:
    """A bubble in its place, y down from the top; the number stands in the middle, or outside with a line to it.

    `rings` are the strokes of its ring, as far as they are within the frame.
    """

    number: int
    x: float
    y: float
    radius: float
    label: Spot
    is_outside: bool = False
    is_labelled: bool = True
    before: Spot | None = None
    is_known: bool = True
    aim: Spot | None = None
    rings: tuple[tuple[Spot, ...], ...] = ()


def laid_out(bubbles: Sequence[Bubble], width: float, height: float) -> tuple[Laid, ...]:
    """The bubbles in the order they are drawn: large ones first, so that small ones lie on them."""
    # so large that neither the largest bubble nor the largest ring is too wide
    rings = (bubble.ring * (MOST / WIDEST_RING) ** 2 for bubble in bubbles)
    largest = max((*(bubble.size for bubble in bubbles), *rings), default=0)
    order = sorted(bubbles, key=lambda bubble: (-bubble.size, bubble.number))
    most = MOST * min(1.0, width / WIDE, height / HIGH)
    placed = [_placed(bubble, (largest, most), width, height) for bubble in order]
    return tuple(_labelled(placed, width, height))


def _placed(bubble: Bubble, measure: tuple[float, float], width: float, height: float) -> Laid:
    """The bubble in its place; `measure` is the largest size and its radius."""
    largest, most = measure
    share = max(bubble.size, 0) / largest if largest > 0 else 0
    radius = min(max(LEAST, most * sqrt(share)), width / 2, height / 2)
    x, y = _at((bubble.x, bubble.y), width, height)
    # what stands at the edge is moved in, so that all of it is seen
    x, y = min(max(x, radius), width - radius), min(max(y, radius), height - radius)
    before, aim = (_at(spot, width, height) if spot else None for spot in (bubble.before, bubble.aim))
    wide = most * sqrt(bubble.ring / largest) if largest > 0 and bubble.ring > 0 else 0
    rings = _rings((x, y), wide, (width, height)) if wide > radius else ()
    return Laid(bubble.number, x, y, radius, (x, y), before=before, is_known=bubble.is_known, aim=aim, rings=rings)


def _rings(centre: Spot, radius: float, frame: Spot) -> tuple[tuple[Spot, ...], ...]:
    """A circle as strokes, without what is outside the frame."""
    turns = (2 * pi * step / STEPS for step in range(STEPS + 1))
    points = [(centre[0] + radius * cos(turn), centre[1] + radius * sin(turn)) for turn in turns]
    strokes: list[list[Spot]] = [[]]
    for x, y in points:
        if 0 <= x <= frame[0] and 0 <= y <= frame[1]:
            strokes[-1].append((x, y))
        elif strokes[-1]:
            strokes.append([])
    return tuple(tuple(stroke) for stroke in strokes if len(stroke) > 1)


def name_spot(field: tuple[float, float, float, float], size: Spot, laid: Sequence[Laid]) -> Spot:
    """Where the name of a field stands: in the corner that no bubble covers, the upper left one if it can be.

    `field` is its left, top, width and height; the spot is the upper left corner of the name.
    """
    left, top, width, height = field
    columns = (left, left + max(width - size[0], 0), left + max(width - size[0], 0) / 2)
    rows = (top, top + height - size[1])
    corners = [(x, y) for y in rows for x in columns]
    strokes = [
        (x, y) for one in laid for x, y in _strokes(one) if left <= x <= left + width and top <= y <= top + height
    ]
    return min(corners, key=lambda corner: _hidden(corner, size, laid) + STROKE * _crossed(corner, size, strokes))


def _strokes(one: Laid) -> Iterable[Spot]:
    """Points of its ring, and of its arrows from and to another place."""
    for stroke in one.rings:
        yield from stroke
    for other in (one.before, one.aim):
        for step in range(STEPS + 1 if other is not None else 0):
            away = step / STEPS
            x, y = other or (0.0, 0.0)
            yield one.x + (x - one.x) * away, one.y + (y - one.y) * away


def _crossed(corner: Spot, size: Spot, strokes: Sequence[Spot]) -> int:
    """How many points of strokes lie on a name."""
    left, top = corner
    return sum(left <= x <= left + size[0] and top <= y <= top + size[1] for x, y in strokes)


def _hidden(corner: Spot, size: Spot, laid: Sequence[Laid]) -> float:
    """How much of a name lies below bubbles, as the depth to which they reach into it."""
    x, y = corner[0] + size[0] / 2, corner[1] + size[1] / 2
    depth = 0.0
    for one in laid:
        dx = max(abs(x - one.x) - size[0] / 2, 0)
        dy = max(abs(y - one.y) - size[1] / 2, 0)
        depth += max(one.radius - hypot(dx, dy), 0)
        if one.is_outside:
            aside, above = abs(x - one.label[0]), abs(y - one.label[1])
            depth += max(min((size[0] + LABEL_WIDE) / 2 - aside, (size[1] + LABEL_HIGH) / 2 - above), 0)
    return depth


def _at(spot: Spot, width: float, height: float) -> Spot:
    x, y = (min(max(value, 0.0), WHOLE) / WHOLE for value in spot)
    return width * x, height * (1 - y)


def _labelled(placed: Sequence[Laid], width: float, height: float) -> Iterable[Laid]:
    """Numbers that another bubble would cover go outside, where there is room, and get a line."""
    taken: list[Spot] = [one.label for n, one in enumerate(placed) if not _is_covered(one, placed[n + 1 :])]
    leaders = 0
    for n, one in enumerate(placed):
        if not _is_covered(one, placed[n + 1 :]):
            yield one
            continue
        spot = _free_spot(one, placed, taken, (width, height)) if leaders < MOST_LEADERS else None
        if spot is None:
            yield replace(one, is_labelled=False)
            continue
        leaders += 1
        taken.append(spot)
        yield replace(one, label=spot, is_outside=True)


def _is_covered(one: Laid, above: Sequence[Laid]) -> bool:
    return any(_overlaps(one.label, other) for other in above)


def _overlaps(label: Spot, circle: Laid) -> bool:
    """Whether a number's box touches a bubble."""
    dx = max(abs(label[0] - circle.x) - LABEL_WIDE / 2, 0)
    dy = max(abs(label[1] - circle.y) - LABEL_HIGH / 2, 0)
    return hypot(dx, dy) < circle.radius


def _free_spot(one: Laid, placed: Sequence[Laid], taken: Sequence[Spot], frame: Spot) -> Spot | None:
    for away in AWAY:
        for turn in range(TURNS):
            angle = 2 * pi * turn / TURNS - pi / 4
            reach = one.radius + away + LABEL_WIDE / 2
            spot = one.x + reach * cos(angle), one.y + reach * sin(angle)
            if _is_inside(spot, frame) and _is_free(spot, placed, taken):
                return spot
    return None


def _is_inside(spot: Spot, frame: Spot) -> bool:
    edges = ((spot[0], frame[0], LABEL_WIDE / 2), (spot[1], frame[1], LABEL_HIGH / 2))
    return all(half <= value <= most - half for value, most, half in edges)


def _is_free(spot: Spot, placed: Sequence[Laid], taken: Sequence[Spot]) -> bool:
    if any(abs(spot[0] - x) < LABEL_WIDE and abs(spot[1] - y) < LABEL_HIGH for x, y in taken):
        return False
    return not any(_overlaps(spot, circle) for circle in placed)

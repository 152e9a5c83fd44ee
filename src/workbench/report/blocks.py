"""The flowables of our pages: plain texts that break into lines, things side by side, lines to write on."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from workbench.report.drawing import paint, write, write_lines
from workbench.report.lines import wrapped
from workbench.report.marks import Mark
from workbench.report.paper import MM
from workbench.report.shapes import Point, Shapes
from workbench.report.styles import BLACK, FIGURE, FOOT, HAIR, LABEL, RULE, SMALL, Ink, Style

ENDLESS = 100_000.0  # points: room for whatever there is
KEEP = 2  # widows and orphans: lines of a paragraph that stay together


class Block(Flowable):
    """A flowable that knows its height once it is told its width."""

    spaceBefore = 0.0  # noqa: N815 - reportlab's names
    spaceAfter = 0.0  # noqa: N815

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: N803
        self.width = availWidth
        self.height = self.laid(availWidth, availHeight)
        return availWidth, self.height

    def laid(self, width: float, room: float) -> float:
        """Lay it out in a width, and answer its height."""
        raise NotImplementedError

    def draw(self) -> None:
        self.drawn(self.canv)

    def drawn(self, canvas: Any) -> None:  # noqa: ANN401 - reportlab's canvas
        raise NotImplementedError


class Prose(Block):
    """A text in one style, broken into lines; continues on the next page with at least two of them on each side."""

    def __init__(
        self, text: str, style: Style, *, most: int | None = None, before: float = 0, after: float = 0
    ) -> None:
        super().__init__()
        self.text, self.style, self._most = text, style, most
        self._lines: list[str] | None = None
        self._lines_width = 0.0
        self.spaceBefore, self.spaceAfter = before * MM, after * MM

    def laid(self, width: float, room: float) -> float:  # noqa: ARG002
        if self._lines is None or self._lines_width != width:
            self._lines, self._lines_width = wrapped(self.text, self.style, width, self._most), width
        return len(self._lines) * self.style.leading

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        self.laid(availWidth, availHeight)
        lines = self._lines or []
        fitting = min(int(availHeight // self.style.leading), len(lines) - KEEP)
        if fitting < KEEP:
            return []
        return [self._part(lines[:fitting], availWidth, 0), self._part(lines[fitting:], availWidth, self.spaceAfter)]

    def drawn(self, canvas: Any) -> None:  # noqa: ANN401
        write_lines(canvas, 0, self.height, self._lines or [], self.style)

    def _part(self, lines: list[str], width: float, after: float) -> "Prose":
        part = Prose("", self.style)
        part._lines, part._lines_width, part.spaceAfter = lines, width, after
        return part


class Heading(Prose):
    """A text that stays with what follows: it moves on when less than `needs` millimetres are left below it."""

    def __init__(self, text: str, style: Style, *, needs: float = 27, before: float = 0, after: float = 0) -> None:
        super().__init__(text, style, most=4, before=before, after=after)
        self.needs = needs * MM

    def laid(self, width: float, room: float) -> float:
        height = super().laid(width, room)
        return height if height + self.needs <= room else max(height, room + 1)

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: ARG002, N803
        return []


class Headed(Heading):
    """A heading with a note on its last line, or below it where there is no room beside."""

    GAP = 4 * MM

    def __init__(self, text: str, note: str, looks: tuple[Style, Style], *, needs: float) -> None:
        super().__init__(text, looks[0], needs=needs, before=4.4, after=0.6)
        self.note, self._look = note, looks[1]

    def laid(self, width: float, room: float) -> float:
        height = super().laid(width, room)
        self._notes = wrapped(self.note, self._look, width, 2)
        self._place = self.style.width((self._lines or [""])[-1]) + self.GAP
        self._is_beside = len(self._notes) == 1 and self._place + self._look.width(self._notes[0]) <= width
        return height if self._is_beside else height + len(self._notes) * self._look.leading

    def drawn(self, canvas: Any) -> None:  # noqa: ANN401
        lines = self._lines or []
        write_lines(canvas, 0, self.height, lines, self.style)
        below = self.height - len(lines) * self.style.leading
        if self._is_beside:
            # both stand on the same line
            top = below + self.style.leading - self.style.rise + self._look.rise
            write_lines(canvas, self._place, top, self._notes, self._look)
        else:
            write_lines(canvas, 0, below, self._notes, self._look)


class Marked(Block):
    """A line of text with a mark before it."""

    def __init__(self, mark: Mark, text: str, style: Style, *, after: float = 0) -> None:
        super().__init__()
        self.mark, self.text, self.style = mark, text, style
        self.spaceAfter = after * MM

    def laid(self, width: float, room: float) -> float:  # noqa: ARG002
        self._indent = (self.mark.size + 1.6) * MM
        self._lines = wrapped(self.text, self.style, width - self._indent, 6)
        return len(self._lines) * self.style.leading

    def drawn(self, canvas: Any) -> None:  # noqa: ANN401
        paint(canvas, self.mark.shapes, 0, self.height - (self.style.leading - self.mark.size * MM) / 2)
        write_lines(canvas, self._indent, self.height, self._lines, self.style)


class Beside(Block):
    """Columns of flowables side by side; for things that are known to be short."""

    def __init__(self, columns: Sequence[Sequence[Flowable]], weights: Sequence[float], gutter: float) -> None:
        super().__init__()
        self.columns, self._weights, self._gutter = columns, weights, gutter * MM
        self.spaceBefore = max((column[0].getSpaceBefore() for column in columns if column), default=0.0)

    def laid(self, width: float, room: float) -> float:
        free = width - self._gutter * (len(self.columns) - 1)
        self._widths = [free * weight / sum(self._weights) for weight in self._weights]
        columns = zip(self.columns, self._widths, strict=True)
        return max((stack_height(column, wide, room) for column, wide in columns), default=0.0)

    def drawn(self, canvas: Any) -> None:  # noqa: ANN401
        x = 0.0
        for column, width in zip(self.columns, self._widths, strict=True):
            draw_stack(canvas, column, x, self.height, width)
            x += width + self._gutter


class Framed(Block):
    """Flowables in a box with a strong border."""

    def __init__(self, inside: Sequence[Flowable], weight: float = 1.2) -> None:
        super().__init__()
        self.inside, self._padding, self._weight = inside, 3 * MM, weight

    def laid(self, width: float, room: float) -> float:
        return stack_height(self.inside, width - 2 * self._padding, room) + 2 * self._padding

    def drawn(self, canvas: Any) -> None:  # noqa: ANN401
        canvas.setStrokeColorRGB(*BLACK)
        canvas.setLineWidth(self._weight)
        canvas.rect(0, 0, self.width, self.height, stroke=1, fill=0)
        draw_stack(canvas, self.inside, self._padding, self.height - self._padding, self.width - 2 * self._padding)


class Figures(Block):
    """Key figures in a row: a label, the figure, a line below it."""

    def __init__(self, figures: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.figures = figures

    def laid(self, width: float, room: float) -> float:  # noqa: ARG002
        self._step = width / max(1, len(self.figures))
        inner = self._step - 4 * MM
        self._texts = [
            (wrapped(label, LABEL, inner, 1), wrapped(figure, FIGURE, inner, 1), wrapped(note, SMALL, inner, 2))
            for label, figure, note in self.figures
        ]
        notes = max((len(note) for _, _, note in self._texts), default=1)
        return LABEL.leading + FIGURE.leading + notes * SMALL.leading

    def drawn(self, canvas: Any) -> None:  # noqa: ANN401
        for place, (label, figure, note) in enumerate(self._texts):
            x, y = place * self._step, self.height
            if place:
                rule(canvas, (x - 2 * MM, 0), (x - 2 * MM, self.height), HAIR, 0.5)
            write_lines(canvas, x, y, label, LABEL)
            write_lines(canvas, x, y - LABEL.leading, figure, FIGURE)
            write_lines(canvas, x, y - LABEL.leading - FIGURE.leading, note, SMALL)


class Rule(Block):
    """A line across the page."""

    def __init__(self, ink: Ink = RULE, weight: float = 0.75, *, before: float = 3, after: float = 3) -> None:
        super().__init__()
        self._ink, self._weight = ink, weight
        self.spaceBefore, self.spaceAfter = before * MM, after * MM

    def laid(self, width: float, room: float) -> float:  # noqa: ARG002
        return self._weight

    def drawn(self, canvas: Any) -> None:  # noqa: ANN401
        rule(canvas, (0, 0), (self.width, 0), self._ink, self._weight)


class NoteLines(Block):
    """Lines to write on: `least` of them, or, to the end of the page, as many as there is room for."""

    STEP = 8 * MM

    def __init__(self, least: int, *, to_the_end: bool = False) -> None:
        super().__init__()
        self._least, self._to_the_end = least, to_the_end

    def laid(self, width: float, room: float) -> float:  # noqa: ARG002
        room_for = int((room - 1) // self.STEP) if self._to_the_end else 0
        self._lines = max(self._least, room_for)
        return self._lines * self.STEP

    def drawn(self, canvas: Any) -> None:  # noqa: ANN401
        for line in range(1, self._lines + 1):
            y = self.height - line * self.STEP
            rule(canvas, (0, y), (self.width, y), HAIR, 0.5)


class Remaining(Block):
    """A heading with lines to write on, where `least` of them have room on the page; otherwise nothing."""

    def __init__(self, heading: Heading, least: int) -> None:
        super().__init__()
        self._heading, self._least = heading, least
        self.spaceBefore = heading.spaceBefore

    def laid(self, width: float, room: float) -> float:
        _, head = self._heading.wrap(width, ENDLESS)
        lines = int((room - head - self._heading.spaceAfter - 1) // NoteLines.STEP)
        self._inside: list[Flowable] = [self._heading, NoteLines(lines)] if lines >= self._least else []
        return stack_height(self._inside, width, room)

    def drawn(self, canvas: Any) -> None:  # noqa: ANN401
        draw_stack(canvas, self._inside, 0, self.height, self.width)


class Tinted(Block):
    """A note in small letters under a drawing: its legend."""

    def __init__(self, entries: Sequence[tuple[Shapes, float, str]]) -> None:
        super().__init__()
        self.entries = entries
        self.spaceBefore = 2 * MM

    def laid(self, width: float, room: float) -> float:  # noqa: ARG002
        rows, x = 1, 0.0
        self._places: list[tuple[float, int]] = []
        for _, size, text in self.entries:
            needed = (size + 4.6) * MM + FOOT.width(text)
            if x and x + needed > width:
                rows, x = rows + 1, 0.0
            self._places.append((x, rows))
            x += needed
        return rows * 5 * MM

    def drawn(self, canvas: Any) -> None:  # noqa: ANN401
        for (shapes, size, text), (x, row) in zip(self.entries, self._places, strict=True):
            top = self.height - (row - 1) * 5 * MM
            paint(canvas, shapes, x, top)
            write(canvas, x + (size + 1.5) * MM, top - (3.6 * MM - FOOT.leading) / 2, text, FOOT)


def together(flowables: Sequence[Flowable]) -> Sequence[Flowable]:
    """Flowables that share a page: what their headings want below them stands there in any case."""
    for flowable in flowables:
        if isinstance(flowable, Heading):
            flowable.needs = 0.0
        elif isinstance(flowable, Beside):
            for column in flowable.columns:
                together(column)
    return flowables


def stack_height(flowables: Sequence[Flowable], width: float, room: float) -> float:
    """How high flowables are, one below the other."""
    height, after = 0.0, 0.0
    for place, flowable in enumerate(flowables):
        gap = max(flowable.getSpaceBefore(), after) if place else 0.0
        height += gap + float(flowable.wrap(width, max(room - height - gap, 0))[1])
        after = flowable.getSpaceAfter()
    return height


def draw_stack(canvas: Any, flowables: Sequence[Flowable], x: float, top: float, width: float) -> None:  # noqa: ANN401
    """Draw flowables one below the other."""
    after = 0.0
    for place, flowable in enumerate(flowables):
        top -= max(flowable.getSpaceBefore(), after) if place else 0.0
        _, height = flowable.wrap(width, ENDLESS)
        flowable.drawOn(canvas, x, top - height)
        top -= height
        after = flowable.getSpaceAfter()


def rule(canvas: Any, start: Point, end: Point, ink: Ink, weight: float) -> None:  # noqa: ANN401
    canvas.setStrokeColorRGB(*ink)
    canvas.setLineWidth(weight)
    canvas.setDash([])
    canvas.line(*start, *end)

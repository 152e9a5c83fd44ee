"""Tables that repeat their head on every page, keep rows whole, and lose none, however long its texts are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from reportlab.platypus import Flowable

from workbench.report.blocks import KEEP, Block, rule
from workbench.report.drawing import paint, write, write_lines
from workbench.report.lines import wrapped
from workbench.report.marks import Mark
from workbench.report.paper import MM
from workbench.report.shapes import Drawn
from workbench.report.styles import BLACK, CELL, FOOT, HAIR, LABEL, RULE, SMALL, TINT, Style

GAP = 3 * MM
FIGURED = 6  # millimetres kept under a text for the drawing below it
LEAST = 4  # lines of a row that is split: fewer are not worth a page break


@dataclass(frozen=True)
class Column:
    """A column: its head, its share of the width, how it is set. `most` shortens what is not told here in full."""

    head: str
    weight: float
    style: Style = CELL
    align: Literal["left", "right", "middle"] = "left"
    most: int | None = None
    scale: Drawn | None = None


@dataclass(frozen=True)
class Cell:
    """A text with a mark before it and a smaller one `under` it; or a drawing that fills the place it is given."""

    text: str = ""
    style: Style | None = None
    mark: Mark | None = None
    under: str = ""
    drawn: Drawn | None = None


@dataclass(frozen=True)
class Band:
    """A row that names the rows below it."""

    text: str
    mark: Mark | None = None


Row = Sequence[Cell | str] | Band


@dataclass(frozen=True)
class Look:
    """How a table is set, in millimetres; `continued` stands over its head on the following pages."""

    continued: str = ""
    goes_on: str = ""
    page: float = 250
    padding: float = 1.5
    least: float = 0
    has_rules: bool = True


@dataclass(frozen=True)
class LaidCell:
    """A cell broken into lines."""

    lines: tuple[tuple[str, Style], ...]
    mark: Mark | None = None
    drawn: Drawn | None = None

    @property
    def height(self) -> float:
        return sum(style.leading for _, style in self.lines) + (FIGURED * MM if self.drawn and self.lines else 0)

    def cut(self, room: float) -> tuple["LaidCell", "LaidCell"]:
        """What fits into `room` points, and the rest."""
        count, used = 0, 0.0
        while count < len(self.lines) and used + self.lines[count][1].leading <= room:
            used += self.lines[count][1].leading
            count += 1
        return replace(self, lines=self.lines[:count]), LaidCell(self.lines[count:])


@dataclass(frozen=True)
class LaidRow:
    """A row with its height; one that `goes_on` is continued on the next page."""

    cells: tuple[LaidCell, ...]
    height: float
    band: Band | None = None
    goes_on: bool = False


@dataclass
class Layout:
    """The columns of a table on a width: where they begin and how wide they are."""

    places: list[tuple[float, float]] = field(default_factory=list)
    heads: list[list[str]] = field(default_factory=list)
    head_height: float = 0


class Table(Block):
    """Rows under a head."""

    def __init__(self, columns: Sequence[Column], rows: Iterable[Row], look: Look) -> None:
        super().__init__()
        self.columns, self.rows, self.look = columns, list(rows), look
        self._laid: list[LaidRow] = []
        self._layout = Layout()
        self._laid_for = 0.0
        self._is_rest = False

    def laid(self, width: float, room: float) -> float:  # noqa: ARG002
        if self._laid_for != width:
            self._laid_for = width
            self._layout = _layout(self.columns, width)
            self._laid = [self._laid_row(row, width) for row in self.rows]
        return self._top + sum(row.height for row in self._laid)

    def split(self, availWidth: float, availHeight: float) -> list[Flowable]:  # noqa: N803
        height = self.laid(availWidth, availHeight)
        if self._is_rest and len(self._laid) <= KEEP and height <= self.look.page * MM:
            return []  # the rest is first tried on the page that it was parted from
        left, count = availHeight - self._top, 0
        while count < len(self._laid) and self._laid[count].height <= left:
            left -= self._laid[count].height
            count += 1
        fitting, rest = self._laid[:count], self._laid[count:]
        if rest and rest[0].height > self.look.page * MM - self._top:
            begun, following = self._cut(rest[0], left)
            fitting, rest = [*fitting, *begun], [*following, *rest[1:]]
        elif len(rest) == 1 and len(fitting) > KEEP:
            rest.insert(0, fitting.pop())  # no row goes to the next page alone
        while fitting and fitting[-1].band:
            rest.insert(0, fitting.pop())
        return (
            [self._piece(fitting, is_rest=self._is_rest), self._piece(rest, is_rest=True)] if fitting and rest else []
        )

    def drawn(self, canvas: Any) -> None:  # noqa: ANN401
        top = self.height
        if self._is_rest and self.look.continued:
            write(canvas, 0, top, self.look.continued, SMALL)
            top -= SMALL.leading + 2
        top = self._draw_head(canvas, top)
        for row in self._laid:
            self._draw_row(canvas, row, top)
            top -= row.height

    @property
    def _top(self) -> float:
        again = SMALL.leading + 2 if self._is_rest and self.look.continued else 0
        return self._layout.head_height + again

    def _laid_row(self, row: Row, width: float) -> LaidRow:
        padding = 2 * self.look.padding * MM
        if isinstance(row, Band):
            text = wrapped(row.text, _BAND, width - 8 * MM, 2)
            cell = LaidCell(tuple((line, _BAND) for line in text), row.mark)
            return LaidRow((cell,), cell.height + padding, band=row)
        cells = tuple(
            _laid_cell(cell, column, place[1])
            for cell, column, place in zip(row, self.columns, self._layout.places, strict=True)
        )
        height = max(cell.height for cell in cells) + padding
        return LaidRow(cells, max(height, self.look.least * MM))

    def _cut(self, row: LaidRow, room: float) -> tuple[list[LaidRow], list[LaidRow]]:
        """A row that no page can hold: its lines that fit here, with a sign that it goes on."""
        inner = room - 2 * self.look.padding * MM - FOOT.leading
        if inner < LEAST * CELL.leading:
            return [], [row]
        pairs = [cell.cut(inner) for cell in row.cells]
        rest = max(cell.height for _, cell in pairs) + 2 * self.look.padding * MM
        begun = LaidRow(tuple(cell for cell, _ in pairs), room, goes_on=True)
        return [begun], [LaidRow(tuple(cell for _, cell in pairs), rest)]

    def _piece(self, rows: list[LaidRow], *, is_rest: bool) -> "Table":
        piece = Table(self.columns, (), self.look)
        piece._laid, piece._layout, piece._laid_for = rows, self._layout, self._laid_for
        piece._is_rest = is_rest
        piece.spaceAfter = self.spaceAfter if is_rest else 0
        return piece

    def _draw_head(self, canvas: Any, top: float) -> float:  # noqa: ANN401
        if not self._layout.head_height:
            return top
        bottom = top - self._layout.head_height
        for column, (x, width), lines in zip(self.columns, self._layout.places, self._layout.heads, strict=True):
            if column.scale:
                height = self._layout.head_height / MM
                paint(canvas, column.scale(width / MM, height), x, top)
            start = bottom + len(lines) * LABEL.leading + 1.2 * MM
            _write(canvas, (x, start, width), [(line, LABEL) for line in lines], column.align)
        rule(canvas, (0, bottom), (self.width, bottom), RULE, 0.9)
        return bottom

    def _draw_row(self, canvas: Any, row: LaidRow, top: float) -> None:  # noqa: ANN401
        inside = top - self.look.padding * MM
        if row.band:
            _draw_band(canvas, row, top, self.width)
            canvas.setFillColorRGB(*BLACK)
            _draw_cell(canvas, row.cells[0], (2 * MM, inside, self.width - 4 * MM), "left")
            return
        for column, place, cell in zip(self.columns, self._layout.places, row.cells, strict=True):
            if cell.drawn:
                paint(canvas, cell.drawn(place[1] / MM, row.height / MM), place[0], top)
            _draw_cell(canvas, cell, (place[0], inside, place[1]), column.align)
        if row.goes_on:
            write(canvas, self._layout.places[0][0], top - row.height + FOOT.leading, self.look.goes_on, FOOT)
        if self.look.has_rules:
            rule(canvas, (0, top - row.height), (self.width, top - row.height), HAIR, 0.5)


_BAND = Style("Lato-Bold", 9, 11.8)


def _layout(columns: Sequence[Column], width: float) -> Layout:
    free = width - GAP * (len(columns) - 1)
    total = sum(column.weight for column in columns)
    layout, x = Layout(), 0.0
    for column in columns:
        wide = free * column.weight / total
        layout.places.append((x, wide))
        layout.heads.append(wrapped(column.head, LABEL, wide, 2) if column.head else [])
        x += wide + GAP
    lines = max((len(head) for head in layout.heads), default=0)
    layout.head_height = lines * LABEL.leading + 2.4 * MM if lines else 0
    return layout


def _laid_cell(cell: Cell | str, column: Column, width: float) -> LaidCell:
    if isinstance(cell, str):
        cell = Cell(cell)
    style = cell.style or column.style
    room = width - (_indent(cell.mark) if cell.mark else 0)
    lines = [(line, style) for line in wrapped(cell.text, style, room, column.most)] if cell.text else []
    if cell.under:
        lines += [(line, SMALL) for line in wrapped(cell.under, SMALL, room, column.most)]
    if cell.mark and not lines:
        lines = [("", style)]
    return LaidCell(tuple(lines), cell.mark, cell.drawn)


def _indent(mark: Mark) -> float:
    return (mark.size + 1.4) * MM


def _draw_band(canvas: Any, row: LaidRow, top: float, width: float) -> None:  # noqa: ANN401
    canvas.setFillColorRGB(*TINT)
    canvas.rect(0, top - row.height, width, row.height, stroke=0, fill=1)
    rule(canvas, (0, top - row.height), (width, top - row.height), RULE, 0.5)


def _draw_cell(canvas: Any, cell: LaidCell, place: tuple[float, float, float], align: str) -> None:  # noqa: ANN401
    x, top, width = place
    if cell.mark:
        leading = cell.lines[0][1].leading if cell.lines else CELL.leading
        # a mark stands before its text, also where that ends at the right
        free = width - _indent(cell.mark) - max((style.width(line) for line, style in cell.lines), default=0.0)
        start = x + (free if align == "right" else 0.0)
        paint(canvas, cell.mark.shapes, start, top - (leading - cell.mark.size * MM) / 2)
        x, width = x + _indent(cell.mark), width - _indent(cell.mark)
    _write(canvas, (x, top, width), cell.lines, align)


def _write(canvas: Any, place: tuple[float, float, float], lines: Sequence[tuple[str, Style]], align: str) -> None:  # noqa: ANN401
    x, top, width = place
    if align == "left" and lines and all(style is lines[0][1] for _, style in lines):
        write_lines(canvas, x, top, [line for line, _ in lines], lines[0][1])
        return
    for line, style in lines:
        shift = {"left": 0.0, "middle": 0.5, "right": 1.0}[align] * (width - style.width(line))
        write(canvas, x + shift, top, line, style)
        top -= style.leading

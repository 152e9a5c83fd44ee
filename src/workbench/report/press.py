"""The press: speaks the language of the paper and sets whatever sections hand to it. Sections see nothing else."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportlab.platypus import Flowable, Spacer

from workbench.kernel.choice import Choice
from workbench.kernel.formats import Formats
from workbench.kernel.words import N_, Words
from workbench.report import charts, marks
from workbench.report.blocks import (
    Beside,
    Figures,
    Framed,
    Headed,
    Heading,
    Marked,
    NoteLines,
    Prose,
    Remaining,
    Rule,
    Tinted,
    stack_height,
    together,
)
from workbench.report.drawing import Picture
from workbench.report.lines import MORE, wrapped
from workbench.report.marks import Mark
from workbench.report.paper import A4, MM, Paper
from workbench.report.shapes import Shapes
from workbench.report.styles import (
    ACCENT,
    BODY,
    CELL,
    CELL_GREY,
    CELL_MEDIUM,
    CELL_STRONG,
    CRITICAL,
    H1,
    H2,
    HAIR,
    KICKER,
    POINTED,
    Ink,
    Style,
)
from workbench.report.table import Cell, Column, Look, Row, Table

NAME_LINES = 12  # what is called so at such length is shortened; values and notes are told in full


@dataclass(frozen=True)
class Press:
    """What a section needs to put its view on paper: words, formats, the sheet, and the flowables of our style.

    Texts are given as people typed them, and English ones that are ours through `say`. A web page has no end, so
    there everything fits.
    """

    formats: Formats
    paper: Paper = A4
    is_web: bool = False

    @property
    def words(self) -> Words:
        return self.formats.words

    def turned(self) -> "Press":
        """The same press with the sheet in landscape."""
        return replace(self, paper=self.paper.turned())

    def say(self, text: str, **values: object) -> str:
        """An English sentence in the language of the paper."""
        return self.words(text, **values)

    def headline(self, text: str) -> Flowable:
        """The head of a page: it says the message."""
        return Heading(text, H1, after=3.5)

    def kicker(self, text: str) -> Flowable:
        """The small line over a headline that says what kind of page this is."""
        return Heading(text, KICKER, after=0.6)

    def heading(self, text: str, needs: float = 27) -> Flowable:
        """The head of a part; it wants so many millimetres of it on the same page."""
        return Heading(text, H2, needs=needs, before=4.4, after=1.4)

    def headed(self, text: str, note: str, needs: float = 27) -> Flowable:
        """The head of a part with what is known of it as a whole, on one line where there is room."""
        return Headed(text, note, (H2, CELL_GREY), needs=needs)

    def prose(self, text: str, style: Style = BODY, most: int | None = None) -> Flowable:
        return Prose(text, style, most=most, after=1.2)

    def missing(self, text: str) -> Flowable:
        """A line that says what is not known yet, in the place where it would stand."""
        return Marked(marks.circle_alert(CELL_GREY.ink), text, CELL_GREY, after=1.5)

    def table(self, columns: Sequence[Column], rows: Iterable[Row], continued: str = "") -> Table:
        """Rows under a head; `continued` names the table where it goes on on another page."""
        return self.set_table(columns, rows, Look(continued=self._continued(continued)))

    def titled(self, title: str, columns: Sequence[Column], rows: Iterable[Row]) -> list[Flowable]:
        """A table under a heading of its own."""
        return [self.heading(title), self.table(columns, rows, title)]

    def set_table(self, columns: Sequence[Column], rows: Iterable[Row], look: Look) -> Table:
        """A table with a look of its own."""
        said = [replace(column, head=self.say(column.head)) for column in columns]
        look = replace(look, page=self.paper.text_height, goes_on=self.say(N_("continues on the next page")))
        table = Table(said, rows, look)
        table.spaceAfter = 2 * MM
        return table

    def pairs(self, pairs: Iterable[tuple[str, Cell | str]], share: float = 0.36, *, has_rules: bool = True) -> Table:
        """Labels and their values, line by line."""
        columns = (Column("", share, CELL_GREY, most=3), Column("", 1 - share, CELL))
        return self.set_table(columns, pairs, Look(padding=1, has_rules=has_rules))

    def ticks(self, texts: Iterable[str], style: Style = CELL, most: int | None = None) -> Table:
        """Texts with a box to tick before each."""
        rows = [[Cell(text, mark=marks.tick_box())] for text in texts]
        return self.set_table((Column("", 1, style, most=most),), rows, Look(padding=0.8, has_rules=False))

    def figures(self, figures: Sequence[tuple[str, str, str]]) -> Flowable:
        return Figures(figures)

    def beside(self, *columns: Sequence[Flowable], weights: Sequence[float] = (1, 1), gutter: float = 8) -> Flowable:
        return Beside(columns, weights, gutter)

    def boxed(self, label: str, text: str, most: int | None = None) -> Flowable:
        """What matters most on a page, in a box."""
        return Framed([Prose(label, KICKER), Prose(text, POINTED, most=most)])

    def framed(self, inside: Sequence[Flowable]) -> Flowable:
        return Framed(inside, weight=0.8)

    def rule(self, ink: Ink = HAIR) -> Flowable:
        return Rule(ink, 0.6)

    def gap(self, height: float) -> Flowable:
        return Spacer(1, height * MM)

    def note_lines(self, least: int, *, to_the_end: bool = False) -> Flowable:
        return NoteLines(least, to_the_end=to_the_end)

    def remaining(self, title: str, least: int) -> Flowable:
        """Lines to write on under a title to the end of the page; nothing where it is full."""
        return Remaining(Heading(title, H2, needs=0, before=4.4, after=1.4), least)

    def picture(self, shapes: Shapes, height: float, width: float | None = None) -> Flowable:
        return Picture(shapes, width or self.paper.text_width, height)

    def legend(self, entries: Sequence[tuple[Shapes, float, str]]) -> Flowable:
        """What the signs of a drawing mean, each with its width in millimetres."""
        return Tinted(entries)

    def lines(self, text: str, style: Style, width: float, most: int | None = None) -> tuple[str, ...]:
        """A text broken into lines for a drawing; `width` in millimetres."""
        return tuple(wrapped(text, style, width * MM, most))

    def shortened(self, text: str, most: int = 160) -> str:
        """A text that is told in full elsewhere, cut to so many letters."""
        flat = " ".join(text[: 10 * most].split())
        return flat if len(flat) <= most else flat[: most - 1].rstrip() + MORE

    def status(self, value: Choice, mark: Mark | None = None) -> Cell:
        """A status as symbol, colour and word."""
        mark = mark or marks.status(value)
        return Cell(self.say(value.label), CELL_MEDIUM.inked(mark.ink), mark)

    def day(self, day: date | None) -> str:
        """A day that stays on one line."""
        return self.formats.day(day).replace(" ", "\u00a0")

    def due(self, day: date | None, today: date, *, is_open: bool = True) -> Cell:
        """A day; a late one bold with its sign and how many days late it is."""
        if not is_open or day is None or day >= today:
            return Cell(self.day(day), CELL_GREY if day is None else None)
        late = self.words.many("{n} day late", "{n} days late", (today - day).days)
        return Cell(self.day(day), CELL_STRONG.inked(CRITICAL), marks.circle_alert(), under=late)

    def attitude(self, value: Choice) -> Cell:
        mark = marks.attitude(value)
        return Cell(self.say(value.label), CELL_MEDIUM.inked(mark.ink), mark)

    def influence(self, value: Choice | None) -> Cell:
        return Cell(self.formats.choice(value), CELL_GREY, marks.influence(value)) if value else Cell("–", CELL_GREY)

    def progress(self, share: float | None, ink: Ink = ACCENT) -> Cell:
        """A bar from the baseline to the target."""
        return Cell(drawn=lambda width, height: charts.placed(charts.bullet(share, width - 1, ink), height))

    def first_fitting(self, variants: Iterable[Callable[[], list[Flowable]]], taken: float = 0) -> list[Flowable]:
        """The first variant that fits on one page, from the fullest to the shortest; the last one in any case.

        `taken` is what stands above it already, in millimetres.
        """
        flowables: list[Flowable] = []
        width, height = self.paper.text_width * MM, (self.paper.text_height - taken) * MM
        for variant in variants:
            flowables = variant()
            if self.is_web or stack_height(together(flowables), width, height) <= height:
                break
        return flowables

    def spread(self, top: Sequence[Flowable], bottom: Sequence[Flowable]) -> list[Flowable]:
        """Some flowables at the head of a page and some at its foot."""
        width, height = self.paper.text_width * MM, self.paper.text_height * MM
        free = height - stack_height([*top, *bottom], width, height) - 2
        return [*top, Spacer(1, max(0.0, free)), *bottom]

    def _continued(self, title: str) -> str:
        return self.say(N_("{title} (continued)"), title=title) if title else ""

"""A document: its pages with header and footer, contents, bookmarks, and what the file says about itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFInfo, PDFString
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageBreak, PageTemplate

from workbench.kernel.choice import Choice
from workbench.kernel.files import replace_file
from workbench.kernel.words import N_
from workbench.report import fonts, marks, web
from workbench.report.blocks import Block, rule
from workbench.report.drawing import paint, write
from workbench.report.letters import clean
from workbench.report.lines import one_line
from workbench.report.paper import MM, Paper
from workbench.report.press import Press
from workbench.report.styles import BODY, FOOT, FOOT_STRONG, HAIR, RUNNING, STRONG, Style

COVER, PORTRAIT, LANDSCAPE = "cover", "portrait", "landscape"
HEADER, FOOTER = 13.6, 13.0  # millimetres from the edges of the sheet
LARGEST = 900.0  # points: both sides of the largest sheet


class Classification(Choice):
    """Who may see a document."""

    INTERNAL = "internal", N_("INTERNAL – contains assessments of people. Do not forward.")
    OWN = "own", N_("INTERNAL – for our own departments.")
    CLIENT = "client", N_("CLIENT EDITION")
    PRIVATE = "private", N_("PRIVATE – keep it away from the computer.")


@dataclass(frozen=True)
class Stamp:
    """What every page and the file itself say about a document."""

    client: str
    title: str
    as_of: date
    company: str = ""
    period: str = ""
    version: str = ""
    is_draft: bool = False
    is_demo: bool = False
    classification: Classification = Classification.INTERNAL


@dataclass(frozen=True)
class Chapter:
    """A part of a document with a number, a name, and its flowables on pages of its own."""

    name: str
    flowables: Sequence[Flowable]
    is_landscape: bool = False


class Document(BaseDocTemplate):
    """Lays flowables on pages in one pass; what is known only at the end (page numbers) is drawn into place then."""

    def __init__(self, press: Press, stamp: Stamp, first: str = PORTRAIT) -> None:
        self.press, self.stamp = press, stamp
        self.section = ""
        self.pages_of: dict[str, int] = {}
        self._late: list[tuple[str, Callable[[Canvas, int], None]]] = []
        fonts.face(BODY.face)
        templates = {
            COVER: _template(COVER, press.paper),
            PORTRAIT: _template(PORTRAIT, press.paper, self._running),
            LANDSCAPE: _template(LANDSCAPE, press.paper.turned(), self._running),
        }
        self._about = clean(f"{stamp.client[:200]} · {stamp.title}")
        super().__init__(
            BytesIO(),
            pagesize=press.paper.size,
            title=self._about,
            lang=press.words.language,
            invariant=1,
            initialFontName=BODY.face,
            displayDocTitle=1,
            pageTemplates=[templates.pop(first), *templates.values()],
        )

    def written(self, flowables: list[Flowable]) -> bytes:
        """The finished file."""
        self.build(flowables)
        return self.filename.getvalue()  # type: ignore[no-any-return]

    def told(self, flowables: list[Flowable]) -> str:
        """The same as a web page."""
        stamp, say = self.stamp, self.press.say
        foot = (say(N_("DEMO DATA")) if stamp.is_demo else "", *self._dated())
        stamped = (say(stamp.classification.label), " · ".join(part for part in foot if part))
        return web.page(self._about, self.press.words.language, stamped, flowables)

    def later(self, name: str, draw: Callable[[Canvas, int], None]) -> None:
        """Draw into the form `name` when the number of pages is known."""
        self._late.append((name, draw))

    def _makeCanvas(self, filename: Any = None, canvasmaker: Any = Canvas) -> Canvas:  # noqa: ANN401, N802 - reportlab's
        canvas: Any = super()._makeCanvas(filename, canvasmaker)  # type: ignore[misc]
        canvas._doc.info = _Info(self.stamp, self._about)  # noqa: SLF001 - no other way to say less about the file
        return canvas  # type: ignore[no-any-return]

    def _endBuild(self) -> None:  # noqa: N802
        self._doSave = 0
        super()._endBuild()  # type: ignore[misc]
        total = self.canv.getPageNumber() - 1
        for name, draw in self._late:
            self.canv.beginForm(name, 0, 0, LARGEST, LARGEST)
            draw(self.canv, total)
            self.canv.endForm()
        if self.pages_of:
            self.canv.showOutline()
        self.canv.save()

    def _running(self, canvas: Any, _document: object) -> None:  # noqa: ANN401
        """Header and footer, drawn when the page is full, so that they name the section that began on it."""
        width, height = canvas._pagesize  # noqa: SLF001 - of this page, portrait or landscape
        paper = self.press.paper if height == self.press.paper.size[1] else self.press.paper.turned()
        left, right, top = paper.left * MM, width - paper.right * MM, height - HEADER * MM + RUNNING.rise
        section = one_line(self.section, RUNNING, (right - left) * 0.35)
        write(canvas, right - RUNNING.width(section), top, section, RUNNING)
        room = right - left - (RUNNING.width(section) + 6 * MM if section else 0)
        write(canvas, left, top, one_line(self._head(room), RUNNING, room), RUNNING)
        rule(canvas, (left, height - 16.5 * MM), (right, height - 16.5 * MM), HAIR, 0.5)
        self._foot(canvas, left, right)

    def _head(self, room: float) -> str:
        """Client, document and whether it is a demo; where they do not fit, the name of the client gives way."""
        stamp = self.stamp
        demo = self.press.say(N_("DEMO DATA")) if stamp.is_demo else ""
        rest = " · ".join(part for part in (f"{stamp.title} {stamp.period}".strip(), demo) if part)
        left = max(room - RUNNING.width(f" · {rest}"), room / 4) if rest else room
        return " · ".join(part for part in (one_line(stamp.client, RUNNING, left), rest) if part)

    def _foot(self, canvas: Canvas, left: float, right: float) -> None:
        top = FOOTER * MM
        rule(canvas, (left, top + 2.4 * MM), (right, top + 2.4 * MM), HAIR, 0.5)
        paint(canvas, marks.square(filled=self.stamp.classification is not Classification.CLIENT).shapes, left, top)
        write(canvas, left + 4.4 * MM, top - 0.1 * MM, self.press.say(self.stamp.classification.label), FOOT_STRONG)
        number = canvas.getPageNumber()
        canvas.doForm(f"foot-{number}")
        self.later(f"foot-{number}", lambda form, total: self._write_foot(form, right, top, f"{number} / {total}"))

    def _dated(self) -> tuple[str, str, str]:
        """Whether it is a draft, which version, and of what day."""
        stamp, say = self.stamp, self.press.say
        version = f"v{stamp.version}" if stamp.version else ""
        return say(N_("DRAFT")) if stamp.is_draft else "", version, self.press.formats.day(stamp.as_of)

    def _write_foot(self, canvas: Canvas, right: float, top: float, place: str) -> None:
        demo = self.press.say(N_("DEMO DATA")) if self.stamp.is_demo else ""
        parts = (demo, *self._dated(), place)
        text = one_line(" · ".join(part for part in parts if part), FOOT, 90 * MM)
        write(canvas, right - FOOT.width(text), top - 0.1 * MM, text, FOOT)


class ChapterStart(Block):
    """Nothing to see: the place that bookmarks, the outline and the contents lead to."""

    def __init__(self, key: str, title: str) -> None:
        super().__init__()
        self.key, self.title = key, title

    def laid(self, width: float, room: float) -> float:  # noqa: ARG002
        return 0

    def drawn(self, canvas: Any) -> None:  # noqa: ANN401
        document: Document = canvas._doctemplate  # noqa: SLF001 - reportlab's way to reach the document
        canvas.bookmarkPage(self.key)
        canvas.addOutlineEntry(self.title, self.key, 0)
        document.section = self.title
        document.pages_of[self.key] = canvas.getPageNumber()


class ContentsLine(Block):
    """A line of the contents that links to its chapter; its page number is filled in at the end."""

    STYLE = Style(BODY.face, 10.5, 22)

    def __init__(self, key: str, number: str, name: str) -> None:
        super().__init__()
        self.key, self.number, self.name = key, number, name

    def laid(self, width: float, room: float) -> float:  # noqa: ARG002
        return self.STYLE.leading

    def drawn(self, canvas: Any) -> None:  # noqa: ANN401
        style, bold = self.STYLE, Style(STRONG.face, 10.5, 22)
        write(canvas, 0, self.height, self.number, bold)
        write(canvas, 9 * MM, self.height, self.name, style)
        rule(canvas, (0, 2), (self.width, 2), HAIR, 0.5)
        canvas.linkRect("", self.key, (0, 0, self.width, self.height), relative=1, thickness=0)
        document: Document = canvas._doctemplate  # noqa: SLF001 - so too
        name, right, top = f"page-of-{self.key}", self.width, self.height

        def fill(form: Canvas, _total: int) -> None:
            number = str(document.pages_of.get(self.key, ""))
            write(form, right - style.width(number), top, number, style)

        canvas.doForm(name)
        document.later(name, fill)


@web.tell.register
def _(start: ChapterStart) -> str:
    return f"<a id='{start.key}'></a>"


@web.tell.register
def _(line: ContentsLine) -> str:
    return f"<p><a href='#{line.key}'>{web.plain(line.number)} {web.plain(line.name)}</a></p>"


class _Info(PDFInfo):
    """What the file says about itself: title, company, version; no program, no times."""

    def __init__(self, stamp: Stamp, title: str) -> None:
        super().__init__()
        self.title, self.author, self.subject = title, stamp.company, f"v{stamp.version}" if stamp.version else ""

    def format(self, document: Any) -> bytes:  # noqa: ANN401
        said = {"Title": self.title, "Author": self.author, "Subject": self.subject}
        entries = PDFDictionary({name: PDFString(text) for name, text in said.items() if text})
        return entries.format(document)


def chapters(press: Press, parts: Sequence[Chapter]) -> list[Flowable]:
    """Chapters one after the other, each on a new page, numbered."""
    flowables: list[Flowable] = []
    for number, chapter in enumerate(parts, 1):
        name = press.say(chapter.name)
        flowables += [
            NextPageTemplate(LANDSCAPE if chapter.is_landscape else PORTRAIT),
            PageBreak(),
            ChapterStart(f"chapter-{number}", f"{number} {name}"),
            press.kicker(f"{number}  {name}"),
            *chapter.flowables,
        ]
    return flowables


def contents(press: Press, parts: Sequence[Chapter]) -> list[Flowable]:
    """The page that lists the chapters."""
    lines = [
        ContentsLine(f"chapter-{number}", str(number), press.say(part.name)) for number, part in enumerate(parts, 1)
    ]
    return [press.headline(press.say(N_("Contents"))), press.gap(4), *lines]


def publish(document: Document, flowables: list[Flowable], target: BinaryIO | Path) -> None:
    """Write a document as its press wants it, a PDF or a web page: into a stream, or safely in the place of a file."""
    written = document.told(flowables).encode() if document.press.is_web else document.written(flowables)
    if isinstance(target, Path):
        with replace_file(target) as file:
            file.write(written)
    else:
        target.write(written)


def _template(name: str, paper: Paper, at_end: Callable[[Canvas, Any], None] | None = None) -> PageTemplate:
    frame = Frame(
        paper.left * MM,
        paper.bottom * MM,
        paper.text_width * MM,
        paper.text_height * MM,
        leftPadding=0,
        rightPadding=0,
        topPadding=0,
        bottomPadding=0,
    )
    return PageTemplate(id=name, frames=[frame], pagesize=paper.size, **({"onPageEnd": at_end} if at_end else {}))

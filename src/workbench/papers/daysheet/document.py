"""The day sheet: as many pages as the day needs, with a mark where it is folded to half its size."""

from pathlib import Path
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from workbench.kernel.words import N_
from workbench.papers.daysheet.sections import SECTIONS
from workbench.papers.daysheet.views import DaySheetView
from workbench.report.blocks import rule
from workbench.report.document import Document, Stamp, publish
from workbench.report.paper import MM
from workbench.report.press import Press
from workbench.report.styles import HAIR

MARK = 6  # millimetres from the edge of the sheet


class _Folded(Document):
    """Every page with a short line at both edges where it is folded."""

    def _running(self, canvas: Canvas, document: object) -> None:
        super()._running(canvas, document)
        width, height = self.press.paper.size
        for start, end in ((0.0, MARK * MM), (width - MARK * MM, width)):
            rule(canvas, (start, height / 2), (end, height / 2), HAIR, 0.5)


def write_daysheet(sheet: DaySheetView, press: Press, target: BinaryIO | Path) -> None:
    """Print a day sheet into a file or a stream; CannotWrite if the file cannot be written."""
    stamp = Stamp(
        client=press.formats.weekday(sheet.day),
        title=press.say(N_("Day sheet")),
        as_of=sheet.as_of,
        company=sheet.company,
        is_demo=sheet.is_demo,
    )
    flowables = [flowable for section in SECTIONS for flowable in section(sheet, press)]
    publish(_Folded(press, stamp), flowables, target)

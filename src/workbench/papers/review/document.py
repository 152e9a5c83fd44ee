"""The sheet of a plan review."""

from pathlib import Path
from typing import BinaryIO

from workbench.kernel.words import N_
from workbench.papers.review import sections
from workbench.papers.review.views import ReviewSheetView
from workbench.report.document import PORTRAIT, Document, Stamp, publish
from workbench.report.press import Press


def write_review_sheet(view: ReviewSheetView, press: Press, target: BinaryIO | Path) -> None:
    """Print the sheet into a file or a stream; CannotWrite if the file cannot be written."""
    stamp = Stamp(
        client=view.review.account,
        title=press.say(N_("Internal plan review")),
        as_of=view.as_of,
        company=view.company,
        is_demo=view.is_demo,
    )
    parts = (sections.headline, sections.people, sections.questions, sections.outcome)
    publish(Document(press, stamp, PORTRAIT), [piece for part in parts for piece in part(view, press)], target)

"""The decision and issue log of an account."""

from pathlib import Path
from typing import BinaryIO

from workbench.kernel.words import N_
from workbench.papers.log import sections
from workbench.papers.log.views import LogView
from workbench.report.document import PORTRAIT, Document, Stamp, publish
from workbench.report.press import Press


def write_log(view: LogView, press: Press, target: BinaryIO | Path) -> None:
    """Print the log into a file or a stream; CannotWrite if the file cannot be written."""
    stamp = Stamp(
        client=view.account,
        title=press.say(N_("Decision and issue log")),
        as_of=view.as_of,
        company=view.company,
        is_demo=view.is_demo,
    )
    parts = (
        sections.headline,
        sections.nothing,
        sections.unsettled,
        sections.settled,
        sections.decisions,
        sections.notes,
    )
    publish(Document(press, stamp, PORTRAIT), [piece for part in parts for piece in part(view, press)], target)

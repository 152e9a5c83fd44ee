"""The benefit scorecard of an account, on one page."""

from pathlib import Path
from typing import BinaryIO

from workbench.kam.benefits.views import Scorecard
from workbench.kernel.words import N_
from workbench.papers.benefits import sections
from workbench.report.document import PORTRAIT, Document, Stamp, publish
from workbench.report.press import Press


def write_benefits(card: Scorecard, press: Press, target: BinaryIO | Path) -> None:
    """Print the scorecard into a file or a stream; CannotWrite if the file cannot be written."""
    stamp = Stamp(
        client=card.account,
        title=press.say(N_("Benefits of key account management")),
        as_of=card.as_of,
        company=card.company,
        is_demo=card.is_demo,
    )
    flowables = [*sections.front(card, press), *sections.benefits(card, press), *sections.sources(card, press)]
    publish(Document(press, stamp, PORTRAIT), flowables, target)

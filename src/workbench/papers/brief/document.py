"""The meeting brief: one page, whatever happens."""

from functools import partial
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable

from workbench.kernel.words import N_
from workbench.papers.brief.sections import BUDGETS, SECTIONS, Budget
from workbench.papers.brief.views import BriefView
from workbench.report.document import Document, Stamp, publish
from workbench.report.press import Press


def write_brief(brief: BriefView, press: Press, target: BinaryIO | Path) -> None:
    """Print a brief into a file or a stream; CannotWrite if the file cannot be written."""
    stamp = Stamp(
        client=brief.account or brief.meeting,
        title=press.say(N_("Meeting brief")),
        as_of=brief.as_of,
        company=brief.company,
        is_demo=brief.is_demo,
    )
    page = press.first_fitting(partial(_page, brief, press, budget) for budget in BUDGETS)
    publish(Document(press, stamp), page, target)


def _page(brief: BriefView, press: Press, budget: Budget) -> list[Flowable]:
    return [flowable for section in SECTIONS for flowable in section(brief, press, budget)]

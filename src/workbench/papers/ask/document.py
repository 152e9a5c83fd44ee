"""The one-page ask: one page, whatever people typed."""

from functools import partial
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable

from workbench.kernel.words import N_
from workbench.papers.ask.sections import BUDGETS, SECTIONS, Budget
from workbench.papers.ask.views import AskView
from workbench.report.document import Classification, Document, Stamp, publish
from workbench.report.press import Press


def write_ask(ask: AskView, press: Press, target: BinaryIO | Path) -> None:
    """Print a request into a file or a stream; CannotWrite if the file cannot be written."""
    stamp = Stamp(
        client=ask.account or ask.department,
        title=press.say(N_("Request to a department")),
        as_of=ask.as_of,
        company=ask.company,
        is_demo=ask.is_demo,
        classification=Classification.OWN,
    )
    page = press.first_fitting(partial(_page, ask, press, budget) for budget in BUDGETS)
    publish(Document(press, stamp), page, target)


def _page(ask: AskView, press: Press, budget: Budget) -> list[Flowable]:
    return [flowable for section in SECTIONS for flowable in section(ask, press, budget)]

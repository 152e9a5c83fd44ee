"""The account on one page, always one."""

from functools import partial
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable

from workbench.kernel.words import N_
from workbench.papers.onepager.sections import BUDGETS, SECTIONS, Budget
from workbench.papers.onepager.views import OnePagerView
from workbench.report.document import Document, Stamp, publish
from workbench.report.press import Press


def write_onepager(view: OnePagerView, press: Press, target: BinaryIO | Path) -> None:
    """Print an account on one page into a file or a stream; CannotWrite if the file cannot be written."""
    stamp = Stamp(
        client=view.account,
        title=press.say(N_("Account on one page")),
        as_of=view.as_of,
        company=view.company,
        is_demo=view.is_demo,
    )
    page = press.first_fitting(partial(_page, view, press, budget) for budget in BUDGETS)
    publish(Document(press, stamp), page, target)


def _page(view: OnePagerView, press: Press, budget: Budget) -> list[Flowable]:
    return [flowable for section in SECTIONS for flowable in section(view, press, budget)]

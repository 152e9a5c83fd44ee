"""The portfolio overview in landscape: three pages for twenty-five accounts."""

from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import PageBreak

from workbench.kernel.words import N_
from workbench.papers.portfolio import sections
from workbench.papers.portfolio.views import PortfolioView
from workbench.report.document import LANDSCAPE, Document, Stamp, publish
from workbench.report.press import Press


def write_portfolio(view: PortfolioView, press: Press, target: BinaryIO | Path) -> None:
    """Print the overview into a file or a stream; CannotWrite if the file cannot be written."""
    title = press.say(N_("Portfolio overview"))
    stamp = Stamp(
        client=view.company or press.say(N_("Portfolio")),
        title=title,
        as_of=view.as_of,
        company=view.company,
        is_demo=view.is_demo,
    )
    wide = press.turned()
    flowables = [*sections.standing(view, wide)]
    if view.rows:
        flowables += [PageBreak(), *sections.rhythm(view, wide), PageBreak(), *sections.promises(view, wide)]
    publish(Document(press, stamp, LANDSCAPE), flowables, target)

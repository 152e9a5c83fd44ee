"""Who does what, by when, in landscape."""

from pathlib import Path
from typing import BinaryIO

from workbench.kernel.words import N_
from workbench.papers.raci import sections
from workbench.papers.raci.views import RaciPaper
from workbench.report.document import LANDSCAPE, Document, Stamp, publish
from workbench.report.press import Press


def write_raci(paper: RaciPaper, press: Press, target: BinaryIO | Path) -> None:
    """Print the grid and the next ninety days into a file or a stream; CannotWrite if the file cannot be written."""
    stamp = Stamp(
        client=paper.grid.account,
        title=press.say(N_("Who does what, by when")),
        as_of=paper.as_of,
        company=paper.grid.company,
        is_demo=paper.grid.is_demo,
    )
    wide = press.turned()
    flowables = [
        *sections.headline(paper, wide),
        *sections.grid(paper.grid, wide),
        *sections.horizon(paper, wide),
    ]
    publish(Document(press, stamp, LANDSCAPE), flowables, target)

"""Who does what, by when, in landscape."""

from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable

from workbench.kernel.words import N_
from workbench.papers.raci import sections
from workbench.papers.raci.views import RaciPaper
from workbench.plans.report.actions import team
from workbench.plans.report.document import SECTIONS, Section
from workbench.plans.views import PlanView
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


def with_grid(paper: RaciPaper) -> tuple[Section, ...]:
    """The sections of a strategic plan, with who does what before the team once workstreams were begun."""
    shown = paper.without_actions
    if not shown.grid.rows:
        return SECTIONS

    def build(_plan: PlanView, press: Press) -> list[Flowable]:
        return [*sections.headline(shown, press), *sections.grid(shown.grid, press)]

    place = next(n for n, section in enumerate(SECTIONS) if section.build is team)
    return (*SECTIONS[:place], Section(N_("Who does what"), build, is_landscape=True), *SECTIONS[place:])

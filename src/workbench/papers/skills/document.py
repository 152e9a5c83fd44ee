"""The skill matrix, in landscape; it speaks of people, so there is no edition for clients."""

from pathlib import Path
from typing import BinaryIO

from workbench.kernel.words import N_
from workbench.papers.skills import sections
from workbench.papers.skills.views import SkillsView
from workbench.report.document import LANDSCAPE, Classification, Document, Stamp, publish
from workbench.report.press import Press


def write_skills(view: SkillsView, press: Press, target: BinaryIO | Path) -> None:
    """Print the matrix into a file or a stream; CannotWrite if the file cannot be written."""
    stamp = Stamp(
        client=view.account or view.company,
        title=press.say(N_("Skill matrix")),
        as_of=view.as_of,
        company=view.company,
        is_demo=view.is_demo,
        classification=Classification.INTERNAL,
    )
    wide = press.turned()
    flowables = [
        *sections.headline(view, wide),
        *sections.levels(view, wide),
        *sections.endangered(view, wide),
        *sections.gaps(view, wide),
        *sections.plan(view, wide),
    ]
    publish(Document(press, stamp, LANDSCAPE), flowables, target)

"""The team's action list by department, in landscape."""

from pathlib import Path
from typing import BinaryIO

from workbench.kernel.words import N_
from workbench.papers.action_list import sections
from workbench.papers.action_list.views import ActionListView
from workbench.report.document import LANDSCAPE, Document, Stamp, publish
from workbench.report.press import Press


def write_action_list(
    view: ActionListView, press: Press, target: BinaryIO | Path, *, one_per_page: bool = False
) -> None:
    """Print the list into a file or a stream; CannotWrite if the file cannot be written."""
    stamp = Stamp(
        client=view.account,
        title=press.say(N_("Actions by department")),
        as_of=view.as_of,
        company=view.company,
        is_demo=view.is_demo,
    )
    wide = press.turned()
    flowables = [
        *sections.headline(view, wide),
        *sections.blocks(view, wide, one_per_page=one_per_page),
        *sections.decisions(view, wide),
    ]
    publish(Document(press, stamp, LANDSCAPE), flowables, target)

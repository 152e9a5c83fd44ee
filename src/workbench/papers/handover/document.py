"""The handover pack: everything about an account for whoever takes it over."""

from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable, PageBreak

from workbench.kernel.words import N_
from workbench.papers.handover import sections
from workbench.papers.handover.views import HandoverView
from workbench.report.document import PORTRAIT, Document, Stamp, publish
from workbench.report.press import Press

SECTIONS = (
    sections.front,
    sections.promises,
    sections.people,
    sections.plan_in_short,
    sections.what_may_go_wrong,
    sections.duties,
    sections.facts,
)


def write_handover(view: HandoverView, press: Press, target: BinaryIO | Path) -> None:
    """Print the pack into a file or a stream; CannotWrite if the file cannot be written."""
    stamp = Stamp(
        client=view.plan.account,
        title=press.say(N_("Handover pack")),
        as_of=view.plan.as_of,
        company=view.plan.company,
        is_demo=view.plan.is_demo,
    )
    flowables: list[Flowable] = []
    for place, section in enumerate(SECTIONS):
        if place:
            flowables.append(PageBreak())
        flowables += section(view, press)
    publish(Document(press, stamp, PORTRAIT), flowables, target)

"""The decision and issue log of an account."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable

from workbench.kam.model import LogKind
from workbench.kernel.words import N_
from workbench.papers.log import sections
from workbench.papers.log.views import LogView
from workbench.plans.report.course import risks
from workbench.plans.report.document import Section
from workbench.plans.views import PlanView
from workbench.report.document import PORTRAIT, Document, Stamp, publish
from workbench.report.press import Press

DECISIONS = 10  # of the newest that a plan tells


def write_log(view: LogView, press: Press, target: BinaryIO | Path) -> None:
    """Print the log into a file or a stream; CannotWrite if the file cannot be written."""
    stamp = Stamp(
        client=view.account,
        title=press.say(N_("Decision and issue log")),
        as_of=view.as_of,
        company=view.company,
        is_demo=view.is_demo,
    )
    parts = (
        sections.headline,
        sections.nothing,
        sections.unsettled,
        sections.settled,
        sections.decisions,
        sections.notes,
    )
    publish(Document(press, stamp, PORTRAIT), [piece for part in parts for piece in part(view, press)], target)


def with_log(sections_of_plan: Sequence[Section], view: LogView) -> tuple[Section, ...]:
    """The sections of a plan, with the newest decisions and what is still open after the risks, where there is any."""
    decided = [line for line in view.lines if line.kind is LogKind.DECISION][:DECISIONS]
    shown = replace(view, lines=tuple(line for line in view.lines if line.is_open or line in decided))
    if not shown.lines:
        return tuple(sections_of_plan)

    def build(_plan: PlanView, press: Press) -> list[Flowable]:
        return [
            *sections.told_in_plan(shown, press),
            *sections.unsettled(shown, press),
            *sections.decisions(shown, press),
        ]

    place = next(n for n, section in enumerate(sections_of_plan, 1) if section.build is risks)
    added = Section(N_("Decisions and open issues"), build)
    return (*sections_of_plan[:place], added, *sections_of_plan[place:])

"""The strategic account plan: its sections in order, put together and written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable, NextPageTemplate, PageBreak

from workbench.kernel.words import N_
from workbench.plans.report import actions, course, customer, front
from workbench.plans.views import PlanView
from workbench.report.document import COVER, PORTRAIT, Chapter, Document, Stamp, chapters, contents, publish
from workbench.report.press import Press


@dataclass(frozen=True)
class Section:
    """A part of the plan that a user can leave out."""

    name: str
    build: Callable[[PlanView, Press], list[Flowable]]
    is_landscape: bool = False


SECTIONS = (
    Section(N_("The plan on a page"), front.on_one_page),
    Section(N_("Customer profile"), customer.profile),
    Section(N_("People"), customer.people, is_landscape=True),
    Section(N_("Our objectives"), course.objectives),
    Section(N_("SWOT"), course.swot),
    Section(N_("Action plan, 30-60-90 days"), actions.action_plan, is_landscape=True),
    Section(N_("Our team"), actions.team),
    Section(N_("Risks"), course.risks),
    Section(N_("Open promises"), actions.promises),
)


def write_plan(plan: PlanView, press: Press, target: BinaryIO | Path, sections: Sequence[Section] = SECTIONS) -> None:
    """Print a plan into a file or a stream; CannotWrite if the file cannot be written."""
    publish(Document(press, stamp(plan, press), COVER), _flowables(plan, press, sections), target)


def stamp(plan: PlanView, press: Press) -> Stamp:
    """What the pages of a plan say about it."""
    first, last = plan.starts_on.year, plan.ends_on.year
    return Stamp(
        client=plan.account,
        title=press.say(N_("Strategic account plan")),
        as_of=plan.as_of,
        company=plan.company,
        period=str(first) if first == last else f"{first}–{last}",
        version=plan.version,
        is_draft=plan.status.value == "draft",
        is_demo=plan.is_demo,
    )


def _flowables(plan: PlanView, press: Press, sections: Sequence[Section]) -> list[Flowable]:
    parts = [Chapter(section.name, _built(section, plan, press), section.is_landscape) for section in sections]
    turn = [NextPageTemplate(PORTRAIT), PageBreak()]
    return [*front.cover(plan, press), *turn, *contents(press, parts), *chapters(press, parts)]


def _built(section: Section, plan: PlanView, press: Press) -> list[Flowable]:
    return section.build(plan, press.turned() if section.is_landscape else press)

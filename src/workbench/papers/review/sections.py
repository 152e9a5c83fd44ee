"""The sheet of a plan review: who presents and coaches, then each question with its answer or lines to write it."""

from reportlab.platypus import Flowable

from workbench.kam.model import ReviewStatus
from workbench.kam.review.views import Asked, Role
from workbench.kernel.words import N_
from workbench.papers.review.views import ReviewSheetView
from workbench.report.press import Press
from workbench.report.styles import BODY, CELL_GREY
from workbench.report.table import Cell

LINES = 3


def headline(view: ReviewSheetView, press: Press) -> list[Flowable]:
    """What is reviewed, and how far it has come."""
    review = view.review
    message = press.words.many(
        "{plan}: {n} question, {answered} answered",
        "{plan}: {n} questions, {answered} answered",
        len(review.questions),
        plan=press.shortened(review.plan, 80),
        answered=press.formats.number(review.answered),
    )
    return [press.kicker(press.say(N_("Internal plan review"))), press.headline(message)]


def people(view: ReviewSheetView, press: Press) -> list[Flowable]:
    """The day and the roles."""
    review = view.review
    pairs: list[tuple[str, Cell | str]] = [
        (press.say(N_("Day")), press.formats.long_day(review.on)),
        (press.say(N_("State")), press.say(review.status.label)),
        (press.say(N_("Presents")), _named(review.presenter, press)),
        (press.say(N_("Coaches")), _named(review.coach, press)),
    ]
    return [press.pairs(pairs, share=0.2)]


def questions(view: ReviewSheetView, press: Press) -> list[Flowable]:
    """Every question in its order."""
    if not view.review.questions:
        return [press.missing(press.say(N_("Nothing is asked yet.")))]
    return [piece for n, asked in enumerate(view.review.questions, 1) for piece in _question(n, asked, press)]


def outcome(view: ReviewSheetView, press: Press) -> list[Flowable]:
    """What came of it, or room for it."""
    heading = press.heading(press.say(N_("What came of it")))
    if view.review.summary:
        return [heading, press.prose(view.review.summary)]
    return [] if view.review.status is ReviewStatus.CLOSED else [heading, press.note_lines(LINES, to_the_end=True)]


def _question(number: int, asked: Asked, press: Press) -> list[Flowable]:
    block: list[Flowable] = [press.heading(f"{number}. {press.shortened(asked.text)}")]
    if not asked.answer:
        return [*block, press.note_lines(LINES)]
    block.append(press.prose(asked.answer, BODY))
    if asked.by:
        block.append(press.prose(press.say(N_("Answered by {name}"), name=asked.by), CELL_GREY, 1))
    if asked.action:
        due = press.formats.day(asked.due)
        said = N_("Done: {action}") if asked.is_done else N_("Follows: {action}, due {day}")
        block.append(press.prose(press.say(said, action=asked.action, day=due), CELL_GREY, 2))
    return block


def _named(role: Role | None, press: Press) -> str:
    return press.shortened(role.name, 80) if role else press.say(N_("nobody yet"))

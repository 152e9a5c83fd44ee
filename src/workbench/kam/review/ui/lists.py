"""The reviews of a plan, and the questions of a review, as lists that are edited in place."""

from workbench.action_items.model import ActionItem
from workbench.kam.model import Review, ReviewQuestion
from workbench.kam.review import commands, fields
from workbench.kernel.reading import NoSuchDay, understood_day
from workbench.kernel.words import N_
from workbench.ui.children import Children, Chosen, Verb
from workbench.ui.desk import Desk


def _review(desk: Desk, plan_id: int, chosen: Chosen) -> int:
    day = understood_day(chosen.text, desk.formats, desk.clock)
    if day is None:
        raise NoSuchDay(text=chosen.text)
    return desk.workspace.do(commands.plan_review, plan_id, day, desk.words)


def _question(desk: Desk, review_id: int, chosen: Chosen) -> int:
    return desk.workspace.do(commands.add_question, review_id, chosen.text)


def follow(desk: Desk, question_id: int) -> None:
    """Make an action of a question, and say by when."""
    made = desk.workspace.do(commands.follow_up, question_id, desk.clock.today())
    with desk.workspace.read() as session:
        action = session.get_one(ActionItem, made)
        title, day = action.title, desk.formats.weekday(action.due)
    desk.done(desk.words("“{title}” follows, due {day}.", title=title, day=day))


REVIEWS = Children(
    key="review.list",
    title=N_("Reviews"),
    new=N_("A review: its day, like fri or 16/3"),
    kind=Review,
    parent=Review.plan_id,
    fields=fields.FIELDS,
    add=_review,
    edit=commands.edit_review,
    delete=commands.delete_reviews,
    strong=("on",),
    weak=("presenter_id", "coach_id"),
    chip="status",
    by=(Review.on.desc(),),
    opens="review",
)
QUESTIONS = Children(
    key="review.questions",
    title=N_("Questions"),
    new=N_("A question"),
    kind=ReviewQuestion,
    parent=ReviewQuestion.review_id,
    fields=fields.QUESTION_FIELDS,
    add=_question,
    edit=commands.edit_question,
    delete=commands.delete_questions,
    strong=("text",),
    weak=("answer", "member_id", "action_id"),
    order=commands.order_questions,
    verbs=(Verb(N_("Follow up with an action"), "A", follow),),
)

"""The playbook: plays that work and lessons somebody paid for."""

from datetime import date

from sqlalchemy import ColumnElement

from workbench.kernel.words import N_
from workbench.team.growing import commands, fields
from workbench.team.growing.queries import LESSONS
from workbench.team.growth import Lesson, LessonKind
from workbench.team.queries import me
from workbench.ui.desk import Desk
from workbench.ui.room import Chip, Inline, Room


def _plays(_today: date) -> list[ColumnElement[bool]]:
    return [Lesson.kind == LessonKind.PLAY]


def _lessons(_today: date) -> list[ColumnElement[bool]]:
    return [Lesson.kind == LessonKind.LESSON]


def _of_an_account(_today: date) -> list[ColumnElement[bool]]:
    return [Lesson.account_id.is_not(None)]


def _add(desk: Desk, title: str) -> int:
    with desk.workspace.read() as session:
        teller = me(session)
    return desk.workspace.do(commands.add_lesson, title, member_id=teller, on=desk.clock.today())


ROOM = Room(
    key="playbook",
    title=N_("Playbook"),
    icon="book-open",
    kind=Lesson,
    listing=LESSONS,
    fields=fields.LESSON_FIELDS,
    add=_add,
    edit=commands.edit_lesson,
    delete=commands.delete_lessons,
    new=N_("Add play or lesson"),
    empty=N_("What worked and what went wrong will be here, so that nobody pays for it twice."),
    chips=(
        Chip(N_("Plays"), _plays),
        Chip(N_("Lessons"), _lessons),
        Chip(N_("Of an account"), _of_an_account),
    ),
    inline={"kind": Inline(fields.LESSON_FIELDS[1]), "tags": Inline(fields.LESSON_FIELDS[7])},
)

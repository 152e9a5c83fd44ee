"""What a user can ask for with what our people bring along, learn and want."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from workbench.kernel.command import command
from workbench.kernel.editing import added, edited, found, removed, reordered
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.team.growing.gaps import Standing
from workbench.team.growth import (
    LANGUAGE_LEVELS,
    PULSE_ANSWERS,
    SKILL_LEVELS,
    Goal,
    Lesson,
    LessonKind,
    PulseAnswer,
    Qualification,
    QualificationKind,
    Recognition,
    Skill,
    SkillLevel,
    Training,
    TrainingStatus,
)

IMPORTANCE = range(1, 4)
PERCENT = range(101)


class LevelOffTheScale(UserError):
    message = N_("Levels of a skill go from 0 to 4.")
    advice = N_("0 is not at all, 4 is able to teach it.")


class NoSuchLanguageLevel(UserError):
    message = N_("“{level}” is no level of a language.")
    advice = N_("Levels are A1, A2, B1, B2, C1 and C2.")


class ImportanceOffTheScale(UserError):
    message = N_("The importance of a skill goes from 1 to 3.")


class LessThanNothing(UserError):
    message = N_("Hours, years and costs cannot be less than nothing.")


class ProgressOffTheScale(UserError):
    message = N_("Progress goes from 0 to 100 %.")


class AnswerOffTheScale(UserError):
    message = N_("Every question is answered with 1 to 5.")


class NobodyToTrain(UserError):
    message = N_("Nobody of the team is marked as you.")
    advice = N_("Plan the training on the page of a colleague, or say on yours that it is you.")


class SkillThereAlready(UserError):
    message = N_("There is a skill “{name}” already.")
    advice = N_("Choose that one, or give this one another name.")


@command(N_("Add qualification"))
def add_qualification(session: Session, /, member_id: int, kind: QualificationKind, title: str, **values: Any) -> int:
    """What a member brings along: studies, a language, experience in a sector, a certificate."""
    record = Qualification(member_id=member_id, kind=kind, title=title.strip(), **_checked(values))
    return added(session, record)


@command(N_("Edit qualification"))
def edit_qualification(session: Session, /, qualification_id: int, **values: Any) -> None:
    edited(session, Qualification, qualification_id, _checked(values))


@command(N_("Delete qualifications"))
def delete_qualifications(session: Session, qualification_ids: Sequence[int]) -> None:
    removed(session, Qualification, qualification_ids)


@command(N_("Add skill"))
def add_skill(session: Session, /, name: str, **values: Any) -> int:
    """Something the team must be able to do, after the skills that are there."""
    _check_name(session, name)
    last = session.scalar(select(func.max(Skill.position)))
    position = 0 if last is None else last + 1
    return added(session, Skill(name=name.strip(), position=position, **_checked(values)))


@command(N_("Start with the usual skills"))
def start_skills(session: Session, skills: Mapping[str, int]) -> None:
    """Skills by their names with their importance, after those that are there."""
    for name, importance in skills.items():
        add_skill.body(session, name, importance=importance)


@command(N_("Edit skill"))
def edit_skill(session: Session, /, skill_id: int, **values: Any) -> None:
    if values.get("name"):
        _check_name(session, values["name"], but=skill_id)
    edited(session, Skill, skill_id, _checked(values))


@command(N_("Delete skills"))
def delete_skills(session: Session, skill_ids: Sequence[int]) -> None:
    """Delete skills with everybody's levels in them; trainings stay and close no gap then."""
    removed(session, Skill, skill_ids)


@command(N_("Order skills"))
def order_skills(session: Session, skill_ids: Sequence[int]) -> None:
    reordered(session, Skill, skill_ids)


@command(N_("Set level"))
def set_level(session: Session, /, member_id: int, skill_id: int, **values: Any) -> int:
    """How well a member masters a skill, or must; returns the identity of the level."""
    level = session.scalar(select(SkillLevel).where(SkillLevel.member_id == member_id, SkillLevel.skill_id == skill_id))
    if level is None:
        return added(session, SkillLevel(member_id=member_id, skill_id=skill_id, **_checked(values)))
    edited(session, SkillLevel, level.id, _checked(values))
    return level.id


@command(N_("Edit level"))
def edit_level(session: Session, /, level_id: int, **values: Any) -> None:
    edited(session, SkillLevel, level_id, _checked(values))


@command(N_("Clear levels"))
def delete_levels(session: Session, level_ids: Sequence[int]) -> None:
    removed(session, SkillLevel, level_ids)


@command(N_("Plan training"))
def plan_training(session: Session, /, member_id: int, title: str, **values: Any) -> int:
    """A course for a member; it is planned unless somebody says otherwise."""
    return added(session, Training(member_id=member_id, title=title.strip(), **_checked(values)))


@command(N_("Edit training"))
def edit_training(session: Session, /, training_id: int, **values: Any) -> None:
    edited(session, Training, training_id, _checked(values))


@command(N_("Move trainings"))
def move_trainings(session: Session, training_ids: Sequence[int], status: TrainingStatus) -> None:
    """Give trainings another status."""
    session.execute(update(Training).where(Training.id.in_(training_ids)).values(status=status))


@command(N_("Delete trainings"))
def delete_trainings(session: Session, training_ids: Sequence[int]) -> None:
    removed(session, Training, training_ids)


@command(N_("Training done"))
def finish_training(session: Session, training_id: int, on: date, level: int | None = None) -> None:
    """A training was taken; with a `level` the member has it from that day on, in the skill it was for."""
    training = found(session, Training, training_id)
    training.status = TrainingStatus.DONE
    if training.on is None or training.on > on:
        training.on = on
    if level is not None and training.skill_id is not None:
        values = {"current": level, "as_of": on, "evidence": training.title}
        set_level.body(session, training.member_id, training.skill_id, **values)


@command(N_("Add goal"))
def add_goal(session: Session, /, member_id: int, title: str, **values: Any) -> int:
    """What a member wants to reach."""
    return added(session, Goal(member_id=member_id, title=title.strip(), **_checked(values)))


@command(N_("Edit goal"))
def edit_goal(session: Session, /, goal_id: int, **values: Any) -> None:
    edited(session, Goal, goal_id, _checked(values))


@command(N_("Delete goals"))
def delete_goals(session: Session, goal_ids: Sequence[int]) -> None:
    removed(session, Goal, goal_ids)


@command(N_("Thank somebody"))
def thank(session: Session, /, member_id: int, text: str, on: date, **values: Any) -> int:
    """A word of thanks on the wall."""
    return added(session, Recognition(member_id=member_id, text=text.strip(), on=on, **values))


@command(N_("Edit thanks"))
def edit_recognition(session: Session, /, recognition_id: int, **values: Any) -> None:
    edited(session, Recognition, recognition_id, values)


@command(N_("Delete thanks"))
def delete_recognitions(session: Session, recognition_ids: Sequence[int]) -> None:
    removed(session, Recognition, recognition_ids)


@command(N_("Answer the pulse"))
def answer_pulse(session: Session, month: date, answers: Mapping[str, int]) -> None:
    """Answers to the questions of a round, which is called by the first day of its month; nobody's name is kept."""
    if not answers or any(answer not in PULSE_ANSWERS for answer in answers.values()):
        raise AnswerOffTheScale
    for question, answer in answers.items():
        session.add(PulseAnswer(round=month.replace(day=1), question=question, answer=answer))


@command(N_("Add to the playbook"))
def add_lesson(session: Session, /, title: str, kind: LessonKind = LessonKind.LESSON, **values: Any) -> int:
    """A play that works, or a lesson somebody paid for."""
    return added(session, Lesson(title=title.strip(), kind=kind, **values))


@command(N_("Edit the playbook"))
def edit_lesson(session: Session, /, lesson_id: int, **values: Any) -> None:
    edited(session, Lesson, lesson_id, values)


@command(N_("Delete from the playbook"))
def delete_lessons(session: Session, lesson_ids: Sequence[int]) -> None:
    removed(session, Lesson, lesson_ids)


def raised(standing: Standing) -> int:
    """The level that a training for a gap is expected to bring: one more, at most what is required."""
    return min(standing.current + 1, max(standing.required, standing.current))


def _check_name(session: Session, name: str, but: int | None = None) -> None:
    same = func.fold(Skill.name) == func.fold(name.strip())
    if session.scalar(select(Skill.id).where(same, Skill.id != but)) is not None:
        raise SkillThereAlready(name=name.strip()[:80])


def _checked(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same values with a language's level in capitals; refused where one is off its scale."""
    given = dict(values)
    if given.get("level"):
        given["level"] = given["level"].strip().upper()
    scales: tuple[tuple[str, Any, type[UserError]], ...] = (
        ("level", LANGUAGE_LEVELS, NoSuchLanguageLevel),
        ("required", SKILL_LEVELS, LevelOffTheScale),
        ("current", SKILL_LEVELS, LevelOffTheScale),
        ("importance", IMPORTANCE, ImportanceOffTheScale),
        ("progress", PERCENT, ProgressOffTheScale),
    )
    for name, scale, problem in scales:
        if given.get(name) not in (None, "") and given[name] not in scale:
            raise problem(level=given[name])
    if any((given.get(name) or 0) < 0 for name in ("hours", "cost", "years")):
        raise LessThanNothing
    return given

"""The chapter of the demo about our people as people."""

from datetime import date
from typing import Any

from workbench.demo.cast import Cast, Row
from workbench.kernel.words import N_, Words
from workbench.plans.model import ObjectiveSkill
from workbench.team.growing.usual import PULSE_QUESTIONS
from workbench.team.growth import (
    Goal,
    Lesson,
    PulseAnswer,
    Qualification,
    QualificationKind,
    Recognition,
    Skill,
    SkillLevel,
    Training,
)

LANGUAGES = {
    "es": N_("Spanish"),
    "en": N_("English"),
    "fr": N_("French"),
    "de": N_("German"),
    "pt": N_("Portuguese"),
}
LISTED = {
    "studies": QualificationKind.STUDY,
    "sectors": QualificationKind.SECTOR,
    "certificates": QualificationKind.CERTIFICATE,
}
AS_OF = "-70"


def growth(cast: Cast, book: dict[str, Any], _zone: str) -> None:
    """Skills with what needs them, profiles, trainings, thanks, the pulse, and the playbook."""
    for position, row in enumerate(book["skill"]):
        cast.enter(Skill, row, position=position)
    for row in book["need"]:
        cast.enter(ObjectiveSkill, row)
    for row in book["person"]:
        _person(cast, row)
    for row in book["training"]:
        cast.enter(Training, row)
    for row in book["thanks"]:
        cast.enter(Recognition, row)
    for row in book["pulse"]:
        _pulse(cast, row)
    for row in book["lesson"]:
        cast.enter(Lesson, row)


def _person(cast: Cast, row: Row) -> None:
    member = cast.find("member", row["member"])
    for name, kind in LISTED.items():
        for one in row.get(name, ()):
            cast.enter(Qualification, one, member_id=member, kind=kind)
    say = Words.of(cast.telling.language)
    for language, level in row["languages"]:
        told = {"title": say(LANGUAGES[language]), "level": level}
        cast.enter(Qualification, told, member_id=member, kind=QualificationKind.LANGUAGE)
    for skill, (required, current) in row["levels"].items():
        told = {"as_of": AS_OF, "skill": skill}
        cast.enter(SkillLevel, told, member_id=member, required=required, current=current)
    for one in row["goals"]:
        cast.enter(Goal, one, member_id=member)


def _pulse(cast: Cast, row: Row) -> None:
    month = cast.telling.today.replace(day=1)
    for _ in range(row["months_ago"]):
        month = _month_before(month)
    for answers in row["answers"]:
        for question, answer in zip(PULSE_QUESTIONS, answers, strict=True):
            cast.enter(PulseAnswer, {}, round=month, question=question, answer=answer)


def _month_before(month: date) -> date:
    year, place = divmod(month.year * 12 + month.month - 2, 12)
    return date(year, place + 1, 1)

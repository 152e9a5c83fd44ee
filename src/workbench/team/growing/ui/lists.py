"""What a member brings along, can do, learns and wants, as lists beside the member."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from workbench.kernel.field import Field
from workbench.kernel.words import N_
from workbench.team.growing import commands, fields
from workbench.team.growing.gaps import WIDE_GAP, Validity, validity
from workbench.team.growth import (
    LANGUAGE_LEVELS,
    Goal,
    Qualification,
    QualificationKind,
    Recognition,
    Skill,
    SkillLevel,
    Training,
)
from workbench.ui.children import Children, Chosen
from workbench.ui.desk import Desk
from workbench.ui.widgets.chips import Chip

FEW = 6
# the heads of lists are in the plural
TITLES = {QualificationKind.LANGUAGE: N_("Languages"), QualificationKind.CERTIFICATE: N_("Certificates")}
FULL = 100
LEVELLED = re.compile(rf"(?P<title>.+?)\s+(?P<level>{'|'.join(LANGUAGE_LEVELS)})", re.IGNORECASE)
LASTING = re.compile(r"(?P<title>.+?)\s+(?P<years>\d{1,2})(\s*(years?|años?|y|a))?", re.IGNORECASE)


def _read(kind: QualificationKind, text: str) -> tuple[str, dict[str, Any]]:
    """“English C1” is a language with its level, “Logistics 8” a sector with its years."""
    if kind is QualificationKind.LANGUAGE and (found := LEVELLED.fullmatch(text.strip())):
        return found["title"], {"level": found["level"]}
    if kind is QualificationKind.SECTOR and (found := LASTING.fullmatch(text.strip())):
        return found["title"], {"years": float(found["years"])}
    return text, {}


class _Adder:
    """Adds one kind of qualification."""

    def __init__(self, kind: QualificationKind) -> None:
        self._kind = kind

    def __call__(self, desk: Desk, member_id: int, chosen: Chosen) -> int:
        title, values = _read(self._kind, chosen.text)
        return desk.workspace.do(commands.add_qualification, member_id, self._kind, title, **values)


def _skill(desk: Desk, member_id: int, chosen: Chosen) -> int:
    with desk.workspace.plain.change(commands.set_level.label) as session:
        skill_id = chosen.key or commands.add_skill.body(session, chosen.text)
        return commands.set_level.body(session, member_id, skill_id, as_of=desk.clock.today())


def _training(desk: Desk, member_id: int, chosen: Chosen) -> int:
    return desk.workspace.do(commands.plan_training, member_id, chosen.text)


def _goal(desk: Desk, member_id: int, chosen: Chosen) -> int:
    return desk.workspace.do(commands.add_goal, member_id, chosen.text)


def _thanks(desk: Desk, member_id: int, chosen: Chosen) -> int:
    return desk.workspace.do(commands.thank, member_id, chosen.text, desk.clock.today())


def _still_valid(desk: Desk, values: Mapping[str, Any]) -> Chip | None:
    """A certificate that has expired, or will within 90 days."""
    words, today, day = desk.words, desk.clock.today(), values["expires_on"]
    held = validity(day, today)
    if held is Validity.EXPIRED:
        return Chip(words("Expired"), "crit", "circle-alert")
    if held is Validity.SOON:
        return Chip(words.many("{n} day left", "{n} days left", (day - today).days), "warn", "clock")
    return Chip(words("Valid"), "ok", "circle-check") if day else None


def _gap(desk: Desk, values: Mapping[str, Any]) -> Chip | None:
    """How far a level is from what is required."""
    required, current = values["required"], values["current"]
    if not required:
        return None
    gap = required - current
    if gap <= 0:
        return Chip(desk.words("Ready"), "ok", "check")
    look = ("crit", "circle-alert") if gap >= WIDE_GAP else ("warn", "triangle-alert")
    return Chip(desk.words("Gap {n}", n=gap), *look)


def _progress(desk: Desk, values: Mapping[str, Any]) -> Chip:
    share = desk.formats.percent(values["progress"] / FULL)
    return Chip(share, "ok", "circle-check") if values["progress"] == FULL else Chip(share, "info", "target")


def _qualifications(kind: QualificationKind, new: str, own: Sequence[Field], **more: Any) -> Children:
    return Children(
        key=f"member.{kind.value}",
        title=TITLES.get(kind, kind.label),
        new=new,
        kind=Qualification,
        parent=Qualification.member_id,
        fields=own,
        add=_Adder(kind),
        edit=commands.edit_qualification,
        delete=commands.delete_qualifications,
        strong=more.pop("strong", ("title",)),
        conditions=(Qualification.kind == kind,),
        **more,
    )


STUDIES = _qualifications(
    QualificationKind.STUDY,
    N_("Studies, such as “Degree in Economics”"),
    fields.STUDY_FIELDS,
    weak=("given_by", "gained_on"),
    by=(Qualification.gained_on.desc(),),
)
LANGUAGES = _qualifications(
    QualificationKind.LANGUAGE,
    N_("Language with its level, such as “English C1”"),
    fields.LANGUAGE_FIELDS,
    strong=("title", "level"),
    weak=("given_by",),
    by=(Qualification.level.desc(),),
)
SECTORS = _qualifications(
    QualificationKind.SECTOR,
    N_("Sector with its years, such as “Logistics 8”"),
    fields.SECTOR_FIELDS,
    weak=("years", "given_by"),
    by=(Qualification.years.desc(),),
)
CERTIFICATES = _qualifications(
    QualificationKind.CERTIFICATE,
    N_("Certificate"),
    fields.CERTIFICATE_FIELDS,
    weak=("given_by", "expires_on"),
    judge=_still_valid,
    by=(Qualification.expires_on.is_(None), Qualification.expires_on),
)
SKILLS = Children(
    key="member.skills",
    title=N_("Skills"),
    new=N_("Skill"),
    kind=SkillLevel,
    parent=SkillLevel.member_id,
    fields=fields.MEMBER_LEVEL_FIELDS,
    add=_skill,
    edit=commands.edit_level,
    delete=commands.delete_levels,
    strong=("skill_id",),
    weak=("current", "required", "as_of"),
    judge=_gap,
    by=((SkillLevel.current - SkillLevel.required),),
    picks=(Skill,),
)
TRAININGS = Children(
    key="member.trainings",
    title=N_("Trainings"),
    new=N_("Training"),
    kind=Training,
    parent=Training.member_id,
    fields=fields.MEMBER_TRAINING_FIELDS,
    add=_training,
    edit=commands.edit_training,
    delete=commands.delete_trainings,
    strong=("title",),
    weak=("on", "hours", "cost", "skill_id"),
    chip="status",
    most=FEW,
    by=(Training.on.is_(None), Training.on.desc()),
)
GOALS = Children(
    key="member.goals",
    title=N_("Personal goals"),
    new=N_("Goal"),
    kind=Goal,
    parent=Goal.member_id,
    fields=fields.GOAL_FIELDS,
    add=_goal,
    edit=commands.edit_goal,
    delete=commands.delete_goals,
    strong=("title",),
    weak=("by",),
    judge=_progress,
    by=(Goal.progress == FULL, Goal.by.is_(None), Goal.by),
)
RECOGNITIONS = Children(
    key="member.recognitions",
    title=N_("Recognition"),
    new=N_("Thanks for…"),
    kind=Recognition,
    parent=Recognition.member_id,
    fields=fields.RECOGNITION_FIELDS,
    add=_thanks,
    edit=commands.edit_recognition,
    delete=commands.delete_recognitions,
    strong=("text",),
    weak=("on", "from_id", "account_id"),
    most=FEW,
    by=(Recognition.on.desc(), Recognition.id.desc()),
)
PROFILE = (STUDIES, LANGUAGES, SECTORS, CERTIFICATES)
GROWTH = (SKILLS, TRAININGS, GOALS, RECOGNITIONS)

"""Every command there is: undo restores the whole file, redo makes it again, and both survive a restart."""

import importlib
import inspect
import shutil
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, select, update

from tests.support.dump import dump, found_texts
from workbench import models
from workbench.accounts.model import Health, Tier
from workbench.action_items.model import State
from workbench.capture.captured import Captured
from workbench.contacts.positions import Attitude, PointKind
from workbench.demo.loader import load_demo
from workbench.kam.hours.rates import Band
from workbench.kam.model import Advantage, Letter, LogKind
from workbench.kam.raci.views import Place, Work
from workbench.kernel.clock import clock_at
from workbench.kernel.command import Command
from workbench.kernel.entity import Entity
from workbench.kernel.settings import ROLE
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, new_portfolio, open_portfolio
from workbench.plans.model import SwotKind
from workbench.portfolio.model import Axis, Scheme
from workbench.team.assignments import TeamRole
from workbench.team.growth import LessonKind, QualificationKind, TrainingStatus

TODAY = date(2026, 3, 10)
ROOMS = (
    "accounts.commands",
    "business.commands",
    "portfolio.scores.commands",
    "contacts.commands",
    "team.commands",
    "team.growing.commands",
    "meetings.commands",
    "action_items.commands",
    "plans.commands",
    "plans.needs.commands",
    "kam.board.commands",
    "kam.departments.commands",
    "kam.attention.commands",
    "kam.requests.commands",
    "kam.log.commands",
    "kam.review.commands",
    "portfolio.commands",
    "capture.commands",
    "kam.horizon.commands",
    "kam.raci.commands",
    "kam.workstreams.commands",
    "kam.load.commands",
    "kam.hours.commands",
    "kam.handover.commands",
    "kam.benefits.commands",
    "kernel.settings",
)
KINDS: dict[str, type[Entity]] = {
    "account": models.accounts.Account,
    "record": models.accounts.Account,
    "unit": models.structure.Unit,
    "address": models.structure.Address,
    "criterion": models.portfolio.Criterion,
    "fact": models.structure.Fact,
    "person": models.contacts.Person,
    "role": models.positions.ContactRole,
    "point": models.positions.ContactPoint,
    "seat": models.positions.Seat,
    "assessment": models.positions.Assessment,
    "department": models.team.Department,
    "member": models.team.Member,
    "to": models.team.Member,
    "assignment": models.assignments.Assignment,
    "meeting": models.meetings.Meeting,
    "attendance": models.proceedings.Attendance,
    "decision": models.proceedings.Decision,
    "action": models.action_items.ActionItem,
    "step": models.action_items.Step,
    "plan": models.plans.Plan,
    "objective": models.plans.Objective,
    "item": models.plans.SwotItem,
    "risk": models.plans.Risk,
    "version": models.plans.PlanVersion,
    "revenue": models.business.Revenue,
    "satisfaction": models.business.Satisfaction,
    "cost": models.business.Cost,
    "entry": models.kam.LogEntry,
    "hours": models.kam.HoursSpent,
    "review": models.kam.Review,
    "question": models.kam.ReviewQuestion,
    "benefit": models.kam.Benefit,
    "workstream": models.kam.Workstream,
    "deliverable": models.kam.Deliverable,
    "qualification": models.growth.Qualification,
    "skill": models.growth.Skill,
    "level": models.growth.SkillLevel,
    "training": models.growth.Training,
    "goal": models.growth.Goal,
    "recognition": models.growth.Recognition,
    "lesson": models.growth.Lesson,
    "request": models.kam.Request,
    "need": models.plans.ObjectiveSkill,
}
GIVEN: dict[str, Any] = {
    "is_whole": True,
    "into": "Finance",
    "name": "Ñandú & Søn <b>",
    "title": "A title",
    "text": "A text",
    "value": "A value",
    "code": "XYZ",
    "reason": "because",
    "whom": "Ana",
    "label": "work",
    "language": "en",
    "scheme": Scheme.SELECTION,
    "tag": "frío",
    "on": TODAY,
    "since": TODAY,
    "day": TODAY,
    "due": TODAY,
    "today": TODAY,
    "made_on": TODAY,
    "asked_on": TODAY,
    "promised_for": date(2026, 3, 18),
    "answer": "Yes",
    "start": time(9, 30),
    "starts_on": TODAY,
    "given_on": TODAY,
    "number": "9.9",
    "invoiced": 123_456_00,
    "score": 7.5,
    "ends_on": date(2027, 12, 31),
    "tier": Tier.C,
    "health": Health.AT_RISK,
    "state": State.DROPPED,
    "attitude": Attitude.OPPOSES,
    "setting": ROLE,
    "days": 3,
    "resolution": "settled by phone",
    "lesson": "ask first",
    "threshold": "attention_blocked_days",
    "zone": "Europe/Madrid",
    "template": "chain",
    "words": Words.of("en"),
    "letter": Letter.SUPPORT,
    "said": Captured("Call Ana", "Call Ana"),
}
SPECIAL: dict[str, dict[str, Any]] = {
    "rename_department": {"said": "Field service, FSV"},
    "move_cards": {"move": importlib.import_module("workbench.kam.board.arranging").Move(state=State.DROPPED)},
    "add_point": {"kind": PointKind.PHONE},
    "edit_point": {"value": "+34 900 123 456"},
    "add_swot_item": {"kind": SwotKind.THREAT},
    "assign": {"role": TeamRole.EXTENDED},
    "rate": {"value": 1},
    "change_setting": {"value": "kam"},
    "pin": {"page": "account"},
    "unpin": {"page": "account"},
    "change_threshold": {"number": 9},
    "accompany": {"name": "Pablo"},
    "man_department": {"name": "Zoraida"},
    "edit_revenue": {"target": 99_00},
    "add_cost": {"kind": models.business.CostKind.REBATES, "amount": 12_000_00},
    "edit_cost": {"amount": 11_000_00},
    "aim_at": {"aims": {Axis.STRENGTH: 61}},
    "edit_satisfaction": {"note": "In other words"},
    "edit_version": {"number": "9.8"},
    "edit_role": {"title": "Another title"},
    "edit_address": {"city": "Huesca"},
    "edit_assignment": {"hours_per_week": 3.5},
    "edit_attendee": {"note": "late"},
    "edit_agenda_point": {"title": "Another point"},
    "edit_fact": {"value": "Another value"},
    "edit_assessment": {"note": "Another note"},
    "add_log_entry": {"kind": LogKind.ISSUE},
    "name_holder": {"name": "Nadia Ferrer"},
    "edit_review": {"summary": "another outcome"},
    "edit_question": {"text": "Another question?"},
    "edit_decision": {"text": "Another decision"},
    "edit_swot_item": {"text": "Another line"},
    "add_attendee": {"name": "A guest"},
    "hand_over": {"name": "Pablo"},
    "put_in_department": {"name": "Marketing"},
    "add_qualification": {"kind": QualificationKind.LANGUAGE, "level": "b2"},
    "start_skills": {"skills": {"Juggling": 1}},
    "set_level": {"current": 4, "required": 4},
    "edit_level": {"evidence": "Seen at work"},
    "finish_training": {"level": 4},
    "move_trainings": {"status": TrainingStatus.DROPPED},
    "edit_recognition": {"text": "For the late hours"},
    "answer_pulse": {"month": TODAY, "answers": {"Is it fun?": 5}},
    "add_lesson": {"kind": LessonKind.PLAY},
    "replan": {"start": TODAY},
    "log_hours": {"hours": 2.5},
    "set_benefit": {"advantage": Advantage.SALES, "year": 2025, "measured": (12.5, "Growth")},
    "edit_hours": {"hours": 3.25},
    "change_band": {"band": Band(50_000, 70_000)},
    "reveal_cost": {"is_shown": True},
    "move_meetings": {"day": date(2026, 3, 19)},
}


def every_command() -> Iterator[tuple[str, Command[..., Any]]]:
    for room in ROOMS:
        module = importlib.import_module(f"workbench.{room}")
        for name, value in vars(module).items():
            if isinstance(value, Command) and value.body.__module__ == module.__name__:
                yield name, value


COMMANDS = dict(every_command())


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo with a little of what it lacks, closed: each command gets a copy of its own."""
    made = new_portfolio(tmp_path_factory.mktemp("told") / "demo.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    load_demo(made, "en", TODAY)
    with made.change("A step to tick off") as session:
        action = session.scalars(select(models.action_items.ActionItem.id).limit(1)).one()
        session.add(models.action_items.Step(action_id=action, title="First step"))
        session.execute(update(models.action_items.ActionItem).values(captured="As it was said"))
        department = session.scalars(select(models.team.Department.id).order_by(models.team.Department.id)).first()
        session.add(models.team.Member(name="Zoraida Gil", department_id=department))
        # of the usual criteria one is missing, and the weights do not add up
        unusual = session.scalars(select(models.portfolio.Criterion.id).order_by(models.portfolio.Criterion.id)).all()
        session.execute(delete(models.portfolio.Criterion).where(models.portfolio.Criterion.id == unusual[-1]))
        session.execute(
            update(models.portfolio.Criterion).where(models.portfolio.Criterion.id == unusual[0]).values(weight=35)
        )
    made.close()
    return made.book.path


@pytest.fixture
def workspace(told: Path, tmp_path: Path) -> Iterator[Workspace]:
    path = Path(shutil.copy(told, tmp_path))
    made = open_portfolio(path, Access(clock_at(TODAY, "Europe/Madrid")))
    yield made
    made.close()


def arguments(workspace: Workspace, name: str, command: Command[..., Any]) -> dict[str, Any]:
    """Sensible arguments, chosen by the names of the parameters."""
    found: dict[str, Any] = dict(SPECIAL.get(name, {}))
    for parameter in list(inspect.signature(command.body).parameters.values())[1:]:
        if parameter.name in found or parameter.kind is parameter.VAR_KEYWORD:
            continue
        found[parameter.name] = _argument(workspace, name, parameter.name)
    if name.startswith("edit_") and len(found) == 1:
        found |= (
            {"title": "Another title"}
            if "title" in _kind(next(iter(found)), name).__table__.c
            else {"name": "Another name"}
        )
    return found


def _open_request() -> Any:
    open_now = models.kam.Request.state == models.kam.RequestState.ACCEPTED
    return select(models.kam.Request.id).where(open_now)


# where the first record of a kind would not be changed by the command
CHOSEN: dict[str, Any] = {
    "follow_up": lambda: select(models.kam.ReviewQuestion.id).where(models.kam.ReviewQuestion.action_id.is_(None)),
    "reopen_entries": lambda: select(models.kam.LogEntry.id).where(models.kam.LogEntry.resolved_on.is_not(None)),
    "make_key_account": lambda: select(models.accounts.Account.id).where(models.accounts.Account.tier != Tier.KEY),
    "unpin": lambda: select(models.accounts.Account.id).where(models.accounts.Account.name == "Talleres Norte"),
    **dict.fromkeys(("accept_request", "block_request", "refuse_request"), _open_request),
    "escalate_request": _open_request,
    "fill_seat": lambda: select(models.positions.Seat.id).where(models.positions.Seat.person_id.is_(None)),
    "need_skill.objective_id": lambda: select(models.plans.Objective.id).where(
        ~models.plans.Objective.id.in_(select(models.plans.ObjectiveSkill.objective_id))
    ),
    "edit_need.skill_id": lambda: select(models.growth.Skill.id).order_by(models.growth.Skill.id.desc()),
    "reopen": lambda: select(models.action_items.ActionItem.id).where(
        models.action_items.ActionItem.state == State.DONE
    ),
    "unblock": lambda: select(models.action_items.ActionItem.id).where(
        models.action_items.ActionItem.blocked_reason.is_not(None)
    ),
}


# what is given by record: a kind, and the value for one of it
BY_RECORD: dict[str, tuple[str, Any]] = {
    "titles": ("account", "A title"),
    "dues": ("action", date(2026, 5, 4)),
    "weights": ("criterion", 12.0),
}


def _argument(workspace: Workspace, command: str, name: str) -> Any:
    if name in BY_RECORD:
        kind_of, value = BY_RECORD[name]
        return {_some(workspace, KINDS[kind_of]): value}
    if command.startswith("order_"):
        kind = _kind(name.removesuffix("_ids"), command)
        with workspace.read() as session:
            return list(session.scalars(select(kind.id).order_by(kind.id.desc())))
    own = CHOSEN.get(f"{command}.{name}") or (CHOSEN.get(command) if name != "person_id" else None)
    if own is not None and name.endswith(("_id", "_ids")):
        with workspace.read() as session:
            key = session.scalars(own().limit(1)).one()
        return [key] if name.endswith("_ids") else key
    if name == "place":
        part, department = (_some(workspace, KINDS[kind]) for kind in ("deliverable", "department"))
        return Place(Work.DELIVERABLE, part, department)
    if name == "owner_id":
        return _some(workspace, KINDS["member"])
    if name.endswith("_ids"):
        return [_some(workspace, _kind(name.removesuffix("_ids"), command))]
    if name == "series_id":
        return _some(workspace, KINDS["meeting"])
    if name == "to" or name.endswith("_id"):
        return _some(workspace, _kind(name.removesuffix("_id"), command))
    return GIVEN[name]


def _kind(name: str, command: str) -> type[Entity]:
    name = name.removesuffix("_id").removesuffix("_ids")
    if name == "point":
        return models.proceedings.AgendaPoint if "agenda" in command else models.positions.ContactPoint
    return KINDS[name]


def _some(workspace: Workspace, kind: type[Entity]) -> int:
    with workspace.read() as session:
        return session.scalars(select(kind.id).order_by(kind.id).limit(1)).one()


@pytest.mark.parametrize("name", COMMANDS)
def test_undo_and_redo_restore_everything(workspace: Workspace, name: str) -> None:
    command = COMMANDS[name]
    given = arguments(workspace, name, command)
    before, known = dump(workspace), found_texts(workspace)
    workspace.do(command, **given)
    after = dump(workspace)
    assert after != before, "the command changed nothing"
    again = _reopened(workspace)
    try:
        again.undo()
        assert dump(again) == before
        assert found_texts(again) == known
        again.redo()
        assert dump(again) == after
    finally:
        again.close()


def _reopened(workspace: Workspace) -> Workspace:
    workspace.close()
    return open_portfolio(workspace.book.path, Access(workspace.clock))


def test_every_label_is_a_text_of_its_own() -> None:
    labels = [command.label for command in COMMANDS.values()]
    assert len(set(labels)) == len(labels)

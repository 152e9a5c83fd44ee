"""What a user can ask for with departments, members and account teams."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from workbench.kernel.command import command
from workbench.kernel.editing import added, edited, removed
from workbench.kernel.errors import UserError
from workbench.kernel.folding import fold
from workbench.kernel.words import N_
from workbench.team.assignments import Assignment, TeamRole
from workbench.team.model import Department, Member
from workbench.team.regions import is_known

HOURS_OF_A_WEEK = 168


@command(N_("Add department"))
def add_department(session: Session, /, name: str, code: str) -> int:
    """A department with its three letters."""
    position = int(session.scalar(select(func.count()).select_from(Department)) or 0)
    return added(session, Department(name=name.strip(), code=code.strip().upper(), position=position))


@command(N_("Edit department"))
def edit_department(session: Session, /, department_id: int, **values: Any) -> None:
    edited(session, Department, department_id, values)


class NoSuchRegion(UserError):
    message = N_("No public holidays are known for “{region}”.")
    advice = N_("Type a country like ES, or a country with its part like ES-MD.")


def checked_region(region: str) -> str:
    """A region as it is stored; NoSuchRegion where there is none."""
    wanted = region.strip().upper()
    if wanted and not is_known(wanted):
        raise NoSuchRegion(region=region.strip()[:40])
    return wanted


class NoHoursOfAWeek(UserError):
    message = N_("{hours} hours are not those of a week: from none to 168.")
    consequence = N_("The old value stays.")


def _check_hours(values: Mapping[str, Any]) -> None:
    hours = values.get("hours_per_week")
    if hours is not None and not 0 <= hours <= HOURS_OF_A_WEEK:
        raise NoHoursOfAWeek(hours=f"{hours:g}")


@command(N_("Add member"))
def add_member(session: Session, /, name: str, **values: Any) -> int:
    """Somebody of our company."""
    _check_hours(values)
    if values.get("region"):
        values["region"] = checked_region(values["region"])
    return added(session, Member(name=name.strip(), **values))


@command(N_("Edit member"))
def edit_member(session: Session, /, member_id: int, **values: Any) -> None:
    if values.get("is_me"):
        session.execute(update(Member).values(is_me=False))
    if values.get("region"):
        values["region"] = checked_region(values["region"])
    _check_hours(values)
    edited(session, Member, member_id, values)


class NoSuchDepartment(UserError):
    message = N_("There is no department “{name}”.")
    advice = N_("Type its name or its three letters.")


@command(N_("Set department"))
def put_in_department(session: Session, member_ids: Sequence[int], name: str) -> None:
    """Put members into the department that is called so, has these letters, or whose name begins so."""
    wanted = fold(name).strip()
    known = session.execute(select(Department.id, Department.name, Department.code).order_by(Department.position)).all()
    same = [row.id for row in known if wanted and wanted in (fold(row.name), fold(row.code))]
    alike = [row.id for row in known if wanted and fold(row.name).startswith(wanted)]
    chosen = [*same, *alike]
    if not chosen:
        raise NoSuchDepartment(name=name)
    session.execute(update(Member).where(Member.id.in_(member_ids)).values(department_id=chosen[0]))


@command(N_("Delete members"))
def delete_members(session: Session, member_ids: Sequence[int]) -> None:
    """Delete members; their actions stay and have no owner then."""
    removed(session, Member, member_ids)


@command(N_("Assign to account"))
def assign(session: Session, /, account_id: int, member_id: int, role: TeamRole, **values: Any) -> int:
    """Let a member work for an account."""
    _check_hours(values)
    return added(session, Assignment(account_id=account_id, member_id=member_id, role=role, **values))


@command(N_("Assign by name"))
def assign_named(session: Session, /, account_id: int, name: str, today: date) -> int:
    """Let whoever is called so, or whose name begins so, work for an account; somebody unknown is added."""
    wanted = fold(name).strip()
    known = session.execute(select(Member.id, Member.name).where(Member.left_on.is_(None)).order_by(Member.name)).all()
    same = [row.id for row in known if fold(row.name) == wanted]
    alike = [row.id for row in known if fold(row.name).startswith(wanted)]
    member_id = next(iter((*same, *alike)), None) or add_member.body(session, name)
    return assign.body(session, account_id, member_id, TeamRole.CORE, since=today)


@command(N_("Edit assignment"))
def edit_assignment(session: Session, /, assignment_id: int, **values: Any) -> None:
    _check_hours(values)
    edited(session, Assignment, assignment_id, values)


@command(N_("Delete assignments"))
def delete_assignments(session: Session, assignment_ids: Sequence[int]) -> None:
    removed(session, Assignment, assignment_ids)


@command(N_("Order departments"))
def order_departments(session: Session, department_ids: Sequence[int]) -> None:
    """Put departments in this order."""
    for position, department_id in enumerate(department_ids):
        session.execute(update(Department).where(Department.id == department_id).values(position=position))

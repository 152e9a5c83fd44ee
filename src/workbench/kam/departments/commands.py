"""What a user can ask for with departments as a whole."""

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from workbench.action_items.model import OPEN, ActionItem
from workbench.kam.model import Letter, LogEntry, Raci, Request, Workstream
from workbench.kernel.command import command
from workbench.kernel.editing import edited, found
from workbench.kernel.errors import UserError
from workbench.kernel.folding import fold
from workbench.kernel.words import N_
from workbench.team.commands import NoSuchDepartment
from workbench.team.model import Department, Member


class StillBusy(UserError):
    message = N_(
        "{department} still has work – open actions: {actions}, requests: {requests}, people: {people}, "
        "workstreams: {other}."
    )
    advice = N_("Name the department that takes them over.")


class IntoItself(UserError):
    message = N_("{department} cannot take over its own work.")
    advice = N_("Name another department.")


@command(N_("Rename department"))
def rename_department(session: Session, department_id: int, said: str) -> None:
    """Call a department by another name, with its letters behind a comma: “Finance, FIN”."""
    name, comma, code = said.rpartition(",")
    values = {"name": name, "code": code.strip().upper()} if comma and name.strip() and code.strip() else {"name": said}
    edited(session, Department, department_id, values)


@command(N_("Dissolve department"))
def dissolve_department(session: Session, department_id: int, into: str) -> None:
    """Delete a department; its people, work, requests and letters go to the one that is named.

    StillBusy where none is named and something is left, so that nothing is ever lost with it.
    """
    department = found(session, Department, department_id)
    heir = named(session, into) if into.strip() else None
    if heir == department_id:
        raise IntoItself(department=department.name)
    if heir is None:
        _check_idle(session, department)
    _hand_over(session, department_id, heir)
    session.execute(delete(Department).where(Department.id == department_id))


def named(session: Session, name: str) -> int:
    """The department that is called so, has these letters, or whose name begins so."""
    wanted = fold(name).strip()
    known = session.execute(select(Department.id, Department.name, Department.code).order_by(Department.position)).all()
    same = [row.id for row in known if wanted in (fold(row.name), fold(row.code))]
    alike = [row.id for row in known if fold(row.name).startswith(wanted)]
    chosen = [*same, *alike]
    if not wanted or not chosen:
        raise NoSuchDepartment(name=name)
    return int(chosen[0])


def _check_idle(session: Session, department: Department) -> None:
    def count(kind: type[ActionItem | Request | Member | Workstream], *more: object) -> int:
        rows = select(func.count()).select_from(kind).where(kind.department_id == department.id, *more)  # type: ignore[arg-type]
        return int(session.scalar(rows) or 0)

    left = {
        "actions": count(ActionItem, ActionItem.state.in_(OPEN)),
        "requests": count(Request),
        "people": count(Member, Member.left_on.is_(None)),
        "other": count(Workstream),
    }
    if any(left.values()):
        raise StillBusy(department=department.name, **left)


def _hand_over(session: Session, department_id: int, heir: int | None) -> None:
    """Give everything that names a department to another one; a request must name one and stays with its heir."""
    for kind in (ActionItem, Workstream, LogEntry):
        session.execute(update(kind).where(kind.department_id == department_id).values(department_id=heir))
    moved = update(Member).where(Member.department_id == department_id)
    # who led the old department does not lead the new one by that
    session.execute(moved.values(department_id=heir, leads_department=False))
    if heir is None:
        return
    session.execute(update(Request).where(Request.department_id == department_id).values(department_id=heir))
    _hand_letters(session, department_id, heir)


def _hand_letters(session: Session, department_id: int, heir: int) -> None:
    """Give the letters to the heir; where it has one for the same work, both A and R count, else the weightier."""
    held = {work_of(row): row for row in session.scalars(select(Raci).where(Raci.department_id == heir))}
    for row in session.scalars(select(Raci).where(Raci.department_id == department_id)):
        own = held.get(work_of(row))
        if own is None:
            row.department_id = heir
            continue
        own.letter = weightier(own.letter, row.letter)
        session.delete(row)


def weightier(one: Letter, other: Letter) -> Letter:
    """What a department is that takes over another's part: of A and R both, else what counts more."""
    if one.accounts or other.accounts:
        return Letter.BOTH if one.carries_out or other.carries_out else Letter.ACCOUNTABLE
    weight = list(Letter)
    return min(one, other, key=weight.index)


def work_of(row: Raci) -> tuple[int | None, int | None, int | None]:
    return row.workstream_id, row.deliverable_id, row.action_id

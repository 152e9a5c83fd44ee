"""What a person owns, and the seats of an account: lists that are edited in place."""

from sqlalchemy import select

from workbench.accounts.commands import add_account
from workbench.accounts.model import Account
from workbench.contacts import commands, fields
from workbench.contacts.positions import Assessment, Attitude, ContactPoint, ContactRole, PointKind, Seat
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.ui.children import Children, Chosen
from workbench.ui.desk import Desk


class NoRole(UserError):
    message = N_("An assessment belongs to a role at an account.")
    advice = N_("Add a role first.")


def kind_of(text: str) -> PointKind:
    """What a typed way to reach somebody is."""
    if "@" in text:
        return PointKind.EMAIL
    if "://" in text or text.lower().startswith("www."):
        return PointKind.LINK
    return PointKind.PHONE if sum(letter.isdigit() for letter in text) * 2 > len(text) else PointKind.ADDRESS


def _point(desk: Desk, person_id: int, chosen: Chosen) -> int:
    return desk.workspace.do(commands.add_point, person_id, kind_of(chosen.text), chosen.text)


def _role(desk: Desk, person_id: int, chosen: Chosen) -> int:
    if chosen.key is not None:
        return desk.workspace.do(commands.add_role, person_id, chosen.key)
    with desk.workspace.plain.change(commands.add_role.label) as session:
        account_id = add_account.body(session, chosen.text)
        return commands.add_role.body(session, person_id, account_id)


def _assessment(desk: Desk, person_id: int, _chosen: Chosen) -> int:
    """A new judgement that begins as the last one was."""
    with desk.workspace.read() as session:
        roles = select(ContactRole.account_id).where(ContactRole.person_id == person_id)
        account_id = session.scalar(roles.order_by(ContactRole.until.is_not(None), ContactRole.is_primary.desc()))
        if account_id is None:
            raise NoRole
        judged = select(Assessment).where(Assessment.person_id == person_id, Assessment.account_id == account_id)
        last = session.scalar(judged.order_by(Assessment.made_on.desc(), Assessment.id.desc()))
    attitude = last.attitude if last else Attitude.UNKNOWN
    kept = {"influence": last.influence, "buying_role": last.buying_role, "owner_id": last.owner_id} if last else {}
    return desk.workspace.do(commands.assess, person_id, account_id, desk.clock.today(), attitude, **kept)


def _seat(desk: Desk, account_id: int, chosen: Chosen) -> int:
    return desk.workspace.do(commands.add_seat, account_id, chosen.text, vacant_since=desk.clock.today())


POINTS = Children(
    key="person.points",
    title=N_("Phones, e-mails, links"),
    new=N_("Phone, e-mail or link"),
    kind=ContactPoint,
    parent=ContactPoint.person_id,
    fields=fields.POINT_FIELDS[::-1],
    add=_point,
    edit=commands.edit_point,
    delete=commands.delete_points,
    strong=("value",),
    weak=("kind", "label"),
    copies="value",
    order=commands.order_points,
    leads=True,
)
ROLES = Children(
    key="person.roles",
    title=N_("Roles"),
    new=N_("Role at an account"),
    kind=ContactRole,
    parent=ContactRole.person_id,
    fields=fields.ROLE_FIELDS,
    add=_role,
    edit=commands.edit_role,
    delete=commands.delete_roles,
    strong=("account_id",),
    weak=("title", "department", "since", "until"),
    by=(ContactRole.until.is_not(None), ContactRole.since.desc()),
    picks=(Account,),
    leads=True,
)
SEATS_HELD = Children(
    key="person.seats",
    title=N_("Seats held"),
    new="",
    kind=Seat,
    parent=Seat.person_id,
    fields=fields.SEAT_FIELDS,
    add=None,
    edit=commands.edit_seat,
    delete=commands.delete_seats,
    strong=("title",),
    weak=("unit_id", "reports_to_id"),
)
ASSESSMENTS = Children(
    key="person.assessments",
    title=N_("Assessments – internal"),
    new=N_("New assessment"),
    kind=Assessment,
    parent=Assessment.person_id,
    fields=fields.ASSESSMENT_FIELDS,
    add=_assessment,
    edit=commands.edit_assessment,
    delete=commands.delete_assessments,
    strong=("made_on",),
    weak=("influence", "buying_role", "note"),
    chip="attitude",
    by=(Assessment.made_on.desc(), Assessment.id.desc()),
    asks=False,
)
SEATS = Children(
    key="account.seats",
    title=N_("Seats"),
    new=N_("Seat"),
    kind=Seat,
    parent=Seat.account_id,
    fields=fields.SEAT_FIELDS,
    add=_seat,
    edit=commands.edit_seat,
    delete=commands.delete_seats,
    strong=("title",),
    weak=("person_id", "vacant_since", "unit_id", "reports_to_id"),
    by=(Seat.person_id.is_not(None), Seat.position),
    due="vacant_since",
)
LISTS = (POINTS, ROLES, SEATS_HELD, ASSESSMENTS)

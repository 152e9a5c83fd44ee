"""Who can account for something: our people by department, whoever leads one, the people of the client."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.contacts.model import Person
from workbench.contacts.positions import ContactRole
from workbench.kernel.folding import fold
from workbench.kernel.words import N_
from workbench.team.assignments import Assignment
from workbench.team.model import Member

CLIENT_CODE, CLIENT = N_("CLI"), N_("Client")


@dataclass(frozen=True)
class Ours:
    """Our people: their names and departments, those who left, and who stands for a department by itself."""

    names: Mapping[int, str]
    homes: Mapping[int, int | None]
    gone: frozenset[int]
    leads: Mapping[int | None, int]


def ours(session: Session, account_id: int) -> Ours:
    """Our people as an account sees them: a department's lead, else who works for the account, else the first by name.

    Who has left leads nothing.
    """
    team = set(session.scalars(select(Assignment.member_id).where(Assignment.account_id == account_id)))
    rows = session.execute(
        select(Member.id, Member.name, Member.department_id, Member.left_on, Member.leads_department)
    ).all()
    here = [row for row in rows if row.left_on is None and row.department_id is not None]
    ranked = sorted(here, key=lambda row: (not row.leads_department, row.id not in team, fold(row.name)))
    leads: dict[int | None, int] = {}
    for row in ranked:
        leads.setdefault(row.department_id, row.id)
    return Ours(
        names={row.id: row.name for row in rows},
        homes={row.id: row.department_id for row in rows},
        gone=frozenset(row.id for row in rows if row.left_on is not None),
        leads=leads,
    )


def candidates(session: Session, account_id: int, department_id: int | None) -> list[tuple[int, str]]:
    """Who may account for something in a column, the likeliest first: members of a department, people of the client."""
    if department_id is None:
        people = (
            select(Person.id, Person.name)
            .join(ContactRole, ContactRole.person_id == Person.id)
            .where(ContactRole.account_id == account_id, ContactRole.until.is_(None))
            .order_by(ContactRole.id)
        )
        return list({row.id: row.name for row in session.execute(people)}.items())
    known = ours(session, account_id)
    lead = known.leads.get(department_id)
    there = [key for key, home in known.homes.items() if home == department_id and key not in known.gone]
    return [(key, known.names[key]) for key in sorted(there, key=lambda key: (key != lead, fold(known.names[key])))]

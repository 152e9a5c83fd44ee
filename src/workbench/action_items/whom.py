"""Names that are typed for somebody: the people of the accounts and our colleagues, and who is meant among them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.action_items.model import ActionItem
from workbench.contacts.model import Person
from workbench.contacts.positions import ContactRole
from workbench.kernel.errors import UserError
from workbench.kernel.folding import fold
from workbench.kernel.words import N_, Words
from workbench.team.model import Member

# how an escalation names whom it goes to
ADDRESSED = re.compile(r"\s*(?:to|al?)\s+(?P<name>[^:]{1,80}):", re.I)


class SeveralCalledSo(UserError):
    message = N_("Several are called so: {names}.")
    advice = N_("Write more of the name.")


@dataclass(frozen=True)
class Whom:
    """Who is meant by a name; without `is_known` nobody is called so and it is what was typed."""

    name: str
    is_known: bool = True


def names_around(session: Session, action_ids: Sequence[int]) -> tuple[str, ...]:
    """The people of the accounts of some actions, then our colleagues; each name once."""
    accounts = select(ActionItem.account_id).where(ActionItem.id.in_(action_ids))
    people = (
        select(Person.name)
        .join(ContactRole, ContactRole.person_id == Person.id)
        .where(ContactRole.account_id.in_(accounts), ContactRole.until.is_(None))
    )
    colleagues = select(Member.name).where(Member.left_on.is_(None))
    named = [*sorted(session.scalars(people), key=fold), *sorted(session.scalars(colleagues), key=fold)]
    return tuple(dict.fromkeys(named))


def meant(names: Sequence[str], text: str) -> Whom:
    """Who of some is called so: by the whole name, or by the beginnings of its words, “T. Vidal”.

    SeveralCalledSo where it may be more than one.
    """
    wanted = fold(text).split()
    exact = next((name for name in names if fold(name).split() == wanted), None)
    fitting = [exact] if exact else [name for name in names if wanted and _begins(fold(name).split(), wanted)]
    if len(fitting) > 1:
        raise SeveralCalledSo(names=", ".join(fitting))
    return Whom(fitting[0]) if fitting else Whom(text.strip(), is_known=False)


def addressee(names: Sequence[str], text: str) -> Whom | None:
    """Whom a line begins with, “To T. Vidal: …”; None if it names nobody. Of several with that name, any will do."""
    found = ADDRESSED.match(text)
    if found is None:
        return None
    try:
        return meant(names, found["name"])
    except SeveralCalledSo:
        return Whom(found["name"].strip())


def unknown_said(whom: Whom | None, words: Words) -> str:
    """That nobody is called so, in a sentence; empty if somebody is."""
    if whom is None or whom.is_known:
        return ""
    return words("Nobody here is called “{name}”; the name is kept as text.", name=whom.name)


def _begins(name: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether each word that is wanted begins another one of a name, in their order."""
    rest = iter(name)
    return all(any(word.startswith(part.rstrip(".")) for word in rest) for part in wanted)

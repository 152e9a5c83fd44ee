"""vCards 3.0 and 4.0: a card for every person."""

import base64
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.contacts.model import Person
from workbench.contacts.positions import ContactPoint, ContactRole
from workbench.exchange.targets import FAX, HOME, HOME_FAX, MAIN, MOBILE, PAGER, WORK, WORK_FAX

TYPES = {
    WORK: ("work",),
    HOME: ("home",),
    MOBILE: ("cell",),
    FAX: ("fax",),
    WORK_FAX: ("work", "fax"),
    HOME_FAX: ("home", "fax"),
    PAGER: ("pager",),
    MAIN: ("main",),
}
PROPERTIES = {"phone": "TEL", "email": "EMAIL", "link": "URL"}
LONGEST_LINE = 75  # bytes, RFC 6350
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Card:
    """What a card says of a person."""

    person: Person
    points: tuple[ContactPoint, ...]
    roles: tuple[tuple[ContactRole, str], ...]
    photo: bytes | None


def write(out: BinaryIO, session: Session, version: str) -> int:
    """Write everybody as cards of that version; how many."""
    count = 0
    for card in _cards(session):
        lines = (folded(line) for line in _lines(card, version))
        out.write("".join(lines).encode("utf-8"))
        count += 1
    return count


def _cards(session: Session) -> Iterator[Card]:
    names = dict(session.execute(select(Account.id, Account.name)).all())
    points: dict[int, list[ContactPoint]] = {}
    for point in session.scalars(select(ContactPoint).order_by(ContactPoint.position)):
        points.setdefault(point.person_id, []).append(point)
    roles: dict[int, list[tuple[ContactRole, str]]] = {}
    for role in session.scalars(select(ContactRole).order_by(ContactRole.is_primary.desc(), ContactRole.id)):
        roles.setdefault(role.person_id, []).append((role, names.get(role.account_id, "")))
    photos = select(Person, Person.photo).order_by(Person.id)
    for person, photo in session.execute(photos):
        yield Card(person, tuple(points.get(person.id, ())), tuple(roles.get(person.id, ())), photo)


def _lines(card: Card, version: str) -> Iterable[str]:
    person = card.person
    yield "BEGIN:VCARD"
    yield f"VERSION:{version}"
    yield f"FN:{_escaped(person.name)}"
    parts = (person.family_name, person.given_name, None, person.salutation, None)
    yield "N:" + ";".join(_escaped(part or "") for part in parts)
    yield f"UID:{_escaped(person.external_id or f'urn:workbench:{person.id}')}"
    for at, (role, company) in enumerate(card.roles):
        group = "" if at == 0 else f"role{at}."
        yield f"{group}ORG:" + ";".join(_escaped(part) for part in (company, role.department) if part)
        if role.title:
            yield f"{group}TITLE:{_escaped(role.title)}"
    for number, point in enumerate(card.points, start=1):
        yield from _point(point, number, version)
    yield from _rest(person, version)
    if card.photo:
        picture = base64.b64encode(card.photo).decode("ascii")
        yield f"PHOTO:data:image/jpeg;base64,{picture}" if version == "4.0" else f"PHOTO;ENCODING=b;TYPE=JPEG:{picture}"
    yield "END:VCARD"


def _point(point: ContactPoint, number: int, version: str) -> Iterable[str]:
    kind, label = str(point.kind.value), point.label
    types = TYPES.get(label, ()) if label else ()
    group = f"item{number}." if label and not types else ""
    told = "".join(f";TYPE={name if version == '4.0' else name.upper()}" for name in types)
    if kind == "address":
        # kept whole in its street: it was one line when it came in
        yield f"{group}ADR{told}:;;{_escaped(point.value)};;;;"
    else:
        yield f"{group}{PROPERTIES[kind]}{told}:{_escaped(point.value)}"
    if group:
        yield f"{group}X-ABLabel:{_escaped(str(label))}"


def _rest(person: Person, version: str) -> Iterable[str]:
    if person.birthday:
        yield f"BDAY:{_day(person.birthday, version)}"
    if person.language and version == "4.0":
        yield f"LANG:{_escaped(person.language)}"
    if person.tags:
        yield "CATEGORIES:" + ",".join(_escaped(tag.strip()) for tag in person.tags.split(","))
    if person.note:
        yield f"NOTE:{_escaped(person.note)}"


def _day(day: date, version: str) -> str:
    return day.strftime("%Y%m%d") if version == "4.0" else day.isoformat()


def _escaped(text: str) -> str:
    text = _CONTROLS.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"([\\,;])", r"\\\1", text).replace("\n", "\\n")


def folded(line: str) -> str:
    """A line in pieces of at most 75 bytes, none of which breaks a letter."""
    pieces: list[str] = []
    piece, size = "", 0
    for letter in line:
        width = len(letter.encode("utf-8"))
        if size + width > LONGEST_LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + letter, size + width
    return "\r\n".join([*pieces, piece]) + "\r\n"

"""What a user can ask for with workstreams and what they hand over."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.kam.model import Deliverable, Raci, Workstream
from workbench.kam.workstreams.templates import CLIENT, DEPARTMENTS, TEMPLATES, Stream, letters_in
from workbench.kernel.command import command
from workbench.kernel.editing import added, edited, found, next_position, removed, reordered
from workbench.kernel.errors import UserError
from workbench.kernel.folding import fold
from workbench.kernel.words import N_, Words
from workbench.team.model import Department


class EndsBeforeItStarts(UserError):
    message = N_("A workstream cannot end before it starts.")
    advice = N_("Change one of the two days.")


@command(N_("Add workstream"))
def add_workstream(session: Session, /, account_id: int, title: str, **values: Any) -> int:
    """A workstream after the others."""
    position = next_position(session, Workstream, Workstream.account_id, account_id)
    return added(session, Workstream(account_id=account_id, title=title.strip(), position=position, **values))


@command(N_("Edit workstream"))
def edit_workstream(session: Session, /, workstream_id: int, **values: Any) -> None:
    stream = edited(session, Workstream, workstream_id, values)
    if stream.starts_on and stream.ends_on and stream.ends_on < stream.starts_on:
        raise EndsBeforeItStarts


@command(N_("Delete workstreams"))
def delete_workstreams(session: Session, workstream_ids: Sequence[int]) -> None:
    """Delete workstreams with what they hand over; their actions stay."""
    removed(session, Workstream, workstream_ids)


@command(N_("Order workstreams"))
def order_workstreams(session: Session, workstream_ids: Sequence[int]) -> None:
    reordered(session, Workstream, workstream_ids)


@command(N_("Add deliverable"))
def add_deliverable(session: Session, /, workstream_id: int, title: str, **values: Any) -> int:
    """Something that a workstream hands over."""
    found(session, Workstream, workstream_id)
    position = next_position(session, Deliverable, Deliverable.workstream_id, workstream_id)
    return added(session, Deliverable(workstream_id=workstream_id, title=title.strip(), position=position, **values))


@command(N_("Edit deliverable"))
def edit_deliverable(session: Session, /, deliverable_id: int, **values: Any) -> None:
    edited(session, Deliverable, deliverable_id, values)


@command(N_("Delete deliverables"))
def delete_deliverables(session: Session, deliverable_ids: Sequence[int]) -> None:
    removed(session, Deliverable, deliverable_ids)


@command(N_("Order deliverables"))
def order_deliverables(session: Session, deliverable_ids: Sequence[int]) -> None:
    reordered(session, Deliverable, deliverable_ids)


@command(N_("Hand over deliverables"))
def hand_in(session: Session, deliverable_ids: Sequence[int], on: date | None) -> None:
    """Deliverables are done on a day; without one they are open again."""
    session.execute(update(Deliverable).where(Deliverable.id.in_(deliverable_ids)).values(done_on=on))


@command(N_("Use workstream template"))
def use_template(session: Session, account_id: int, template: str, starts_on: date, words: Words) -> list[int]:
    """Workstreams as a template has them, from a day on, with the letters of the departments we have."""
    found(session, Account, account_id)
    homes = dict(_homes(session))
    return [_stream(session, account_id, stream, (starts_on, words, homes)) for stream in TEMPLATES[template].streams]


Setting = tuple[date, Words, dict[str, int | None]]


def _stream(session: Session, account_id: int, stream: Stream, setting: Setting) -> int:
    first, words, homes = setting
    begin, end = (first + timedelta(weeks=week) for week in stream.weeks)
    home = homes.get(stream.home)
    made = add_workstream.body(
        session, account_id, words(stream.title), department_id=home, starts_on=begin, ends_on=end
    )
    session.add_all(_letters(stream.letters, homes, workstream_id=made))
    for part in stream.parts:
        key = add_deliverable.body(session, made, words(part.title), due=first + timedelta(weeks=part.week))
        session.add_all(_letters(part.letters, homes, deliverable_id=key))
    return made


def _letters(said: str, homes: dict[str, int | None], **of: int) -> Iterator[Raci]:
    """The letters of departments that this company has; who is missing has none."""
    for kind, letter in letters_in(said).items():
        if kind in homes:
            yield Raci(letter=letter, department_id=homes[kind], **of)


def _homes(session: Session) -> Iterator[tuple[str, int | None]]:
    """Our departments by what they are usually called, and the client."""
    known = session.execute(select(Department.id, Department.code, Department.name).order_by(Department.position)).all()
    for kind, beginnings in DEPARTMENTS.items():
        for row in known:
            if fold(row.code).startswith(beginnings) or fold(row.name).startswith(beginnings):
                yield kind, row.id
                break
    yield CLIENT, None

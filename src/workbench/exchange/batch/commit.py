"""One file becomes one batch: everything is matched first, then stored in slices of one transaction."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Protocol

from sqlalchemy.orm import Session

from workbench.exchange.batch.accounts import Accounts
from workbench.exchange.batch.calendar import Actions, Meetings
from workbench.exchange.batch.contacts import Contacts
from workbench.exchange.batch.context import Context, Terms
from workbench.exchange.batch.directory import Directory
from workbench.exchange.batch.outcome import Outcome
from workbench.exchange.batch.staging import Staging
from workbench.exchange.batch.team import Team
from workbench.exchange.rows import KINDS, BadRow, Record

AT_ONCE = 500
Tick = Callable[[int, int], None]


class Taker(Protocol):
    """What stores the records of one kind."""

    def take(self, record: Record) -> None: ...


@contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage is looked for among a million new rows: it costs a third of the time and stalls the window."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_uncollected()
def store(session: Session, records: Iterable[Record], terms: Terms, tick: Tick) -> Outcome:
    """Store the records of one file; `tick` hears what is done of how much, and stops it by raising."""
    context = Context(terms, Staging(session), Directory(session), Outcome())
    by_kind: dict[str, list[Record]] = {kind: [] for kind in KINDS}
    for record in records:
        by_kind[record.kind].append(record)
    # an exception to a series comes after its series
    by_kind["meetings"].sort(key=lambda record: "occurrence_on" in record.values)
    accounts, team = Accounts(context), Team(context)
    contacts = Contacts(context, accounts)
    total = 2 * sum(map(len, by_kind.values()))
    team.prepare(by_kind["team"])
    accounts.prepare([record.values for record in by_kind["accounts"]])
    contacts.prepare(by_kind["contacts"])
    takers: list[tuple[str, Taker]] = [("team", team), ("accounts", accounts), ("contacts", contacts)]
    takers += [("meetings", Meetings(context, accounts)), ("actions", Actions(context, accounts))]
    done = 0
    for kind, taker in takers:
        for begin in range(0, len(by_kind[kind]), AT_ONCE):
            done += _take_all(taker, by_kind[kind][begin : begin + AT_ONCE], context.outcome)
            tick(done, total)
    accounts.settle_parents()
    team.settle_managers()
    _write(context.staging, done, total, tick)
    return context.outcome


def _take_all(taker: Taker, records: list[Record], outcome: Outcome) -> int:
    for record in records:
        try:
            taker.take(record)
        except BadRow as bad:
            outcome.refuse(record, bad)
    return len(records)


def _write(staging: Staging, done: int, total: int, tick: Tick) -> None:
    waiting = max(staging.waiting, 1)
    stored = 0

    def stored_some(rows: int) -> None:
        nonlocal stored
        stored += rows
        tick(done + (total - done) * stored // waiting, total)

    staging.write(stored_some)

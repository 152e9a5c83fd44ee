"""The list of accounts: what stands in its columns, its chips and its verbs."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from workbench.accounts import fields
from workbench.accounts.commands import add_account, assess_health
from workbench.accounts.model import Account, Health, Tier
from workbench.action_items.commands import add_for_accounts
from workbench.kernel.cells import Cell, Row, near_day
from workbench.kernel.clock import days_between
from workbench.kernel.settings import ROLE, of_portfolio
from workbench.kernel.words import N_
from workbench.portfolio.account_list import account_list, mine, names, out_of_rhythm, read_step, stuck
from workbench.portfolio.commands import add_key_account
from workbench.portfolio.roles import PRESETS
from workbench.portfolio.ui.account_bulk import BULK
from workbench.portfolio.ui.rooms import ACCOUNTS
from workbench.ui.desk import Desk
from workbench.ui.room import Chip, Inline, Room

RENEWAL_DAYS = 120
FRIDAY = 4


def account_room(desk: Desk) -> Room:
    """The room of the accounts, as it is on this day."""
    room = replace(ACCOUNTS, add=_add, looks=LOOKS, inline=INLINE, bulk=BULK, letters={"T": contact})
    return replace(room, listing=account_list(desk.clock.today()), chips=CHIPS, paper=_overview)


def _overview(_desk: Desk, _chosen: Sequence[int]) -> tuple[str, object]:
    """Where all accounts stand."""
    return "portfolio", None


def _add(desk: Desk, name: str) -> int:
    """An account as the role makes them: a light one, or one with everything a key account needs."""
    with desk.workspace.read() as session:
        preset = PRESETS[of_portfolio(session, ROLE)]
    if preset.makes_key_accounts:
        return desk.workspace.do(add_key_account, name, desk.clock.today(), desk.words)
    return desk.workspace.do(add_account, name)


def contact(desk: Desk, keys: list[int]) -> None:
    """Plan to speak to these accounts on the next working day."""
    today = desk.clock.today()
    due = today + timedelta(days=max(1, 7 - today.weekday()) if today.weekday() >= FRIDAY else 1)
    words = desk.words
    with desk.workspace.read() as session:
        titles = {key: words("Contact {name}", name=name) for key, name in names(session, keys).items()}
    desk.workspace.do(add_for_accounts, titles, due, today)
    text = words.many(
        "{n} action added for {day}.", "{n} actions added for {day}.", len(titles), day=desk.formats.weekday(due)
    )
    desk.done(text)


def _name(row: Row) -> Cell:
    is_key = row.values["tier"] is Tier.KEY
    said = row.formats.words("key account") if is_key else ""
    return Cell(row.values["name"] or "", "accent_text", "star" if is_key else "", said)


def _next_step(row: Row) -> Cell:
    words, step = row.formats.words, read_step(row.values["next_step"])
    if step is None:
        return Cell(words("none"), "warn", "triangle-alert", words("no next step"))
    if step.day is None:
        return Cell(step.title, "muted", "refresh-cw", words("repeats")) if step.is_series else Cell(step.title)
    near = near_day(row.formats, step.day, row.today)
    when = f"{near.text} {row.formats.time(step.start)}" if step.start else near.text
    text = words("{when} · {what}", when=when, what=step.title)
    tip = words("{when} · {what}", when=row.formats.long_day(step.day), what=step.title)
    if step.day < row.today:
        return Cell(text, "crit", "circle-alert", words("overdue"), tip)
    return Cell(text, tip=tip)


def _last_contact(row: Row) -> Cell:
    words, on, rhythm = row.formats.words, row.values["last_contact_on"], row.values["rhythm_days"]
    if on is None:
        missing = Cell(words("never"), "warn", "triangle-alert", words("no contact yet"))
        return missing if rhythm else Cell(words("never"))
    past = days_between(on, row.today)
    text = words("{n} d", n=past)
    tip = row.formats.long_day(on)
    if rhythm is None:
        return Cell(text, tip=tip)
    if past > rhythm:
        return Cell(text, "crit", "circle-alert", words("rhythm overdue"), tip)
    return Cell(text, "ok", "check", words("within the rhythm"), tip, is_behind=True)


def _rhythm(row: Row) -> Cell:
    days = row.values["rhythm_days"]
    return Cell(row.formats.plain(None) if days is None else row.formats.words("{n} d", n=days))


def _invoiced(row: Row) -> Cell:
    cents = row.values["invoiced"]
    return Cell(row.formats.money(cents, row.values["currency"] or "EUR"))


def _renewal(row: Row) -> Cell:
    on: date | None = row.values["renewal_on"]
    plain = near_day(row.formats, on, row.today)
    if on is None or not 0 <= days_between(row.today, on) <= RENEWAL_DAYS:
        return plain
    words = row.formats.words
    left = words.many("in {n} day", "in {n} days", days_between(row.today, on))
    tip = words("{when} · {what}", when=row.formats.long_day(on), what=left)
    return Cell(plain.text, "warn", "triangle-alert", words("renewal soon"), tip)


def _key(_today: date) -> Sequence[Any]:
    return [Account.tier == Tier.KEY]


def _renewing(today: date) -> Sequence[Any]:
    return [Account.renewal_on >= today, Account.renewal_on < today + timedelta(days=RENEWAL_DAYS)]


def _judge(desk: Desk, key: int, health: Health, why: str) -> None:
    desk.workspace.do(assess_health, key, health, why or None, desk.clock.today())
    desk.done(desk.words("Health: {health}", health=desk.words(health.label).lower()))


INLINE = {
    "tier": Inline(fields.TIER),
    "health": Inline(fields.HEALTH, N_("Why? One line."), (Health.GOOD, Health.ATTENTION, Health.AT_RISK), _judge),
    "rhythm_days": Inline(fields.RHYTHM),
    "renewal_on": Inline(fields.RENEWAL),
}
CHIPS = (
    Chip(N_("Mine"), mine, is_counted=False),
    Chip(N_("Key"), _key, is_counted=False),
    Chip(N_("No next step"), stuck),
    Chip(N_("Renewal <120 d"), _renewing),
    Chip(N_("Rhythm overdue"), out_of_rhythm),
)
LOOKS = {
    "name": _name,
    "next_step": _next_step,
    "last_contact_on": _last_contact,
    "rhythm_days": _rhythm,
    "invoiced": _invoiced,
    "renewal_on": _renewal,
}

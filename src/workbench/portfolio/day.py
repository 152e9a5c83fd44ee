"""What today asks for: the agenda, what to do, and what needs attention. Pure rules over what was read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from workbench.accounts.model import Lifecycle
from workbench.action_items.cards import ActionCard
from workbench.action_items.model import Direction, Priority, State
from workbench.kernel.clock import days_between

RENEWAL_DAYS = 300
MOST_ROWS = 3
RENEWAL_SOON = 120  # days
MET_LATELY = 30  # days; after that what counts is how long it is quiet
CHASE_DAYS = 7


@dataclass(frozen=True)
class AgendaItem:
    """A meeting of the day. `promises` counts what is late with its account; `is_next` marks the one to come."""

    id: int
    title: str
    account: str | None
    start: time | None
    minutes: int | None
    place: str | None
    has_purpose: bool
    promises: int
    is_next: bool = False
    account_id: int | None = None


@dataclass(frozen=True)
class Do:
    """What to do, by urgency."""

    overdue: tuple[ActionCard, ...]
    today: tuple[ActionCard, ...]
    waiting: tuple[ActionCard, ...]
    soon: tuple[ActionCard, ...]


@dataclass(frozen=True)
class Watched:
    """What the attention rules look at: an account with its last contact, rhythm, renewal and next step.

    `met_on` is the last meeting that was held; it is looked for where there is no next step.
    """

    id: int
    name: str
    lifecycle: Lifecycle
    last_contact_on: date | None
    rhythm_days: int | None
    renewal_on: date | None
    has_next_step: bool
    met_on: date | None = None


def sorted_out(cards: Iterable[ActionCard], today: date) -> Do:
    """The open actions by urgency; one that waits for others is chased when its day has come, not done."""
    cards = list(cards)
    mine = [card for card in cards if card.state is not State.WAITING]
    waiting = [card for card in cards if _is_to_chase(card, today)]
    week = today + timedelta(days=7)
    return Do(
        overdue=_high_first(card for card in mine if card.due and card.due < today),
        today=_high_first(card for card in mine if _is_for(card, today)),
        waiting=tuple(sorted(waiting, key=lambda card: (card.due or date.max, card.waiting_since or date.max))),
        soon=tuple(card for card in cards if card.due and today < card.due <= week and not _is_for(card, today)),
    )


def _high_first(cards: Iterable[ActionCard]) -> tuple[ActionCard, ...]:
    """What matters most on top; otherwise as it came, by its day."""
    return tuple(sorted(cards, key=lambda card: card.priority is not Priority.HIGH))


def chase_on(card: ActionCard) -> date | None:
    """The day on which to ask again: the one that was promised, else a week after it was asked for."""
    if card.due or card.waiting_since is None:
        return card.due
    return card.waiting_since + timedelta(days=CHASE_DAYS)


def raised_at(card: ActionCard, agenda: Sequence[AgendaItem]) -> AgendaItem | None:
    """The day's first meeting where a promise can be raised: one with its account, and nothing internal."""
    if card.state is State.WAITING or card.account_id is None or card.direction is Direction.INTERNAL:
        return None
    return next((item for item in agenda if item.account_id == card.account_id and item.start), None)


def without_next_step(watched: Iterable[Watched]) -> list[Watched]:
    """Active accounts with nothing planned and nothing to do, silent the longest first."""
    found = [account for account in watched if account.lifecycle is Lifecycle.ACTIVE and not account.has_next_step]
    return sorted(found, key=lambda account: account.last_contact_on or date.min)[:MOST_ROWS]


def out_of_rhythm(watched: Iterable[Watched], today: date) -> list[Watched]:
    """Accounts nobody has spoken to for longer than agreed, the latest first."""
    found = [account for account in watched if (days_late(account, today) or 0) > 0]
    return sorted(found, key=lambda account: -(days_late(account, today) or 0))[:MOST_ROWS]


def renewing(watched: Iterable[Watched], today: date) -> list[Watched]:
    """Accounts whose contract is renewed soon, the nearest first."""
    last = today + timedelta(days=RENEWAL_DAYS)
    found = [account for account in watched if account.renewal_on and today <= account.renewal_on <= last]
    return sorted(found, key=lambda account: account.renewal_on or date.max)[:MOST_ROWS]


def days_late(account: Watched, today: date) -> int | None:
    """By how many days the agreed rhythm is missed; None where none is agreed or nobody ever spoke."""
    if account.rhythm_days is None or account.last_contact_on is None:
        return None
    return days_between(account.last_contact_on, today) - account.rhythm_days


def _is_to_chase(card: ActionCard, today: date) -> bool:
    day = chase_on(card)
    # one that says neither when it was asked for nor when it is due would otherwise never be seen again
    return card.state is State.WAITING and (day is None or day <= today)


def _is_for(card: ActionCard, today: date) -> bool:
    if card.state is State.WAITING:
        return False
    begun = card.start is not None and card.start <= today and (card.due is None or card.due >= today)
    return card.due == today or begun

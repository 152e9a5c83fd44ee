"""What to do on a day in groups: by urgency, by account, or by the meetings of the day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.action_items.cards import ActionCard
from workbench.kernel.words import N_
from workbench.portfolio.day import raised_at
from workbench.portfolio.queries import Day
from workbench.portfolio.ui.todo_model import Heading
from workbench.ui.desk import Desk

BY_URGENCY, BY_ACCOUNT, BY_MEETING = "urgency", "account", "meeting"
WAYS = {BY_URGENCY: N_("By urgency"), BY_ACCOUNT: N_("By account"), BY_MEETING: N_("By meeting")}
Group = tuple[Heading, Sequence[ActionCard]]


@dataclass(frozen=True)
class Shown:
    """What of a day is shown: whether it is one that is being prepared, and whether the week is listed too."""

    day: Day
    is_ahead: bool
    has_week: bool

    @property
    def cards(self) -> tuple[ActionCard, ...]:
        do = self.day.do
        return (*do.overdue, *do.today, *do.waiting, *(do.soon if self.has_week else ()))


def groups(desk: Desk, shown: Shown, way: str) -> list[Group]:
    """The groups in their order; an empty one is left out."""
    found = {BY_ACCOUNT: _by_account, BY_MEETING: _by_meeting}.get(way, _by_urgency)(desk, shown)
    return [(Heading(label, len(cards), token), cards) for label, cards, token in found if cards]


def _by_urgency(desk: Desk, shown: Shown) -> Iterator[tuple[str, Sequence[ActionCard], str]]:
    words, do = desk.words, shown.day.do
    yield words("Overdue"), do.overdue, "crit"
    yield words("On that day") if shown.is_ahead else words("Today"), do.today, "text"
    yield words("Waiting for others – chase"), do.waiting, "text"
    if shown.has_week:
        yield words("This week"), do.soon, "text"


def _by_account(desk: Desk, shown: Shown) -> Iterator[tuple[str, Sequence[ActionCard], str]]:
    of: dict[str | None, list[ActionCard]] = {}
    for card in shown.cards:
        of.setdefault(card.account, []).append(card)
    for name in sorted(of, key=lambda name: (name is None, name or "")):
        yield name or desk.words("No account"), of[name], "text"


def _by_meeting(desk: Desk, shown: Shown) -> Iterator[tuple[str, Sequence[ActionCard], str]]:
    of: dict[int | None, list[ActionCard]] = {}
    for card in shown.cards:
        item = raised_at(card, shown.day.agenda)
        of.setdefault(item.id if item else None, []).append(card)
    for item in shown.day.agenda:
        time = desk.formats.time(item.start) if item.start else ""
        yield f"{time}  {item.title}".strip(), of.get(item.id, ()), "text"
    yield desk.words("Not for a meeting of the day"), of.get(None, ()), "text"

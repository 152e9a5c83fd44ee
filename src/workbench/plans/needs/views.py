"""What a skill gap does to an objective."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.kernel.formats import Formats
from workbench.kernel.words import N_
from workbench.team.growing.gaps import Bench


@dataclass(frozen=True)
class Shortfall:
    """Somebody of the account team who must master the skill and does not yet."""

    member_id: int
    name: str
    current: int
    required: int


@dataclass(frozen=True)
class Need:
    """A skill that an objective needs, and who of the account team has it; money in hundredths.

    `short` are those below what is required of them, the nearest first; `hours` and `cost` of what is planned for them.
    """

    id: int
    number: int
    objective: str
    account_id: int
    account: str
    skill_id: int
    skill: str
    bench: Bench
    short: tuple[Shortfall, ...] = ()
    invoiced: int | None = None
    currency: str = "EUR"
    hours: float = 0
    cost: int = 0

    @property
    def is_endangered(self) -> bool:
        """Whether nobody of the account team is at the required level."""
        return not self.bench.ready


def warning(need: Need, formats: Formats) -> str:
    """“Nobody is ready; the nearest is Marta Ibáñez with 2 of 4.”"""
    words = formats.words
    if not need.is_endangered:
        return words("{ready} of {needed} ready", ready=need.bench.ready, needed=need.bench.needed)
    if not need.short:
        return words("No level is required of anybody in the account team yet.")
    first = need.short[0]
    return words(
        "Nobody is ready; the nearest is {name} with {current} of {required}.",
        name=first.name,
        current=first.current,
        required=first.required,
    )


def request(need: Need, formats: Formats) -> Iterator[str]:
    """Why a training is asked for, with the client's money in it, a sentence each."""
    words = formats.words
    asked = N_("Training in {skill} is needed for objective O{number} of {account}: {objective}.")
    yield words(asked, skill=need.skill, number=need.number, account=need.account, objective=need.objective.rstrip("."))
    yield warning(need, formats)
    if need.invoiced:
        money = formats.money(need.invoiced, need.currency)
        yield words("{account} is invoiced {money} this year.", account=need.account, money=money)
    if need.hours or need.cost:
        hours, cost = formats.number(need.hours), formats.money(need.cost)
        yield words("Planned so far: {hours} h and {cost}.", hours=hours, cost=cost)

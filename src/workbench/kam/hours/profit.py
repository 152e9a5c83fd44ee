"""What is left of an account's revenue, step by step: direct costs, cost to serve, contribution (ME25)."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.business.model import CostKind
from workbench.kernel.choice import Choice
from workbench.kernel.words import N_

Records = tuple[tuple[str, int], ...]


class Part(Choice):
    """A step from the revenue to the contribution."""

    REVENUE = "revenue", N_("Net revenue")
    GOODS = "goods", N_("Cost of goods")
    REBATES = "rebates", N_("Rebates")
    PROMOTIONS = "promotions", N_("Promotions")
    MARGIN = "margin", N_("Margin")
    LOGISTICS = "logistics", N_("Logistics")
    PAYMENT = "payment", N_("Payment terms")
    TIME = "time", N_("The team's time")
    CONTRIBUTION = "contribution", N_("Contribution")


SUMS = (Part.REVENUE, Part.MARGIN, Part.CONTRIBUTION)
COSTS = {
    Part.GOODS: CostKind.GOODS,
    Part.REBATES: CostKind.REBATES,
    Part.PROMOTIONS: CostKind.PROMOTIONS,
    Part.LOGISTICS: CostKind.LOGISTICS,
    Part.PAYMENT: CostKind.PAYMENT,
}
TO_SERVE = (Part.LOGISTICS, Part.PAYMENT, Part.TIME)


@dataclass(frozen=True)
class Booked:
    """An amount of a period in cents, and the records it was added up from."""

    amount: int
    records: Records = ()


@dataclass(frozen=True)
class Step:
    """A bar from `start` to `end`, in cents; `amount` is what it adds or takes away, None where nothing is known."""

    part: Part
    amount: int | None
    start: int
    end: int
    records: Records = ()


@dataclass(frozen=True)
class Profit:
    """The steps of a period; empty where no revenue is known."""

    steps: tuple[Step, ...] = ()

    def of(self, part: Part) -> int:
        """What a step amounts to, in cents; 0 where nothing is known."""
        return next((step.amount or 0 for step in self.steps if step.part is part), 0)

    @property
    def cost_to_serve(self) -> int:
        """What it takes to serve the account: logistics, payment terms and the team's time, in cents."""
        return -sum(self.of(part) for part in TO_SERVE)

    def share(self, amount: int) -> float | None:
        """A part of the revenue, None without any."""
        revenue = self.of(Part.REVENUE)
        return amount / revenue if revenue else None


def profit(revenue: Booked | None, costs: Mapping[CostKind, Booked], time: Booked) -> Profit:
    """Take every known cost off the revenue; what is not known takes nothing and says so."""
    if revenue is None:
        return Profit()
    taken = {part: costs[kind] for part, kind in COSTS.items() if kind in costs} | {Part.TIME: time}
    steps, left = [Step(Part.REVENUE, revenue.amount, 0, revenue.amount, revenue.records)], revenue.amount
    for part in list(Part)[1:]:
        known = taken.get(part)
        if part in SUMS:
            steps.append(Step(part, left, 0, left))
        elif known is None:
            steps.append(Step(part, None, left, left))
        else:
            steps.append(Step(part, -known.amount, left, left - known.amount, known.records))
            left -= known.amount
    return Profit(tuple(steps))

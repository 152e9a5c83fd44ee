"""How many accounts a person looks after, against the limits of the role, and how heavy they are (ME3)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from workbench.accounts.model import Tier
from workbench.kernel.settings import Setting
from workbench.kernel.words import N_

TIER_WEIGHTS: Mapping[Tier, float] = {Tier.KEY: 8, Tier.A: 4, Tier.B: 2, Tier.C: 1, Tier.PROSPECT: 1}
AM_LEAST = Setting("load_am_least", 10, N_("An account manager, at least"))
AM_MOST = Setting("load_am_most", 25, N_("An account manager, at most"))
KAM_LEAST = Setting("load_kam_least", 1, N_("A key account manager, at least"))
KAM_MOST = Setting("load_kam_most", 2, N_("A key account manager, at most"))
LIMITS = (AM_LEAST, AM_MOST, KAM_LEAST, KAM_MOST)


class Fill(Enum):
    """Whether somebody has too few accounts, too many, or enough."""

    UNDER = auto()
    WITHIN = auto()
    OVER = auto()


@dataclass(frozen=True)
class Limits:
    """How many accounts each role carries."""

    am: tuple[int, int] = (10, 25)
    kam: tuple[int, int] = (1, 2)


@dataclass(frozen=True)
class Owned:
    """An account and who looks after it."""

    account_id: int
    owner_id: int | None
    tier: Tier


@dataclass(frozen=True)
class Load:
    """One person's accounts by class; `is_kam`: nothing but key accounts, with the limits of that role."""

    member_id: int | None
    name: str
    accounts: Mapping[Tier, tuple[int, ...]]
    is_kam: bool
    band: tuple[int, int]

    @property
    def id(self) -> int:
        return self.member_id or 0

    @property
    def count(self) -> int:
        return sum(len(keys) for keys in self.accounts.values())

    @property
    def weight(self) -> float:
        """Σ weight of the classes."""
        return sum(TIER_WEIGHTS[tier] * len(keys) for tier, keys in self.accounts.items())

    @property
    def capacity(self) -> float:
        """What the most accounts of the role would weigh: growth accounts for one role, key accounts for the other."""
        return self.band[1] * TIER_WEIGHTS[Tier.KEY if self.is_kam else Tier.B]

    @property
    def fill(self) -> Fill:
        least, most = self.band
        if self.count > most or self.weight > self.capacity:
            return Fill.OVER
        return Fill.UNDER if self.count < least else Fill.WITHIN


def loads(
    owned: Iterable[Owned], names: Mapping[int, str], limits: Limits, key_managers: Iterable[int] = ()
) -> list[Load]:
    """The load of everybody with an account; who leads key accounts only is a KAM, and so are `key_managers`."""
    by_owner: dict[int | None, dict[Tier, list[int]]] = {}
    for one in owned:
        by_owner.setdefault(one.owner_id, {}).setdefault(one.tier, []).append(one.account_id)
    kams, found = set(key_managers), []
    for owner, tiers in by_owner.items():
        is_kam = owner in kams or set(tiers) == {Tier.KEY}
        accounts = {tier: tuple(tiers[tier]) for tier in Tier if tier in tiers}
        name = names.get(owner, "") if owner is not None else ""
        found.append(Load(owner, name, accounts, is_kam, limits.kam if is_kam else limits.am))
    return sorted(found, key=lambda load: (load.member_id is None, load.name.casefold()))

"""The key-account selection score: weighted ratings, bands, and who becomes a key account (ME1). Pure rules."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import floor

from workbench.accounts.model import Tier
from workbench.portfolio.model import RATINGS, Axis, Ground, Scheme

BEST = RATINGS[-1]
HUNDRED = 100
ENOUGH = 0.6  # of the weights must have data, or the score is no more than a hint
MARGIN = 5  # points a score goes beyond its band before the class changes (hysteresis)
BANDS = ((75, Tier.KEY), (60, Tier.A), (40, Tier.B), (0, Tier.C))
KEY_LINE = BANDS[0][0]
Weights = Mapping[int, float]


@dataclass(frozen=True)
class Criterion:
    """A criterion as the scores see it; `anchors` say what 0, 1, … 5 mean, as far as somebody wrote it down."""

    id: int
    name: str
    scheme: Scheme
    ground: Ground | None
    weight: float
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Given:
    """What an account was given for a criterion, when, by whom and on what evidence."""

    id: int
    year: int
    value: int
    rival: int | None = None
    evidence: str | None = None
    rated_on: date | None = None
    rater: str | None = None


@dataclass(frozen=True)
class Candidate:
    """An account that is compared, with its newest ratings by criterion, and those it had a year before.

    `revenue` is what was invoiced in the last four full quarters, `revenue_before` in the four before, in cents;
    `potential` is what it could be in a year. `aims` say where it is meant to stand, from 0 to 100.
    """

    id: int
    name: str
    tier: Tier
    tier_reason: str | None = None
    revenue: int = 0
    revenue_before: int = 0
    currency: str = "EUR"
    given: Mapping[int, Given] = field(default_factory=dict)
    before: Mapping[int, Given] = field(default_factory=dict)
    potential: int | None = None
    aims: Mapping[Axis, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Part:
    """What one criterion adds to a score: `share` is its part of the weights that had data, `points` of 100."""

    criterion_id: int
    share: float
    rating: float
    points: float


@dataclass(frozen=True)
class Score:
    """0 to 100, None without any data. `coverage` is the share of the weights that had data."""

    value: float | None
    coverage: float
    parts: tuple[Part, ...] = ()

    @property
    def points(self) -> int | None:
        """The score as it is shown, and as the bands see it: a whole number."""
        return None if self.value is None else floor(self.value + 0.5)

    @property
    def is_enough(self) -> bool:
        return self.value is not None and self.coverage >= ENOUGH


def weighted(weights: Weights, ratings: Mapping[int, float], best: float = BEST) -> Score:
    """Σ weight × rating / best, over what was rated; weights that do not add up to 100 count by their share."""
    whole = sum(max(weight, 0) for weight in weights.values())
    known = {key: weight for key, weight in weights.items() if weight > 0 and key in ratings}
    there = sum(known.values())
    if not there:
        return Score(None, 0.0)
    parts = tuple(
        Part(key, weight / there, ratings[key], HUNDRED * weight / there * ratings[key] / best)
        for key, weight in known.items()
    )
    return Score(sum(part.points for part in parts), there / whole, parts)


def weights_of(criteria: Iterable[Criterion], scheme: Scheme) -> dict[int, float]:
    """The weights of one scheme by criterion."""
    return {one.id: one.weight for one in criteria if one.scheme is scheme}


def to_hundred(weights: Weights) -> dict[int, float]:
    """The same proportions in whole numbers that add up to 100; what has no weight gets none."""
    whole = sum(weights.values())
    if whole <= 0:
        return dict(weights)
    exact = {key: HUNDRED * weight / whole for key, weight in weights.items()}
    made = {key: floor(share) for key, share in exact.items()}
    # the largest remainders take what the rounding left over
    for key in sorted(exact, key=lambda key: made[key] - exact[key])[: HUNDRED - sum(made.values())]:
        made[key] += 1
    return {key: float(weight) for key, weight in made.items()}


def band(points: int) -> Tier:
    """The class of a score."""
    return next(tier for least, tier in BANDS if points >= least)


def proposed(score: Score, assigned: Tier, shut: Sequence[str] = ()) -> Tier | None:
    """The class that a score proposes, None where too little is known.

    An account keeps its class until the score is five points beyond its band; behind a shut gate nobody becomes more
    than a standard account, whatever the score.
    """
    points = score.points
    if points is None or not score.is_enough:
        return None
    if shut:
        return Tier.C
    least, most = _band_of(assigned)
    return assigned if least - MARGIN <= points < most + MARGIN else band(points)


def _band_of(tier: Tier) -> tuple[int, int]:
    above = HUNDRED + 1
    for least, one in BANDS:
        if one is tier:
            return least, above
        above = least
    # a prospect has no band of its own
    return HUNDRED * 2, -HUNDRED


@dataclass(frozen=True)
class Ranked:
    """One account in the ranking; `shut` names the gates it does not pass, `before` is its score of a year ago."""

    candidate: Candidate
    score: Score
    before: Score
    proposed: Tier | None
    shut: tuple[str, ...] = ()
    place: int = 0

    @property
    def id(self) -> int:
        return self.candidate.id

    @property
    def is_key(self) -> bool:
        """Whether the score puts it on the key list."""
        return self.proposed is Tier.KEY

    @property
    def differs(self) -> bool:
        """Whether it was assigned another class than the score proposes; a prospect has no class yet."""
        return self.proposed not in {None, self.candidate.tier} and self.candidate.tier is not Tier.PROSPECT

    def of_ground(self, criteria: Sequence[Criterion]) -> dict[Ground | None, float]:
        """The points of each ground, in the order of the grounds; they add up to the score."""
        ground = {one.id: one.ground for one in criteria}
        sums: dict[Ground | None, float] = dict.fromkeys((*Ground, None), 0.0)
        for part in self.score.parts:
            sums[ground.get(part.criterion_id)] += part.points
        return {one: points for one, points in sums.items() if points > 0}


def ranking(
    criteria: Sequence[Criterion], candidates: Iterable[Candidate], weights: Weights | None = None
) -> tuple[Ranked, ...]:
    """Accounts by their score, the highest first; `weights` are tried instead of those that are stored."""
    weighed = weights_of(criteria, Scheme.SELECTION) if weights is None else weights
    gates = [one for one in criteria if one.scheme is Scheme.GATE]
    found = [_ranked(candidate, weighed, gates) for candidate in candidates]
    # what is hardly known stands below what is
    found.sort(key=lambda one: (not one.score.is_enough, -(one.score.value or 0), one.candidate.name))
    return tuple(
        Ranked(one.candidate, one.score, one.before, one.proposed, one.shut, place)
        for place, one in enumerate(found, 1)
    )


def _ranked(candidate: Candidate, weights: Weights, gates: Sequence[Criterion]) -> Ranked:
    score = weighted(weights, ratings(candidate.given))
    shut = tuple(gate.name for gate in gates if gate.id in candidate.given and not candidate.given[gate.id].value)
    before = weighted(weights, ratings(candidate.before))
    return Ranked(candidate, score, before, proposed(score, candidate.tier, shut), shut)


def ratings(given: Mapping[int, Given]) -> dict[int, float]:
    """The bare ratings."""
    return {key: one.value for key, one in given.items()}


@dataclass(frozen=True)
class Crossing:
    """Who would come onto the key list with other weights, and who would leave it."""

    entering: tuple[Ranked, ...]
    leaving: tuple[Ranked, ...]


def crossing(now: Sequence[Ranked], tried: Sequence[Ranked]) -> Crossing:
    """Compare two rankings of the same accounts."""
    keys = {one.id for one in now if one.is_key}
    tried_keys = {one.id for one in tried if one.is_key}
    return Crossing(
        tuple(one for one in tried if one.id in tried_keys - keys),
        tuple(one for one in tried if one.id in keys - tried_keys),
    )

"""The health score of an account from dated records: six parts, coverage, trend, and the judgement over it (ME20)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from workbench.accounts.model import Health
from workbench.business.model import MOST_SATISFIED
from workbench.contacts.positions import Attitude, Influence
from workbench.portfolio.health_inputs import Act, Heard, Inputs
from workbench.portfolio.model import HealthPart, Light
from workbench.portfolio.scoring import HUNDRED, Score, weighted

WEIGHTS: Mapping[HealthPart, float] = {
    HealthPart.RELATIONSHIP: 20,
    HealthPart.FRESHNESS: 15,
    HealthPart.DELIVERY: 15,
    HealthPart.COMMERCIAL: 20,
    HealthPart.SATISFACTION: 15,
    HealthPart.EXECUTION: 15,
}
LIGHTS = ((70, Light.GREEN), (40, Light.AMBER), (0, Light.RED))
QUARTER, SLOWEST, YEAR = timedelta(90), 3, 4
HEARD = timedelta(365)  # an answer of the client counts for a year
ISSUE = 10  # points of delivery that an open issue costs
WORST_YEAR = 0.8  # of the target: less than that counts nothing
INFLUENCE = {Influence.LOW: 1, Influence.MEDIUM: 2, Influence.HIGH: 3, None: 1}
SUPPORT = {
    Attitude.CHAMPION: 2,
    Attitude.SUPPORTS: 1,
    Attitude.NEUTRAL: 0,
    Attitude.SCEPTICAL: -1,
    Attitude.OPPOSES: -2,
}
# the parts whose state on an earlier day can be told from the days of their records
DATED = (
    HealthPart.FRESHNESS,
    HealthPart.DELIVERY,
    HealthPart.COMMERCIAL,
    HealthPart.SATISFACTION,
    HealthPart.EXECUTION,
)
Found = tuple[float, tuple[tuple[str, int], ...]]


@dataclass(frozen=True)
class PartFound:
    """One part: 0 to 100, its weight, and the records it was counted from; None where there is nothing to count."""

    part: HealthPart
    weight: float
    value: float | None
    records: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Override:
    """A judgement in place of the score; it counts with a reason and until a day."""

    health: Health
    reason: str | None
    until: date | None
    is_in_force: bool


@dataclass(frozen=True)
class HealthScore:
    """The score with its parts; `trend` is the change of the dated parts in 90 days, None if it cannot be told."""

    score: Score
    parts: tuple[PartFound, ...]
    trend: float | None = None
    override: Override | None = None

    @property
    def light(self) -> Light | None:
        """Green, amber or red; what somebody judged stands in place of what was computed while it is in force."""
        if self.override and self.is_judged:
            return JUDGED[self.override.health]
        return light(self.score)

    @property
    def is_judged(self) -> bool:
        """Whether somebody's judgement counts, and not the score."""
        return bool(self.override and self.override.is_in_force)

    @property
    def weakest(self) -> PartFound | None:
        """The part that costs the score most points, of those that are not green; None where every part is."""
        weak = [part for part in self.parts if part.value is not None and part.weight and part.value < LIGHTS[0][0]]
        return max(weak, key=lambda part: part.weight * (HUNDRED - (part.value or 0)), default=None)


JUDGED = {Health.GOOD: Light.GREEN, Health.ATTENTION: Light.AMBER, Health.AT_RISK: Light.RED}


def light(score: Score) -> Light | None:
    """The light of a score; None where too little is known."""
    points = score.points
    if points is None or not score.is_enough:
        return None
    return next(one for least, one in LIGHTS if points >= least)


def health_score(inputs: Inputs, today: date, weights: Mapping[HealthPart, float] = WEIGHTS) -> HealthScore:
    """Count the health of an account on a day."""
    parts = parts_on(inputs, today, weights)
    return HealthScore(_mean(parts), parts, _trend(inputs, today, weights))


def overridden(health: Health, reason: str | None, until: date | None, today: date) -> Override | None:
    """What somebody judged, and whether it still counts: it needs a reason and a last day."""
    if health is Health.UNKNOWN:
        return None
    return Override(health, reason, until, bool(reason and until and until >= today))


def parts_on(inputs: Inputs, day: date, weights: Mapping[HealthPart, float]) -> tuple[PartFound, ...]:
    """The six parts as they were on a day."""
    ways: dict[HealthPart, Callable[[Inputs, date], Found | None]] = {
        HealthPart.RELATIONSHIP: _relationship,
        HealthPart.FRESHNESS: _freshness,
        HealthPart.DELIVERY: _delivery,
        HealthPart.COMMERCIAL: _commercial,
        HealthPart.SATISFACTION: _satisfaction,
        HealthPart.EXECUTION: _execution,
    }
    found = {part: ways[part](inputs, day) or (None, ()) for part in weights}
    return tuple(PartFound(part, weight, *found[part]) for part, weight in weights.items())


def _mean(parts: Sequence[PartFound]) -> Score:
    weights = {place: part.weight for place, part in enumerate(parts)}
    return weighted(weights, {n: part.value for n, part in enumerate(parts) if part.value is not None}, HUNDRED)


def _trend(inputs: Inputs, today: date, weights: Mapping[HealthPart, float]) -> float | None:
    before = today - QUARTER
    # what nobody wrote a day to cannot be told of an earlier day
    dated = Inputs(acts=inputs.acts, issues=inputs.issues, quarters=inputs.quarters, met=inputs.met,
                   heard=inputs.heard, rhythm_days=inputs.rhythm_days)  # fmt: skip
    now, then = parts_on(dated, today, weights), parts_on(dated, before, weights)
    both = [(a, b) for a, b in zip(now, then, strict=True) if a.value is not None and b.value is not None]
    if len(both) < len(DATED) // 2:
        return None
    at_now, at_then = _mean([a for a, _ in both]).value, _mean([b for _, b in both]).value
    return None if at_now is None or at_then is None else at_now - at_then


def _relationship(inputs: Inputs, _day: date) -> Found | None:
    """Half the share of seats whose holder somebody judged, half the support index (ME5) moved to 0–100.

    Where nobody drew the seats yet, the support of those who were judged is all there is.
    """
    sitting = [seat.judged for seat in inputs.seats if seat.judged] if inputs.seats else inputs.people
    judged = [one for one in sitting if one.attitude in SUPPORT]
    if not inputs.seats and not judged:
        return None
    influence = sum(INFLUENCE[one.influence] for one in judged)
    support = sum(INFLUENCE[one.influence] * SUPPORT[one.attitude] for one in judged)
    index = support / (2 * influence) if influence else 0.0
    value = HUNDRED * (index + 1) / 2
    if not inputs.seats:
        return value, tuple(("assessment", one.assessment_id) for one in judged)
    coverage = HUNDRED * len(judged) / len(inputs.seats)
    return (coverage + value) / 2, tuple(("seat", seat.seat_id) for seat in inputs.seats)


def _freshness(inputs: Inputs, day: date) -> Found | None:
    """100 until the contact is due, then straight down to 0 at three times the rhythm."""
    held = [(on, key) for key, on in inputs.met if on <= day]
    newest = max(held, default=None)
    days = [on for on in (inputs.last_contact, newest[0] if newest else None) if on and on <= day]
    if not days or not inputs.rhythm_days:
        return None
    silent = (day - max(days)).days / inputs.rhythm_days
    value = HUNDRED * min(1.0, max(0.0, (SLOWEST - silent) / (SLOWEST - 1)))
    return value, (("meeting", newest[1]),) if newest else ()


def _delivery(inputs: Inputs, day: date) -> Found | None:
    """The share of promises that are not late: the open ones and those done in 90 days; an open issue costs ten."""
    seen = [act for act in inputs.acts if act.is_promise and _is_about(act, day)]
    issues = [one for one in inputs.issues if one.on <= day and (one.resolved_on is None or one.resolved_on > day)]
    if not seen and not issues:
        return None
    kept = HUNDRED * sum(not act.is_late(day) for act in seen) / len(seen) if seen else float(HUNDRED)
    records = [("action_item", act.id) for act in seen] + [("log_entry", one.id) for one in issues]
    return max(0.0, kept - ISSUE * len(issues)), tuple(records)


def _is_about(act: Act, day: date) -> bool:
    is_made = act.made_on is None or act.made_on <= day
    is_recent = act.done_on is None or act.done_on > day - QUARTER
    return is_made and is_recent


def _execution(inputs: Inputs, day: date) -> Found | None:
    """The share of what was planned for the last 90 days, for an objective or among ourselves, that was on time."""
    seen = [act for act in inputs.acts if act.is_planned and day - QUARTER <= act.due < day]
    if not seen:
        return None
    kept = HUNDRED * sum(not act.is_late(day) for act in seen) / len(seen)
    return kept, tuple(("action_item", act.id) for act in seen)


def _commercial(inputs: Inputs, day: date) -> Found | None:
    """The last four full quarters against their targets: 100 at the target, 0 at four fifths of it."""
    ended = sorted((one for one in inputs.quarters if _ended(one.starts_on, day)), key=lambda one: one.starts_on)
    aimed = [one for one in ended[-YEAR:] if one.target]
    target = sum(one.target or 0 for one in aimed)
    if not target:
        return None
    share = sum(one.invoiced for one in aimed) / target
    value = HUNDRED * min(1.0, max(0.0, (share - WORST_YEAR) / (1 - WORST_YEAR)))
    return value, tuple(("revenue", one.id) for one in aimed)


def _satisfaction(inputs: Inputs, day: date) -> Found | None:
    """The mean of what they answered within a year, the newest answer of each person; 10 of 10 is 100."""
    newest: dict[tuple[str, int], Heard] = {}
    for one in sorted(inputs.heard, key=lambda one: (one.on, one.id)):
        if day - HEARD < one.on <= day:
            # what nobody signed is an answer of its own: the mean of a survey
            whose = ("answer", one.id) if one.person_id is None else ("person", one.person_id)
            newest[whose] = one
    if not newest:
        return None
    mean = sum(one.score for one in newest.values()) / len(newest)
    return HUNDRED * mean / MOST_SATISFIED, tuple(("satisfaction", one.id) for one in newest.values())


def _ended(starts_on: date, day: date) -> bool:
    months = starts_on.year * 12 + starts_on.month + 2
    return date(months // 12, months % 12 + 1, 1) <= day

"""The figures and chips in the head of an account's page, in the words of the reader."""

from datetime import date

from workbench.accounts.model import Health, Tier
from workbench.kernel.clock import days_between
from workbench.portfolio.day import RENEWAL_SOON
from workbench.portfolio.health_score import HealthScore
from workbench.portfolio.standing import Standing
from workbench.portfolio.ui.scores.health_parts import light_chip
from workbench.ui.desk import Desk
from workbench.ui.widgets.chips import LOOKS, Chip
from workbench.ui.widgets.figures import Figure


def chips(desk: Desk, standing: Standing, counted: HealthScore | None = None) -> tuple[Chip, ...]:
    """The tier, the health where somebody judged it, and the health that was counted."""
    words, card = desk.words, standing.card
    if card.tier is Tier.KEY:
        made = [Chip(words("Key account"), *LOOKS[card.tier])]
    else:
        made = [Chip(words("Tier {tier}", tier=words(card.tier.label)))]
    if card.health is not Health.UNKNOWN:
        made.append(_judged(desk, card.health, counted))
    if counted is not None and counted.score.is_enough:
        made.append(light_chip(desk, counted))
    return tuple(made)


def _judged(desk: Desk, health: Health, counted: HealthScore | None) -> Chip:
    """What somebody judged; a judgement whose last day is over counts no longer, and says so."""
    words, said = desk.words, desk.words(health.label).lower()
    override = counted.override if counted else None
    if override and override.until and not override.is_in_force:
        return Chip(words("Health: {health} – ran out", health=said), "neutral", "clock")
    return Chip(words("Health: {health}", health=said), *LOOKS[health])


def figures(desk: Desk, standing: Standing) -> tuple[Figure, ...]:
    """The five key figures."""
    today = desk.clock.today()
    return (
        _invoiced(desk, standing),
        _renewal(desk, standing.card.renewal_on, today),
        _meeting(desk, standing, today),
        _actions(desk, standing),
        _coverage(desk, standing, today),
    )


def _invoiced(desk: Desk, standing: Standing) -> Figure:
    words, sums = desk.words, standing.sums
    remark = words("with {n} accounts below", n=sums.accounts - 1) if sums.accounts > 1 else ""
    return Figure(
        words("Invoiced this year"), desk.formats.compact_money(sums.invoiced, standing.card.currency), remark
    )


def _renewal(desk: Desk, on: date | None, today: date) -> Figure:
    words = desk.words
    if on is None:
        return Figure(words("Renewal"), "–")
    left = days_between(today, on)
    ago = words.many("{n} day ago", "{n} days ago", -left)
    remark = words.many("in {n} day", "in {n} days", left) if left >= 0 else ago
    look = ("warn", "triangle-alert") if left <= RENEWAL_SOON else ("muted", None)
    return Figure(words("Renewal"), desk.formats.day(on), remark, *look)


def _meeting(desk: Desk, standing: Standing, today: date) -> Figure:
    words, following = desk.words, standing.next_meeting
    if following is None:
        return Figure(words("Next meeting"), "–", words("none planned"), "warn", "triangle-alert")
    days = days_between(today, following.day)
    remark = words("today") if days == 0 else words.many("in {n} day", "in {n} days", days)
    return Figure(words("Next meeting"), desk.formats.weekday(following.day), remark, "muted", "calendar")


def _actions(desk: Desk, standing: Standing) -> Figure:
    words, count = desk.words, standing.actions
    parts = [words("{n} overdue", n=count.overdue)] if count.overdue else []
    parts += [words("{n} blocked", n=count.blocked)] if count.blocked else []
    look = ("crit", "circle-alert") if count.overdue else ("muted", None)
    return Figure(words("Open actions"), desk.formats.number(count.open), " · ".join(parts), *look)


def _coverage(desk: Desk, standing: Standing, today: date) -> Figure:
    """How many seats we know the holder of; without seats, how many people we know."""
    words = desk.words
    if not standing.seats:
        return Figure(words("People"), str(standing.people), _last_contact(desk, standing.card.last_contact_on, today))
    value = words("{filled} of {seats}", filled=standing.filled, seats=standing.seats)
    vacant = standing.seats - standing.filled
    if not vacant:
        return Figure(words("Relationship coverage"), value, words("every seat has a name"), "ok", "circle-check")
    remark = words.many("{n} seat vacant", "{n} seats vacant", vacant)
    return Figure(words("Relationship coverage"), value, remark, "warn", "triangle-alert")


def _last_contact(desk: Desk, on: date | None, today: date) -> str:
    if on is None:
        return desk.words("never contacted")
    return desk.words.many("last contact {n} day ago", "last contact {n} days ago", days_between(on, today))

"""The attention rules: pure, each named after what it finds."""

from collections.abc import Iterable
from datetime import date, timedelta

from workbench.action_items.model import Direction, State
from workbench.kam.attention.alerts import Alert, AlertKind, Evidence, Remedy, Severity, Why
from workbench.kam.attention.facts import Awaited, Contacted, Load, Post, Promised
from workbench.kam.attention.thresholds import Limits
from workbench.kam.model import RequestState
from workbench.kam.requests import promises as kept
from workbench.kam.requests.clock import add_working_days
from workbench.kernel.clock import days_between

COMING = 7  # days: a contact that is planned so soon answers a silence
MUCH = 1.25  # of the hours there are: from here on a load is urgent
MISSING_FROM = {"seat": Why.VACANT, "person": Why.UNACCOMPANIED, "department": Why.UNMANNED}


def neglected(accounts: Iterable[Contacted], limits: Limits, today: date) -> list[Alert]:
    """Accounts that are silent beyond their rhythm and have no contact ahead of them; the longest silence first.

    Where no rhythm is agreed, nobody may be silent for longer than some days (ME27).
    """
    found = [_silence(account, limits, today) for account in accounts]
    return sorted(filter(None, found), key=lambda alert: -alert.evidence.n)


def slipping(promises: Iterable[Promised], limits: Limits) -> list[Alert]:
    """Open promises whose day was moved several times, or is much later than first promised; the latest first."""
    found = []
    for one in promises:
        is_moved = one.moves >= limits.moves
        if one.slip >= limits.slip_days or (is_moved and one.slip > 0):
            why, n = (Why.MOVED, one.moves) if is_moved else (Why.LATER, one.slip)
            evidence = Evidence(n=n, day=one.first_due)
            alert = Alert(AlertKind.SLIPPING, why, one.subject, Severity.WARNING, Remedy.AGREE, evidence)
            found.append((-one.slip, alert))
    return [alert for _, alert in sorted(found, key=_place)]


def uncovered(posts: Iterable[Post]) -> list[Alert]:
    """Seats without a holder, people of weight without one of us, departments with work and without a member."""
    return [
        Alert(
            AlertKind.UNCOVERED,
            MISSING_FROM[post.subject.table],
            post.subject,
            Severity.WARNING,
            Remedy.ASSIGN,
            Evidence(day=post.since),
        )
        for post in posts
        if not post.is_covered
    ]


def blocked(promises: Iterable[Promised], limits: Limits, today: date) -> list[Alert]:
    """Open promises that have stood still too long; who escalates one has as many days again. The longest first."""
    found = []
    for one in promises:
        if one.blocked_since is None:
            continue
        since = max(one.blocked_since, one.escalated_on or one.blocked_since)
        if days_between(since, today) > limits.blocked_days:
            n = days_between(one.blocked_since, today)
            urgent = one.due is not None and one.due < today
            severity = Severity.URGENT if urgent else Severity.WARNING
            evidence = Evidence(n=n, detail=one.blocked_reason)
            found.append(Alert(AlertKind.BLOCKED, Why.BLOCKED, one.subject, severity, Remedy.ESCALATE, evidence))
    return sorted(found, key=lambda alert: -alert.evidence.n)


def overloaded(loads: Iterable[Load], limits: Limits) -> list[Alert]:
    """Members whose work of this week is more than the hours they have for the account; the fullest first."""
    found = []
    for load in loads:
        if load.capacity > 0 and load.hours * 100 > load.capacity * limits.load_percent:
            severity = Severity.URGENT if load.hours >= load.capacity * MUCH else Severity.WARNING
            evidence = Evidence(hours=load.hours, capacity=load.capacity, detail=load.largest)
            alert = Alert(AlertKind.OVERLOADED, Why.OVER_CAPACITY, load.subject, severity, Remedy.HAND_OVER, evidence)
            found.append((-load.hours / load.capacity, alert))
    return [alert for _, alert in sorted(found, key=_place)]


def about_to_break(promises: Iterable[Promised], limits: Limits, today: date) -> list[Alert]:
    """Our promises that are due within some working days and that nobody works on, or nobody can; the next first.

    What is stuck and was escalated waits for whoever decides, as long as a blocked one may; what was promised today had
    no time to be begun.
    """
    found = []
    for one in promises:
        if one.due is None or one.due < today or one.direction is Direction.THEY_OWE:
            continue
        is_stuck = one.blocked_since is not None
        if is_stuck and one.escalated_on and days_between(one.escalated_on, today) <= limits.blocked_days:
            continue
        is_near = one.due <= add_working_days(today, round(limits.promise_days), one.calendar)
        is_idle = one.state is State.TODO and one.made_on != today
        if is_near and (is_idle or is_stuck):
            why, remedy = (Why.STUCK, Remedy.ESCALATE) if is_stuck else (Why.NOT_BEGUN, Remedy.ASK)
            severity = Severity.URGENT if one.due == today else Severity.WARNING
            evidence = Evidence(day=one.due, owner=one.owner)
            alert = Alert(AlertKind.PROMISE, why, one.subject, severity, remedy, evidence)
            found.append((one.due.toordinal(), alert))
    return [alert for _, alert in sorted(found, key=_place)]


def unanswered(requests: Iterable[Awaited], limits: Limits, today: date) -> list[Alert]:
    """Requests whose promised day is near or over without an answer, the next first; an escalated one waits."""
    found = []
    for one in requests:
        is_late = kept.is_late(one.request, today) and one.request.state is not RequestState.ESCALATED
        due = kept.due_on(one.request)
        if due is None or not (is_late or kept.about_to_break(one.request, today, round(limits.promise_days))):
            continue
        why, severity = (Why.OVERDUE, Severity.URGENT) if is_late else (Why.UNANSWERED, Severity.WARNING)
        evidence = Evidence(n=days_between(due, today), day=due, detail=one.department)
        found.append((due.toordinal(), Alert(AlertKind.PROMISE, why, one.subject, severity, Remedy.ASK, evidence)))
    return [alert for _, alert in sorted(found, key=_place)]


def _silence(account: Contacted, limits: Limits, today: date) -> Alert | None:
    """An account nobody ever spoke to is silent only where a rhythm was agreed: others wait for their first word."""
    rhythm, last, coming = account.rhythm_days, account.last_contact_on, account.next_contact_on
    if last is None or (coming is not None and today <= coming <= today + timedelta(COMING)):
        return None
    days = days_between(last, today)
    if days <= (rhythm * limits.rhythm_times if rhythm else limits.silent_days):
        return None
    why = Why.SILENT_BEYOND_RHYTHM if rhythm else Why.SILENT
    severity = Severity.URGENT if rhythm and days > 2 * rhythm * limits.rhythm_times else Severity.WARNING
    evidence = Evidence(n=days, day=last, rhythm=rhythm)
    return Alert(AlertKind.NEGLECTED, why, account.subject, severity, Remedy.CALL, evidence)


def _place(found: tuple[float, Alert]) -> float:
    return found[0]

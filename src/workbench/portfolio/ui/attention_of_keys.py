"""The right column of Today for a key account manager; it is imported for those only."""

from datetime import date

from workbench.kernel.clock import days_between
from workbench.kernel.words import N_
from workbench.portfolio.ui.attention import CardLines, Line, Ready, call, told
from workbench.portfolio.watch.views import Broken, Standstill, Steering, Watch
from workbench.ui.desk import Desk


def attention_of_key_accounts(desk: Desk, watch: Watch, today: date) -> list[CardLines]:
    """The cards of a key account manager: what is blocked, what is broken, and the steering committees to come."""
    return told(
        desk,
        (
            (N_("Blocked by department"), "octagon-x", [_blocked(desk, one) for one in watch.blocked]),
            (N_("Overdue promises"), "circle-alert", [_broken(desk, one, today) for one in watch.broken]),
            (N_("Next steering meeting"), "presentation", [_steering(desk, one, today) for one in watch.steering]),
        ),
    )


def _blocked(desk: Desk, one: Standstill) -> Line:
    longest = desk.words.many("{n} day", "{n} days", one.days)
    why = desk.words.many("{n} blocked, for {days}", "{n} blocked, up to {days}", one.count, days=longest)
    alert = (one.account_id, "action_item", one.action_id, "alerts")
    ready = Ready("send", desk.words("Escalate or unblock: {name}", name=one.department), "account", alert)
    return Line(one.action_id, one.department, why, "crit", "actions", one.action_id, ready)


def _broken(desk: Desk, one: Broken, today: date) -> Line:
    late = desk.words.many("{n} day late", "{n} days late", days_between(one.due, today))
    why = desk.words("{account} · {late}", account=one.account, late=late)
    return Line(one.action_id, one.title, why, "crit", "actions", one.action_id, call(desk, one.account))


def _steering(desk: Desk, one: Steering, today: date) -> Line:
    words = desk.words
    if one.day is None or one.meeting_id is None:
        return Line(
            one.account_id, one.account, words("none planned"), "warn", "account", one.account_id,
            call(desk, one.account),
        )  # fmt: skip
    when, n = desk.formats.weekday(one.day), days_between(today, one.day)
    left = words("today") if n == 0 else words.many("in {n} day", "in {n} days", n)
    why = words("{day} · {left}", day=when, left=left)
    if not one.has_agenda:
        why = words("{when}, no agenda yet", when=why)
    brief = Ready("file-text", words("Open the brief: {name}", name=one.title), "print", ("brief", one.meeting_id))
    return Line(
        one.meeting_id, one.account, why, "muted" if one.has_agenda else "warn", "meeting", one.meeting_id, brief
    )

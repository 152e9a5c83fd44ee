"""What today asks for, by rules over what was read."""

from datetime import date, timedelta

from workbench.accounts.model import Lifecycle
from workbench.portfolio.day import Watched, days_late, out_of_rhythm, renewing, without_next_step

TODAY = date(2026, 3, 10)


def account(name: str, **values: object) -> Watched:
    given = {
        "lifecycle": Lifecycle.ACTIVE,
        "last_contact_on": None,
        "rhythm_days": None,
        "renewal_on": None,
        "has_next_step": True,
    }
    return Watched(len(name), name, **{**given, **values})  # type: ignore[arg-type]


def test_the_longest_silent_account_without_a_next_step_comes_first() -> None:
    watched = [
        account("busy"),
        account("silent", has_next_step=False, last_contact_on=TODAY - timedelta(47)),
        account("met", has_next_step=False, last_contact_on=TODAY - timedelta(14)),
        account("gone", has_next_step=False, lifecycle=Lifecycle.CLOSED),
    ]
    assert [found.name for found in without_next_step(watched)] == ["silent", "met"]


def test_a_missed_rhythm_counts_from_the_day_it_was_due() -> None:
    late = account("late", rhythm_days=30, last_contact_on=TODAY - timedelta(47))
    assert days_late(late, TODAY) == 17
    on_time = account("on time", rhythm_days=30, last_contact_on=TODAY - timedelta(30))
    assert out_of_rhythm([on_time, late], TODAY) == [late]


def test_renewals_are_named_by_the_nearest() -> None:
    watched = [
        account("later", renewal_on=TODAY + timedelta(200)),
        account("soon", renewal_on=TODAY + timedelta(20)),
        account("past", renewal_on=TODAY - timedelta(1)),
        account("far", renewal_on=TODAY + timedelta(301)),
    ]
    assert [found.name for found in renewing(watched, TODAY)] == ["soon", "later"]

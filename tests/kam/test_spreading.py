"""Hours of an action laid on weeks, counted by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.kam.load.spreading import Work, hours_in, monday
from workbench.team.regions import WEEKENDS_ONLY, calendar_of

TUESDAY = date(2026, 3, 10)
WEEK_11, WEEK_12, WEEK_13 = date(2026, 3, 9), date(2026, 3, 16), date(2026, 3, 23)
MADRID = calendar_of("ES-MD")
NEAR = st.dates(date(2025, 12, 1), date(2026, 7, 1))


def test_hours_lie_evenly_on_the_working_days() -> None:
    # Wednesday to Monday are three days of one week and one of the next
    report = Work(4, date(2026, 3, 11), date(2026, 3, 16))
    assert [hours_in(report, week, TUESDAY) for week in (WEEK_11, WEEK_12, WEEK_13)] == [3, 1, 0]


def test_nothing_lies_on_a_public_holiday() -> None:
    # Holy Week: Monday to Wednesday are worked in Madrid, and Monday of the week after
    offer = Work(10, date(2026, 3, 30), date(2026, 4, 6))
    weeks = [date(2026, 3, 30), date(2026, 4, 6)]
    assert [hours_in(offer, week, TUESDAY, MADRID) for week in weeks] == [7.5, 2.5]
    assert [hours_in(offer, week, TUESDAY) for week in weeks] == [10 / 6 * 5, 10 / 6]
    # what is due on a holiday alone is there all the same
    assert hours_in(Work(3, None, date(2026, 4, 3)), weeks[0], TUESDAY, MADRID) == 3


def test_without_a_start_all_of_it_lies_in_the_week_it_is_due() -> None:
    assert [hours_in(Work(8, None, date(2026, 3, 20)), week, TUESDAY) for week in (WEEK_11, WEEK_12)] == [0, 8]


def test_what_is_late_lies_in_this_week() -> None:
    late = Work(8, date(2026, 2, 20), date(2026, 3, 5))
    assert [hours_in(late, week, TUESDAY) for week in (date(2026, 3, 2), WEEK_11)] == [0, 8]
    # also when this week is nearly over
    assert hours_in(late, WEEK_11, date(2026, 3, 15)) == 8


def test_a_start_after_the_due_day_does_not_count() -> None:
    turned = Work(6, date(2026, 3, 25), date(2026, 3, 18))
    assert turned.is_turned
    assert [hours_in(turned, week, TUESDAY) for week in (WEEK_11, WEEK_12, WEEK_13)] == [0, 6, 0]


def test_a_weekend_between_start_and_due_keeps_the_hours() -> None:
    assert hours_in(Work(2, date(2026, 3, 14), date(2026, 3, 15)), WEEK_11, TUESDAY) == 2


def test_without_a_due_day_the_start_counts_and_without_both_nothing() -> None:
    assert hours_in(Work(5, date(2026, 3, 24)), WEEK_13, TUESDAY) == 5
    assert hours_in(Work(5, date(2026, 1, 7)), WEEK_11, TUESDAY) == 5
    assert hours_in(Work(5), WEEK_11, TUESDAY) == 0


@pytest.mark.parametrize("hours", [0, -4])
def test_no_hours_are_none(hours: float) -> None:
    assert hours_in(Work(hours, None, TUESDAY), WEEK_11, TUESDAY) == 0


def test_working_days_to_the_ends_of_the_calendar() -> None:
    assert WEEKENDS_ONLY.working_days(WEEK_11, date(2026, 3, 15)) == 5
    assert WEEKENDS_ONLY.working_days(date(2026, 3, 14), date(2026, 3, 15)) == 0
    assert (
        WEEKENDS_ONLY.working_days(date.min, date.max) == (date.max.toordinal() - 1) // 7 * 5 + date.max.weekday() + 1
    )


@given(first=NEAR, days=st.integers(0, 60))
def test_working_days_are_those_one_counts_on_the_calendar(first: date, days: int) -> None:
    counted = sum((first + timedelta(n)).weekday() < 5 for n in range(days + 1))
    assert WEEKENDS_ONLY.working_days(first, first + timedelta(days)) == counted


@given(start=NEAR | st.none(), due=NEAR, today=NEAR, hours=st.floats(0.25, 400))
def test_nothing_is_lost_and_nothing_is_counted_twice(start: date | None, due: date, today: date, hours: float) -> None:
    weeks = [monday(date(2025, 11, 24)) + timedelta(7 * n) for n in range(40)]
    for calendar in (WEEKENDS_ONLY, MADRID):
        total = sum(hours_in(Work(hours, start, due), week, today, calendar) for week in weeks)
        assert total == pytest.approx(hours)

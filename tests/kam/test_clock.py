"""The department clock counts what somebody would count on the fingers."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.kam.requests.clock import add_working_days, clock, moved, next_working_day, working_days
from workbench.team.regions import WEEKENDS_ONLY, Calendar

DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))
MONDAY = date(2026, 3, 9)


@dataclass(frozen=True)
class Made(Calendar):
    """A calendar with some free days."""

    free: frozenset[date] = frozenset()

    def named(self, year, language):
        return {day: "Feast" for day in self.free if day.year == year}


CALENDARS = st.builds(
    lambda free, weekend: Made("ES", frozenset(weekend), frozenset(free)),
    st.sets(DAYS, max_size=40),
    st.sampled_from([{5, 6}, {4, 5}, {6}, set()]),
)


def counted(first: date, last: date, calendar: Calendar) -> int:
    days = (first + timedelta(n) for n in range(1, (last - first).days + 1))
    return sum(not calendar.is_free(day) for day in days)


@given(DAYS, DAYS, CALENDARS)
def test_working_days_are_those_one_counts_day_by_day(one: date, other: date, calendar: Calendar) -> None:
    first, last = sorted((one, other))
    assert working_days(first, last, calendar) == counted(first, last, calendar)
    assert working_days(last, first, calendar) == -counted(first, last, calendar)


@given(DAYS, st.integers(1, 60), CALENDARS)
def test_working_days_that_are_added_are_found_again(day: date, count: int, calendar: Calendar) -> None:
    later = add_working_days(day, count, calendar)
    assert counted(day, later, calendar) == count
    assert not calendar.is_free(later)
    earlier = add_working_days(day, -count, calendar)
    assert counted(earlier - timedelta(1), day - timedelta(1), calendar) == count


@given(DAYS, CALENDARS)
def test_a_promise_moves_to_the_first_day_of_work_and_no_further(day: date, calendar: Calendar) -> None:
    found = next_working_day(day, calendar)
    assert not calendar.is_free(found)
    assert all(calendar.is_free(day + timedelta(n)) for n in range((found - day).days))
    assert (moved(day, calendar, "en") is None) == (not calendar.is_free(day))


@given(DAYS, DAYS, DAYS, CALENDARS)
def test_a_clock_is_late_only_after_the_promise(asked: date, promised: date, until: date, calendar: Calendar) -> None:
    found = clock(asked, promised, until, calendar)
    assert found.passed == (counted(asked, until, calendar) if until > asked else 0)
    assert (found.late > 0) == (counted(next_working_day(promised, calendar), until, calendar) > 0)


def test_nothing_is_added_to_none() -> None:
    assert add_working_days(date(2026, 3, 14), 0, WEEKENDS_ONLY) == date(2026, 3, 14)


@pytest.mark.parametrize(
    ("asked", "promised", "until", "told"),
    [
        (MONDAY, date(2026, 3, 16), date(2026, 3, 12), (3, 5, 0)),
        (MONDAY, date(2026, 3, 13), date(2026, 3, 17), (6, 4, 2)),
        (MONDAY, date(2026, 3, 14), date(2026, 3, 16), (5, 5, 0)),  # a Saturday: until Monday
        (MONDAY, None, date(2026, 3, 11), (2, None, 0)),
        (MONDAY, date(2026, 3, 2), MONDAY, (0, 0, 5)),
    ],
)
def test_a_clock_by_hand(asked: date, promised: date | None, until: date, told: tuple[int, int | None, int]) -> None:
    found = clock(asked, promised, until, WEEKENDS_ONLY)
    assert (found.passed, found.promised, found.late) == told


def test_the_far_future_is_counted_in_weeks_and_never_stops_the_window() -> None:
    assert working_days(MONDAY, date(9999, 12, 31), WEEKENDS_ONLY) == 2_080_269
    assert next_working_day(date.max, Calendar(weekend=frozenset({date.max.weekday()}))) == date.max

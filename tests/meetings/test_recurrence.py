"""Repetitions: rules read safely, expanded to wall days and put into words."""

from datetime import UTC, date, datetime, time, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st

from workbench.kernel.formats import Formats
from workbench.meetings.recurrence import BadRule, TooOften, next_after, occurrences, read_rule
from workbench.meetings.repetition import describe

TUESDAY = date(2026, 3, 10)
YEAR = (TUESDAY, date(2027, 3, 9))


def days(
    rule: str, first: date = TUESDAY, excluded: tuple[date, ...] = (), window: tuple[date, date] = YEAR
) -> list[date]:
    return occurrences(read_rule(rule), first, excluded, *window)


def short(found: list[date]) -> str:
    return " ".join(f"{day:%d.%m.}" for day in found)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=DAILY;COUNT=3", "10.03. 11.03. 12.03."),
        ("RRULE:FREQ=WEEKLY;UNTIL=20260331T215959Z", "10.03. 17.03. 24.03. 31.03."),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=4", "10.03. 12.03. 24.03. 26.03."),
        ("FREQ=WEEKLY;INTERVAL=6;COUNT=3", "10.03. 21.04. 02.06."),
        ("FREQ=MONTHLY;BYDAY=-1TU;COUNT=4", "10.03. 31.03. 28.04. 26.05."),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", "10.03. 31.03. 30.04."),
        ("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "10.03. 31.03. 30.04."),
        ("FREQ=YEARLY;BYMONTH=6;BYDAY=2TU", "10.03. 09.06."),
    ],
)
def test_rules_are_expanded(rule: str, expected: str) -> None:
    assert short(days(rule)) == expected


def test_a_month_without_the_day_is_passed_over() -> None:
    found = days("FREQ=MONTHLY", date(2026, 1, 31), window=(date(2026, 1, 1), date(2026, 7, 31)))
    assert short(found) == "31.01. 31.03. 31.05. 31.07."


def test_leap_days_come_every_four_years() -> None:
    found = days("FREQ=YEARLY", date(2024, 2, 29), window=(date(2024, 1, 1), date(2040, 1, 1)))
    assert [day.year for day in found] == [2024, 2028, 2032, 2036]


def test_excluded_days_are_left_out_and_still_counted() -> None:
    assert short(days("FREQ=WEEKLY;COUNT=3", excluded=(date(2026, 3, 17),))) == "10.03. 24.03."


def test_a_window_far_from_the_first_day_keeps_the_rhythm() -> None:
    found = days("FREQ=WEEKLY;INTERVAL=2", date(1950, 1, 3), window=(date(2026, 3, 1), date(2026, 3, 31)))
    assert all((day - date(1950, 1, 3)).days % 14 == 0 for day in found)
    assert len(found) == 3


def test_the_wall_time_stays_when_the_clocks_change() -> None:
    madrid = ZoneInfo("Europe/Madrid")
    found = days("FREQ=WEEKLY", window=(date(2026, 3, 24), date(2026, 3, 31)))
    moments = [datetime.combine(day, time(10), madrid).astimezone(UTC) for day in found]
    assert [f"{moment:%H:%M}" for moment in moments] == ["09:00", "08:00"]


def test_an_end_in_utc_ends_in_the_zone_of_the_meeting() -> None:
    assert read_rule("FREQ=DAILY;UNTIL=20260312T230000Z", "Europe/Madrid").until == date(2026, 3, 13)


def test_what_comes_next_is_later_than_both_days() -> None:
    assert next_after("FREQ=WEEKLY", TUESDAY, TUESDAY) == date(2026, 3, 17)
    assert next_after("FREQ=WEEKLY", TUESDAY, date(2026, 4, 1)) == date(2026, 4, 7)
    assert next_after("FREQ=WEEKLY", TUESDAY, date(2026, 1, 1)) == date(2026, 3, 17)
    assert next_after("FREQ=DAILY;COUNT=1", TUESDAY, TUESDAY) is None
    assert next_after("nonsense", TUESDAY, TUESDAY) is None


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=5",
        "FREQ=HOURLY;COUNT=99999999",
        "FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9",
    ],
)
def test_more_than_once_a_day_is_refused(rule: str) -> None:
    with pytest.raises(TooOften):
        read_rule(rule)


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=",
        "every monday",
        "INTERVAL=2",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=-1",
        "FREQ=DAILY;INTERVAL=999999999999",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=DAILY;UNTIL=20260231",
        "FREQ=DAILY;BYMONTH=13",
        "FREQ=DAILY;BYDAY=XX",
        "FREQ=DAILY;BYEASTER=0",
        "FREQ=YEARLY;BYYEARDAY=" + ",".join(["1"] * 5000),
    ],
)
def test_what_is_no_rule_is_refused(rule: str) -> None:
    with pytest.raises(BadRule):
        read_rule(rule)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;COUNT=1000;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=WEEKLY;COUNT=1000;BYMONTH=2;BYSETPOS=7",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=" + ",".join(map(str, range(-150, 0))),
        "FREQ=YEARLY;BYYEARDAY=" + ",".join(map(str, range(1, 240))),
        "FREQ=YEARLY;BYDAY=" + ",".join(f"{n}{d}" for n in range(1, 50) for d in ("MO", "TU", "WE", "TH")),
        "FREQ=DAILY;BYYEARDAY=-1;BYSETPOS=2",
    ],
)
def test_no_rule_takes_long_or_fills_the_memory(rule: str) -> None:
    begun = perf_counter()
    found = occurrences(read_rule(rule), date(1, 1, 1), (), date.min, date.max)
    found += occurrences(read_rule(rule), date(2020, 1, 1), (), TUESDAY, date.max)
    assert len(found) <= 2000
    assert perf_counter() - begun < 10  # a hang would take minutes; how fast it is stands in the benchmarks


WEEKDAYS = st.lists(st.sampled_from(["MO", "TU", "WE", "TH", "FR", "SA", "SU"]), min_size=1, max_size=3, unique=True)
NUMBERED = st.lists(st.sampled_from(["1MO", "-1TU", "2WE", "5FR", "-3SU"]), min_size=1, max_size=3, unique=True)
PARTS = st.fixed_dictionaries(
    {"FREQ": st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]), "INTERVAL": st.integers(1, 4).map(str)},
    optional={
        "COUNT": st.integers(1, 30).map(str),
        "BYMONTH": st.sampled_from(["1", "2,6", "12"]),
        "BYMONTHDAY": st.sampled_from(["1", "-1", "13,29", "31"]),
        "BYDAY": WEEKDAYS.map(",".join),
    },
)


@given(PARTS, st.one_of(st.none(), NUMBERED), st.dates(date(2020, 1, 1), date(2026, 1, 1)))
def test_the_days_are_those_of_other_programs(parts: dict[str, str], numbered: list[str] | None, first: date) -> None:
    if numbered and parts["FREQ"] in {"MONTHLY", "YEARLY"}:
        parts = parts | {"BYDAY": ",".join(numbered)}
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    end = first + timedelta(900)
    theirs = rrulestr(text, dtstart=datetime.combine(first, time()))
    assume(not _is_empty(parts))  # other programs look for it until the end of all days
    expected = [
        day.date() for day in theirs.between(datetime.combine(first, time()), datetime.combine(end, time()), inc=True)
    ]
    assume(first in expected)  # otherwise the standard leaves it open
    assert occurrences(read_rule(text), first, (), first, end) == expected


def _is_empty(parts: dict[str, str]) -> bool:
    return parts.get("BYMONTH") == "2,6" and parts.get("BYMONTHDAY") == "31"


@given(st.text(max_size=60))
def test_any_text_is_safe(text: str) -> None:
    for rule in (text, f"FREQ=WEEKLY;BYDAY={text}", f"FREQ=DAILY;UNTIL={text}", f"FREQ=DAILY;COUNT={text}"):
        try:
            occurrences(read_rule(rule), TUESDAY, (), *YEAR)
        except (BadRule, TooOften):
            continue


@given(PARTS)
def test_a_rule_is_written_as_it_is_read(parts: dict[str, str]) -> None:
    rule = read_rule(";".join(f"{name}={value}" for name, value in parts.items()))
    assert read_rule(rule.text()) == rule


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=DAILY", "every day"),
        ("FREQ=WEEKLY;INTERVAL=6", "every 6 weeks"),
        ("FREQ=WEEKLY;BYDAY=MO", "every Monday"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,TH", "every Monday, Wednesday and Thursday"),
        ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "every working day"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "every 2 weeks: Tuesday"),
        ("FREQ=MONTHLY;BYDAY=-1TU", "the last Tuesday of every month"),
        ("FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", "every 3 months on the first Monday"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "day 15 of every month"),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", "the last day of every month"),
        ("FREQ=YEARLY", "every year"),
        ("FREQ=YEARLY;BYWEEKNO=20", "every year, on certain days"),
        ("FREQ=WEEKLY;BYDAY=MO;UNTIL=20260630", "every Monday, until 30 Jun 2026"),
        ("FREQ=DAILY;COUNT=5", "every day, 5 times"),
    ],
)
def test_rules_in_words(rule: str, said: str) -> None:
    assert describe(read_rule(rule), Formats.of("en")) == said

"""Days and times as people type them."""

from datetime import date, time, timedelta
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.kernel.days import (
    NO_SUCH_DAY,
    NOT_A_DAY,
    WRONG_WEEKDAY,
    FoundTime,
    find_days,
    find_times,
    read_day,
    read_time,
    why_no_day,
)
from workbench.kernel.formats import Formats

TUESDAY = date(2026, 3, 10)

LANGUAGES = st.sampled_from(["en", "es"])
DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))

ENGLISH = """
    today              2026-03-10
    tomorrow           2026-03-11
    day after tomorrow 2026-03-12
    yesterday          2026-03-09
    mon                2026-03-16
    Tuesday            2026-03-17
    next friday        2026-03-13
    fri 20             2026-03-20
    next week          2026-03-16
    friday next week   2026-03-20
    next month         2026-04-01
    in 3 days          2026-03-13
    in a week          2026-03-17
    in two months      2026-05-10
    +3                 2026-03-13
    +2w                2026-03-24
    12 Mar             2026-03-12
    12th of March      2026-03-12
    March 12           2026-03-12
    Sept 5, 2026       2026-09-05
    5 Mar              2027-03-05
    12/3               2026-03-12
    12/3/2026          2026-03-12
    12/3/26            2026-03-12
    12.3.2026          2026-03-12
    2026-03-12         2026-03-12
    Thu 5 Mar          2026-03-05
    the 12th           2026-03-12
    the 5th            2026-04-05
    end of month       2026-03-31
    end of next month  2026-04-30
    end of week        2026-03-13
    end of the year    2026-12-31
    end of April       2026-04-30
    24/7               2026-07-24
"""

SPANISH = """
    hoy                          2026-03-10
    mañana                       2026-03-11
    manana                       2026-03-11
    pasado mañana                2026-03-12
    ayer                         2026-03-09
    lun                          2026-03-16
    mar                          2026-03-17
    miércoles                    2026-03-11
    el próximo viernes           2026-03-13
    vie 20                       2026-03-20
    la semana que viene          2026-03-16
    el lunes de la semana que viene  2026-03-16
    el mes que viene             2026-04-01
    en 3 días                    2026-03-13
    dentro de dos semanas        2026-03-24
    +3                           2026-03-13
    +2s                          2026-03-24
    12 de marzo                  2026-03-12
    12 de marzo de 2026          2026-03-12
    1º de abril                  2026-04-01
    mar 10 mar                   2026-03-10
    antes del viernes            2026-03-13
    el día 12                    2026-03-12
    12/3                         2026-03-12
    2026-03-12                   2026-03-12
    fin de mes                   2026-03-31
    a finales de abril           2026-04-30
    fin de año                   2026-12-31
"""


def table(text: str) -> list[tuple[str, str]]:
    return [(line[:-10].strip(), line[-10:]) for line in map(str.strip, text.strip().splitlines())]


@pytest.mark.parametrize(("typed", "day"), table(ENGLISH))
def test_english_days(typed: str, day: str) -> None:
    assert read_day(typed, TUESDAY, "en") == date.fromisoformat(day)
    assert why_no_day(typed, TUESDAY, "en") == ""


@pytest.mark.parametrize(("typed", "day"), table(SPANISH))
def test_spanish_days(typed: str, day: str) -> None:
    assert read_day(typed, TUESDAY, "es") == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("typed", "language", "why"),
    [
        ("31 Feb", "en", NO_SUCH_DAY),
        ("31/2/2026", "en", NO_SUCH_DAY),
        ("30 de febrero", "es", NO_SUCH_DAY),
        ("29/2", "en", NO_SUCH_DAY),
        ("40/90", "en", NO_SUCH_DAY),
        ("in 9999 years", "en", NO_SUCH_DAY),
        ("Mon 17 Mar", "en", WRONG_WEEKDAY),
        ("lunes, 17 de marzo de 2026", "es", WRONG_WEEKDAY),
        ("fri 21", "en", WRONG_WEEKDAY),
        ("soon", "en", NOT_A_DAY),
        ("", "es", NOT_A_DAY),
        ("la mañana", "es", NOT_A_DAY),
    ],
)
def test_what_is_no_day_says_why(typed: str, language: str, why: str) -> None:
    assert read_day(typed, TUESDAY, language) is None
    assert why_no_day(typed, TUESDAY, language) == why


def test_americans_write_the_month_first() -> None:
    assert read_day("3/12/2026", TUESDAY, "en-US") == date(2026, 3, 12)


def test_a_weekday_is_never_today() -> None:
    for n in range(7):
        today = TUESDAY + timedelta(n)
        assert read_day(f"{today:%A}", today, "en") == today + timedelta(7)


@pytest.mark.parametrize(
    ("typed", "language", "moment"),
    [
        ("10:00", "en", time(10)),
        ("10.30", "es", time(10, 30)),
        ("07:30", "en", time(7, 30)),
        ("3pm", "en", time(15)),
        ("12am", "en", time(0)),
        ("3:30 p.m.", "en", time(15, 30)),
        ("at 10", "en", time(10)),
        ("at 3", "en", time(15)),
        ("8 in the evening", "en", time(20)),
        ("9", "en", time(9)),
        ("noon", "en", time(12)),
        ("in the afternoon", "en", time(16)),
        ("morning", "en", time(9)),
        ("10h", "es", time(10)),
        ("10h30", "es", time(10, 30)),
        ("a las 10", "es", time(10)),
        ("a la 1", "es", time(13)),
        ("a las 4 y media", "es", time(16, 30)),
        ("a las 8 de la mañana", "es", time(8)),
        ("a las 8 de la tarde", "es", time(20)),
        ("por la mañana", "es", time(9)),
        ("a mediodía", "es", time(12)),
        ("por la tarde", "es", time(16)),
        ("25:00", "en", None),
        ("10:60", "en", None),
        ("soon", "en", None),
        ("mañana", "es", None),
    ],
)
def test_times(typed: str, language: str, moment: time | None) -> None:
    assert read_time(typed, language) == moment


def spoken(line: str, language: str) -> list[str]:
    found = find_days(line, TUESDAY, language)
    times = find_times(line, language, frozenset(day.end for day in found))
    parts = [(day.begin, f"{line[day.begin : day.end]} = {day.day}") for day in found]
    parts += [(moment.begin, f"{line[moment.begin : moment.end]} = {hour(moment)}") for moment in times]
    return [part for _, part in sorted(parts)]


def hour(moment: FoundTime) -> str:
    return f"{moment.at:%H:%M}" if moment.at else "no time"


@pytest.mark.parametrize(
    ("line", "language", "parts"),
    [
        ("llamar a Ana mañana por la mañana", "es", ["mañana = 2026-03-11", "por la mañana = 09:00"]),
        ("visita mañana a las 8 de la mañana", "es", ["mañana = 2026-03-11", "a las 8 de la mañana = 08:00"]),
        ("repasar esta mañana", "es", ["esta mañana = 09:00", "esta mañana = 2026-03-10"]),
        ('"Mañana" folleto el viernes', "es", ["el viernes = 2026-03-13"]),
        ("leer «hoy» y “mañana”", "es", []),
        ("visit the site next tuesday 9:30", "en", ["next tuesday = 2026-03-17", "9:30 = 09:30"]),
        ("breakfast friday morning", "en", ["friday = 2026-03-13", "morning = 09:00"]),
        ("call +34 976 100 200", "en", []),
        ("support 24/7 at 98.5 % for 10.30 € under v3.2", "en", []),
        ("40/90 trucks on 31 Feb", "en", ["on 31 Feb = None"]),
        ("llamar a Ana el 32/13 a las 10", "es", ["el 32/13 = None", "a las 10 = 10:00"]),
        ("call Ana by 12/13 at 25:70", "en", ["by 12/13 = None", "at 25:70 = no time"]),
        ("cita mañana 25:70", "es", ["mañana = 2026-03-11", "25:70 = no time"]),
        ("split it 70:30 on 50/50 terms with 5/16 screws and 32/13", "en", []),
        ("see https://example.com/12/3/2026", "en", []),
        ("mail to ana@12.3.2026.example", "en", []),
        ("Talleres del Mar", "es", []),
        ("cena 13:15-14:30", "es", ["13:15-14:30 = 13:15"]),
    ],
)
def test_days_are_found_in_a_line(line: str, language: str, parts: list[str]) -> None:
    assert spoken(line, language) == parts


def test_from_monday_is_a_start() -> None:
    (found,) = find_days("prepare desk from Monday", TUESDAY, "en")
    assert (found.is_start, found.day) == (True, date(2026, 3, 16))
    (found,) = find_days("preparar desde el lunes", TUESDAY, "es")
    assert (found.is_start, found.day) == (True, date(2026, 3, 16))


@given(DAYS, DAYS, LANGUAGES)
def test_every_written_day_reads_back(day: date, today: date, language: str) -> None:
    formats = Formats.of(language)
    assert read_day(formats.day(day), today, language) == day
    assert read_day(formats.long_day(day), today, language) == day
    assert read_day(day.isoformat(), today, language) == day


@given(DAYS, st.integers(-180, 180), LANGUAGES)
def test_every_weekday_near_today_reads_back_without_its_year(today: date, days: int, language: str) -> None:
    day = today + timedelta(days)
    assert read_day(Formats.of(language).weekday(day), today, language) == day


@given(st.times(), LANGUAGES)
def test_every_written_time_reads_back(moment: time, language: str) -> None:
    assert read_time(Formats.of(language).time(moment), language) == moment.replace(second=0, microsecond=0)


PIECES = st.sampled_from(
    ["mañana", "12/3", "to", "el", "+3", "31", "Feb", " ", '"', "“", "in", "9" * 30, "end of", "\x00", "a\u0303"]
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)), st.dates(), LANGUAGES)
def test_any_text_is_safe(text: str, today: date, language: str) -> None:
    read_day(text, today, language)
    read_time(text, language)
    for found in find_days(text, today, language):
        assert 0 <= found.begin < found.end <= len(text)
    for moment in find_times(text, language):
        assert 0 <= moment.begin < moment.end <= len(text)


@given(st.text().filter(lambda text: '"' not in text), LANGUAGES)
def test_quoted_text_is_never_read(text: str, language: str) -> None:
    assert find_days(f'"{text} tomorrow mañana 12/3"', TUESDAY, language) == []
    assert find_times(f'"{text} 10:00"', language) == []


@pytest.mark.parametrize(
    "line",
    [
        "to " * 3000,
        "el " * 3000 + "lunes",
        "ñ12/3 " * 1600,
        "1" * 10_000,
        "“" * 10_000,
        "llamar a Ana el lunes 16 de marzo a las 10",
    ],
)
def test_a_line_is_read_at_once(line: str) -> None:
    find_days(line, TUESDAY, "es")
    begun = perf_counter()
    find_days(line, TUESDAY, "es")
    find_times(line, "es")
    assert perf_counter() - begun < 2  # a hang would take much longer

"""Times of the day as people type them, in English and Spanish: "10.30", "3pm", "a las 10", "por la tarde"."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import time
from functools import cache

from workbench.kernel.lines import LINE, aligned, without_quotes
from workbench.kernel.words import N_

NO_SUCH_TIME = N_("That time does not exist.")
NEAR_HOUR = 29
MORNING, NOON, AFTERNOON = time(9), time(12), time(16)

BEFORE = r"(?<![\w/.,:@#+€$-])"
AFTER = r"(?![\w/:]|[.,][0-9]|\s?[%€$£])"
CLOCK = r"(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-5][0-9])"
UNTIL = r"(?:\s?(?:-|\u2013|to|a)\s?(?P<hour2>[0-9]{1,2})[:.](?P<minute2>[0-5][0-9]))?"


@dataclass(frozen=True)
class FoundTime:
    """A time in a line, from `begin` to `end`; `until` where it says how long. Without `at`, `why` says what is wrong
    with it."""

    begin: int
    end: int
    at: time | None
    until: time | None = None
    why: str = ""


@dataclass(frozen=True)
class _TimeWords:
    at: str
    half: dict[str, str]  # am and pm → how people say it
    parts: dict[str, time]  # said on their own
    after_day: dict[str, time]  # only right after a day
    fractions: dict[str, int]
    hour_mark: str


ENGLISH = _TimeWords(
    at="at|from|by|around",
    half={"am": r"\s?a\.?m\b\.?|\s?in the morning", "pm": r"\s?p\.?m\b\.?|\s?in the (?:afternoon|evening)"},
    parts={
        r"(?:in the|this) morning": MORNING,
        r"(?:at )?(?:noon|midday)": NOON,
        r"(?:in the|this) afternoon": AFTERNOON,
    },
    after_day={"morning": MORNING, "afternoon": AFTERNOON},
    fractions={},
    hour_mark="",
)

SPANISH = _TimeWords(
    at="a las?|sobre las?|desde las?|hacia las?",
    half={
        "am": r"\s?a\.?m\b\.?|\s?de la manana",
        "pm": r"\s?p\.?m\b\.?|\s?de la (?:tarde|noche)",
    },
    parts={
        r"por la manana|esta manana": MORNING,
        r"(?:al? )?mediodia": NOON,
        r"por la tarde|esta tarde": AFTERNOON,
    },
    after_day={"tarde": AFTERNOON},
    fractions={"y media": 30, "y cuarto": 15, "menos cuarto": -15},
    hour_mark=r"h(?P<minute>[0-5][0-9])?",
)


def read_time(text: str, language: str) -> time | None:
    """The time that the whole of `text` says; None if it says none. An hour alone will do: "9", "16"."""
    folded = aligned(unicodedata.normalize("NFC", text[:100])).strip()
    if re.fullmatch(r"[0-9]{1,2}", folded):
        return _clock(folded, "0", "")
    words = _words(language)
    if folded in words.after_day:
        return words.after_day[folded]
    for pattern, read in _rules(language):
        match = pattern.fullmatch(folded)
        found = read(match) if match else None
        if found and found.at:
            return found.at
    return None


def find_times(text: str, language: str, after: frozenset[int] = frozenset()) -> list[FoundTime]:
    """Every time in a line; `after` are the places where days end. Quoted text is left alone."""
    folded = aligned(without_quotes(text[:LINE]))
    found = [read(match) for pattern, read in _rules(language) for match in pattern.finditer(folded)]
    found += [_part_of_day(folded, place, language) for place in after]
    times = sorted((one for one in found if one), key=lambda one: (one.begin, -one.end))
    return [one for n, one in enumerate(times) if all(one.begin >= earlier.end for earlier in times[:n])]


def _part_of_day(folded: str, place: int, language: str) -> FoundTime | None:
    for part, meant in _words(language).after_day.items():
        match = re.compile(rf"\s+{part}\b").match(folded, place)
        if match:
            return FoundTime(place + 1, match.end(), meant)
    return None


def _words(language: str) -> _TimeWords:
    return SPANISH if language[:2].lower() == "es" else ENGLISH


_Reader = Callable[[re.Match[str]], FoundTime | None]


@cache
def _rules(language: str) -> tuple[tuple[re.Pattern[str], _Reader], ...]:
    return tuple((re.compile(pattern), read) for pattern, read in _patterns(_words(language)))


def _patterns(words: _TimeWords) -> Iterator[tuple[str, _Reader]]:
    half = f"(?:(?P<am>{words.half['am']})|(?P<pm>{words.half['pm']}))"
    at = rf"(?:{words.at})\s+"
    hour = f"{at}(?P<hour>[0-9]{{1,2}})"
    yield rf"{BEFORE}(?:{at})?{CLOCK}(?:h\b|\s?h\b)?{UNTIL}{half}?{AFTER}", _of_clock
    yield rf"{BEFORE}(?P<led>{at})?(?P<hour>[0-9]{{1,2}}):(?P<minute>[0-9]{{2}})(?:\s?h\b)?{half}?{AFTER}", _of_no_clock
    yield rf"{BEFORE}(?:{at})?(?P<hour>[0-9]{{1,2}}){half}{AFTER}", _of_clock
    fractions = "|".join(words.fractions) or "(?!)"
    yield (
        rf"{BEFORE}{hour}(?:\s+(?P<fraction>{fractions}))?{half}?{AFTER}(?!\s?h?\s?[0-9])",
        _of_clock,
    )
    if words.hour_mark:
        yield rf"{BEFORE}(?:{at})?(?P<hour>[0-9]{{1,2}}){words.hour_mark}{AFTER}", _of_clock
    for phrase, meant in words.parts.items():
        yield rf"{BEFORE}(?:{phrase})\b", _always(meant)


def _always(meant: time) -> _Reader:
    return lambda match: FoundTime(match.start(), match.end(), meant)


def _of_clock(match: re.Match[str]) -> FoundTime | None:
    said = match.groupdict()
    half = "am" if said.get("am") else "pm" if said.get("pm") else ""
    begins = _clock(match["hour"], said.get("minute") or "0", half)
    if begins is None:
        return None
    if said.get("fraction"):
        begins = _shifted(begins, SPANISH.fractions[" ".join(said["fraction"].split())])
    until = _clock(said["hour2"], said["minute2"], half) if said.get("hour2") else None
    return FoundTime(match.start(), match.end(), begins, until)


def _of_no_clock(match: re.Match[str]) -> FoundTime | None:
    """A time that cannot be: with a word that leads to it, or with an hour that one digit makes a real one."""
    hour, minute = int(match["hour"]), int(match["minute"])
    is_real, is_near = hour < 24 and minute < 60, hour <= NEAR_HOUR
    if is_real or not (match["led"] or is_near):  # 70:30 is a share
        return None
    return FoundTime(match.start(), match.end(), None, why=NO_SUCH_TIME)


def _clock(hour: str, minute: str, half: str) -> time | None:
    """A leading zero or am and pm say it exactly; else one to seven is after noon, because work is."""
    n = int(hour)
    if half == "am":
        n = n % 12 if n <= 12 else n
    elif half == "pm" or (len(hour) == 1 and 1 <= n <= 7):
        n = n % 12 + 12 if n <= 12 else n
    return time(n, int(minute)) if n < 24 else None


def _shifted(moment: time, minutes: int) -> time:
    hours, minute = divmod(moment.hour * 60 + moment.minute + minutes, 60)
    return time(hours % 24, minute)

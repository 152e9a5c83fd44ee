"""What the parts of a captured line are called in English and Spanish, as patterns over folded text."""

import re
from dataclasses import dataclass

from workbench.action_items.model import Priority
from workbench.kernel.day_words import day_words
from workbench.meetings.recurrence import WEEKDAYS


@dataclass(frozen=True)
class LineWords:
    """The words of one language. Patterns are tried on the folded line."""

    kinds: re.Pattern[str]  # note: decision: …
    meetings: re.Pattern[str]  # first words that make a meeting when there is a time
    kind_of: dict[str, str]  # those words, without accents → which kind
    waiting: re.Pattern[str]
    owes: re.Pattern[str]
    priorities: dict[str, Priority]
    repeat: re.Pattern[str]
    working_days: re.Pattern[str]
    before_name: re.Pattern[str]  # what goes with a name that leaves the title
    dangling: re.Pattern[str]


def _weekdays(language: str) -> str:
    names = day_words(language).weekdays
    return "(?:" + "|".join(f"(?:{name})s?" for name in names) + ")"


ENGLISH = LineWords(
    kinds=re.compile(r"\s*(note|decision|action|task|meeting)\s*:\s*"),
    meetings=re.compile(r"\s*(meet(?:ing)?|visit|lunch|dinner|breakfast|review|workshop)\b"),
    kind_of={"note": "note", "decision": "decision", "action": "action", "task": "action", "meeting": "meeting"},
    waiting=re.compile(r"\s*waiting (?:for|on)\s+"),
    owes=re.compile(r"\s+owes? us\b\s*:?\s*"),
    priorities={"high": Priority.HIGH, "urgent": Priority.HIGH, "normal": Priority.NORMAL, "low": Priority.LOW},
    repeat=re.compile(
        rf"\bevery (?:(?P<n>[0-9]{{1,3}}|other) )?"
        rf"(?:(?P<unit>day|week|month|year)s?|(?P<days>{_weekdays('en')}(?:(?:, | and ){_weekdays('en')})*))\b"
    ),
    working_days=re.compile(r"\bevery (?:weekday|working day)\b"),
    before_name=re.compile(r"(?:\b(?:with|at|for|of|from|to|in|by|via)\s+)$"),
    dangling=re.compile(r"(?:^|\s+)(?:with|at|for|of|from|to|in|by|on|and|about|the)$"),
)

SPANISH = LineWords(
    kinds=re.compile(r"\s*(nota|decision|accion|tarea|reunion)\s*:\s*"),
    meetings=re.compile(r"\s*(reunion|reunirme|reunirse|visitar?|comida|cena|desayuno|revision|taller)\b"),
    kind_of={"nota": "note", "decision": "decision", "accion": "action", "tarea": "action", "reunion": "meeting"},
    waiting=re.compile(r"\s*(?:esperando|a la espera de) (?:a |al )?"),
    owes=re.compile(r"\s+nos deben?\b\s*:?\s*"),
    priorities={"alta": Priority.HIGH, "urgente": Priority.HIGH, "normal": Priority.NORMAL, "baja": Priority.LOW},
    repeat=re.compile(
        rf"\b(?:cada|todos los|todas las) (?:(?P<n>[0-9]{{1,3}}) )?"
        rf"(?:(?P<unit>dia|semana|mes|ano)(?:e?s)?|(?P<days>{_weekdays('es')}(?:(?:, | y ){_weekdays('es')})*))\b"
    ),
    working_days=re.compile(r"\b(?:cada dia|todos los dias) laborables?\b"),
    before_name=re.compile(r"(?:\b(?:con|de|en|para|a|del|al|por)\s+)$"),
    dangling=re.compile(r"(?:^|\s+)(?:con|de|en|para|a|del|al|por|el|la|y|sobre)$"),
)

UNITS = {
    "day": "DAILY",
    "week": "WEEKLY",
    "month": "MONTHLY",
    "year": "YEARLY",
    "dia": "DAILY",
    "semana": "WEEKLY",
    "mes": "MONTHLY",
    "ano": "YEARLY",
}


def line_words(language: str) -> LineWords:
    """The words of `language`; English for any other than Spanish."""
    return SPANISH if language[:2].lower() == "es" else ENGLISH


def find_repeat(folded: str, language: str) -> tuple[int, int, str] | None:
    """A repetition in a folded line: where it begins and ends, and its RRULE."""
    words = line_words(language)
    match = words.working_days.search(folded)
    if match:
        return match.start(), match.end(), "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    match = words.repeat.search(folded)
    if match is None:
        return None
    n = 2 if match["n"] == "other" else int(match["n"] or 1)
    if not n >= 1:
        return None
    interval = f";INTERVAL={n}" if n > 1 else ""
    if match["unit"]:
        return match.start(), match.end(), f"FREQ={UNITS[match['unit']]}{interval}"
    days = [name for number, name in enumerate(WEEKDAYS) if _says(match["days"], number, language)]
    return match.start(), match.end(), f"FREQ=WEEKLY{interval};BYDAY={','.join(days)}"


def _says(days: str, weekday: int, language: str) -> bool:
    return re.search(rf"\b(?:{day_words(language).weekdays[weekday]})s?\b", days) is not None

"""The words for days in English and Spanish, without accents, as patterns that `days` puts together."""

from dataclasses import dataclass

ONE_TO_TWELVE = "one two three four five six seven eight nine ten eleven twelve"
UNO_A_DOCE = "uno dos tres cuatro cinco seis siete ocho nueve diez once doce"


@dataclass(frozen=True)
class DayWords:
    """One language. `lead` stands before a day and belongs to it; `since` makes it the day a thing starts."""

    lead: str
    since: str
    offsets: dict[str, int]  # whole phrases, in days from today
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    next_week: str
    next_month: str
    ends: dict[str, str]  # what ends → how people say it
    ends_of_month: str  # followed by the name of a month
    inside: str
    numbers: dict[str, int]
    units: dict[str, str]  # what is counted → how people say it
    shorthand: dict[str, str]
    ordinal: str
    of: str
    day_of_month: str


def _numbered(words: str, **more: int) -> dict[str, int]:
    return {word: n for n, word in enumerate(words.split(), 1)} | more


ENGLISH = DayWords(
    lead="by|on|before|until|till|due|for|to|this|next",
    since="from|since|starting|as of",
    offsets={
        "the day after tomorrow": 2,
        "day after tomorrow": 2,
        "the day before yesterday": -2,
        "this morning": 0,
        "this afternoon": 0,
        "today": 0,
        "tomorrow": 1,
        "yesterday": -1,
    },
    weekdays=(
        "mon(?:day)?",
        "tue(?:s(?:day)?)?",
        "wed(?:nesday)?",
        "thu(?:r(?:s(?:day)?)?)?",
        "fri(?:day)?",
        "sat(?:urday)?",
        "sun(?:day)?",
    ),
    months=(
        "jan(?:uary)?",
        "feb(?:ruary)?",
        "mar(?:ch)?",
        "apr(?:il)?",
        "may",
        "june?",
        "july?",
        "aug(?:ust)?",
        "sept?(?:ember)?",
        "oct(?:ober)?",
        "nov(?:ember)?",
        "dec(?:ember)?",
    ),
    next_week="next week",
    next_month="next month",
    ends={
        "month": "(?:the )?end of (?:the |this )?month|month end|eom",
        "next month": "(?:the )?end of next month",
        "week": "(?:the )?end of (?:the |this )?week|eow",
        "quarter": "(?:the )?end of (?:the |this )?quarter|eoq",
        "year": "(?:the )?end of (?:the |this )?year|eoy",
    },
    ends_of_month="(?:the )?end of",
    inside="in|within",
    numbers=_numbered(ONE_TO_TWELVE, a=1, an=1),
    units={"day": "days?", "week": "weeks?", "month": "months?", "year": "years?"},
    shorthand={"d": "day", "w": "week", "m": "month", "y": "year"},
    ordinal="(?:st|nd|rd|th)",
    of="(?: of)?",
    day_of_month="the ([0-9]{1,2})(?:st|nd|rd|th)",
)

SPANISH = DayWords(
    lead="para|antes|hasta|del?|el|al?|este|proximo|a mas tardar",
    since="desde|a partir de",
    offsets={
        "pasado manana": 2,
        "esta manana": 0,
        "esta tarde": 0,
        r"(?<!\bla\s)manana": 1,  # after "la" it is the morning
        "anteayer": -2,
        "ayer": -1,
        "hoy": 0,
    },
    weekdays=(
        "lun(?:es)?",
        r"martes|(?<!\bdel\s)mar",  # "del mar" is the sea
        "mie(?:rcoles)?",
        "jue(?:ves)?",
        "vie(?:rnes)?",
        "sab(?:ado)?",
        "dom(?:ingo)?",
    ),
    months=(
        "ene(?:ro)?",
        "feb(?:rero)?",
        "mar(?:zo)?",
        "abr(?:il)?",
        "mayo?",
        "jun(?:io)?",
        "jul(?:io)?",
        "ago(?:sto)?",
        "sept?(?:iembre)?|setiembre",
        "oct(?:ubre)?",
        "nov(?:iembre)?",
        "dic(?:iembre)?",
    ),
    next_week="(?:la )?(?:semana que viene|proxima semana|semana proxima)",
    next_month="(?:el )?(?:mes que viene|proximo mes)",
    ends={
        "month": "(?:fin|final|finales) del? mes",
        "next month": "(?:fin|final|finales) del (?:mes que viene|proximo mes)",
        "week": "(?:final|finales) de (?:la )?semana",
        "quarter": "(?:fin|final|finales) del? trimestre",
        "year": "(?:fin|final|finales) del? ano",
    },
    ends_of_month="(?:fin|final|finales) de",
    inside="en|dentro de",
    numbers=_numbered(UNO_A_DOCE, un=1, una=1),
    units={"day": "dias?", "week": "semanas?", "month": "mes(?:es)?", "year": "anos?"},
    shorthand={"d": "day", "s": "week", "m": "month", "a": "year"},
    ordinal="(?:o|ro|er)",
    of="(?: de)?",
    day_of_month="dia ([0-9]{1,2})",
)


def day_words(language: str) -> DayWords:
    """The words of `language`; English for any other than Spanish."""
    return SPANISH if language[:2].lower() == "es" else ENGLISH

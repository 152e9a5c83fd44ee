"""Reading values as other programs write them: days, times, numbers, money, flags, e-mail addresses."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from workbench.exchange.rows import BadRow
from workbench.kernel.folding import fold
from workbench.kernel.words import N_

Cell = str | float | bool
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero ene",
            "february feb febrero",
            "march mar marzo",
            "april apr abril abr",
            "may mayo",
            "june jun junio",
            "july jul julio",
            "august aug agosto ago",
            "september sep sept septiembre setiembre set",
            "october oct octubre",
            "november nov noviembre",
            "december dec diciembre dic",
        ),
        start=1,
    )
    for name in names.split()
}
YES = {"1", "true", "yes", "y", "x", "si", "verdadero", "on"}
NO = {"0", "false", "no", "n", "falso", "off", ""}
CURRENCIES = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "us$": "USD", "eur": "EUR", "usd": "USD", "gbp": "GBP"}
CODES = frozenset(
    {
        "ARS",
        "AUD",
        "BRL",
        "CAD",
        "CHF",
        "CLP",
        "CNY",
        "COP",
        "CZK",
        "DKK",
        "EUR",
        "GBP",
        "HUF",
        "INR",
        "JPY",
        "MXN",
        "NOK",
        "PEN",
        "PLN",
        "RON",
        "SEK",
        "TRY",
        "USD",
        "UYU",
    }
)
TIMES = {"k": 1_000, "mil": 1_000, "m": 1_000_000, "mio": 1_000_000, "mill": 1_000_000, "bn": 1_000_000_000}
LARGEST = 2**62
EXCEL_DAY_ONE = date(1899, 12, 30)
_NUMBERS = re.compile(r"^(\d{1,4})[/\-. ](\d{1,2})[/\-. ](\d{1,4})$")
_WORDS = re.compile(r"^(?:(\d{1,2}) (?:de )?([a-z]+)|([a-z]+) (\d{1,2}))(?: de| del)? (\d{4}|\d{2})$")
_CLOCK = re.compile(r"^(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:\.\d+)?)? ?([ap])?\.? ?(?:m\.?)?$")
_EMAIL = re.compile(r"^[^@\s,;<>()\"]+@[^@\s,;<>()\"]+\.[^@\s,;<>()\".]+$")
_MONEY = re.compile(r"^([^\d\-+.,]*)([\-+]?[\d.,'\s]*\d[\d.,'\s]*)([^\d]*)$")


@dataclass(frozen=True)
class Habits:
    """How a file writes its days and numbers, as far as its values show."""

    month_first: bool = False
    decimal_comma: bool = False
    is_guess: bool = False


def read_day(cell: Cell, habits: Habits) -> date:
    """The day a cell stands for; its time of day is left out."""
    if isinstance(cell, float | int):
        return _of_serial(cell)
    text = cell.strip()
    iso = _iso(text)
    if iso:
        return iso
    spoken = " ".join(fold(text).replace(",", " ").replace(".", " ").split())
    in_words = _WORDS.match(_without_weekday(spoken))
    if in_words:
        return _in_words(text, in_words)
    in_numbers = _NUMBERS.match(text.split()[0].split("T")[0] if text else "")
    if not in_numbers:
        raise BadRow(N_("“{value}” is not a date."), value=shown(text))
    return _in_numbers(text, in_numbers, habits)


def read_time(cell: Cell) -> time:
    """A time of day, from a text or from a moment."""
    text = str(cell).strip().lower()
    if "t" in text and _iso(text.upper()):
        text = text.split("t")[1]
    found = _CLOCK.match(text.split(" ", 1)[1] if re.match(r"^[\d/\-.]{8,10} ", text) else text)
    if not found:
        raise BadRow(N_("“{value}” is not a time of day."), value=shown(str(cell)))
    hour = int(found[1]) % 12 + (12 if found[4] == "p" else 0) if found[4] else int(found[1])
    try:
        return time(hour, int(found[2]))
    except ValueError as problem:
        raise BadRow(N_("“{value}” is not a time of day."), value=shown(str(cell))) from problem


def has_time(cell: Cell) -> bool:
    """Whether a cell that holds a day also says a time."""
    try:
        return isinstance(cell, str) and bool(read_time(cell))
    except BadRow:
        return False


def read_number(cell: Cell, habits: Habits) -> Decimal:
    """A number in the file's own habit: 1.234,56 or 1,234.56."""
    if isinstance(cell, float | int):
        return Decimal(str(cell))
    text = re.sub(r"[\s'\u00a0\u202f]", "", cell).strip("%")
    try:
        number = Decimal(_plain(text, habits))
    except InvalidOperation as problem:
        raise BadRow(N_("“{value}” is not a number."), value=shown(cell)) from problem
    if not number.is_finite() or abs(number) > LARGEST:
        raise BadRow(N_("“{value}” is not a number."), value=shown(cell))
    return number


def read_whole(cell: Cell, habits: Habits) -> int:
    """A whole number; fractions are refused, not cut."""
    number = read_number(cell, habits)
    if number != number.to_integral_value():
        raise BadRow(N_("“{value}” is not a whole number."), value=shown(str(cell)))
    return int(number)


def read_money(cell: Cell, habits: Habits, times: float = 1) -> tuple[int, str | None]:
    """An amount in hundredths, and the currency if the cell names one; k, M and the like are understood."""
    if isinstance(cell, float | int):
        return _hundredths(Decimal(str(cell)), times, str(cell)), None
    found = _MONEY.match(cell.strip())
    if not found:
        raise BadRow(N_("“{value}” is not an amount of money."), value=shown(cell))
    before, digits, after = (part.strip() for part in found.groups())
    factor, currency = Decimal(1), None
    for word in re.findall(r"us\$|[€$£¥]|[^\W\d_]+", f"{before} {after}".lower()):
        currency = CURRENCIES.get(word) or (word.upper() if word.upper() in CODES else currency)
        factor *= TIMES.get(word, 1)
    return _hundredths(read_number(digits, habits) * factor, times, cell), currency


def read_year(cell: Cell, habits: Habits) -> int:
    """A year, from a number or from a day in it."""
    text = str(cell).strip()
    year = int(float(text)) if re.fullmatch(r"\d{4}(\.0)?", text) else read_day(cell, habits).year
    if not 1000 <= year <= 2200:
        raise BadRow(N_("“{value}” is not a year."), value=shown(text))
    return year


def read_flag(cell: Cell) -> bool:
    text = fold(str(cell)).strip()
    if text in YES or text in NO:
        return text in YES
    raise BadRow(N_("“{value}” is neither yes nor no."), value=shown(str(cell)))


def read_email(cell: Cell) -> str:
    """An e-mail address that could exist; nobody is asked whether it does."""
    text = re.sub(r"^mailto:", "", str(cell).strip(), flags=re.IGNORECASE)
    within = re.search(r"<([^<>]+)>$", text)
    text = within[1].strip() if within else text
    if not _EMAIL.match(text):
        raise BadRow(N_("“{value}” is not an e-mail address."), value=shown(text))
    return text


def is_email(text: str) -> bool:
    return bool(_EMAIL.match(text))


def habits_of(days: Iterable[Cell], numbers: Iterable[Cell], language: str, separator: str) -> Habits:
    """What the values of a file say about its habits; where they say nothing, days come first."""
    month_first, day_first, unclear = _day_order(days)
    comma, point = _decimal_marks(numbers)
    by_guess = language == "es" or separator == ";"
    return Habits(
        month_first=month_first > day_first,
        decimal_comma=comma > point if comma != point else by_guess,
        is_guess=bool(unclear) and not month_first and not day_first,
    )


def shown(text: str) -> str:
    """The beginning of a value, for a sentence about it."""
    clean = "".join(letter if letter.isprintable() else "�" for letter in text[:60])
    return clean if len(text) <= len(clean) else clean + "…"


def _day_order(days: Iterable[Cell]) -> tuple[int, int, int]:
    month_first = day_first = unclear = 0
    for cell in days:
        found = _NUMBERS.match(cell.strip().split(" ")[0]) if isinstance(cell, str) and cell.strip() else None
        if not found or len(found[1]) == 4:
            continue
        first, second = int(found[1]), int(found[2])
        month_first += second > 12 >= first
        day_first += first > 12 >= second
        unclear += first != second and max(first, second) <= 12
    return month_first, day_first, unclear


def _decimal_marks(numbers: Iterable[Cell]) -> tuple[int, int]:
    comma = point = 0
    for cell in numbers:
        marks = re.findall(r"[.,]", cell) if isinstance(cell, str) else []
        if len(set(marks)) == 2:
            comma, point = comma + (marks[-1] == ","), point + (marks[-1] == ".")
        elif len(marks) > 1:
            comma, point = comma + (marks[0] == "."), point + (marks[0] == ",")
        elif marks and not re.search(r"(?<![\d])\d{1,3}[.,]\d{3}(?!\d)", str(cell)):
            comma, point = comma + (marks[0] == ","), point + (marks[0] == ".")
    return comma, point


def _plain(text: str, habits: Habits) -> str:
    if "," in text and "." in text:
        return _swapped(text) if text.rindex(",") > text.rindex(".") else text.replace(",", "")
    mark = "," if "," in text else "."
    if text.count(mark) > 1:
        return text.replace(mark, "")
    return _swapped(text) if habits.decimal_comma else text.replace(",", "")


def _swapped(text: str) -> str:
    return text.replace(".", "").replace(",", ".")


def _hundredths(amount: Decimal, times: float, text: str) -> int:
    cents = (amount * Decimal(str(times)) * 100).to_integral_value()
    if abs(cents) > LARGEST:
        raise BadRow(N_("“{value}” is not an amount of money."), value=shown(text))
    return int(cents)


def _iso(text: str) -> date | None:
    if len(text) < 8 or not text[:4].isdigit():
        return None
    head = text[:10] if "-" in text[:10] else text[:8]
    try:
        day = date.fromisoformat(head)
    except ValueError:
        return None
    return day if len(text) == len(head) or text[len(head)] in "T " else None


def _of_serial(number: float) -> date:
    if not 1 <= number <= 200_000:
        raise BadRow(N_("“{value}” is not a date."), value=str(number))
    return EXCEL_DAY_ONE + timedelta(days=int(number))


def _without_weekday(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if first.isalpha() and first not in MONTHS and rest else text


def _in_words(text: str, found: re.Match[str]) -> date:
    day, month = (found[1], found[2]) if found[1] else (found[4], found[3])
    if month not in MONTHS:
        raise BadRow(N_("“{value}” is not a date."), value=shown(text))
    return _made(text, _century(found[5]), MONTHS[month], int(day))


def _in_numbers(text: str, found: re.Match[str], habits: Habits) -> date:
    first, second, third = found.groups()
    if len(first) == 4:
        return _made(text, int(first), int(second), int(third))
    if len(first) > 2 or len(third) not in {2, 4}:
        raise BadRow(N_("“{value}” is not a date."), value=shown(text))
    month, day = (first, second) if habits.month_first else (second, first)
    if int(month) > 12 >= int(day):
        month, day = day, month
    return _made(text, _century(third), int(month), int(day))


def _century(year: str) -> int:
    if len(year) == 4:
        return int(year)
    # as POSIX does: 69 to 99 are the last century
    return int(year) + (2000 if int(year) < 69 else 1900)


def _made(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as problem:
        raise BadRow(N_("The day “{value}” does not exist."), value=shown(text)) from problem


def moment_parts(moment: datetime) -> tuple[str, str]:
    """The day and the time of a moment, as they travel."""
    return moment.date().isoformat(), moment.strftime("%H:%M")

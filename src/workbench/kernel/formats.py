"""How values are written for one language, with Babel, on screen and on paper alike."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from workbench.kernel.choice import Choice
from workbench.kernel.words import Words

NOTHING = "–"
WHOLE_MONEY = {"en": "¤#,##0", "es": "#,##0\N{NO-BREAK SPACE}¤"}
LOCALES = {"en": "en_GB", "es": "es_ES"}


@dataclass(frozen=True)
class Formats:
    """Writes values for people. Every method takes None and then writes an en dash."""

    words: Words
    locale: str

    @staticmethod
    @cache
    def of(language: str) -> "Formats":
        """The formats of "en" (day before month, 24 hours) or "es"."""
        words = Words.of(language)
        return Formats(words, LOCALES[words.language])

    def plain(self, value: object) -> str:
        return NOTHING if value is None or value == "" else str(value)

    def choice(self, value: Choice | None) -> str:
        return NOTHING if value is None else self.words(value.label)

    def flag(self, value: bool | None) -> str:  # noqa: FBT001 - a formatter takes the value it formats
        if value is None:
            return NOTHING
        return self.words("yes") if value else self.words("no")

    def country(self, code: str | None) -> str:
        """The name of the country of two letters; what is none stays as it was typed."""
        from babel import Locale  # noqa: PLC0415 - as late as the dates, so that the window opens sooner

        return NOTHING if not code else str(Locale.parse(self.locale).territories.get(code.strip().upper(), code))

    def day(self, value: date | None) -> str:
        """16 Mar 2026"""
        return self._date(value, "d MMM y")

    def short_day(self, value: date | None) -> str:
        """16 Mar"""
        return self._date(value, "d MMM")

    def month(self, value: date | None) -> str:
        """Mar"""
        return self._date(value, "LLL")

    def quarter(self, value: date | None) -> str:
        """Q1 2026, or T1 2026"""
        return self._date(value, "QQQ y")

    def weekday(self, value: date | None) -> str:
        """Mon 16 Mar"""
        return self._date(value, "EEE d MMM")

    def day_name(self, value: date | None) -> str:
        """Mon"""
        return self._date(value, "EEE")

    def long_day(self, value: date | None) -> str:
        """Monday 16 March 2026, or lunes, 16 de marzo de 2026"""
        return self._date(value, "EEEE d MMMM y" if self.words.language == "en" else "EEEE, d 'de' MMMM 'de' y")

    def long_weekday(self, value: date | None) -> str:
        """Tuesday 10 March, or martes, 10 de marzo"""
        return self._date(value, "EEEE d MMMM" if self.words.language == "en" else "EEEE, d 'de' MMMM")

    def time(self, value: time | None) -> str:
        """08:30"""
        return NOTHING if value is None else value.strftime("%H:%M")

    def moment(self, value: datetime | None, zone: str = "UTC") -> str:
        """16 Mar 2026 08:30, in the given time zone; `value` is in UTC, aware or not."""
        if value is None:
            return NOTHING
        aware = value if value.tzinfo else value.replace(tzinfo=ZoneInfo("UTC"))
        local = aware.astimezone(ZoneInfo(zone))
        return f"{self.day(local.date())} {self.time(local.time())}"

    def number(self, value: Decimal | float | None, digits: int | None = None) -> str:
        if value is None:
            return NOTHING
        from babel.numbers import format_decimal  # noqa: PLC0415 - locale data on demand, not at the start

        pattern = None if digits is None else "#,##0" + ("." + "0" * digits if digits else "")
        return str(format_decimal(value, pattern, locale=self.locale))

    def percent(self, value: float | None) -> str:
        """34 % of 0.34, with a no-break space in Spanish."""
        if value is None:
            return NOTHING
        from babel.numbers import format_percent  # noqa: PLC0415

        return str(format_percent(value, locale=self.locale))

    def money(self, cents: int | None, currency: str = "EUR") -> str:
        """€1,234 or 1.234 €; amounts are whole numbers of the currency's hundredth."""
        if cents is None:
            return NOTHING
        from babel.numbers import format_currency  # noqa: PLC0415

        pattern = None if cents % 100 else WHOLE_MONEY[self.words.language]
        return str(
            format_currency(
                Decimal(cents) / 100, currency, pattern, locale=self.locale, currency_digits=pattern is None
            )
        )

    def compact_money(self, cents: int | None, currency: str = "EUR") -> str:
        """€1.42M or 1,42 M€, for key figures."""
        if cents is None:
            return NOTHING
        from babel.numbers import format_compact_currency  # noqa: PLC0415

        return str(format_compact_currency(Decimal(cents) / 100, currency, locale=self.locale, fraction_digits=1))

    def _date(self, value: date | None, pattern: str) -> str:
        return NOTHING if value is None else _written(value, pattern, self.locale)


# the same days stand again and again in a list that is scrolled
@lru_cache(4096)
def _written(value: date, pattern: str, locale: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415

    return str(format_date(value, pattern, locale=locale))

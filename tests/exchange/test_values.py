"""Values as other programs write them."""

from datetime import date, time
from decimal import Decimal

import pytest

from workbench.exchange import values
from workbench.exchange.rows import BadRow
from workbench.exchange.values import Habits

DAY_FIRST, MONTH_FIRST = Habits(), Habits(month_first=True)


@pytest.mark.parametrize(
    ("written", "habits", "meant"),
    [
        ("2026-03-10", DAY_FIRST, date(2026, 3, 10)),
        ("2026-03-10T09:00:00Z", DAY_FIRST, date(2026, 3, 10)),
        ("20260310", DAY_FIRST, date(2026, 3, 10)),
        ("10/3/2026", DAY_FIRST, date(2026, 3, 10)),
        ("3/10/2026", MONTH_FIRST, date(2026, 3, 10)),
        ("10/20/2016", DAY_FIRST, date(2016, 10, 20)),
        ("10.03.26", DAY_FIRST, date(2026, 3, 10)),
        ("2026/03/10", DAY_FIRST, date(2026, 3, 10)),
        ("10 de marzo de 2026", DAY_FIRST, date(2026, 3, 10)),
        ("martes, 10 de marzo de 2026", DAY_FIRST, date(2026, 3, 10)),
        ("March 10, 2026", DAY_FIRST, date(2026, 3, 10)),
        ("10 Mar 2026", DAY_FIRST, date(2026, 3, 10)),
        (46091, DAY_FIRST, date(2026, 3, 10)),
    ],
)
def test_a_day_is_understood_however_it_is_written(written, habits, meant):
    assert values.read_day(written, habits) == meant


@pytest.mark.parametrize("written", ["31/02/2026", "30 de febrero de 2026", "29/2/2025", "13/13/2026"])
def test_a_day_that_does_not_exist_is_told(written):
    with pytest.raises(BadRow, match="does not exist"):
        values.read_day(written, DAY_FIRST)


@pytest.mark.parametrize("written", ["soon", "n/a", "1/2", "99999", "12345678901", "²⁰/1/2026"])
def test_what_is_no_day_is_told(written):
    with pytest.raises(BadRow):
        values.read_day(written, DAY_FIRST)


def test_the_order_of_day_and_month_is_seen_in_the_values():
    assert values.habits_of(["1/2/2026", "10/20/2016"], [], "es", ",").month_first
    assert not values.habits_of(["1/2/2026", "20/10/2016"], [], "en", ",").month_first
    assert values.habits_of(["1/2/2026"], [], "en", ",").is_guess


@pytest.mark.parametrize(
    ("written", "habits", "meant"),
    [
        ("1.234,56", DAY_FIRST, Decimal("1234.56")),
        ("1,234.56", DAY_FIRST, Decimal("1234.56")),
        ("1 234,56", Habits(decimal_comma=True), Decimal("1234.56")),
        ("1.234", Habits(decimal_comma=True), Decimal(1234)),
        ("1.234", DAY_FIRST, Decimal("1.234")),
        ("1.234.567", DAY_FIRST, Decimal(1234567)),
        ("-12", DAY_FIRST, Decimal(-12)),
        (2.5, DAY_FIRST, Decimal("2.5")),
    ],
)
def test_a_number_is_read_in_the_habit_of_its_file(written, habits, meant):
    assert values.read_number(written, habits) == meant


def test_the_decimal_mark_is_seen_in_the_values():
    assert values.habits_of([], ["1.234,5", "3"], "en", ",").decimal_comma
    assert not values.habits_of([], ["1,234.5", "3"], "es", ";").decimal_comma
    assert values.habits_of([], ["1.234"], "es", ";").decimal_comma


@pytest.mark.parametrize(
    ("written", "cents", "currency"),
    [
        ("1.234,50 €", 123450, "EUR"),
        ("$1,200", 120000, "USD"),
        ("2.5M", 250_000_000, None),
        ("3k EUR", 300_000, "EUR"),
        ("1100.04", 110004, None),
    ],
)
def test_money_keeps_its_currency(written, cents, currency):
    assert values.read_money(written, DAY_FIRST) == (cents, currency)


def test_money_in_millions_stays_truthful():
    assert values.read_money("1100.04", DAY_FIRST, 1_000_000) == (110_004_000_000, None)


def test_times_of_day():
    assert values.read_time("9:05 PM") == time(21, 5)
    assert values.read_time("9:05 a. m.") == time(9, 5)
    assert values.read_time("17.30") == time(17, 30)
    assert values.read_time("10/03/2026 08:15") == time(8, 15)


def test_an_address_that_cannot_exist_is_told():
    assert values.read_email("Ana <ana@acme.es>") == "ana@acme.es"
    with pytest.raises(BadRow):
        values.read_email("ana@acme")

"""Whatever is typed into a field becomes a value of its column or a sentence about why not."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.accounts import fields as accounts
from workbench.action_items.fields import FIELDS as ACTION_FIELDS
from workbench.kernel.clock import clock_at
from workbench.kernel.errors import UserError
from workbench.kernel.field import Field, Kind
from workbench.kernel.formats import Formats
from workbench.kernel.reading import typed, understood
from workbench.meetings import fields as meetings

CLOCK = clock_at(date(2026, 3, 10), "Europe/Madrid")
EN, ES = Formats.of("en"), Formats.of("es")
FIELDS = [*accounts.FIELDS, *meetings.FIELDS, *ACTION_FIELDS]
TYPED = [field for field in FIELDS if field.kind not in (Kind.CHOICE, Kind.REFERENCE, Kind.FLAG)]


@pytest.mark.parametrize(
    ("formats", "field", "text", "value"),
    [
        (EN, accounts.INVOICED, "1,234.50", 123_450),
        (ES, accounts.INVOICED, "1.234,50 €", 123_450),
        (ES, accounts.INVOICED, "790.000", 79_000_000),
        (EN, accounts.EMPLOYEES, "1,850", 1850),
        (EN, accounts.RENEWAL, "31 Dec 2026", date(2026, 12, 31)),
        (ES, accounts.RENEWAL, "fin de mes", date(2026, 3, 31)),
        (ES, accounts.RENEWAL, "vie", date(2026, 3, 13)),
        (EN, accounts.FOUNDED, "1987", 1987),
        (EN, meetings.START, "10:30", time(10, 30)),
        (EN, accounts.SECTOR, "  3PL, cold chain ", "3PL, cold chain"),
        (EN, accounts.SECTOR, "   ", None),
    ],
)
def test_values_are_read_as_people_write_them(formats: Formats, field: Field, text: str, value: object) -> None:
    assert understood(field, text, formats, CLOCK) == value


@pytest.mark.parametrize(
    "text", ["lots", "1e400", "NaN", "Infinity", "-Infinity", "9" * 400, "3.5.1", "٣", "1 000 000 000 000 000"]
)
def test_what_is_no_number_is_refused_and_never_a_crash(text: str) -> None:
    for field in (accounts.EMPLOYEES, accounts.INVOICED):
        try:
            value = understood(field, text, EN, CLOCK)
        except UserError:
            continue
        assert isinstance(value, int)


def test_half_a_person_is_not_employed() -> None:
    with pytest.raises(UserError):
        understood(accounts.EMPLOYEES, "12.5", EN, CLOCK)


@given(text=st.text(max_size=60), field=st.sampled_from(TYPED), formats=st.sampled_from([EN, ES]))
def test_any_text_is_a_value_or_a_refusal(text: str, field: Field, formats: Formats) -> None:
    try:
        value = understood(field, text, formats, CLOCK)
    except UserError:
        return
    assert value is None or isinstance(value, field.attribute.type.python_type)


@given(cents=st.integers(-(10**13), 10**13), formats=st.sampled_from([EN, ES]))
def test_money_in_an_editor_reads_back_as_itself(cents: int, formats: Formats) -> None:
    assert understood(accounts.INVOICED, typed(accounts.INVOICED, cents, formats), formats, CLOCK) == cents


@given(day=st.dates(date(1950, 1, 1), date(2099, 12, 31)), formats=st.sampled_from([EN, ES]))
def test_a_day_in_an_editor_reads_back_as_itself(day: date, formats: Formats) -> None:
    assert understood(accounts.RENEWAL, typed(accounts.RENEWAL, day, formats), formats, CLOCK) == day

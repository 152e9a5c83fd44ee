"""Public holidays by region, offline: the same day is free in one place and worked in another."""

import subprocess
import sys
from datetime import date

import pytest

from workbench.kam.requests.clock import moved, working_days
from workbench.team.regions import WEEKENDS_ONLY, calendar_of, is_known

SAINT_GEORGE = date(2026, 4, 23)  # Thursday: the day of Aragon
MADRID = date(2026, 5, 2)


def test_a_region_has_its_own_holidays() -> None:
    assert calendar_of("ES-AR").is_free(SAINT_GEORGE)
    assert not calendar_of("ES-MD").is_free(SAINT_GEORGE)
    assert MADRID in calendar_of("ES-MD").holidays(2026)
    assert date(2026, 6, 10) in calendar_of("PT").holidays(2026)
    assert calendar_of(" es-md ") == calendar_of("ES-MD")


@pytest.mark.parametrize("region", ["", None, "XX", "ES-QQ", "nowhere", "-", "ES-", "💥"])
def test_what_nobody_knows_has_weekends_only(region: str | None) -> None:
    if region == "ES-":
        assert is_known(region)
    else:
        assert calendar_of(region) == WEEKENDS_ONLY


def test_easter_in_madrid_takes_two_days_from_a_week() -> None:
    monday, friday = date(2026, 3, 30), date(2026, 4, 3)
    assert working_days(monday, friday, WEEKENDS_ONLY) == 4
    assert working_days(monday, friday, calendar_of("ES-MD")) == 2


@pytest.mark.parametrize(("language", "name"), [("en", "National Day"), ("es", "Fiesta Nacional de España")])
def test_a_promise_on_a_holiday_moves_and_names_it(language: str, name: str) -> None:
    found = moved(date(2026, 10, 12), calendar_of("ES"), language)
    assert found is not None
    assert (found.to, found.holiday) == (date(2026, 10, 13), name)


def test_the_holidays_are_not_read_at_the_start() -> None:
    ask = "import sys, workbench.ahead, workbench.models; print('holidays' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"

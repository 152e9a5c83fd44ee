"""Public holidays by region, offline: the same day is free in one place and worked in another."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.support.books import demo_workspace, fresh_portfolio
from workbench.accounts.commands import add_account
from workbench.kam.requests.clock import moved, working_days
from workbench.kam.requests.commands import accept_request, ask_department
from workbench.kam.requests.promises import clock_of, is_late
from workbench.kam.requests.queries import card, request_named
from workbench.kam.requests.wording import calendar_sentence
from workbench.kernel.clock import clock_at
from workbench.kernel.formats import Formats
from workbench.kernel.settings import REGION, change_setting
from workbench.kernel.workspace import Workspace
from workbench.opening import Access
from workbench.team.commands import NoSuchRegion, add_department, add_member, edit_member
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


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = fresh_portfolio(tmp_path / "small.portfolio", Access(clock_at(date(2026, 4, 20), "Europe/Madrid")))
    yield made
    made.close()


def promised(workspace: Workspace, region: str) -> date | None:
    """A request of Monday 20 April that is promised for the day of Aragon, as it is stored."""
    account = workspace.do(add_account, "Iberlogística")
    department = workspace.do(add_department, "After-sales", "SER")
    workspace.do(add_member, "Andrés", department_id=department, leads_department=True, region=region or None)
    monday = date(2026, 4, 20)
    key = workspace.do(ask_department, department, "Kit", monday, account_id=account)
    workspace.do(accept_request, key, SAINT_GEORGE, monday)
    with workspace.read() as session:
        found = card(session, key)
    assert found is not None
    return found.promised_for


@pytest.mark.parametrize(("region", "day"), [("es-ar", 24), ("ES-MD", 23), ("", 23)])
def test_a_promise_moves_by_the_calendar_of_whoever_was_asked(workspace: Workspace, region: str, day: int) -> None:
    assert promised(workspace, region) == date(2026, 4, day)


def test_who_has_no_region_keeps_the_holidays_of_the_portfolio(workspace: Workspace) -> None:
    workspace.do(change_setting, REGION, "ES-AR")
    assert promised(workspace, "") == date(2026, 4, 24)


@pytest.mark.parametrize("region", ["XX", "ES-QQ", "Zaragoza", "ES-AR\nES-MD"])
def test_a_region_nobody_knows_is_refused(workspace: Workspace, region: str) -> None:
    key = workspace.do(add_member, "Andrés")
    with pytest.raises(NoSuchRegion, match="No public holidays are known for"):
        workspace.do(edit_member, key, region=region)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_demo_has_a_promise_on_a_holiday_that_is_named(tmp_path: Path, language: str) -> None:
    today = date(2026, 3, 10)
    name = {"en": "Logo", "es": "logotipo"}[language]
    with demo_workspace(tmp_path, language, clock_at(today, "Europe/Madrid")) as demo, demo.read() as session:
        found = card(session, request_named(session, name) or 0)
    assert found is not None
    assert found.promised_for == date(2026, 1, 6)
    said = calendar_sentence(found, Formats.of(language))
    assert {"en": "Epiphany", "es": "Epifanía del Señor"}[language] in said
    # 23 December to 13 January: without 25 December, 1 and 6 January and the weekends
    assert clock_of(found, today).passed == 12
    assert not is_late(found, today)

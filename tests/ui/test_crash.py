"""The one hook: what the world did becomes a notice, what we did becomes a report without anybody's data."""

import sys

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from workbench.kernel.editing import NameMissing
from workbench.kernel.errors import UserError
from workbench.kernel.words import Words
from workbench.ui.crash import Crashes, report_of
from workbench.ui.theme import Theme

SECRET = "Nuria Beltrán objects to the rebate"


@pytest.fixture
def told() -> list[UserError]:
    return []


@pytest.fixture
def crashes(theme: Theme, told: list[UserError]) -> Crashes:
    return Crashes(Words.english, theme, told.append)


def caught(problem: Exception) -> tuple[type[BaseException], BaseException, object]:
    try:
        raise problem
    except Exception:
        return sys.exc_info()  # type: ignore[return-value]


def test_what_the_user_can_fix_is_a_notice(crashes: Crashes, told: list[UserError]) -> None:
    problem = NameMissing()
    crashes.caught(*caught(problem))
    assert told == [problem]
    assert crashes._page is None


def test_our_own_fault_opens_a_page_with_a_report_to_copy(
    crashes: Crashes, told: list[UserError], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    crashes.caught(*caught(RuntimeError(SECRET)))
    page = crashes._page
    assert page is not None
    qtbot.addWidget(page)
    assert told == []
    page.findChildren(QPushButton)[0].click()
    report = QApplication.clipboard().text()
    assert "RuntimeError" in report
    assert "test_crash.py" in report
    assert [record.getMessage() for record in caplog.records] == ["unexpected RuntimeError"]
    caplog.clear()


def test_a_report_holds_no_value_from_the_portfolio() -> None:
    _, problem, trace = caught(RuntimeError(SECRET))
    assert SECRET not in report_of(problem, trace)  # type: ignore[arg-type]

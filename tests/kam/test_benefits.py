"""Six advantages year on year: recomputed by hand, typed in one line, seen on the screen and on paper (ME30)."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.kam.conftest import TODAY, Team
from tests.kam.screen import window_over
from tests.support.papers import pages_of, text_of
from workbench.accounts.commands import add_account
from workbench.action_items.commands import add_action, complete, reschedule
from workbench.action_items.model import Direction
from workbench.business.commands import add_revenue
from workbench.cli import main
from workbench.kam.benefits.commands import NoMeasure, NoSuchYear, delete_benefits, set_benefit
from workbench.kam.benefits.queries import scorecard
from workbench.kam.benefits.typed import Measured, NoNumber, read_measure
from workbench.kam.benefits.ui.records import FACT_ROLE
from workbench.kam.benefits.ui.view import BenefitsView
from workbench.kam.benefits.views import Benefit, Fact, Way, gone
from workbench.kam.model import Advantage
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_meeting, hold_meeting
from workbench.meetings.model import MeetingKind
from workbench.team.growing.commands import add_lesson, thank
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme
from workbench.ui.widgets.line import Line


def benefit(workspace: Workspace, team: Team, advantage: Advantage) -> Benefit:
    with workspace.read() as session:
        return next(one for one in scorecard(session, team.account, TODAY).benefits if one.advantage is advantage)


def promise(workspace: Workspace, team: Team, due: date, done: date | None, direction: Direction) -> int:
    made = workspace.do(add_action, f"Due {due}", due, account_id=team.account, due=due, direction=direction)
    if done:
        workspace.do(complete, [made], done)
    return made


def test_promises_count_by_the_day_they_were_first_given_for(workspace: Workspace, team: Team) -> None:
    owe = Direction.WE_OWE
    promise(workspace, team, date(2025, 3, 3), date(2025, 3, 3), owe)
    promise(workspace, team, date(2025, 4, 3), date(2025, 4, 5), owe)
    promise(workspace, team, date(2026, 2, 3), date(2026, 2, 1), owe)
    # moved once: it was promised for the day before
    moved = promise(workspace, team, date(2026, 2, 10), None, owe)
    workspace.do(reschedule, [moved], date(2026, 2, 20))
    workspace.do(complete, [moved], date(2026, 2, 12))
    promise(workspace, team, date(2026, 3, 1), None, owe)
    promise(workspace, team, date(2026, 3, 2), date(2026, 3, 2), owe)
    # what is still to come counts for nothing yet, and what is internal counts elsewhere
    promise(workspace, team, date(2026, 5, 1), None, owe)
    promise(workspace, team, date(2026, 2, 1), date(2026, 2, 1), Direction.INTERNAL)
    found = benefit(workspace, team, Advantage.COMMUNICATION)
    assert [(year, found.value(year)) for year in found.years] == [(2025, 50), (2026, 50)]
    assert found.index(2026) == 100
    assert found.change == 0
    assert len(found.behind(2026)) == 4
    assert benefit(workspace, team, Advantage.ORGANISATION).value(2026) == 100


def test_sales_grow_against_the_portfolio(workspace: Workspace, team: Team) -> None:
    other = workspace.do(add_account, "Solventa Retail")
    for year, mine, theirs in ((2024, 100_00, 300_00), (2025, 150_00, 300_00)):
        workspace.do(add_revenue, team.account, date(year, 1, 1), mine)
        workspace.do(add_revenue, other, date(year, 1, 1), theirs)
    found = benefit(workspace, team, Advantage.SALES)
    assert (found.value(2024), found.value(2025)) == (25, pytest.approx(100 / 3))
    assert found.latest == pytest.approx(100 / 3 / 25 * 100)


def test_meetings_are_counted_a_quarter_of_the_year_that_is_over(workspace: Workspace, team: Team) -> None:
    for day, kind in (
        (date(2025, 5, 6), MeetingKind.VISIT),
        (date(2025, 6, 3), MeetingKind.INTERNAL),
        (date(2026, 2, 3), MeetingKind.CALL),
    ):
        made = workspace.do(add_meeting, "Talk", day, account_id=team.account, kind=kind, time_zone="Europe/Madrid")
        workspace.do(hold_meeting, made)
    found = benefit(workspace, team, Advantage.RELATIONSHIPS)
    assert found.value(2025) == 1 / 4
    # two months and ten days of 2026
    assert found.value(2026) == pytest.approx(1 / (4 * (2 + 10 / 31) / 12))
    assert gone(2025, TODAY) == 1


def test_what_is_typed_takes_the_place_of_what_is_counted(workspace: Workspace, team: Team) -> None:
    promise(workspace, team, date(2026, 2, 3), date(2026, 2, 1), Direction.WE_OWE)
    first = workspace.do(set_benefit, team.account, Advantage.COMMUNICATION, 2025, (80.0, "Survey"))
    again = workspace.do(set_benefit, team.account, Advantage.COMMUNICATION, 2026, (84.0, ""))
    found = benefit(workspace, team, Advantage.COMMUNICATION)
    assert (found.is_typed, found.indicator, found.index(2026), found.change) == (True, "Survey", 105, 5)
    assert workspace.do(set_benefit, team.account, Advantage.COMMUNICATION, 2026, (60.0, "")) == again
    assert benefit(workspace, team, Advantage.COMMUNICATION).index(2026) == 75
    workspace.do(delete_benefits, [first, again])
    assert not benefit(workspace, team, Advantage.COMMUNICATION).is_typed


def test_a_start_of_nothing_has_no_index() -> None:
    facts = (Fact(2025, "benefit", 1, "", None, 0.0), Fact(2026, "benefit", 2, "", None, 5.0))
    assert Benefit(Advantage.TEAM_VALUE, "Lessons", Way.TYPED, TODAY, facts).index(2026) is None


def test_numbers_that_cannot_be_compared_are_refused(workspace: Workspace, team: Team) -> None:
    for value in (-1.0, float("inf"), float("nan")):
        with pytest.raises(NoMeasure):
            workspace.do(set_benefit, team.account, Advantage.SALES, 2026, (value, ""))
    with pytest.raises(NoSuchYear):
        workspace.do(set_benefit, team.account, Advantage.SALES, 20260, (1.0, ""))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("45", Measured(45, 2026, "")),
        ("win rate 2025: 45 %", Measured(45, 2025, "win rate")),
        ("tasa de éxito: 44,5", Measured(44.5, 2026, "tasa de éxito")),
    ],
)
def test_a_number_is_typed_in_one_line(text: str, expected: Measured) -> None:
    assert read_measure(text, 2026) == expected


@pytest.mark.parametrize("text", ["", "much better", "in 2026"])
def test_a_line_without_a_number_is_none(text: str) -> None:
    with pytest.raises(NoNumber):
        read_measure(text, 2026)


@pytest.fixture
def view(workspace: Workspace, team: Team, theme: Theme, tmp_path: Path, qtbot: QtBot) -> BenefitsView:
    promise(workspace, team, date(2026, 2, 3), date(2026, 2, 1), Direction.WE_OWE)
    window = window_over(workspace, "en", theme, tmp_path, qtbot)
    window.go("account", team.account)
    for label in ("Team board", "Benefits"):
        next(entry for entry in window.all_entries() if entry.label == label).run()
    assert window.page is not None
    made = window.page.findChild(BenefitsView)
    assert made is not None
    for model in (made.list.benefits, made.records.list.facts):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def test_a_number_opens_the_records_behind_it(view: BenefitsView, qtbot: QtBot) -> None:
    for _ in range(4):
        qtbot.keyClick(view.list, Qt.Key.Key_Down)
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert view.records.isVisible()
    aloud = view.records.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == "Due 2026-02-03, 3 Feb 2026 · in time"
    qtbot.keyClick(view.records.list, Qt.Key.Key_Escape)
    assert not view.records.isVisible()


def test_every_record_behind_a_number_is_opened_where_it_is_shown(
    view: BenefitsView, workspace: Workspace, team: Team, qtbot: QtBot
) -> None:
    lesson = workspace.do(add_lesson, "Ask first", account_id=team.account, on=date(2026, 2, 2))
    thanks = workspace.do(thank, team.berta, "For the invoices", date(2026, 2, 3), account_id=team.account)
    quarter = workspace.do(add_revenue, team.account, date(2026, 1, 1), 1_000)
    window = view.window()
    assert isinstance(window, MainWindow)

    def opened(line: int, record: int) -> QWidget:
        window.go("account", team.account)
        next(entry for entry in window.all_entries() if entry.label == "Team board").run()
        view.list.setCurrentIndex(view.list.benefits.index(line, 0))
        qtbot.keyClick(view.list, Qt.Key.Key_Return)
        facts = view.records.list.facts
        row = next(n for n in range(facts.rowCount()) if facts.index(n, 0).data(FACT_ROLE).id == record)
        view.records.list.setCurrentIndex(facts.index(row, 0))
        qtbot.keyClick(view.records.list, Qt.Key.Key_Return)
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        assert focused is not None
        return focused

    assert opened(3, lesson).objectName() == "playbook.table"
    assert "For the invoices" in opened(3, thanks).accessibleName()
    line = opened(1, quarter)
    assert isinstance(line, Line)
    assert line.key == quarter


def test_a_number_is_typed_with_a_key_and_taken_back(view: BenefitsView, workspace: Workspace, qtbot: QtBot) -> None:
    qtbot.keyClick(view.list, Qt.Key.Key_E)
    qtbot.keyClicks(view.ask.line, "win rate 2025: 40")
    qtbot.keyClick(view.ask.line, Qt.Key.Key_Return)
    aloud = str(view.list.benefits.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert aloud == "Differentiation, win rate, 100, 2025: 40"
    workspace.undo()
    QApplication.processEvents()
    assert "not measured" in str(view.list.benefits.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_scorecard_is_one_page(
    workspace: Workspace, team: Team, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for year, value in ((2024, 40.0), (2025, 44.0), (2026, 50.0)):
        workspace.do(set_benefit, team.account, Advantage.DIFFERENTIATION, year, (value, "Win rate"))
    path, pdf = workspace.book.path, tmp_path / "benefits.pdf"
    workspace.close()
    assert main(["benefits", "Iberlog", "--in", str(path), "--to", str(pdf), "--today", "2026-03-10"]) == 0
    assert "Written" in capsys.readouterr().out
    text = text_of(pdf)
    assert pages_of(pdf) == 1
    for told in ("1 of 1 measured advantage stands above its start", "Win rate", "125", "+15 in a year"):
        assert told in text

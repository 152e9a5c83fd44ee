"""The hours on the screen: logged in one line, summed, opened, and their cost only for who asks."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.kam.conftest import TODAY, Team
from tests.kam.screen import window_over
from workbench.action_items.commands import add_action
from workbench.business.commands import add_revenue
from workbench.kam.hours.commands import log_hours
from workbench.kam.hours.ui.band_card import BandCard
from workbench.kam.hours.ui.view import HoursView
from workbench.kam.model import HoursSpent
from workbench.kernel.settings import ROLE, change_setting
from workbench.kernel.workspace import Workspace
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme
from workbench.ui.widgets.line import Line


@pytest.fixture
def window(workspace: Workspace, team: Team, theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    workspace.do(log_hours, team.account, team.andres, date(2026, 2, 3), 6)
    made = window_over(workspace, "en", theme, tmp_path, qtbot)
    made.go("account", team.account)
    return made


def run(window: MainWindow, label: str) -> None:
    next(entry for entry in window.all_entries() if entry.label == label).run()


def hours(window: MainWindow) -> HoursView:
    assert window.page is not None
    found = window.page.findChild(HoursView)
    assert found is not None
    return found


@pytest.fixture
def view(window: MainWindow) -> HoursView:
    run(window, "Team board")
    run(window, "Hours")
    made = hours(window)
    QAbstractItemModelTester(made.table.hours, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def texts(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def shown(view: HoursView) -> list[list[str]]:
    model = view.table.hours
    return [[str(model.index(row, column).data()) for column in range(3)] for row in range(model.rowCount())]


def test_hours_are_logged_in_one_line_from_the_palette(
    window: MainWindow, workspace: Workspace, team: Team, qtbot: QtBot
) -> None:
    report = workspace.do(add_action, "Uptime report", TODAY, account_id=team.account)
    run(window, "Log hours… (N)")
    line = hours(window).ask.line
    qtbot.keyClicks(line, "2.5 h berta yesterday uptime")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    with workspace.read() as session:
        made = session.scalars(select(HoursSpent).where(HoursSpent.member_id == team.berta)).one()
    assert (made.hours, made.on, made.action_id) == (2.5, date(2026, 3, 9), report)
    assert ["Berta Soto", "98", "2.5"] in shown(hours(window))
    workspace.undo()
    assert ["Berta Soto", "98", "0"] in shown(hours(window))


def test_what_makes_no_sense_is_told_in_the_line(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    run(window, "Log hours… (N)")
    line = hours(window).ask.line
    qtbot.keyClicks(line, "400 h andres")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.isVisible()
    with workspace.read() as session:
        assert len(session.scalars(select(HoursSpent.id)).all()) == 1


def test_enter_opens_the_entries_behind_a_number_and_escape_goes_back(view: HoursView, qtbot: QtBot) -> None:
    names = [row[0] for row in shown(view)]
    view.table.setCurrentIndex(view.table.hours.index(names.index("Andrés Molina"), 0))
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert view.entry_list.model.rowCount() == 1
    qtbot.keyClick(view.entry_list.table, Qt.Key.Key_Escape)
    assert view.table.isVisible()


def test_planned_hours_lead_to_whoever_is_assigned(view: HoursView, window: MainWindow, qtbot: QtBot) -> None:
    names = [row[0] for row in shown(view)]
    cell = view.table.hours.index(names.index("Berta Soto"), 1)
    view.table.setCurrentIndex(cell)
    qtbot.keyClick(view.table, Qt.Key.Key_P)
    focused = QApplication.focusWidget()
    assert isinstance(focused, Line)
    assert focused.title == "Berta Soto"
    run(window, "Team board")
    view.table.scrollTo(cell)
    at = view.table.visualRect(cell).center()
    for click in (qtbot.mouseClick, qtbot.mouseDClick):
        click(view.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert QApplication.focusWidget() is focused


def test_n_asks_for_hours_where_the_sums_have_the_keys(view: HoursView, qtbot: QtBot) -> None:
    qtbot.keyClick(view.table, Qt.Key.Key_N)
    assert view.ask.line.isVisible()


def test_periods_are_turned(view: HoursView, qtbot: QtBot) -> None:
    assert ["Andrés Molina", "196", "6"] in shown(view)
    qtbot.keyClick(view.table, Qt.Key.Key_PageUp)
    # sixty-six working days of the last quarter
    assert ["Andrés Molina", "264", "0"] in shown(view)


def test_cost_is_not_offered_to_an_account_manager(view: HoursView) -> None:
    assert not view.strip.cost.isVisible()
    assert view.table.hours.columnCount() == 4
    view.show_profit()
    assert QApplication.focusWidget() is view.strip.parts.button(2), (
        "the keys have a place, also where nothing is shown"
    )


def test_a_key_account_manager_may_look_at_the_cost(workspace: Workspace, view: HoursView, team: Team) -> None:
    workspace.do(change_setting, ROLE, "kam")
    assert view.strip.cost.isVisible()
    assert view.table.hours.columnCount() == 4
    view.strip.cost.click()
    rows = [row[0] for row in shown(view)]
    # 6 of 8 hours of a day at 310.23
    assert view.table.hours.index(rows.index("Andrés Molina"), 4).data() == "€233"
    view.strip.cost.click()
    assert view.table.hours.columnCount() == 4


def test_the_profit_is_hidden_until_asked_for_and_opens_what_it_was_counted_from(
    workspace: Workspace, view: HoursView, window: MainWindow, team: Team, qtbot: QtBot
) -> None:
    workspace.do(add_revenue, team.account, date(2025, 12, 1), 50_000_00)
    run(window, "Account profit")
    assert not view.profit.table.isVisible()
    assert "A key account manager can show" in texts(view.profit)
    workspace.do(change_setting, ROLE, "kam")
    view.profit.findChild(QPushButton, "account.hours.profit.show").click()
    assert view.profit.table.isVisible()
    model = view.profit.table.rows_model
    # nothing is invoiced in the quarter that runs, so it is the one before
    assert "Profit, Q4 2025" in texts(view)
    assert model.data(model.index(0, 2)) == "€50,000"
    assert "Not known: Cost of goods, Rebates" in texts(view.profit)
    view.profit.costs.begin_new()
    for typed, said in (("Wages Q4 2025: 5", "is no kind of cost"), ("Rebates Q4 2025: 1,500", "")):
        line = QApplication.focusWidget()
        line.clear()  # type: ignore[attr-defined]
        qtbot.keyClicks(line, typed)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert said in texts(window)
    assert model.data(model.index(2, 2)) == "-€1,500"
    view.profit.table.setFocus()
    view.profit.table.go_to(8)
    qtbot.keyClick(view.profit.table, Qt.Key.Key_Return)
    assert view.entry_list.isVisible()
    assert workspace.undo().label == "Add cost"


def test_the_band_is_changed_in_the_settings(window: MainWindow, qtbot: QtBot) -> None:
    window.go("settings")
    assert window.page is not None
    card = window.page.findChild(BandCard)
    assert card is not None
    assert not card.editors["lowest"].isVisible()
    card.shown.click()
    assert card.editors["lowest"].isVisible()
    card.editors["lowest"].setFocus()
    card.editors["lowest"].setText("65,000")
    qtbot.keyClick(card.editors["lowest"], Qt.Key.Key_Return)
    assert "That is no salary band" in card.why.text()
    card.editors["highest"].setText("70,000")
    qtbot.keyClick(card.editors["highest"], Qt.Key.Key_Return)
    assert "€398.86" in card.rate.text()

"""The scoreboard by keys: every figure opens what it was counted from, and each record its page."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.kam.conftest import TODAY, Team
from workbench.action_items.commands import add_action
from workbench.kam.requests.commands import accept_request, answer_request, ask_department
from workbench.kam.requests.ui.view import RequestsPage
from workbench.kam.scoreboard.ui.view import ScorePage
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.papers.ui.print_page import PrintPage
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme, load_fonts

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(workspace: Workspace, team: Team, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> MainWindow:
    for title, answered in (("Kept", date(2026, 2, 4)), ("Late", date(2026, 2, 9))):
        key = workspace.do(ask_department, team.service, title, date(2026, 2, 2), account_id=team.account)
        workspace.do(accept_request, key, date(2026, 2, 5), date(2026, 2, 2))
        workspace.do(answer_request, key, "Here", answered)
    workspace.do(add_action, "Invoice 2214", TODAY, account_id=team.account, member_id=team.berta, due=date(2026, 3, 6))
    load_fonts()
    theme = Theme("light")
    theme.apply(qapp)
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1400, 800)
    made.show()
    return made


def of_account(window: MainWindow, team: Team) -> ScorePage:
    window.go("account", team.account)
    for label in ("Team board", "Scoreboard"):
        next(entry for entry in window.all_entries() if entry.label == label).run()
    QApplication.processEvents()
    shown = window.page.findChild(ScorePage)  # type: ignore[union-attr]
    assert isinstance(shown, ScorePage)
    return shown


def said(page: ScorePage) -> list[list[str]]:
    model = page.model
    return [[str(model.index(r, c).data()) for c in range(model.columnCount())] for r in range(model.rowCount())]


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def test_the_table_shows_the_figures(window: MainWindow, team: Team) -> None:
    assert said(of_account(window, team)) == [
        ["All departments", "33%", "–", "3.5", "–", "1", "0", "0"],
        ["After-sales", "50%", "–", "3.5", "–", "0", "0", "–"],
        ["Finance", "0%", "–", "–", "–", "1", "0", "0"],
        ["All of us", "33%", "–", "3.5", "–", "1", "0", "0"],
        ["Andrés Molina", "50%", "–", "3.5", "–", "0", "0", "–"],
        ["Berta Soto", "0%", "–", "–", "–", "1", "0", "0"],
    ]


def test_a_figure_opens_its_records_and_a_record_its_page(window: MainWindow, team: Team, qtbot: QtBot) -> None:
    page = of_account(window, team)
    page.table.stand_on(1, 1)
    page.table.setFocus()
    QApplication.processEvents()
    press(qtbot, Qt.Key.Key_Return)
    told = [line.accessibleName() for line in page.records.lines()]
    assert told == [
        "Late, due 5 Feb 2026, done 9 Feb 2026, Broken",
        "Kept, due 5 Feb 2026, done 4 Feb 2026, Kept",
    ]
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Return)
    shown = window.page.findChild(RequestsPage)  # type: ignore[union-attr]
    assert shown is not None
    assert shown.isVisible()
    assert shown.model.name(shown.table.current_key() or 0) == "Late"


def test_a_figure_opens_every_record_also_of_a_long_list(
    window: MainWindow, workspace: Workspace, team: Team, qtbot: QtBot
) -> None:
    for number in range(45):
        workspace.do(add_action, f"Open {number}", TODAY, account_id=team.account, member_id=team.berta)
    page = of_account(window, team)
    page.table.stand_on(2, 5)
    assert page.table.currentIndex().data() == "46"
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    rest = page.records.findChild(QPushButton, "account.scoreboard.rest")
    assert isinstance(rest, QPushButton)
    assert (len(page.records.lines()), rest.text()) == (40, "and 6 more")
    qtbot.keyClick(rest, Qt.Key.Key_Space)
    assert len(page.records.lines()) == 46
    assert QApplication.focusWidget() is page.records.lines()[40]
    assert not rest.isVisible()


def test_every_figure_is_in_sight_in_a_small_window(window: MainWindow, team: Team) -> None:
    page = of_account(window, team)
    for width in (1280, 1024):
        window.resize(width, 600)
        QApplication.processEvents()
        assert page.table.horizontalScrollBar().maximum() == 0
    assert not page.records.isVisible()
    window.resize(760, 600)
    QApplication.processEvents()
    page.table.stand_on(0, page.model.columnCount() - 1)
    assert page.table.horizontalScrollBar().value() > 0
    assert page.table.visualRect(page.model.index(0, 0)).left() == 0, "whose figures these are stays in sight"


def test_escape_gives_the_keys_back_to_the_figures(window: MainWindow, team: Team, qtbot: QtBot) -> None:
    page = of_account(window, team)
    page.table.stand_on(2, 5)
    page.table.setFocus()
    QApplication.processEvents()
    press(qtbot, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.records.lines()[0]
    press(qtbot, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.table


def test_a_change_is_counted_at_once_and_the_cursor_stays(window: MainWindow, workspace: Workspace, team: Team) -> None:
    page = of_account(window, team)
    page.table.stand_on(1, 5)
    window.desk.workspace.do(ask_department, team.service, "Another", TODAY, account_id=team.account)
    assert page.table.currentIndex().data() == "1"
    assert (page.table.currentIndex().row(), page.table.currentIndex().column()) == (1, 5)


def test_the_whole_portfolio_has_a_page(window: MainWindow, team: Team, qtbot: QtBot) -> None:
    window.go("scoreboard")
    page = window.page
    assert isinstance(page, ScorePage)
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    assert said(page)[0][0] == "All departments"
    assert page._scope.text() == "All accounts"
    page.to_paper()
    assert isinstance(window.page, PrintPage)
    assert window.page.target() == ("scoreboard-all", None)


def test_what_is_read_aloud_is_a_sentence(window: MainWindow, team: Team) -> None:
    page = of_account(window, team)
    aloud = page.model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == "After-sales: 1 of 2 promises due in Q1 2026 were kept."

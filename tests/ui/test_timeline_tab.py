"""The timeline tab: walked by keys over the headings of days, filtered by chips, renewed by undo, quick when long."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.accounts.commands import edit_account
from workbench.action_items.commands import add_action
from workbench.action_items.model import ActionItem
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_decision, add_meeting
from workbench.portfolio.timeline import PAGE, Entry
from workbench.portfolio.ui.timeline_list import ROW_ROLE
from workbench.portfolio.ui.timeline_tab import TimelineTab
from workbench.ui.desk import Desk

TODAY = date(2026, 3, 10)


class Asker(QWidget):
    """Hears which page is asked for."""

    wanted = Signal(str, object)


@pytest.fixture
def asker(qtbot: QtBot) -> Asker:
    made = Asker()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def tab(desk: Desk, asker: Asker, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot) -> TimelineTab:
    acme = accounts["Acme"]
    review = workspace.do(add_meeting, "Review", date(2026, 2, 3), account_id=acme)
    workspace.do(add_decision, review, "Weekly figure")
    workspace.do(add_action, "Send logs", date(2024, 6, 1), account_id=acme)
    made = TimelineTab(desk, asker.wanted)
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.show_account(acme)
    made.show()
    return made


def rows(tab: TimelineTab) -> list[str]:
    return [str(tab.model.index(row, 0).data()) for row in range(tab.model.rowCount())]


def current(tab: TimelineTab) -> str:
    return str(tab.list.currentIndex().data())


def test_days_head_their_entries(tab: TimelineTab) -> None:
    assert rows(tab) == [
        "Tuesday 3 February 2026",
        "Meeting: Review",
        "Decided: Weekly figure",
        "Saturday 1 June 2024",
        "Promised: Send logs",
    ]


def test_keys_walk_over_the_headings_and_enter_opens_the_record(tab: TimelineTab, asker: Asker, qtbot: QtBot) -> None:
    for expected in ("Decided: Weekly figure", "Promised: Send logs", "Promised: Send logs"):
        qtbot.keyClick(tab.list, Qt.Key.Key_J)
        assert current(tab) == expected
    qtbot.keyClick(tab.list, Qt.Key.Key_Up)
    with qtbot.waitSignal(asker.wanted) as heard:
        qtbot.keyClick(tab.list, Qt.Key.Key_Return)
    entry = tab.model.index(1, 0).data(ROW_ROLE)
    assert isinstance(entry, Entry)
    assert heard.args == ["meeting", entry.id]


def test_a_chip_leaves_the_rest_out_and_edits_come_on_request(tab: TimelineTab, qtbot: QtBot) -> None:
    chips = {chip.accessibleName(): chip for chip in tab._filters.buttons()}
    qtbot.keyClick(chips["Actions"], Qt.Key.Key_Space)
    assert rows(tab) == ["Saturday 1 June 2024", "Promised: Send logs"]
    qtbot.keyClick(tab.changes, Qt.Key.Key_Space)
    assert "Changed: Add decision" not in rows(tab)
    assert "Changed: Add action" in rows(tab)


def test_a_year_is_jumped_to(tab: TimelineTab) -> None:
    assert [tab.years.itemText(place) for place in range(tab.years.count())] == ["2026", "2024"]
    tab._year_chosen(1)
    assert current(tab) == "Promised: Send logs"


def test_a_change_and_its_undo_are_shown_at_once(
    tab: TimelineTab, workspace: Workspace, accounts: dict[str, int]
) -> None:
    workspace.do(add_action, "Fresh", TODAY, account_id=accounts["Acme"])
    assert rows(tab)[1] == "Promised: Fresh"
    tab._desk.workspace.undo()
    assert rows(tab)[1] == "Meeting: Review"


def test_what_happened_while_it_was_hidden_is_there_when_it_is_shown(
    tab: TimelineTab, workspace: Workspace, accounts: dict[str, int]
) -> None:
    tab.hide()
    workspace.do(add_action, "Fresh", TODAY, account_id=accounts["Acme"])
    workspace.do(edit_account, accounts["Acme"], sector="Retail")
    assert rows(tab)[1] == "Meeting: Review"
    tab.show()
    assert rows(tab)[1] == "Promised: Fresh"


def test_a_long_story_is_read_by_the_page(tab: TimelineTab, workspace: Workspace, accounts: dict[str, int]) -> None:
    with workspace.change("Many") as session:
        for number in range(10_000):
            day = TODAY - timedelta(days=number % 3000)
            session.add(ActionItem(title=f"Action {number}", account_id=accounts["Acme"], made_on=day))
    assert PAGE <= tab.model.rowCount() < 3 * PAGE
    oldest = min(tab._years)
    tab.jump(oldest)
    entry = tab.list.currentIndex().data(ROW_ROLE)
    assert isinstance(entry, Entry)
    assert entry.day.year == oldest

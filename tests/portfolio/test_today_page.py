"""The first page, worked by keys."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from sqlalchemy import select

from workbench.action_items.model import ActionItem, State
from workbench.demo.loader import load_demo
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.opening import Access, new_portfolio
from workbench.portfolio.ui.todo import TodoList
from workbench.portfolio.ui.todo_model import ROW_ROLE, Heading
from workbench.team.model import Member
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme, load_fonts
from workbench.ui.widgets.link import Link
from workbench.ui.widgets.said import Said

TODAY = date(2026, 3, 10)


@pytest.fixture
def window(tmp_path: Path, qtbot, qapp: QApplication) -> Iterator[MainWindow]:
    workspace = new_portfolio(tmp_path / "demo.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    load_demo(workspace, "en", TODAY)
    load_fonts()
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", Theme())
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.go("today")
    made.show()
    yield made
    made.close()
    workspace.close()


def todo(window: MainWindow) -> TodoList:
    found = window.page.findChild(TodoList)
    assert isinstance(found, TodoList)
    return found


def shown(window: MainWindow) -> list[str]:
    """The rows from top to bottom, headings as well."""
    model = todo(window).todo
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def texts(window: MainWindow) -> list[str]:
    model = todo(window).todo
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return [str(index.data()) for index in rows if not isinstance(index.data(ROW_ROLE), Heading)]


def stand_on(window: MainWindow, title: str) -> TodoList:
    """Go to an action of the list by keys."""
    made = todo(window)
    made.setFocus()
    made.go_to(0)
    for _ in texts(window):
        if str(made.currentIndex().data()).startswith(title):
            return made
        QTest.keyClick(made, Qt.Key.Key_Down)
    raise AssertionError(f"{title} is not on the page")


def test_a_ticked_action_is_struck_out_and_leaves_and_the_user_goes_on_below(window: MainWindow, qtbot) -> None:
    ticked, following = texts(window)[:2]
    made = stand_on(window, ticked)
    qtbot.keyClick(made, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(made.todo.leaving))
    assert texts(window)[:2] == [ticked, following]
    assert made.currentIndex().data() == following
    assert made.todo.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("Done")
    qtbot.waitUntil(lambda: texts(window)[:1] == [following], timeout=4000)
    assert made.currentIndex().data() == following
    assert made.hasFocus()
    window.undo()
    qtbot.waitUntil(lambda: texts(window)[:1] == [ticked])


def test_space_on_a_struck_out_action_takes_the_tick_back(window: MainWindow, qtbot) -> None:
    ticked = texts(window)[0]
    before = stored(window, ticked.split(" · ")[0]).state
    made = stand_on(window, ticked)
    qtbot.keyClick(made, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(made.todo.leaving))
    qtbot.keyClick(made, Qt.Key.Key_Up)
    qtbot.keyClick(made, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not made.todo.leaving)
    assert texts(window)[0] == ticked
    assert stored(window, ticked.split(" · ")[0]).state is before


def test_several_are_moved_at_once(window: MainWindow, qtbot) -> None:
    made = stand_on(window, texts(window)[0])
    qtbot.keyClick(made, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = made.chosen()
    assert len(chosen) == 2
    qtbot.keyClick(made, Qt.Key.Key_T)
    with window.desk.workspace.read() as session:
        due = set(session.scalars(select(ActionItem.due).where(ActionItem.id.in_(chosen))))
    assert due == {TODAY}


def test_o_gives_an_action_to_a_colleague(window: MainWindow, qtbot) -> None:
    made = stand_on(window, TITLE)
    qtbot.keyClick(made, Qt.Key.Key_O)
    line = window.page.findChild(QLineEdit, "ask.line")
    qtbot.keyClicks(line, "jul")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    with window.desk.workspace.read() as session:
        owner = session.scalar(select(Member.name).join(ActionItem).where(ActionItem.title == TITLE))
    assert owner == "Julia Sanz"


def test_today_says_what_the_demo_holds(window: MainWindow) -> None:
    assert "Send the root-cause draft to T. Vidal" in texts(window)
    assert window.page.title() == "Today"


def stored(window: MainWindow, title: str) -> ActionItem:
    with window.desk.workspace.read() as session:
        return session.scalars(select(ActionItem).where(ActionItem.title == title)).one()


TITLE = "Send the root-cause draft to T. Vidal"


@pytest.mark.parametrize(
    ("keys", "due"),
    [("t", date(2026, 3, 10)), ("3", date(2026, 3, 8)), ("+", date(2026, 3, 6)), ("-", date(2026, 3, 4))],
)
def test_one_key_moves_the_due_day(window: MainWindow, qtbot, keys: str, due: date) -> None:
    made = stand_on(window, TITLE)
    qtbot.keyClick(made, keys)
    assert stored(window, TITLE).due == due
    window.undo()
    assert stored(window, TITLE).due == date(2026, 3, 5)


def test_d_asks_for_a_day_in_words_and_says_why_not(window: MainWindow, qtbot) -> None:
    made = stand_on(window, TITLE)
    qtbot.keyClick(made, Qt.Key.Key_D)
    line = window.page.findChild(QLineEdit, "ask.line")
    assert line.hasFocus()
    qtbot.keyClicks(line, "31 feb")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert "does not exist" in " ".join(said.text() for said in window.page.findChildren(Said) if said.isVisible())
    line.clear()
    qtbot.keyClicks(line, "fri")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not line.isVisible()
    assert stored(window, TITLE).due == date(2026, 3, 13)
    assert window.notices.text == "1 action moved to Fri 13 Mar."


def test_escape_leaves_a_question_without_an_answer(window: MainWindow, qtbot) -> None:
    made = stand_on(window, TITLE)
    qtbot.keyClick(made, Qt.Key.Key_W)
    line = window.page.findChild(QLineEdit, "ask.line")
    qtbot.keyClicks(line, "Ana")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert made.hasFocus()
    assert stored(window, TITLE).waiting_for is None


def test_waiting_and_blocked_say_for_whom_and_why(window: MainWindow, qtbot) -> None:
    qtbot.keyClick(stand_on(window, TITLE), Qt.Key.Key_B)
    line = window.page.findChild(QLineEdit, "ask.line")
    qtbot.keyClicks(line, "no logs yet")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert stored(window, TITLE).blocked_reason == "no logs yet"
    qtbot.keyClick(stand_on(window, TITLE), Qt.Key.Key_W)
    qtbot.keyClicks(line, "Teresa Vidal")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    waiting = stored(window, TITLE)
    assert (waiting.state, waiting.waiting_for, waiting.waiting_since) == (State.WAITING, "Teresa Vidal", TODAY)


def test_the_next_meeting_is_in_front_and_b_opens_its_brief(window: MainWindow, qtbot) -> None:
    focused = window.page.focusWidget()
    assert focused.text() == "Operations review"
    qtbot.keyClick(focused, Qt.Key.Key_B)
    assert window.page.objectName() == "print"
    assert window.page.target()[0] == "brief"
    window.go_back()
    assert window.page.objectName() == "today"


def test_tomorrow_is_planned_on_the_same_page(window: MainWindow, qtbot) -> None:
    next(one for one in window.page.findChildren(QPushButton) if one.text() == "Plan tomorrow").click()
    assert "Wednesday 11 March" in [said.text() for said in window.page.findChildren(Said) if said.isVisible()]
    next(one for one in window.page.findChildren(QPushButton) if one.text() == "Back to today").click()
    assert "Tuesday 10 March" in [said.text() for said in window.page.findChildren(Said) if said.isVisible()]


def test_the_list_can_be_grouped_by_account_and_by_meeting_and_remembers_it(window: MainWindow, qtbot) -> None:
    made = stand_on(window, TITLE)
    qtbot.keyClick(made, Qt.Key.Key_G)
    assert "Talleres Norte" in shown(window)
    assert "Overdue" not in shown(window)
    assert str(made.currentIndex().data()) == TITLE
    assert window.desk.settings.noted("today_by") == "account"
    qtbot.keyClick(made, Qt.Key.Key_G)
    assert any(said.endswith("Operations review") for said in shown(window))
    qtbot.keyClick(made, Qt.Key.Key_G)
    assert "Overdue" in shown(window)


def test_an_account_without_a_next_step_gets_one_in_two_keys(window: MainWindow, qtbot) -> None:
    plan = next(
        one
        for one in window.page.findChildren(QPushButton)
        if one.accessibleName() == "Plan a call with Puertos del Sur"
    )
    plan.click()
    assert window.capture.line.toPlainText() == "Call Puertos del Sur tomorrow"
    qtbot.keyClick(window.capture.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: first_named(window) != "Puertos del Sur")


def first_named(window: MainWindow) -> str:
    shown = (link.accessibleName() for link in window.page.findChildren(Link) if link.isVisible())
    return next(shown, "Puertos del Sur")


def test_an_empty_day_says_what_to_do(tmp_path: Path, qtbot, qapp: QApplication) -> None:
    workspace = new_portfolio(tmp_path / "empty.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", Theme())
    qtbot.addWidget(made)
    made.go("today")
    made.show()
    said = " ".join(label.text() for label in made.page.findChildren(Said))
    assert "Look at the week (W) or capture something (Ctrl+N)" in said
    made.close()
    workspace.close()


def test_five_thousand_due_today_can_all_be_reached(tmp_path: Path, qtbot, qapp: QApplication) -> None:
    workspace = new_portfolio(tmp_path / "full.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    with workspace.change("Many") as session:
        session.add_all(ActionItem(title=f"Action {n}", due=TODAY) for n in range(5000))
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "es", Theme())
    qtbot.addWidget(made)
    made.go("today")
    made.show()
    heading = todo(made).todo.index(0, 0).data(ROW_ROLE)
    assert (heading.label, heading.count) == ("Hoy", 5000)
    todo(made).setFocus()
    qtbot.keyClick(todo(made), Qt.Key.Key_End)
    assert todo(made).currentIndex().row() == 5000
    made.close()
    workspace.close()


def test_past_midnight_it_is_another_day(window: MainWindow, qtbot) -> None:
    window.desk.clock = clock_at(date(2026, 3, 11), "Europe/Madrid")
    window.page._clock.timeout.emit()
    said = [label.text() for label in window.page.findChildren(Said)]
    assert "Wednesday 11 March" in said
    told = stand_on(window, TITLE).currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.endswith("6 days late")

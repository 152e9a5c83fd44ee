"""The first page, worked by keys."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from sqlalchemy import select

from workbench.action_items.model import ActionItem, State
from workbench.demo.loader import load_demo
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.opening import Access, new_portfolio
from workbench.portfolio.ui.todo import TodoRow
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


def rows(window: MainWindow) -> list[TodoRow]:
    return [row for row in window.page.findChildren(TodoRow) if row.isVisible()]


def texts(window: MainWindow) -> list[str]:
    return [row.text() for row in rows(window)]


def test_a_ticked_action_leaves_and_the_focus_stays_in_its_place(window: MainWindow, qtbot) -> None:
    first, second = rows(window)[:2]
    ticked, following = first.text(), second.text()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: texts(window)[:1] == [following])
    assert rows(window)[0].hasFocus()
    window.undo()
    qtbot.waitUntil(lambda: texts(window)[:1] == [ticked])


def test_today_says_what_the_demo_holds(window: MainWindow) -> None:
    assert "Send the root-cause draft to T. Vidal" in texts(window)
    assert window.page.title() == "Today"


def row(window: MainWindow, title: str) -> TodoRow:
    return next(one for one in rows(window) if one.text().startswith(title))


def stored(window: MainWindow, title: str) -> ActionItem:
    with window.desk.workspace.read() as session:
        return session.scalars(select(ActionItem).where(ActionItem.title == title)).one()


TITLE = "Send the root-cause draft to T. Vidal"


@pytest.mark.parametrize(
    ("keys", "due"),
    [("t", date(2026, 3, 10)), ("3", date(2026, 3, 8)), ("+", date(2026, 3, 6)), ("-", date(2026, 3, 4))],
)
def test_one_key_moves_the_due_day(window: MainWindow, qtbot, keys: str, due: date) -> None:
    made = row(window, TITLE)
    made.setFocus()
    qtbot.keyClick(made, keys)
    assert stored(window, TITLE).due == due
    window.undo()
    assert stored(window, TITLE).due == date(2026, 3, 5)


def test_d_asks_for_a_day_in_words_and_says_why_not(window: MainWindow, qtbot) -> None:
    made = row(window, TITLE)
    made.setFocus()
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
    made = row(window, TITLE)
    made.setFocus()
    qtbot.keyClick(made, Qt.Key.Key_W)
    line = window.page.findChild(QLineEdit, "ask.line")
    qtbot.keyClicks(line, "Ana")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert made.hasFocus()
    assert stored(window, TITLE).waiting_for is None


def test_waiting_and_blocked_say_for_whom_and_why(window: MainWindow, qtbot) -> None:
    row(window, TITLE).setFocus()
    qtbot.keyClick(row(window, TITLE), Qt.Key.Key_B)
    line = window.page.findChild(QLineEdit, "ask.line")
    qtbot.keyClicks(line, "no logs yet")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert stored(window, TITLE).blocked_reason == "no logs yet"
    row(window, TITLE).setFocus()
    qtbot.keyClick(row(window, TITLE), Qt.Key.Key_W)
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


def test_the_list_can_be_grouped_by_account_and_remembers_it(window: MainWindow) -> None:
    by_account = next(one for one in window.page.findChildren(QPushButton) if one.text() == "By account")
    by_account.click()
    QApplication.processEvents()
    heads = [said.text() for said in window.page.findChildren(Said) if said.isVisible()]
    assert "Talleres Norte" in heads
    assert "Overdue" not in heads
    assert window.desk.settings.noted("today_by_account") is True


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


def test_five_thousand_due_today_are_counted_and_the_page_stays_small(
    tmp_path: Path, qtbot, qapp: QApplication
) -> None:
    workspace = new_portfolio(tmp_path / "full.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    with workspace.change("Many") as session:
        session.add_all(ActionItem(title=f"Action {n}", due=TODAY) for n in range(5000))
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "es", Theme())
    qtbot.addWidget(made)
    made.go("today")
    made.show()
    said = [label.text() for label in made.page.findChildren(Said)]
    assert "5000" in said or "5.000" in said
    assert len(made.page.findChildren(TodoRow)) <= 60
    made.close()
    workspace.close()


def test_past_midnight_it_is_another_day(window: MainWindow, qtbot) -> None:
    window.desk.clock = clock_at(date(2026, 3, 11), "Europe/Madrid")
    window.page._clock.timeout.emit()
    said = [label.text() for label in window.page.findChildren(Said)]
    assert "Wednesday 11 March" in said
    told = [one.accessibleName() for one in window.page.findChildren(TodoRow) if one.text() == TITLE]
    assert any(name.endswith("6 days late") for name in told)

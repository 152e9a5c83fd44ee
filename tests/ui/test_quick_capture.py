"""Quick capture: a line from anywhere, coloured while it is typed, stored by Enter, taken back by one key."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from tests.support.books import demo_workspace
from tests.ui.conftest import TODAY
from workbench.accounts.model import Account
from workbench.action_items.model import ActionItem, State
from workbench.capture.captured import Part
from workbench.capture.ui.pieces import Piece
from workbench.contacts.commands import add_person
from workbench.kernel.clock import clock_at
from workbench.kernel.drafts import waiting
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, new_portfolio, open_portfolio
from workbench.ui.announce import HEARD
from workbench.ui.app import build_window, restore_drafts
from workbench.ui.keys import ShortcutGuard
from workbench.ui.list_page import ListPage
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme
from workbench.ui.widgets.said import Said

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Workspace]:
    with demo_workspace(tmp_path, "en", clock_at(TODAY, "Europe/Madrid")) as workspace:
        yield workspace


@pytest.fixture
def window(demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = build_window(demo, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.go("today")
    made.show()
    made.activateWindow()
    return made


def pieces(window: MainWindow) -> dict[str, str]:
    QApplication.processEvents()
    made = [one for one in window.capture.findChildren(Piece) if not one.isHidden()]
    return {one.accessibleName().split(": ")[0]: one.text() for one in made}


def newest(workspace: Workspace) -> ActionItem:
    with workspace.read() as session:
        return session.scalars(select(ActionItem).order_by(ActionItem.id.desc()).limit(1)).one()


def count(workspace: Workspace) -> int:
    with workspace.read() as session:
        return session.scalar(select(func.count(ActionItem.id))) or 0


def test_what_is_typed_is_understood_and_lit(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    line = window.capture.line
    assert line.hasFocus()
    qtbot.keyClicks(line, "Send price list tomorrow Talleres Norte !high")
    assert pieces(window) == {
        "Action": "Send price list",
        "When": "Wed 11 Mar",
        "Account": "Talleres Norte",
        "Priority": "High",
    }
    lit = line.document().firstBlock().layout().formats()
    theme = window.desk.theme
    assert {one.format.foreground().color().name().upper() for one in lit} == {
        theme.tokens[token] for token in ("warn", "info", "crit")
    }


def test_what_cannot_be_is_amber_said_in_a_sentence_and_saved_all_the_same(
    window: MainWindow, demo: Workspace, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    line, told = window.capture.line, window.capture.findChild(Said, "capture.unclear")
    assert told.isHidden()
    qtbot.keyClicks(line, "Send prices on 32/13 at 25:70")
    assert told.text() == (
        "“on 32/13”: That day does not exist. It stays in the text. "
        "“at 25:70”: That time does not exist. It stays in the text."
    )
    amber = [one for one in line._light.spans if one in line._light.unsure]
    assert [line.toPlainText()[one.begin : one.end] for one in amber] == ["on 32/13", "at 25:70"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert newest(demo).title == "Send prices on 32/13 at 25:70"
    assert newest(demo).captured
    assert window.notices.text == "Saved to the inbox, to be sorted later."


def test_enter_stores_and_one_press_takes_it_back(window: MainWindow, demo: Workspace, qtbot: QtBot) -> None:
    before = count(demo)
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    qtbot.keyClicks(window.capture.line, "Send price list tomorrow Talleres Norte")
    qtbot.keyClick(window.capture.line, Qt.Key.Key_Return)
    assert not window.capture.isVisible()
    assert newest(demo).due == date(2026, 3, 11)
    assert window.notices.text == "Saved to Talleres Norte."
    window.notices.act()
    assert count(demo) == before


def test_escape_leaves_nothing_and_the_line_comes_back(window: MainWindow, demo: Workspace, qtbot: QtBot) -> None:
    before = count(demo)
    focused = QApplication.focusWidget()
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    qtbot.keyClicks(window.capture.line, "Half a thought")
    qtbot.keyClick(window.capture.line, Qt.Key.Key_Escape)
    assert not window.capture.isVisible()
    assert QApplication.focusWidget() is focused
    assert count(demo) == before
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    assert window.capture.line.toPlainText() == "Half a thought"


def test_backspace_after_a_lit_part_makes_it_plain_words(window: MainWindow, qtbot: QtBot) -> None:
    window.capture.begin()
    line = window.capture.line
    qtbot.keyClicks(line, "Read The Day After Tomorrow")
    assert "When" in pieces(window)
    qtbot.keyClick(line, Qt.Key.Key_Backspace)
    assert line.toPlainText() == "Read The Day After Tomorrow"
    assert pieces(window) == {"Action": "Read The Day After Tomorrow"}
    qtbot.keyClicks(line, " on friday")
    assert pieces(window) == {"Action": "Read The Day After Tomorrow", "When": "Fri 13 Mar"}
    line.moveCursor(line.textCursor().MoveOperation.Start)
    qtbot.keyClicks(line, "Now ")
    assert pieces(window)["Action"] == "Now Read The Day After Tomorrow"


def test_the_page_of_an_account_is_what_a_line_is_for(window: MainWindow, demo: Workspace, qtbot: QtBot) -> None:
    with demo.read() as session:
        key = session.scalars(select(Account.id).where(Account.name == "Puertos del Sur")).one()
    window.go("account", key)
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    qtbot.keyClicks(window.capture.line, "call about the renewal +3")
    assert pieces(window)["Account"] == "Puertos del Sur"
    qtbot.keyClick(window.capture.line, Qt.Key.Key_Return, CTRL)
    assert window.capture.isVisible()
    assert window.capture.line.toPlainText() == ""
    assert newest(demo).account_id == key


def test_an_ambiguous_name_is_chosen_by_keys_or_goes_to_the_inbox(
    window: MainWindow, demo: Workspace, qtbot: QtBot
) -> None:
    window.capture.begin()
    line = window.capture.line
    qtbot.keyClicks(line, "Call Ana tomorrow")
    assert pieces(window)["Contact"] == "Ana? 2 matches – choose"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert newest(demo).captured == "Call Ana tomorrow"
    window.capture.begin("Call Ana tomorrow")
    asked = next(one for one in window.capture.findChildren(Piece) if one.told.question and not one.isHidden())
    asked.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(asked, Qt.Key.Key_Space)
    menu = next(menu for menu in window.capture.findChildren(QMenu) if menu.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    assert "Ana? 2 matches – choose" not in pieces(window).values()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert newest(demo).captured is None


def test_dead_keys_and_tildes_arrive(window: MainWindow, qtbot: QtBot) -> None:
    window.capture.begin()
    line = window.capture.line
    half = QInputMethodEvent("´", [])
    QApplication.sendEvent(line, half)
    whole = QInputMethodEvent()
    whole.setCommitString("á")
    QApplication.sendEvent(line, whole)
    QApplication.sendEvent(
        line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Ntilde, Qt.KeyboardModifier.NoModifier, "ñ")
    )
    assert line.toPlainText() == "áñ"
    assert window.capture.said.line == "áñ"


@pytest.mark.parametrize(
    "text", ["<b>bold</b> & <img src=x>", "🙂🙂🙂", "word " * 2000, "#", "@ ! #", "\u202eabc", '"quoted tomorrow"']
)
def test_anything_that_can_be_pasted_is_safe(window: MainWindow, demo: Workspace, qtbot: QtBot, text: str) -> None:
    window.capture.begin()
    data = QMimeData()
    data.setText(text + "\nsecond line")
    window.capture.line.insertFromMimeData(data)
    assert "\n" not in window.capture.line.toPlainText()
    qtbot.keyClick(window.capture.line, Qt.Key.Key_Return)
    assert "second line" in (newest(demo).captured or "") + newest(demo).title + "second line" * (len(text) > 5000)


def test_a_field_that_is_being_typed_into_keeps_its_text(window: MainWindow, qtbot: QtBot) -> None:
    window.go("accounts")
    field = window.page.findChild(QLineEdit, "form.account.sector")
    field.setFocus()
    field.setText("half")
    field.setCursorPosition(2)
    qtbot.keyClick(field, Qt.Key.Key_N, CTRL)
    assert window.capture.isVisible()
    qtbot.keyClick(window.capture.line, Qt.Key.Key_Escape)
    assert field.hasFocus()
    assert (field.text(), field.cursorPosition()) == ("half", 2)


@pytest.fixture
def guarded(qapp: QApplication) -> Iterator[None]:
    """The keys of the window come through every field, as in the running program."""
    guard = ShortcutGuard()
    qapp.installEventFilter(guard)
    yield
    qapp.removeEventFilter(guard)


@pytest.mark.usefixtures("guarded")
def test_a_cell_that_is_being_edited_gives_way_and_gets_the_keys_back(window: MainWindow, qtbot: QtBot) -> None:
    window.go("accounts")
    page = window.page
    assert isinstance(page, ListPage)
    page.table.setFocus()
    renewal = next(n for n in range(page.model.columnCount()) if page.model.field(n).name == "renewal_on")
    page.table.setCurrentIndex(page.model.index(0, renewal))
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    cell = QApplication.focusWidget()
    assert cell is not page.table
    qtbot.keyClicks(cell, "+3")
    qtbot.keyClick(cell, Qt.Key.Key_N, CTRL)
    QApplication.processEvents()
    assert window.focusWidget() is window.capture.line
    qtbot.keyClick(window.capture.line, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert window.focusWidget() is page.table


def test_the_inbox_is_worked_off_by_keys(window: MainWindow, demo: Workspace, qtbot: QtBot) -> None:
    window.capture.begin("Ask about the thing")
    qtbot.keyClick(window.capture.line, Qt.Key.Key_Return)
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    page = window.page
    assert page.objectName() == "inbox"
    page.table.setFocus()
    page.table.show_key(newest(demo).id)
    qtbot.keyClick(page.table, Qt.Key.Key_D)
    due = page.findChild(QLineEdit, "form.action_item.due")
    assert due.hasFocus()
    qtbot.keyClicks(due, "fri")
    qtbot.keyClick(due, Qt.Key.Key_Return)
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    filed = newest(demo)
    assert (filed.captured, filed.due, filed.state) == (None, date(2026, 3, 13), State.TODO)
    window.undo()
    assert newest(demo).captured == "Ask about the thing"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Think about the fair", "Saved to the inbox, to be sorted later."),
        ("Pay the toll tomorrow", "Saved: Pay the toll."),
        ("note: blue lights by Friday", "Saved to the inbox, to be sorted later."),
        ("visit Ana on Friday at 9", "Saved as a meeting. Not all of the line is clear, so the notes keep it."),
        ("send the list to Talleres Norte on 31 Feb", "Saved to the inbox, to be sorted later."),
    ],
)
def test_where_it_went_is_said(window: MainWindow, qtbot: QtBot, line: str, told: str) -> None:
    window.capture.begin(line)
    qtbot.keyClick(window.capture.line, Qt.Key.Key_Return)
    assert window.notices.text == told


def test_something_new_can_be_chosen_by_key_where_the_page_has_nothing_new(window: MainWindow, qtbot: QtBot) -> None:
    window.go("today")
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    offered = [menu for menu in window.findChildren(QMenu) if menu.isVisible()]
    assert "New account" in {one.text() for one in offered[0].actions()}
    offered[0].close()


def test_capture_takes_the_place_of_the_search(window: MainWindow, qtbot: QtBot) -> None:
    focused = QApplication.focusWidget()
    window.search("")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, CTRL)
    assert window.capture.line.hasFocus()
    qtbot.keyClick(window.capture.line, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is focused


def test_the_pieces_are_walked_with_tab_and_lead_back_to_their_words(window: MainWindow, qtbot: QtBot) -> None:
    window.capture.begin("send the list tomorrow")
    line = window.capture.line
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert isinstance(focused, Piece)
    assert focused.accessibleName() == "When: Wed 11 Mar"
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    assert line.hasFocus()
    assert line.textCursor().selectedText() == "tomorrow"
    qtbot.keyClicks(line, "friday")
    assert pieces(window)["When"] == "Fri 13 Mar"


def test_what_it_becomes_can_be_changed(window: MainWindow, demo: Workspace, qtbot: QtBot) -> None:
    before = count(demo)
    window.capture.begin("lorry show Talleres Norte friday 9:30")
    assert "Action" in pieces(window)
    qtbot.keyClick(window.capture.line, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    menu = next(menu for menu in window.capture.findChildren(QMenu) if menu.isVisible())
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert "Meeting" in pieces(window)
    assert window.focusWidget() is window.capture.line
    qtbot.keyClick(window.capture.line, Qt.Key.Key_Return)
    assert count(demo) == before
    assert window.notices.text == "Saved to Talleres Norte."
    window.capture.begin("lorry show Talleres Norte friday 9:30")
    assert "Action" in pieces(window)


def test_a_half_typed_line_outlives_a_crash(
    window: MainWindow, demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window.capture.begin()
    qtbot.keyClicks(window.capture.line, "Half a thought")
    qtbot.waitUntil(lambda: drafts_of(demo) == ["Half a thought"], timeout=4500)
    again = build_window(demo, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(again)
    again.show()
    restore_drafts(again)
    assert again.capture.isVisible()
    assert again.capture.line.toPlainText() == "Half a thought"
    assert drafts_of(demo) == []


def test_a_line_that_was_given_up_or_saved_leaves_no_draft(window: MainWindow, demo: Workspace, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        window.capture.begin("Half a thought")
        qtbot.keyClicks(window.capture.line, " more")
        qtbot.waitUntil(lambda: bool(drafts_of(demo)), timeout=4500)
        qtbot.keyClick(window.capture.line, key)
        assert drafts_of(demo) == []


def drafts_of(workspace: Workspace) -> list[str]:
    with workspace.read() as session:
        return [text for _, text in waiting(session)]


def test_a_line_that_cannot_be_saved_stays(tmp_path: Path, theme: Theme, qtbot: QtBot) -> None:
    file, clock = tmp_path / "mine.portfolio", clock_at(TODAY, "Europe/Madrid")
    new_portfolio(file, Access(clock)).close()
    looking = open_portfolio(file, Access(clock, read_only=True))
    window = build_window(looking, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(window)
    window.show()
    window.capture.begin("Pay the toll tomorrow")
    qtbot.keyClick(window.capture.line, Qt.Key.Key_Return)
    assert window.capture.isVisible()
    assert window.capture.line.toPlainText() == "Pay the toll tomorrow"
    assert "mine.portfolio" in window.notices.text
    looking.close()


def at(window: MainWindow, hour: int, minute: int) -> None:
    window.desk.clock = clock_at(TODAY, "Europe/Madrid", time(hour, minute))


def test_after_ten_minutes_a_half_typed_line_is_forgotten(window: MainWindow, qtbot: QtBot) -> None:
    at(window, 8, 0)
    window.capture.begin()
    qtbot.keyClicks(window.capture.line, "Half a thought")
    window.capture.leave()
    at(window, 8, 11)
    window.capture.begin()
    assert window.capture.line.toPlainText() == ""


def test_what_was_made_plain_is_still_plain_when_the_line_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    window.capture.begin()
    qtbot.keyClicks(window.capture.line, "Read Tomorrow")
    qtbot.keyClick(window.capture.line, Qt.Key.Key_Backspace)
    window.capture.leave()
    window.capture.begin()
    assert pieces(window) == {"Action": "Read Tomorrow"}


def test_the_line_before_says_which_ana_for_ten_minutes(window: MainWindow, demo: Workspace, qtbot: QtBot) -> None:
    at(window, 8, 0)
    window.capture.begin("send the list to Talleres Norte")
    qtbot.keyClick(window.capture.line, Qt.Key.Key_Return)
    window.capture.begin("call Ana")
    assert pieces(window)["Contact"] == "Ana Cortés"
    window.capture.leave()
    at(window, 8, 11)
    window.capture.begin("call Ana")
    assert pieces(window)["Contact"] == "Ana? 2 matches – choose"


def test_every_part_has_a_colour_with_a_tint(theme: Theme) -> None:
    from workbench.capture.ui.line import TOKENS

    assert set(TOKENS) == set(Part)
    assert all(f"{token}_bg" in theme.tokens for token in TOKENS.values())


def lit(window: MainWindow) -> set[str]:
    """The stretches of the line that are painted, as Qt counts."""
    line = window.capture.line
    raw = line.toPlainText().encode("utf-16-le")
    formats = line.document().firstBlock().layout().formats()
    return {raw[2 * one.start : 2 * (one.start + one.length)].decode("utf-16-le").strip() for one in formats}


@pytest.mark.parametrize("before", ["🙂🎉 ", "  \t", "cafe\u0301 ", "👩‍👩‍👧 ñandu\u0301 "])
def test_what_stands_before_does_not_shift_the_light(window: MainWindow, qtbot: QtBot, before: str) -> None:
    window.capture.begin(before + "send it tomorrow")
    assert lit(window) == {"tomorrow"}
    qtbot.keyClick(window.capture.line, Qt.Key.Key_Backspace)
    assert window.capture.line.toPlainText().endswith("tomorrow")
    assert "When" not in pieces(window)
    window.capture.line.moveCursor(window.capture.line.textCursor().MoveOperation.Start)
    window.capture.line.insertPlainText("🙂")
    assert "When" not in pieces(window)


def test_a_day_and_its_hour_are_one_light(window: MainWindow, qtbot: QtBot) -> None:
    window.capture.begin("Send the list tomorrow 10:00 Talleres Norte")
    assert lit(window) == {"tomorrow 10:00", "Talleres Norte"}
    assert list(pieces(window)) == ["Action", "When", "Account"]


def test_the_key_that_opens_it_also_leaves_it(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    qtbot.keyClicks(window.capture.line, "Half")
    qtbot.keyClick(window.capture.line, Qt.Key.Key_N, CTRL)
    assert not window.capture.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    assert window.capture.line.toPlainText() == "Half"


def test_a_click_outside_does_not_lose_it(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    qtbot.mouseClick(window.capture.veil, Qt.MouseButton.LeftButton)
    assert window.capture.isVisible()
    assert window.capture.line.hasFocus()


def test_one_of_two_with_the_same_name_can_be_chosen(window: MainWindow, demo: Workspace, qtbot: QtBot) -> None:
    twins = [demo.do(add_person, "Ana Cortés"), demo.do(add_person, "Ana Cortés")]
    window.capture.begin("ring Ana Cortés tomorrow")
    asked = next(one for one in window.capture.findChildren(Piece) if one.told.question and not one.isHidden())
    asked.click()
    menu = next(menu for menu in window.capture.findChildren(QMenu) if menu.isVisible())
    chosen = menu.actions()[-1]
    menu.close()
    chosen.trigger()
    assert window.capture.said.questions == ()
    assert window.capture.said.people[0] in twins


def test_what_was_understood_is_said_aloud_after_a_pause(window: MainWindow, qtbot: QtBot) -> None:
    HEARD.clear()
    window.capture.begin()
    qtbot.keyClicks(window.capture.line, "Send the list tomorrow Talleres Norte")
    qtbot.waitUntil(lambda: bool(HEARD), timeout=3000)
    assert HEARD[-1] == "Action: Send the list; When: Wed 11 Mar; Account: Talleres Norte"

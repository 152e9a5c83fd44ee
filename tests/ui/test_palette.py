"""The palette, the sheet of keys and the manual: everything can be found, by keys alone."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextBlock, QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QKeySequenceEdit, QLineEdit, QListView, QPushButton
from pytestqt.qtbot import QtBot

from workbench.accounts.commands import add_account
from workbench.kam.log.commands import add_log_entry
from workbench.kam.model import LogKind
from workbench.kam.requests.commands import ask_department
from workbench.kam.workstreams.commands import add_deliverable, add_workstream
from workbench.kernel.habits import Habits
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.plans.commands import add_objective, start_plan
from workbench.team.commands import add_department, add_member
from workbench.team.growing.commands import add_goal, plan_training
from workbench.ui.app import build_window
from workbench.ui.keymap import Keymap
from workbench.ui.shell.finding import NO_MATCH, match_class
from workbench.ui.shell.key_sheet import KeyMark, KeySheet
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme
from workbench.ui.widgets.said import Said

CTRL = Qt.KeyboardModifier.ControlModifier
NOW = datetime(2026, 3, 10, 8, 0, tzinfo=UTC)


@pytest.fixture
def window(workspace: Workspace, accounts: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.go("today")
    made.show()
    QApplication.processEvents()
    return made


def palette(window: MainWindow, qtbot: QtBot, text: str = "") -> QLineEdit:
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    line = window.findChild(QLineEdit, "search.line")
    assert line.hasFocus()
    if text:
        qtbot.keyClicks(line, text)
        window._overlays.palette.look()
    return line


def line_with_the_keys() -> str:
    """The part of the window that has the keys, and what its current line says."""
    focused = QApplication.focusWidget()
    assert focused is not None
    said = focused.accessibleName()
    if isinstance(focused, QAbstractItemView):
        at = focused.currentIndex()
        cells = [str(at.siblingAtColumn(place).data() or "") for place in range(at.column() + 3)]
        said = next((cell for cell in cells if "Qz" in cell), str(at.data(Qt.ItemDataRole.AccessibleTextRole)))
    return f"{focused.objectName()}: {said}"


def shown(window: MainWindow) -> list[str]:
    model = window.findChild(QListView, "search.results").model()
    return [model.index(n, 0).data() for n in range(model.rowCount())]


def test_what_was_opened_lately_comes_first(window: MainWindow, accounts: dict[str, int], qtbot: QtBot) -> None:
    window.go("account", accounts["Umbrella"])
    window.go("account", accounts["Acme"])
    palette(window, qtbot)
    assert shown(window)[:3] == ["Opened lately", "Acme", "Umbrella"]


def test_what_is_used_more_stands_above_what_is_called_alike(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    keys = [workspace.do(add_account, f"Talleres {name}") for name in ("Norte", "Sur", "Este")]
    for _ in range(3):
        window.go("account", keys[1])
        window.go("today")
    palette(window, qtbot, "talleres")
    assert shown(window)[:2] == ["Accounts", "Talleres Sur"]


def test_tab_walks_through_what_is_searched(window: MainWindow, qtbot: QtBot) -> None:
    line = palette(window, qtbot, "a")
    heads = {"Accounts", "People", "Meetings", "Actions", "Commands"}
    assert {"Accounts", "Commands"} <= set(shown(window)) & heads
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert [text for text in shown(window) if text in heads] == ["Accounts"]
    qtbot.keyClick(line, Qt.Key.Key_Backtab)
    qtbot.keyClick(line, Qt.Key.Key_Backtab)
    assert shown(window)[0] == "Commands"
    assert line.hasFocus()


def test_a_command_runs_and_the_focus_returns(window: MainWindow, qtbot: QtBot) -> None:
    before = QApplication.focusWidget()
    line = palette(window, qtbot, "settings")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is before
    line = palette(window, qtbot, ">settings")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.page.objectName() == "settings"


def test_what_cannot_be_done_says_why_and_does_nothing(window: MainWindow, qtbot: QtBot) -> None:
    palette(window, qtbot, "redo")
    model = window.findChild(QListView, "search.results").model()
    row = next(n for n in range(model.rowCount()) if model.index(n, 0).data() == "Redo")
    assert "Nothing was undone." in str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("print day sheet", "print  day sheet ", 0),
        ("import…", "import", 0),
        ("print day sheet", "print", 1),
        ("print day sheet", "day sh", 2),
        ("print day sheet", "rint", 3),
        ("print day sheet", "pds", 4),
        ("print day sheet", "xyz", NO_MATCH),
        ("print day sheet", "", 1),
    ],
)
def test_the_whole_comes_before_beginnings_and_those_before_middles_and_letters(
    text: str, wanted: str, expected: int
) -> None:
    assert match_class(text, wanted) == expected


def test_what_is_typed_exactly_stands_first_also_where_it_cannot_be_done(window: MainWindow, qtbot: QtBot) -> None:
    line = palette(window, qtbot, "work as account manager")
    assert shown(window)[:3] == ["Commands", "Work as account manager", "Work as key account manager"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.isVisible()
    assert "This is how you work already." in said(window)


def said(window: MainWindow) -> list[str]:
    return [one.text() for one in window._overlays.palette.findChildren(Said)]


def test_pages_and_views_that_are_called_so_stand_above_records(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    for name in ("Log Freight", "Hours & Minutes", "RACI Consulting", "Workload Systems", "Settingsworth"):
        workspace.do(add_account, name)
    window.go("account", accounts["Acme"])
    next(entry for entry in window.all_entries() if entry.label == "Team board").run()
    for text, view in (("log", "Log"), ("hours", "Hours"), ("raci", "RACI"), ("workload", "Workload")):
        line = palette(window, qtbot, text)
        assert shown(window)[:2] == ["Commands", view]
        assert "Accounts" in shown(window)
        qtbot.keyClick(line, Qt.Key.Key_Escape)
    palette(window, qtbot, "settings")
    assert shown(window)[:4] == ["Commands", "Settings", "Accounts", "Settingsworth"]


def test_a_command_that_speaks_of_a_record_stays_below_it(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    window.go("account", accounts["Umbrella"])
    window.open_in_window("account", accounts["Umbrella"])
    palette(window, qtbot, "umbr")
    assert shown(window)[:2] == ["Accounts", "Umbrella"]
    assert any(text.startswith("Umbrella – ") for text in shown(window)[2:])


def test_use_fades_by_half_in_fourteen_days(tmp_path: Path) -> None:
    habits = Habits(Settings(tmp_path / "settings.json"), tmp_path / "my.portfolio")
    habits.went("account", 7, NOW)
    assert habits.weight("account", 7, NOW) == 1
    assert habits.weight("account", 7, NOW + timedelta(days=14)) == pytest.approx(0.5)
    habits.went("account", 7, NOW + timedelta(days=14))
    assert habits.weight("account", 7, NOW + timedelta(days=14)) == pytest.approx(1.5)


def test_habits_survive_a_restart_and_hold_no_names(
    window: MainWindow, accounts: dict[str, int], tmp_path: Path
) -> None:
    window.go("account", accounts["Umbrella"])
    stored = (tmp_path / "settings.json").read_text(encoding="utf-8")
    assert "Umbrella" not in stored
    assert "small.portfolio" not in stored
    again = Habits(Settings(tmp_path / "settings.json"), window.desk.workspace.plain.book.path)
    assert again.latest(1) == [("account", accounts["Umbrella"])]


def test_a_broken_memory_of_habits_is_forgotten(tmp_path: Path) -> None:
    chosen = Settings(tmp_path / "settings.json")
    Habits(chosen, tmp_path / "x").went("account", 1, NOW)
    key = next(name for name in chosen._values if name.startswith("habits:"))
    for broken in (7, ["a"], {"account/1": "often"}, {"account/x": [1, 2]}, {"account/1": [1]}):
        chosen.note(key, broken)
        assert Habits(chosen, tmp_path / "x").latest(5) == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(text=st.text(max_size=60))
def test_anything_that_is_typed_is_safe(window: MainWindow, text: str) -> None:
    window.search(text)
    assert all(isinstance(row, str) for row in shown(window))


def test_f1_shows_every_key_of_the_page_and_leads_to_the_manual(window: MainWindow, qtbot: QtBot) -> None:
    window.go("accounts")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(KeySheet)
    assert sheet.isVisible()
    told = {made.accessibleName() for made in sheet.findChildren(KeyMark)}
    assert {"Keys for Quick capture, Ctrl+N", "Keys for Filter this page, Ctrl+F"} <= told
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert window.page.objectName() == "manual"
    assert not sheet.isVisible()


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_manual_is_there_in_both_languages_with_its_pictures(
    workspace: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot, language: str
) -> None:
    made = build_window(workspace, Settings(tmp_path / "settings.json"), language, theme)
    qtbot.addWidget(made)
    made.show()
    made.go("manual")
    text = made.page.text
    assert len(text.headings()) >= 7
    assert text.document().find("Ctrl+K").position() > 0
    text.show_heading(3)
    assert text.textCursor().block().text() == text.headings()[3]
    document = text.document()
    pictures = [block for block in blocks_of(document) if "\ufffc" in block.text()]
    for block in pictures:
        name = next(part.fragment().charFormat().toImageFormat().name() for part in block)
        high = document.resource(QTextDocument.ResourceType.ImageResource, QUrl(name)).height()
        place = document.documentLayout().blockBoundingRect
        assert place(block.next()).top() - place(block).top() < high + 40
    assert len(pictures) >= 8
    field = made.page.findChild(QLineEdit, "manual.find")
    field.setText("Ctrl+N")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert text.textCursor().selectedText() == "Ctrl+N"


def change_key(window: MainWindow, qtbot: QtBot, label: str, key: Qt.Key, held: Qt.KeyboardModifier) -> KeySheet:
    window.show_keys()
    sheet = window.findChild(KeySheet)
    qtbot.keyClick(sheet.findChild(KeyMark, f"keys.{label}"), Qt.Key.Key_Space)
    editor = sheet.findChild(QKeySequenceEdit, "keys.editor")
    QApplication.processEvents()
    assert editor.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), key, held)
    return sheet


def test_keys_can_be_changed_and_stay_so(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = change_key(window, qtbot, "Settings", Qt.Key.Key_J, CTRL)
    sheet.leave()
    qtbot.keyClick(window, Qt.Key.Key_J, CTRL)
    assert window.page.objectName() == "settings"
    window.go("today")
    qtbot.keyClick(window, Qt.Key.Key_Comma, CTRL)
    assert window.page.objectName() == "today"
    again = Keymap(Settings(tmp_path / "settings.json"))
    assert [entry.keys for entry in again.applied(window._menus.own()) if entry.label == "Undo"] == ["Ctrl+Z"]
    assert again.is_chosen("Settings")


def test_keys_that_are_taken_are_refused_by_name(window: MainWindow, qtbot: QtBot) -> None:
    sheet = change_key(window, qtbot, "Settings", Qt.Key.Key_N, CTRL)
    said = [label.text() for label in sheet.findChildren(Said)]
    assert "Ctrl+N is taken by “Quick capture”." in said
    sheet.leave()
    qtbot.keyClick(window, Qt.Key.Key_Comma, CTRL)
    assert window.page.objectName() == "settings"


def test_all_keys_can_be_had_back(window: MainWindow, qtbot: QtBot) -> None:
    sheet = change_key(window, qtbot, "Settings", Qt.Key.Key_J, CTRL)
    next(made for made in sheet.findChildren(QPushButton) if made.text() == "Original keys").click()
    sheet.leave()
    qtbot.keyClick(window, Qt.Key.Key_Comma, CTRL)
    assert window.page.objectName() == "settings"


def test_a_copied_link_leads_back_to_its_record(window: MainWindow, accounts: dict[str, int], qtbot: QtBot) -> None:
    window.go("account", accounts["Umbrella"])
    qtbot.keyClick(window, Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    copied = QApplication.clipboard().text()
    assert copied == f"awb:account/{accounts['Umbrella']}"
    window.go("today")
    line = palette(window, qtbot, copied)
    assert shown(window) == ["Link", "Umbrella"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.page.title() == "Umbrella"
    palette(window, qtbot, "awb:account/1")
    assert shown(window) == []


def test_the_right_arrow_shows_what_can_be_done_with_a_record(window: MainWindow, qtbot: QtBot) -> None:
    line = palette(window, qtbot, "acm")
    found = shown(window)
    qtbot.keyClick(line, Qt.Key.Key_Right)
    verbs = shown(window)
    assert verbs[:3] == ["Acme", "Open", "Open in a window of its own"]
    assert "Account on one page" in verbs
    qtbot.keyClick(line, Qt.Key.Key_Left)
    assert shown(window) == found
    # inside the line the arrow only moves the caret
    qtbot.keyClick(line, Qt.Key.Key_Home)
    qtbot.keyClick(line, Qt.Key.Key_Right)
    assert shown(window) == found
    qtbot.keyClick(line, Qt.Key.Key_End)
    qtbot.keyClick(line, Qt.Key.Key_Right)
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert shown(window) == found
    assert line.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Right)
    for _ in range(verbs.index("Account on one page") - 1):
        qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert window.page is not None
    assert window.page.objectName() == "print"
    qtbot.waitUntil(lambda: not window.desk.tasks.is_busy(), timeout=20_000)


def test_what_belongs_to_an_account_or_a_member_opens_where_it_is_shown(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    account, day = accounts["Umbrella"], NOW.date()
    finance = workspace.do(add_department, "Finance", "FIN")
    marta = workspace.do(add_member, "Marta Ibáñez", department_id=finance)
    workspace.do(ask_department, finance, "Qz credit note", day, account_id=account)
    workspace.do(add_log_entry, account, LogKind.ISSUE, "Qz pallets", day)
    stream = workspace.do(add_workstream, account, "Qz fjord")
    workspace.do(add_deliverable, stream, "Qz map")
    plan = workspace.do(start_plan, account, "Qz plan", day, day)
    workspace.do(add_objective, plan, "Qz northern depot")
    workspace.do(plan_training, marta, "Qz course")
    workspace.do(add_goal, marta, "Qz Norwegian")
    for word, place in {
        "credit": "account.requests.table: Qz credit note",
        "pallets": "log.entries: Issue, Qz pallets, 10 Mar 2026, Still open",
        "fjord": "raci.grid.table: Qz fjord",
        "map": "raci.grid.table: Qz map",
        "plan": "account.tab.5: Plan",
        "northern": "plan.objectives.line: O1  Qz northern depot, Not started",
        "course": "trainings.table: Qz course",
        "norwegian": "member.goals.line: Qz Norwegian, 0%",
    }.items():
        qtbot.keyClick(palette(window, qtbot, f"qz {word}"), Qt.Key.Key_Return)
        assert line_with_the_keys() == place

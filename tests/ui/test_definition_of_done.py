"""What every page must do before it is done, one test for all of them."""

import re
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from benchmarks.portfolios import Size, make
from tests.ui.conftest import TODAY
from tests.ui.cut import cut
from tests.ui.pages import target, window_over
from workbench.kernel import journal, paths
from workbench.kernel.clock import clock_at
from workbench.kernel.journal import Author
from workbench.kernel.workspace import Workspace
from workbench.models import METADATA
from workbench.opening import Access, new_portfolio, open_portfolio
from workbench.ui.announce import HEARD
from workbench.ui.menu import spoken
from workbench.ui.picture import settle
from workbench.ui.plan import PAGES
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.shell.menus import MENUS
from workbench.ui.theme import Looks, Theme
from workbench.ui.widgets.chips import LOOKS

NAME = re.compile(r"[a-z_]+(\.[\w ]+)+")
MANY = Size("many", 250, 2_500, 10_000)
# these are about one record and are reached from its list
FROM_A_LIST = {"account": "accounts", "meeting": "meetings", "member": "team"}
# these show a list in another way, and have a key instead of a place in the sidebar
BY_A_KEY = {
    "scoreboard": Qt.Key.Key_B,
    "week": Qt.Key.Key_W,
    "jobs": Qt.Key.Key_J,
    "skills": Qt.Key.Key_K,
    "trainings": Qt.Key.Key_T,
    "playbook": Qt.Key.Key_L,
}
NAMED = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
# the same in both languages
NEUTRAL = {"PDF", "Inter", "A4", "English", "Total", "No", "Plan", "Color", "Capital", "General"}


@pytest.mark.parametrize("page", sorted(set(PAGES) - {"manual"}))
def test_every_page_is_reached_by_keys(demo: Workspace, page: str, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    window = window_over(demo, "es", theme, tmp_path, qtbot)
    window.go("today" if page != "today" else "accounts")
    if page in BY_A_KEY:
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        settle(QApplication.instance(), window)  # type: ignore[arg-type]
        qtbot.keyClick(window, BY_A_KEY[page], held)
    else:
        _by_sidebar(window, FROM_A_LIST.get(page, page), qtbot)
    if page in FROM_A_LIST:
        table = window.page.table  # type: ignore[union-attr]
        qtbot.waitUntil(lambda: table.listing_model.rowCount() > 0)
        table.setFocus()
        table.walk(1)
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert window.page is not None
    assert window.page.objectName() == page


def _by_sidebar(window: MainWindow, page: str, qtbot: QtBot) -> None:
    window.activateWindow()
    window.sidebar.setFocus()
    qtbot.waitUntil(window.sidebar.hasFocus)
    qtbot.keyClick(window.sidebar, Qt.Key.Key_Home)
    for _ in range(window.sidebar.model().rowCount()):
        place = window.sidebar.place_at(window.sidebar.currentIndex())
        if place and place.page == page and place.target is None:
            break
        qtbot.keyClick(window.sidebar, Qt.Key.Key_Down)
    qtbot.keyClick(window.sidebar, Qt.Key.Key_Return)


@pytest.mark.parametrize("page", sorted(set(PAGES) - set(FROM_A_LIST)))
def test_every_page_stands_in_a_menu(demo: Workspace, page: str, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    window = window_over(demo, "es", theme, tmp_path, qtbot)
    reached = set()
    for entry in window.all_entries():
        if entry.menu and hasattr(entry.run, "__self__") and hasattr(entry.run.__self__, "_page"):
            reached.add(entry.run.__self__._page)
    assert page in reached


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_page_says_its_name_and_names_its_parts(
    demo: Workspace, page: str, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(demo, "es", theme, tmp_path, qtbot)
    window.go(page, target(demo, page))
    shown = window.page
    assert shown is not None
    assert shown.objectName() == page
    assert shown.title()
    parts = [one for one in shown.findChildren(QWidget) if is_ours(one) and one.isVisible()]
    assert [f"{type(one).__name__} {one.accessibleName()}" for one in parts if not one.objectName()] == []


def is_ours(widget: QWidget) -> bool:
    """Whether somebody types, chooses or walks in it; the head of a table goes with its table."""
    return isinstance(widget, NAMED) and not isinstance(widget, QHeaderView)


@pytest.mark.parametrize("page", sorted(set(PAGES) - set(FROM_A_LIST)))
def test_every_page_is_at_home_in_an_empty_portfolio(
    workspace: Workspace, page: str, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(workspace, "es", theme, tmp_path, qtbot, (1024, 600))
    window.go(page)
    settle(QApplication.instance(), window)  # type: ignore[arg-type]
    assert window.page is not None
    texts = [label for label in window.page.findChildren(QLabel) if label.isVisible() and label.text()]
    assert texts != []


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A portfolio that nobody may change."""
    path = tmp_path_factory.mktemp("locked") / "locked.portfolio"
    clock = clock_at(TODAY, "Europe/Madrid")
    new_portfolio(path, Access(clock)).close()
    workspace = open_portfolio(path, Access(clock, read_only=True))
    yield workspace
    workspace.close()


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_page_opens_where_nothing_may_be_changed(
    locked: Workspace, page: str, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(locked, "en", theme, tmp_path, qtbot)
    window.go(page)
    settle(QApplication.instance(), window)  # type: ignore[arg-type]
    assert window.page is not None
    assert window.page.objectName() == page


GONE = 4_242  # no record is called so


@pytest.mark.parametrize("page", sorted(PAGES))
def test_a_record_that_is_gone_is_an_answer_and_no_crash(
    workspace: Workspace, page: str, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(workspace, "en", theme, tmp_path, qtbot)
    window.go(page, GONE)
    settle(QApplication.instance(), window)  # type: ignore[arg-type]
    assert window.page is not None
    assert window.page.objectName() == page
    said = [label for label in window.page.findChildren(QLabel) if label.isVisible() and label.text()]
    assert said != []
    # and the way on is open: what belongs to nothing is offered to nobody
    for entry in window.all_entries():
        entry.when()
    window.go("today")
    assert window.page.objectName() == "today"


@pytest.mark.parametrize("page", sorted(PAGES))
def test_what_can_be_dragged_can_be_moved_by_keys(
    demo: Workspace, page: str, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(demo, "en", theme, tmp_path, qtbot)
    window.go(page, target(demo, page))
    assert window.page is not None
    keys = {key for entry in window.all_entries() for key in entry.keys.split("|")}
    heads = [head for head in window.page.findChildren(QHeaderView) if head.isVisible() and head.sectionsMovable()]
    if heads:
        assert {"Alt+Shift+Left", "Alt+Shift+Right"} <= keys
    # files can be dropped anywhere on the window
    assert "Ctrl+I" in keys


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_page_prints_or_leads_to_what_can_be_printed(
    demo: Workspace, page: str, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(demo, "en", theme, tmp_path, qtbot)
    window.go(page, target(demo, page))
    (entry,) = [entry for entry in window.all_entries() if "Ctrl+P" in entry.keys.split("|")]
    window.activateWindow()
    QApplication.processEvents()
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert window.page is not None
    shown = window.page.target()
    document = shown[0] if isinstance(shown, tuple) else "account"
    if page in PRINTED:
        assert (window.page.objectName(), document) == ("print", PRINTED[page])
    elif page != "print":
        assert not entry.when()
        assert window.page.objectName() == page
        assert window.notices.text == entry.why


# what Ctrl+P prints of each page; the others have no paper
PRINTED = {
    "today": "daysheet",
    "account": "account",
    "accounts": "portfolio",
    "portfolio": "portfolio",
    "meetings": "brief",
    "meeting": "brief",
    "week": "daysheet",
    "actions": "account",
    "team": "skills",
    "member": "skills",
    "skills": "skills",
    "trainings": "skills",
    "scoreboard": "scoreboard-all",
}


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_key_of_a_page_stands_in_the_sheet_of_keys(
    demo: Workspace, page: str, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(demo, "es", theme, tmp_path, qtbot)
    window.go(page, target(demo, page))
    window.show_keys()
    sheet = window.findChild(QWidget, "keys.sheet")
    assert sheet is not None
    read = {label.text() for label in sheet.findChildren(QLabel)} | {
        button.text() for button in sheet.findChildren(QAbstractButton)
    }
    assert window.page is not None
    own = window.page.entries()
    assert {entry.menu for entry in own} <= {*MENUS, ""}, "a menu that no window draws"
    missing = [entry.label for entry in own if entry.keys and entry.keys.split("|")[0] not in read]
    unsaid = [spoken(entry, window.desk.words) for entry in own if spoken(entry, window.desk.words) not in read]
    assert (missing, unsaid) == ([], [])


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_button_of_a_page_is_called_page_area_item(
    demo: Workspace, page: str, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(demo, "en", theme, tmp_path, qtbot)
    window.go(page, target(demo, page))
    settle(QApplication.instance(), window)  # type: ignore[arg-type]
    assert window.page is not None
    buttons = [one for one in window.page.findChildren(QAbstractButton) if one.isVisible()]
    assert [one.text() or one.accessibleName() for one in buttons if not NAME.fullmatch(one.objectName())] == []


@pytest.mark.parametrize(
    "look", [Looks("contrast", 150), Looks("contrast-dark")], ids=["contrast 150 %", "dark contrast"]
)
@pytest.mark.parametrize("page", sorted(PAGES))
def test_nothing_is_cut_with_strong_contrast(
    demo: Workspace, page: str, look: Looks, theme: Theme, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.take(look)
    theme.apply(qapp)
    window = window_over(demo, "es", theme, tmp_path, qtbot, (1280, 720))
    window.go(page, target(demo, page))
    for _ in range(2):
        settle(qapp, window)
    assert (window.width(), window.height()) == (1280, 720)
    assert cut(window) == []


@pytest.mark.parametrize("page", ["accounts", "contacts", "meetings", "actions", "team"])
def test_a_change_is_saved_at_once_named_for_undo_and_said_once(
    workspace: Workspace, page: str, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(workspace, "en", theme, tmp_path, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go(page)
    window.page.begin_new()  # type: ignore[union-attr]
    qtbot.keyClicks(QApplication.focusWidget(), "Nandu")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    table = window.page.table  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: table.listing_model.rowCount() == 1)
    table.setFocus()
    with Workspace(workspace.book, lambda: METADATA, Author("other", "here"), workspace.clock).read() as other:
        # what somebody else sees would be there after the power was cut
        assert len(journal.recent(other, 5)) == len(workspace.stacks().done)
    HEARD.clear()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert len(HEARD) == 1, list(HEARD)
    assert "Nandu" in HEARD[0]
    assert "Nandu" in window.undoing._undo_label()
    HEARD.clear()
    # the list is empty and gone, but the keys are not
    QApplication.processEvents()
    assert QApplication.focusWidget() is not None
    assert QApplication.focusWidget().isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(HEARD) == 1, list(HEARD)
    assert table.listing_model.rowCount() == 1


def test_every_status_is_said_by_a_sign_and_a_word_too() -> None:
    assert [choice for choice, (_, sign) in LOOKS.items() if not sign or not choice.label] == []


def english() -> set[str]:
    """Texts that Spanish says differently, as the program has them in its source."""
    from babel.messages.pofile import read_po

    with (paths.resources() / "locale" / "es" / "LC_MESSAGES" / "workbench.po").open("rb") as file:
        messages = [m for m in read_po(file) if isinstance(m.id, str) and m.id]
    spanish = {str(message.string) for message in messages}
    return {m.id for m in messages if m.string and m.string != m.id} - spanish - NEUTRAL


@pytest.mark.parametrize("page", sorted(PAGES))
def test_nothing_is_left_in_english(demo: Workspace, page: str, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    window = window_over(demo, "es", theme, tmp_path, qtbot)
    window.go(page, target(demo, page))
    settle(QApplication.instance(), window)  # type: ignore[arg-type]
    assert sorted(texts(window) & english()) == []


def texts(window: MainWindow) -> set[str]:
    """Everything that can be read, without the records of the demo."""
    found = {action.text().replace("&", "") for menu in window.menuBar().actions() for action in _entries(menu)}
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QLabel | QAbstractButton):
            found.add(widget.text())
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            found.add(widget.placeholderText())
        found.add(widget.accessibleName())
    return found


def _entries(menu: object) -> list:
    return menu.menu().actions() if menu.menu() else []  # type: ignore[attr-defined]


def test_every_key_of_a_menu_is_a_key(demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    window = window_over(demo, "es", theme, tmp_path, qtbot)
    keys = [key for entry in window.all_entries() if entry.keys for key in entry.keys.split("|")]
    assert [key for key in keys if QKeySequence(key).isEmpty()] == []


@pytest.mark.slow
def test_ten_times_the_records_do_not_make_a_page_ten_times_slower(
    demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    large, slow = make(tmp_path / "large.portfolio", MANY), []
    for page in sorted(PAGES):
        few, many = (_took(one, page, theme, tmp_path, qtbot) for one in (demo, large))
        # half a second stands for what does not depend on the number of records
        if many > 4 * few + 0.5:
            slow.append(f"{page}: {many:.2f} s, {few:.2f} s with the demo")
    large.close()
    assert slow == []


def _took(workspace: Workspace, page: str, theme: Theme, folder: Path, qtbot: QtBot) -> float:
    window = window_over(workspace, "es", theme, folder, qtbot)
    window.go(page, target(workspace, page))
    window.go("settings")
    began = perf_counter()
    window.go(page, target(workspace, page))
    QApplication.processEvents()
    took = perf_counter() - began
    window.close()
    return took

"""A key account manager who sees little: dark, texts twice as large, 1366 by 768, and no mouse."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.support.books import demo_workspace
from tests.ui.cut import cut
from workbench.accounts.model import Account
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import DENSITY, TEXT_SIZE, THEME, Settings
from workbench.kernel.workspace import Workspace
from workbench.ui.announce import HEARD
from workbench.ui.app import build_window
from workbench.ui.picture import settle
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.shell.pane_walk import PaneWalk
from workbench.ui.theme import chosen_theme, load_fonts

TUESDAY = date(2026, 3, 10)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Workspace]:
    with demo_workspace(tmp_path, "es", clock_at(TUESDAY, "Europe/Madrid")) as workspace:
        yield workspace


@pytest.fixture
def window(demo: Workspace, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> MainWindow:
    settings = Settings(tmp_path / "settings.json")
    settings.set(THEME, "dark")
    settings.set(TEXT_SIZE, 200)
    settings.set(DENSITY, "comfortable")
    load_fonts()
    theme = chosen_theme(settings)
    theme.apply(qapp)
    made = build_window(demo, settings, "es", theme)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.go("today")
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    qtbot.keyClick(focused(), key, held)
    QApplication.processEvents()


def is_in_sight(window: MainWindow) -> bool:
    """Whether some of what has the focus can be seen."""
    return not focused().visibleRegion().isEmpty() and window.isAncestorOf(focused())


def test_f6_leads_through_the_window_and_the_focus_is_never_out_of_sight(window: MainWindow, qtbot: QtBot) -> None:
    for _ in PaneWalk(window).panes():
        if not window.sidebar.hasFocus():
            press(qtbot, Qt.Key.Key_F6)
    assert window.sidebar.hasFocus()
    for _ in PaneWalk(window).panes():
        press(qtbot, Qt.Key.Key_F6)
        assert is_in_sight(window)
    assert window.sidebar.hasFocus()
    press(qtbot, Qt.Key.Key_F6, SHIFT)
    assert not window.sidebar.hasFocus()
    assert is_in_sight(window)


@pytest.mark.parametrize("page", ["today", "accounts", "actions", "inbox", "meetings", "settings"])
def test_nothing_is_cut_at_that_size(window: MainWindow, page: str) -> None:
    window.go(page)
    for _ in range(3):
        settle(QApplication.instance(), window)  # type: ignore[arg-type]
    assert (window.width(), window.height()) == (1366, 768)
    assert cut(window) == []


def test_an_action_is_found_heard_and_done_by_keys_alone(window: MainWindow, demo: Workspace, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_6, CTRL)
    assert window.page is not None
    assert window.page.objectName() == "actions"
    table = window.page.table  # type: ignore[attr-defined]
    qtbot.waitUntil(table.hasFocus)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Down)
    assert row_as_heard(table)[:2] == [table.listing_model.cell(table.currentIndex().row(), n)[1].text for n in (0, 1)]
    before = demo.undo_label
    HEARD.clear()
    press(qtbot, Qt.Key.Key_Space)
    assert demo.undo_label != before
    assert HEARD
    assert table.hasFocus()
    # the letters go on with the action that took its place
    assert table.selected_keys() == [table.current_key()]  # type: ignore[attr-defined]
    press(qtbot, Qt.Key.Key_Z, CTRL)
    assert demo.undo_label == before
    assert len(HEARD) >= 2


def row_as_heard(table: QWidget) -> list[str]:
    """The cells of the current row as a screen reader is told."""
    node = QAccessible.queryAccessibleInterface(table)
    assert node is not None
    heard = []
    for place in range(node.childCount()):
        cell = node.child(place)
        if cell is not None and cell.role() == QAccessible.Role.Cell and cell.state().selected:  # type: ignore[attr-defined]
            heard.append(cell.text(QAccessible.Text.Name))
    return heard


def test_paper_is_reached_by_its_key_and_leaves_as_a_page_that_can_be_heard(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "plan.html"
    # the system's own dialog cannot be typed into without a desktop
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(page), ""))
    press(qtbot, Qt.Key.Key_3, CTRL)
    table = window.page.table  # type: ignore[union-attr]
    qtbot.waitUntil(table.hasFocus)
    press(qtbot, Qt.Key.Key_Return)
    assert window.page is not None
    assert window.page.objectName() == "account"
    press(qtbot, Qt.Key.Key_P, CTRL)
    assert window.page.objectName() == "print"
    assert is_in_sight(window)
    qtbot.waitUntil(lambda: not window.desk.tasks.is_busy(), timeout=20_000)
    press(qtbot, Qt.Key.Key_E, CTRL | SHIFT)
    qtbot.waitUntil(lambda: not window.desk.tasks.is_busy() and page.exists(), timeout=20_000)
    assert str(page) in window.notices.text
    told = page.read_text(encoding="utf-8")
    assert "<html lang='es'>" in told
    assert told.count("<h3>") > 5
    assert told.count("<table>") > 5


def test_texts_grow_and_shrink_by_keys_and_the_page_stays(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_6, CTRL)
    press(qtbot, Qt.Key.Key_Minus, CTRL)
    qtbot.waitUntil(lambda: window.desk.theme.text_size == 175)
    assert window.page is not None
    assert window.page.objectName() == "actions"
    assert any("175" in said for said in HEARD)


def test_the_board_is_reached_heard_and_changed_by_keys_alone(
    window: MainWindow, demo: Workspace, qtbot: QtBot
) -> None:
    window.go("account", the_account(demo))
    settle(QApplication.instance(), window)  # type: ignore[arg-type]
    press(qtbot, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    for _ in range(3):
        settle(QApplication.instance(), window)  # type: ignore[arg-type]
    assert cut(window) == []
    reached = []
    for _ in PaneWalk(window).panes():
        press(qtbot, Qt.Key.Key_F6)
        assert is_in_sight(window)
        reached.append(focused().objectName())
    assert any(name.startswith("board.card.") for name in reached), reached
    assert any(name.startswith(("account.cockpit.", "board.chip.")) for name in reached), reached
    while not focused().objectName().startswith("board.card."):
        press(qtbot, Qt.Key.Key_F6)
    heard = QAccessible.queryAccessibleInterface(focused())
    assert heard is not None
    assert heard.role() == QAccessible.Role.ListItem
    said = heard.text(QAccessible.Text.Name)
    assert said.startswith(
        "Causa raíz: fallos de batería en Zaragoza, Posventa, en curso, 5 días de retraso, bloqueada"
    )
    assert said.endswith("responsable Andrés Molina, rinde cuentas")
    HEARD.clear()
    press(qtbot, Qt.Key.Key_Right, CTRL)
    qtbot.keyClicks(focused(), "Teresa Vidal")
    press(qtbot, Qt.Key.Key_Return)
    assert HEARD[-1] == "Movida a En espera, Posventa, 1 de 2"
    assert focused().objectName().startswith("board.card.")
    press(qtbot, Qt.Key.Key_Return)
    assert focused().objectName() == "form.action_item.state"
    assert is_in_sight(window)
    press(qtbot, Qt.Key.Key_Escape)
    assert focused().objectName().startswith("board.card.")


def the_account(workspace: Workspace) -> int:
    with workspace.read() as session:
        return session.scalars(select(Account.id).where(Account.name == "Iberlogística Grupo")).one()

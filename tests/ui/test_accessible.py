"""Whoever listens to the screen, or uses it without a mouse, finds everything: names, roles, sizes, the focus."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.pages import window_over
from workbench.kernel.workspace import Workspace
from workbench.ui.scenes import SCENES, play
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import DENSITIES, Looks, Theme

Role = QAccessible.Role
# what can take the focus and still says nothing of what it is
VAGUE = {Role.NoRole, Role.Pane, Role.Window, Role.Grouping, Role.Whitespace}
MOST_CHILDREN, DEEPEST, LEAST = 80, 14, 24


def nodes(one: QAccessibleInterface, depth: int = 0) -> Iterator[QAccessibleInterface]:
    """A node and all below it, of long lists the first ones."""
    yield one
    for place in range(min(one.childCount(), MOST_CHILDREN) if depth < DEEPEST else 0):
        below = one.child(place)
        if below is not None:
            yield from nodes(below, depth + 1)


@dataclass(frozen=True)
class Told:
    """What is told of a node; the node itself must not outlive its window."""

    name: str
    role: QAccessible.Role
    where: str


def focusable(window: MainWindow) -> Iterator[Told]:
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None
    for node in nodes(root):
        state, made = node.state(), node.object()
        if state.focusable and not state.invisible:  # type: ignore[attr-defined]
            where = f"{type(made).__name__} {made.objectName()}" if made else "item"
            yield Told(node.text(QAccessible.Text.Name).strip(), node.role(), where)


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_what_can_take_the_focus_has_a_name_and_a_role(
    demo: Workspace, scene: str, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(demo, "es", theme, tmp_path, qtbot)
    play(window, scene)
    QApplication.processEvents()
    found = list(focusable(window))
    assert len(found) > 10
    assert [told for told in found if not told.name] == []
    assert [told for told in found if told.role in VAGUE] == []


@pytest.mark.parametrize("density", sorted(DENSITIES))
@pytest.mark.parametrize("scene", ["account", "accounts", "actions", "capture", "meeting", "plan", "settings", "today"])
def test_what_is_clicked_is_large_enough(
    demo: Workspace, scene: str, density: str, theme: Theme, qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    theme.take(Looks(density=density))
    theme.apply(qapp)
    window = window_over(demo, "es", theme, tmp_path, qtbot)
    play(window, scene)
    QApplication.processEvents()
    small = [one for one in clickable(window) if min(one.width(), one.height()) < LEAST]
    assert [f"{type(one).__name__} {one.accessibleName()} {one.width()}x{one.height()}" for one in small] == []


def clickable(window: MainWindow) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget


@pytest.mark.parametrize("scene", ["account", "accounts", "meeting", "settings", "today"])
def test_the_focus_is_seen(demo: Workspace, scene: str, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    window = window_over(demo, "en", theme, tmp_path, qtbot)
    play(window, scene)
    window.activateWindow()
    unseen = []
    for widget in list(clickable(window))[:25]:
        if not widget.isVisible() or not widget.isEnabled():
            continue
        window.setFocus()
        before = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        if not widget.hasFocus():
            continue
        if widget.grab().toImage() == before:
            unseen.append(f"{type(widget).__name__} {widget.accessibleName()}")
    assert unseen == []


def test_the_focus_stays_in_the_list_after_a_delete(
    workspace: Workspace, accounts: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(workspace, "en", theme, tmp_path, qtbot)
    window.go("accounts")
    window.activateWindow()
    table = window.page.table  # type: ignore[union-attr]
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: table.listing_model.rowCount() == 2)
    assert table.hasFocus()
    assert table.current_key() == accounts["Ávila Textil"]


def test_tabs_are_heard_as_tabs_and_choices_as_one_of_several(
    demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(demo, "en", theme, tmp_path, qtbot)
    play(window, "people")
    QApplication.processEvents()
    tabs = [told for told in focusable(window) if "account.tab." in told.where]
    assert [told.role for told in tabs] == [Role.PageTab] * 7
    assert [told.role for told in focusable(window) if "account.people.switch." in told.where] == [Role.RadioButton] * 2
    heard = QAccessible.queryAccessibleInterface(window.findChild(QWidget, "account.tab.2"))
    assert heard is not None
    assert heard.parent().role() == Role.PageTabList
    assert heard.state().selected  # type: ignore[attr-defined]


def test_a_tab_is_pressed_by_whoever_cannot_click(demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    window = window_over(demo, "en", theme, tmp_path, qtbot)
    play(window, "account")
    plan = window.findChild(QWidget, "account.tab.5")
    heard = QAccessible.queryAccessibleInterface(plan)
    assert heard is not None
    actions = heard.actionInterface()
    assert actions is not None
    assert "Press" in actions.actionNames()
    actions.doAction("Press")
    assert heard.state().selected  # type: ignore[attr-defined]
    assert window.page is not None
    assert window.page.state()["tab"] == 5


def test_tabs_come_and_go_with_their_pages_and_nothing_is_left_to_a_reader(
    demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(demo, "en", theme, tmp_path, qtbot)
    for _ in range(5):
        play(window, "account")
        assert QAccessible.queryAccessibleInterface(window.findChild(QWidget, "account.tab.0")) is not None
        window.furnish_again()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    play(window, "account")
    QApplication.processEvents()
    assert len([told for told in focusable(window) if "account.tab." in told.where]) == 7

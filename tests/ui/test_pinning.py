"""Records pinned to the sidebar: by P from a list and from their page, kept in the portfolio, taken back by undo."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.pages import window_over
from workbench.accounts.commands import delete_accounts
from workbench.kernel.workspace import Workspace
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme


def in_the_sidebar(window: MainWindow) -> list[str]:
    """The names below the heading of what is pinned."""
    model = window.sidebar.model()
    texts = [str(model.index(row, 0).data() or "") for row in range(model.rowCount())]
    if "Pinned" not in texts:
        return []
    below = texts[texts.index("Pinned") + 1 :]
    return below[: below.index("")]


def test_a_record_is_pinned_from_its_list_and_taken_off_from_its_page(
    workspace: Workspace, accounts: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(workspace, "en", theme, tmp_path, qtbot)
    assert in_the_sidebar(window) == []
    window.go("accounts", accounts["Acme"])
    qtbot.keyClick(window.page.table, Qt.Key.Key_P)  # type: ignore[union-attr]
    window.go("accounts", accounts["Umbrella"])
    qtbot.keyClick(window.page.table, Qt.Key.Key_P)  # type: ignore[union-attr]
    assert in_the_sidebar(window) == ["Acme", "Umbrella"]
    assert window.notices.text == "“Umbrella” is in the sidebar."
    window.go("account", accounts["Acme"])
    window.page.setFocus()  # type: ignore[union-attr]
    qtbot.keyClick(window, Qt.Key.Key_P)
    assert in_the_sidebar(window) == ["Umbrella"]
    window.undo()
    assert in_the_sidebar(window) == ["Acme", "Umbrella"]


def test_what_is_gone_is_not_shown_and_comes_back_with_undo(
    workspace: Workspace, accounts: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(workspace, "en", theme, tmp_path, qtbot)
    window.go("accounts", accounts["Acme"])
    qtbot.keyClick(window.page.table, Qt.Key.Key_P)  # type: ignore[union-attr]
    workspace.do(delete_accounts, [accounts["Acme"]])
    assert in_the_sidebar(window) == []
    workspace.undo()
    assert in_the_sidebar(window) == ["Acme"]
    # another window, as after a restart
    assert in_the_sidebar(window_over(workspace, "en", theme, tmp_path, qtbot)) == ["Acme"]


def test_the_menu_says_which_way_it_goes_and_twelve_are_enough(
    workspace: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    from workbench.accounts.commands import add_account

    window = window_over(workspace, "en", theme, tmp_path, qtbot)
    keys = [workspace.do(add_account, f"Account {number:02}") for number in range(13)]
    for key in keys:
        window.go("account", key)
        entry = next(entry for entry in window.all_entries() if entry.icon == "pin")
        assert entry.said is not None
        assert entry.said() == "Pin to the sidebar (P)"
        entry.run()
    assert len(in_the_sidebar(window)) == 12
    assert "twelve" in window.notices.text
    window.go("account", keys[0])
    entry = next(entry for entry in window.all_entries() if entry.icon == "pin")
    assert entry.said is not None
    assert entry.said() == "Take from the sidebar (P)"

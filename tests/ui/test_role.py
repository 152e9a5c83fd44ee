"""The role is chosen in the menu, the palette or Settings; it is one step, and it only says what comes first."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from workbench.accounts import queries as accounts_queries
from workbench.accounts.commands import edit_account
from workbench.accounts.model import Tier
from workbench.kernel.settings import ROLE, Settings, of_portfolio
from workbench.kernel.workspace import Workspace
from workbench.plans.model import Plan
from workbench.plans.queries import current_plan
from workbench.portfolio.ui.account_page import AccountPage
from workbench.ui.app import build_window
from workbench.ui.menu import Entry
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme

TODAY = date(2026, 3, 10)


@pytest.fixture
def window(workspace: Workspace, accounts: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.show()
    made.go("today")
    return made


def entry(window: MainWindow, label: str) -> Entry:
    return next(entry for entry in window.all_entries() if entry.label == label)


def role(workspace: Workspace) -> str:
    with workspace.read() as session:
        return of_portfolio(session, ROLE)


def test_the_role_taken_by_menu_is_undone_like_everything_else(window: MainWindow, workspace: Workspace) -> None:
    assert not entry(window, "Work as account manager").when()
    entry(window, "Work as key account manager").run()
    assert role(workspace) == "kam"
    assert not entry(window, "Work as key account manager").when()
    assert "key accounts come first" in window.notices.text
    window.undo()
    assert role(workspace) == "am"


def test_settings_show_what_was_chosen_elsewhere_and_what_was_undone(window: MainWindow, workspace: Workspace) -> None:
    window.go("settings")
    assert window.page is not None
    box = window.page.findChild(QComboBox, "settings.role")
    assert isinstance(box, QComboBox)
    entry(window, "Work as key account manager").run()
    assert box.currentData() == "kam"
    workspace.undo()
    QApplication.processEvents()
    assert box.currentData() == "am"


def test_each_role_prints_its_own_paper_first(window: MainWindow, workspace: Workspace, theme: Theme) -> None:
    found = []
    for label in ("Work as key account manager", "Work as account manager"):
        entry(window, label).run()
        made = window.plan.pages["print"](window.desk)
        box = made.findChild(QComboBox, "print.document")
        assert isinstance(box, QComboBox)
        found.append(box.currentData())
        made.deleteLater()
    assert found == ["plan", "onepager"]


def test_the_keys_are_one_button_away_in_settings(window: MainWindow, qtbot: QtBot) -> None:
    window.go("settings")
    assert window.page is not None
    button = window.page.findChild(QPushButton, "settings.keys")
    assert isinstance(button, QPushButton)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert window._overlays.shown("keys")


def test_a_key_account_gets_what_it_lacks_in_one_step(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int]
) -> None:
    key = accounts["Umbrella"]
    window.go("account", key)
    assert isinstance(window.page, AccountPage)
    entry(window, "Make this a key account").run()
    with workspace.read() as session:
        card = accounts_queries.card(session, key)
        plan = session.get(Plan, current_plan(session, key, TODAY))
    assert card is not None
    assert (card.tier, card.rhythm_days) == (Tier.KEY, 7)
    assert plan is not None
    assert (plan.title, plan.starts_on, plan.ends_on) == ("Plan 2026–2028", TODAY, date(2028, 12, 31))
    workspace.undo()
    with workspace.read() as session:
        card = accounts_queries.card(session, key)
        assert current_plan(session, key, TODAY) is None
    assert card is not None
    assert (card.tier, card.rhythm_days) == (Tier.A, None)


def test_what_a_key_account_has_already_stays(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int]
) -> None:
    key = accounts["Umbrella"]
    workspace.do(edit_account, key, rhythm_days=3)
    window.go("account", key)
    for _ in range(2):
        entry(window, "Make this a key account").run()
    with workspace.read() as session:
        card = accounts_queries.card(session, key)
        assert session.query(Plan).count() == 1
    assert card is not None
    assert card.rhythm_days == 3

"""Settings are chosen with the keyboard and apply at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from workbench.accounts.model import Account
from workbench.kernel.settings import COMPANY, ROLE, THEME, Settings, change_setting, of_portfolio
from workbench.kernel.workspace import Workspace
from workbench.safety.backup import backup_folder, newest
from workbench.safety.ui.backing_up import back_up_now
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme


@pytest.fixture
def window(workspace: Workspace, theme: Theme, settings: Settings, qtbot: QtBot) -> MainWindow:
    made = build_window(workspace, settings, "en", theme)
    qtbot.addWidget(made)
    made.show()
    made.go("settings")
    return made


@pytest.fixture
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(tmp_path_factory.mktemp("settings") / "settings.json")


def box(window: MainWindow, key: str) -> QComboBox:
    found = window.page.findChild(QComboBox, f"settings.{key}")
    assert isinstance(found, QComboBox)
    return found


def test_typing_the_first_letter_of_a_choice_takes_it(window: MainWindow, settings: Settings, qtbot: QtBot) -> None:
    qtbot.keyClick(box(window, "theme"), Qt.Key.Key_D)
    assert settings.get(THEME) == "dark"
    QApplication.processEvents()
    assert window.desk.theme.is_dark


def test_the_role_is_one_step_that_can_be_undone(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    qtbot.keyClick(box(window, "role"), Qt.Key.Key_Down)
    with workspace.read() as session:
        assert of_portfolio(session, ROLE) == "kam"
    workspace.undo()
    with workspace.read() as session:
        assert of_portfolio(session, ROLE) == "am"


def test_ctrl_s_saves_what_is_typed_and_makes_a_backup(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    window.go("accounts", accounts["Acme"])
    field = window.page.findChild(QLineEdit, "form.account.sector")
    field.setFocus()
    qtbot.keyClicks(field, "Metal")
    qtbot.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "with a backup" in window.notices.text, timeout=10_000)
    with workspace.read() as session:
        assert session.scalar(select(Account.sector).where(Account.id == accounts["Acme"])) == "Metal"
    folder = backup_folder(workspace.book.path)
    assert newest(folder, workspace.book.path.stem) is not None
    window.go("settings")
    said = window.page.findChild(QLabel, "settings.last_backup")
    assert said.text().startswith("Last backup: 10 Mar 2026")


def test_a_copy_goes_where_it_is_wanted_and_a_bad_place_is_told(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    usb = tmp_path / "usb"
    back_up_now(window.desk, usb)
    qtbot.waitUntil(lambda: window.notices.text.startswith("Copied to"), timeout=10_000)
    assert len(list(usb.iterdir())) == 1
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    back_up_now(window.desk, blocked)
    qtbot.waitUntil(lambda: "No backup was made." in window.notices.text, timeout=10_000)


def test_the_company_of_the_papers_is_typed_once(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    window.go("settings")
    line = window.page.findChild(QLineEdit, "settings.company")
    line.setFocus()
    qtbot.keyClicks(line, "Velmar Equipos")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    with workspace.read() as session:
        assert of_portfolio(session, COMPANY) == "Velmar Equipos"
    window.undo()
    with workspace.read() as session:
        assert of_portfolio(session, COMPANY) == ""


def test_who_leads_key_accounts_finds_them_first(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int]
) -> None:
    def listed() -> list[str]:
        model = window.sidebar.model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    assert listed().index("Accounts") < listed().index("Acme")
    workspace.do(change_setting, ROLE, "kam")
    assert listed().index("Acme") < listed().index("Accounts")
    window.undo()
    assert listed().index("Accounts") < listed().index("Acme")

"""What may be broken on somebody's computer when the program starts: it says so in a sentence and works."""

import os
import subprocess
import sys
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import TODAY
from workbench.accounts.commands import add_account
from workbench.action_items.commands import add_action
from workbench.contacts.commands import add_person
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import THEME, Settings
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_meeting
from workbench.meetings.model import Meeting
from workbench.meetings.week import slots
from workbench.opening import Access, new_portfolio, open_portfolio
from workbench.team.commands import add_member
from workbench.ui import geometry
from workbench.ui.app import build_window, tell_of_settings
from workbench.ui.desk import Desk
from workbench.ui.plan import PAGES
from workbench.ui.theme import Theme


@pytest.fixture
def said(desk: Desk) -> list[str]:
    heard: list[str] = []
    desk.say = lambda text, *_more: heard.append(text)
    return heard


@pytest.mark.parametrize("broken", ["{", "[1, 2]", "\x00\x01", "[" * 100_000])
def test_broken_settings_are_set_aside_and_told(desk: Desk, said: list[str], tmp_path: Path, broken: str) -> None:
    file = tmp_path / "other.json"
    file.write_text(broken)
    desk.settings = Settings(file)
    tell_of_settings(desk)
    assert said == [
        f"The settings could not be read, so the usual ones are used. The old file is kept: {tmp_path / 'other.broken'}"
    ]
    assert (tmp_path / "other.broken").read_text() == broken
    desk.settings.set(THEME, "dark")
    assert Settings(file).get(THEME) == "dark"


def test_a_settings_folder_that_cannot_be_written_is_told_and_work_goes_on(
    desk: Desk, said: list[str], tmp_path: Path
) -> None:
    (tmp_path / "no folder").write_text("in the way")
    desk.settings = Settings(tmp_path / "no folder" / "settings.json")
    tell_of_settings(desk)
    assert len(said) == 1
    assert "cannot be kept" in said[0]
    assert str(tmp_path / "no folder") in said[0]


def test_nothing_is_said_where_nothing_is_wrong(desk: Desk, said: list[str]) -> None:
    tell_of_settings(desk)
    assert said == []


@pytest.mark.parametrize("place", [(-700, 100), (5_000, 0), (100, -400), (790, 100), (100, 795)])
def test_a_window_of_a_screen_that_is_gone_can_be_grasped(place: tuple[int, int], tmp_path: Path, qtbot: QtBot) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.note(geometry.KEY, [*place, 760, 500])
    window = QWidget()
    qtbot.addWidget(window)
    geometry.restore(window, settings)
    grip = QRect(window.x(), window.y(), window.width(), 20)
    seen = QGuiApplication.primaryScreen().geometry().intersected(grip)
    assert (seen.width() >= 160, seen.height() >= 20) == (True, True)


def test_a_name_of_three_hundred_letters_widens_no_page(
    workspace: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    name = "Cooperativa Ñandú " * 17
    key = workspace.do(add_account, name, last_contact_on=TODAY - timedelta(200), rhythm_days=7, renewal_on=TODAY)
    meeting = workspace.do(add_meeting, name, TODAY, account_id=key)
    workspace.do(add_person, name, key, name)
    workspace.do(add_action, name, TODAY, account_id=key, due=TODAY)
    workspace.do(add_member, name)
    window = build_window(workspace, Settings(tmp_path / "settings.json"), "es", theme)
    qtbot.addWidget(window)
    window.resize(1024, 600)
    window.show()
    for page in PAGES:
        window.go(page, {"accounts": key, "account": key, "print": key, "meeting": meeting}.get(page))
        QApplication.processEvents()
        assert window.minimumSizeHint().width() <= 1024, page
        assert window.minimumSizeHint().height() <= 600, page
    qtbot.waitUntil(lambda: not window.desk.tasks.is_busy(), timeout=20_000)


def test_a_computer_without_fonts_shows_the_same_letters(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    with_fonts, without = tmp_path / "with.png", tmp_path / "without.png"
    for target, more in ((with_fonts, {}), (without, {"QT_QPA_FONTDIR": str(tmp_path / "none")})):
        command = [sys.executable, "-m", "workbench", "picture", "welcome", "--demo", "--to", str(target)]
        subprocess.run(command, env={**os.environ, **more}, check=True, timeout=120)
    assert QImage(str(with_fonts)) == QImage(str(without))


def test_without_a_printer_it_says_how_to_print_elsewhere(
    workspace: Workspace, accounts: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    if QPrinterInfo.availablePrinterNames():
        pytest.skip("this computer has a printer")
    window = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(window)
    window.show()
    window.go("print", accounts["Acme"])
    qtbot.waitUntil(window.page._has_paper, timeout=20_000)
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert window.notices.text == (
        "This computer knows no printer. The document is ready, and stays here."
        " Export it as a PDF and print it elsewhere, or set up a printer and try again."
    )


def test_a_portfolio_of_another_zone_and_language_keeps_its_hours_and_shows_every_page(
    tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    file, night = tmp_path / "other.portfolio", date(2026, 3, 10)
    madrid = new_portfolio(file, Access(clock_at(night, "Europe/Madrid")))
    account = madrid.do(add_account, "Ñandú, S. L.", language="es")
    meeting = madrid.do(add_meeting, "Reunión", night, time(23, 30), time_zone="Europe/Madrid", account_id=account)
    madrid.close()
    auckland = open_portfolio(file, Access(clock_at(night, "Pacific/Auckland")))
    window = build_window(auckland, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    for page in ("today", "accounts", "contacts", "meetings", "week", "actions", "team", "history", "settings"):
        window.go(page)
    window.go("account", account)
    window.go("meeting", meeting)
    with auckland.read() as session:
        kept = session.get_one(Meeting, meeting)
        shown = slots(session, night, night + timedelta(1), "Pacific/Auckland")
    assert (kept.start, kept.time_zone) == (time(23, 30), "Europe/Madrid")
    assert [(slot.day, slot.start) for slot in shown] == [(date(2026, 3, 11), time(11, 30))]
    window.close()
    auckland.close()

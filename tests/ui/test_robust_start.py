"""What may be broken on somebody's computer when the program starts: it says so in a sentence and works."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.accounts.commands import add_account
from workbench.kernel.settings import THEME, Settings
from workbench.kernel.workspace import Workspace
from workbench.ui import geometry
from workbench.ui.app import build_window, tell_of_settings
from workbench.ui.desk import Desk
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
    key = workspace.do(add_account, "Cooperativa Ñandú " * 17)
    window = build_window(workspace, Settings(tmp_path / "settings.json"), "es", theme)
    qtbot.addWidget(window)
    window.resize(1024, 600)
    window.show()
    for page, target in (("today", None), ("accounts", key), ("account", key), ("contacts", None), ("actions", None)):
        window.go(page, target)
        assert window.minimumSizeHint().width() <= 1024, page


def test_a_computer_without_fonts_still_shows_the_program(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    target = tmp_path / "welcome.png"
    command = [sys.executable, "-m", "workbench", "picture", "welcome", "--demo", "--to", str(target)]
    subprocess.run(command, env={**os.environ, "QT_QPA_FONTDIR": str(tmp_path / "none")}, check=True, timeout=120)
    assert target.stat().st_size > 5_000

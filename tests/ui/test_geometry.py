"""The window comes back where it was, unless that place is gone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.kernel.settings import Settings
from workbench.ui import geometry


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_it_is_remembered_as_plain_numbers(window: QWidget, tmp_path: Path) -> None:
    window.setGeometry(20, 30, 600, 400)
    geometry.remember(window, Settings(tmp_path / "settings.json"))
    again = QWidget()
    geometry.restore(again, Settings(tmp_path / "settings.json"))
    assert again.geometry() == QRect(20, 30, 600, 400)


@pytest.mark.parametrize(
    "stored", [[90_000, 90_000, 800, 600], [0, 0, 1, 1], ["a", 0, 800, 600], "wide", [10**9, 0, 800, 600], [1, 2], None]
)
def test_a_place_that_makes_no_sense_is_replaced(window: QWidget, tmp_path: Path, stored: object) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.note(geometry.KEY, stored)
    geometry.restore(window, settings)
    assert QGuiApplication.primaryScreen().geometry().intersects(window.geometry())
    assert window.width() >= 640


def test_a_first_window_fits_on_a_small_screen(window: QWidget, tmp_path: Path) -> None:
    geometry.restore(window, Settings(tmp_path / "settings.json"))
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert window.width() <= screen.width()
    assert window.height() < screen.height()

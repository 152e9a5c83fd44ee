"""Nothing is cut: in Spanish, with large texts, on small screens, and in a language of long words."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.cut import cut
from tests.ui.pages import window_over
from tests.ui.pseudo import longer, pseudo
from workbench.kernel.workspace import Workspace
from workbench.ui.picture import settle
from workbench.ui.scenes import SCENES, play
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme
from workbench.ui.widgets.said import Said

SCREENS = [
    pytest.param((1024, 600), 100, id="1024x600"),
    pytest.param((1280, 720), 150, id="150 % on 1280x720"),
    pytest.param((1366, 768), 200, id="200 % on 1366x768"),
]


def settled(window: MainWindow) -> None:
    """Wait until what is counted in the background has found its place."""
    for _ in range(3):
        settle(QApplication.instance(), window)


@pytest.mark.parametrize("scene", sorted(SCENES))
@pytest.mark.parametrize(("size", "percent"), SCREENS)
def test_nothing_is_cut_in_spanish(
    demo: Workspace,
    scene: str,
    size: tuple[int, int],
    percent: int,
    theme: Theme,
    qapp: QApplication,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    theme.switch("light", percent)
    theme.apply(qapp)
    window = window_over(demo, "es", theme, tmp_path, qtbot, size)
    play(window, scene)
    settled(window)
    assert (window.width(), window.height()) == size
    assert cut(window) == []


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_nothing_is_cut_in_a_language_of_long_words(
    demo: Workspace, scene: str, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(demo, "en", theme, tmp_path, qtbot, (1280, 800))
    window.desk.words = pseudo()
    window.go("today")
    window.furnish_again()
    play(window, scene)
    settled(window)
    assert (window.width(), window.height()) == (1280, 800)
    assert cut(window) == []


def test_the_language_of_long_words_is_forty_percent_longer_and_keeps_places() -> None:
    said = longer("Written: {path}")
    assert "{path}" in said
    assert len(said) >= 1.4 * len("Written: {path}")
    assert pseudo().many("{n} record", "{n} records", 2).startswith("[2 réçórds")


def test_a_label_without_room_is_noticed(theme: Theme, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    inner = Said(theme, "All changes saved")
    inner.setParent(holder)
    inner.resize(40, 20)
    holder.show()
    assert len(cut(holder)) == 1

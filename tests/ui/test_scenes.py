"""Every page and state that can be photographed can be shown, and the help names them all."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pages import window_over
from workbench.cli.window import PICTURES
from workbench.kernel.workspace import Workspace
from workbench.ui.picture import DIALOGS
from workbench.ui.scenes import ALIASES, SCENES, NoSuchPage, play
from workbench.ui.theme import Theme


def test_the_help_names_every_picture() -> None:
    assert PICTURES.split() == sorted({*SCENES, *DIALOGS})


def test_an_alias_means_a_scene() -> None:
    assert [name for name, meant in ALIASES.items() if meant not in SCENES or name in SCENES] == []


def test_a_page_that_is_not_there_is_refused_by_name(
    demo: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(demo, "en", theme, tmp_path, qtbot)
    with pytest.raises(NoSuchPage) as told:
        play(window, "nowhere")
    assert "nowhere" in told.value.sentence(window.desk.words)


@pytest.mark.parametrize("scene", sorted(SCENES))
def test_every_scene_can_be_shown(demo: Workspace, scene: str, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    window = window_over(demo, "es", theme, tmp_path, qtbot)
    play(window, scene)
    QApplication.processEvents()
    assert window.page is not None

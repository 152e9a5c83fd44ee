"""The grid and the horizon in Spanish, at their narrowest, with strong contrast, and with names of any kind."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.kam.conftest import TODAY, Team
from tests.support.books import demo_workspace
from tests.ui.cut import cut
from tests.ui.test_definition_of_done import NAME, english, texts
from tests.ui.test_hostile_texts import HOSTILE, interpreted
from workbench.accounts.commands import delete_accounts
from workbench.action_items.commands import add_action
from workbench.kam.horizon.ui.view import HorizonBoardView
from workbench.kam.raci.ui.view import RaciGridView
from workbench.kam.workstreams.commands import add_deliverable, add_workstream
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.ui.app import build_window
from workbench.ui.picture import settle
from workbench.ui.scenes import play
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Looks, Theme, load_fonts

SCENES = ("raci", "horizon")
LOOKS = (Looks(), Looks("contrast", 150), Looks("dark", density="touch"))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with demo_workspace(tmp_path_factory.mktemp("fit"), "es", clock_at(TODAY, "Europe/Madrid")) as workspace:
        yield workspace


def shown(
    workspace: Workspace, scene: str, look: Looks, folder: Path, size: tuple[int, int], qtbot: QtBot
) -> MainWindow:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    load_fonts()
    theme = Theme("light")
    theme.take(look)
    theme.apply(app)
    window = build_window(workspace, Settings(folder / "settings.json"), "es", theme)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    play(window, scene)
    for _ in range(2):
        settle(app, window)
    return window


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.name} {look.text_size} {look.density}")
@pytest.mark.parametrize("scene", SCENES)
def test_nothing_is_cut_and_nothing_left_in_english(
    demo: Workspace, scene: str, look: Looks, tmp_path: Path, qtbot: QtBot
) -> None:
    size = (1280, 720) if look.text_size > 100 else (1024, 600)
    window = shown(demo, scene, look, tmp_path, size, qtbot)
    assert (window.width(), window.height()) == size
    assert cut(window) == []
    assert sorted(texts(window) & english()) == []
    assert window.page is not None
    buttons = [one for one in window.page.findChildren(QAbstractButton) if one.isVisible()]
    assert [one.accessibleName() for one in buttons if not NAME.fullmatch(one.objectName())] == []


def test_with_the_largest_texts_in_a_low_window_rows_come_before_the_bar(
    demo: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    window = shown(demo, "raci", Looks("dark", 200), tmp_path, (1366, 768), qtbot)
    view = window.findChild(RaciGridView)
    assert view.table.viewport().height() >= 2 * window.desk.theme.line
    assert view.table.hasFocus()
    assert "Next problem (N)" in {entry.label for entry in window.all_entries()}


@pytest.mark.parametrize("scene", SCENES)
def test_an_account_that_goes_away_in_front_of_it_leaves_it_empty(
    workspace: Workspace, team: Team, scene: str, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace.do(add_workstream, team.account, "Renewal", ends_on=date(2026, 5, 1))
    workspace.do(add_action, "Offer", TODAY, account_id=team.account, due=TODAY)
    window = shown(workspace, scene, Looks(), tmp_path, (1024, 600), qtbot)
    model = window.findChild({"raci": RaciGridView, "horizon": HorizonBoardView}[scene]).model
    assert model.rowCount() == 1
    window.desk.workspace.do(delete_accounts, [team.account])
    assert model.rowCount() == 0
    window.desk.workspace.undo()
    assert model.rowCount() == 1


@pytest.mark.parametrize("scene", SCENES)
def test_names_of_any_kind_are_shown_as_they_are(
    workspace: Workspace, team: Team, scene: str, tmp_path: Path, qtbot: QtBot
) -> None:
    for name in HOSTILE:
        stream = workspace.do(add_workstream, team.account, name, ends_on=date(2026, 5, 1))
        workspace.do(add_deliverable, stream, name, due=date(2026, 4, 1))
        workspace.do(add_action, name, TODAY, account_id=team.account, workstream_id=stream, due=TODAY)
    window = shown(workspace, scene, Looks(), tmp_path, (1024, 600), qtbot)
    page: QWidget | None = window.page
    assert page is not None
    window.grab()
    assert interpreted(window) == []
    assert window.minimumSizeHint().width() <= 1024

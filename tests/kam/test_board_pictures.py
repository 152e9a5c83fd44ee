"""Cards are kept as pictures; none of them is an old one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.kam.conftest import TODAY, Team
from tests.kam.test_board import promise
from tests.kam.test_board_view import board_in, window_over
from workbench.action_items.commands import edit_action
from workbench.kam.board.cards import BoardCard
from workbench.kam.board.queries import board_of
from workbench.kam.board.speech import CardLook, Speech
from workbench.kam.board.ui.pictures import Pictures
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.shell.pages import AGAIN
from workbench.ui.theme import Theme

LONG = "Root cause of the battery failures in Zaragoza, with everything that the site has measured since the summer"


@pytest.fixture
def key(workspace: Workspace, team: Team) -> int:
    return promise(workspace, team, LONG, -5, blocked_reason="No logs")


def picture(window: MainWindow, key: int) -> QImage:
    """A card as it is seen, without the keys on it."""
    canvas = board_in(window).canvas
    return canvas.pieces[key].grab().toImage()


def dark(window: MainWindow) -> None:
    window.desk.theme.switch("dark")
    window.desk.theme.apply(QApplication.instance())  # type: ignore[arg-type]
    window.go(AGAIN)


def larger(window: MainWindow) -> None:
    window.desk.theme.switch("light", 150)
    window.desk.theme.apply(QApplication.instance())  # type: ignore[arg-type]
    window.go(AGAIN)


def spanish(window: MainWindow) -> None:
    window.desk.words = Words.of("es")
    window.go(AGAIN)


@pytest.mark.parametrize("switch", [dark, larger, spanish])
def test_other_looks_or_words_reach_every_card(
    switch: Callable[[MainWindow], None], workspace: Workspace, team: Team, key: int, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(workspace, tmp_path, qtbot, team.account)
    before, canvas = picture(window, key), board_in(window).canvas
    switch(window)
    qtbot.waitUntil(lambda: board_in(window).canvas is not canvas)
    QApplication.processEvents()
    after = picture(window, key)
    assert after != before
    window.go("accounts")
    window.go("account", team.account)
    QApplication.processEvents()
    assert picture(window, key) == after


def test_a_change_another_day_and_another_screen_reach_a_card(
    workspace: Workspace, team: Team, key: int, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(workspace, tmp_path, qtbot, team.account)
    board, seen = board_in(window), [picture(window, key)]
    workspace.do(edit_action, key, blocked_reason=None)
    seen.append(picture(window, key))
    # nothing of the card itself is another one tomorrow, and yet it is later
    board.board = replace(board.board, today=TODAY + timedelta(1))
    board.arrange()
    seen.append(picture(window, key))
    assert all(seen[n] != seen[n + 1] for n in range(2))
    piece = board.canvas.pieces[key]
    on_another = QImage(piece.size() * 2, QImage.Format.Format_RGB32)
    on_another.setDevicePixelRatio(2)
    piece.render(on_another, QPoint())
    assert piece._picture is not None
    assert piece._picture.devicePixelRatio() == 2.0
    assert piece._picture.size() == piece.size() * 2


def card(workspace: Workspace, team: Team, key: int) -> BoardCard:
    with workspace.read() as session:
        return next(one for one in board_of(session, team.account, TODAY).cards if one.id == key)


def look(workspace: Workspace, team: Team, key: int) -> CardLook:
    return Speech(Words.of("es"), TODAY).look(card(workspace, team, key))


def test_a_day_is_said_shorter_before_a_sign_goes(workspace: Workspace, team: Team, key: int, theme: Theme) -> None:
    pictures, shown = Pictures(theme), look(workspace, team, key)
    assert (shown.due, shown.short, shown.shortest) == ("5 días de retraso", "5 d tarde", "5 d")
    told = [pictures._due(shown, room)[:2] for room in (160, 110, 70, 40)]
    assert told == [("5 días de retraso", 1), ("5 d tarde", 1), ("5 d", 1), ("5 d", 0)]


def test_a_picture_at_a_scale_between_whole_numbers_is_painted_at_once(
    workspace: Workspace, team: Team, key: int, theme: Theme
) -> None:
    pictures, shown = Pictures(theme), look(workspace, team, key)
    for scale in (1.0, 1.5, 2.0):
        made = pictures.card(shown, frozenset(), QSize(200, 73), scale)
        assert made.size() == QSize(200, 73) * scale
        assert made.toImage() == pictures.card(shown, frozenset(), QSize(200, 73), scale).toImage()

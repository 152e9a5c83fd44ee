"""Workload, hours and benefits: nothing is cut in Spanish in a small window, and everything has a name."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.kam.conftest import TODAY, Team
from tests.kam.screen import window_over
from tests.support.books import demo_workspace
from tests.support.papers import text_of
from tests.ui.cut import cut
from tests.ui.test_hostile_texts import HOSTILE, interpreted
from workbench.action_items.commands import add_action
from workbench.kam.benefits.commands import set_benefit
from workbench.kam.hours.commands import log_hours
from workbench.kam.model import Advantage
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.papers import printing
from workbench.team.assignments import TeamRole
from workbench.team.commands import add_member, assign
from workbench.ui.app import build_window
from workbench.ui.scenes import play
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme

VIEWS = ("load", "hours", "benefits")
LEAST = 24  # pixels of what is clicked


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    with demo_workspace(tmp_path_factory.mktemp("demo"), "es", clock_at(TODAY, "Europe/Madrid")) as workspace:
        yield workspace


@pytest.fixture(params=[("light", 100, (1024, 600)), ("contrast", 100, (1024, 600)), ("dark", 150, (1280, 800))])
def window(
    request: pytest.FixtureRequest,
    demo: Workspace,
    theme: Theme,
    tmp_path: Path,
    qapp: QApplication,
    qtbot: QtBot,
) -> MainWindow:
    name, size, room = request.param
    theme.switch(name, size)
    theme.apply(qapp)
    made = build_window(demo, Settings(tmp_path / "settings.json"), "es", theme)
    qtbot.addWidget(made)
    made.resize(*room)
    made.show()
    return made


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_cut_and_everything_is_named(window: MainWindow, view: str) -> None:
    play(window, view, "Iberlogística Grupo")
    QApplication.processEvents()
    assert cut(window) == []
    inside = window.findChild(QWidget, f"account.{view}")
    assert inside is not None
    stops = [
        one for one in inside.findChildren(QWidget) if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    named = (QAbstractButton, QAbstractItemView, QLineEdit)
    nameless = [one.objectName() for one in stops if isinstance(one, named) and not one.accessibleName()]
    unknown = [type(one).__name__ for one in stops if isinstance(one, named) and "." not in one.objectName()]
    small = [one.accessibleName() for one in stops if isinstance(one, QAbstractButton) and one.height() < LEAST]
    assert (nameless, unknown, small) == ([], [], [])


@pytest.fixture
def crowded(workspace: Workspace, team: Team) -> Workspace:
    """A team whose people, work, hours and numbers are called by names that somebody else typed."""
    for number, name in enumerate(HOSTILE):
        member = workspace.do(add_member, name, department_id=team.service, hours_per_week=10.0)
        workspace.do(assign, team.account, member, TeamRole.CORE, hours_per_week=9.0)
        workspace.do(assign, team.account, member, TeamRole.EXTENDED, hours_per_week=9.0)
        action = workspace.do(
            add_action, name, TODAY, account_id=team.account, member_id=member, due=TODAY, effort=99.0, start=date.max
        )
        workspace.do(log_hours, team.account, member, TODAY, 3, note=name, action_id=action)
        workspace.do(set_benefit, team.account, Advantage.SALES, 2019 + number, (float(number), name[:200]))
    return workspace


@pytest.mark.parametrize("language", ["en", "es"])
def test_any_text_is_shown_as_it_is(
    crowded: Workspace, team: Team, theme: Theme, tmp_path: Path, qtbot: QtBot, language: str
) -> None:
    made = window_over(crowded, language, theme, tmp_path, qtbot)
    for view in VIEWS:
        play(made, view)
        QApplication.processEvents()
        made.grab()
        assert interpreted(made) == [], view
        assert made.minimumSizeHint().width() <= 1024, view
    job = printing.Job(language, "a4", crowded.clock)
    for name in ("handover", "benefits"):
        with crowded.read() as session:
            document = printing.DOCUMENTS[name][1](session, team.account, job)
        document.write(tmp_path / f"{name}.pdf")
    assert "R&D &amp; <sales> & more" in text_of(tmp_path / "handover.pdf")
    # the newest name of what is measured
    assert "{places} %s %(n)d {0}" in text_of(tmp_path / "benefits.pdf")

"""A portfolio of an earlier version: the cockpit works on it, whatever of it was there then."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.kam.conftest import TODAY, Team
from tests.kam.screen import window_over
from tests.kernel.test_first_release import take_back
from workbench.action_items.commands import add_action
from workbench.kam.load.queries import load_of
from workbench.kam.log.commands import add_log_entry
from workbench.kam.model import LogKind
from workbench.kam.requests.commands import ask_department
from workbench.kam.ui.cockpit import VIEWS, Cockpit
from workbench.kam.workstreams.commands import add_workstream
from workbench.kernel.clock import clock_at
from workbench.kernel.database import Book
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, open_portfolio
from workbench.search.queries import find
from workbench.ui.theme import Theme


# before the cockpit had tables, with its first ones, and as the release before this one left it
@pytest.mark.parametrize(("version", "kept"), [("0003", False), ("0005", True), ("0006", True)])
def test_every_view_of_the_cockpit_works_on_it(
    workspace: Workspace, team: Team, theme: Theme, tmp_path: Path, qtbot: QtBot, version: str, kept: bool
) -> None:
    workspace.do(add_action, "Price list", TODAY, account_id=team.account, member_id=team.carla, effort=3.0, due=TODAY)
    workspace.do(ask_department, team.service, "Spare parts", TODAY, account_id=team.account)
    workspace.do(add_log_entry, team.account, LogKind.ISSUE, "Broken pallets", TODAY)
    workspace.do(add_workstream, team.account, "Sales strategy")
    path = workspace.book.path
    workspace.close()
    take_back(Book(path), version, tmp_path)
    opened = open_portfolio(path, Access(clock_at(TODAY, "Europe/Madrid")))
    window = window_over(opened, "en", theme, tmp_path, qtbot)
    window.go("account", team.account)
    assert window.page is not None
    next(entry for entry in window.all_entries() if entry.label == "Team board").run()
    cockpit = window.page.findChild(Cockpit)
    for view in VIEWS:
        cockpit.to_view(view.key)
        QApplication.processEvents()
        assert cockpit.view.widget.isVisible()
    with opened.read() as session:
        assert load_of(session, team.account, TODAY).hours(team.carla, TODAY.replace(day=9)) == 3
        found = {
            hit.kind for word in ("spare", "pallets", "strategy") for one in find(session, word) for hit in one.hits
        }
    assert found == ({"request", "log_entry", "workstream"} if kept else set())
    opened.do(ask_department, team.service, "New question", TODAY, account_id=team.account)
    opened.undo()
    opened.close()

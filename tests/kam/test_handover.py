"""An account gets another owner: lead, open work, and the pack for whoever takes it."""

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.kam.conftest import TODAY, Team
from tests.kam.screen import window_over
from tests.support.papers import text_of
from workbench.accounts.commands import add_account, edit_account
from workbench.accounts.model import Account
from workbench.action_items.commands import add_action, complete
from workbench.action_items.model import ActionItem, Direction
from workbench.cli import main
from workbench.contacts.commands import add_person, add_role
from workbench.contacts.model import Person
from workbench.exchange.importing import Options, import_files
from workbench.exchange.one_account import records_of
from workbench.kam.handover.commands import HasItAlready, HasLeft, NobodyCalledSo, hand_over_account, taker_named
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import COMPANY, change_setting
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_meeting
from workbench.opening import Access, new_portfolio
from workbench.portfolio.ui.account_page import AccountPage
from workbench.team.assignments import Assignment, TeamRole
from workbench.team.commands import assign, edit_member
from workbench.ui import dialogs
from workbench.ui.theme import Theme


@pytest.fixture
def owned(workspace: Workspace, team: Team) -> Team:
    """The account is Carla's, with an open action of hers, one of Andrés and one that is done."""
    workspace.do(edit_account, team.account, owner_id=team.carla)
    workspace.do(assign, team.account, team.carla, TeamRole.LEAD, hours_per_week=18.0, since=date(2025, 1, 1))
    more = {"account_id": team.account, "due": date(2026, 3, 20)}
    workspace.do(add_action, "Price list", TODAY, member_id=team.carla, **more)
    workspace.do(add_action, "Report", TODAY, member_id=team.andres, **more)
    done = workspace.do(add_action, "Minutes", TODAY, member_id=team.carla, **more)
    workspace.do(complete, [done], TODAY)
    return team


def owner_of(workspace: Workspace, title: str) -> tuple[int | None, int | None]:
    with workspace.read() as session:
        found = session.scalars(select(ActionItem).where(ActionItem.title == title)).one()
        return found.member_id, found.department_id


def leads(workspace: Workspace, team: Team) -> list[tuple[int, date | None, date | None, float | None]]:
    with workspace.read() as session:
        rows = session.scalars(
            select(Assignment)
            .where(Assignment.account_id == team.account, Assignment.role == TeamRole.LEAD)
            .order_by(Assignment.since)
        )
        return [(one.member_id, one.since, one.until, one.hours_per_week) for one in rows]


def test_owner_lead_and_open_work_change_in_one_step(workspace: Workspace, owned: Team) -> None:
    changes = len(workspace.stacks().done)
    assert workspace.do(hand_over_account, owned.account, owned.berta, TODAY) == 1
    assert len(workspace.stacks().done) == changes + 1
    with workspace.read() as session:
        assert session.get_one(Account, owned.account).owner_id == owned.berta
    assert leads(workspace, owned) == [
        (owned.carla, date(2025, 1, 1), date(2026, 3, 9), 18.0),
        # Berta was promised ten hours before, and keeps them
        (owned.berta, TODAY, None, 10.0),
    ]
    assert owner_of(workspace, "Price list") == (owned.berta, owned.finance)
    assert owner_of(workspace, "Report") == (owned.andres, owned.service)
    assert owner_of(workspace, "Minutes") == (owned.carla, owned.sales)
    workspace.undo()
    assert owner_of(workspace, "Price list") == (owned.carla, owned.sales)
    assert leads(workspace, owned) == [(owned.carla, date(2025, 1, 1), None, 18.0)]


def test_who_has_it_or_has_left_does_not_get_it(workspace: Workspace, owned: Team) -> None:
    with pytest.raises(HasItAlready, match="Carla Peña"):
        workspace.do(hand_over_account, owned.account, owned.carla, TODAY)
    workspace.do(edit_member, owned.berta, left_on=date(2026, 3, 1))
    with pytest.raises(HasLeft, match="Berta Soto"):
        workspace.do(hand_over_account, owned.account, owned.berta, TODAY)
    with workspace.read() as session:
        assert taker_named(session, "andr", TODAY) == owned.andres
        with pytest.raises(NobodyCalledSo):
            taker_named(session, "berta", TODAY)


@pytest.fixture
def known(workspace: Workspace, owned: Team) -> Team:
    """Somebody with roles at two accounts, and a meeting; a setting that nobody else needs to know."""
    other = workspace.do(add_account, "Another Company")
    nuria = workspace.do(add_person, "Nuria Beltrán", owned.account, "Procurement director")
    workspace.do(add_role, nuria, other, title="Board")
    workspace.do(add_person, "Stranger Danger", other)
    workspace.do(add_action, "Invoice", TODAY, account_id=owned.account, person_id=nuria, direction=Direction.THEY_OWE)
    workspace.do(add_meeting, "Steering", date(2026, 3, 16), account_id=owned.account, time_zone="Europe/Madrid")
    workspace.do(change_setting, COMPANY, "Velmar")
    return owned


def test_the_pack_holds_the_account_and_nothing_of_others(workspace: Workspace, known: Team) -> None:
    with workspace.read() as session:
        kept = records_of(session, known.account)
        names = set(session.scalars(select(Person.name).where(Person.id.in_(kept["person"]))))
    assert kept["account"] == {known.account}
    assert names == {"Nuria Beltrán"}
    assert len(kept["contact_role"]) == 1
    assert len(kept["action_item"]) == 4
    assert kept["member"] >= {known.carla, known.andres, known.berta}
    assert "portfolio_setting" not in kept


def test_the_pack_is_written_read_and_imported_elsewhere(
    workspace: Workspace, known: Team, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = workspace.book.path
    workspace.close()
    arguments = ["handover", "Iberlog", "--in", str(path), "--to", str(tmp_path / "pack"), "--today", "2026-03-10"]
    assert main(arguments) == 0
    assert "Iberlogística Grupo.pdf" in capsys.readouterr().out
    text = text_of(tmp_path / "pack" / "Iberlogística Grupo.pdf")
    for told in ("3 open promises", "Nuria Beltrán", "Price list", "Invoice", "Steering", "Carla Peña since"):
        assert told in text
    data = tmp_path / "pack" / "Iberlogística Grupo.json"
    assert "Another Company" not in data.read_text(encoding="utf-8")
    assert json.loads(data.read_text(encoding="utf-8"))["format"] == "account-workbench"
    elsewhere = new_portfolio(tmp_path / "other.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    report = import_files(elsewhere, [data], Options())
    assert not any(one.error for one in report.files)
    with elsewhere.read() as session:
        assert session.scalars(select(Account.name)).all() == ["Iberlogística Grupo"]
        assert len(session.scalars(select(ActionItem.id)).all()) == 4
    elsewhere.close()


def test_the_account_is_handed_over_from_its_page(
    workspace: Workspace,
    owned: Team,
    theme: Theme,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    window = window_over(workspace, "en", theme, tmp_path, qtbot)
    window.go("account", owned.account)
    next(entry for entry in window.all_entries() if entry.label == "Hand over account…").run()
    assert isinstance(window.page, AccountPage)
    line = window.page.verbs.ask.line
    qtbot.keyClicks(line, "nobody")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.isVisible()
    line.clear()
    qtbot.keyClicks(line, "ber")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert not line.isVisible()
    assert owner_of(workspace, "Price list") == (owned.berta, owned.finance)
    window.undo()
    assert owner_of(workspace, "Price list") == (owned.carla, owned.sales)


def test_the_pack_is_saved_from_the_menu(
    workspace: Workspace,
    owned: Team,
    theme: Theme,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dialogs, "folder_of_choice", lambda _parent, _title: tmp_path / "pack")
    window = window_over(workspace, "en", theme, tmp_path, qtbot)
    window.go("account", owned.account)
    next(entry for entry in window.all_entries() if entry.label == "Save handover pack…").run()
    qtbot.waitUntil((tmp_path / "pack" / "Iberlogística Grupo.json").exists)
    window.desk.tasks.finish()
    assert "Price list" in text_of(tmp_path / "pack" / "Iberlogística Grupo.pdf")

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
from workbench.contacts.commands import add_person, add_role, assess
from workbench.contacts.model import Person
from workbench.contacts.positions import Attitude
from workbench.exchange.importing import Options, import_files
from workbench.exchange.one_account import records_of
from workbench.kam.handover.commands import HasItAlready, HasLeft, NobodyCalledSo, hand_over_account, taker_named
from workbench.kam.handover.queries import named
from workbench.kam.model import Letter, Raci
from workbench.kam.raci.commands import make_accountable, set_letter
from workbench.kam.raci.views import Place, Work
from workbench.kam.requests.commands import answer_request, ask_department
from workbench.kam.workstreams.commands import add_workstream
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import COMPANY, change_setting
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_agenda_point, add_meeting
from workbench.opening import Access, new_portfolio
from workbench.papers.handover.queries import handover_view
from workbench.plans.commands import add_objective, add_risk, start_plan
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
def named_for_it(workspace: Workspace, owned: Team) -> dict[str, int]:
    """What names Carla: a plan with an objective and a risk, letters, a request, a person, a point to come."""
    made = workspace.do(start_plan, owned.account, "Plan", date(2026, 1, 1), date(2026, 12, 31), owner_id=owned.carla)
    workspace.do(add_objective, made, "Renew", owner_id=owned.carla)
    workspace.do(add_objective, made, "Grow", owner_id=owned.andres)
    workspace.do(add_risk, made, "Strike", owner_id=owned.carla)
    stream = workspace.do(add_workstream, owned.account, "Sales strategy")
    place = Place(Work.WORKSTREAM, stream, owned.sales)
    workspace.do(make_accountable, place, owned.carla)
    workspace.do(set_letter, Place(Work.WORKSTREAM, stream, owned.finance), Letter.RESPONSIBLE)
    more = {"account_id": owned.account, "asked_by_id": owned.carla}
    asked = workspace.do(ask_department, owned.service, "Spare parts", TODAY, **more)
    told = workspace.do(ask_department, owned.service, "Old question", TODAY, **more)
    workspace.do(answer_request, told, "Yes", TODAY)
    nuria = workspace.do(add_person, "Nuria Beltrán", owned.account)
    workspace.do(assess, nuria, owned.account, TODAY, Attitude.NEUTRAL, owner_id=owned.carla)
    coming = workspace.do(add_meeting, "Steering", date(2026, 3, 16), account_id=owned.account)
    workspace.do(add_agenda_point, coming, "Prices", member_id=owned.carla)
    return {"plan": made, "stream": stream, "request": asked}


NAMED = [
    "Plan: Plan",
    "Objective: Renew",
    "Risk: Strike",
    "RACI letter: Sales strategy",
    "Request: Spare parts",
    "Person looked after: Nuria Beltrán",
    "Agenda point: Prices",
]


def naming(workspace: Workspace, team: Team, member: int) -> list[str]:
    with workspace.read() as session:
        return [f"{one.duty.label}: {one.title}" for one in named(session, team.account, member, TODAY)]


def letters_of(workspace: Workspace, stream: int) -> set[tuple[int | None, Letter, int | None]]:
    with workspace.read() as session:
        rows = session.scalars(select(Raci).where(Raci.workstream_id == stream))
        return {(row.department_id, row.letter, row.member_id) for row in rows}


def test_what_names_the_owner_stays_or_goes_along_in_the_same_step(
    workspace: Workspace, owned: Team, named_for_it: dict[str, int]
) -> None:
    assert naming(workspace, owned, owned.carla) == NAMED
    workspace.do(hand_over_account, owned.account, owned.berta, TODAY)
    assert naming(workspace, owned, owned.carla) == NAMED
    with workspace.read() as session:
        left = handover_view(session, owned.account, TODAY).left
    assert [(one.title, one.holder) for one in left[:2]] == [("Plan", "Carla Peña"), ("Renew", "Carla Peña")]
    workspace.undo()
    changes = len(workspace.stacks().done)
    workspace.do(hand_over_account, owned.account, owned.berta, TODAY, is_whole=True)
    assert len(workspace.stacks().done) == changes + 1
    assert naming(workspace, owned, owned.carla) == []
    assert naming(workspace, owned, owned.berta) == NAMED
    # Finance carried the work out already: with the A of Sales it is both, and nobody else holds an A
    assert letters_of(workspace, named_for_it["stream"]) == {(owned.finance, Letter.BOTH, owned.berta)}
    with workspace.read() as session:
        assert handover_view(session, owned.account, TODAY).left == ()
    workspace.undo()
    assert naming(workspace, owned, owned.carla) == NAMED


def test_a_letter_goes_to_a_colleague_of_the_same_department_as_it_is(
    workspace: Workspace, owned: Team, named_for_it: dict[str, int]
) -> None:
    workspace.do(edit_member, owned.andres, department_id=owned.sales)
    before = letters_of(workspace, named_for_it["stream"])
    workspace.do(hand_over_account, owned.account, owned.andres, TODAY, is_whole=True)
    changed = {(owned.sales, letter, owned.andres) for unit, letter, _ in before if unit == owned.sales}
    assert letters_of(workspace, named_for_it["stream"]) == {row for row in before if row[0] != owned.sales} | changed


def test_the_page_asks_whether_what_names_the_owner_goes_along(
    workspace: Workspace, owned: Team, named_for_it: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(workspace, "en", theme, tmp_path, qtbot)
    window.go("account", owned.account)
    assert isinstance(window.page, AccountPage)
    ask = window.page.verbs.ask

    def type_in(*answers: str) -> None:
        next(entry for entry in window.all_entries() if entry.label == "Hand over account…").run()
        for answer in answers:
            qtbot.keyClicks(ask.line, answer)
            qtbot.keyClick(ask.line, Qt.Key.Key_Return)

    type_in("ber")
    assert ask.line.accessibleName() == "7 duties by name too?"
    qtbot.keyClicks(ask.line, "what")
    qtbot.keyClick(ask.line, Qt.Key.Key_Return)
    assert ask.isVisible()
    qtbot.keyClick(ask.line, Qt.Key.Key_Escape)
    assert naming(workspace, owned, owned.carla) == NAMED
    type_in("ber", "")
    assert not ask.isVisible()
    assert naming(workspace, owned, owned.berta) == NAMED
    window.undo()
    type_in("ber", "n")
    assert naming(workspace, owned, owned.carla) == NAMED
    with workspace.read() as session:
        assert session.get_one(Account, owned.account).owner_id == owned.berta


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

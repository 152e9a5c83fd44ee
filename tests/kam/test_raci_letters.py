"""Letters in a real portfolio: one A in a row, the owner goes with it, and nothing is lost on the way."""

from datetime import date
from itertools import product

import pytest
from sqlalchemy import delete, event, func, select

from tests.kam.conftest import TODAY, Team
from workbench.action_items import commands as actions
from workbench.action_items.model import ActionItem
from workbench.contacts.commands import add_person
from workbench.kam.board.queries import board_of, letters_by_action, letters_of
from workbench.kam.model import Letter, Raci
from workbench.kam.raci.audit import Fault
from workbench.kam.raci.commands import NobodyThere, clear_letter, make_accountable, set_letter
from workbench.kam.raci.people import candidates
from workbench.kam.raci.queries import raci_view
from workbench.kam.raci.views import Place, RaciRow, RaciView, Work
from workbench.kam.workstreams.commands import add_deliverable, add_workstream
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.plans.commands import add_objective, delete_objectives, start_plan
from workbench.team.commands import add_department, edit_member
from workbench.team.model import Department

A, R, C, BOTH = Letter.ACCOUNTABLE, Letter.RESPONSIBLE, Letter.CONSULTED, Letter.BOTH


def grid(workspace: Workspace, team: Team, *, every_action: bool = False) -> RaciView:
    with workspace.read() as session:
        return raci_view(session, team.account, TODAY, Words.of("en"), every_action=every_action)


def row(workspace: Workspace, team: Team, work: Work) -> RaciRow:
    return next(one for one in grid(workspace, team, every_action=True).rows if one.work is work)


@pytest.fixture
def stream(workspace: Workspace, team: Team) -> int:
    return workspace.do(add_workstream, team.account, "Renewal")


@pytest.fixture
def annex(workspace: Workspace, stream: int) -> int:
    return workspace.do(add_deliverable, stream, "Data-processing annex")


def test_a_second_a_turns_the_first_into_r_in_one_step(workspace: Workspace, team: Team, annex: int) -> None:
    workspace.do(make_accountable, Place(Work.DELIVERABLE, annex, team.sales))
    assert row(workspace, team, Work.DELIVERABLE).owner == "Carla Peña"
    workspace.do(make_accountable, Place(Work.DELIVERABLE, annex, team.service))
    after = row(workspace, team, Work.DELIVERABLE)
    assert after.letters == {team.sales: R, team.service: A}
    assert (after.owner, after.faults) == ("Andrés Molina", ())
    workspace.undo()
    before = row(workspace, team, Work.DELIVERABLE)
    assert (before.letters, before.owner) == ({team.sales: A}, "Carla Peña")


def test_whoever_carries_it_out_alone_does_so_still_with_the_a(workspace: Workspace, team: Team, annex: int) -> None:
    sales, service = (Place(Work.DELIVERABLE, annex, one) for one in (team.sales, team.service))
    workspace.do(set_letter, sales, R)
    workspace.do(make_accountable, sales)
    after = row(workspace, team, Work.DELIVERABLE)
    assert (after.letters, after.owner, after.faults) == ({team.sales: BOTH}, "Carla Peña", ())
    workspace.do(make_accountable, service)
    assert row(workspace, team, Work.DELIVERABLE).letters == {team.sales: R, team.service: A}
    workspace.do(clear_letter, sales)
    workspace.do(set_letter, service, R)
    after = row(workspace, team, Work.DELIVERABLE)
    assert (after.letters, after.owner) == ({team.service: BOTH}, "Andrés Molina")
    workspace.do(set_letter, sales, R)
    workspace.do(set_letter, service, A)
    assert row(workspace, team, Work.DELIVERABLE).letters == {team.sales: R, team.service: A}


def test_the_owner_of_an_action_can_be_the_one_who_does_it_among_others(workspace: Workspace, team: Team) -> None:
    action = workspace.do(actions.add_action, "Annex", TODAY, account_id=team.account, member_id=team.carla)
    sales = Place(Work.ACTION, action, team.sales)
    workspace.do(set_letter, Place(Work.ACTION, action, team.finance), C)
    assert row(workspace, team, Work.ACTION).faults == (Fault.NO_RESPONSIBLE,)
    workspace.do(set_letter, sales, R)
    after = row(workspace, team, Work.ACTION)
    assert (after.owner, after.letters, after.faults) == ("Carla Peña", {team.sales: BOTH, team.finance: C}, ())
    with workspace.read() as session:
        assert letters_of(session, action) == letters_by_action(session, team.account)[action] == after.letters
        (card,) = board_of(session, team.account, TODAY).cards
        assert card.letter is BOTH
    workspace.do(actions.hand_over, [action], "Berta")
    assert row(workspace, team, Work.ACTION).letters == {team.sales: R, team.finance: A}


@pytest.mark.parametrize("pressed", [A, R, BOTH])
def test_an_a_or_an_r_never_makes_a_row_worse(workspace: Workspace, team: Team, annex: int, pressed: Letter) -> None:
    sales, service = (Place(Work.DELIVERABLE, annex, one) for one in (team.sales, team.service))
    for one, other in product((None, *Letter), repeat=2):
        with workspace.change("as it came from another laptop") as session:
            session.execute(delete(Raci))
            held = [(sales, one), (service, other)]
            session.add_all(Raci(letter=x, deliverable_id=annex, department_id=at.department_id) for at, x in held if x)
        before = row(workspace, team, Work.DELIVERABLE)
        workspace.do(set_letter, sales, pressed)
        after = row(workspace, team, Work.DELIVERABLE)
        assert set(after.faults) <= set(before.faults), (one, other, after.letters)


def test_the_a_of_an_action_is_its_owner_and_both_move_together(workspace: Workspace, team: Team) -> None:
    action = workspace.do(actions.add_action, "Annex", TODAY, account_id=team.account, member_id=team.carla)
    assert row(workspace, team, Work.ACTION).letters == {team.sales: A}
    workspace.do(make_accountable, Place(Work.ACTION, action, team.service))
    after = row(workspace, team, Work.ACTION)
    assert (after.owner, after.letters) == ("Andrés Molina", {team.sales: R, team.service: A})
    with workspace.read() as session:
        moved = session.get_one(ActionItem, action)
        assert (moved.member_id, moved.department_id) == (team.andres, team.service)
    workspace.undo()
    before = row(workspace, team, Work.ACTION)
    assert (before.owner, before.letters) == ("Carla Peña", {team.sales: A})


def test_another_owner_moves_the_a_whatever_command_names_him(workspace: Workspace, team: Team) -> None:
    action = workspace.do(actions.add_action, "Annex", TODAY, account_id=team.account, member_id=team.carla)
    workspace.do(actions.hand_over, [action], "Berta")
    assert row(workspace, team, Work.ACTION).letters == {team.finance: A}
    workspace.undo()
    assert row(workspace, team, Work.ACTION).letters == {team.sales: A}


def test_an_action_goes_to_a_person_of_the_client(workspace: Workspace, team: Team) -> None:
    nuria = workspace.do(add_person, "Nuria Beltrán", team.account, "Buyer")
    action = workspace.do(actions.add_action, "Forecast", TODAY, account_id=team.account, member_id=team.carla)
    workspace.do(make_accountable, Place(Work.ACTION, action, None), nuria)
    after = row(workspace, team, Work.ACTION)
    assert (after.owner, after.letters) == ("Nuria Beltrán", {team.sales: R, None: A})
    with workspace.read() as session:
        assert candidates(session, team.account, None) == [(nuria, "Nuria Beltrán")]


def test_a_letter_over_the_owner_leaves_the_action_without_one(workspace: Workspace, team: Team) -> None:
    action = workspace.do(actions.add_action, "Annex", TODAY, account_id=team.account, member_id=team.carla)
    workspace.do(set_letter, Place(Work.ACTION, action, team.sales), C)
    after = row(workspace, team, Work.ACTION)
    assert (after.owner, after.letters) == (None, {team.sales: C})
    assert after.faults == (Fault.NO_ACCOUNTABLE, Fault.NO_RESPONSIBLE)
    workspace.do(clear_letter, Place(Work.ACTION, action, team.sales))
    assert row(workspace, team, Work.ACTION).letters == {}


def test_an_action_is_not_owned_by_an_empty_department(workspace: Workspace, team: Team) -> None:
    legal = workspace.do(add_department, "Legal", "LEG")
    action = workspace.do(actions.add_action, "Annex", TODAY, account_id=team.account, member_id=team.carla)
    with pytest.raises(NobodyThere) as refused:
        workspace.do(make_accountable, Place(Work.ACTION, action, legal))
    assert "Nobody works in Legal yet" in refused.value.sentence(Words.of("en"))
    assert row(workspace, team, Work.ACTION).letters == {team.sales: A}


def test_of_two_letters_for_the_same_cell_the_newer_counts_and_the_next_one_clears_both(
    workspace: Workspace, team: Team, annex: int
) -> None:
    """Two laptops that met again each bring their own letter of a cell."""
    with workspace.change("from two laptops") as session:
        session.add(Raci(letter=R, deliverable_id=annex, department_id=team.sales))
        session.flush()
        session.add(Raci(letter=C, deliverable_id=annex, department_id=team.sales))
    assert row(workspace, team, Work.DELIVERABLE).letters == {team.sales: C}
    workspace.do(make_accountable, Place(Work.DELIVERABLE, annex, team.sales))
    with workspace.read() as session:
        assert session.scalar(select(func.count()).select_from(Raci)) == 1


def test_whoever_has_left_is_found_by_the_audit_and_leads_nothing(workspace: Workspace, team: Team, annex: int) -> None:
    workspace.do(make_accountable, Place(Work.DELIVERABLE, annex, team.service))
    workspace.do(set_letter, Place(Work.DELIVERABLE, annex, team.sales), R)
    workspace.do(edit_member, team.andres, left_on=date(2026, 3, 1))
    assert row(workspace, team, Work.DELIVERABLE).faults == (Fault.OWNER_LEFT,)
    with workspace.read() as session:
        assert candidates(session, team.account, team.service) == []


def test_a_department_that_is_deleted_takes_its_letters_along_and_undo_brings_them_back(
    workspace: Workspace, team: Team, annex: int
) -> None:
    workspace.do(make_accountable, Place(Work.DELIVERABLE, annex, team.service))
    with workspace.change("Delete department") as session:
        session.execute(delete(Department).where(Department.id == team.service))
    after = row(workspace, team, Work.DELIVERABLE)
    assert (after.letters, after.faults[0]) == ({}, Fault.NO_ACCOUNTABLE)
    workspace.undo()
    assert row(workspace, team, Work.DELIVERABLE).letters == {team.service: A}


def test_a_workstream_outlives_its_objective(workspace: Workspace, team: Team) -> None:
    plan = workspace.do(start_plan, team.account, "Plan", date(2026, 1, 1), date(2028, 12, 31))
    objective = workspace.do(add_objective, plan, "Renew")
    workspace.do(add_workstream, team.account, "Renewal", objective_id=objective)
    assert row(workspace, team, Work.WORKSTREAM).label == "O1 Renewal"
    workspace.do(delete_objectives, [objective])
    assert row(workspace, team, Work.WORKSTREAM).label == "Renewal"


def test_three_hundred_rows_are_read_with_as_many_queries_as_three(workspace: Workspace, team: Team) -> None:
    def fill(count: int) -> None:
        with workspace.change("Fill") as session:
            for _ in range(count):
                stream = add_workstream.body(session, team.account, "Stream")
                for _ in range(2):
                    part = add_deliverable.body(session, stream, "Part")
                    session.add(Raci(letter=A, deliverable_id=part, department_id=team.sales))

    fill(1)
    few = _queries(workspace, team)
    fill(99)
    assert len(grid(workspace, team).rows) == 300
    assert _queries(workspace, team) == few


def _queries(workspace: Workspace, team: Team) -> int:
    seen: list[str] = []
    with workspace.read() as session:
        engine = session.get_bind()

        def count(*told: object) -> None:
            seen.append(str(told[2]))

        event.listen(engine, "before_cursor_execute", count)
        raci_view(session, team.account, TODAY, Words.of("en"))
        event.remove(engine, "before_cursor_execute", count)
    return len(seen)

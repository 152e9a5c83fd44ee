"""The index follows every change of the records."""

from datetime import date

import pytest
from sqlalchemy import insert, select

from workbench.accounts.commands import add_fact, delete_accounts, delete_facts, edit_account
from workbench.accounts.model import Account
from workbench.accounts.structure import Fact
from workbench.action_items.commands import add_action, add_step
from workbench.contacts.commands import delete_points, edit_point
from workbench.contacts.positions import ContactPoint, PointKind
from workbench.kernel.identity import new_ids
from workbench.kernel.workspace import Workspace
from workbench.plans.commands import add_objective, add_risk, add_swot_item, start_plan
from workbench.plans.model import SwotKind
from workbench.search import index
from workbench.search.queries import find
from workbench.team.model import Member


def titles(workspace: Workspace, text: str) -> list[str]:
    with workspace.read() as session:
        return [hit.title for group in find(session, text) for hit in group.hits]


@pytest.fixture
def acme(workspace: Workspace) -> int:
    with workspace.read() as session:
        return session.scalars(select(Account.id).where(Account.name == "Acme")).one()


def test_a_new_name_replaces_the_old_one(workspace: Workspace, acme: int) -> None:
    workspace.do(edit_account, acme, name="Zenith")
    assert titles(workspace, "zenith") == ["Zenith"]
    assert "Zenith" not in titles(workspace, "acme")
    workspace.undo()
    assert titles(workspace, "zenith") == []
    assert "Acme" in titles(workspace, "acme")


def test_parts_belong_to_the_document_of_their_owner(workspace: Workspace, acme: int) -> None:
    fact = workspace.do(add_fact, acme, "Fleet", "two hundred vans")
    assert titles(workspace, "hundred") == ["Acme"]
    workspace.do(delete_facts, [fact])
    assert titles(workspace, "hundred") == []
    workspace.undo()
    assert titles(workspace, "hundred") == ["Acme"]


def test_a_part_that_moves_is_found_at_its_new_owner_only(workspace: Workspace, acme: int) -> None:
    fact = workspace.do(add_fact, acme, "Fleet", "two hundred vans")
    with workspace.change("Move") as session:
        other = session.scalars(select(Account.id).where(Account.name == "Grupo Acme Iberia")).one()
        session.get_one(Fact, fact).account_id = other
    assert titles(workspace, "hundred") == ["Grupo Acme Iberia"]


def test_what_goes_with_a_deleted_account_is_gone_from_the_index(workspace: Workspace, acme: int) -> None:
    workspace.do(delete_accounts, [acme])
    assert titles(workspace, "steering") == titles(workspace, "zaragoza") == titles(workspace, "compras") == []
    assert titles(workspace, "munoz") == ["Ana Muñoz"]
    workspace.undo()
    assert titles(workspace, "compras") == ["Ana Muñoz"]
    assert titles(workspace, "steering") == ["Steering committee"]


def test_phones_follow_their_person(workspace: Workspace) -> None:
    with workspace.read() as session:
        phone = session.scalars(select(ContactPoint.id).where(ContactPoint.kind == PointKind.PHONE)).one()
    workspace.do(edit_point, phone, value="+34 611 22 33 44")
    assert titles(workspace, "611 223") == ["Ana Muñoz"]
    assert titles(workspace, "905555") == []
    workspace.do(delete_points, [phone])
    assert titles(workspace, "611 223") == []


def test_actions_plans_and_members_are_found_by_all_they_say(workspace: Workspace, acme: int) -> None:
    action = workspace.do(add_action, "Send offer", date(2026, 3, 10), account_id=acme)
    workspace.do(add_step, action, "Ask the warehouse")
    plan = workspace.do(
        start_plan, acme, "Plan 2026", date(2026, 1, 1), date(2026, 12, 31), summary="grow in cold stores"
    )
    workspace.do(add_objective, plan, "Win the northern depot")
    workspace.do(add_swot_item, plan, SwotKind.THREAT, "A cheaper rival")
    workspace.do(add_risk, plan, "Supplier strike")
    with workspace.change("Hire") as session:
        session.add(Member(name="Marta Ibáñez", office="Bilbao"))
    assert titles(workspace, "warehouse") == ["Send offer"]
    for words in ("cold stores", "rival", "strike"):
        assert titles(workspace, words) == ["Plan 2026"]
    assert titles(workspace, "northern depot") == ["Win the northern depot"]
    assert titles(workspace, "bilbao") == ["Marta Ibáñez"]


def test_thousands_of_records_in_one_change_are_all_found(workspace: Workspace) -> None:
    with workspace.change("Import") as session:
        session.execute(insert(Account), [{"id": key, "name": f"Bulk {n}"} for n, key in enumerate(new_ids(3000))])
    assert titles(workspace, "bulk 2999") == ["Bulk 2999"]
    workspace.undo()
    assert titles(workspace, "bulk 2999") == []
    with workspace.read() as session:
        assert index.differences(session) == 0


def test_an_index_that_lost_documents_is_noticed_and_made_anew(workspace: Workspace, acme: int) -> None:
    with workspace.change("Damage") as session:
        session.connection().exec_driver_sql("DELETE FROM search_account WHERE rowid = ?", (acme,))
    with workspace.read() as session:
        assert index.differences(session) == 1
    with workspace.change("Mend") as session:
        assert index.rebuild(session) == 5
    assert titles(workspace, "zaragoza") == ["Acme"]

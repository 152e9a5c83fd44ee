"""Undo, redo, and taking back one older change without losing what came after it."""

from datetime import date

import pytest
from sqlalchemy import insert, select, update

from tests.kernel.conftest import ACCESS
from tests.support.dump import dump
from workbench.accounts.commands import add_account, add_unit, delete_accounts, delete_units, edit_account, edit_unit
from workbench.accounts.model import Account
from workbench.accounts.structure import Unit
from workbench.action_items.commands import add_action
from workbench.action_items.model import ActionItem
from workbench.contacts.commands import add_person
from workbench.contacts.model import Person
from workbench.kernel import journal
from workbench.kernel.identity import new_ids
from workbench.kernel.journal import Conflict
from workbench.kernel.settings import PortfolioSetting
from workbench.kernel.workspace import NoSuchChange, NothingToRedo, NothingToUndo, Workspace
from workbench.opening import open_portfolio


def newest(workspace: Workspace) -> int:
    with workspace.read() as session:
        return journal.mark(session)


def names(workspace: Workspace) -> list[str]:
    with workspace.read() as session:
        return list(session.scalars(select(Account.name).order_by(Account.id)))


def test_undo_and_redo_are_named_and_survive_a_restart(workspace: Workspace, file) -> None:
    account = workspace.do(add_account, "Acme")
    workspace.do(edit_account, account, name="Zenith")
    assert (workspace.undo_label, workspace.redo_label) == ("Edit account", None)
    workspace.undo()
    workspace.close()
    workspace = open_portfolio(file, ACCESS)
    assert names(workspace) == ["Acme"]
    assert (workspace.undo_label, workspace.redo_label) == ("Add account", "Edit account")
    workspace.redo()
    assert names(workspace) == ["Zenith"]
    workspace.undo()
    workspace.undo()
    assert names(workspace) == []
    workspace.close()


def test_a_new_change_forgets_what_could_be_redone(workspace: Workspace) -> None:
    workspace.do(add_account, "Acme")
    workspace.undo()
    workspace.do(add_account, "Zenith")
    with pytest.raises(NothingToRedo):
        workspace.redo()


def test_with_nothing_done_there_is_nothing_to_undo(workspace: Workspace) -> None:
    with pytest.raises(NothingToUndo):
        workspace.undo()
    with pytest.raises(NoSuchChange):
        workspace.revert(12345)


def test_a_change_that_left_nothing_does_not_stand_in_the_way(workspace: Workspace) -> None:
    workspace.do(add_account, "Acme")
    with workspace.change("Come and go") as session:
        session.execute(insert(Account), [{"id": 7, "name": "Fleeting"}])
        session.connection().exec_driver_sql("DELETE FROM account WHERE id = 7")
    workspace.undo()
    workspace.undo()
    assert names(workspace) == []


def test_an_older_change_is_taken_back_alone(workspace: Workspace) -> None:
    account = workspace.do(add_account, "Acme", sector="Food")
    workspace.do(edit_account, account, sector="Steel")
    change = newest(workspace)
    workspace.do(edit_account, account, name="Acme Group")
    assert not workspace.revert(change).conflicts
    with workspace.read() as session:
        found = session.get_one(Account, account)
        assert (found.name, found.sector) == ("Acme Group", "Food")
    workspace.undo()
    with workspace.read() as session:
        assert session.get_one(Account, account).sector == "Steel"


def test_a_value_that_moved_on_stays_and_is_told(workspace: Workspace) -> None:
    account = workspace.do(add_account, "Acme", sector="Food")
    workspace.do(edit_account, account, sector="Steel", tags="big")
    change = newest(workspace)
    workspace.do(edit_account, account, sector="Paper")
    assert workspace.revert(change).conflicts == (Conflict("account", account, "sector"),)
    with workspace.read() as session:
        found = session.get_one(Account, account)
        assert (found.sector, found.tags) == ("Paper", None)


def test_an_import_is_taken_back_except_what_was_worked_on_since(workspace: Workspace) -> None:
    keys = new_ids(5)
    with workspace.change("Import", "list.csv") as session:
        session.execute(insert(Account), [{"id": key, "name": f"Company {n}"} for n, key in enumerate(keys)])
    change = newest(workspace)
    workspace.do(edit_account, keys[1], sector="Food")
    workspace.do(edit_account, keys[2], sector="Steel")
    workspace.do(edit_account, keys[2], sector="")
    own = workspace.do(add_account, "Own branch", parent_id=keys[4])
    told = workspace.revert(change)
    assert set(told.conflicts) == {Conflict("account", keys[1]), Conflict("account", keys[4])}
    assert names(workspace) == ["Company 1", "Company 4", "Own branch"]
    with workspace.read() as session:
        assert session.get_one(Account, own).parent_id == keys[4]


def test_a_part_that_was_edited_keeps_what_it_belongs_to(workspace: Workspace) -> None:
    with workspace.change("Import") as session:
        account = add_account.body(session, "Acme")
        unit = add_unit.body(session, account, "Cold stores")
        above = add_unit.body(session, account, "Logistics")
        session.get_one(Unit, unit).parent_id = above
    change = newest(workspace)
    workspace.do(edit_unit, unit, headcount=40)
    before = dump(workspace)
    told = workspace.revert(change)
    assert {(c.entity, c.entity_id) for c in told.conflicts} == {("account", account), ("unit", unit), ("unit", above)}
    assert dump(workspace) == before


def test_people_that_a_newer_promise_names_stay(workspace: Workspace) -> None:
    with workspace.change("Import") as session:
        ana = add_person.body(session, "Ana")
        add_person.body(session, "Benito")
    change = newest(workspace)
    workspace.do(add_action, "Call back", date(2026, 3, 10), person_id=ana, direction="they_owe")
    workspace.revert(change)
    with workspace.read() as session:
        assert list(session.scalars(select(Person.name))) == ["Ana"]
        assert session.scalars(select(ActionItem.person_id)).one() == ana


def test_what_belonged_to_something_deleted_since_does_not_come_back(workspace: Workspace) -> None:
    account = workspace.do(add_account, "Acme")
    unit = workspace.do(add_unit, account, "Cold stores")
    workspace.do(delete_units, [unit])
    change = newest(workspace)
    workspace.do(delete_accounts, [account])
    assert workspace.revert(change).conflicts == (Conflict("unit", unit),)
    assert names(workspace) == []


def test_a_reference_to_something_deleted_since_is_not_restored(workspace: Workspace) -> None:
    parent, other = workspace.do(add_account, "Holding"), workspace.do(add_account, "Other")
    account = workspace.do(add_account, "Acme", parent_id=parent)
    workspace.do(edit_account, account, parent_id=other)
    change = newest(workspace)
    workspace.do(delete_accounts, [parent])
    assert workspace.revert(change).conflicts == (Conflict("account", account, "parent_id"),)
    with workspace.read() as session:
        assert session.get_one(Account, account).parent_id == other


def test_a_whole_import_goes_and_comes_back(workspace: Workspace) -> None:
    before = dump(workspace)
    with workspace.change("Import") as session:
        session.execute(insert(Account), [{"id": key, "name": f"Company {n}"} for n, key in enumerate(new_ids(30_000))])
    after = dump(workspace)
    workspace.undo()
    assert dump(workspace) == before
    workspace.redo()
    assert dump(workspace) == after


@pytest.mark.parametrize("after", [{"key": "color"}, {"value": "red"}])
def test_a_setting_of_the_portfolio_can_be_set_back(workspace: Workspace, after: dict[str, str]) -> None:
    with workspace.change("Set") as session:
        session.add(PortfolioSetting(key="colour", value="blue"))
    before = dump(workspace)
    with workspace.change("Set again") as session:
        session.execute(update(PortfolioSetting).values(after))
    workspace.undo()
    assert dump(workspace) == before

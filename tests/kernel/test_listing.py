"""The order and the filter of a list."""

import pytest

from workbench.accounts.commands import add_account
from workbench.accounts.fields import NAME, SECTOR
from workbench.accounts.queries import ACCOUNTS
from workbench.kernel.workspace import Workspace


@pytest.fixture
def names(workspace: Workspace) -> dict[int, str]:
    rows = (("Zeta", "food"), ("Ávila", None), ("acme", "Énergie"), ("Berg", ""), ("Ñandú", "Energy"))
    return {workspace.do(add_account, name, sector=sector): name for name, sector in rows}


def listed(workspace: Workspace, names: dict[int, str], *asked, **how) -> list[str]:
    with workspace.read() as session:
        return [names[key] for key in ACCOUNTS.keys(session, *asked, **how)]


def test_accents_and_case_do_not_matter_in_the_order(workspace: Workspace, names: dict[int, str]) -> None:
    assert listed(workspace, names) == ["acme", "Ávila", "Berg", "Ñandú", "Zeta"]
    assert listed(workspace, names, "", NAME, descending=True) == ["Zeta", "Ñandú", "Berg", "Ávila", "acme"]


def test_rows_without_a_value_come_last_in_both_directions(workspace: Workspace, names: dict[int, str]) -> None:
    assert listed(workspace, names, "", SECTOR)[:3] == ["acme", "Ñandú", "Zeta"]
    assert listed(workspace, names, "", SECTOR, descending=True)[:3] == ["Zeta", "Ñandú", "acme"]


def test_every_word_of_the_filter_must_be_somewhere(workspace: Workspace, names: dict[int, str]) -> None:
    assert listed(workspace, names, "energ ac") == ["acme"]
    assert listed(workspace, names, "ENERGY") == ["Ñandú"]
    assert listed(workspace, names, "50%_") == []

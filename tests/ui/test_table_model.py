"""A table over a listing: identities at once, values by the page, only what changed is repainted."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from sqlalchemy import event

from workbench.accounts.commands import add_account, delete_accounts, edit_account, move_to_tier
from workbench.accounts.model import Account, Tier
from workbench.accounts.queries import ACCOUNTS
from workbench.kernel.formats import Formats
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_meeting
from workbench.ui.bridge import LiveWorkspace
from workbench.ui.table_model import PAGE, ListingModel


@pytest.fixture
def model(live: LiveWorkspace, accounts: dict[str, int]) -> Iterator[ListingModel]:
    """Watched by Qt's own tester, which fails the test on any step out of order."""
    made = ListingModel(live, ACCOUNTS, Formats.of("en"))
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning)
    yield made
    tester.deleteLater()


def column(model: ListingModel, name: str) -> int:
    return next(n for n in range(model.columnCount()) if model.field(n).name == name)


def shown(model: ListingModel, *names: str) -> list[str]:
    """The rows as a person reads them."""
    return [
        " | ".join(str(model.index(row, column(model, name)).data()) for name in names)
        for row in range(model.rowCount())
    ]


def test_rows_come_in_the_order_of_the_listing(model: ListingModel) -> None:
    assert shown(model, "name", "tier", "renewal_on") == [
        "Acme | Key | 30 Jun 2026",
        "Ávila Textil | B | –",
        "Umbrella | A | –",
    ]


def test_heads_and_figures_stand_to_the_side_they_belong_to(model: ListingModel) -> None:
    money = column(model, "invoiced")
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Name"
    assert model.headerData(money, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole) & int(
        Qt.AlignmentFlag.AlignRight
    )
    assert shown(model, "invoiced")[1] == "€1,234"


def test_a_column_sorts_both_ways_with_nothing_at_the_end(model: ListingModel) -> None:
    place = column(model, "renewal_on")
    model.sort(place, Qt.SortOrder.AscendingOrder)
    assert shown(model, "name")[0] == "Acme"
    model.sort(place, Qt.SortOrder.DescendingOrder)
    assert shown(model, "name")[0] == "Acme"
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert shown(model, "name") == ["Umbrella", "Ávila Textil", "Acme"]


def test_the_filter_does_not_mind_accents(model: ListingModel) -> None:
    model.search("avila")
    assert shown(model, "name") == ["Ávila Textil"]


def test_an_edit_repaints_one_row(model: ListingModel, workspace: Workspace, accounts: dict[str, int]) -> None:
    painted: list[tuple[int, int]] = []
    shown(model, "name")
    model.dataChanged.connect(lambda first, last: painted.append((first.row(), last.row())))
    workspace.do(move_to_tier, [accounts["Umbrella"]], Tier.C)
    assert painted == [(2, 2)]
    assert shown(model, "tier")[2] == "C"


def test_selection_follows_its_record_when_a_rename_moves_the_row(
    model: ListingModel, workspace: Workspace, accounts: dict[str, int]
) -> None:
    held = QPersistentModelIndex(model.index(0, 0))
    workspace.do(edit_account, accounts["Acme"], name="Zenith")
    assert (held.row(), held.data()) == (2, "Zenith")


def test_records_come_and_go_one_by_one(model: ListingModel, workspace: Workspace, accounts: dict[str, int]) -> None:
    steps: list[str] = []
    model.rowsInserted.connect(lambda _parent, row, _last: steps.append(f"+{row}"))
    model.rowsRemoved.connect(lambda _parent, row, _last: steps.append(f"-{row}"))
    model.modelReset.connect(lambda: steps.append("reset"))
    workspace.do(add_account, "Bodegas Arlanza")
    workspace.do(delete_accounts, [accounts["Umbrella"]])
    workspace.undo()
    workspace.undo()
    assert steps == ["+2", "-3", "+3", "-2"]
    assert shown(model, "name") == ["Acme", "Ávila Textil", "Umbrella"]


def test_a_subsidiary_shows_the_new_name_of_its_parent(
    model: ListingModel, workspace: Workspace, accounts: dict[str, int]
) -> None:
    workspace.do(edit_account, accounts["Umbrella"], parent_id=accounts["Acme"])
    assert shown(model, "parent")[2] == "Acme"
    workspace.do(edit_account, accounts["Acme"], name="Acme Holding")
    assert shown(model, "parent")[2] == "Acme Holding"


def test_a_list_reads_nothing_when_something_else_is_saved(
    model: ListingModel, workspace: Workspace, accounts: dict[str, int]
) -> None:
    asked: list[str] = []
    event.listen(workspace._reader, "before_cursor_execute", lambda *given: asked.append(given[2]))
    workspace.do(add_meeting, "Review", date(2026, 3, 12), account_id=accounts["Acme"])
    assert not [statement for statement in asked if statement.startswith("SELECT account.id")]


def test_values_are_read_by_the_page(live: LiveWorkspace, workspace: Workspace) -> None:
    with workspace.change("Fill") as session:
        session.add_all([Account(name=f"Account {n:04}") for n in range(PAGE * 3)])
    model = ListingModel(live, ACCOUNTS, Formats.of("en"))
    asked: list[str] = []
    event.listen(workspace._reader, "before_cursor_execute", lambda *given: asked.append(given[2]))
    reads = lambda: sum(statement.startswith("SELECT") for statement in asked)  # noqa: E731
    for row in range(40):
        model.index(row, 0).data()
    assert reads() == 1
    model.index(PAGE * 2, 0).data()
    assert reads() == 2


def test_nothing_is_below_a_row(model: ListingModel) -> None:
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.rowCount(QModelIndex()) == 3

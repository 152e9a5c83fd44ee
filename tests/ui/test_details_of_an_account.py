"""The first tab of an account: facts, what happens and who is around, by keys; long lists show a part first."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from workbench.action_items.commands import add_action
from workbench.contacts.commands import add_person, assess
from workbench.contacts.positions import Attitude, BuyingRole, Influence
from workbench.kernel.workspace import Workspace
from workbench.portfolio.ui.overview import Overview
from workbench.team.commands import add_member
from workbench.ui.desk import Desk
from workbench.ui.sublist import SubList
from workbench.ui.widgets.line import Line

TODAY = date(2026, 3, 10)


class Asker(QWidget):
    """Hears which page is asked for."""

    wanted = Signal(str, object)


@pytest.fixture
def asker(qtbot: QtBot) -> Asker:
    made = Asker()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def overview(desk: Desk, asker: Asker, accounts: dict[str, int], qtbot: QtBot) -> Overview:
    made = Overview(desk, asker.wanted, asker.close)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show_account(accounts["Acme"])
    made.show()
    return made


def part(overview: Overview, key: str) -> SubList:
    return next(made for made in overview.lists if made.what.key == key)


def names(overview: Overview, key: str) -> list[str]:
    return [line.accessibleName() for line in part(overview, key).lines()]


def test_a_fact_is_typed_with_its_value_and_dated(overview: Overview, qtbot: QtBot) -> None:
    facts = part(overview, "account.facts")
    facts.begin_new()
    qtbot.keyClicks(facts.new, "Our share: 34 %")
    qtbot.keyClick(facts.new, Qt.Key.Key_Return)
    assert names(overview, "account.facts") == ["Our share · 34 %, Assumed · As of: 10 Mar 2026"]
    overview._desk.workspace.undo()
    assert names(overview, "account.facts") == []


def test_a_quarter_is_typed_with_what_was_invoiced(overview: Overview, qtbot: QtBot) -> None:
    revenue = part(overview, "account.revenue")
    revenue.begin_new()
    qtbot.keyClicks(revenue.new, "Q1 2026: 120,000")
    qtbot.keyClick(revenue.new, Qt.Key.Key_Return)
    assert names(overview, "account.revenue") == ["Invoiced: €120,000, Quarter from: 1 Jan 2026"]
    overview._desk.workspace.undo()
    assert names(overview, "account.revenue") == []


def test_what_names_no_quarter_is_told_and_stays_to_be_mended(overview: Overview, qtbot: QtBot) -> None:
    told: list[str] = []
    overview._desk.complain = lambda problem, _again: told.append(str(problem))
    revenue = part(overview, "account.revenue")
    revenue.begin_new()
    qtbot.keyClicks(revenue.new, "last spring: much")
    qtbot.keyClick(revenue.new, Qt.Key.Key_Return)
    assert names(overview, "account.revenue") == []
    assert revenue.new.text() == "last spring: much"
    assert told == [
        "“last spring: much” is no quarter with an amount. Nothing was added. Write it like this: Q1 2026: 120,000"
    ]


def test_somebody_of_ours_joins_the_team(overview: Overview, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.do(add_member, "Marta Ibáñez")
    team = part(overview, "account.team")
    team.begin_new()
    qtbot.keyClicks(team.new, "ibanez")
    qtbot.keyClick(team.new, Qt.Key.Key_Return)
    assert names(overview, "account.team") == ["Marta Ibáñez, Core team · Since: 10 Mar 2026"]


def test_a_long_list_shows_a_part_and_the_rest_on_request(
    overview: Overview, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    for number in range(9):
        workspace.do(add_action, f"Promise {number}", TODAY, account_id=accounts["Acme"])
    promised = part(overview, "account.we_promised")
    assert (len(promised.lines()), promised._count.text(), promised._rest.text()) == (6, "9", "and 3 more")
    qtbot.keyClick(promised._rest, Qt.Key.Key_Space)
    assert (len(promised.lines()), promised._rest.isVisible()) == (9, False)


def test_who_decides_stands_first_and_enter_opens_them(
    overview: Overview, workspace: Workspace, asker: Asker, accounts: dict[str, int], qtbot: QtBot
) -> None:
    acme = accounts["Acme"]
    workspace.do(add_person, "Ana", acme)
    boss = workspace.do(add_person, "Zoe", acme)
    values = {"influence": Influence.HIGH, "buying_role": BuyingRole.DECIDES}
    workspace.do(assess, boss, acme, TODAY, Attitude.SUPPORTS, **values)
    QApplication.processEvents()
    lines = [line for line in overview.findChildren(Line, "account.overview.line") if line.isVisible()]
    people = [line for line in lines if line.accessibleName() in ("Ana", "Zoe, Supports")]
    assert [line.accessibleName() for line in people] == ["Zoe, Supports", "Ana"]
    with qtbot.waitSignal(asker.wanted) as heard:
        qtbot.keyClick(people[0], Qt.Key.Key_Return)
    assert heard.args == ["contacts", boss]


def test_what_happened_can_be_narrowed(
    overview: Overview, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    workspace.do(add_action, "Send logs", TODAY, account_id=accounts["Acme"])

    def past() -> list[str]:
        shown = (overview._past.itemAt(place).widget() for place in range(overview._past.count()))
        return [widget.accessibleName() for widget in shown if isinstance(widget, Line)]

    assert past() == ["Send logs, 10 Mar · Promised"]
    overview.filter.setFocus()
    qtbot.keyClick(overview.filter, Qt.Key.Key_Down)
    assert (overview.filter.currentText(), past()) == ("Meetings", [])


def test_tab_goes_through_a_list_where_its_lines_stand(overview: Overview, qtbot: QtBot) -> None:
    facts = part(overview, "account.facts")
    for text in ("Share: 34 %", "Fleet: 62"):
        facts.begin_new()
        qtbot.keyClicks(facts.new, text)
        qtbot.keyClick(facts.new, Qt.Key.Key_Return)
    # what was just added is shown one turn of the event loop later, and Tab skips what is hidden
    QApplication.processEvents()
    facts.findChild(QWidget, "account.facts.add").setFocus()
    walked = []
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    assert walked[:2] == facts.lines()
    assert walked[2].objectName() != "account.facts.line"

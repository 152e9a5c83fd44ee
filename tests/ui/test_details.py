"""The details of a record: what it owns is added, opened, ticked, moved, copied and deleted by keys, and undone."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from workbench.accounts import queries as accounts_queries
from workbench.action_items.commands import add_action, add_step
from workbench.action_items.model import ActionItem, Direction, State
from workbench.action_items.queries import steps_of
from workbench.contacts.commands import add_person, add_seat, fill_seat
from workbench.contacts.positions import Attitude, PointKind
from workbench.contacts.ui.lists import kind_of
from workbench.kernel.workspace import Workspace
from workbench.portfolio.ui.rooms import ACCOUNTS, ACTIONS, CONTACTS, MEETINGS, TEAM
from workbench.ui.desk import Desk
from workbench.ui.details import Details
from workbench.ui.list_page import ListPage
from workbench.ui.room import Room
from workbench.ui.sublist import SubList
from workbench.ui.widgets.line import Line

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
TODAY = date(2026, 3, 10)


class Pane:
    """The details of one record, and the keys a person would press."""

    def __init__(self, desk: Desk, room: Room, key: int, bot: QtBot) -> None:
        self.desk, self.bot = desk, bot
        self.details = Details(desk, room)
        bot.addWidget(self.details)
        self.details.resize(340, 900)
        self.details.show()
        self.details.show_key(key)

    def part(self, key: str) -> SubList:
        return next(made for made in self.details.lists if made.what.key == key)

    def lines(self, key: str) -> list[str]:
        return [line.accessibleName() for line in self.part(key).lines()]

    def line(self, key: str, place: int = 0) -> Line:
        return self.part(key).lines()[place]

    def add(self, key: str, text: str) -> None:
        self.part(key).begin_new()
        self.bot.keyClicks(self.part(key).new, text)
        self.bot.keyClick(self.part(key).new, Qt.Key.Key_Return)

    def press(self, widget: QWidget, key: Qt.Key, also: Any = Qt.KeyboardModifier.NoModifier) -> None:
        self.bot.keyClick(widget, key, also)

    def undo(self) -> None:
        self.desk.workspace.undo()


@pytest.fixture
def ana(workspace: Workspace, accounts: dict[str, int]) -> int:
    return workspace.do(add_person, "Ana Ríos", accounts["Acme"], "Buyer")


@pytest.fixture
def person(desk: Desk, ana: int, qtbot: QtBot) -> Pane:
    return Pane(desk, CONTACTS, ana, qtbot)


@pytest.fixture
def action(desk: Desk, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot) -> Pane:
    key = workspace.do(add_action, "Send offer", TODAY, account_id=accounts["Acme"], state=State.WAITING)
    for title in ("First", "Second", "Third"):
        workspace.do(add_step, key, title)
    return Pane(desk, ACTIONS, key, qtbot)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("+34 976 123 456", PointKind.PHONE),
        ("ana@acme.example", PointKind.EMAIL),
        ("https://acme.example/ana", PointKind.LINK),
        ("www.acme.example", PointKind.LINK),
        ("Calle Mayor 3, Zaragoza", PointKind.ADDRESS),
    ],
)
def test_a_way_to_reach_somebody_says_itself_what_it_is(text: str, kind: PointKind) -> None:
    assert kind_of(text) is kind


def test_enter_adds_a_phone_and_undo_takes_it_back(person: Pane) -> None:
    person.add("person.points", "+34 976 123 456")
    assert person.lines("person.points") == ["+34 976 123 456, Phone"]
    assert person.part("person.points").new.text() == ""
    person.undo()
    assert person.lines("person.points") == []


def test_escape_leaves_nothing_behind(person: Pane) -> None:
    points = person.part("person.points")
    points.begin_new()
    person.bot.keyClicks(points.new, "half")
    person.press(points.new, Qt.Key.Key_Escape)
    assert (points.new.isVisible(), points.new.text(), person.lines("person.points")) == (False, "", [])


def test_a_line_is_copied_with_one_key(person: Pane) -> None:
    person.add("person.points", "ana@acme.example")
    person.press(person.line("person.points"), Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "ana@acme.example"


def test_a_role_is_found_by_a_part_of_the_name_of_its_account(person: Pane, accounts: dict[str, int]) -> None:
    roles = person.part("person.roles")
    roles.begin_new()
    person.bot.keyClicks(roles.new, "avila")
    assert roles.new.offers() == ["Ávila Textil", "Create “avila”"]
    person.press(roles.new, Qt.Key.Key_Return)
    assert "Ávila Textil" in person.lines("person.roles")


def test_a_role_at_an_account_that_is_not_there_makes_it_in_one_step(person: Pane) -> None:
    person.add("person.roles", "Brand New")
    assert any(line.startswith("Brand New") for line in person.lines("person.roles"))
    person.undo()
    with person.desk.workspace.read() as session, pytest.raises(accounts_queries.NoSuchAccount):
        accounts_queries.account_named(session, "Brand New")


def test_a_judgement_begins_as_the_last_one_and_keeps_it(person: Pane) -> None:
    judged = person.part("person.assessments")
    judged.begin_new()
    assert judged._form is not None
    choice = judged._form.editors["attitude"]
    person.press(choice, Qt.Key.Key_Home)
    judged.begin_new()
    words = [line.split(", ")[-1] for line in person.lines("person.assessments")]
    assert words == [Attitude.CHAMPION.label, Attitude.CHAMPION.label]
    assert "internal" in judged.what.title


def test_a_judgement_without_a_role_is_refused_in_a_sentence(desk: Desk, workspace: Workspace, qtbot: QtBot) -> None:
    told: list[object] = []
    desk.complain = lambda problem, *_: told.append(problem)
    pane = Pane(desk, CONTACTS, workspace.do(add_person, "Nobody"), qtbot)
    pane.part("person.assessments").begin_new()
    assert next(str(problem) for problem in told).startswith("An assessment belongs to a role")
    assert pane.lines("person.assessments") == []


def test_a_person_shows_their_seats_and_the_promises_of_both_sides(
    desk: Desk, workspace: Workspace, accounts: dict[str, int], ana: int, qtbot: QtBot
) -> None:
    acme = accounts["Acme"]
    workspace.do(fill_seat, workspace.do(add_seat, acme, "Head of buying"), ana)
    workspace.do(add_action, "Send logs", TODAY, account_id=acme, person_id=ana, direction=Direction.THEY_OWE)
    workspace.do(add_action, "Send offer", TODAY, account_id=acme)
    pane = Pane(desk, CONTACTS, ana, qtbot)
    assert pane.lines("person.seats") == ["Head of buying"]
    assert [line.split(",")[0] for line in pane.lines("person.they_promised")] == ["Send logs"]
    assert [line.split(",")[0] for line in pane.lines("person.we_promised")] == ["Send offer"]
    pane.press(pane.line("person.we_promised"), Qt.Key.Key_Space)
    assert pane.lines("person.we_promised") == []
    pane.undo()
    assert len(pane.lines("person.we_promised")) == 1


def test_space_ticks_a_step_and_undo_unticks_it(action: Pane) -> None:
    def ticked() -> list[bool]:
        with action.desk.workspace.read() as session:
            return [step.is_done for step in steps_of(session, action.details.key or 0)]

    action.press(action.line("action.steps", 1), Qt.Key.Key_Space)
    assert ticked() == [False, True, False]
    assert action.line("action.steps", 1).isChecked()
    action.undo()
    assert ticked() == [False, False, False]


def test_steps_are_walked_moved_and_deleted_by_keys(action: Pane) -> None:
    first = action.line("action.steps")
    first.setFocus()
    action.press(first, Qt.Key.Key_Down)
    assert action.line("action.steps", 1).hasFocus()
    action.press(action.line("action.steps", 2), Qt.Key.Key_Up, ALT)
    assert action.lines("action.steps") == ["First", "Third", "Second"]
    action.undo()
    assert action.lines("action.steps") == ["First", "Second", "Third"]
    action.press(action.line("action.steps", 1), Qt.Key.Key_Delete)
    assert action.lines("action.steps") == ["First", "Third"]
    action.undo()
    assert action.lines("action.steps") == ["First", "Second", "Third"]


def test_the_focus_stays_in_the_list_when_a_line_is_deleted(action: Pane) -> None:
    last = action.line("action.steps", 2)
    last.setFocus()
    action.press(last, Qt.Key.Key_Delete)
    assert action.line("action.steps", 1).hasFocus()


def test_a_line_opens_in_place_saves_and_closes_with_escape(action: Pane) -> None:
    steps = action.part("action.steps")
    action.press(action.line("action.steps"), Qt.Key.Key_Return)
    assert steps._form is not None
    title = steps._form.editors["title"]
    title.selectAll()
    action.bot.keyClicks(title, "Renamed")
    action.press(title, Qt.Key.Key_Return)
    assert action.lines("action.steps")[0] == "Renamed"
    assert steps._form.editors["title"] is title
    action.press(title, Qt.Key.Key_Escape)
    assert steps._form is None
    assert action.line("action.steps").hasFocus()


def test_the_details_say_the_state_and_the_newest_change(action: Pane) -> None:
    assert "Waiting" in action.details._chips.accessibleName()
    assert "Add action" in action.details._past.text()


@pytest.mark.parametrize("room", [ACCOUNTS, CONTACTS, ACTIONS, MEETINGS, TEAM], ids=lambda room: room.key)
def test_every_list_can_be_reached_from_the_menu_and_every_line_has_a_name(
    desk: Desk, room: Room, qtbot: QtBot, accounts: dict[str, int]
) -> None:
    made = Details(desk, room)
    qtbot.addWidget(made)
    assert [entry.label for entry in made.entries()] == [what.new for what in room.lists if what.add]
    for sub in made.lists:
        assert sub.new.accessibleName()
        assert sub.what.add is None or sub._plus.accessibleName()


def test_the_menu_of_a_line_has_the_keys_beside_what_they_do(action: Pane) -> None:
    steps = action.part("action.steps")
    entries = steps._verbs.entries(steps.lines()[0])
    assert [(entry.label, entry.keys) for entry in entries] == [
        ("Open", "Return"),
        ("Move up", "Alt+Up"),
        ("Move down", "Alt+Down"),
        ("Delete", "Del"),
    ]


@pytest.mark.parametrize(("width", "stays"), [(700, False), (1300, True)])
def test_escape_leads_from_the_details_back_to_the_list(
    desk: Desk, ana: int, qtbot: QtBot, width: int, *, stays: bool
) -> None:
    page = ListPage(desk, CONTACTS)
    qtbot.addWidget(page)
    page.resize(width, 600)
    page.show()
    page.opened(ana)
    page.show_details()
    name = page.details.form.editors["name"]
    page.activateWindow()
    name.setFocus()
    qtbot.waitUntil(name.hasFocus)
    qtbot.keyClick(name, Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    assert page.details.isVisible() is stays


def test_an_action_repeats_as_chosen_until_a_day_and_no_longer_after_undo(action: Pane) -> None:
    repeats = action.details.form.editors["rule"]

    def rule() -> str | None:
        with action.desk.workspace.read() as session:
            return session.scalar(select(ActionItem.rule))

    assert repeats.text_now() == "never"
    action.press(repeats.often, Qt.Key.Key_Down)
    action.press(repeats.often, Qt.Key.Key_Down)
    assert (rule(), repeats.text_now()) == ("FREQ=WEEKLY", "every week")
    action.bot.keyClicks(repeats.until, "31/12/2026")
    action.press(repeats.until, Qt.Key.Key_Return)
    assert rule() == "FREQ=WEEKLY;UNTIL=20261231"
    action.undo()
    assert rule() == "FREQ=WEEKLY"
    action.bot.keyClicks(repeats.until, "nonsense")
    action.press(repeats.until, Qt.Key.Key_Return)
    assert rule() == "FREQ=WEEKLY"


def test_details_slide_over_a_list_without_room_for_both_and_are_docked_again_with_it(
    desk: Desk, ana: int, qtbot: QtBot
) -> None:
    page = ListPage(desk, CONTACTS)
    qtbot.addWidget(page)
    page.resize(1300, 600)
    page.show()
    page.opened(ana)
    page.activateWindow()
    qtbot.waitUntil(page.table.hasFocus)
    docked = page.table.width()
    page.resize(972, 600)
    assert not page.details.isVisible()
    assert page.table.width() == page.width()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.details.isVisible()
    # it lies on the list, which keeps its width and stays to be seen at the left
    assert page.table.width() == page.width()
    assert page.details.geometry().right() == page.beside.rect().right()
    assert page.details.x() > 400
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert not page.details.isVisible()
    page.resize(1300, 600)
    assert page.details.isVisible()
    qtbot.waitUntil(lambda: page.table.width() == docked)

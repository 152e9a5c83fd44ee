"""The page of a meeting: agenda, people, decisions and promises by keys, and what is still to prepare."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from workbench.action_items.commands import add_action
from workbench.contacts.commands import add_person
from workbench.kernel.workspace import Workspace
from workbench.meetings import queries
from workbench.meetings.commands import add_agenda_point, add_meeting, edit_meeting
from workbench.portfolio.ui.prepared_meeting import PreparedMeeting
from workbench.team.commands import add_member
from workbench.ui.desk import Desk
from workbench.ui.sublist import SubList

TODAY = date(2026, 3, 10)
ALT = Qt.KeyboardModifier.AltModifier


class Shown:
    """The page of one meeting, and the keys a person would press."""

    def __init__(self, desk: Desk, key: int, bot: QtBot) -> None:
        self.desk, self.key, self.bot = desk, key, bot
        self.page = PreparedMeeting(desk)
        bot.addWidget(self.page)
        self.page.resize(1000, 700)
        self.page.opened(key)
        self.page.show()

    def part(self, key: str) -> SubList:
        return next(made for made in (*self.page.lists, *self.page.beside) if made.what.key == key)

    def lines(self, key: str) -> list[str]:
        return [line.accessibleName() for line in self.part(key).lines()]

    def add(self, key: str, text: str) -> None:
        self.part(key).begin_new()
        self.bot.keyClicks(self.part(key).new, text)
        self.bot.keyClick(self.part(key).new, Qt.Key.Key_Return)


@pytest.fixture
def shown(desk: Desk, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot) -> Shown:
    key = workspace.do(add_meeting, "Review", TODAY, time(10), account_id=accounts["Acme"], time_zone="Europe/Madrid")
    for point in ("One", "Two"):
        workspace.do(add_agenda_point, key, point)
    return Shown(desk, key, qtbot)


def test_points_are_added_one_after_the_other_moved_and_undone(shown: Shown, qtbot: QtBot) -> None:
    shown.add("meeting.agenda", "Three")
    assert shown.part("meeting.agenda").new.isVisible()
    qtbot.keyClick(shown.part("meeting.agenda").lines()[2], Qt.Key.Key_Up, ALT)
    assert shown.lines("meeting.agenda") == ["One", "Three", "Two"]
    shown.desk.workspace.undo()
    shown.desk.workspace.undo()
    assert shown.lines("meeting.agenda") == ["One", "Two"]


def test_somebody_is_found_on_both_sides_or_stays_a_name(
    shown: Shown, workspace: Workspace, accounts: dict[str, int]
) -> None:
    workspace.do(add_person, "Ana Ríos", accounts["Acme"])
    workspace.do(add_member, "Marta Ibáñez")
    for typed in ("rios", "ibanez", "Somebody new"):
        shown.add("meeting.people", typed)
    with workspace.read() as session:
        found = queries.attendees_of(session, shown.key)
    assert [(one.name, one.person_id is not None, one.is_ours) for one in found] == [
        ("Ana Ríos", True, False),
        ("Somebody new", False, False),
        ("Marta Ibáñez", False, True),
    ]


def test_what_is_still_to_prepare_is_said_and_blocks_nothing(shown: Shown, workspace: Workspace) -> None:
    assert shown.page._ready.text().startswith("Ready 2 of 7 – still open: purpose, wanted outcome")
    workspace.do(edit_meeting, shown.key, purpose="A yes", outcome="A date", numbers="96 %", say="Sorry")
    assert shown.page._ready.text() == "Ready 6 of 7 – still open: people of both sides"
    workspace.undo()
    assert "purpose" in shown.page._ready.text()


def test_a_promise_is_made_moved_and_kept_on_the_page(shown: Shown, qtbot: QtBot) -> None:
    shown.add("account.they_promised", "Charger logs")
    line = shown.part("account.they_promised").lines()[0]
    qtbot.keyClick(line, Qt.Key.Key_W)
    assert shown.lines("account.they_promised") == ["Charger logs, Due: 17 Mar 2026, To do"]
    qtbot.keyClick(line, Qt.Key.Key_Space)
    assert shown.lines("account.they_promised") == []
    shown.desk.workspace.undo()
    assert len(shown.lines("account.they_promised")) == 1


def test_a_late_promise_of_ours_is_something_to_prepare(
    shown: Shown, workspace: Workspace, accounts: dict[str, int]
) -> None:
    assert "late promises" not in shown.page._ready.text()
    workspace.do(add_action, "Late", TODAY, account_id=accounts["Acme"], due=date(2026, 3, 1))
    assert "late promises" in shown.page._ready.text()


def test_a_late_promise_says_so_at_the_end_of_its_line(
    shown: Shown, workspace: Workspace, accounts: dict[str, int]
) -> None:
    workspace.do(add_action, "Late", TODAY, account_id=accounts["Acme"], due=date(2026, 3, 1))
    assert shown.lines("account.we_promised") == ["Late, Due: 1 Mar 2026, 1 Mar"]


def test_one_meeting_of_a_series_is_changed_or_cancelled_alone(
    shown: Shown, workspace: Workspace, qtbot: QtBot
) -> None:
    def days() -> list[date | None]:
        with workspace.read() as session:
            return [queries.next_day_of(session, shown.key, day) for day in (TODAY, date(2026, 3, 11))]

    change, cancel = shown.page._series.entries()
    assert not change.when()
    workspace.do(edit_meeting, shown.key, rule="FREQ=WEEKLY")
    assert (change.when(), days()) == (True, [TODAY, date(2026, 3, 17)])
    with qtbot.waitSignal(shown.page.wanted) as heard:
        change.run()
    with workspace.read() as session:
        alone = queries.card(session, heard.args[1])
    assert alone is not None
    assert (alone.day, alone.rule) == (TODAY, None)
    cancel.run()
    assert days() == [date(2026, 3, 24), date(2026, 3, 24)]
    workspace.undo()
    assert days() == [date(2026, 3, 17), date(2026, 3, 17)]
    workspace.undo()
    assert days()[0] == TODAY

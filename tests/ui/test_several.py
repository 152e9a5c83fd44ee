"""People, meetings and colleagues: chips that count, and what is done with several of them in one step."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from tests.ui.conftest import TODAY
from workbench.accounts.commands import add_account
from workbench.accounts.model import Tier
from workbench.contacts.commands import add_person, add_point
from workbench.contacts.model import Person
from workbench.contacts.positions import PointKind
from workbench.contacts.ui.room import ROOM as CONTACTS
from workbench.kernel.errors import UserError
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import SeriesChosen, add_meeting, move_meetings
from workbench.meetings.model import Meeting, MeetingStatus
from workbench.meetings.ui.room import ROOM as MEETINGS
from workbench.meetings.ui.several import DayMissing
from workbench.team.assignments import TeamRole
from workbench.team.commands import add_department, add_member, assign
from workbench.team.model import Member
from workbench.team.ui.room import ROOM as TEAM
from workbench.ui.desk import Desk
from workbench.ui.room import Room

EARLIER = TODAY - timedelta(days=40)


def counted(workspace: Workspace, room: Room) -> dict[str, int]:
    with workspace.read() as session:
        return {chip.label: room.listing.where(*chip.conditions(TODAY)).count(session) for chip in room.chips}


def run(room: Room, label: str, desk: Desk, keys: list[int], text: str = "") -> None:
    next(verb for verb in room.bulk if verb.label == label).run(desk, keys, text)


def test_the_chips_of_people_count_who_is_silent_and_out_of_reach(workspace: Workspace) -> None:
    key = workspace.do(add_account, "Acme", tier=Tier.KEY)
    workspace.do(add_person, "Ana", account_id=key, rhythm_days=30, last_contact_on=EARLIER)
    ben = workspace.do(add_person, "Ben", rhythm_days=60, last_contact_on=EARLIER)
    workspace.do(add_person, "The buyer", is_placeholder=True)
    workspace.do(add_person, "Eva")
    workspace.do(add_point, ben, PointKind.PHONE, "600 100 200")
    chips = {"At key accounts": 1, "Rhythm overdue": 1, "Never contacted": 1, "No way to reach": 2}
    assert counted(workspace, CONTACTS) == chips


def test_several_people_take_a_tag_and_a_rhythm_and_undo_is_one_step(workspace: Workspace, desk: Desk) -> None:
    keys = [workspace.do(add_person, "Ana", tags="golf"), workspace.do(add_person, "Ben")]
    run(CONTACTS, "Set tag", desk, keys, "north")
    run(CONTACTS, "Set rhythm", desk, keys, "21")
    with workspace.read() as session:
        found = session.execute(select(Person.tags, Person.rhythm_days).order_by(Person.name)).all()
    assert [tuple(row) for row in found] == [("golf, north", 21), ("north", 21)]
    workspace.undo()
    workspace.undo()
    with workspace.read() as session:
        assert list(session.scalars(select(Person.tags).order_by(Person.name))) == ["golf", None]


def test_the_chips_of_meetings_count_what_is_coming_and_what_is_open(workspace: Workspace) -> None:
    workspace.do(add_meeting, "Visit", TODAY, purpose="Prices")
    workspace.do(add_meeting, "Call", date(2026, 3, 15))
    workspace.do(add_meeting, "Past", EARLIER)
    workspace.do(add_meeting, "Held", EARLIER, status=MeetingStatus.HELD)
    workspace.do(add_meeting, "Sync", EARLIER, rule="FREQ=WEEKLY")
    chips = {"Coming": 2, "This week": 2, "Without purpose": 1, "Past, still planned": 1, "Repeating": 1}
    assert counted(workspace, MEETINGS) == chips


def test_several_meetings_are_moved_held_and_cancelled(workspace: Workspace, desk: Desk) -> None:
    keys = [
        workspace.do(add_meeting, "Fair", TODAY, end_day=TODAY + timedelta(days=2)),
        workspace.do(add_meeting, "Visit", TODAY, time(9, 30), time_zone="Europe/Madrid"),
    ]
    run(MEETINGS, "Move day", desk, keys, "+3")
    with workspace.read() as session:
        fair, visit = (session.get_one(Meeting, key) for key in keys)
        assert (fair.day, fair.end_day) == (date(2026, 3, 13), date(2026, 3, 15))
        assert visit.starts_at
        assert (visit.day, visit.start, visit.starts_at.hour) == (date(2026, 3, 13), time(9, 30), 8)
    for label, status in (("Held", MeetingStatus.HELD), ("Cancel meetings", MeetingStatus.CANCELLED)):
        run(MEETINGS, label, desk, keys)
        with workspace.read() as session:
            assert set(session.scalars(select(Meeting.status))) == {status}


def test_a_series_is_not_moved_with_others_nor_anything_to_no_day(workspace: Workspace, desk: Desk) -> None:
    keys = [workspace.do(add_meeting, "Visit", TODAY), workspace.do(add_meeting, "Sync", TODAY, rule="FREQ=WEEKLY")]
    with pytest.raises(SeriesChosen):
        workspace.do(move_meetings, keys, EARLIER)
    with pytest.raises(DayMissing):
        run(MEETINGS, "Move day", desk, keys[:1], "")
    with workspace.read() as session:
        assert set(session.scalars(select(Meeting.day))) == {TODAY}


def test_colleagues_are_counted_and_put_into_a_department(workspace: Workspace, desk: Desk) -> None:
    account = workspace.do(add_account, "Acme")
    workspace.do(add_department, "Logística", "LOG")
    keys = [workspace.do(add_member, "Pablo"), workspace.do(add_member, "Rosa"), workspace.do(add_member, "Gone")]
    workspace.do(assign, account, keys[0], TeamRole.CORE)
    with workspace.change("Somebody leaves") as session:
        session.get_one(Member, keys[2]).left_on = EARLIER
    chips = {"Still here": 2, "Have left": 1, "In an account team": 1, "Without department": 2}
    assert counted(workspace, TEAM) == chips
    run(TEAM, "Set department", desk, keys[:2], "logis")
    assert counted(workspace, TEAM)["Without department"] == 0
    with pytest.raises(UserError, match="Nowhere"):
        run(TEAM, "Set department", desk, keys, "Nowhere")

"""Storing captured lines in the demo portfolio."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.support.books import demo_workspace
from workbench.accounts.model import Account
from workbench.action_items.model import ActionItem, Direction, State
from workbench.capture.commands import Stored, capture
from workbench.capture.grammar import Kind, read_line
from workbench.capture.queries import directory
from workbench.contacts.model import Person
from workbench.kernel.clock import clock_at
from workbench.kernel.workspace import Workspace
from workbench.meetings.model import Meeting, MeetingKind
from workbench.meetings.proceedings import Attendance, Decision
from workbench.team.model import Department, Member

TUESDAY = date(2026, 3, 10)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with demo_workspace(tmp_path, "en", clock_at(TUESDAY, "Europe/Madrid")) as workspace:
        yield workspace


def captured(workspace: Workspace, line: str, language: str = "en") -> Stored:
    with workspace.read() as session:
        said = read_line(line, language, TUESDAY, directory(session, TUESDAY))
    return workspace.do(capture, said, TUESDAY, "Europe/Madrid")


def test_an_action_is_ours_on_its_day_in_its_department(workspace: Workspace) -> None:
    stored = captured(workspace, "Send the price list to Talleres Norte on Friday @finance !high")
    with workspace.read() as session:
        action = session.get_one(ActionItem, stored.id)
        assert (action.title, action.due, action.direction) == (
            "Send the price list",
            date(2026, 3, 13),
            Direction.WE_OWE,
        )
        assert session.get_one(Account, action.account_id).name == "Talleres Norte"
        assert session.get_one(Member, action.member_id).is_me
        assert session.get_one(Department, action.department_id).code == "FIN"


def test_waiting_gives_the_action_to_the_person(workspace: Workspace) -> None:
    stored = captured(workspace, "esperando a Ana Cortés: factura corregida antes del viernes", "es")
    with workspace.read() as session:
        action = session.get_one(ActionItem, stored.id)
        assert (action.state, action.waiting_since, action.waiting_for) == (State.WAITING, TUESDAY, "Ana Cortés")
        assert session.get_one(Person, action.person_id).name == "Ana Cortés"
        assert action.member_id is None


def test_a_meeting_gets_its_people(workspace: Workspace) -> None:
    stored = captured(workspace, "visit Nuria Beltrán on Thursday 11:30-12:15")
    with workspace.read() as session:
        meeting = session.get_one(Meeting, stored.id)
        assert (meeting.kind, meeting.minutes, f"{meeting.starts_at:%H:%M}") == (MeetingKind.VISIT, 45, "10:30")
        there = session.scalars(select(Attendance).where(Attendance.meeting_id == meeting.id)).all()
        assert [bool(place.person_id) for place in there] == [True, False]


def test_a_note_goes_below_the_notes_of_its_account(workspace: Workspace) -> None:
    stored = captured(workspace, "note: Solventa wants blue lights")
    with workspace.read() as session:
        account = session.get_one(Account, stored.id)
        assert (account.notes or "").endswith("\n2026-03-10 Solventa wants blue lights")


def test_a_decision_goes_to_the_latest_meeting(workspace: Workspace) -> None:
    stored = captured(workspace, "decision: weekly figure to Rafael #iberl")
    assert (stored.kind, stored.table) == (Kind.DECISION, "decision")
    with workspace.read() as session:
        decision = session.get_one(Decision, stored.id)
        assert session.get_one(Meeting, decision.meeting_id).day <= TUESDAY


def test_what_is_unclear_is_saved_with_the_whole_line(workspace: Workspace) -> None:
    stored = captured(workspace, "call Ana about the mast tomorrow")
    with workspace.read() as session:
        action = session.get_one(ActionItem, stored.id)
        assert (action.account_id, action.note) == (None, "call Ana about the mast tomorrow")


@pytest.mark.parametrize(
    "line",
    [
        "send the list @rafael +3",
        "van for the fair @andres @carlos friday",
        "compare Talleres Norte and Solventa Retail prices friday",
        "report @fin @aftersales friday",
        "visit Talleres Norte friday 9:30 @aftersales",
        "visit Talleres Norte friday 9:30 !high",
        "visit Talleres Norte and Solventa Retail friday 9:30",
        "visit Talleres Norte from Monday until 20 Mar 9:30",
    ],
)
def test_what_a_record_has_no_place_for_is_kept_with_it(workspace: Workspace, line: str) -> None:
    stored = captured(workspace, line)
    with workspace.read() as session:
        record = session.get_one(Meeting if stored.table == "meeting" else ActionItem, stored.id)
        texts = " ".join(filter(None, (record.title, getattr(record, "notes", None) or getattr(record, "note", None))))
        assert line in texts


@pytest.mark.parametrize(
    "line", ["van for the fair @andres friday", "visit Nuria Beltrán and Rafael Quintana friday 9:30", "pay +3"]
)
def test_what_it_holds_is_not_kept_twice(workspace: Workspace, line: str) -> None:
    stored = captured(workspace, line)
    with workspace.read() as session:
        record = session.get_one(Meeting if stored.table == "meeting" else ActionItem, stored.id)
        assert (getattr(record, "notes", None) or getattr(record, "note", None)) is None


def test_a_note_without_an_account_waits_to_be_sorted(workspace: Workspace) -> None:
    assert captured(workspace, "note: read the trade paper").kind is Kind.ACTION


def test_every_kind_of_line_can_be_undone(workspace: Workspace) -> None:
    for line in ("call tomorrow", "visit Talleres Norte at 10", "note: Solventa likes it"):
        captured(workspace, line)
        assert workspace.undo_label == "Capture"
        workspace.undo()


def test_departments_are_called_by_code_and_by_name_in_both_languages(workspace: Workspace) -> None:
    with workspace.read() as session:
        names = directory(session, TUESDAY)
        codes = {department.id: department.code for department in session.scalars(select(Department))}
    for typed, code in (
        ("aftersales", "SER"),
        ("ser", "SER"),
        ("fin", "FIN"),
        ("finanzas", "FIN"),
        ("posventa", "SER"),
    ):
        said = read_line(f"report @{typed}", "en", TUESDAY, names)
        assert said.department_id
        assert codes[said.department_id] == code


def test_a_meeting_on_a_day_that_cannot_be_waits_to_be_sorted(workspace: Workspace) -> None:
    stored = captured(workspace, "Visit Talleres Norte 31 feb 10:00")
    assert stored.kind is Kind.ACTION
    with workspace.read() as session:
        action = session.get_one(ActionItem, stored.id)
        assert action.due is None
        assert action.note == "Visit Talleres Norte 31 feb 10:00"

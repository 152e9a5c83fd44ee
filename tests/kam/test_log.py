"""The log of an account: one line adds, what is open can be settled, and a lesson goes to the playbook."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from tests.kam.conftest import TODAY, Team
from workbench.kam.log.commands import (
    NoLesson,
    NoResolution,
    add_log_entry,
    delete_log_entries,
    edit_log_entry,
    keep_lesson,
    reopen_entries,
    resolve,
)
from workbench.kam.log.queries import log_of, open_issues
from workbench.kam.log.views import LogLine, Sieve
from workbench.kam.log.writing import LONGEST, titled, written
from workbench.kam.model import LogEntry, LogKind
from workbench.kernel.editing import Gone, NameMissing
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_decision, add_meeting, delete_meetings
from workbench.portfolio.timeline import LOG, Happening, Wanted, entries
from workbench.team.commands import delete_members
from workbench.team.growth import Lesson

EN, ES = Words.of("en"), Words.of("es")


def lines(workspace: Workspace, team: Team) -> list[LogLine]:
    with workspace.read() as session:
        return log_of(session, team.account)


def logged(workspace: Workspace, team: Team, title: str, kind: LogKind = LogKind.ISSUE, ago: int = 0) -> int:
    return workspace.do(add_log_entry, team.account, kind, title, TODAY - timedelta(ago))


@pytest.mark.parametrize(
    ("line", "kind", "title"),
    [
        ("d price only after the pilot", LogKind.DECISION, "price only after the pilot"),
        ("i logs missing", LogKind.ISSUE, "logs missing"),
        ("C: two promises, one technician", LogKind.CONFLICT, "two promises, one technician"),
        ("issue: logs missing", LogKind.ISSUE, "logs missing"),
        ("Incidencia: faltan registros", LogKind.ISSUE, "faltan registros"),
        ("nota: cifras en una página", LogKind.NOTE, "cifras en una página"),
        ("I need a crane", LogKind.NOTE, "I need a crane"),
        ("d", LogKind.NOTE, "d"),
        ("c:", LogKind.NOTE, "c:"),
        ("12:30 is too late", LogKind.NOTE, "12:30 is too late"),
    ],
)
def test_a_line_says_its_kind_by_its_first_letter_or_word(line: str, kind: LogKind, title: str) -> None:
    said = written(line, LogKind.NOTE, ES)
    assert (said.kind, said.title, said.text) == (kind, title, None)


def test_a_line_without_a_kind_is_of_the_kind_that_is_looked_at() -> None:
    assert written("logs missing", LogKind.CONFLICT, EN).kind is LogKind.CONFLICT


def test_a_text_of_ten_thousand_letters_gets_a_short_title_and_is_kept_whole(workspace: Workspace, team: Team) -> None:
    text = "battery " * 1_250
    title, whole = titled(text)
    assert len(title) <= LONGEST + 1
    assert title.endswith("battery…")
    assert whole == text.strip()
    logged(workspace, team, text)
    assert lines(workspace, team)[0].text == text.strip()
    assert titled("x" * 10_000)[0] == "x" * (LONGEST - 1) + "…"


def test_nothing_is_no_entry(workspace: Workspace, team: Team) -> None:
    with pytest.raises(NameMissing):
        logged(workspace, team, "   ")


def test_the_newest_comes_first_and_decisions_of_meetings_stand_between(workspace: Workspace, team: Team) -> None:
    logged(workspace, team, "Old", ago=9)
    logged(workspace, team, "New", LogKind.NOTE)
    day = TODAY - timedelta(3)
    meeting = workspace.do(add_meeting, "Review", day, time(9), account_id=team.account)
    workspace.do(add_decision, meeting, "Weekly figure")
    found = lines(workspace, team)
    assert [(line.title, line.meeting, line.is_minuted) for line in found] == [
        ("New", None, False),
        ("Weekly figure", "Review", True),
        ("Old", None, False),
    ]
    assert [line.title for line in found if Sieve.DECISIONS.passes(line)] == ["Weekly figure"]


def test_issues_and_conflicts_are_open_until_they_are_settled(workspace: Workspace, team: Team) -> None:
    issue, conflict = logged(workspace, team, "Logs missing"), logged(workspace, team, "Promise", LogKind.CONFLICT)
    logged(workspace, team, "Terms", LogKind.DECISION)
    with workspace.read() as session:
        assert {line.id for line in open_issues(session, team.account)} == {issue, conflict}
    with pytest.raises(NoResolution):
        workspace.do(resolve, issue, "  ", TODAY)
    workspace.do(resolve, issue, "The client sent them", TODAY)
    line = next(line for line in lines(workspace, team) if line.id == issue)
    assert (line.is_open, line.resolution, line.resolved_on) == (False, "The client sent them", TODAY)
    workspace.do(reopen_entries, [issue])
    assert [line.id for line in lines(workspace, team) if Sieve.OPEN.passes(line)] == [conflict, issue]


def test_a_lesson_is_kept_with_the_entry_and_in_the_playbook_in_one_step(workspace: Workspace, team: Team) -> None:
    entry = logged(workspace, team, "Promised a technician", LogKind.CONFLICT)
    workspace.do(edit_log_entry, entry, text="Nobody had asked", member_id=team.carla)
    workspace.do(resolve, entry, "Julia covers", TODAY)
    with pytest.raises(NoLesson):
        workspace.do(keep_lesson, entry, "", TODAY)
    lesson = workspace.do(keep_lesson, entry, "Ask before promising people", TODAY)
    with workspace.read() as session:
        kept = session.get_one(Lesson, lesson)
        assert (kept.title, kept.situation) == ("Promised a technician", "Nobody had asked\n\nJulia covers")
        assert (kept.advice, kept.member_id, kept.account_id) == (
            "Ask before promising people",
            team.carla,
            team.account,
        )
        assert session.get_one(LogEntry, entry).lesson == "Ask before promising people"
    workspace.undo()
    with workspace.read() as session:
        assert session.scalars(select(Lesson)).all() == []
        assert session.get_one(LogEntry, entry).lesson is None


def test_who_leaves_or_what_is_deleted_leaves_the_entry(workspace: Workspace, team: Team) -> None:
    meeting = workspace.do(add_meeting, "Review", TODAY, account_id=team.account)
    entry = logged(workspace, team, "Terms", LogKind.DECISION)
    workspace.do(edit_log_entry, entry, member_id=team.berta, meeting_id=meeting)
    assert (lines(workspace, team)[0].who, lines(workspace, team)[0].meeting) == ("Berta Soto", "Review")
    workspace.do(delete_members, [team.berta])
    workspace.do(delete_meetings, [meeting])
    assert (lines(workspace, team)[0].who, lines(workspace, team)[0].meeting) == (None, None)
    workspace.do(delete_log_entries, [entry])
    with pytest.raises(Gone):
        workspace.do(resolve, entry, "late", TODAY)


def test_the_timeline_tells_what_was_logged_and_when_it_was_settled(workspace: Workspace, team: Team) -> None:
    entry = logged(workspace, team, "Logs missing", ago=9)
    workspace.do(resolve, entry, "They came", date(2026, 3, 5))
    with workspace.read() as session:
        found = entries(session, Wanted(team.account, TODAY, LOG))
    assert [(one.happening, one.day, one.title, one.remark) for one in found] == [
        (Happening.SETTLED, date(2026, 3, 5), "Logs missing", "They came"),
        (Happening.LOGGED, date(2026, 3, 1), "Logs missing", None),
    ]

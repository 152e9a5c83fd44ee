"""The timeline of an account: newest first, what came of a meeting under it, edits only on request, fast when long."""

from collections.abc import Iterator
from datetime import date, time, timedelta
from pathlib import Path
from time import perf_counter

import pytest

from tests.support.books import fresh_portfolio
from workbench.accounts.commands import add_account, edit_account
from workbench.action_items.commands import add_action, complete
from workbench.action_items.model import ActionItem
from workbench.contacts.commands import add_person, assess
from workbench.contacts.positions import Attitude
from workbench.kernel.clock import clock_at
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_decision, add_meeting, edit_meeting
from workbench.meetings.model import MeetingStatus
from workbench.opening import Access
from workbench.portfolio.timeline import ACTIONS, CHANGES, Entry, Happening, Wanted, entries, years

TODAY = date(2026, 3, 10)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = fresh_portfolio(tmp_path / "small.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    yield made
    made.close()


@pytest.fixture
def account(workspace: Workspace) -> int:
    return workspace.do(add_account, "Acme")


def read(workspace: Workspace, wanted: Wanted) -> list[Entry]:
    with workspace.read() as session:
        return entries(session, wanted)


def told(workspace: Workspace, account: int) -> list[tuple[str, str]]:
    return [(entry.happening.value, entry.title) for entry in read(workspace, Wanted(account, TODAY))]


def meeting(workspace: Workspace, account: int, title: str, day: date) -> int:
    return workspace.do(add_meeting, title, day, time(9), account_id=account)


def test_what_came_of_a_meeting_stands_under_it(workspace: Workspace, account: int) -> None:
    review = meeting(workspace, account, "Review", date(2026, 2, 3))
    workspace.do(add_action, "Send logs", date(2026, 2, 5), account_id=account, meeting_id=review)
    workspace.do(add_decision, review, "Weekly figure")
    workspace.do(add_action, "Alone", date(2026, 2, 3), account_id=account)
    found = read(workspace, Wanted(account, TODAY))
    assert [(entry.happening.value, entry.title, entry.is_under_meeting) for entry in found] == [
        ("meeting", "Review", False),
        ("decided", "Weekly figure", True),
        ("promised", "Send logs", True),
        ("promised", "Alone", False),
    ]


def test_it_is_told_newest_first_and_ends_today(workspace: Workspace, account: int) -> None:
    for title, day in (("Old", date(2025, 5, 5)), ("New", date(2026, 3, 9)), ("To come", date(2026, 3, 11))):
        meeting(workspace, account, title, day)
    assert [title for _, title in told(workspace, account)] == ["New", "Old"]


def test_an_action_is_told_when_it_was_promised_and_when_it_was_done(workspace: Workspace, account: int) -> None:
    key = workspace.do(add_action, "Send logs", date(2026, 3, 1), account_id=account)
    workspace.do(complete, [key], date(2026, 3, 8))
    assert told(workspace, account) == [("done", "Send logs"), ("promised", "Send logs")]
    workspace.undo()
    assert told(workspace, account) == [("promised", "Send logs")]


def test_a_cancelled_meeting_and_other_accounts_are_left_out(workspace: Workspace, account: int) -> None:
    workspace.do(edit_meeting, meeting(workspace, account, "Off", TODAY), status=MeetingStatus.CANCELLED)
    meeting(workspace, workspace.do(add_account, "Other"), "Theirs", TODAY)
    assert told(workspace, account) == []


def test_a_judgement_is_told_with_the_name_of_the_person(workspace: Workspace, account: int) -> None:
    person = workspace.do(add_person, "Ana", account)
    workspace.do(assess, person, account, date(2026, 3, 2), Attitude.SUPPORTS, note="Asked\nfor more")
    found = read(workspace, Wanted(account, TODAY))
    assert [(entry.title, entry.remark, entry.id) for entry in found] == [("Ana", "Asked for more", person)]


def test_edits_are_told_only_on_request_and_each_once(workspace: Workspace, account: int) -> None:
    workspace.do(edit_account, account, sector="Retail", founded=1990)
    assert read(workspace, Wanted(account, TODAY)) == []
    found = read(workspace, Wanted(account, TODAY, CHANGES))
    assert [entry.title for entry in found] == ["Edit account", "Add account"]


def test_a_chip_leaves_the_rest_out(workspace: Workspace, account: int) -> None:
    meeting(workspace, account, "Review", TODAY)
    workspace.do(add_action, "Send logs", TODAY, account_id=account)
    found = read(workspace, Wanted(account, TODAY, ACTIONS))
    assert [entry.happening for entry in found] == [Happening.PROMISED]
    assert read(workspace, Wanted(account, TODAY, ())) == []


def test_years_say_where_they_begin(workspace: Workspace, account: int) -> None:
    for year, count in ((2026, 2), (2024, 3)):
        for number in range(count):
            meeting(workspace, account, f"{year} {number}", date(year, 1, 1 + number))
    with workspace.read() as session:
        assert years(session, Wanted(account, TODAY)) == {2026: 0, 2024: 2}


def test_ten_thousand_entries_are_read_by_the_page_in_a_moment(workspace: Workspace, account: int) -> None:
    with workspace.change("Many") as session:
        for number in range(10_000):
            day = TODAY - timedelta(days=number % 3000)
            session.add(ActionItem(title=f"Action {number}", account_id=account, made_on=day))
    wanted = Wanted(account, TODAY)
    with workspace.read() as session:
        entries(session, wanted)
        begun = perf_counter()
        first, last = entries(session, wanted), entries(session, wanted, 9_900)
        took = perf_counter() - begun
    assert (len(first), len(last)) == (400, 100)
    assert first[0].day == TODAY
    assert min(entry.day for entry in last) == TODAY - timedelta(days=2999)
    # far above what it takes, so that a busy machine does not fail it
    assert took < 1.0

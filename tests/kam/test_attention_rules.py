"""What needs attention, recomputed by hand: each rule on the day before and the day it speaks."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.kam.conftest import TODAY, Team
from workbench.accounts.commands import edit_account
from workbench.accounts.model import Lifecycle
from workbench.action_items.commands import add_action, block, complete, edit_action, hand_over, reschedule, unblock
from workbench.action_items.model import Direction, State
from workbench.contacts.commands import add_person, add_seat, assess
from workbench.contacts.positions import Attitude, BuyingRole, Influence
from workbench.kam.attention import rules
from workbench.kam.attention.alerts import Alert, AlertKind, Severity, Subject, Why
from workbench.kam.attention.commands import (
    BeyondLimits,
    OfAnotherDepartment,
    accompany,
    agree_on,
    change_threshold,
    man_department,
    name_holder,
)
from workbench.kam.attention.facts import Contacted, Load, Post, Promised
from workbench.kam.attention.queries import alerts_of, limits
from workbench.kam.attention.saying import sentence
from workbench.kam.attention.thresholds import BLOCKED_DAYS, MOVES, THRESHOLDS, Limits
from workbench.kam.board.commands import escalate
from workbench.kam.model import Letter, Raci, Workstream
from workbench.kam.requests.commands import accept_request, answer_request, ask_department, escalate_request
from workbench.kernel.formats import Formats
from workbench.kernel.settings import change_setting
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_meeting
from workbench.meetings.model import MeetingKind
from workbench.team.commands import edit_member
from workbench.team.regions import Calendar

LIMITS = Limits()  # rhythm × 1.5, 90 days, moved twice, 14 days, 5 days, 100 %, 3 working days
ACCOUNT = Subject("account", 1, "Acme", 1, "Acme")
ACTION = Subject("action_item", 2, "Send the offer", 1, "Acme")


def contacted(days: int | None, rhythm: int | None, coming: int | None = None) -> Contacted:
    last = None if days is None else TODAY - timedelta(days)
    return Contacted(ACCOUNT, last, rhythm, None if coming is None else TODAY + timedelta(coming))


def promised(**told: object) -> Promised:
    usual = Promised(ACTION, Direction.WE_OWE, State.TODO, "Marta Ibáñez", None, None)
    return replace(usual, **told)  # type: ignore[arg-type]


def found(workspace: Workspace, team: Team, kind: AlertKind) -> list[Alert]:
    with workspace.read() as session:
        return [alert for alert in alerts_of(session, team.account, TODAY) if alert.kind is kind]


def said(alert: Alert, language: str = "en") -> str:
    return sentence(alert, Formats.of(language))


# neglected


@pytest.mark.parametrize(
    ("days", "rhythm", "is_silent"),
    [(45, 30, False), (46, 30, True), (90, None, False), (91, None, True), (None, 7, False), (11, 7, True)],
)
def test_an_account_is_neglected_beyond_its_rhythm_times_one_and_a_half_or_after_ninety_days(
    days: int | None, rhythm: int | None, *, is_silent: bool
) -> None:
    assert bool(rules.neglected([contacted(days, rhythm)], LIMITS, TODAY)) is is_silent


def test_a_contact_within_a_week_answers_a_silence_and_a_later_one_does_not() -> None:
    assert rules.neglected([contacted(60, 30, coming=7)], LIMITS, TODAY) == []
    assert len(rules.neglected([contacted(60, 30, coming=8)], LIMITS, TODAY)) == 1


def test_the_longest_silence_comes_first_and_twice_the_limit_is_urgent() -> None:
    alerts = rules.neglected([contacted(46, 30), contacted(91, 30)], LIMITS, TODAY)
    assert [(alert.evidence.n, alert.severity) for alert in alerts] == [
        (91, Severity.URGENT),
        (46, Severity.WARNING),
    ]
    assert said(alerts[0]) == "Silent for 91 days, agreed every 30."


def test_a_call_that_is_planned_takes_the_alert_away_and_one_that_was_missed_does_not(
    workspace: Workspace, team: Team
) -> None:
    workspace.do(edit_account, team.account, last_contact_on=TODAY - timedelta(47), rhythm_days=30)
    missed = workspace.do(add_action, "Call", account_id=team.account, due=TODAY - timedelta(1))
    assert len(found(workspace, team, AlertKind.NEGLECTED)) == 1
    workspace.do(edit_action, missed, due=TODAY + timedelta(1))
    assert found(workspace, team, AlertKind.NEGLECTED) == []


def test_an_internal_meeting_is_no_contact_and_a_visit_is_one(workspace: Workspace, team: Team) -> None:
    workspace.do(edit_account, team.account, last_contact_on=TODAY - timedelta(47), rhythm_days=30)
    day = TODAY + timedelta(2)
    workspace.do(add_meeting, "Team sync", day, account_id=team.account, kind=MeetingKind.INTERNAL)
    assert len(found(workspace, team, AlertKind.NEGLECTED)) == 1
    workspace.do(add_meeting, "Visit", day, account_id=team.account, kind=MeetingKind.VISIT)
    assert found(workspace, team, AlertKind.NEGLECTED) == []


def test_a_dormant_account_may_be_silent(workspace: Workspace, team: Team) -> None:
    workspace.do(edit_account, team.account, last_contact_on=TODAY - timedelta(400), lifecycle=Lifecycle.DORMANT)
    assert found(workspace, team, AlertKind.NEGLECTED) == []


# slipping


def test_a_promise_slips_by_two_weeks_or_by_two_moves() -> None:
    first = date(2026, 3, 1)
    one_move = promised(first_due=first, due=first + timedelta(13), moves=1)
    assert rules.slipping([one_move], LIMITS) == []
    later = rules.slipping([replace(one_move, due=first + timedelta(14))], LIMITS)
    assert [(alert.why, alert.evidence.n) for alert in later] == [(Why.LATER, 14)]
    moved = rules.slipping([promised(first_due=first, due=first + timedelta(2), moves=2)], LIMITS)
    assert said(moved[0]) == "Moved 2 times since it was promised for 1 Mar."


def test_moves_are_counted_from_the_journal_and_those_that_were_taken_back_are_not(
    workspace: Workspace, team: Team
) -> None:
    action = workspace.do(add_action, "Send the offer", account_id=team.account, due=TODAY)
    for days in (2, 4):
        workspace.do(reschedule, [action], TODAY + timedelta(days))
    alert = found(workspace, team, AlertKind.SLIPPING)[0]
    assert (alert.why, alert.evidence.n, alert.evidence.day) == (Why.MOVED, 2, TODAY)
    workspace.undo()
    assert found(workspace, team, AlertKind.SLIPPING) == []
    workspace.redo()
    assert found(workspace, team, AlertKind.SLIPPING)[0].evidence.n == 2


def test_a_day_that_is_agreed_on_anew_begins_the_count_again(workspace: Workspace, team: Team) -> None:
    action = workspace.do(add_action, "Send the offer", account_id=team.account, due=TODAY)
    for days in (10, 20):
        workspace.do(reschedule, [action], TODAY + timedelta(days))
    workspace.do(agree_on, action, TODAY + timedelta(30))
    assert found(workspace, team, AlertKind.SLIPPING) == []
    for days in (31, 32):
        workspace.do(reschedule, [action], TODAY + timedelta(days))
    assert found(workspace, team, AlertKind.SLIPPING)[0].evidence.n == 2


# blocked


def test_what_is_blocked_for_longer_than_five_days_is_named_and_urgent_when_it_is_late() -> None:
    five, six = (promised(blocked_since=TODAY - timedelta(days), blocked_reason="No logs") for days in (5, 6))
    assert rules.blocked([five], LIMITS, TODAY) == []
    alert = rules.blocked([six], LIMITS, TODAY)[0]
    assert (said(alert), alert.severity) == ("Blocked for 6 days: No logs", Severity.WARNING)
    assert rules.blocked([replace(six, due=TODAY - timedelta(1))], LIMITS, TODAY)[0].severity is Severity.URGENT


def test_an_escalation_gives_as_many_days_again() -> None:
    old = promised(blocked_since=TODAY - timedelta(20))
    assert rules.blocked([replace(old, escalated_on=TODAY - timedelta(5))], LIMITS, TODAY) == []
    assert len(rules.blocked([replace(old, escalated_on=TODAY - timedelta(6))], LIMITS, TODAY)) == 1


def test_unblocking_or_escalating_takes_the_alert_away(workspace: Workspace, team: Team) -> None:
    waiting = TODAY - timedelta(12)
    values = {"account_id": team.account, "blocked_reason": "No logs", "waiting_since": waiting}
    first, second = (workspace.do(add_action, title, **values) for title in ("Root cause", "Report"))
    assert [alert.evidence.n for alert in found(workspace, team, AlertKind.BLOCKED)] == [12, 12]
    workspace.do(escalate, [first], "To T. Vidal: release the logs", TODAY)
    workspace.do(unblock, [second])
    assert found(workspace, team, AlertKind.BLOCKED) == []


def test_what_was_blocked_today_is_blocked_since_today(workspace: Workspace, team: Team) -> None:
    action = workspace.do(add_action, "Report", account_id=team.account, waiting_since=TODAY - timedelta(30))
    workspace.do(block, [action], "No logs")
    assert found(workspace, team, AlertKind.BLOCKED) == []


# overloaded


def test_a_member_is_overloaded_above_the_hours_there_are_and_urgently_from_a_quarter_more() -> None:
    member = Subject("member", 3, "Andrés Molina", 1, "Acme", action_id=7)
    exact, above, far = (Load(member, hours, 20, "Report") for hours in (20.0, 21.0, 25.0))
    assert rules.overloaded([exact], LIMITS) == []
    alerts = rules.overloaded([above, far], LIMITS)
    assert [alert.severity for alert in alerts] == [Severity.URGENT, Severity.WARNING]
    assert said(alerts[1]) == "21 h this week of 20 h. The largest action: Report"


def test_handing_over_the_largest_action_takes_the_alert_away(workspace: Workspace, team: Team) -> None:
    for title, hours in (("Report", 9.0), ("Root cause", 14.0)):
        workspace.do(
            add_action, title, account_id=team.account, member_id=team.andres, effort=hours, due=TODAY + timedelta(2)
        )
    # next week's work does not count
    workspace.do(
        add_action, "Later", account_id=team.account, member_id=team.andres, effort=40.0, due=TODAY + timedelta(9)
    )
    alert = found(workspace, team, AlertKind.OVERLOADED)[0]
    assert (alert.subject.name, alert.evidence.hours, alert.evidence.capacity) == ("Andrés Molina", 23, 20)
    assert alert.evidence.detail == "Root cause"
    workspace.do(hand_over, [alert.subject.action_id or 0], "Carla")
    assert found(workspace, team, AlertKind.OVERLOADED) == []


# uncovered


def test_a_seat_without_a_holder_a_person_without_one_of_us_and_a_department_without_a_member_are_uncovered() -> None:
    subjects = [Subject(table, 1, "X", 1, "Acme") for table in ("seat", "person", "department")]
    assert rules.uncovered([Post(subject, is_covered=True) for subject in subjects]) == []
    alerts = rules.uncovered([Post(subject, is_covered=False) for subject in subjects])
    assert [alert.why for alert in alerts] == [Why.VACANT, Why.UNACCOMPANIED, Why.UNMANNED]


def test_naming_the_holder_of_a_seat_adds_the_person_or_takes_the_one_who_is_known(
    workspace: Workspace, team: Team
) -> None:
    known = workspace.do(add_person, "Tomás Vidal", team.account)
    first = workspace.do(add_seat, team.account, "Operations")
    second = workspace.do(add_seat, team.account, "Sustainability", vacant_since=date(2026, 1, 9))
    assert len(found(workspace, team, AlertKind.UNCOVERED)) == 2
    assert said(found(workspace, team, AlertKind.UNCOVERED)[1]) == "This seat has been vacant since 9 Jan 2026."
    assert workspace.do(name_holder, first, "tomas vidal") == known
    assert workspace.do(name_holder, second, "Nuria Beltrán") != known
    assert found(workspace, team, AlertKind.UNCOVERED) == []


def test_a_person_of_weight_needs_one_of_us_who_is_still_there(workspace: Workspace, team: Team) -> None:
    person = workspace.do(add_person, "Tomás Vidal", team.account)
    day = TODAY - timedelta(30)
    workspace.do(assess, person, team.account, day, Attitude.SUPPORTS, influence=Influence.LOW)
    assert found(workspace, team, AlertKind.UNCOVERED) == []
    workspace.do(assess, person, team.account, day, Attitude.SUPPORTS, buying_role=BuyingRole.DECIDES)
    assert len(found(workspace, team, AlertKind.UNCOVERED)) == 1
    workspace.do(accompany, person, team.account, "Berta", TODAY)
    assert found(workspace, team, AlertKind.UNCOVERED) == []
    workspace.do(edit_member, team.berta, left_on=TODAY)
    assert found(workspace, team, AlertKind.UNCOVERED)[0].why is Why.UNACCOMPANIED


def test_a_department_of_the_plan_needs_a_member_of_its_own(workspace: Workspace, team: Team) -> None:
    workspace.do(edit_member, team.berta, left_on=TODAY - timedelta(1))
    with workspace.change("A workstream") as session:
        stream = Workstream(account_id=team.account, title="Terms")
        session.add(stream)
        session.flush()
        session.add(Raci(letter=Letter.INFORMED, workstream_id=stream.id, department_id=team.sales))
        session.add(Raci(letter=Letter.RESPONSIBLE, workstream_id=stream.id, department_id=team.finance))
    assert [alert.subject.name for alert in found(workspace, team, AlertKind.UNCOVERED)] == ["Finance"]
    with pytest.raises(OfAnotherDepartment):
        workspace.do(man_department, team.account, team.finance, "Andrés", TODAY)
    workspace.do(edit_member, team.berta, left_on=None)
    assert found(workspace, team, AlertKind.UNCOVERED) == []


# promises about to break


@pytest.mark.parametrize(
    ("due", "is_near"),
    [(date(2026, 3, 9), False), (TODAY, True), (date(2026, 3, 13), True), (date(2026, 3, 16), False)],
)
def test_a_promise_that_nobody_has_begun_is_named_three_working_days_ahead(due: date, *, is_near: bool) -> None:
    assert bool(rules.about_to_break([promised(due=due)], LIMITS, TODAY)) is is_near


def test_the_days_ahead_are_those_on_which_its_owner_works() -> None:
    # two working days from Wednesday 1 April end on Friday, and on Sunday where Fridays and Saturdays are free
    wednesday, sunday, two_days = date(2026, 4, 1), date(2026, 4, 5), Limits(promise_days=2)
    assert rules.about_to_break([promised(due=sunday)], two_days, wednesday) == []
    elsewhere = promised(due=sunday, calendar=Calendar(weekend=frozenset({4, 5})))
    assert len(rules.about_to_break([elsewhere], two_days, wednesday)) == 1


def test_what_somebody_works_on_or_the_client_owes_is_not_about_to_break() -> None:
    ours = promised(due=TODAY)
    quiet = [
        replace(ours, state=State.IN_PROGRESS),
        replace(ours, direction=Direction.THEY_OWE),
        replace(ours, made_on=TODAY),
        replace(ours, blocked_since=TODAY, escalated_on=TODAY - timedelta(5)),
    ]
    assert rules.about_to_break(quiet, LIMITS, TODAY) == []
    stuck = replace(ours, state=State.IN_PROGRESS, blocked_since=TODAY, escalated_on=TODAY - timedelta(6))
    alerts = rules.about_to_break([ours, stuck], LIMITS, TODAY)
    assert [said(alert) for alert in alerts] == [
        "Due on Tue 10 Mar and not begun by Marta Ibáñez.",
        "Due on Tue 10 Mar, and blocked.",
    ]


def test_what_is_done_alarms_nobody(workspace: Workspace, team: Team) -> None:
    action = workspace.do(add_action, "Send the offer", account_id=team.account, due=TODAY)
    assert len(found(workspace, team, AlertKind.PROMISE)) == 1
    workspace.do(complete, [action], TODAY)
    assert found(workspace, team, AlertKind.PROMISE) == []


def test_a_request_is_named_before_its_day_is_over_and_urgently_after_it(workspace: Workspace, team: Team) -> None:
    request = workspace.do(ask_department, team.finance, "Credit limit", TODAY - timedelta(5), account_id=team.account)
    assert found(workspace, team, AlertKind.PROMISE) == []  # for no day yet
    seen = {}
    for due in (date(2026, 3, 16), date(2026, 3, 13), date(2026, 3, 9)):
        workspace.do(accept_request, request, due, TODAY)
        seen[due] = [(said(alert), alert.severity) for alert in found(workspace, team, AlertKind.PROMISE)]
    assert seen == {
        date(2026, 3, 16): [],
        date(2026, 3, 13): [("Finance promised it for Fri 13 Mar, and has not answered.", Severity.WARNING)],
        date(2026, 3, 9): [("Finance promised it for Mon 9 Mar: 1 day ago.", Severity.URGENT)],
    }
    workspace.do(escalate_request, request, "To the board", TODAY)
    assert found(workspace, team, AlertKind.PROMISE) == []
    workspace.undo()
    workspace.do(answer_request, request, "Yes, 200 k", TODAY)
    assert found(workspace, team, AlertKind.PROMISE) == []


# thresholds


def test_a_threshold_is_a_setting_of_the_portfolio_that_can_be_taken_back(workspace: Workspace, team: Team) -> None:
    workspace.do(
        add_action,
        "Report",
        account_id=team.account,
        blocked_reason="No logs",
        waiting_since=TODAY - timedelta(12),
    )
    workspace.do(change_threshold, BLOCKED_DAYS.setting.key, 12)
    assert found(workspace, team, AlertKind.BLOCKED) == []
    workspace.undo()
    assert len(found(workspace, team, AlertKind.BLOCKED)) == 1


@pytest.mark.parametrize("number", [0, -3, 1e9])
def test_a_threshold_of_nothing_or_far_beyond_is_refused_in_a_sentence(workspace: Workspace, number: float) -> None:
    for threshold in THRESHOLDS:
        with pytest.raises(BeyondLimits) as refused:
            workspace.do(change_threshold, threshold.setting.key, number)
        assert str(refused.value).endswith(
            f"this goes from {threshold.least:g} to {threshold.most:g}. Nothing was changed."
        )


def test_a_threshold_that_makes_no_sense_in_the_file_counts_as_the_usual_one(workspace: Workspace) -> None:
    workspace.do(change_setting, MOVES.setting, "often")
    with workspace.read() as session:
        assert limits(session) == Limits()


def test_an_account_that_is_gone_needs_nothing(workspace: Workspace) -> None:
    with workspace.read() as session:
        assert alerts_of(session, 1, TODAY) == ()

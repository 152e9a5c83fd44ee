"""The team board: how cards stand in lanes, what a move means, and what is told of each."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.kam.conftest import TODAY, Team
from workbench.accounts.commands import add_account
from workbench.action_items.commands import (
    add_action,
    block,
    complete,
    delete_actions,
    edit_action,
    move_to_state,
)
from workbench.action_items.model import ActionItem, Direction, Priority, State
from workbench.contacts.commands import add_person
from workbench.kam.board import commands
from workbench.kam.board.arranging import Move, Narrowing, Seen, arrange, counts, most_urgent
from workbench.kam.board.cards import CLIENT, LATE, Board, Group, Lane, Place
from workbench.kam.board.queries import board_after, board_of, letters_of
from workbench.kam.board.speech import Speech
from workbench.kam.departments.commands import IntoItself, StillBusy, dissolve_department, rename_department
from workbench.kam.model import Letter
from workbench.kam.raci.commands import set_letter
from workbench.kam.raci.queries import raci_view
from workbench.kam.raci.views import Place as Cell
from workbench.kam.raci.views import Work
from workbench.kam.workstreams.commands import add_workstream
from workbench.kernel.journal import Change
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_meeting
from workbench.meetings.model import MeetingKind
from workbench.team.assignments import TeamRole
from workbench.team.commands import NoSuchDepartment, add_department, add_member, assign
from workbench.team.model import Member


def promise(workspace: Workspace, team: Team, title: str, days: int | None = 3, **more: object) -> int:
    due = TODAY + timedelta(days) if days is not None else None
    given: dict[str, object] = {"due": due, "member_id": team.andres} | more
    return workspace.do(add_action, title, TODAY, account_id=team.account, **given)


def read(workspace: Workspace, team: Team) -> Board:
    with workspace.read() as session:
        return board_of(session, team.account, TODAY)


def lane(board: Board, name: str, group: Group = Group.DEPARTMENT) -> Lane:
    return next(one for one in arrange(board, group) if name in (one.name, one.label))


def titles(one: Lane) -> list[list[str]]:
    return [[card.title for card in cell] for cell in one.cells]


def values(workspace: Workspace, key: int) -> ActionItem:
    with workspace.read() as session:
        return session.get_one(ActionItem, key)


def seen(workspace: Workspace, key: int) -> Seen:
    return Seen.of(values(workspace, key))


def test_cards_stand_by_department_and_state_the_next_due_first(workspace: Workspace, team: Team) -> None:
    promise(workspace, team, "Later", 9)
    promise(workspace, team, "Soon", 1)
    promise(workspace, team, "Some day", None)
    started = promise(workspace, team, "Begun")
    workspace.do(move_to_state, [started], State.IN_PROGRESS)
    workspace.do(complete, [promise(workspace, team, "Ready")], TODAY)
    board = read(workspace, team)
    assert titles(lane(board, "After-sales")) == [["Soon", "Later", "Some day"], ["Begun"], [], ["Ready"]]
    assert [one.name for one in arrange(board, Group.DEPARTMENT)] == ["Sales", "After-sales", "Finance"]
    assert lane(board, "After-sales").department.lead == "Andrés Molina"  # type: ignore[union-attr]


def test_what_was_done_long_ago_is_not_on_the_board(workspace: Workspace, team: Team) -> None:
    workspace.do(complete, [promise(workspace, team, "Of last year")], date(2025, 6, 1))
    assert titles(lane(read(workspace, team), "After-sales")) == [[], [], [], []]


def test_what_the_client_owes_has_a_lane_of_its_own_unless_a_department_follows_it(
    workspace: Workspace, team: Team
) -> None:
    nuria = workspace.do(add_person, "Nuria Beltrán", team.account)
    theirs = {"member_id": None, "person_id": nuria, "direction": Direction.THEY_OWE}
    promise(workspace, team, "Forecast", **theirs)
    promise(workspace, team, "Site access", department_id=team.service, **theirs)
    board = read(workspace, team)
    assert titles(lane(board, "Client"))[0] == ["Forecast"]
    assert titles(lane(board, "After-sales"))[0] == ["Site access"]


def test_the_week_of_the_lead_is_shown_and_that_of_whoever_has_too_much(workspace: Workspace, team: Team) -> None:
    promise(workspace, team, "Report", 2, effort=26.0)
    load = lane(read(workspace, team), "After-sales").department.load  # type: ignore[union-attr]
    assert load is not None
    assert (load.hours, load.capacity, load.is_over) == (26.0, 20.0, True)
    julia = workspace.do(add_member, "Julia Sanz", department_id=team.service)
    workspace.do(assign, team.account, julia, TeamRole.CORE, hours_per_week=4.0)
    promise(workspace, team, "Kit", 2, effort=6.0, member_id=julia, department_id=team.finance)
    workspace.undo()
    promise(workspace, team, "Kit", 2, effort=6.0, member_id=julia)
    workspace.do(commands.move_cards, [key_of(workspace, team, "Report")], Move(place=Place("nobody")), TODAY)
    load = lane(read(workspace, team), "After-sales").department.load  # type: ignore[union-attr]
    assert load is not None
    assert (load.name, load.hours, load.is_over) == ("Julia Sanz", 6.0, True)


def key_of(workspace: Workspace, team: Team, title: str) -> int:
    return next(card.id for card in read(workspace, team).cards if card.title == title)


def test_every_group_has_a_lane_for_every_card(workspace: Workspace, team: Team) -> None:
    keys = {promise(workspace, team, "Late", -4), promise(workspace, team, "Dateless", None),
            promise(workspace, team, "Nobody's", 30, member_id=team.berta)}  # fmt: skip
    workspace.do(commands.move_cards, [max(keys)], Move(place=Place("nobody")), TODAY)
    board = read(workspace, team)
    for group in Group:
        lanes = arrange(board, group)
        assert {card.id for one in lanes for card in one.open_cards} == keys, group
        assert all(one.name or one.label or one.day for one in lanes)
    assert titles(lane(board, "Overdue", Group.WEEK))[0] == ["Late"]
    assert lane(board, "Overdue", Group.WEEK).place == LATE
    assert titles(lane(board, "Without a date", Group.WEEK))[0] == ["Dateless"]
    assert titles(lane(board, "Without an owner", Group.OWNER))[0] == ["Nobody's"]


def test_each_narrowing_counts_what_it_leaves(workspace: Workspace, team: Team) -> None:
    promise(workspace, team, "Late", -1)
    stuck = promise(workspace, team, "Stuck")
    workspace.do(block, [stuck], "No logs")
    promise(workspace, team, "Mine", member_id=team.carla)
    meeting = workspace.do(add_meeting, "Steering", TODAY + timedelta(6), account_id=team.account)
    workspace.do(commands.put_on_agenda, [stuck], meeting)
    board = read(workspace, team)
    assert [counts(board)[narrowing] for narrowing in Narrowing] == [1, 1, 1, 1]
    both = arrange(board, Group.DEPARTMENT, [Narrowing.BLOCKED, Narrowing.DISCUSSED])
    assert [card.title for one in both for card in one.open_cards] == ["Stuck"]
    assert arrange(board, Group.DEPARTMENT, [Narrowing.MINE, Narrowing.BLOCKED])[1].open_cards == ()


def test_the_first_to_look_at_is_late_and_blocked(workspace: Workspace, team: Team) -> None:
    promise(workspace, team, "Very late", -9)
    stuck = promise(workspace, team, "Late and stuck", -2)
    workspace.do(block, [stuck], "No logs")
    board = read(workspace, team)
    assert most_urgent(board.cards, TODAY).title == "Late and stuck"  # type: ignore[union-attr]


def test_moving_to_a_lane_gives_department_and_owner_in_one_step(workspace: Workspace, team: Team) -> None:
    key = promise(workspace, team, "Report")
    move = Move(State.IN_PROGRESS, Place("department", team.finance), owner_id=team.berta)
    workspace.do(commands.move_cards, [key], move, TODAY)
    moved = values(workspace, key)
    assert (moved.state, moved.department_id, moved.member_id) == (State.IN_PROGRESS, team.finance, team.berta)
    workspace.undo()
    back = values(workspace, key)
    assert (back.state, back.department_id, back.member_id) == (State.TODO, team.service, team.andres)


def test_waiting_needs_somebody_and_forgets_them_when_it_goes_on(workspace: Workspace, team: Team) -> None:
    key = promise(workspace, team, "Report")
    with pytest.raises(commands.NobodyToWaitFor):
        workspace.do(commands.move_cards, [key], Move(State.WAITING), TODAY)
    workspace.do(commands.move_cards, [key], Move(State.WAITING, whom="Óscar"), TODAY)
    assert (values(workspace, key).waiting_for, values(workspace, key).waiting_since) == ("Óscar", TODAY)
    workspace.do(commands.move_cards, [key], Move(State.IN_PROGRESS), TODAY)
    assert values(workspace, key).waiting_for is None


def test_a_card_goes_to_the_client_and_to_the_person_that_was_named(workspace: Workspace, team: Team) -> None:
    nuria = workspace.do(add_person, "Nuria Beltrán", team.account)
    key = promise(workspace, team, "Forecast")
    with pytest.raises(commands.NoSuchContact):
        workspace.do(commands.move_cards, [key], Move(place=CLIENT, owner="Teresa"), TODAY)
    workspace.do(commands.move_cards, [key], Move(place=CLIENT, owner="beltr"), TODAY)
    moved = values(workspace, key)
    assert (moved.person_id, moved.member_id, moved.direction) == (nuria, None, Direction.THEY_OWE)


def test_a_week_keeps_the_weekday_and_no_day_that_has_passed(workspace: Workspace, team: Team) -> None:
    key = promise(workspace, team, "Report", 9)  # a Thursday
    week = Place("week", date(2026, 3, 30).toordinal())
    workspace.do(commands.move_cards, [key], Move(place=week), TODAY)
    assert values(workspace, key).due == date(2026, 4, 2)
    late = promise(workspace, team, "Late", -8)  # a Monday
    workspace.do(commands.move_cards, [late], Move(place=Place("week", date(2026, 3, 9).toordinal())), TODAY)
    assert values(workspace, late).due == TODAY


def test_the_second_of_two_moves_says_that_the_card_moved_meanwhile(workspace: Workspace, team: Team) -> None:
    key = promise(workspace, team, "Report")
    before = seen(workspace, key)
    workspace.do(commands.move_cards, [key], Move(State.IN_PROGRESS, seen=(before,)), TODAY)
    with pytest.raises(commands.MovedMeanwhile, match="“Report” was moved meanwhile"):
        workspace.do(commands.move_cards, [key], Move(State.DONE, seen=(before,)), TODAY)
    assert values(workspace, key).state is State.IN_PROGRESS
    # what a move gives must be as it was seen, and nothing else
    before = seen(workspace, key)
    workspace.do(edit_action, key, due=TODAY, member_id=team.carla)
    workspace.do(commands.move_cards, [key], Move(State.TODO, seen=(before,)), TODAY)
    before = seen(workspace, key)
    workspace.do(edit_action, key, due=TODAY + timedelta(1), member_id=team.berta)
    for place in (Place("week", date(2026, 3, 16).toordinal()), Place("member", team.andres)):
        with pytest.raises(commands.MovedMeanwhile):
            workspace.do(commands.move_cards, [key], Move(place=place, seen=(before,)), TODAY)


def test_escalating_says_why_and_puts_the_point_before_the_team(workspace: Workspace, team: Team) -> None:
    key = promise(workspace, team, "Report")
    with pytest.raises(commands.NoEscalationReason):
        workspace.do(commands.escalate, [key], "  ", TODAY)
    workspace.do(add_meeting, "Steering", TODAY, account_id=team.account)
    sync = workspace.do(
        add_meeting, "Team sync", TODAY - timedelta(7), account_id=team.account, kind=MeetingKind.INTERNAL,
        rule="FREQ=WEEKLY",
    )  # fmt: skip
    workspace.do(commands.escalate, [key], "The client must decide", TODAY)
    workspace.do(commands.escalate, [key], "The client must decide now", TODAY)
    card = next(card for card in read(workspace, team).cards if card.id == key)
    assert (card.is_escalated, card.meeting_id) == (True, sync)
    assert values(workspace, key).escalation == "The client must decide now"
    workspace.do(commands.take_off_agenda, [key], TODAY)
    assert next(card for card in read(workspace, team).cards if card.id == key).meeting_id is None


def test_a_card_is_heard_as_a_whole(workspace: Workspace, team: Team) -> None:
    key = promise(workspace, team, "Root cause", -5, priority=Priority.HIGH)
    workspace.do(block, [key], "No logs")
    workspace.do(move_to_state, [key], State.IN_PROGRESS)
    card = next(card for card in read(workspace, team).cards if card.id == key)
    said = Speech(Words.of("en"), TODAY).heard(card, "After-sales")
    assert said == (
        "Root cause, After-sales, in progress, 5 days late, blocked, high priority, owner Andrés Molina, accountable"
    )
    assert "5 días de retraso" in Speech(Words.of("es"), TODAY).heard(card, "Posventa")


def test_a_department_goes_and_its_work_stays(workspace: Workspace, team: Team) -> None:
    key = promise(workspace, team, "Report")
    with pytest.raises(StillBusy, match="After-sales still has work – open actions: 1, requests: 0, people: 1"):
        workspace.do(dissolve_department, team.service, "")
    with pytest.raises(IntoItself):
        workspace.do(dissolve_department, team.service, "SER")
    with pytest.raises(NoSuchDepartment):
        workspace.do(dissolve_department, team.service, "Legal")
    for department, letter in ((team.service, Letter.RESPONSIBLE), (team.finance, Letter.INFORMED)):
        workspace.do(set_letter, Cell(Work.ACTION, key, department), letter)
    stream = workspace.do(add_workstream, team.account, "Renewal")
    for department, letter in ((team.service, Letter.ACCOUNTABLE), (team.finance, Letter.RESPONSIBLE)):
        workspace.do(set_letter, Cell(Work.WORKSTREAM, stream, department), letter)
    workspace.do(dissolve_department, team.service, "fin")
    board = read(workspace, team)
    assert [one.name for one in board.departments] == ["Sales", "Finance"]
    assert titles(lane(board, "Finance"))[0] == ["Report"]
    with workspace.read() as session:
        assert session.get_one(Member, team.andres).department_id == team.finance
        assert letters_of(session, key)[team.finance] is Letter.BOTH
        assert raci_view(session, team.account, TODAY, Words.of("en")).rows[0].letters == {team.finance: Letter.BOTH}
    workspace.undo()
    assert titles(lane(read(workspace, team), "After-sales"))[0] == ["Report"]


def test_an_idle_department_goes_without_an_heir(workspace: Workspace, team: Team) -> None:
    legal = workspace.do(add_department, "Legal", "LEG")
    workspace.do(rename_department, legal, "Law, law")
    assert [(one.name, one.code) for one in read(workspace, team).departments][-1] == ("Law", "LAW")
    workspace.do(dissolve_department, legal, "")
    assert len(read(workspace, team).departments) == 3


def test_a_board_after_a_change_is_the_board_read_anew(workspace: Workspace, team: Team) -> None:
    keys = [promise(workspace, team, title, days, effort=4.0) for title, days in (("A", 3), ("B", 1), ("C", None))]
    other = workspace.do(add_account, "Other")
    changes: list[Change] = []
    workspace.subscribe(changes.append)
    steps: list[Callable[[], object]] = [
        lambda: workspace.do(commands.move_cards, keys[:1], Move(State.WAITING, whom="Teresa"), TODAY),
        lambda: workspace.do(edit_action, keys[0], due=None, member_id=team.berta),
        lambda: workspace.do(edit_action, keys[2], due=TODAY, effort=40.0),
        lambda: workspace.do(complete, keys[:2], TODAY),
        workspace.undo,
        lambda: workspace.do(edit_action, keys[1], account_id=other),
        lambda: promise(workspace, team, "D", 2),
        lambda: workspace.do(delete_actions, keys[2:]),
        workspace.undo,
    ]
    for step in steps:
        before = read(workspace, team)
        step()
        assert changes[-1].rows.keys() == {"action_item"}
        with workspace.read() as session:
            after = board_after(session, before, changes[-1].ids("action_item"))
        assert after == read(workspace, team)
        assert after != before

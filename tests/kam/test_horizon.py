"""The next ninety days: where an action lies, where it goes when it is moved, and how far it slipped."""

from datetime import date, timedelta

import pytest

from tests.kam.conftest import TODAY, Team
from workbench.action_items.commands import add_action
from workbench.action_items.model import ActionItem, Direction, State
from workbench.kam.horizon.buckets import BUCKETS, Bucket, bucket_of, is_over, moved, restart
from workbench.kam.horizon.commands import move_to_days
from workbench.kam.horizon.queries import horizon_view
from workbench.kam.workstreams.commands import add_deliverable, add_workstream, hand_in
from workbench.kernel.workspace import Workspace
from workbench.plans.commands import start_plan

FIRST, SECOND, THIRD, LATER = BUCKETS


def test_a_day_lies_in_one_of_three_parts_or_later() -> None:
    days = {-20: FIRST, 0: FIRST, 30: FIRST, 31: SECOND, 60: SECOND, 61: THIRD, 90: THIRD, 91: LATER}
    assert {n: bucket_of(TODAY + timedelta(n), TODAY) for n in days} == days
    assert bucket_of(None, TODAY) is LATER


def test_a_plan_counts_again_from_each_quarter() -> None:
    start = date(2026, 1, 1)
    assert restart(start, date(2026, 3, 31)) == start
    assert restart(start, date(2026, 4, 1)) == date(2026, 4, 1)
    assert restart(start, date(2026, 7, 2)) == date(2026, 6, 30)
    assert restart(start, date(2025, 12, 1)) == start


def test_what_is_moved_lies_as_far_into_the_other_part_as_before() -> None:
    # Tuesday in nine days is Thursday 19 March; nine days into the second part is Sunday, so Monday
    assert moved(TODAY + timedelta(9), SECOND, TODAY, TODAY) == date(2026, 4, 20)
    # what had no day is due at the end of the part
    assert moved(None, FIRST, TODAY, TODAY) == TODAY + timedelta(29)
    assert moved(None, LATER, TODAY, TODAY) is None


@pytest.mark.parametrize("target", BUCKETS)
def test_wherever_something_is_moved_it_lies_there_on_a_working_day_and_not_in_the_past(target: Bucket) -> None:
    for today in (TODAY + timedelta(n) for n in range(7)):
        for offset in range(-30, 140):
            day = moved(today + timedelta(offset), target, today, today)
            assert day is not None
            assert bucket_of(day, today) is target, (today, offset)
            assert day >= today
            assert day.weekday() < 5 or target is FIRST


def test_a_part_that_is_over_takes_nothing_into_the_past() -> None:
    start = TODAY - timedelta(68)
    assert [is_over(bucket, start, TODAY) for bucket in BUCKETS] == [True, True, False, False]
    assert not is_over(FIRST, TODAY, TODAY)
    # eight days into the third part is today; what lies later comes into what is left of it
    assert moved(start + timedelta(91), THIRD, start, TODAY) == TODAY
    saturday = date(2026, 3, 14)
    assert moved(None, FIRST, saturday - timedelta(80), saturday) == date(2026, 3, 16)


def test_the_view_has_open_actions_with_their_slip_and_the_late_ones_first(workspace: Workspace, team: Team) -> None:
    of_account = {"account_id": team.account}
    slipped = workspace.do(add_action, "Slipped", TODAY, due=TODAY + timedelta(5), **of_account)
    workspace.do(add_action, "Late", TODAY, due=TODAY - timedelta(3), **of_account)
    workspace.do(add_action, "Some day", TODAY, **of_account)
    workspace.do(add_action, "Theirs", TODAY, due=TODAY + timedelta(70), direction=Direction.THEY_OWE, **of_account)
    workspace.do(add_action, "Done", TODAY, state=State.DONE, due=TODAY, **of_account)
    workspace.do(move_to_days, {slipped: TODAY + timedelta(40)})
    with workspace.read() as session:
        view = horizon_view(session, team.account, TODAY)
    assert [(item.title, item.bucket, item.slip, item.is_late) for item in view.items] == [
        ("Late", FIRST, 0, True),
        ("Slipped", SECOND, 35, False),
        ("Theirs", THIRD, 0, False),
        ("Some day", LATER, 0, False),
    ]


def test_several_days_are_one_step(workspace: Workspace, team: Team) -> None:
    keys = [workspace.do(add_action, name, TODAY, account_id=team.account, due=TODAY) for name in ("One", "Two")]
    workspace.do(move_to_days, {key: TODAY + timedelta(40 + place) for place, key in enumerate(keys)})
    workspace.undo()
    with workspace.read() as session:
        assert [session.get_one(ActionItem, key).due for key in keys] == [TODAY, TODAY]


def test_the_strip_has_workstreams_with_what_they_hand_over(workspace: Workspace, team: Team) -> None:
    workspace.do(start_plan, team.account, "Plan", date(2026, 1, 1), date(2028, 12, 31))
    stream = workspace.do(add_workstream, team.account, "Renewal", ends_on=date(2026, 5, 1))
    late = workspace.do(add_deliverable, stream, "Offer", due=date(2026, 3, 2))
    workspace.do(add_workstream, team.account, "Without a day")
    with workspace.read() as session:
        view = horizon_view(session, team.account, TODAY, from_plan=True)
    assert (view.start, view.plan_start) == (date(2026, 1, 1), date(2026, 1, 1))
    assert [(one.title, one.first, one.last, one.is_late) for one in view.strands] == [
        ("Renewal", date(2026, 3, 2), date(2026, 5, 1), True)
    ]
    workspace.do(hand_in, [late], TODAY)
    with workspace.read() as session:
        assert not horizon_view(session, team.account, TODAY).strands[0].is_late

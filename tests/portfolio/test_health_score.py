"""The health score, recomputed by hand from a small portfolio."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.support.books import fresh_portfolio
from workbench.accounts.commands import HealthReasonMissing, add_account, assess_health, edit_account
from workbench.accounts.model import Health
from workbench.action_items.commands import add_action, complete
from workbench.action_items.model import Direction
from workbench.business.commands import NoSuchSatisfaction, add_revenue, edit_satisfaction, note_satisfaction
from workbench.contacts.commands import add_person, add_role, add_seat, assess
from workbench.contacts.positions import Attitude, Influence
from workbench.kam.model import LogEntry, LogKind
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import change_setting
from workbench.kernel.workspace import Workspace
from workbench.opening import Access
from workbench.portfolio.health.queries import healths
from workbench.portfolio.health_inputs import Act, Inputs
from workbench.portfolio.health_score import HealthScore, health_score, parts_on
from workbench.portfolio.health_weights import WEIGHTS
from workbench.portfolio.model import HealthPart, Light

TODAY = date(2026, 3, 10)


def ago(days: int) -> date:
    return TODAY - timedelta(days)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = fresh_portfolio(tmp_path / "small.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    yield made
    made.close()


@pytest.fixture
def acme(workspace: Workspace) -> int:
    return workspace.do(add_account, "Acme", rhythm_days=10, last_contact_on=ago(20))


def health(workspace: Workspace, account: int) -> HealthScore:
    with workspace.read() as session:
        one = healths(session, TODAY, account)[account]
        assert healths(session, TODAY)[account] == one
    return one


def part(found: HealthScore, wanted: HealthPart) -> float | None:
    return next(one.value for one in found.parts if one.part is wanted)


def records(found: HealthScore, wanted: HealthPart) -> set[tuple[str, int]]:
    return next(set(one.records) for one in found.parts if one.part is wanted)


def test_the_whole_score_by_hand(workspace: Workspace, acme: int) -> None:
    # relationship: one of two seats is judged (50 %), a champion, so the index is 1 (100): 75
    ana = workspace.do(add_person, "Ana")
    workspace.do(add_role, ana, acme)
    seat = workspace.do(add_seat, acme, "Head of logistics", person_id=ana)
    workspace.do(add_seat, acme, "Buyer")
    workspace.do(assess, ana, acme, ago(5), Attitude.CHAMPION, influence=Influence.HIGH)
    # freshness: twice the rhythm is half way down from 100 to 0
    # delivery: one promise late, one not, one done late: a third kept, and one open issue
    late = workspace.do(add_action, "Late", account_id=acme, due=ago(3), made_on=ago(10))
    workspace.do(add_action, "Soon", account_id=acme, due=ago(-3), made_on=ago(10))
    done = workspace.do(add_action, "Done late", account_id=acme, due=ago(30), made_on=ago(40))
    workspace.do(complete, [done], ago(25))
    with workspace.change("An issue") as session:
        issue = LogEntry(account_id=acme, kind=LogKind.ISSUE, title="Claim", on=ago(8))
        session.add(issue)
    # commercial: 90 of 100 is half way between four fifths and the target
    quarter = workspace.do(add_revenue, acme, date(2025, 10, 1), 90_00, target=100_00)
    # plan execution: one of two of our own actions was done on time
    own = [
        workspace.do(add_action, name, account_id=acme, due=ago(20), direction=Direction.INTERNAL, made_on=ago(60))
        for name in ("In time", "Not in time")
    ]
    workspace.do(complete, own[:1], ago(21))
    unasked = health(workspace, acme)
    # (20×75 + 15×50 + 15×23.33 + 20×50 + 15×50) / 85, for nobody asked for their satisfaction
    assert unasked.score.value == pytest.approx((1500 + 750 + 350 + 1000 + 750) / 85)
    assert unasked.score.coverage == pytest.approx(0.85)
    # satisfaction: Ana answers 8 and no longer 2, a survey of her colleagues says 7
    workspace.do(note_satisfaction, acme, 2, ago(200), person_id=ana)
    answers = [
        workspace.do(note_satisfaction, acme, 8, ago(20), person_id=ana),
        workspace.do(note_satisfaction, acme, 7, ago(30)),
    ]
    found = health(workspace, acme)
    assert [part(found, one) for one in HealthPart] == [
        pytest.approx(75),
        pytest.approx(50),
        pytest.approx(100 / 3 - 10),
        pytest.approx(50),
        pytest.approx(75),
        pytest.approx(50),
    ]
    assert found.score.value == pytest.approx((1500 + 750 + 350 + 1000 + 15 * 75 + 750) / 100)
    assert found.score.coverage == pytest.approx(1)
    assert records(found, HealthPart.SATISFACTION) == {("satisfaction", key) for key in answers}
    assert found.light is Light.AMBER
    assert ("seat", seat) in records(found, HealthPart.RELATIONSHIP)
    assert {("action_item", late), ("log_entry", issue.id)} < records(found, HealthPart.DELIVERY)
    assert records(found, HealthPart.COMMERCIAL) == {("revenue", quarter)}
    assert records(found, HealthPart.EXECUTION) == {("action_item", key) for key in own}


def test_what_is_not_known_is_left_out_and_too_little_has_no_light(workspace: Workspace, acme: int) -> None:
    found = health(workspace, acme)
    assert (found.score.value, found.score.coverage) == (50, pytest.approx(0.15))
    assert found.light is None
    bare = workspace.do(add_account, "Bare")
    assert health(workspace, bare).score.value is None


@pytest.mark.parametrize(("silent", "points"), [(10, 100), (15, 75), (30, 0), (300, 0)])
def test_silence_costs_from_the_day_a_contact_is_due(silent: int, points: float) -> None:
    inputs = Inputs(last_contact=ago(silent), rhythm_days=10)
    assert health_score(inputs, TODAY).score.value == pytest.approx(points)


def test_the_weights_are_the_portfolios_own(workspace: Workspace, acme: int) -> None:
    workspace.do(add_revenue, acme, date(2025, 10, 1), 100_00, target=100_00)
    workspace.do(change_setting, WEIGHTS[HealthPart.COMMERCIAL], 85.0)
    # (15 × 50 + 85 × 100) / 100
    assert health(workspace, acme).score.value == pytest.approx(92.5)


def test_a_judgement_needs_a_reason_and_is_over_some_day(workspace: Workspace, acme: int) -> None:
    with pytest.raises(HealthReasonMissing):
        workspace.do(assess_health, acme, Health.GOOD, " ", TODAY)
    workspace.do(assess_health, acme, Health.GOOD, "They renewed", TODAY)
    found = health(workspace, acme)
    assert found.override is not None
    assert (found.light, found.override.is_in_force) == (Light.GREEN, True)
    workspace.do(edit_account, acme, health_until=ago(1))
    expired = health(workspace, acme)
    assert expired.override is not None
    assert not expired.override.is_in_force
    assert expired.light is None
    workspace.do(assess_health, acme, Health.UNKNOWN, None, TODAY)
    assert health(workspace, acme).override is None


def test_the_trend_is_told_from_what_has_a_day(workspace: Workspace, acme: int) -> None:
    assert health(workspace, acme).trend is None
    # a quarter ago they bought as aimed at and nothing was late; since then a promise is
    for starts_on, invoiced in ((date(2025, 7, 1), 100_00), (date(2025, 10, 1), 60_00)):
        workspace.do(add_revenue, acme, starts_on, invoiced, target=100_00)
    workspace.do(add_action, "Old", account_id=acme, due=ago(60), made_on=ago(200))
    # then: commercial 100, delivery 100; now: 160 of 200 is 0, delivery 0
    assert health(workspace, acme).trend == pytest.approx(-100)


def test_a_quarter_counts_when_it_is_over(workspace: Workspace, acme: int) -> None:
    workspace.do(add_revenue, acme, date(2026, 1, 1), 10_00, target=100_00)
    assert part(health(workspace, acme), HealthPart.COMMERCIAL) is None
    assert {one.part for one in parts_on(Inputs(), TODAY, dict.fromkeys(HealthPart, 1.0))} == set(HealthPart)


@pytest.mark.parametrize(("is_planned", "execution"), [(True, 0), (False, None)])
def test_a_promise_that_serves_an_objective_counts_for_the_plan_too(is_planned: bool, execution: float | None) -> None:
    late = Act(1, ago(10), is_promise=True, is_planned=is_planned, done_on=ago(5))
    found = health_score(Inputs(acts=(late,)), TODAY)
    assert (part(found, HealthPart.DELIVERY), part(found, HealthPart.EXECUTION)) == (0, execution)


def test_an_answer_counts_for_a_year_and_can_be_taken_back(workspace: Workspace, acme: int) -> None:
    answer = workspace.do(note_satisfaction, acme, 8.5, ago(364), note="Quick on the telephone")
    assert part(health(workspace, acme), HealthPart.SATISFACTION) == pytest.approx(85)
    workspace.do(edit_satisfaction, answer, asked_on=ago(365))
    assert part(health(workspace, acme), HealthPart.SATISFACTION) is None
    for _ in range(2):
        workspace.undo()
    assert workspace.redo().label == "Note satisfaction"
    assert part(health(workspace, acme), HealthPart.SATISFACTION) == pytest.approx(85)


@pytest.mark.parametrize("score", [-0.1, 10.5, None])
def test_satisfaction_beyond_the_scale_is_refused(workspace: Workspace, acme: int, score: float | None) -> None:
    with pytest.raises(NoSuchSatisfaction, match="between 0 and 10"):
        workspace.do(note_satisfaction, acme, score, TODAY)
    answer = workspace.do(note_satisfaction, acme, 10, TODAY)
    with pytest.raises(NoSuchSatisfaction):
        workspace.do(edit_satisfaction, answer, score=score)

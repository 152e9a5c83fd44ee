"""The selection score, recomputed by hand, and what follows from it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.support.books import demo_workspace, fresh_portfolio
from workbench.accounts.commands import add_account
from workbench.accounts.model import Account, Tier
from workbench.kernel.clock import clock_at
from workbench.kernel.workspace import Workspace
from workbench.opening import Access
from workbench.portfolio.model import Axis, Criterion, Ground, Rating, Scheme
from workbench.portfolio.positions import Plane, positions
from workbench.portfolio.scores import commands
from workbench.portfolio.scores.queries import Sheet, criteria, sheet
from workbench.portfolio.scoring import (
    Ranked,
    Score,
    crossing,
    proposed,
    ranking,
    to_hundred,
    weighted,
    weights_of,
)

TODAY, LAST_YEAR = date(2026, 3, 10), date(2025, 3, 10)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    made = fresh_portfolio(tmp_path / "small.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    yield made
    made.close()


@pytest.fixture
def criterion(workspace: Workspace) -> dict[str, int]:
    """Three criteria that weigh 50, 30 and 20, and a gate."""
    add = commands.add_criterion
    return {
        "volume": workspace.do(add, Scheme.SELECTION, "Volume", weight=50, ground=Ground.VOLUME),
        "potential": workspace.do(add, Scheme.SELECTION, "Potential", weight=30, ground=Ground.POTENTIAL),
        "brand": workspace.do(add, Scheme.SELECTION, "Brand", weight=20, ground=Ground.BRAND),
        "gate": workspace.do(add, Scheme.GATE, "Solvency"),
    }


@pytest.fixture
def acme(workspace: Workspace) -> int:
    return workspace.do(add_account, "Acme", tier=Tier.B)


def read(workspace: Workspace) -> Sheet:
    with workspace.read() as session:
        return sheet(session, TODAY)


def ranked(workspace: Workspace, name: str) -> Ranked:
    seen = read(workspace)
    return next(one for one in ranking(seen.criteria, seen.candidates) if one.candidate.name == name)


def rate(workspace: Workspace, account: int, criterion: dict[str, int], **values: int) -> None:
    for name, value in values.items():
        workspace.do(commands.rate, account, criterion[name], TODAY, value=value)


def test_the_score_is_what_somebody_with_a_pencil_gets(
    workspace: Workspace, criterion: dict[str, int], acme: int
) -> None:
    rate(workspace, acme, criterion, volume=4, potential=3, brand=5)
    found = ranked(workspace, "Acme")
    # 50 × 4/5 + 30 × 3/5 + 20 × 5/5 = 40 + 18 + 20
    assert found.score.points == 78
    assert found.score.coverage == 1
    assert found.of_ground(read(workspace).criteria) == pytest.approx(
        {Ground.VOLUME: 40, Ground.POTENTIAL: 18, Ground.BRAND: 20}
    )
    # 78 is in the band of key accounts, but a B account must pass 60 by five points, and it does
    assert found.proposed is Tier.KEY
    assert found.differs


def test_what_nobody_rated_is_left_out_and_the_rest_is_weighed_anew(
    workspace: Workspace, criterion: dict[str, int], acme: int
) -> None:
    rate(workspace, acme, criterion, volume=4, brand=5)
    found = ranked(workspace, "Acme").score
    # (50 × 4/5 + 20 × 5/5) / 70 of 100
    assert found.value == pytest.approx(60 / 70 * 100)
    assert found.coverage == pytest.approx(0.7)
    assert found.is_enough


def test_too_little_is_known_to_propose_anything(workspace: Workspace, criterion: dict[str, int], acme: int) -> None:
    rate(workspace, acme, criterion, potential=5, brand=5)
    found = ranked(workspace, "Acme")
    assert (found.score.points, found.score.coverage) == (100, 0.5)
    assert not found.score.is_enough
    assert found.proposed is None


def test_an_account_without_any_rating_has_no_score_and_stands_last(
    workspace: Workspace, criterion: dict[str, int], acme: int
) -> None:
    workspace.do(add_account, "Aardvark")
    rate(workspace, acme, criterion, volume=0, potential=0, brand=0)
    seen = read(workspace)
    found = ranking(seen.criteria, seen.candidates)
    assert [one.candidate.name for one in found] == ["Acme", "Aardvark"]
    assert found[1].score == Score(None, 0.0)
    assert (found[1].proposed, found[1].differs) == (None, False)


def test_weights_that_do_not_add_up_count_by_their_share(
    workspace: Workspace, criterion: dict[str, int], acme: int
) -> None:
    rate(workspace, acme, criterion, volume=4, potential=3, brand=5)
    workspace.do(commands.edit_criterion, criterion["volume"], weight=100)
    # (100 × 4 + 30 × 3 + 20 × 5) / 150 / 5
    assert ranked(workspace, "Acme").score.value == pytest.approx(590 / 750 * 100)
    workspace.do(commands.even_weights, Scheme.SELECTION)
    with workspace.read() as session:
        assert list(weights_of(criteria(session), Scheme.SELECTION).values()) == [67, 20, 13]


def test_largest_remainders_make_a_hundred() -> None:
    assert to_hundred({1: 1, 2: 1, 3: 1}) == {1: 34, 2: 33, 3: 33}
    assert sum(to_hundred({1: 0.3, 2: 0.3, 3: 2}).values()) == 100
    assert to_hundred({1: 0, 2: 0}) == {1: 0, 2: 0}


@pytest.mark.parametrize(
    ("points", "assigned", "said"),
    [
        (74, Tier.KEY, Tier.KEY),
        (70, Tier.KEY, Tier.KEY),
        (69, Tier.KEY, Tier.A),
        (79, Tier.A, Tier.A),
        (80, Tier.A, Tier.KEY),
        (55, Tier.A, Tier.A),
        (54, Tier.A, Tier.B),
        (35, Tier.B, Tier.B),
        (34, Tier.B, Tier.C),
        (44, Tier.C, Tier.C),
        (45, Tier.C, Tier.B),
        (75, Tier.PROSPECT, Tier.KEY),
        (60, Tier.PROSPECT, Tier.A),
        (39, Tier.PROSPECT, Tier.C),
    ],
)
def test_a_class_changes_five_points_beyond_its_band(points: int, assigned: Tier, said: Tier) -> None:
    assert proposed(Score(float(points), 1.0), assigned) is said


def test_behind_a_shut_gate_nobody_is_proposed(workspace: Workspace, criterion: dict[str, int], acme: int) -> None:
    rate(workspace, acme, criterion, volume=5, potential=5, brand=5, gate=0)
    found = ranked(workspace, "Acme")
    assert (found.score.points, found.shut, found.proposed) == (100, ("Solvency",), Tier.C)
    rate(workspace, acme, criterion, gate=1)
    assert ranked(workspace, "Acme").proposed is Tier.KEY


def test_other_weights_let_accounts_enter_and_leave(workspace: Workspace, criterion: dict[str, int], acme: int) -> None:
    famous = workspace.do(add_account, "Famous", tier=Tier.C)
    rate(workspace, acme, criterion, volume=5, potential=4, brand=1)
    rate(workspace, famous, criterion, volume=1, potential=4, brand=5)
    seen = read(workspace)
    now = ranking(seen.criteria, seen.candidates)
    tried = ranking(
        seen.criteria,
        seen.candidates,
        {criterion["volume"]: 10, criterion["potential"]: 30, criterion["brand"]: 60},
    )
    found = crossing(now, tried)
    assert [one.candidate.name for one in found.entering] == ["Famous"]
    assert [one.candidate.name for one in found.leaving] == ["Acme"]
    # nothing was stored
    assert read(workspace) == seen


def test_a_rating_belongs_to_its_year_and_holds_until_there_is_another(
    workspace: Workspace, criterion: dict[str, int], acme: int
) -> None:
    workspace.do(commands.rate, acme, criterion["volume"], LAST_YEAR, value=2, evidence="Order book")
    assert ranked(workspace, "Acme").score == ranked(workspace, "Acme").before
    rate(workspace, acme, criterion, volume=4)
    found = ranked(workspace, "Acme")
    assert (found.before.points, found.score.points) == (40, 80)
    given = found.candidate.given[criterion["volume"]]
    assert (given.year, given.value, given.evidence, given.rated_on) == (2026, 4, "Order book", TODAY)
    workspace.do(commands.clear_rating, acme, criterion["volume"], TODAY)
    assert ranked(workspace, "Acme").score.points == 40


@pytest.mark.parametrize("value", [-1, 6])
def test_a_rating_beyond_the_scale_is_refused_in_a_sentence(
    workspace: Workspace, criterion: dict[str, int], acme: int, value: int
) -> None:
    with pytest.raises(commands.NoSuchRating, match="from 0 to 5"):
        rate(workspace, acme, criterion, volume=value)
    with pytest.raises(commands.NotRatedYet):
        workspace.do(commands.rate, acme, criterion["brand"], TODAY, evidence="Press")


@pytest.mark.parametrize("weight", [-1, 101, None])
def test_a_weight_beyond_the_scale_is_refused(
    workspace: Workspace, criterion: dict[str, int], weight: float | None
) -> None:
    with pytest.raises(commands.NoSuchWeight):
        workspace.do(commands.edit_criterion, criterion["volume"], weight=weight)


def test_weights_that_are_all_nothing_are_refused(workspace: Workspace, criterion: dict[str, int]) -> None:
    with pytest.raises(commands.NothingWeighs, match="No criterion would weigh"):
        workspace.do(commands.set_weights, dict.fromkeys(criterion.values(), 0.0))


def test_a_criterion_takes_its_ratings_along_and_undo_brings_all_of_it_back(
    workspace: Workspace, criterion: dict[str, int], acme: int
) -> None:
    rate(workspace, acme, criterion, volume=4, brand=2)
    before = ranked(workspace, "Acme").score
    workspace.do(commands.delete_criteria, [criterion["volume"]])
    assert ranked(workspace, "Acme").score.points == 40
    with workspace.read() as session:
        assert session.scalar(select(func.count()).select_from(Rating)) == 1
    workspace.undo()
    assert ranked(workspace, "Acme").score == before


def test_another_class_than_proposed_asks_for_the_reason(
    workspace: Workspace, criterion: dict[str, int], acme: int
) -> None:
    rate(workspace, acme, criterion, volume=5, potential=5, brand=5)
    with pytest.raises(commands.ReasonMissing):
        workspace.do(commands.assign_class, acme, Tier.A, " ", TODAY)
    workspace.do(commands.assign_class, acme, Tier.A, "Too new", TODAY)
    assert ranked(workspace, "Acme").candidate.tier_reason == "Too new"
    workspace.do(commands.assign_class, acme, Tier.KEY, "", TODAY)
    with workspace.read() as session:
        account = session.get_one(Account, acme)
        assert (account.tier, account.tier_reason) == (Tier.KEY, None)


def test_the_usual_criteria_come_in_one_step_and_only_once(workspace: Workspace) -> None:
    assert workspace.do(commands.start_criteria, "es") == 25
    with workspace.read() as session:
        found = criteria(session)
    for scheme in (Scheme.SELECTION, Scheme.ATTRACTIVENESS, Scheme.STRENGTH):
        assert sum(weights_of(found, scheme).values()) == 100
    grounds = {ground: sum(one.weight for one in found if one.ground is ground) for ground in Ground}
    assert grounds == {Ground.VOLUME: 40, Ground.POTENTIAL: 35, Ground.BRAND: 25}
    assert {len(one.anchors) for one in found} == {6}
    assert found[1].name == "Margen"
    with pytest.raises(commands.UsualAreThere):
        workspace.do(commands.start_criteria, "es")
    workspace.undo()
    with workspace.read() as session:
        assert session.scalar(select(func.count()).select_from(Criterion)) == 0


def test_the_demo_rates_every_account_in_two_years(tmp_path: Path) -> None:
    with demo_workspace(tmp_path, "en", clock_at(TODAY, "Europe/Madrid")) as demo:
        seen = read(demo)
    found = {one.candidate.name: one for one in ranking(seen.criteria, seen.candidates)}
    assert len(found) == 14
    assert [found[name].score.points for name in ("Iberlogística Grupo", "Solventa Retail")] == [84, 77]
    differing = {name: one.candidate.tier_reason for name, one in found.items() if one.differs}
    assert set(differing) == {"Harbour & Finch Ltd.", "Química Ebro"}
    assert differing["Harbour & Finch Ltd."]
    assert not differing["Química Ebro"]
    assert found["Textil Monegros"].shut == ("Solvency",)
    assert not found["Nordvik Foods AS"].score.is_enough
    rated_twice = [name for name, one in found.items() if one.before.value is not None]
    assert len(rated_twice) == 13
    assert weighted({}, {}) == Score(None, 0.0)


def test_a_target_is_set_on_the_axes_it_is_given_for_and_goes_again(
    workspace: Workspace, criterion: dict[str, int], acme: int
) -> None:
    up = workspace.do(commands.add_criterion, Scheme.ATTRACTIVENESS, "Budget", weight=100)
    across = workspace.do(commands.add_criterion, Scheme.STRENGTH, "Price", weight=100)
    workspace.do(commands.rate, acme, up, TODAY, value=4)
    workspace.do(commands.rate, acme, across, TODAY, value=4, rival=4)

    def aim(*axes: Axis) -> tuple[float, float] | None:
        seen = read(workspace)
        return positions(seen.criteria, seen.candidates, Plane(*axes), {})[0].aim

    assert aim() is None
    workspace.do(commands.aim_at, acme, {Axis.STRENGTH: 70})
    # it stays as attractive as it is, 4 of 5
    assert aim() == (70, 80)
    assert aim(Axis.HEALTH, Axis.REVENUE) is None
    workspace.do(commands.aim_at, acme, {Axis.STRENGTH: 60, Axis.ATTRACTIVENESS: 90})
    assert aim() == (60, 90)
    workspace.do(commands.aim_at, acme, {Axis.STRENGTH: None, Axis.ATTRACTIVENESS: None})
    assert aim() is None
    assert workspace.undo().label == "Set target position"
    assert aim() == (60, 90)
    with pytest.raises(commands.NoSuchPlace, match="between 0 and 100"):
        workspace.do(commands.aim_at, acme, {Axis.STRENGTH: 101})

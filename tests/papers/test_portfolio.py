"""The portfolio overview on paper: three pages, the same numbers in the drawing and in the table."""

from datetime import date
from math import hypot
from pathlib import Path

import pytest

from tests.report.printed import needs_poppler
from tests.support.papers import pages_of, text_of
from workbench.accounts.model import Account, Tier
from workbench.action_items.model import ActionItem, Direction
from workbench.cli import main
from workbench.kernel.clock import clock_at
from workbench.opening import Access, new_portfolio, open_portfolio
from workbench.papers import printing
from workbench.papers.portfolio.queries import portfolio_view
from workbench.portfolio.model import Axis, Criterion, Rating, Scheme
from workbench.portfolio.positions import Plane, plane_of
from workbench.report.bubbles import LEAST, MOST, WIDEST_RING, Bubble, laid_out, name_spot

pytestmark = needs_poppler
TODAY = date(2026, 3, 10)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.portfolio"
    assert main(["new", str(path), "--plain", "--demo", "--today", "2026-03-10", "--language", "en"]) == 0
    return path


def printed(portfolio: Path, out: Path, *more: str) -> str:
    call = ["portfolio", "--in", str(portfolio), "--to", str(out), "--today", "2026-03-10", *more]
    assert main(call) == 0
    return text_of(out)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_three_pages_with_every_account(demo: Path, tmp_path: Path, paper: str) -> None:
    out = tmp_path / "portfolio.pdf"
    text = printed(demo, out, "--paper", paper, "--language", "en")
    assert pages_of(out) == 3
    for said in (
        "14 accounts, 13 of them rated",
        "20 × relationship",
        "3 accounts out of rhythm",
        "30 Jun",
        "We owe 41 promises, 4 late",
    ):
        assert said in text
    for name in ("Iberlogística Grupo", "Talleres Norte", "Nordvik Foods AS"):
        assert name in text


def test_the_numbers_of_the_matrix_are_those_of_the_table(demo: Path) -> None:
    workspace = open_portfolio(demo, Access(clock_at(TODAY, "Europe/Madrid"), read_only=True))
    with workspace.read() as session:
        view = portfolio_view(session, TODAY)
    workspace.close()
    row = next(row for row in view.rows if row.name == "Iberlogística Grupo")
    assert (row.number, row.up, row.across) == (1, 86, 62)
    assert [(one.up, one.across) for one in view.rows if one.name in ("Solventa Retail", "Talleres Norte")] == [
        (70, 78),
        (42, 50),
    ]
    for one in view.rows:
        assert one.spot is not None
        assert (round(one.spot[0]), round(one.spot[1])) == (one.across, one.up)


def test_in_spanish_the_same_file_twice(demo: Path, tmp_path: Path) -> None:
    files = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    texts = [printed(demo, out, "--language", "es") for out in files]
    assert files[0].read_bytes() == files[1].read_bytes()
    assert "Visión de la cartera" in texts[0]
    assert "insufficient" not in texts[0]


@pytest.mark.parametrize(("count", "pages"), [(25, 3), (250, 12)])
def test_twenty_five_accounts_stay_on_three_pages(tmp_path: Path, count: int, pages: int) -> None:
    path = tmp_path / "many.portfolio"
    workspace = new_portfolio(path, Access(clock_at(TODAY, "Europe/Madrid")))
    with workspace.change("Many") as session:
        accounts = [
            Account(
                name=f"Cooperativa Hortofrutícola de {n:03}",
                tier=Tier.A,
                rhythm_days=30,
                last_contact_on=TODAY,
                renewal_on=date(2026, 9, 1 + n % 28),
            )
            for n in range(count)
        ]
        criterion = Criterion(name="Budget", scheme=Scheme.ATTRACTIVENESS, weight=100)
        session.add_all([*accounts, criterion])
        session.flush()
        for n, account in enumerate(accounts):
            session.add(Rating(account_id=account.id, criterion_id=criterion.id, year=2026, value=n % 6))
            for number in range(4):
                session.add(
                    ActionItem(title=f"Promise {number}", account_id=account.id, due=TODAY, direction=Direction.WE_OWE)
                )
    workspace.close()
    out = tmp_path / "many.pdf"
    printed(path, out, "--language", "en")
    assert pages_of(out) == pages


def test_an_empty_portfolio_says_so(tmp_path: Path) -> None:
    path = tmp_path / "empty.portfolio"
    new_portfolio(path, Access(clock_at(TODAY, "Europe/Madrid"))).close()
    assert "There are no accounts yet." in printed(path, tmp_path / "empty.pdf", "--language", "en")


def test_areas_are_in_proportion_and_nothing_leaves_the_frame() -> None:
    laid = laid_out([Bubble(1, 50, 50, 400), Bubble(2, 0, 100, 100), Bubble(3, 100, 0, 0)], 96, 72)
    radii = {one.number: one.radius for one in laid}
    assert radii == {1: MOST, 2: MOST / 2, 3: LEAST}
    assert all(one.radius <= one.x <= 96 - one.radius and one.radius <= one.y <= 72 - one.radius for one in laid)


def test_a_number_that_would_be_covered_stands_outside_with_a_line() -> None:
    twins = laid_out([Bubble(1, 50, 50, 10), Bubble(2, 50, 50, 10)], 96, 72)
    outside = [one for one in twins if one.is_outside]
    assert [one.number for one in outside] == [1]
    away = abs(outside[0].label[0] - outside[0].x) + abs(outside[0].label[1] - outside[0].y)
    assert away > outside[0].radius
    crowd = laid_out([Bubble(n, 50, 50, 10) for n in range(250)], 96, 72)
    labels = [one.label for one in crowd if one.is_labelled]
    assert len(labels) < 250
    assert all(
        abs(a[0] - b[0]) >= 4.9 or abs(a[1] - b[1]) >= 3.9 for n, a in enumerate(labels) for b in labels[n + 1 :]
    )


def test_a_ring_is_as_large_as_the_potential_and_stays_within_the_frame() -> None:
    laid = laid_out([Bubble(1, 50, 50, 100, ring=400), Bubble(2, 100, 50, 25, ring=100)], 96, 72)
    first, second = laid
    reach = [hypot(x - first.x, y - first.y) for stroke in first.rings for x, y in stroke]
    # four times the revenue is twice the radius, and the widest ring sets the measure
    assert reach == pytest.approx([WIDEST_RING] * len(reach))
    assert first.radius == pytest.approx(WIDEST_RING / 2)
    assert all(x <= 96 for stroke in second.rings for x, _ in stroke)
    assert laid_out([Bubble(1, 50, 50, 100, ring=90)], 96, 72)[0].rings == ()
    # in half the frame a bubble has half the radius
    assert laid_out([Bubble(1, 50, 50, 100)], 48, 36)[0].radius == MOST / 2


def test_the_name_of_a_field_stands_where_no_bubble_covers_it() -> None:
    field, size = (0.0, 0.0, 32.0, 24.0), (12.0, 4.0)
    assert name_spot(field, size, laid_out([], 32, 24)) == (0, 0)
    corner = laid_out([Bubble(1, 20, 90, 1)], 32, 24)
    assert name_spot(field, size, corner) == (20, 0)
    upper = laid_out([Bubble(1, 20, 90, 1), Bubble(2, 50, 90, 1), Bubble(3, 80, 90, 1)], 32, 24)
    assert name_spot(field, size, upper)[1] == 20
    # an arrow through it is worse than nothing
    crossed = laid_out([Bubble(1, 90, 10, 0, before=(5, 95))], 32, 24)
    assert name_spot(field, size, crossed) != (0, 0)


def test_other_axes_are_those_of_the_page_and_their_fields_have_no_names(demo: Path, tmp_path: Path) -> None:
    plane = Plane(Axis.HEALTH, Axis.REVENUE, 2)
    assert plane_of(plane.told) == plane
    assert plane_of("height depth 3") == plane_of(None) == Plane()
    assert plane_of("health revenue") == Plane(Axis.HEALTH, Axis.REVENUE)
    workspace = open_portfolio(demo, Access(clock_at(TODAY, "Europe/Madrid"), read_only=True))
    with workspace.read() as session:
        job = printing.Job("en", "a4", workspace.clock, axes=plane.told)
        printing.OF_ALL["portfolio"][1](session, job).write(tmp_path / "axes.pdf")
        view = portfolio_view(session, TODAY, plane)
    workspace.close()
    text = text_of(tmp_path / "axes.pdf")
    assert "→ health score" in text
    assert "Harvest" not in text
    assert (view.rows[0].up, view.rows[0].across) == (100, view.rows[0].health)

"""Hours against those that were planned, and what they cost; recomputed by hand."""

from datetime import date

import pytest

from tests.kam.conftest import TODAY, Team
from workbench.business.commands import NoCost, add_cost, add_revenue, edit_cost
from workbench.business.model import CostKind
from workbench.kam.hours.commands import (
    DayIsFull,
    NoBand,
    NobodyWorked,
    NoHoursOfADay,
    change_band,
    edit_hours,
    log_hours,
    reveal_cost,
)
from workbench.kam.hours.entry import Entry, Known, NoHours, NoSuchDay, read_entry
from workbench.kam.hours.periods import Period, Span, Stint, planned
from workbench.kam.hours.profit import Part, Profit
from workbench.kam.hours.queries import band, entries_of, hours_view, profit_view
from workbench.kam.hours.rates import SHOWS_COST, Band, cost, day_rate
from workbench.kam.hours.views import PeriodHours
from workbench.kernel.settings import of_portfolio
from workbench.kernel.workspace import Workspace
from workbench.team.commands import edit_member
from workbench.team.regions import calendar_of

MARTA, ANDRES = Known(1, "Marta Ibáñez", "MI"), Known(2, "Andrés Molina", "AM")
QUARTER = Period(Span.QUARTER, date(2026, 1, 1))


def view(workspace: Workspace, team: Team, period: Period = QUARTER) -> PeriodHours:
    with workspace.read() as session:
        return hours_view(session, team.account, period, TODAY)


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("2.5 h marta yesterday uptime report", "en", Entry(2.5, date(2026, 3, 9), 1, "uptime report")),
        ("2,5 h MI ayer informe", "es", Entry(2.5, date(2026, 3, 9), 1, "informe")),
        ("Andres 3 call with Ana", "en", Entry(3, TODAY, 2, "call with Ana")),
        ("1:30", "en", Entry(1.5, TODAY)),
        ("90 min visita", "es", Entry(1.5, TODAY, None, "visita")),
        ("2h fri call", "en", Entry(2, date(2026, 3, 6), None, "call")),
        ("4 9/3 workshop", "en", Entry(4, date(2026, 3, 9), None, "workshop")),
    ],
)
def test_an_entry_is_one_line(text: str, language: str, expected: Entry) -> None:
    assert read_entry(text, TODAY, language, [MARTA, ANDRES]) == expected


def test_a_line_without_a_number_is_none() -> None:
    with pytest.raises(NoHours):
        read_entry("yesterday with Marta", TODAY, "en", [MARTA])


def test_hours_of_a_day_that_cannot_be_are_not_logged_today() -> None:
    with pytest.raises(NoSuchDay, match="el 32/13"):
        read_entry("2 h Marta el 32/13 informe", TODAY, "es", [MARTA])


@pytest.mark.parametrize("hours", [0, -2, 400, 24.5])
def test_hours_that_no_day_has_are_refused(workspace: Workspace, team: Team, hours: float) -> None:
    with pytest.raises(NoHoursOfADay, match="at most 24"):
        workspace.do(log_hours, team.account, team.andres, TODAY, hours)


def test_a_day_has_twenty_four_hours_for_everybody(workspace: Workspace, team: Team) -> None:
    workspace.do(log_hours, team.account, team.andres, TODAY, 20)
    small = workspace.do(log_hours, team.account, team.andres, TODAY, 4)
    with pytest.raises(DayIsFull, match="Andrés Molina has 24 h"):
        workspace.do(log_hours, team.account, team.andres, TODAY, 0.5)
    with pytest.raises(DayIsFull):
        workspace.do(edit_hours, small, hours=5)
    assert view(workspace, team).spent == 24


def test_hours_of_nobody_are_those_of_the_user(workspace: Workspace, team: Team) -> None:
    workspace.do(log_hours, team.account, None, TODAY, 2)
    assert [(line.name, line.spent) for line in view(workspace, team).lines if line.spent] == [
        ("Sales", 2),
        ("Carla Peña", 2),
    ]
    workspace.do(edit_member, team.carla, is_me=False)
    with pytest.raises(NobodyWorked):
        workspace.do(log_hours, team.account, None, TODAY, 2)


def test_planned_hours_lie_on_the_working_days_of_an_assignment() -> None:
    # from Monday the 2nd to Tuesday the 10th of March are seven working days
    assert planned([Stint(20)], date(2026, 3, 2), TODAY) == 20 / 5 * 7
    # Holy Week in Madrid has three working days
    assert planned([Stint(20)], date(2026, 3, 30), date(2026, 4, 5), calendar_of("ES-MD")) == 20 / 5 * 3
    assert planned([Stint(20, until=date(2026, 3, 4))], date(2026, 3, 2), TODAY) == 20 / 5 * 3
    assert planned([Stint(20, since=date(2026, 3, 9)), Stint(5)], date(2026, 3, 2), TODAY) == 20 / 5 * 2 + 7


def test_planned_and_spent_of_a_quarter_up_to_today(workspace: Workspace, team: Team) -> None:
    workspace.do(log_hours, team.account, team.andres, date(2026, 2, 3), 6)
    workspace.do(log_hours, team.account, team.andres, TODAY, 3)
    workspace.do(log_hours, team.account, team.andres, date(2025, 12, 30), 8)
    found = view(workspace, team)
    # 49 working days until the 10th of March: 22 in January, 20 in February, 7 in March
    assert found.planned == pytest.approx((20 + 20 + 10) / 5 * 49)
    assert found.spent == 9
    assert [(line.name, line.planned, line.spent) for line in found.lines if line.department_id == team.service] == [
        ("After-sales", 196, 9),
        ("Andrés Molina", 196, 9),
    ]
    assert view(workspace, team, QUARTER.moved(-1)).spent == 8


def test_the_entries_behind_a_number_add_up_to_it(workspace: Workspace, team: Team) -> None:
    for hours in (1.5, 2.5):
        workspace.do(log_hours, team.account, team.berta, TODAY, hours)
    with workspace.read() as session:
        listing = entries_of(team.account, QUARTER.first, QUARTER.last)
        rows = listing.values(session, listing.keys(session))
    assert sum(row[[field.name for field in listing.fields].index("hours")] for row in rows.values()) == 4


def test_a_day_costs_the_middle_of_the_band_with_its_on_cost() -> None:
    # (45,000 + 60,000) / 2 × 1.30 / 220 days = 310.227…
    assert day_rate(Band()) == 31_023
    assert cost(12, Band()) == 46_534
    assert day_rate(Band(40_000, 40_000, 0, 200)) == 20_000


def test_cost_to_serve_is_set_against_the_revenue_of_the_quarter(workspace: Workspace, team: Team) -> None:
    workspace.do(add_revenue, team.account, date(2026, 1, 1), 1_000_000)
    workspace.do(log_hours, team.account, team.andres, TODAY, 16)
    found = view(workspace, team)
    assert found.revenue == 1_000_000
    assert cost(found.spent, Band()) == 62_046
    # a month is not told from a quarter
    assert view(workspace, team, Period(Span.MONTH, date(2026, 3, 1))).revenue is None


def test_what_is_left_of_the_revenue_is_what_somebody_with_a_pencil_gets(workspace: Workspace, team: Team) -> None:
    fourth, autumn = Period(Span.QUARTER, date(2025, 10, 1)), date(2025, 11, 5)
    workspace.do(add_revenue, team.account, autumn, 100_000_00)
    goods = workspace.do(add_cost, team.account, autumn, CostKind.GOODS, 60_000_00)
    workspace.do(add_cost, team.account, autumn, CostKind.GOODS, 1_000_00)
    workspace.do(add_cost, team.account, autumn, CostKind.REBATES, 4_000_00)
    workspace.do(add_cost, team.account, autumn, CostKind.LOGISTICS, 5_000_00)
    workspace.do(add_cost, team.account, date(2025, 9, 30), CostKind.PROMOTIONS, 9_000_00)
    workspace.do(log_hours, team.account, team.andres, autumn, 8)

    def found(period: Period = fourth) -> Profit:
        with workspace.read() as session:
            return profit_view(session, team.account, period)

    # 100,000 − 61,000 − 4,000 = 35,000; − 5,000 and a day at 310.23
    assert [(step.part, step.amount, step.end) for step in found().steps] == [
        (Part.REVENUE, 100_000_00, 100_000_00),
        (Part.GOODS, -61_000_00, 39_000_00),
        (Part.REBATES, -4_000_00, 35_000_00),
        (Part.PROMOTIONS, None, 35_000_00),
        (Part.MARGIN, 35_000_00, 35_000_00),
        (Part.LOGISTICS, -5_000_00, 30_000_00),
        (Part.PAYMENT, None, 30_000_00),
        (Part.TIME, -310_23, 29_689_77),
        (Part.CONTRIBUTION, 29_689_77, 29_689_77),
    ]
    assert found().cost_to_serve == 5_310_23
    assert found().share(found().of(Part.CONTRIBUTION)) == pytest.approx(0.2968977)
    assert len(found().steps[1].records) == 2
    assert found().steps[1].records[0] == ("cost", goods)
    # a year has all of it, a month nothing that is known by quarter
    assert found(Period(Span.YEAR, date(2025, 1, 1))).of(Part.PROMOTIONS) == -9_000_00
    assert found(Period(Span.MONTH, date(2025, 11, 1))).steps == ()
    workspace.do(edit_cost, goods, starts_on=date(2026, 2, 2))
    assert found().of(Part.GOODS) == -1_000_00
    with pytest.raises(NoCost, match="0 or more"):
        workspace.do(edit_cost, goods, amount=-1)
    workspace.undo()
    assert found().of(Part.GOODS) == -61_000_00


def test_the_band_is_stored_and_nonsense_is_refused(workspace: Workspace) -> None:
    workspace.do(change_band, Band(50_000, 70_000, 32, 215))
    with workspace.read() as session:
        assert band(session) == Band(50_000, 70_000, 32, 215)
    for wrong in (Band(70_000, 50_000), Band(0, 1), Band(working_days=0), Band(on_cost=-1), Band(working_days=400)):
        with pytest.raises(NoBand):
            workspace.do(change_band, wrong)
    workspace.undo()
    with workspace.read() as session:
        assert band(session) == Band()


def test_cost_is_hidden_until_somebody_asks(workspace: Workspace) -> None:
    with workspace.read() as session:
        assert of_portfolio(session, SHOWS_COST) is False
    workspace.do(reveal_cost, is_shown=True)
    with workspace.read() as session:
        assert of_portfolio(session, SHOWS_COST) is True


def test_periods_follow_one_another() -> None:
    assert Period.of(Span.QUARTER, TODAY) == QUARTER
    assert QUARTER.last == date(2026, 3, 31)
    assert QUARTER.moved(-1) == Period(Span.QUARTER, date(2025, 10, 1))
    assert Period.of(Span.MONTH, date(2026, 12, 9)).moved(1).first == date(2027, 1, 1)
    assert Period.of(Span.YEAR, date.max).moved(1).first == date(9999, 1, 1)

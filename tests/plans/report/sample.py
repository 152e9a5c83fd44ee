"""The plan of Iberlogística as a view, as a report would get it from a portfolio."""

from dataclasses import replace
from datetime import date, time, timedelta

from workbench.accounts.model import Confidence, Health, Lifecycle, Tier, UnitKind
from workbench.action_items.model import Direction, State
from workbench.contacts.model import Attitude, BuyingRole, Influence
from workbench.plans.model import ObjectiveStatus, PlanStatus
from workbench.plans.views import (
    ActionLine,
    AddressLine,
    FactLine,
    MeetingLine,
    ObjectiveLine,
    PersonLine,
    PlanView,
    Profile,
    RiskLine,
    SeatLine,
    Swot,
    TeamLine,
    UnitLine,
)

TODAY = date(2026, 3, 10)
EMPTY = PlanView("Harbour & Finch Ltd.", "Plan", date(2026, 1, 1), date(2026, 12, 31), TODAY)


def day(offset: int) -> date:
    return TODAY + timedelta(offset)


PROFILE = Profile(
    tier=Tier.KEY,
    lifecycle=Lifecycle.ACTIVE,
    health=Health.ATTENTION,
    health_reason="Uptime below the contract level",
    health_on=day(-6),
    sector="Logistics and cold storage",
    tax_id="ESA50123456",
    website="https://iberlogistica.example",
    phone="+34 976 000 000",
    employees=2340,
    revenue=41_250_000_000,
    invoiced=310_000_000,
    founded=1987,
    customer_since=2014,
    rhythm_days=14,
    renewal_on=date(2026, 12, 31),
    last_contact_on=day(-2),
    facts=(
        FactLine("Fleet", "118 of our trucks at four main sites, 9 h a day", "Service contract", date(2026, 1, 12), Confidence.CONFIRMED),
        FactLine("Buying", "Procurement wants to go from nine suppliers to five", "T. Vidal", date(2026, 2, 27), Confidence.CONFIRMED),
        FactLine("Wallet", "About €9.1 M a year for trucks and service, a third of it with us", "Own estimate", date(2025, 11, 3)),
        FactLine("Budget", "Decided in October, released in January", None, None),
    ),
    units=(
        UnitLine("Frío", UnitKind.UNIT, None, "Zaragoza", 610, True, "Champions us"),
        UnitLine("Plaza Logística", UnitKind.SITE, "Frío", "Zaragoza", 320, True),
        UnitLine("Portugal", UnitKind.UNIT, None, "Lisboa", 180, False, "Buys from a rival"),
    ),
    addresses=(AddressLine("Headquarters", ("Avenida de la Industria 14", "50197 Zaragoza", "ES")),),
)
PEOPLE = (
    PersonLine("Rafael Quintana", "Chief operating officer", None, Attitude.SUPPORTS, Influence.HIGH, BuyingRole.DECIDES, day(-6), "Marta Ibáñez", "Wants uptime first. Ask about the Easter peak."),
    PersonLine("Teresa Vidal", "Operations director", "Frío", Attitude.CHAMPION, Influence.HIGH, BuyingRole.USER, day(-2), "Marta Ibáñez", "Will open with the telematics result."),
    PersonLine("Óscar Landa", "Chief financial officer", None, Attitude.NEUTRAL, Influence.HIGH, BuyingRole.APPROVES, day(-23), "Beatriz Soler", "90-day terms. Bonus 2025 unsigned."),
    PersonLine("Nuria Beltrán", "Procurement director", None, Attitude.SCEPTICAL, Influence.MEDIUM, BuyingRole.GATEKEEPER, day(-12), "Carlos Peña", "9 → 5 suppliers. Two open bids."),
    PersonLine("Hugo Prieto", "Data architect", "IT", Attitude.OPPOSES, Influence.LOW, BuyingRole.INFLUENCER, day(-18), None, None),
    PersonLine("Paula Costa", "Country director, Portugal", "Portugal", Attitude.UNKNOWN, None, BuyingRole.INFLUENCER, None, None, None),
)
SEATS = (
    SeatLine("Chief executive", None, None, "Elena Urrutia"),
    SeatLine("Chief operating officer", None, "Chief executive", "Rafael Quintana"),
    SeatLine("Head of sustainability", None, "Chief executive", None, date(2026, 1, 15)),
    SeatLine("Operations director", "Frío", "Chief operating officer", "Teresa Vidal"),
)
OBJECTIVES = (
    ObjectiveLine("O1", "Renew the frame contract for three years, price per hour", "The client wants one price it can plan with, and fewer suppliers.", "Contract", "expires 2026", "draft", "signed", date(2026, 10, 31), "Marta Ibáñez", ObjectiveStatus.AT_RISK),
    ObjectiveLine("O2", "98.5% fleet uptime at the four main sites", "The client measures uptime by site and month. Two quarters below 98.5% allow a penalty from Q2. Root cause is charging in night shifts at Zaragoza.", "Fleet uptime, 4 main sites", "95.8%", "96.9%", "98.5%", date(2026, 4, 30), "Ana Molina", ObjectiveStatus.OFF_TRACK, "Compensation limit: €18 k. Do not mention before legal confirms."),
    ObjectiveLine("O3", "Enter the Portugal unit: 40 trucks", None, "Trucks on rent", "0", "0", "15", date(2026, 12, 31), "Carlos Peña", ObjectiveStatus.NOT_STARTED),
    ObjectiveLine("O4", "Telematics in all cold stores", None, "Sites with telematics", "0 of 7", "2 of 7", "5 of 7", date(2026, 9, 30), "Pilar Marín", ObjectiveStatus.ON_TRACK),
)
SWOT = Swot(
    ("Champion in Frío, contact every two days", "Only supplier with 24 h service in Aragón", "Telematics data since 2023"),
    ("Uptime 96.9% against 98.5% agreed", "No owner for the Portugal contact", "Invoices late in 3 of 12 months"),
    ("Cold-store expansion: +2 sites 2027", "Supplier consolidation, if we are in the five", "CO₂ reporting duty from 2026"),
    ("Two open bids, price per hour", "CFO pushes 90-day payment", "IT moves the data platform in-house"),
)
ACTIONS = (
    ActionLine("Root-cause report on battery failures", Direction.WE_OWE, State.IN_PROGRESS, start=day(-20), due=day(-5), owner="Ana Molina", code="SER", department="After-sales", objective="O2"),
    ActionLine("Charger logs of Zaragoza", Direction.THEY_OWE, due=day(-3), owner="Teresa Vidal", code="CLI", department="Client", objective="O2", waiting_for="site manager", waiting_since=day(-11)),
    ActionLine("Quarterly uptime report, 4 sites", Direction.WE_OWE, State.IN_PROGRESS, start=day(-4), due=day(6), owner="Ana Molina", code="SER", department="After-sales", objective="O2"),
    ActionLine("Price-per-hour proposal", Direction.INTERNAL, start=day(-2), due=day(12), owner="Carlos Peña", code="SAL", department="Sales management", objective="O1", blocked_reason="Finance has not released the margin floor"),
    ActionLine("Site access for 3 technicians", Direction.THEY_OWE, due=day(3), owner="Rafael Quintana", code="CLI", department="Client"),
    ActionLine("Data-processing annex", Direction.WE_OWE, start=day(5), due=day(40), owner="Sara Pons", code="LEG", department="Legal", objective="O4"),
    ActionLine("Map the buying centre in Portugal", Direction.INTERNAL, start=day(10), due=day(45), owner="Marta Ibáñez", code="SAL", department="Sales management", objective="O3"),
    ActionLine("Roll-out plan for cold stores 3–5", Direction.WE_OWE, start=day(30), due=day(80), owner="Pilar Marín", code="IT", department="IT", objective="O4"),
    ActionLine("Joint business plan 2027", Direction.INTERNAL, start=day(40), due=day(120), owner="Marta Ibáñez", code="SAL", department="Sales management", objective="O1"),
    ActionLine("Volume forecast 2026", Direction.THEY_OWE, owner="Nuria Beltrán", code="CLI", department="Client"),
)
TEAM = (
    TeamLine("Marta Ibáñez", "Key account manager", "Sales management", "SAL", hours_per_week=16, open_actions=9, late_actions=0),
    TeamLine("Carlos Peña", "Sales director", "Sales management", "SAL", open_actions=4),
    TeamLine("Ana Molina", "Service manager", "After-sales", "SER", hours_per_week=8, open_actions=7, late_actions=2),
    TeamLine("Pilar Marín", "IT project lead", "IT", "IT", hours_per_week=4, open_actions=3),
    TeamLine("Sara Pons", "Counsel", "Legal", "LEG", hours_per_week=2, open_actions=1),
)
RISKS = (
    RiskLine("Uptime below contract level two quarters running", "Penalty clause from Q2", 4, 5, 62_000_000, "April report under 97.5%", "Second service van, night charging plan", "Ana Molina", day(20)),
    RiskLine("Procurement consolidates suppliers", "We are not among the five", 3, 5, 310_000_000, "Bid invitation without us", "CEO–CEO meeting before Easter", "Carlos Peña", day(-4)),
    RiskLine("Sustainability seat vacant", "No owner for the CO₂ topic", 4, 2, None, None, "Ask R. Quintana who decides meanwhile", "Marta Ibáñez", None),
    RiskLine("CFO insists on 90-day terms"),
)
PLAN = PlanView(
    account="Iberlogística Grupo",
    title="Iberlogística 2026–2028",
    starts_on=date(2026, 1, 1),
    ends_on=date(2028, 12, 31),
    as_of=TODAY,
    version="3.2",
    status=PlanStatus.PUBLISHED,
    company="Velmar Equipos",
    owner="Marta Ibáñez",
    sponsor="Carlos Peña",
    mission="Be the one partner for handling equipment that Iberlogística plans its cold-store growth with.",
    summary=(
        "Preferred supplier in two of four business units. Uptime problems in Zaragoza put the 2026 renewal at risk; "
        "procurement wants to cut suppliers from nine to five. Cold-chain unit (Frío) champions us and can carry the "
        "telematics case to the board."
    ),
    asks=(
        "Approve the price-per-hour model (−2 pts margin in year 1)",
        "Second service van for Zaragoza until June",
        "Sponsor meeting CEO–CEO before Easter",
    ),
    next_review_on=date(2026, 3, 16),
    profile=PROFILE,
    people=PEOPLE,
    seats=SEATS,
    objectives=OBJECTIVES,
    swot=SWOT,
    actions=ACTIONS,
    team=TEAM,
    risks=RISKS,
    meetings=(
        MeetingLine(date(2026, 3, 16), "Steering committee", time(10)),
        MeetingLine(date(2026, 4, 2), "Service review Zaragoza", time(9, 30)),
        MeetingLine(date(2026, 6, 18), "Half-year review"),
    ),
)


def crowded(count: int) -> PlanView:
    """The plan with so many people, each with a name of its own."""
    people = tuple(replace(PEOPLE[place % 6], name=f"Person {place:03} Apellido") for place in range(count))
    return replace(PLAN, people=people)

"""A brief, a one-pager and an action list of Iberlogística as views."""

from datetime import date, time

from tests.plans.report import sample as plan
from workbench.contacts.positions import Attitude, BuyingRole, Influence
from workbench.meetings.model import MeetingKind
from workbench.papers.action_list.views import ActionListView, DepartmentBlock
from workbench.papers.ask.views import AskView
from workbench.papers.brief.views import AgendaPoint, BriefView, Colleague, Guest
from workbench.papers.onepager.views import EventLine, OnePagerView
from workbench.papers.scoreboard.views import BrokenLine, ScoreLine, ScorePart, ScoresView, Share
from workbench.plans.views import MeetingLine

TODAY = plan.TODAY
BRIEF = BriefView(
    meeting="Steering committee Iberlogística",
    day=date(2026, 3, 16),
    as_of=TODAY,
    account="Iberlogística Grupo",
    kind=MeetingKind.STEERING,
    start=time(10),
    end=time(11, 30),
    zone="Madrid",
    place="Zaragoza, Plaza Logística, room 2 · entrance B, ask for T. Vidal",
    phone="+34 900 000 000",
    purpose="Leave with: yes to the price-per-hour pilot in Frío (15 trucks) and a date for the contract talk.",
    guests=(
        Guest(
            "Rafael Quintana",
            "COO",
            Attitude.SUPPORTS,
            Influence.HIGH,
            BuyingRole.DECIDES,
            "Wants uptime first. Ask about the Easter peak.",
        ),
        Guest(
            "Teresa Vidal",
            "Ops director Frío",
            Attitude.CHAMPION,
            Influence.HIGH,
            BuyingRole.USER,
            "Will open with the telematics result.",
        ),
        Guest(
            "Nuria Beltrán",
            "Procurement",
            Attitude.SCEPTICAL,
            Influence.MEDIUM,
            BuyingRole.GATEKEEPER,
            "9 → 5 suppliers. Two open bids.",
        ),
        Guest(
            "Óscar Landa",
            "CFO",
            Attitude.NEUTRAL,
            Influence.HIGH,
            BuyingRole.APPROVES,
            "90-day terms. Bonus 2025 unsigned.",
        ),
    ),
    colleagues=(Colleague("Marta Ibáñez", "leads"), Colleague("Ana Molina", "uptime")),
    agenda=(
        AgendaPoint("Open points from 12 January (3)", time(10), 10),
        AgendaPoint("Uptime: cause, fix, date", time(10, 10), 25, "A. Molina"),
        AgendaPoint("Telematics result Frío", time(10, 35), 15, "T. Vidal"),
        AgendaPoint("Price per hour: pilot proposal", time(10, 50), 25),
        AgendaPoint("Decisions, owners, next date", time(11, 15), 15),
    ),
    numbers=(
        ("Uptime last 90 days", "96.9% (98.5%)"),
        ("Open service tickets", "7, oldest 19 d"),
        ("Invoiced 2026", "€790 k"),
        ("Overdue invoices", "€42 k, 21 d"),
    ),
    renewal_on=date(2026, 12, 31),
    we_owe=tuple(action for action in plan.PLAN.we_owe if action.due and action.due <= plan.day(45)),
    they_owe=plan.PLAN.they_owe,
    last_day=date(2026, 1, 12),
    last_decisions=("Weekly uptime figure per site", "Pilot of five trucks in Frío until Easter"),
    say="“98.5% by 30 April, weekly figure to you and Teresa.” Show the van plan.",
    do_not_say="Rental discount; Portugal before the CEO meeting.",
    company="Velmar Equipos",
)
EMPTY_BRIEF = BriefView("Call", date(2026, 3, 16), TODAY)
ONE_PAGER = OnePagerView(
    account="Iberlogística Grupo",
    as_of=TODAY,
    profile=plan.PROFILE,
    owner="Marta Ibáñez",
    next_meeting=MeetingLine(date(2026, 3, 16), "Steering committee", time(10)),
    people=plan.PEOPLE,
    objectives=plan.OBJECTIVES,
    we_owe=plan.PLAN.we_owe,
    they_owe=plan.PLAN.they_owe,
    events=(
        EventLine(date(2026, 3, 8), "Call with T. Vidal about charger logs"),
        EventLine(date(2026, 3, 4), "Bonus 2025 sent", is_meeting=False),
        EventLine(date(2026, 2, 27), "Visit Zaragoza"),
        EventLine(date(2026, 1, 12), "Steering committee"),
    ),
    company="Velmar Equipos",
)
EMPTY_ONE_PAGER = OnePagerView("Harbour & Finch Ltd.", TODAY)


def blocks() -> tuple[DepartmentBlock, ...]:
    """The plan's actions by department."""
    names = {action.code: action.department for action in plan.ACTIONS}
    return tuple(
        DepartmentBlock(
            names[code] or "", code or "", "Marta Ibáñez", 16, tuple(a for a in plan.ACTIONS if a.code == code)
        )
        for code in sorted(names)
    )


ACTION_LIST = ActionListView("Iberlogística Grupo", TODAY, blocks(), "Velmar Equipos")
EMPTY_LIST = ActionListView("Harbour & Finch Ltd.", TODAY)

ASK = AskView(
    title="Spare batteries for the night shift",
    department="Logistics",
    asked_on=date(2026, 2, 27),
    as_of=TODAY,
    due=date(2026, 3, 13),
    days=3,
    account="Iberlogística Grupo",
    asked_of="Irene Rey",
    reader="Irene Rey",
    email="irene.rey@velmar.example",
    asked_by="Marta Ibáñez",
    asked_by_title="Key account manager",
    asked_by_email="marta.ibanez@velmar.example",
    details="Twelve batteries of 48 V.",
    stake="Every night without spares costs two hours of picking.",
    action="Spare-parts kit",
    action_due=date(2026, 3, 16),
    objective="98.5 % uptime",
)
EMPTY_ASK = AskView(title="", department="", asked_on=TODAY, as_of=TODAY)

SCORES = ScoresView(
    as_of=TODAY,
    quarter=date(2026, 1, 1),
    quarter_before=date(2025, 10, 1),
    parts=(
        ScorePart(
            "Departments",
            (
                ScoreLine("All departments", is_sum=True, kept=Share(1, 2), days=4.5, open=1, oldest=7),
                ScoreLine(
                    "Logistics", kept=Share(1, 2), kept_before=Share(3, 3), days=4.5, blocked=1, open=1, oldest=7
                ),
            ),
        ),
        ScorePart("The client's people", (ScoreLine("Tomás Vidal", kept=Share(0, 1)),)),
    ),
    broken=(
        BrokenLine("Spare batteries", "Logistics", date(2026, 3, 6), None, is_open=True, account="Iberlogística"),
        BrokenLine("Site access", "Tomás Vidal", date(2026, 2, 6), date(2026, 2, 9), account="Iberlogística"),
        BrokenLine("Credit limit", "Finance", date(2026, 2, 2), None, is_open=False, account="Iberlogística"),
    ),
)
EMPTY_SCORES = ScoresView(as_of=TODAY, quarter=date(2026, 1, 1), quarter_before=date(2025, 10, 1), account="Solventa")

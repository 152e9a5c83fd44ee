"""Reading a plan for paper: from the portfolio to one frozen view, in a fixed number of queries."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.accounts.queries import addresses_of, facts_of, units_of
from workbench.accounts.structure import Address, Unit
from workbench.action_items.cards import ActionCard, open_of
from workbench.action_items.model import OPEN, ActionItem
from workbench.contacts.positions import Influence
from workbench.contacts.queries import newest_assessments, people_at, seats_of
from workbench.kernel.editing import found
from workbench.kernel.settings import COMPANY, IS_DEMO, of_portfolio
from workbench.meetings.model import Meeting, MeetingStatus
from workbench.meetings.recurrence import next_after
from workbench.plans.model import Plan, SwotItem, SwotKind
from workbench.plans.queries import objectives_of, risks_of, swot_of
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
from workbench.team.model import Member
from workbench.team.queries import team_of

WEIGHT = {Influence.HIGH: 0, Influence.MEDIUM: 1, Influence.LOW: 2}
EXCLUDED = 400  # days taken out of a series: after so many it has no next one


def plan_view(session: Session, plan_id: int, today: date) -> PlanView:
    """Everything that is printed of a plan, as of a day; Gone if there is no such plan."""
    return view_of(session, found(session, Plan, plan_id), today)


def view_of(session: Session, plan: Plan, today: date) -> PlanView:
    """The same of a plan that need not be stored: a blank one for an account without any."""
    plan_id = plan.id
    account = found(session, Account, plan.account_id)
    members = members_by_id(session)
    objectives = objective_lines(session, plan_id, members)
    return PlanView(
        account=account.name,
        title=plan.title,
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
        as_of=today,
        version=plan.version,
        status=plan.status,
        company=of_portfolio(session, COMPANY),
        is_demo=of_portfolio(session, IS_DEMO),
        owner=members.get(plan.owner_id or account.owner_id),
        sponsor=members.get(plan.sponsor_id),
        mission=plan.mission,
        summary=plan.summary,
        asks=tuple(line.strip() for line in (plan.asks or "").splitlines() if line.strip()),
        next_review_on=plan.next_review_on,
        profile=profile_of(session, account),
        people=person_lines(session, account.id, today, members),
        seats=_seats(session, account.id),
        objectives=tuple(objectives.values()),
        swot=_swot(swot_of(session, plan_id)),
        actions=action_lines(open_of(session, account.id), objectives),
        team=team_lines(session, account.id, today),
        risks=_risks(session, plan_id, members),
        meetings=coming_meetings(session, account.id, today, 3),
    )


def members_by_id(session: Session) -> dict[int | None, str]:
    """The names of our people by their identity."""
    return {key: name for key, name in session.execute(select(Member.id, Member.name))}  # noqa: C416


def profile_of(session: Session, account: Account) -> Profile:
    """What is known of an account."""
    units = units_of(session, account.id)
    names = {unit.id: unit.name for unit in units}
    parent = session.scalar(select(Account.name).where(Account.id == account.parent_id)) if account.parent_id else None
    return Profile(
        tier=account.tier,
        lifecycle=account.lifecycle,
        health=account.health,
        health_reason=account.health_reason,
        health_on=account.health_on,
        parent=parent,
        sector=account.sector,
        tax_id=account.tax_id,
        website=account.website,
        phone=account.phone,
        email=account.email,
        employees=account.employees,
        revenue=account.revenue,
        invoiced=account.invoiced,
        currency=account.currency,
        founded=account.founded,
        customer_since=account.customer_since,
        rhythm_days=account.rhythm_days,
        renewal_on=account.renewal_on,
        last_contact_on=account.last_contact_on,
        tags=account.tags,
        facts=tuple(
            FactLine(fact.name, fact.value, fact.source, fact.as_of, fact.confidence)
            for fact in facts_of(session, account.id)
        ),
        units=tuple(_unit(unit, names) for unit in units),
        addresses=tuple(_address(address) for address in addresses_of(session, account.id)),
    )


def _unit(unit: Unit, names: dict[int, str]) -> UnitLine:
    belongs_to = names.get(unit.parent_id) if unit.parent_id else None
    return UnitLine(unit.name, unit.kind, belongs_to, unit.place, unit.headcount, unit.buys, unit.note)


def _address(address: Address) -> AddressLine:
    town = " ".join(part for part in (address.postcode, address.city) if part)
    parts = (address.street, town, address.region)
    return AddressLine(address.label, tuple(part for part in parts if part), address.country)


def person_lines(
    session: Session, account_id: int, today: date, members: dict[int | None, str]
) -> tuple[PersonLine, ...]:
    """The people who have a role at an account now, those of most influence first."""
    owners = {key: judged.owner_id for key, judged in newest_assessments(session, account_id).items()}
    cards = [card for card in people_at(session, account_id, today) if card.is_current]
    return tuple(
        PersonLine(
            name=card.name,
            title=card.title,
            department=card.department,
            attitude=card.attitude,
            influence=card.influence,
            buying_role=card.buying_role,
            last_contact_on=card.last_contact_on,
            owner=members.get(owners.get(card.id)),
            note=card.note,
        )
        for card in sorted(cards, key=lambda card: WEIGHT.get(card.influence, 3) if card.influence else 3)
    )


def _seats(session: Session, account_id: int) -> tuple[SeatLine, ...]:
    return tuple(
        SeatLine(seat.title, seat.unit, seat.reports_to, seat.person, seat.vacant_since)
        for seat in seats_of(session, account_id)
    )


def objective_lines(session: Session, plan_id: int, members: dict[int | None, str]) -> dict[int, ObjectiveLine]:
    """The objectives of a plan by their identity, numbered in the user's order."""
    return {
        objective.id: ObjectiveLine(
            code=f"O{number}",
            title=objective.title,
            why=objective.why,
            measure=objective.measure,
            baseline=objective.baseline,
            now=objective.now,
            target=objective.target,
            by=objective.by,
            owner=members.get(objective.owner_id),
            status=objective.status,
            note=objective.note,
        )
        for number, objective in enumerate(objectives_of(session, plan_id), 1)
    }


def action_lines(cards: Iterable[ActionCard], objectives: dict[int, ObjectiveLine]) -> tuple[ActionLine, ...]:
    """Actions as paper shows them; `objectives` are those of the current plan."""
    return tuple(
        ActionLine(
            title=card.title,
            direction=card.direction,
            state=card.state,
            priority=card.priority,
            start=card.start,
            due=card.due,
            owner=card.owner,
            code=card.code,
            department=card.department,
            objective=objectives[card.objective_id].code if card.objective_id in objectives else None,
            waiting_for=card.waiting_for,
            waiting_since=card.waiting_since,
            blocked_reason=card.blocked_reason,
        )
        for card in cards
    )


def _swot(items: Sequence[SwotItem]) -> Swot:
    fields = (SwotKind.STRENGTH, SwotKind.WEAKNESS, SwotKind.OPPORTUNITY, SwotKind.THREAT)
    return Swot(*(tuple(item.text for item in items if item.kind is kind) for kind in fields))


def team_lines(session: Session, account_id: int, today: date) -> tuple[TeamLine, ...]:
    """The members who work for an account, with what is open and late of each."""
    loads = {
        member: (mine, late)
        for member, mine, late in session.execute(
            select(ActionItem.member_id, func.count(), func.count().filter(ActionItem.due < today))
            .where(ActionItem.account_id == account_id, ActionItem.state.in_(OPEN))
            .group_by(ActionItem.member_id)
        )
    }
    return tuple(
        TeamLine(
            card.name,
            card.title,
            card.department,
            card.code,
            card.role,
            card.hours_per_week,
            *loads.get(card.member_id, (0, 0)),
        )
        for card in team_of(session, account_id, today)
    )


def _risks(session: Session, plan_id: int, members: dict[int | None, str]) -> tuple[RiskLine, ...]:
    return tuple(
        RiskLine(
            title=risk.title,
            effect=risk.effect,
            probability=risk.probability,
            impact=risk.impact,
            at_stake=risk.at_stake,
            trigger=risk.trigger,
            response=risk.response,
            owner=members.get(risk.owner_id),
            due=risk.due,
        )
        for risk in risks_of(session, plan_id)
    )


def coming_meetings(session: Session, account_id: int, today: date, most: int) -> tuple[MeetingLine, ...]:
    """The next planned meetings with an account; of a series, the next one."""
    planned = select(Meeting).where(Meeting.account_id == account_id, Meeting.status == MeetingStatus.PLANNED)
    single = (
        planned.where(Meeting.rule.is_(None), Meeting.day >= today).order_by(Meeting.day, Meeting.start).limit(most)
    )
    series = session.scalars(planned.where(Meeting.rule.is_not(None)))
    found_ones = [MeetingLine(meeting.day, meeting.title, meeting.start) for meeting in session.scalars(single)]
    for meeting in series:
        day = next_day(meeting, today)
        if day is not None:
            found_ones.append(MeetingLine(day, meeting.title, meeting.start))
    return tuple(sorted(found_ones, key=lambda line: (line.day, str(line.start or "")))[:most])


def next_day(meeting: Meeting, today: date) -> date | None:
    """The day of a meeting; of a series, its first day from today on that is not taken out, if there is one."""
    if not meeting.rule:
        return meeting.day
    excluded = set((meeting.excluded or "").split(","))
    day: date | None = meeting.day
    if meeting.day < today:
        day = next_after(meeting.rule, meeting.day, today - timedelta(1))
    for _ in range(EXCLUDED):
        if day is None or day.isoformat() not in excluded:
            return day
        day = next_after(meeting.rule, meeting.day, day)
    return None

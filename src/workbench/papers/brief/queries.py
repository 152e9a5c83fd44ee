"""Reading a meeting for its brief."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items.cards import open_of
from workbench.action_items.model import Direction
from workbench.contacts.queries import people_at
from workbench.kernel.editing import found
from workbench.kernel.settings import COMPANY, IS_DEMO, of_portfolio
from workbench.meetings.model import Meeting
from workbench.meetings.proceedings import Decision
from workbench.meetings.queries import AgendaLine, Attendee, agenda_of, attendees_of
from workbench.meetings.timing import end_of
from workbench.papers.brief.views import AgendaPoint, BriefView, Colleague, Guest
from workbench.plans.reading import action_lines, next_day
from workbench.plans.views import ActionLine


def brief_view(session: Session, meeting_id: int, today: date) -> BriefView:
    """What is printed of a meeting, or of the next one of a series; Gone if there is no such meeting."""
    meeting = found(session, Meeting, meeting_id)
    account = session.get(Account, meeting.account_id) if meeting.account_id else None
    day = next_day(meeting, today) or meeting.day
    attendees = attendees_of(session, meeting_id)
    promised = action_lines(open_of(session, account.id), {}) if account else ()
    last_day, decisions = _last_decisions(session, meeting.account_id, day)
    return BriefView(
        meeting=meeting.title,
        day=day,
        as_of=today,
        account=account.name if account else "",
        kind=meeting.kind,
        start=meeting.start,
        end=end_of(day, meeting.start, meeting.minutes)[1],
        end_day=meeting.end_day,
        zone=_place_of(meeting.time_zone),
        place=meeting.place,
        phone=meeting.phone,
        purpose=meeting.purpose,
        outcome=meeting.outcome,
        guests=_guests(session, attendees, meeting.account_id, today),
        colleagues=tuple(Colleague(one.name, one.note) for one in attendees if one.is_ours),
        agenda=_agenda(agenda_of(session, meeting_id), day, meeting.start),
        numbers=_numbers(meeting.numbers),
        invoiced=account.invoiced if account else None,
        currency=account.currency if account else "EUR",
        renewal_on=account.renewal_on if account else None,
        we_owe=_owed(promised, Direction.WE_OWE),
        they_owe=_owed(promised, Direction.THEY_OWE),
        last_day=last_day,
        last_decisions=decisions,
        say=meeting.say,
        do_not_say=meeting.do_not_say,
        company=of_portfolio(session, COMPANY),
        is_demo=of_portfolio(session, IS_DEMO),
    )


def _place_of(zone: str) -> str:
    """Madrid of Europe/Madrid, for people do not think in zones."""
    return zone.rpartition("/")[2].replace("_", " ")


def _guests(session: Session, attendees: Sequence[Attendee], account_id: int | None, today: date) -> tuple[Guest, ...]:
    cards = {card.id: card for card in people_at(session, account_id, today)} if account_id else {}
    guests = []
    for one in attendees:
        card = cards.get(one.person_id) if one.person_id else None
        if card:
            title = card.title or card.department
            note = one.note or card.note
            guests.append(Guest(one.name, title, card.attitude, card.influence, card.buying_role, note))
        elif not one.is_ours:
            guests.append(Guest(one.name, note=one.note))
    return tuple(guests)


def _agenda(points: Sequence[AgendaLine], day: date, start: time | None) -> tuple[AgendaPoint, ...]:
    """The points with their times, as far as the minutes of those before are known."""
    at = datetime.combine(day, start) if start else None
    agenda = []
    for point in points:
        agenda.append(AgendaPoint(point.title, at.time() if at else None, point.minutes, point.leader))
        at = at + timedelta(minutes=point.minutes) if at and point.minutes else None
    return tuple(agenda)


def _numbers(text: str | None) -> tuple[tuple[str, str], ...]:
    """Figures are typed one a line, as "name: value"."""
    pairs = (line.partition(":") for line in (text or "").splitlines() if line.strip())
    return tuple((name.strip(), value.strip()) for name, _, value in pairs)


def _owed(promised: tuple[ActionLine, ...], direction: Direction) -> tuple[ActionLine, ...]:
    return tuple(action for action in promised if action.direction is direction)


def _last_decisions(session: Session, account_id: int | None, before: date) -> tuple[date | None, tuple[str, ...]]:
    if account_id is None:
        return None, ()
    earlier = (
        select(Meeting.id, Meeting.day)
        .join(Decision, Decision.meeting_id == Meeting.id)
        .where(Meeting.account_id == account_id, Meeting.day < before)
        .order_by(Meeting.day.desc(), Meeting.id)
        .limit(1)
    )
    last = session.execute(earlier).one_or_none()
    if last is None:
        return None, ()
    texts = select(Decision.text).where(Decision.meeting_id == last.id).order_by(Decision.position)
    return last.day, tuple(session.scalars(texts))

"""Reading a day for its sheet."""

from datetime import date, time

from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.action_items.cards import open_of, open_until
from workbench.action_items.model import Direction
from workbench.kernel.settings import COMPANY, IS_DEMO, of_portfolio
from workbench.meetings.model import Meeting
from workbench.meetings.queries import attendees_of
from workbench.meetings.timing import end_of
from workbench.papers.daysheet.views import DaySheetView, Stop
from workbench.plans.reading import action_lines
from workbench.plans.views import ActionLine
from workbench.portfolio.day import sorted_out
from workbench.portfolio.queries import agenda


def daysheet_view(session: Session, day: date, today: date) -> DaySheetView:
    """The meetings of a day in their order, and what is due by then."""
    do = sorted_out(open_until(session, day), day)
    return DaySheetView(
        day=day,
        as_of=today,
        stops=tuple(_stop(session, session.get_one(Meeting, item.id), day) for item in agenda(session, day, time.min)),
        overdue=action_lines(do.overdue, {}),
        due=action_lines(do.today, {}),
        company=of_portfolio(session, COMPANY),
        is_demo=of_portfolio(session, IS_DEMO),
    )


def _stop(session: Session, meeting: Meeting, day: date) -> Stop:
    account = session.get(Account, meeting.account_id) if meeting.account_id else None
    promised = action_lines(open_of(session, account.id), {}) if account else ()
    return Stop(
        title=meeting.title,
        start=meeting.start,
        end=end_of(day, meeting.start, meeting.minutes)[1],
        account=account.name if account else "",
        place=meeting.place,
        phone=meeting.phone,
        purpose=meeting.purpose,
        people=tuple(one.name for one in attendees_of(session, meeting.id) if not one.is_ours),
        we_owe=_owed(promised, Direction.WE_OWE),
        they_owe=_owed(promised, Direction.THEY_OWE),
    )


def _owed(promised: tuple[ActionLine, ...], direction: Direction) -> tuple[ActionLine, ...]:
    return tuple(action for action in promised if action.direction is direction)

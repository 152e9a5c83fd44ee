"""The parts of a handover pack."""

from collections.abc import Sequence

from reportlab.platypus import Flowable

from workbench.kam.handover.views import Named
from workbench.kernel.words import N_
from workbench.papers.handover.views import HandoverView, LetterLine, OwnerLine, RequestLine
from workbench.plans.report.actions import hindrance
from workbench.plans.report.course import objectives, risks
from workbench.plans.report.customer import profile
from workbench.plans.views import ActionLine, MeetingLine, PersonLine
from workbench.report import marks
from workbench.report.press import NAME_LINES, Press
from workbench.report.styles import CELL, CELL_GREY, CELL_MEDIUM, CELL_STRONG, SMALL
from workbench.report.table import Cell, Column, Row


def front(view: HandoverView, press: Press) -> list[Flowable]:
    """What is handed over, by whom, and what to look at first."""
    late = sum(action.is_late(view.plan.as_of) for action in (*view.we_owe, *view.they_owe))
    message = press.words.many(
        "{account}: {n} open promise, {late} late",
        "{account}: {n} open promises, {late} late",
        len(view.we_owe) + len(view.they_owe),
        account=press.shortened(view.plan.account, 60),
        late=late,
    )
    say, formats = press.say, press.formats
    pairs = [
        (say(N_("Owner")), formats.plain(view.owner)),
        (say(N_("Led by")), "; ".join(_lead(one, press) for one in view.leads) or "–"),
        (say(N_("Renewal")), press.day(view.plan.profile.renewal_on)),
        (say(N_("Plan")), _plan_name(view, press)),
    ]
    return [
        press.kicker(say(N_("Handover pack"))),
        press.headline(message),
        press.pairs(pairs, 0.2),
        *_meetings(view, press),
        *_decisions(view, press),
        *_hours(view, press),
    ]


def _lead(one: OwnerLine, press: Press) -> str:
    if one.until is None:
        return press.say(N_("{name} since {day}"), name=one.name, day=press.day(one.since))
    return press.say(N_("{name} until {day}"), name=one.name, day=press.day(one.until))


def _plan_name(view: HandoverView, press: Press) -> str:
    if not view.has_plan:
        return press.say(N_("There is no plan yet."))
    return press.say(N_("{title}, version {version}"), title=view.plan.title, version=view.plan.version)


def _meetings(view: HandoverView, press: Press) -> list[Flowable]:
    heading = press.heading(press.say(N_("Next meetings")))
    if not view.plan.meetings:
        return [heading, press.missing(press.say(N_("No meeting is planned.")))]
    columns = (Column("", 34, CELL_STRONG), Column("", 136, most=NAME_LINES))
    rows = [[_when(one, press), one.title] for one in view.plan.meetings]
    return [heading, press.table(columns, rows)]


def _when(one: MeetingLine, press: Press) -> str:
    said = press.formats.weekday(one.day)
    return said if one.start is None else f"{said} {press.formats.time(one.start)}"


def _decisions(view: HandoverView, press: Press) -> list[Flowable]:
    heading = press.heading(press.say(N_("Last decisions")))
    if not view.decisions:
        return [heading, press.missing(press.say(N_("No decision is written down.")))]
    columns = (Column("", 26, CELL_GREY), Column("", 144))
    return [heading, press.table(columns, [[press.day(one.on), one.text] for one in view.decisions])]


def facts(view: HandoverView, press: Press) -> list[Flowable]:
    """The company as it is known."""
    return profile(view.plan, press)


def people(view: HandoverView, press: Press) -> list[Flowable]:
    """The people of the client with what they are and how they stand."""
    message = press.words.many("{n} person at the client", "{n} people at the client", len(view.plan.people))
    if not view.plan.people:
        return [press.headline(message), press.missing(press.say(N_("Nobody of the client is known yet.")))]
    columns = (
        Column(N_("Name"), 50, CELL_STRONG, most=NAME_LINES),
        Column(N_("Buying role"), 28),
        Column(N_("Attitude"), 28),
        Column(N_("Last contact"), 26, CELL_GREY),
        Column(N_("Our owner"), 38, most=3),
    )
    rows = [_person(one, press) for one in view.plan.people]
    return [press.headline(message), press.table(columns, rows, press.say(N_("People")))]


def _person(one: PersonLine, press: Press) -> Row:
    what = " · ".join(part for part in (one.title, one.department) if part)
    return [
        Cell(one.name, under=press.shortened(what, 90)),
        press.formats.choice(one.buying_role),
        press.attitude(one.attitude),
        press.day(one.last_contact_on),
        press.formats.plain(one.owner),
    ]


def promises(view: HandoverView, press: Press) -> list[Flowable]:
    """All open promises, ours first."""
    flowables: list[Flowable] = [press.headline(press.say(N_("Open promises of both sides")))]
    for title, actions in ((N_("We owe"), view.we_owe), (N_("They owe"), view.they_owe)):
        heading = press.say(title)
        if not actions:
            flowables += [press.heading(heading), press.prose(press.say(N_("Nothing is open.")), CELL_GREY)]
        else:
            flowables += press.titled(heading, _PROMISES, _promise_rows(actions, view, press))
    return flowables


_PROMISES = (
    Column(N_("Action"), 68, most=NAME_LINES),
    Column(N_("Owner"), 27, CELL_GREY, most=2),
    Column(N_("Due"), 30),
    Column(N_("Waits for / blocked by"), 47, SMALL, most=4),
)


def _promise_rows(actions: Sequence[ActionLine], view: HandoverView, press: Press) -> list[Row]:
    return [
        [
            action.title,
            press.formats.plain(action.owner),
            press.due(action.due, view.plan.as_of),
            hindrance(action, press),
        ]
        for action in actions
    ]


def plan_in_short(view: HandoverView, press: Press) -> list[Flowable]:
    """Where the account is to go: mission, summary, objectives."""
    if not view.has_plan:
        return [
            press.headline(press.say(N_("The plan in short"))),
            press.missing(press.say(N_("There is no plan yet."))),
        ]
    texts = [text for text in (view.plan.mission, view.plan.summary) if text]
    return [*objectives(view.plan, press), *(press.prose(text) for text in texts)]


def what_may_go_wrong(view: HandoverView, press: Press) -> list[Flowable]:
    """The risks of the plan."""
    return risks(view.plan, press)


def duties(view: HandoverView, press: Press) -> list[Flowable]:
    """What the owner is for each piece of work, the team and the open requests."""
    return [
        press.headline(press.say(N_("Duties of the owner, and the team"))),
        *_letters(view, press),
        *_named(N_("Still to hand over"), view.left, press),
        *_named(N_("To hand over by name"), view.named, press),
        *_team(view, press),
        *_requests(view, press),
    ]


def _letters(view: HandoverView, press: Press) -> list[Flowable]:
    heading = press.say(N_("Who the owner is for the work (RACI)"))
    if not view.letters:
        return [press.heading(heading), press.missing(press.say(N_("No letters are given yet.")))]
    columns = (Column("", 44, CELL_MEDIUM), Column(N_("Work"), 98, most=NAME_LINES), Column(N_("Due"), 28, CELL_GREY))
    return press.titled(heading, columns, [_letter(one, press) for one in view.letters])


def _letter(one: LetterLine, press: Press) -> Row:
    said = press.say(N_("{letter} – {meaning}"), letter=one.letter.value, meaning=press.say(one.letter.label))
    return [said, one.work, press.day(one.due)]


def _named(title: str, left: Sequence[Named], press: Press) -> list[Flowable]:
    """What names somebody and so does not go along by itself, with a box to tick."""
    if not left:
        return []
    columns = (
        Column("", 8, CELL_GREY),
        Column(N_("Kind"), 34, CELL_GREY),
        Column(N_("What"), 84, most=NAME_LINES),
        Column(N_("Names"), 44, CELL_MEDIUM, most=2),
    )
    rows: list[Row] = [[Cell(mark=marks.tick_box()), press.say(one.duty.label), one.title, one.holder] for one in left]
    return press.titled(press.say(title), columns, rows)


def _team(view: HandoverView, press: Press) -> list[Flowable]:
    heading = press.say(N_("Account team"))
    if not view.plan.team:
        return [press.heading(heading), press.missing(press.say(N_("Nobody is assigned.")))]
    columns = (
        Column(N_("Name"), 54, CELL_STRONG, most=NAME_LINES),
        Column(N_("Role"), 34),
        Column(N_("Department"), 40, CELL_GREY, most=2),
        Column(N_("Hours per week"), 20, align="right"),
        Column(N_("Open ones"), 22, align="right"),
    )
    rows: list[Row] = [
        [
            one.name,
            press.formats.choice(one.role),
            press.formats.plain(one.department),
            press.formats.number(one.hours_per_week),
            press.formats.number(one.open_actions),
        ]
        for one in view.plan.team
    ]
    return press.titled(heading, columns, rows)


def _requests(view: HandoverView, press: Press) -> list[Flowable]:
    heading = press.say(N_("Open requests to departments"))
    if not view.requests:
        return [press.heading(heading), press.prose(press.say(N_("Nothing is open.")), CELL_GREY)]
    columns = (
        Column(N_("Request"), 62, most=NAME_LINES),
        Column(N_("Department"), 30, CELL_GREY, most=2),
        Column(N_("Asked on"), 24),
        Column(N_("Promised for"), 34),
        Column(N_("State"), 20),
    )
    return press.titled(heading, columns, [_request(one, view, press) for one in view.requests])


def _request(one: RequestLine, view: HandoverView, press: Press) -> Row:
    return [
        one.title,
        one.department,
        press.day(one.asked_on),
        press.due(one.promised_for, view.plan.as_of),
        press.say(one.state.label),
    ]


def _hours(view: HandoverView, press: Press) -> list[Flowable]:
    heading = press.say(N_("Hours of the team"))
    if not view.hours:
        return [press.heading(heading), press.missing(press.say(N_("No hours are planned or logged.")))]
    columns = (
        Column(N_("Quarter"), 40, CELL_STRONG),
        Column(N_("Planned"), 30, align="right"),
        Column(N_("Spent"), 30, align="right"),
        Column("", 70, CELL),
    )
    rows: list[Row] = []
    for one in view.hours:
        planned, spent = press.formats.number(round(one.planned)), press.formats.number(round(one.spent))
        share = one.spent / one.planned if one.planned else None
        rows.append([press.formats.quarter(one.first), planned, spent, press.progress(share)])
    return press.titled(heading, columns, rows)

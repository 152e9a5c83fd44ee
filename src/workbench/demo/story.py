"""The chapters of the demo, each a file of its own: who and what enters, in the order they need one another."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

from workbench.accounts.model import Account
from workbench.accounts.structure import Address, Fact, Unit
from workbench.action_items.model import ActionItem, State, Step
from workbench.business.model import Cost, Revenue, Satisfaction
from workbench.business.quarters import quarter_before
from workbench.contacts.model import Person
from workbench.contacts.positions import Assessment, ContactPoint, ContactRole, PointKind, Seat
from workbench.demo.cast import Cast, Row
from workbench.demo.growing import growth
from workbench.demo.logs import logs
from workbench.demo.worth import benefits, hours
from workbench.kam.model import Deliverable, Raci, Request, Workstream
from workbench.kernel.folding import digits
from workbench.kernel.words import N_, Words
from workbench.meetings.model import Meeting, MeetingStatus
from workbench.meetings.proceedings import AgendaPoint, Attendance, Decision
from workbench.meetings.timing import moment_of
from workbench.plans.model import Objective, Plan, PlanVersion, Risk, SwotItem
from workbench.portfolio.model import Aim, Axis, Criterion, Rating, Scheme
from workbench.portfolio.usual import usual_criteria
from workbench.team.assignments import Assignment
from workbench.team.model import Department, Member

WEEK = timedelta(7)
CLIENT = "CLI"
THOUSAND = 100_000  # of euros, in cents
LABELS = {"phone": N_("Work"), "mobile": N_("Mobile"), "email": N_("Work")}
Book = dict[str, Any]


def team(cast: Cast, book: Book, _zone: str) -> None:
    """Departments and the people in them; who works for which account comes after the accounts."""
    for position, row in enumerate(book["department"]):
        cast.enter(Department, row, position=position)
    for row in book["member"]:
        cast.enter(Member, row)


def accounts(cast: Cast, book: Book, _zone: str) -> None:
    """Accounts with their units, addresses and facts."""
    for row in book["account"]:
        account = cast.enter(Account, row)
        for unit in row.get("unit", ()):
            cast.enter(Unit, unit, account_id=account)
        for address in row.get("address", ()):
            cast.enter(Address, address, account_id=account)
        for position, fact in enumerate(row.get("fact", ())):
            cast.enter(Fact, fact, account_id=account, position=position)


def business(cast: Cast, book: Book, _zone: str) -> None:
    """What the accounts brought in the last full quarters, and what was aimed at."""
    for row in book["revenue"]:
        account = cast.find("account", row["account"])
        pairs = list(zip(row["invoiced"], row["target"], strict=True))
        for ago, (invoiced, target) in zip(range(len(pairs), 0, -1), pairs, strict=True):
            first = quarter_before(cast.telling.today, ago)
            amounts = {"invoiced": round(invoiced * THOUSAND), "target": round(target * THOUSAND)}
            cast.enter(Revenue, {}, account_id=account, starts_on=first, **amounts)


def costs(cast: Cast, book: Book, _zone: str) -> None:
    """What the accounts cost in the last full quarters."""
    for row in book["cost"]:
        account, amounts = cast.find("account", row["account"]), row["amounts"]
        for ago, amount in zip(range(len(amounts), 0, -1), amounts, strict=True):
            first = quarter_before(cast.telling.today, ago)
            if amount:
                kind = {"kind": row["kind"]}
                cast.enter(Cost, kind, account_id=account, starts_on=first, amount=round(amount * THOUSAND))


def voices(cast: Cast, book: Book, _zone: str) -> None:
    """What clients answered when they were asked how satisfied they are."""
    for row in book["satisfaction"]:
        cast.enter(Satisfaction, row)


def assignments(cast: Cast, book: Book, _zone: str) -> None:
    """Who of us works for which account."""
    for row in book["assignment"]:
        cast.enter(Assignment, row)


def people(cast: Cast, book: Book, _zone: str) -> None:
    """People with their roles, the ways to reach them, what we think of them, and the seats they sit on."""
    for row in book["person"]:
        person = cast.enter(Person, _named(row))
        account = cast.find("account", row["account"])
        for role in (row, *row.get("role", ())):
            cast.enter(ContactRole, role, person_id=person)
        for position, (name, label) in enumerate(LABELS.items()):
            if name in row:
                _reach(cast, person, (name, row[name], label), position)
        for assessment in row.get("assessment", ()):
            cast.enter(Assessment, assessment, person_id=person, account_id=account)
    _seats(cast, book)


def meetings(cast: Cast, book: Book, zone: str) -> None:
    """Meetings with those who come, the agenda and what was decided."""
    for row in book["meeting"]:
        day = cast.telling.day(row["day"])
        start = time.fromisoformat(row["start"]) if "start" in row else None
        there = row.get("time_zone", zone)
        meeting = cast.enter(Meeting, row, time_zone=there, starts_at=moment_of(day, start, there))
        was_present = True if row.get("status", "planned") != MeetingStatus.PLANNED.value else None
        for position, who in enumerate(row["who"]):
            note = row.get("attendee_notes", {}).get(who)
            told = {"note": note} if note else {}
            cast.enter(
                Attendance, told, meeting_id=meeting, position=position, was_present=was_present, **cast.side(who)
            )
        for position, point in enumerate(row.get("agenda", ())):
            cast.enter(AgendaPoint, point, meeting_id=meeting, position=position, **cast.side(point.get("who")))
        for position, text in enumerate(row.get("decisions", ())):
            cast.enter(Decision, {"text": text}, meeting_id=meeting, position=position)


def plans(cast: Cast, book: Book, _zone: str) -> None:
    """Plans with the versions that were given out, their objectives, SWOT and risks."""
    for row in book["plan"]:
        plan = cast.enter(Plan, row)
        for version in row.get("given", ()):
            cast.enter(PlanVersion, version, plan_id=plan)
        for kind, name in ((Objective, "objective"), (SwotItem, "swot"), (Risk, "risk")):
            for position, part in enumerate(row.get(name, ())):
                cast.enter(kind, part, plan_id=plan, position=position)


def actions(cast: Cast, book: Book, _zone: str) -> None:
    """Promises of both sides, with their steps."""
    department_of = {member.id: member.department_id for member in cast.records["member"] if isinstance(member, Member)}
    for row in book["action"]:
        owner = cast.side(row["who"])
        more: dict[str, Any] = dict(owner)
        if "department" not in row and "member_id" in owner:
            more["department_id"] = department_of[owner["member_id"]]
        action = cast.enter(ActionItem, row, made_on=_made_on(cast, row), **more)
        for position, step in enumerate(row.get("steps", ())):
            cast.enter(Step, step, action_id=action, position=position)
        _letters(cast, row, action_id=action)
        if "point" in row:
            _talk_of(cast, row["point"], action)


def _talk_of(cast: Cast, key: str, action: int) -> None:
    """Let a point of an agenda be about an action."""
    wanted = cast.find("agenda_point", key)
    for point in cast.records["agenda_point"]:
        if isinstance(point, AgendaPoint) and point.id == wanted:
            point.action_id = action


def cockpit(cast: Cast, book: Book, _zone: str) -> None:
    """Workstreams of the key account with what they hand over, and the letter of each department."""
    for position, row in enumerate(book["workstream"]):
        stream = cast.enter(Workstream, row, position=position)
        _letters(cast, row, workstream_id=stream)
        for place, part in enumerate(row.get("deliverable", ())):
            made = cast.enter(Deliverable, part, workstream_id=stream, position=place)
            _letters(cast, part, deliverable_id=made)


def requests(cast: Cast, book: Book, _zone: str) -> None:
    """What departments were asked for, by the user; what they promised first is kept."""
    me = cast.find("member", "marta")
    for row in book["request"]:
        first = row.get("first_promised", row.get("promised_for")) if "accepted_on" in row else None
        told = {**row, "first_promised": first} if first else row
        cast.enter(Request, told, asked_by_id=me)


def ratings(cast: Cast, book: Book, _zone: str) -> None:
    """The usual criteria, and what the accounts were given for them this year and the year before."""
    told = cast.telling
    known = usual_criteria(told.language)
    for position, one in enumerate(known):
        row = {"key": one.key, "scheme": one.scheme.value, "weight": one.weight}
        more = {"name": one.name, "anchors": one.anchors, "ground": one.ground}
        cast.enter(Criterion, row, position=position, **more)
    me = next(one.id for one in cast.records["member"] if isinstance(one, Member) and one.is_me)
    for row in book["rating"]:
        notes = {note["criterion"]: told.text(note["text"]) for note in row.get("note", ())}
        given = [*row["selection"], *row["attractiveness"], *row["ours"], *row["gate"]]
        rivals = dict(zip((one.key for one in known if one.scheme is Scheme.STRENGTH), row["rival"], strict=True))
        account, year = cast.find("account", row["account"]), told.today.year - row["ago"]
        for one, value in zip(known, given, strict=True):
            if value >= 0:
                rival = rivals.get(one.key, -1)
                more = {"value": value, "rival": rival if rival >= 0 else None, "evidence": notes.get(one.key)}
                about = {"account_id": account, "criterion_id": cast.find("criterion", one.key), "rater_id": me}
                cast.enter(Rating, {}, year=year, rated_on=told.day(row["on"]), **about, **more)


def aims(cast: Cast, book: Book, _zone: str) -> None:
    """Where accounts are meant to stand in the matrix: our position, and how attractive they are to become."""
    for row in book["aim"]:
        for axis in (Axis.STRENGTH, Axis.ATTRACTIVENESS):
            if axis.value in row:
                cast.enter(Aim, {}, account_id=cast.find("account", row["account"]), axis=axis, value=row[axis.value])


def _letters(cast: Cast, row: Row, **of: int) -> None:
    for code, letter in row.get("letters", {}).items():
        # the department of the client stands for somebody who is none of ours
        department = None if code == CLIENT else cast.find("department", code)
        cast.enter(Raci, {"letter": letter}, department_id=department, **of)


Chapter = Callable[[Cast, Book, str], None]
CHAPTERS: tuple[tuple[str, Chapter], ...] = (
    ("team", team),
    ("accounts", accounts),
    ("business", business),
    ("business", costs),
    ("ratings", ratings),
    ("ratings", aims),
    ("team", assignments),
    ("people", people),
    ("business", voices),
    ("meetings", meetings),
    ("plans", plans),
    ("kam", cockpit),
    ("requests", requests),
    ("actions", actions),
    ("growth", growth),
    ("kam", logs),
    ("hours", hours),
    ("benefits", benefits),
)


def _named(row: Row) -> Row:
    """The row of a person without what belongs to the role, and with both parts of the name."""
    given, _, family = row["name"].partition(" ") if isinstance(row["name"], str) else ("", "", "")
    return {"given_name": given or None, "family_name": family or None, **row} if given else row


def _reach(cast: Cast, person: int, point: tuple[str, str, str], position: int) -> None:
    name, value, label = point
    kind = PointKind.EMAIL if name == "email" else PointKind.PHONE
    said = Words.of(cast.telling.language)(label)
    number = digits(value) if kind is PointKind.PHONE else None
    row = {"value": value, "label": said}
    cast.enter(ContactPoint, row, kind=kind, person_id=person, digits=number, position=position)


def _seats(cast: Cast, book: Book) -> None:
    rows = [{**row, "key": row["seat"], "person": row["key"]} for row in book["person"] if "seat" in row]
    for position, row in enumerate(rows + book["vacant"]):
        boss = cast.find("seat", row.get("boss"))
        cast.enter(Seat, row, reports_to_id=boss, position=position)


def _made_on(cast: Cast, row: Row) -> date:
    """A week before an action was due, done or waited for, but never in the future."""
    days = [cast.telling.day(row[name]) for name in ("first_due", "due", "done_on", "waiting_since") if name in row]
    week_before = min((*days, cast.telling.today)) - WEEK
    if row.get("state") == State.WAITING.value:
        return min(days)
    return week_before

"""The demo portfolio: complete, told around today, and whole in both languages."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from sqlalchemy import Text, func, select
from sqlalchemy.orm import Session

from workbench.accounts.commands import edit_account
from workbench.accounts.model import Account, Lifecycle, Tier
from workbench.action_items.model import OPEN, ActionItem, Direction, State
from workbench.business.model import Revenue
from workbench.business.queries import last_quarters
from workbench.contacts.model import Person
from workbench.contacts.positions import Assessment, Attitude, ContactPoint, Seat
from workbench.demo.file import demo_workspace
from workbench.demo.loader import read_book
from workbench.demo.telling import Telling
from workbench.kam.model import Deliverable, Letter, Raci, Workstream
from workbench.kernel.clock import clock_at
from workbench.kernel.entity import Entity
from workbench.kernel.journal import FOUNDING, recent
from workbench.kernel.settings import COMPANY, IS_DEMO, of_portfolio
from workbench.kernel.workspace import NothingToUndo, Workspace
from workbench.meetings.model import Meeting, MeetingStatus
from workbench.meetings.proceedings import AgendaPoint
from workbench.plans.model import Objective, Plan, PlanVersion, SwotItem
from workbench.team.assignments import Assignment
from workbench.team.model import Department, Member

TUESDAY = date(2026, 3, 10)
ACCOUNTS = {
    "Almacenes Pisuerga",
    "Bodegas Arlanza",
    "Cerámicas Levante",
    "Cooperativa Hortofrutícola Nuestra Señora del Valle, S. Coop. And.",
    "Frío Express Huesca",
    "Harbour & Finch Ltd.",
    "Iberlogística Grupo",
    "Nordvik Foods AS",
    "Papelera Duero",
    "Puertos del Sur",
    "Química Ebro",
    "Solventa Retail",
    "Talleres Norte",
    "Textil Monegros",
}
BOOKS = (
    *("team", "accounts", "business", "people", "meetings", "plans", "kam", "requests", "actions", "growth"),
    "hours",
    "benefits",
)


@pytest.fixture(scope="module", params=["en", "es"])
def workspace(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("demo")
    with demo_workspace(folder, request.param, clock_at(TUESDAY, "Europe/Madrid")) as workspace:
        yield workspace


@pytest.fixture
def session(workspace: Workspace) -> Iterator[Session]:
    with workspace.read() as session:
        yield session


def count(session: Session, kind: type[Entity], *where: Any) -> int:
    return session.scalar(select(func.count()).select_from(kind).where(*where)) or 0


def account(session: Session, name: str) -> int:
    return session.scalars(select(Account.id).where(Account.name.startswith(name))).one()


def test_the_portfolio_has_its_size(session: Session) -> None:
    assert count(session, Account) == 14
    assert Counter(session.scalars(select(Account.tier))) == {Tier.KEY: 2, Tier.A: 3, Tier.B: 6, Tier.C: 3}
    assert count(session, Person) == 62
    assert count(session, Meeting) == 41
    assert count(session, Meeting, Meeting.status == MeetingStatus.PLANNED) == 9
    assert count(session, Meeting, Meeting.day >= TUESDAY) == 9
    assert count(session, ActionItem) == 121
    assert count(session, Plan) == 2
    # the user and eight colleagues
    assert count(session, Member, ~Member.is_me) == 8
    assert len(set(session.scalars(select(Member.department_id)))) == 7
    assert count(session, Department) == 8


def test_the_accounts_are_those_of_the_story(session: Session) -> None:
    assert set(session.scalars(select(Account.name))) == ACCOUNTS
    key = set(session.scalars(select(Account.name).where(Account.tier == Tier.KEY)))
    assert key == {"Iberlogística Grupo", "Solventa Retail"}


def test_the_key_account_is_in_the_middle_of_its_work(session: Session) -> None:
    mine = ActionItem.account_id == account(session, "Iberlogística")
    is_open = ActionItem.state.in_(OPEN)
    assert count(session, ActionItem, mine, is_open) == 34
    assert Counter(session.scalars(select(ActionItem.state).where(mine, is_open))) == {
        State.TODO: 14,
        State.IN_PROGRESS: 12,
        State.WAITING: 8,
    }
    assert count(session, ActionItem, mine, is_open, ActionItem.due < TUESDAY) == 6
    assert count(session, ActionItem, mine, is_open, ActionItem.blocked_reason.is_not(None)) == 2
    assert set(session.scalars(select(ActionItem.direction).where(mine))) == set(Direction)
    assert count(session, Meeting, Meeting.account_id == account(session, "Iberlogística")) == 9


def test_every_action_has_one_owner(session: Session) -> None:
    both = ActionItem.member_id.is_not(None) & ActionItem.person_id.is_not(None)
    neither = ActionItem.member_id.is_(None) & ActionItem.person_id.is_(None)
    assert count(session, ActionItem, both | neither) == 0
    theirs = ActionItem.direction == Direction.THEY_OWE
    assert count(session, ActionItem, theirs, ActionItem.person_id.is_(None)) == 0


def test_a_key_seat_is_vacant_and_people_report_to_seats(session: Session) -> None:
    mine = Seat.account_id == account(session, "Iberlogística")
    assert count(session, Seat, mine) >= 12
    assert count(session, Seat, mine, Seat.vacant_since.is_not(None), Seat.person_id.is_(None)) == 1
    assert count(session, Seat, mine, Seat.reports_to_id.is_(None)) == 1


def test_it_shows_what_needs_attention_on_purpose(session: Session) -> None:
    assert count(session, Assessment, Assessment.attitude == Attitude.OPPOSES) == 1
    assert count(session, Assessment, Assessment.made_on < TUESDAY - timedelta(90)) >= 2
    assert count(session, Assessment, Assessment.owner_id.is_(None)) >= 2
    assert count(session, Person, Person.is_placeholder) == 1
    assert count(session, Account, Account.renewal_on <= TUESDAY + timedelta(120)) == 3
    assert count(session, Account, Account.lifecycle == Lifecycle.PROSPECT, Account.invoiced == 0) == 1
    assert count(session, Account, Account.language == "en") == 2
    assert count(session, ActionItem, ActionItem.captured.is_not(None), ActionItem.account_id.is_(None)) == 1
    assert max(map(len, session.scalars(select(Account.name)))) > 60


def test_two_accounts_have_no_next_step(session: Session) -> None:
    busy = set(session.scalars(select(ActionItem.account_id).where(ActionItem.state.in_(OPEN))))
    busy |= set(session.scalars(select(Meeting.account_id).where(Meeting.day >= TUESDAY)))
    idle = select(Account.name).where(Account.id.not_in([key for key in busy if key]))
    assert set(session.scalars(idle)) == {"Puertos del Sur", "Papelera Duero"}


def test_somebody_is_planned_above_his_hours(session: Session) -> None:
    planned = select(Assignment.member_id, func.sum(Assignment.hours_per_week)).group_by(Assignment.member_id)
    over = [
        member for member, hours in session.execute(planned) if hours > session.get_one(Member, member).hours_per_week
    ]
    assert [session.get_one(Member, member).name for member in over] == ["Andrés Molina"]


def test_the_steering_committee_meets_on_monday(session: Session) -> None:
    meeting = session.scalars(select(Meeting).where(Meeting.day == date(2026, 3, 16))).one()
    agenda = session.scalars(select(AgendaPoint.minutes).where(AgendaPoint.meeting_id == meeting.id))
    assert sum(minutes or 0 for minutes in agenda) == meeting.minutes
    assert f"{meeting.starts_at:%H:%M}" == "09:00"  # ten in Madrid


def test_the_plan_of_the_key_account_is_whole(session: Session) -> None:
    plan = session.scalars(select(Plan).where(Plan.account_id == account(session, "Iberlogística"))).one()
    assert (plan.starts_on, plan.ends_on) == (date(2026, 1, 1), date(2028, 12, 31))
    assert count(session, Objective, Objective.plan_id == plan.id) == 4
    assert len(set(session.scalars(select(SwotItem.kind).where(SwotItem.plan_id == plan.id)))) == 4
    assert count(session, ActionItem, ActionItem.objective_id.is_not(None)) > 20


def test_the_plan_of_the_key_account_has_four_versions(session: Session) -> None:
    of_plan = select(PlanVersion).join(Plan).where(Plan.account_id == account(session, "Iberl"))
    given = session.scalars(of_plan.order_by(PlanVersion.given_on)).all()
    assert [version.number for version in given] == ["1.0", "2.0", "3.0", "3.2"]
    assert given[-1].given_on < TUESDAY


def test_one_row_of_the_raci_has_nobody_accountable_and_one_has_two(session: Session) -> None:
    accountable = dict.fromkeys(session.scalars(select(Deliverable.id)), 0)
    for row in session.scalars(select(Raci).where(Raci.letter == Letter.ACCOUNTABLE, Raci.deliverable_id.is_not(None))):
        accountable[row.deliverable_id] += 1
    assert Counter(accountable.values()) == {0: 1, 1: 8, 2: 1}
    streams = session.scalars(select(Workstream).order_by(Workstream.position)).all()
    assert [stream.objective_id is not None for stream in streams] == [True] * 5
    of_streams = select(func.count()).select_from(Raci).where(Raci.letter == Letter.ACCOUNTABLE, Raci.workstream_id > 0)
    assert session.scalar(of_streams) == 5


def test_whoever_buys_has_three_years_of_quarters(session: Session) -> None:
    buyers = set(session.scalars(select(Account.id).where(Account.invoiced > 0)))
    for buyer in buyers:
        quarters = last_quarters(session, buyer, 20)
        assert len(quarters) == 12
        assert [quarters[0].starts_on, quarters[-1].starts_on] == [date(2023, 1, 1), date(2025, 10, 1)]
    assert {*session.scalars(select(Revenue.account_id))} == buyers


def test_it_says_whose_demo_it_is(session: Session) -> None:
    assert of_portfolio(session, COMPANY) == "Velmar Equipos"
    assert of_portfolio(session, IS_DEMO)
    assert session.scalars(select(Member.name).where(Member.is_me)).one() == "Marta Ibáñez"


def test_addresses_and_telephones_reach_nobody(session: Session) -> None:
    points = list(session.scalars(select(ContactPoint.value)))
    mails = [point for point in points if "@" in point]
    assert len(set(points)) == len(points)
    assert all(mail.endswith(".example") for mail in mails)
    assert all(
        point.startswith(("+34 900 000", "+34 600 000", "+44 117 496")) for point in points if point not in mails
    )


def test_no_place_is_left_open_in_a_text(session: Session) -> None:
    for table in Entity.metadata.sorted_tables:
        texts = [column for column in table.columns if isinstance(column.type, Text)]
        for row in session.execute(select(*texts)) if texts else ():
            assert not [text for text in row if isinstance(text, str) and ("{" in text or "}" in text)]


def test_loading_is_one_change_and_quick(tmp_path: Path) -> None:
    begun = perf_counter()
    with demo_workspace(tmp_path, "en", clock_at(TUESDAY)) as workspace:
        assert perf_counter() - begun < 30  # a hang would take much longer
        with workspace.read() as session:
            assert [past.label for past in recent(session)] == [FOUNDING]


def test_undo_never_takes_the_whole_demo_away(tmp_path: Path) -> None:
    with demo_workspace(tmp_path, "en", clock_at(TUESDAY)) as workspace:
        assert workspace.undo_label is None
        with workspace.read() as session:
            key = session.scalars(select(Account.id).limit(1)).one()
        workspace.do(edit_account, key, sector="Another")
        workspace.undo()
        with pytest.raises(NothingToUndo):
            workspace.undo()
        assert workspace.redo().label == "Edit account"


@pytest.mark.parametrize("day", [TUESDAY + timedelta(n) for n in range(1, 8)] + [date(2028, 2, 29), date(2026, 12, 31)])
def test_it_fits_any_day(day: date, tmp_path: Path) -> None:
    with demo_workspace(tmp_path, "es", clock_at(day)) as workspace, workspace.read() as session:
        late = ActionItem.state.in_(OPEN) & (ActionItem.due < day)
        assert count(session, ActionItem, late, ActionItem.account_id == account(session, "Iberlogística")) == 6
        assert count(session, Meeting, Meeting.day >= day) == 9
        assert count(session, Account, Account.renewal_on <= day + timedelta(120)) == 3
        assert count(session, ActionItem, ActionItem.done_on > day) == 0


def test_days_of_the_demo() -> None:
    telling = Telling("en", TUESDAY)
    said = {"0": "10 Mar", "+3": "13 Mar", "+4": "16 Mar", "-2": "6 Mar", "next mon": "16 Mar", "next tue": "17 Mar"}
    assert {text: telling.text(f"{{{text}}}") for text in said} == said
    assert telling.text("until {month end +330}") == "until 31 Jan 2027"
    assert telling.day("month end +112") == date(2026, 6, 30)
    assert telling.day("12-31 +2") == date(2028, 12, 31)
    assert telling.text({"en": "Plan {year}–{year+2}", "es": ""}) == "Plan 2026–2028"


# what is called the same in both languages, or is nobody's language
NAMES = {"key", "name", "given_name", "family_name", "place", "source", "author", "initials", "waiting_for", "street"}
CODES = {"tax_id", "website", "phone", "mobile", "email", "postcode", "city", "region", "country", "office", "company"}
DAYS = {
    "first_due",
    "day",
    "start",
    "due",
    "since",
    "until",
    "by",
    "made_on",
    "done_on",
    "as_of",
    "starts_on",
    "ends_on",
    "rule",
}
VALUES = {"tier", "lifecycle", "health", "kind", "status", "state", "direction", "priority", "role", "confidence"}
OTHERS = {
    "workstream",
    "account",
    "member",
    "owner",
    "sponsor",
    "manager",
    "parent",
    "unit",
    "who",
    "meeting",
    "objective",
    "seat",
}
MORE = {
    "pinned",
    "boss",
    "department",
    "attitude",
    "influence",
    "buying_role",
    "language",
    "version",
    "time_zone",
    "renewal_on",
}
LATER = {
    "number",
    "given_on",
    "waiting_since",
    "vacant_since",
    "health_on",
    "health_until",
    "last_contact_on",
    "next_review_on",
}
ASKED = {"asked_on", "accepted_on", "promised_for", "first_promised", "answered_on", "escalated_on"}
FIGURES = {"baseline", "now", "target"}
LETTERS = {"SAL", "MKT", "SER", "FIN", "LOG", "LEG", "IT", "CLI"}
GROWN = {"skill", "given_by", "gained_on", "expires_on", "languages", "from", "on"}
LOGGED = {"person", "way", "point", "on", "resolved_on", "presenter", "coach", "plan", "action"}
ONE_LANGUAGE = (
    LETTERS | NAMES | CODES | DAYS | VALUES | OTHERS | MORE | LATER | FIGURES | GROWN | ASKED | LOGGED | {"advantage"}
)


def texts(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict) and set(value) <= {"pinned", "en", "es"}:
        yield name, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from texts(key, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(name, inner)
    elif isinstance(value, str):
        yield name, value


@pytest.mark.parametrize("book", BOOKS)
def test_every_text_is_written_in_both_languages(book: str) -> None:
    for name, text in texts("", read_book(book)):
        if isinstance(text, str):
            assert name in ONE_LANGUAGE, (name, text)
            assert name not in FIGURES or text.isdecimal(), text
        else:
            assert set(text) == {"en", "es"}
            assert text["en"].strip()
            assert text["es"].strip()


def test_english_texts_hold_no_spanish_words_and_the_other_way_round() -> None:
    spanish = {" el ", " la ", " los ", " las ", " una ", " para ", " con ", " del "}
    english = {" the ", " and ", " for ", " with ", " from ", " before "}
    for book in BOOKS:
        for _, text in texts("", read_book(book)):
            if isinstance(text, dict):
                assert not [word for word in spanish if word in f" {text['en']} "], text["en"]
                assert not [word for word in english if word in f" {text['es']} "], text["es"]

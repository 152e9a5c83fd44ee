"""Reading what is printed out of a real portfolio."""

from datetime import date, time

import pytest
from sqlalchemy import event, select

from tests.support.books import fresh_portfolio
from workbench.accounts.commands import add_account, add_address, add_fact, add_unit
from workbench.accounts.structure import Confidence
from workbench.action_items.commands import add_action, complete
from workbench.action_items.model import Direction
from workbench.contacts.model import Person
from workbench.contacts.positions import Assessment, Attitude, BuyingRole, ContactRole, Influence, Seat
from workbench.kernel.clock import clock_at
from workbench.kernel.editing import Gone
from workbench.kernel.settings import COMPANY, change_setting
from workbench.meetings.commands import add_agenda_point, add_attendee, add_decision, add_meeting, hold_meeting
from workbench.opening import Access
from workbench.papers.action_list.queries import actions_view
from workbench.papers.brief.queries import brief_view
from workbench.papers.onepager.queries import onepager_view
from workbench.plans.commands import add_objective, add_risk, add_swot_item, start_plan
from workbench.plans.model import Plan, SwotKind
from workbench.plans.reading import plan_view
from workbench.team.assignments import Assignment, TeamRole
from workbench.team.model import Department, Member

TODAY = date(2026, 3, 10)


@pytest.fixture
def workspace(tmp_path):
    opened = fresh_portfolio(tmp_path / "book.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    yield opened
    opened.close()


@pytest.fixture
def account(workspace):
    """An account with one of everything; answers its identity."""
    do = workspace.do
    key = do(add_account, "Iberlogística", currency="EUR", invoiced=310_000_000, renewal_on=date(2026, 12, 31))
    do(change_setting, COMPANY, "Velmar Equipos")
    do(add_fact, key, "Fleet", "118 trucks", confidence=Confidence.CONFIRMED)
    do(add_address, key, street="Avenida 14", postcode="50197", city="Zaragoza")
    unit = do(add_unit, key, "Frío")
    do(add_unit, key, "Plaza", parent_id=unit)
    with workspace.change("Add people") as session:
        service = Department(name="After-sales", code="SER")
        session.add(service)
        session.flush()
        ana = Member(name="Ana Molina", department_id=service.id)
        marta = Member(name="Marta Ibáñez", is_me=True)
        teresa, oscar, gone = Person(name="Teresa Vidal"), Person(name="Óscar Landa"), Person(name="Old Hand")
        session.add_all([ana, marta, teresa, oscar, gone])
        session.flush()
        session.add_all(
            [
                Assignment(account_id=key, member_id=ana.id, role=TeamRole.LEAD, hours_per_week=8),
                ContactRole(person_id=oscar.id, account_id=key, title="CFO"),
                ContactRole(person_id=teresa.id, account_id=key, title="Operations director"),
                ContactRole(person_id=gone.id, account_id=key, until=date(2025, 1, 1)),
                Seat(account_id=key, title="Operations director", person_id=teresa.id, unit_id=unit),
                Seat(account_id=key, title="Head of sustainability", vacant_since=date(2026, 1, 15)),
                Assessment(
                    person_id=teresa.id,
                    account_id=key,
                    made_on=TODAY,
                    attitude=Attitude.CHAMPION,
                    influence=Influence.HIGH,
                    buying_role=BuyingRole.USER,
                    owner_id=marta.id,
                    note="Telematics first",
                ),
            ]
        )
        members = {"ana": ana.id, "marta": marta.id, "teresa": teresa.id}
    plan = do(start_plan, key, "Plan 2026", date(2026, 1, 1), date(2026, 12, 31), asks="One van\n\nOne meeting")
    uptime = do(add_objective, plan, "Uptime", baseline="95%", now="96%", target="99%", owner_id=members["ana"])
    do(add_swot_item, plan, SwotKind.THREAT, "Two open bids")
    do(add_risk, plan, "Small", probability=1, impact=1)
    do(add_risk, plan, "Grave", probability=5, impact=5)
    do(
        add_action,
        "Report",
        account_id=key,
        member_id=members["ana"],
        due=date(2026, 3, 5),
        objective_id=uptime,
        effort=3.0,
    )
    do(
        add_action,
        "Logs",
        account_id=key,
        direction=Direction.THEY_OWE,
        person_id=members["teresa"],
        due=date(2026, 3, 20),
    )
    kept = do(add_action, "Kept", account_id=key, member_id=members["marta"])
    do(complete, [kept], date(2026, 3, 2))
    earlier = do(add_meeting, "Steering", date(2026, 1, 12), time(10), account_id=key)
    do(add_decision, earlier, "Weekly figure")
    do(hold_meeting, earlier)
    return key


def test_a_plan_view_has_everything_the_account_has(workspace, account):
    with workspace.read() as session:
        view = plan_view(session, session.scalars(select(Plan.id)).one(), TODAY)

    assert (view.account, view.company, view.version) == ("Iberlogística", "Velmar Equipos", "1.0")
    assert view.asks == ("One van", "One meeting")
    assert [(fact.name, fact.value) for fact in view.profile.facts] == [("Fleet", "118 trucks")]
    assert [(unit.name, unit.belongs_to) for unit in view.profile.units] == [("Frío", None), ("Plaza", "Frío")]
    assert [address.parts for address in view.profile.addresses] == [("Avenida 14", "50197 Zaragoza")]
    assert [(one.name, one.title, one.attitude, one.owner, one.note) for one in view.people] == [
        ("Teresa Vidal", "Operations director", Attitude.CHAMPION, "Marta Ibáñez", "Telematics first"),
        ("Óscar Landa", "CFO", Attitude.UNKNOWN, None, None),
    ]
    assert [(seat.title, seat.holder) for seat in view.seats] == [
        ("Operations director", "Teresa Vidal"),
        ("Head of sustainability", None),
    ]
    assert [(one.code, one.title, one.owner, one.progress) for one in view.objectives] == [
        ("O1", "Uptime", "Ana Molina", 0.25)
    ]
    assert view.swot.threats == ("Two open bids",)
    assert [(action.title, action.objective, action.code, action.owner) for action in view.actions] == [
        ("Report", "O1", "SER", "Ana Molina"),
        ("Logs", None, None, "Teresa Vidal"),
    ]
    assert [(one.name, one.open_actions, one.late_actions) for one in view.team] == [("Ana Molina", 1, 1)]
    assert [risk.title for risk in view.risks] == ["Grave", "Small"]


def test_what_is_gone_is_told(workspace):
    with workspace.read() as session:
        for read in (plan_view, brief_view, onepager_view, actions_view):
            with pytest.raises(Gone):
                read(session, 1, TODAY)


def test_a_brief_has_the_meeting_its_people_and_what_was_said_before(workspace, account):
    with workspace.read() as session:
        people = {name: key for name, key in session.execute(select(Person.name, Person.id))}  # noqa: C416
        ana = session.scalars(select(Member.id).where(Member.name == "Ana Molina")).one()
    values = {"time_zone": "Europe/Madrid", "minutes": 90, "numbers": "Uptime: 96.9%\n\nTickets: 7", "purpose": "A yes"}
    meeting = workspace.do(add_meeting, "Review", date(2026, 3, 16), time(10), account_id=account, **values)
    workspace.do(add_attendee, meeting, person_id=people["Teresa Vidal"])
    workspace.do(add_attendee, meeting, member_id=ana, note="uptime")
    workspace.do(add_attendee, meeting, name="Somebody else")
    workspace.do(add_agenda_point, meeting, "Open points", minutes=10)
    workspace.do(add_agenda_point, meeting, "Uptime", minutes=None, member_id=ana)
    workspace.do(add_agenda_point, meeting, "Anything else")

    with workspace.read() as session:
        view = brief_view(session, meeting, TODAY)

    assert (view.account, view.start, view.end, view.zone) == ("Iberlogística", time(10), time(11, 30), "Madrid")
    assert view.numbers == (("Uptime", "96.9%"), ("Tickets", "7"))
    assert [(guest.name, guest.attitude) for guest in view.guests] == [
        ("Teresa Vidal", Attitude.CHAMPION),
        ("Somebody else", Attitude.UNKNOWN),
    ]
    assert [(one.name, one.task) for one in view.colleagues] == [("Ana Molina", "uptime")]
    assert [(point.title, point.at, point.leader) for point in view.agenda] == [
        ("Open points", time(10), None),
        ("Uptime", time(10, 10), "Ana Molina"),
        ("Anything else", None, None),
    ]
    assert [action.title for action in (*view.we_owe, *view.they_owe)] == ["Report", "Logs"]
    assert (view.last_day, view.last_decisions) == (date(2026, 1, 12), ("Weekly figure",))


def test_the_brief_of_a_series_is_that_of_its_next_day(workspace, account):
    meeting = workspace.do(
        add_meeting, "Weekly", date(2026, 3, 2), time(9), account_id=account, rule="FREQ=WEEKLY", excluded="2026-03-16"
    )

    with workspace.read() as session:
        assert brief_view(session, meeting, TODAY).day == date(2026, 3, 23)
        assert onepager_view(session, account, TODAY).next_meeting.day == date(2026, 3, 23)


def test_a_one_pager_has_the_last_events_and_the_next_step(workspace, account):
    with workspace.read() as session:
        view = onepager_view(session, account, TODAY)

    assert [(event.day, event.title) for event in view.events] == [
        (date(2026, 3, 2), "Kept"),
        (date(2026, 1, 12), "Steering"),
    ]
    assert view.next_meeting is None
    assert view.next_action.title == "Logs"
    assert [objective.title for objective in view.objectives] == ["Uptime"]


def test_an_action_list_has_blocks_by_department_and_one_for_the_client(workspace, account):
    with workspace.read() as session:
        view = actions_view(session, account, TODAY)

    assert [(block.code, block.lead, block.capacity, block.is_client) for block in view.blocks] == [
        ("SER", "Ana Molina", 8, False),
        ("", None, None, True),
    ]
    assert [action.effort for action in view.actions] == [3.0, None]


def test_the_number_of_queries_does_not_grow_with_what_there_is(workspace, account):
    def queries(read, key):
        asked = []
        with workspace.read() as session:
            engine = session.get_bind()
            note = lambda *arguments: asked.append(arguments[2])  # noqa: E731
            event.listen(engine, "before_cursor_execute", note)
            read(session, key, TODAY)
            event.remove(engine, "before_cursor_execute", note)
        return len(asked)

    with workspace.read() as session:
        plan = session.scalars(select(Plan.id)).one()
    meeting = workspace.do(add_meeting, "Review", date(2026, 3, 16), account_id=account)
    reads = ((plan_view, plan), (brief_view, meeting), (onepager_view, account), (actions_view, account))
    before = [queries(read, key) for read, key in reads]
    with workspace.change("Add many") as session:
        for place in range(50):
            person = Person(name=f"Person {place}")
            session.add(person)
            session.flush()
            session.add(ContactRole(person_id=person.id, account_id=account))
    for place in range(20):
        workspace.do(add_action, f"Action {place}", account_id=account)
        workspace.do(add_objective, plan, f"Objective {place}")

    assert [queries(read, key) for read, key in reads] == before
    assert max(before) <= 25

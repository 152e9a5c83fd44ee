"""The customer: what we know of the company and of its people."""

from collections import Counter

from reportlab.platypus import Flowable

from workbench.accounts.structure import Confidence, UnitKind
from workbench.kernel.words import N_
from workbench.plans.views import AddressLine, FactLine, PersonLine, PlanView, SeatLine, UnitLine
from workbench.report import marks
from workbench.report.press import NAME_LINES, Press
from workbench.report.styles import CELL_GREY, CELL_ITALIC, CELL_MEDIUM, CELL_STRONG, WARNING
from workbench.report.table import Cell, Column, Row

FRIENDS, CRITICS = ("champion", "supports"), ("sceptical", "opposes")


def profile(plan: PlanView, press: Press) -> list[Flowable]:
    """The company: figures, facts with their sources, units and sites, addresses."""
    confirmed = sum(fact.confidence is Confidence.CONFIRMED for fact in plan.profile.facts)
    message = press.words.many(
        "What we know: {confirmed} of {n} fact confirmed",
        "What we know: {confirmed} of {n} facts confirmed",
        len(plan.profile.facts),
        confirmed=confirmed,
    )
    company, care = _company_pairs(plan, press), _care_pairs(plan, press)
    return [
        press.headline(message),
        press.beside([press.pairs(company, 0.4)], [press.pairs(care, 0.4)]),
        *_facts(plan, press),
        *_units(plan, press),
        *_addresses(plan, press),
    ]


def _company_pairs(plan: PlanView, press: Press) -> list[tuple[str, Cell | str]]:
    say, formats, known = press.say, press.formats, plan.profile
    pairs = (
        (N_("Tax id"), formats.plain(known.tax_id)),
        (N_("Parent company"), formats.plain(known.parent)),
        (N_("Sector"), formats.plain(known.sector)),
        (N_("Employees"), formats.number(known.employees)),
        (N_("Revenue per year"), formats.money(known.revenue, known.currency)),
        (N_("Founded"), formats.plain(known.founded)),
        (N_("Website"), formats.plain(known.website)),
    )
    return [(say(label), press.shortened(text)) for label, text in pairs]


def _care_pairs(plan: PlanView, press: Press) -> list[tuple[str, Cell | str]]:
    say, formats, known = press.say, press.formats, plan.profile
    mark = marks.health(known.health)
    reason = press.shortened(known.health_reason or "")
    health = Cell(formats.choice(known.health), CELL_MEDIUM.inked(mark.ink), mark, reason)
    pairs: tuple[tuple[str, Cell | str], ...] = (
        (N_("Health"), health),
        (N_("Tier"), f"{formats.choice(known.tier)} · {formats.choice(known.lifecycle)}"),
        (N_("Invoiced per year"), formats.money(known.invoiced, known.currency)),
        (N_("Customer since"), formats.plain(known.customer_since)),
        (N_("Renewal"), formats.day(known.renewal_on)),
        (N_("Last contact"), formats.day(known.last_contact_on)),
        (N_("Contact rhythm"), _rhythm(known.rhythm_days, press)),
    )
    return [(say(label), value) for label, value in pairs]


def _rhythm(days: int | None, press: Press) -> str:
    return press.words.many("every {n} day", "every {n} days", days) if days else press.formats.plain(None)


def _facts(plan: PlanView, press: Press) -> list[Flowable]:
    title = press.say(N_("Facts"))
    if not plan.profile.facts:
        return [
            press.heading(title),
            press.missing(press.say(N_("No facts are written down: what they buy, from whom, why."))),
        ]
    columns = (
        Column(N_("Fact"), 34, CELL_STRONG, most=NAME_LINES),
        Column(N_("What we know"), 63),
        Column(N_("Source"), 32, CELL_GREY, most=3),
        Column(N_("As of"), 22, CELL_GREY),
        Column(N_("Confidence"), 25),
    )
    return press.titled(title, columns, [_fact(fact, press) for fact in plan.profile.facts])


def _fact(fact: FactLine, press: Press) -> Row:
    """Assumed values are set in italics, besides their sign."""
    sure = fact.confidence is Confidence.CONFIRMED
    mark = marks.circle_check() if sure else marks.question(WARNING)
    return [
        fact.name,
        Cell(fact.value, None if sure else CELL_ITALIC),
        press.formats.plain(fact.source),
        press.day(fact.as_of),
        Cell(press.formats.choice(fact.confidence), CELL_MEDIUM.inked(mark.ink), mark),
    ]


def _units(plan: PlanView, press: Press) -> list[Flowable]:
    title = press.say(N_("Units and sites"))
    if not plan.profile.units:
        return [press.heading(title), press.missing(press.say(N_("No units or sites are written down.")))]
    columns = (
        Column(N_("Name"), 42, CELL_STRONG, most=NAME_LINES),
        Column(N_("Kind"), 30, CELL_GREY),
        Column(N_("Place"), 22, most=3),
        Column(N_("People"), 13, align="right"),
        Column(N_("Buys from us"), 15),
        Column(N_("Note"), 52),
    )
    return press.titled(title, columns, [_unit(unit, press) for unit in plan.profile.units])


def _unit(unit: UnitLine, press: Press) -> Row:
    belongs = press.say(N_("part of {unit}"), unit=press.shortened(unit.belongs_to)) if unit.belongs_to else ""
    mark = marks.diamond() if unit.kind is UnitKind.SITE else None
    return [
        Cell(unit.name, mark=mark, under=belongs),
        press.formats.choice(unit.kind),
        press.formats.plain(unit.place),
        press.formats.number(unit.headcount),
        press.formats.flag(unit.buys),
        press.formats.plain(unit.note),
    ]


def _addresses(plan: PlanView, press: Press) -> list[Flowable]:
    if not plan.profile.addresses:
        return []
    columns = (Column("", 34, CELL_STRONG, most=3), Column("", 136))
    rows = [[press.formats.plain(address.label), _address(address, press)] for address in plan.profile.addresses]
    return [press.heading(press.say(N_("Addresses"))), press.table(columns, rows)]


def _address(address: AddressLine, press: Press) -> str:
    country = [press.formats.country(address.country)] if address.country else []
    return ", ".join([*address.parts, *country])


def people(plan: PlanView, press: Press) -> list[Flowable]:
    """The people and how they stand towards us; then the seats, vacant ones marked."""
    return [press.headline(_people_message(plan, press)), *_persons(plan, press), *_seats(plan, press)]


def _people_message(plan: PlanView, press: Press) -> str:
    attitudes = Counter(person.attitude.value for person in plan.people)
    return press.words.many(
        "{n} person: {friends} on our side, {critics} against us",
        "{n} people: {friends} on our side, {critics} against us",
        len(plan.people),
        friends=sum(attitudes[attitude] for attitude in FRIENDS),
        critics=sum(attitudes[attitude] for attitude in CRITICS),
    )


def _persons(plan: PlanView, press: Press) -> list[Flowable]:
    if not plan.people:
        return [press.missing(press.say(N_("Nobody is known here yet: start with who decides and who uses.")))]
    columns = (
        Column(N_("Attitude"), 27),
        Column(N_("Name"), 54, CELL_STRONG, most=NAME_LINES),
        Column(N_("Influence"), 24),
        Column(N_("Buying role"), 30),
        Column(N_("Last contact"), 28),
        Column(N_("Our owner"), 30, most=3),
        Column(N_("What matters to them"), 64),
    )
    return [press.table(columns, [_person(person, plan, press) for person in plan.people], press.say(N_("People")))]


def _person(person: PersonLine, plan: PlanView, press: Press) -> Row:
    since = (plan.as_of - person.last_contact_on).days if person.last_contact_on else None
    ago = "" if since is None else press.words.many("{n} day ago", "{n} days ago", since)
    return [
        press.attitude(person.attitude),
        Cell(person.name, under=" · ".join(part for part in (person.title, person.department) if part)),
        press.influence(person.influence),
        press.formats.choice(person.buying_role),
        Cell(press.day(person.last_contact_on), under=ago),
        press.formats.plain(person.owner),
        press.formats.plain(person.note),
    ]


def _seats(plan: PlanView, press: Press) -> list[Flowable]:
    if not plan.seats:
        return []
    vacant = len(plan.vacant_seats)
    heading = press.words.many(
        "{n} seat, {vacant} vacant", "{n} seats, {vacant} vacant", len(plan.seats), vacant=vacant
    )
    columns = (
        Column(N_("Seat"), 70, CELL_STRONG, most=NAME_LINES),
        Column(N_("Held by"), 66, most=NAME_LINES),
        Column(N_("Unit"), 54, CELL_GREY, most=3),
        Column(N_("Reports to"), 66, CELL_GREY, most=3),
    )
    rows = [_seat(seat, press) for seat in plan.seats]
    return [press.heading(heading), press.table(columns, rows, press.say(N_("Seats")))]


def _seat(seat: SeatLine, press: Press) -> Row:
    holder = _vacant(seat, press) if seat.holder is None else Cell(seat.holder)
    return [seat.title, holder, press.formats.plain(seat.unit), press.formats.plain(seat.reports_to)]


def _vacant(seat: SeatLine, press: Press) -> Cell:
    since = seat.vacant_since
    text = press.say(N_("Vacant since {day}"), day=press.day(since)) if since else press.say(N_("Vacant"))
    return Cell(text, CELL_MEDIUM.inked(WARNING), marks.triangle())

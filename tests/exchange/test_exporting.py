"""Exporting: what is written comes back as it was, and no cell is a formula."""

import csv
import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
import recurring_ical_events
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from sqlalchemy import func, select

from tests.support.books import demo_workspace, fresh_portfolio
from tests.support.dump import dump
from workbench.accounts.commands import add_account, add_address
from workbench.accounts.model import Tier
from workbench.contacts.commands import add_person, add_point
from workbench.contacts.positions import PointKind
from workbench.exchange.cells import guarded, unguarded
from workbench.exchange.exporting import DoesNotFit, OneTableOnly, OntoItself, UnknownEnding, export
from workbench.exchange.importing import Options, import_files
from workbench.exchange.open_tables import KIND_OF
from workbench.exchange.rows import WRITTEN
from workbench.exchange.writing import cards
from workbench.exchange.writing.described import DESCRIBED
from workbench.kernel import journal
from workbench.kernel.clock import clock_at
from workbench.kernel.files import CannotWrite
from workbench.kernel.words import Words
from workbench.meetings.commands import add_meeting
from workbench.models import METADATA
from workbench.opening import Access

ENGLISH = Words.english()
TODAY = date(2026, 3, 10)
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "=cmd|' /C calc'!A0",
    "'=already",
    "''=twice",
    '=HYPERLINK("http://x.example")',
    "-",
    "+34 600 123 456",
]


def rows(workspace, sql):
    with workspace.read() as session:
        return [tuple(row) for row in session.connection().exec_driver_sql(sql)]


def second(tmp_path: Path):
    return fresh_portfolio(tmp_path / "second.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_neutralised_and_comes_back(text):
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(guarded(text)) == text


@given(st.text())
def test_every_text_survives_the_guard(text):
    assert unguarded(guarded(text)) == text


def test_no_cell_of_an_export_is_a_formula(workspace, tmp_path):
    for text in FORMULAS:
        workspace.do(add_account, text, sector=text, notes=text)
    export(workspace, "accounts", tmp_path / "a.csv", "en")
    export(workspace, "accounts", tmp_path / "a.xlsx", "en")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        assert not [name for name in book.namelist() if b"<f>" in book.read(name)]


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_formulas_come_back_as_the_texts_they_were(ending, workspace, tmp_path):
    for text in FORMULAS:
        workspace.do(add_account, text)
    target = tmp_path / f"a{ending}"
    export(workspace, "accounts", target, "en")
    other = second(tmp_path)
    import_files(other, [target], Options())
    names = [row[0] for row in rows(other, "SELECT name FROM account ORDER BY id")]
    other.close()
    assert names == [text.strip() for text in FORMULAS]


LETTERS = st.characters(exclude_categories=["Cs", "Cc"])
NAMES = st.text(LETTERS, min_size=1, max_size=30).filter(lambda text: text.strip() == text and text)
NOTES = st.text(st.one_of(LETTERS, st.sampled_from("\n;,\"'=+-@")), max_size=60).map(str.strip)
ACCOUNTS = st.lists(
    st.fixed_dictionaries(
        {
            "name": NAMES,
            "tier": st.sampled_from(Tier),
            "sector": st.one_of(st.none(), NAMES),
            "notes": st.one_of(st.none(), NOTES.filter(bool)),
            "employees": st.one_of(st.none(), st.integers(0, 10**9)),
            "revenue": st.one_of(st.none(), st.integers(0, 10**14)),
            "renewal_on": st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2090, 1, 1))),
        }
    ),
    min_size=1,
    max_size=6,
    unique_by=lambda values: values["name"],
)


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@given(accounts=ACCOUNTS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_accounts_come_back_as_they_were(ending, accounts, tmp_path_factory):
    folder = tmp_path_factory.mktemp("round")
    workspace = fresh_portfolio(folder / "a.portfolio", Access(clock_at(TODAY)))
    for values in accounts:
        workspace.do(add_account, **values)
    export(workspace, "accounts", folder / f"a{ending}", "en")
    columns = "name, tier, sector, notes, employees, revenue, renewal_on"
    before = rows(workspace, f"SELECT {columns} FROM account ORDER BY id")
    workspace.close()
    other = fresh_portfolio(folder / "b.portfolio", Access(clock_at(TODAY)))
    report = import_files(other, [folder / f"a{ending}"], Options())
    after = rows(other, f"SELECT {columns} FROM account ORDER BY id")
    other.close()
    assert report.files[0].unread == ()
    assert after == before


@pytest.fixture
def filled(workspace):
    """A portfolio with something of everything that travels."""
    acme = workspace.do(add_account, "Acme, S.A.", sector="Acero", revenue=123_456, employees=12, tags="uno, dos")
    workspace.do(add_address, acme, street="Gran Vía 1", city="Bilbao", country="España")
    workspace.do(add_account, "Acme Ibérica", parent_id=acme)
    ana = workspace.do(add_person, "Ana Ruiz", acme, "CEO", birthday=date(1980, 3, 22), note="one\ntwo; three, four\\")
    workspace.do(add_point, ana, PointKind.PHONE, "+34 600 123 456", "mobile")
    workspace.do(add_point, ana, PointKind.PHONE, "944 1", "Assistant")
    workspace.do(add_point, ana, PointKind.EMAIL, "ana@acme.es", "work")
    zone = {"time_zone": "Europe/Madrid"}
    workspace.do(add_meeting, "Visit", date(2026, 3, 12), time(10), minutes=90, account_id=acme, place="Bilbao", **zone)
    workspace.do(add_meeting, "Fair", date(2026, 4, 1), end_day=date(2026, 4, 3), **zone)
    series = {"rule": "FREQ=WEEKLY;COUNT=8;BYDAY=MO", "excluded": "2026-03-23"}
    workspace.do(add_meeting, "Weekly", date(2026, 3, 16), time(9), minutes=30, **zone, **series)
    return workspace


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("names", [["accounts.csv", "contacts.csv", "meetings.csv"], ["portfolio.xlsx"]])
def test_tables_come_back_in_both_languages(language, names, filled, tmp_path):
    export(filled, None, tmp_path / "out", language)
    other = second(tmp_path)
    report = import_files(other, [tmp_path / "out" / name for name in names], Options())
    assert [file.error for file in report.files if file.error] == []
    for sql in (
        "SELECT a.name, a.sector, a.revenue, a.tags, p.name FROM account a LEFT JOIN account p ON p.id = a.parent_id ORDER BY a.id",
        "SELECT city, country FROM address",
        "SELECT name, birthday, note FROM person",
        "SELECT title, day, start, minutes, end_day, starts_at, place FROM meeting ORDER BY id",
        "SELECT value FROM contact_point ORDER BY value",
    ):
        assert rows(other, sql) == rows(filled, sql)
    other.close()


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_cards_come_back(version, filled, tmp_path):
    target = tmp_path / "people.vcf"
    with filled.read() as session, target.open("wb") as out:
        assert cards.write(out, session, version) == 1
    assert all(len(line) <= 75 for line in target.read_bytes().split(b"\r\n"))
    other = second(tmp_path)
    import_files(other, [target], Options())
    for sql in (
        "SELECT name, birthday, note FROM person",
        "SELECT kind, label, value, digits FROM contact_point ORDER BY id",
        "SELECT r.title, a.name FROM contact_role r JOIN account a ON a.id = r.account_id",
    ):
        assert rows(other, sql) == rows(filled, sql)
    other.close()


def test_a_calendar_comes_back_with_its_zones(filled, tmp_path):
    target = tmp_path / "c.ics"
    export(filled, None, target, "en")
    assert b"BEGIN:VTIMEZONE" in target.read_bytes()
    other = second(tmp_path)
    import_files(other, [target], Options())
    sql = "SELECT title, day, start, minutes, end_day, time_zone, starts_at, rule, excluded, place FROM meeting ORDER BY day"
    assert rows(other, sql) == rows(filled, sql)
    other.close()


def test_another_library_sees_the_same_series(filled, tmp_path):
    export(filled, "meetings", tmp_path / "c.ics", "en")
    calendar = Calendar.from_ical((tmp_path / "c.ics").read_bytes())
    days = [
        event["DTSTART"].dt
        for event in recurring_ical_events.of(calendar).between(date(2026, 3, 1), date(2026, 12, 1))
        if event["SUMMARY"] == "Weekly"
    ]
    # over the change of the clock at the end of March it stays at nine
    assert len(days) == 7
    assert {day.hour for day in days if isinstance(day, datetime)} == {9}


def test_the_open_format_holds_everything(filled, tmp_path):
    export(filled, None, tmp_path / "all.json", "en")
    other = second(tmp_path)
    import_files(other, [tmp_path / "all.json"], Options())
    assert dump(other) == dump(filled)
    before = dump(other)
    report = import_files(other, [tmp_path / "all.json"], Options())
    assert (report.created.total(), report.updated.total()) == (0, 0)
    assert dump(other) == before
    other.undo()
    assert not any(dump(other).values())
    other.close()


def test_rows_of_the_open_format_that_make_no_sense_are_told(workspace, tmp_path):
    (tmp_path / "bad.json").write_text(
        '{"format": "account-workbench", "version": 1, "tables": {"account": ['
        '{"id": "1", "name": "Good"}, {"id": "x", "name": "Bad"}, {"id": "2"}, {"id": "3", "name": "T", "tier": "z"}],'
        ' "fact": [{"id": "9", "account_id": "77", "name": "n", "value": "v"}], "strange": [{"id": "1"}]}}'
    )
    report = import_files(workspace, [tmp_path / "bad.json"], Options())
    assert rows(workspace, "SELECT id, name, tier FROM account") == [(1, "Good", "c")]
    assert len(report.files[0].unread) == 4
    assert "strange" in report.files[0].warnings[0].sentence(ENGLISH)


def test_what_does_not_fit_is_told(workspace, tmp_path):
    for what, name, problem in (
        ("all", "a.csv", OneTableOnly),
        ("accounts", "a.vcf", DoesNotFit),
        ("contacts", "a.ics", DoesNotFit),
        ("accounts", "a.json", DoesNotFit),
        (None, "a.docx", UnknownEnding),
    ):
        with pytest.raises(problem):
            export(workspace, what, tmp_path / name, "en")
        assert not (tmp_path / name).exists()
    with pytest.raises(CannotWrite):
        export(workspace, None, tmp_path / "no folder" / "a.xlsx", "en")


def test_the_portfolio_is_never_the_target(workspace, tmp_path):
    link = tmp_path / "p.json"
    link.symlink_to(workspace.book.path)
    with pytest.raises(OntoItself):
        export(workspace, None, link, "en")


def test_a_text_that_is_too_long_for_a_cell_is_told_and_not_cut(workspace, tmp_path):
    workspace.do(add_account, "Acme", notes="x" * 40_000)
    report = export(workspace, "accounts", tmp_path / "a.xlsx", "en")
    assert "1 text is too long for a cell" in report.sentence(ENGLISH)
    with zipfile.ZipFile(io.BytesIO((tmp_path / "a.xlsx").read_bytes())) as book:
        assert not [name for name in book.namelist() if b"x" * 1_000 in book.read(name)]


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    with demo_workspace(tmp_path_factory.mktemp("demo"), "es", clock_at(TODAY)) as made:
        yield made


def test_everything_that_is_shown_in_a_table_is_written_as_one(demo, tmp_path):
    report = export(demo, None, tmp_path / "out", "es")
    with demo.read() as session:
        for kind, what in DESCRIBED.items():
            assert report.files[f"{kind}.csv"] == session.scalar(select(func.count()).select_from(what.table)) > 0
    # pulse answers leave in no way at all
    leaving = {table.name for table in journal.kept_tables(METADATA) if table.info.get("leaves", True)}
    assert "pulse_answer" not in leaving
    # what has no table of its own: it stands in that of another record, is a name there, or is how the program is set
    inside = {"address", "contact_role", "contact_point", "attendance", "step", "objective_skill"}
    names = {"department", "skill", "criterion"}
    settings = {"portfolio_setting"}
    assert leaving - {what.table.name for what in DESCRIBED.values()} - KIND_OF.keys() <= inside | names | settings


def test_tables_say_names_words_and_money_in_the_language_asked_for(demo, tmp_path):
    def first(kind, **wanted):
        export(demo, kind, tmp_path / f"{kind}.csv", "es")
        with (tmp_path / f"{kind}.csv").open(encoding="utf-8-sig", newline="") as file:
            return next(row for row in csv.DictReader(file) if wanted.items() <= row.items())

    slots = first("requests", Petición="Franjas de entrega para la cámara de Valencia")
    assert slots["Cuenta"] == "Iberlogística Grupo"
    assert (slots["Departamento"], slots["Pedido a"], slots["Estado"]) == ("Logística", "Irene Rey", "Respondida")
    assert slots["Pedido el"] == "2025-10-31"
    invoiced = rows(demo, "SELECT invoiced FROM revenue WHERE starts_on = '2023-01-01' ORDER BY id")[0][0]
    assert first("revenue", **{"Trimestre desde": "2023-01-01"})["Facturado"] == str(invoiced // 100)
    # a letter of an action belongs to the account of the action
    assert first("letters", **{"Línea de trabajo": "", "Entregable": ""})["Cuenta"]


def test_a_whole_workbook_comes_back_without_what_is_only_for_reading(demo, tmp_path):
    export(demo, None, tmp_path / "all.xlsx", "es")
    other = second(tmp_path)
    report = import_files(other, [tmp_path / "all.xlsx"], Options()).files[0]
    for table in ("account", "person", "member", "meeting", "action_item"):
        counted = f"SELECT count(*) FROM {table}"
        assert rows(other, counted) == rows(demo, counted)
    other.close()
    assert [note.sentence(ENGLISH) for note in report.warnings if "to be read" in note.text] == [
        f"{len(WRITTEN)} sheets are there to be read; the JSON export brings back what they hold."
    ]

"""From the files of other programs to a printed plan, by the command line alone."""

from pathlib import Path

from tests.cli.conftest import Typed
from tests.support.papers import pages_of, text_of


def test_a_real_customer_list_becomes_accounts_with_their_parents(typed: Typed, book: Path, samples: Path) -> None:
    told = typed("import", samples / "crm-sales/accounts.csv", "--into", book, "--json")
    assert told.code == 0
    assert told.json()["created"] == {"accounts": 85}
    fields = {column["column"]: column["field"] for column in told.json()["files"][0]["tables"][0]["columns"]}
    assert fields["account"] == "name"
    assert fields["subsidiary_of"] == "parent"
    rows = typed("list", "accounts", "--in", book, "--json").json()
    assert len(rows) == 85
    assert sum(1 for row in rows if row["parent"]) == 15
    acme = next(row for row in rows if row["name"] == "Acme Corporation")
    assert (acme["revenue"], acme["currency"], acme["employees"], acme["founded"]) == (
        110_004_000_000,
        "USD",
        2822,
        1996,
    )


def test_importing_the_list_again_doubles_nothing(typed: Typed, book: Path, samples: Path) -> None:
    typed("import", samples / "crm-sales/accounts.csv", "--into", book)
    again = typed("import", samples / "crm-sales/accounts.csv", "--into", book, "--match", "name", "--json")
    assert again.json()["created"] == {}
    assert len(typed("list", "accounts", "--in", book, "--json").json()) == 85


def test_the_sales_team_becomes_our_team(typed: Typed, book: Path, samples: Path) -> None:
    assert typed("import", samples / "crm-sales/sales_teams.csv", "--as", "team", "--into", book).code == 0
    rows = typed("list", "team", "--in", book, "--json").json()
    assert len(rows) == 35
    assert {row["office"] for row in rows} == {"Central", "East", "West"}


def test_every_card_becomes_a_person(typed: Typed, book: Path, samples: Path) -> None:
    cards = sorted((samples / "vcard").glob("*.vcf"))
    wanted = sum(card.read_bytes().upper().count(b"BEGIN:VCARD") for card in cards)
    assert typed("import", *cards, "--into", book).code == 0
    assert len(typed("list", "contacts", "--in", book, "--json").json()) == wanted


def test_good_events_come_in_and_broken_files_are_named(typed: Typed, book: Path, samples: Path) -> None:
    calendars = sorted((samples / "ics").glob("*.ics"))
    told = typed("import", *calendars, "--into", book, "--json")
    assert told.code == 0
    failed = {file["file"]: file["error"] for file in told.json()["files"] if file["error"]}
    assert "broken_ical.ics" in failed
    assert "too many semicolons" in failed["broken_ical.ics"] or "start" in failed["broken_ical.ics"]
    assert len(typed("list", "meetings", "--in", book, "--json").json()) >= 15


def test_an_imported_account_prints_a_plan_and_the_import_can_be_undone(
    typed: Typed, book: Path, samples: Path, tmp_path: Path
) -> None:
    typed("import", samples / "crm-sales/accounts.csv", "--into", book)
    paper = tmp_path / "acme.pdf"
    assert typed("plan", "Acme Corporation", "--in", book, "--to", paper, "--language", "es").code == 0
    assert "Acme Corporation" in text_of(paper)
    assert pages_of(paper) >= 5
    assert typed("undo", book).code == 0
    assert typed("list", "accounts", "--in", book, "--json").json() == []
    assert typed("redo", book).code == 0
    assert len(typed("list", "accounts", "--in", book, "--json").json()) == 85
    assert typed("check", book, "--json").json()["ok"]

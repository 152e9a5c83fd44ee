"""Reading, adding, undoing and keeping records by the command line."""

from pathlib import Path

from tests.cli.conftest import Typed


def test_a_line_becomes_an_action(typed: Typed, demo: Path) -> None:
    told = typed(
        "add", "action", "Call Ana tomorrow Talleres Norte !high", "--in", demo, "--json", "--today", "2026-03-10"
    )
    assert told.code == 0
    row = told.json()
    assert (row["account"], row["due"], row["priority"]) == ("Talleres Norte", "2026-03-11", "high")


def test_a_line_becomes_a_meeting(typed: Typed, demo: Path) -> None:
    line = "visit Talleres Norte next tuesday 9:30"
    row = typed("add", "meeting", line, "--in", demo, "--json", "--today", "2026-03-10").json()
    assert (row["account"], row["day"], row["start"]) == ("Talleres Norte", "2026-03-17", "09:30:00")


def test_conditions_choose_rows(typed: Typed, demo: Path) -> None:
    rows = typed("list", "accounts", "--in", demo, "--where", "tier=key", "--json").json()
    assert {row["name"] for row in rows} == {"Iberlogística Grupo", "Solventa Retail"}
    assert typed("list", "accounts", "--in", demo, "--where", "colour=red").code == 1


def test_rows_carry_texts_for_identities_and_iso_days(typed: Typed, demo: Path) -> None:
    row = typed("list", "actions", "--in", demo, "--limit", "1", "--json").json()[0]
    assert isinstance(row["id"], str)
    assert len(row["due"]) == 10


def test_an_account_is_shown_with_what_belongs_to_it(typed: Typed, demo: Path) -> None:
    sheet = typed("show", "iberlogistica", "--in", demo, "--json", "--today", "2026-03-10").json()
    assert sheet["name"] == "Iberlogística Grupo"
    assert len(sheet["open_actions"]) == 34
    assert sheet["next_meeting"]["day"] == "2026-03-10"
    assert typed("show", "nobody at all", "--in", demo).code == 1


def test_search_ignores_accents_and_punctuation(typed: Typed, demo: Path) -> None:
    hits = typed("search", "iberlogistica", "--in", demo, "--json").json()
    assert hits[0]["title"] == "Iberlogística Grupo"
    assert "Nothing found" in typed("search", '"); DROP TABLE account;--', "--in", demo).out


def test_undo_and_history_survive_between_calls(typed: Typed, demo: Path) -> None:
    typed("add", "action", "Bring the cake", "--in", demo)
    assert typed("history", demo, "--json").json()[0]["label"] == "Capture"
    assert typed("undo", demo).code == 0
    assert not [
        row for row in typed("list", "actions", "--in", demo, "--json").json() if row["title"] == "Bring the cake"
    ]
    assert typed("redo", demo).code == 0
    assert typed("redo", demo).code == 1


def test_a_backup_is_checked_and_restored_to_a_free_place(typed: Typed, demo: Path, tmp_path: Path) -> None:
    told = typed("backup", demo, "--to", tmp_path / "stick")
    assert told.code == 0
    copy = next((tmp_path / "stick").glob("*.portfolio"))
    assert typed("restore", copy, "--to", demo).code == 1
    again = tmp_path / "again.portfolio"
    assert typed("restore", copy, "--to", again).code == 0
    assert (
        typed("list", "accounts", "--in", again, "--json").json()
        == typed("list", "accounts", "--in", demo, "--json").json()
    )


def test_one_writer_at_a_time(typed: Typed, demo: Path) -> None:
    from workbench.kernel.clock import system_clock
    from workbench.opening import Access, open_portfolio

    holder = open_portfolio(demo, Access(system_clock()))
    try:
        told = typed("add", "action", "Second hand", "--in", demo)
        assert told.code == 1
        assert "open elsewhere" in told.err
        assert typed("list", "accounts", "--in", demo).code == 0
    finally:
        holder.close()
    assert typed("add", "action", "Second hand", "--in", demo).code == 0


def test_what_people_read_is_in_their_language_with_amounts_and_days_as_they_write_them(
    typed: Typed, demo: Path
) -> None:
    sheet = typed("show", "iberlogistica", "--in", demo, "--today", "2026-03-10", "--language", "es").out
    assert "Facturado este año: 790.000\N{NO-BREAK SPACE}€" in sheet
    assert "Nivel: Clave" in sheet
    assert "Acciones abiertas (34)" in sheet
    table = typed("list", "actions", "--in", demo, "--language", "es").out
    assert table.splitlines()[0].startswith("Acción  ")
    assert "Nos toca" in table
    assert "we_owe" not in table
    assert "Cargar la demostración" in typed("history", demo, "--language", "es").out
    assert "mar 2026" in typed("list", "meetings", "--in", demo, "--language", "es").out


def test_json_keeps_the_names_and_values_of_the_model(typed: Typed, demo: Path) -> None:
    sheet = typed("show", "iberlogistica", "--in", demo, "--json", "--language", "es").json()
    assert (sheet["tier"], sheet["invoiced"]) == ("key", 79_000_000)

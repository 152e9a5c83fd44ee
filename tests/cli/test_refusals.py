"""Bad input: one clear sentence, exit code 1, and the portfolio as it was."""

from pathlib import Path

import pytest

from tests.cli.conftest import Typed
from tests.support.dump import dump
from workbench.kernel.clock import system_clock
from workbench.opening import Access, open_portfolio


def content(book: Path) -> object:
    workspace = open_portfolio(book, Access(system_clock()))
    try:
        return dump(workspace)
    finally:
        workspace.close()


def said_once(told: object) -> bool:
    """One sentence for a person: no trace of the program, and something on the error stream."""
    err = told.err  # type: ignore[attr-defined]
    return bool(err.strip()) and "Traceback" not in err and len(err.strip().splitlines()) <= 3


FILES = {
    "empty.csv": b"",
    "head only.csv": b"Name,Tier\r\n",
    "wide.csv": ",".join(f"c{n}" for n in range(3000)).encode() + b"\r\n",
    "cut card.vcf": b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana",
    "empty.ics": b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    "picture.csv": b"\x89PNG\r\n\x1a\n" + b"\0" * 400,
    "bomb.xlsx": b"PK\x03\x04 not a zip at all",
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_cannot_be_imported_is_named_and_changes_nothing(
    typed: Typed, demo: Path, tmp_path: Path, name: str
) -> None:
    source = tmp_path / name
    source.write_bytes(FILES[name])
    before = content(demo)
    told = typed("import", source, "--into", demo)
    assert told.code == 1
    assert said_once(told)
    assert content(demo) == before


def test_a_file_that_is_not_there(typed: Typed, book: Path, tmp_path: Path) -> None:
    told = typed("import", tmp_path / "nowhere.csv", "--into", book)
    assert told.code == 1
    assert "nowhere.csv" in told.err


@pytest.mark.parametrize("content_of_file", [b"", b"hello", b"SQLite format 3\0" + b"\0" * 4080, b"x" * 8192])
def test_something_that_is_no_portfolio_is_left_alone(typed: Typed, tmp_path: Path, content_of_file: bytes) -> None:
    path = tmp_path / "other.portfolio"
    path.write_bytes(content_of_file)
    told = typed("list", "accounts", "--in", path)
    assert told.code == 1
    assert said_once(told)
    assert path.read_bytes() == content_of_file


def test_a_newer_portfolio_is_not_opened(typed: Typed, book: Path) -> None:
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(str(book))
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    told = typed("undo", book)
    assert told.code == 1
    assert "newer version" in told.err


def test_a_wrong_passphrase_leaves_the_file_as_it_was(typed: Typed, tmp_path: Path) -> None:
    right, wrong = tmp_path / "right.txt", tmp_path / "wrong.txt"
    right.write_text("a good long phrase\n")
    wrong.write_text("another phrase\n")
    path = tmp_path / "secret.portfolio"
    assert typed("new", path, "--passphrase-file", right).code == 0
    before = path.read_bytes()
    assert b"SQLite format" not in before
    told = typed("list", "accounts", "--in", path, "--passphrase-file", wrong)
    assert told.code == 1
    assert "passphrase" in told.err
    assert path.read_bytes() == before
    assert typed("list", "accounts", "--in", path).code == 1
    assert typed("list", "accounts", "--in", path, "--passphrase-file", right).code == 0


def test_an_existing_file_is_not_replaced(typed: Typed, book: Path) -> None:
    before = book.read_bytes()
    told = typed("new", book, "--plain")
    assert told.code == 1
    assert "already exists" in told.err
    assert book.read_bytes() == before


def test_a_paper_that_cannot_be_written(typed: Typed, demo: Path, tmp_path: Path) -> None:
    told = typed("plan", "Talleres", "--in", demo, "--to", tmp_path / "no" / "such" / "folder" / "plan.pdf")
    assert told.code == 1
    assert said_once(told)


@pytest.mark.parametrize(
    "words",
    [
        ("list", "planets"),
        ("list",),
        ("import",),
        ("plan", "x"),
        ("picture",),
        ("list", "accounts", "--where", "x"),
        ("brief", "--in", "a", "--to", "b.pdf"),
    ],
)
def test_a_call_that_is_not_understood_has_code_2(typed: Typed, words: tuple[str, ...]) -> None:
    assert typed(*words).code == 2


@pytest.mark.parametrize(
    "verb",
    [
        "new",
        "import",
        "export",
        "list",
        "show",
        "search",
        "add",
        "plan",
        "brief",
        "onepager",
        "daysheet",
        "actions-list",
        "raci",
        "skills",
        "history",
        "undo",
        "redo",
        "check",
        "backup",
        "restore",
        "picture",
    ],
)
def test_every_command_has_help_with_an_example(typed: Typed, verb: str) -> None:
    told = typed(verb, "--help")
    assert told.code == 0
    assert f"example: workbench {verb}" in " ".join(told.out.split())


def test_names_of_any_kind_reach_the_file_and_the_paper(typed: Typed, book: Path, tmp_path: Path) -> None:
    names = ["<b>Bold</b> & <img src=x>", "N" * 10_000, "שלום עולם", "Emoji 🚚 GmbH", "Tab\there", "=1+1"]
    source = tmp_path / "names.csv"
    source.write_text("Name\n" + "\n".join(f'"{name}"' for name in names) + "\n", encoding="utf-8")
    assert typed("import", source, "--as", "accounts", "--into", book).code == 0
    rows = typed("list", "accounts", "--in", book, "--json").json()
    assert {row["name"] for row in rows} >= {names[0], names[2], names[3]}
    for row in rows:
        paper = tmp_path / "one.pdf"
        assert typed("onepager", row["id"], "--in", book, "--to", paper).code == 0
        paper.unlink()


@pytest.mark.parametrize("verb", ["plan", "onepager", "actions-list", "raci", "brief", "picture"])
@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-lock"])
def test_a_paper_never_replaces_a_portfolio(typed: Typed, demo: Path, verb: str, ending: str) -> None:
    before = content(demo)
    target = f"{demo}{ending}"
    call = {"brief": ("--next", "iberlogistica"), "picture": ("today",)}.get(verb, ("iberlogistica",))
    told = typed(verb, *call, "--in", demo, "--to", target, "--today", "2026-03-10")
    assert told.code == 1
    assert "must end in" in told.err
    assert content(demo) == before


@pytest.mark.parametrize("limit", ["-1", "many", "1.5", "9" * 30])
def test_a_limit_that_is_no_number_is_a_matter_of_use(typed: Typed, demo: Path, limit: str) -> None:
    for words in (("list", "accounts"), ("search", "iber")):
        told = typed(*words, "--in", demo, f"--limit={limit}")
        assert told.code == 2
        assert "write it like 20" in told.err


@pytest.mark.parametrize("odd", ["--scale=0", "--scale=-2", "--scale=nan", "--scale=x", "--size=1x1", "--size=٣٠٠x300"])
def test_a_picture_of_no_size_is_a_matter_of_use(typed: Typed, demo: Path, tmp_path: Path, odd: str) -> None:
    target = tmp_path / "today.png"
    assert typed("picture", "today", "--in", demo, "--to", target, odd).code == 2
    assert not target.exists()


def test_a_picture_that_no_memory_holds_is_refused(typed: Typed, demo: Path, tmp_path: Path) -> None:
    target = tmp_path / "today.png"
    told = typed("picture", "today", "--in", demo, "--to", target, "--size", "8000x8000", "--scale", "4")
    assert told.code == 1
    assert "Choose a smaller size or scale." in told.err
    assert not target.exists()


@pytest.mark.parametrize("line", ["Call Ana on 31/02", "Send offer 2026-02-30", "Visit Solventa 31 feb 10:00"])
@pytest.mark.parametrize("kind", ["action", "meeting"])
def test_a_day_that_does_not_exist_is_named_and_nothing_is_added(
    typed: Typed, demo: Path, kind: str, line: str
) -> None:
    before = content(demo)
    told = typed("add", kind, line, "--in", demo)
    assert told.code == 1
    assert "That day does not exist" in told.err
    assert content(demo) == before


def test_a_note_for_no_account_is_not_made_into_something_else(typed: Typed, demo: Path) -> None:
    before = content(demo)
    told = typed("add", "note", "they like short meetings", "--in", demo)
    assert told.code == 1
    assert "names none" in told.err
    assert content(demo) == before


def test_a_source_that_is_missing_stops_the_others_before_they_are_in(typed: Typed, book: Path, tmp_path: Path) -> None:
    there = tmp_path / "there.csv"
    there.write_text("Company\nAcme\n")
    told = typed("import", there, tmp_path / "mistyped.csv", "--into", book)
    assert told.code == 1
    assert "mistyped.csv" in told.err
    assert typed("list", "accounts", "--in", book, "--json").json() == []


def test_a_passphrase_that_is_guessed_at_once_is_not_taken(typed: Typed, tmp_path: Path) -> None:
    phrase, path = tmp_path / "phrase.txt", tmp_path / "mine.portfolio"
    phrase.write_text("a\n")
    told = typed("new", path, "--passphrase-file", phrase)
    assert told.code == 1
    assert "at least ten letters" in told.err
    assert not path.exists()

"""The decision and issue log and the sheet of a plan review on paper."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.report.printed import needs_poppler
from tests.support.books import fresh_portfolio
from tests.support.papers import pages_of, text_of
from workbench.accounts.commands import add_account
from workbench.cli import main
from workbench.kam.log.commands import add_log_entry
from workbench.kam.model import LogKind, Review
from workbench.kernel.clock import clock_at
from workbench.kernel.editing import Gone
from workbench.opening import Access, open_portfolio
from workbench.papers import printing

pytestmark = needs_poppler
TODAY = date(2026, 3, 10)
CLOCK = clock_at(TODAY, "Europe/Madrid")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.portfolio"
    assert main(["new", str(path), "--plain", "--demo", "--today", "2026-03-10", "--language", "en"]) == 0
    return path


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_log_says_what_is_open_what_was_settled_and_what_was_learnt(demo: Path, tmp_path: Path, paper: str) -> None:
    out = tmp_path / "log.pdf"
    call = ["log", "Iberlog", "--in", str(demo), "--to", str(out), "--today", "2026-03-10", "--paper", paper]
    assert main([*call, "--language", "en"]) == 0
    text = " ".join(text_of(out).split())
    for said in (
        "11 entries in the log, 1 still open",
        "Charger logs of Zaragoza are still missing",
        "Julia Sanz covers two nights",
        "Lesson: Ask a department",
        "90-day terms only with credit insurance",
        "Operations review",
        "INTERNAL",
    ):
        assert said in text
    assert pages_of(out) <= 2


def test_the_log_in_spanish(demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "log.pdf"
    call = ["log", "Iberlog", "--in", str(demo), "--to", str(out), "--today", "2026-03-10", "--language", "es"]
    assert main(call) == 0
    assert "Registro de decisiones e incidencias" in text_of(out)


def test_an_entry_of_ten_thousand_letters_is_printed_whole_and_its_title_once(tmp_path: Path) -> None:
    workspace = fresh_portfolio(tmp_path / "small.portfolio", Access(CLOCK))
    account = workspace.do(add_account, "Acme")
    workspace.do(add_log_entry, account, LogKind.ISSUE, "battery " * 1_249 + "end", TODAY)
    out = tmp_path / "log.pdf"
    with workspace.read() as session:
        printing.log(session, account, printing.Job("en", "a4", CLOCK)).write(out)
    workspace.close()
    text = text_of(out)
    # once whole, and once more in the short line of what is open
    assert 1_249 <= text.count("battery") <= 1_249 + 25
    assert "end" in text


def test_the_plan_tells_what_was_decided_and_what_is_open_and_the_page_of_an_account_what_is_open(
    demo: Path, tmp_path: Path
) -> None:
    out, common = tmp_path / "out.pdf", ["--in", str(demo), "--today", "2026-03-10", "--language", "en"]
    for name, account, said, is_there in (
        ("plan", "Iberlog", "1 issue or conflict is still open", True),
        ("plan", "Iberlog", "Price per hour only after a pilot", True),
        ("plan", "Nordvik", "Decisions and open issues", False),
        ("onepager", "Iberlog", "1 open issue", True),
        ("onepager", "Iberlog", "Charger logs of Zaragoza are still missing", True),
        ("onepager", "Nordvik", "open issue", False),
    ):
        assert main([name, account, "--to", str(out), *common]) == 0
        assert (said in " ".join(text_of(out).split())) is is_there, (name, account, said)
        assert name == "plan" or pages_of(out) == 1


def test_an_empty_log_says_so(demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "log.pdf"
    call = ["log", "Nordvik", "--in", str(demo), "--to", str(out), "--today", "2026-03-10", "--language", "en"]
    assert main(call) == 0
    assert "Nothing is in the log of this account yet." in text_of(out)


def test_the_sheet_of_a_review_has_the_answers_and_lines_for_what_is_missing(demo: Path, tmp_path: Path) -> None:
    workspace, out = open_portfolio(demo, Access(CLOCK)), tmp_path / "review.pdf"
    job = printing.Job("en", "a4", CLOCK)
    with workspace.read() as session:
        review = session.scalars(select(Review.id)).one()
        printing.review(session, review, job).write(out)
        with pytest.raises(Gone):
            printing.review(session, 1, job)
    workspace.close()
    text = text_of(out)
    for said in ("Plan 2026–2028: 5 questions, 4 answered", "Marta Ibáñez", "Carlos Peña", "Follows: Contact plan"):
        assert said in text
    assert pages_of(out) == 1

"""Who does what, by when, on paper: letters as they are on the screen, and the next ninety days to tick off."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from tests.report.printed import HOSTILE, flat, needs_poppler, pages_of, printed, reworded
from tests.support.books import demo_workspace
from workbench.accounts.queries import account_named
from workbench.kam.model import Letter
from workbench.kam.raci.views import RaciView
from workbench.kernel.clock import clock_at
from workbench.kernel.formats import Formats
from workbench.papers.raci.document import write_raci
from workbench.papers.raci.queries import raci_paper
from workbench.papers.raci.sections import grid
from workbench.papers.raci.views import RaciPaper
from workbench.report.press import Press
from workbench.report.shapes import Box
from workbench.report.styles import BLACK
from workbench.report.table import Table

pytestmark = needs_poppler
TUESDAY = date(2026, 3, 10)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RaciPaper]:
    folder = tmp_path_factory.mktemp("raci")
    with demo_workspace(folder, "en", clock_at(TUESDAY, "Europe/Madrid")) as workspace, workspace.read() as session:
        yield raci_paper(session, account_named(session, "Iberlog"), TUESDAY, Formats.of("en"))


def pdf_of(paper: RaciPaper, language: str = "en") -> bytes:
    return printed(write_raci, paper, Press(Formats.of(language)))


def test_the_paper_says_what_the_audit_says_and_what_every_sign_means(paper: RaciPaper) -> None:
    text = flat(pdf_of(paper))
    for part in (
        "Who does what, by when",
        "2 rows have a problem",
        "SAL holds 60% of A",
        "O4 Data-processing annex",
        "Problem: no accountable.",
        "A per column",
        "Accountable",
        "Consulted",
        "34 open actions, 6 late",
        "Late · 6",
        "31 to 60 days",
        "+7 d",
    ):
        assert part in text


def test_every_row_has_one_filled_square_for_each_a(paper: RaciPaper) -> None:
    press = Press(Formats.of("en")).turned()
    table = next(one for one in grid(paper.grid, press) if isinstance(one, Table))
    for row, cells in zip(paper.grid.rows, table.rows, strict=False):
        drawn = cells[2].drawn  # type: ignore[index, union-attr]
        assert drawn is not None
        squares = [shape for shape in drawn(64, 8) if isinstance(shape, Box) and shape.fill == BLACK]
        assert len(squares) == list(row.letters.values()).count(Letter.ACCOUNTABLE)


def test_the_paper_is_spanish_where_spanish_is_wanted(paper: RaciPaper) -> None:
    text = flat(pdf_of(paper, "es"))
    assert "Quién hace qué y para cuándo" in text
    assert "Rinde cuentas" in text
    assert "Próximos noventa días" in text


def test_an_account_without_workstreams_is_told_so() -> None:
    assert "No workstream was begun" in flat(pdf_of(RaciPaper(RaciView("Small", TUESDAY))))


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_people_type_is_printed(paper: RaciPaper, change: object) -> None:
    assert "Next ninety days" in flat(pdf_of(reworded(paper, change)))


def test_three_hundred_rows_lose_none(paper: RaciPaper) -> None:
    rows = tuple(replace(paper.grid.rows[0], key=n, title=f"Row {n:03}") for n in range(300))
    text = flat(pdf_of(RaciPaper(replace(paper.grid, rows=rows), warnings=("Sound",))))
    assert all(f"Row {n:03}" in text for n in range(300))


def test_a_web_page_names_the_department_with_each_letter(paper: RaciPaper) -> None:
    press = Press(Formats.of("en"), is_web=True)
    page = printed(write_raci, paper, press).decode()
    assert "SAL A, SER I, FIN R, LEG C, CLI I" in page
    assert len(pages_of(pdf_of(paper))) > 2

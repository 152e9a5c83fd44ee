"""Tables over pages."""

import pytest

from tests.plans.report.sample import TODAY
from tests.report.printed import flat, needs_poppler, pages_of
from workbench.kernel.formats import Formats
from workbench.report.document import Document, Stamp
from workbench.report.paper import A4, LETTER
from workbench.report.press import Press
from workbench.report.table import Band, Column

pytestmark = needs_poppler
COLUMNS = (Column("Name", 40), Column("Note", 100), Column("Days", 20, align="right"))


def paged(rows, paper=A4, columns=COLUMNS):
    press = Press(Formats.of("en"), paper)
    return Document(press, Stamp("Client", "List", TODAY)).written(
        [press.table(columns, rows, "Things" if columns[0].head else "")]
    )


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_no_row_is_lost_and_every_page_has_the_head(paper):
    pages = pages_of(paged([[f"Row {place:04}", "a note", str(place)] for place in range(500)], paper))

    assert len(pages) > 5
    assert all("Name" in page and "Days" in page for page in pages)
    assert ["Things (continued)" in page for page in pages] == [False] + [True] * (len(pages) - 1)
    assert [line for page in pages for line in page.split() if len(line) == 4 and line.isdigit() and line < "0500"] == [
        f"{place:04}" for place in range(500)
    ]


def test_rows_stay_whole():
    note = "three lines of a note that is long enough to be broken into three lines of this column " * 2
    pages = pages_of(paged([[f"Row {place}", f"begin{place} {note} end{place}", ""] for place in range(60)]))

    for page in pages:
        for place in range(60):
            assert (f"begin{place} " in page) == (f" end{place}\n" in page)


def test_a_row_taller_than_a_page_is_split_with_a_sign():
    words = [f"word{place:05}" for place in range(3000)]
    pdf = paged([["First", "short", ""], ["Tall", " ".join(words), "7"], ["Last", "short", ""]])

    assert [word for word in flat(pdf).split() if word.startswith("word")] == words
    assert "continues on the next page" in pages_of(pdf)[0]
    assert "continues on the next page" not in pages_of(pdf)[-1]
    assert "Last" in pages_of(pdf)[-1]


def test_a_band_stays_with_the_first_row_below_it():
    rows = [row for place in range(60) for row in (Band(f"Band{place}"), [f"Row{place}", "", ""])]

    for page in pages_of(paged(rows)):
        assert page.count("Band") == page.count("Row")


@pytest.mark.parametrize("columns", [COLUMNS, (Column("", 40), Column("", 100), Column("", 20))])
def test_the_last_row_does_not_go_to_the_next_page_alone(columns):
    for count in range(36, 50):
        last = pages_of(paged([[f"Row {place}", "", ""] for place in range(count)], columns=columns))[-1]
        assert last.count("Row ") != 1

"""Pages, their headers and footers, and what the file says about itself."""

import pytest

from tests.plans.report.sample import TODAY
from tests.report.printed import flat, needs_poppler, pages_of, text_of, told_by
from workbench.kernel.files import CannotWrite
from workbench.kernel.formats import Formats
from workbench.report.document import Classification, Document, Stamp, publish
from workbench.report.paper import A4, LETTER
from workbench.report.press import Press

pytestmark = needs_poppler
STAMP = Stamp("Iberlogística Grupo", "Plan", TODAY, "Velmar Equipos", "2026", "3.2", is_draft=True, is_demo=True)
SENTENCE = "It is official: €1,234.50 at 10:00–11:30, 98.5% → 3 × ½ finished, “fluffy” waffle offices."


def document(text, stamp=STAMP, paper=A4, language="en"):
    press = Press(Formats.of(language), paper)
    return Document(press, stamp).written([press.prose(text)])


def test_text_can_be_read_back_letter_for_letter():
    assert SENTENCE in flat(document(SENTENCE))


def test_the_footer_says_whose_eyes_it_is_for_and_which_page_of_how_many():
    pages = pages_of(document("long text\n" * 150))

    assert len(pages) == 3
    for number, page in enumerate(pages, 1):
        assert "INTERNAL – contains assessments of people. Do not forward." in page
        assert f"DEMO DATA · DRAFT · v3.2 · 10 Mar 2026 · {number} / 3" in page
        assert "Iberlogística Grupo · Plan 2026 · DEMO DATA" in page


def test_a_client_edition_says_so():
    stamp = Stamp("Client", "Plan", TODAY, classification=Classification.CLIENT)

    assert "CLIENT EDITION" in text_of(document("x", stamp))
    assert "INTERNAL" not in text_of(document("x", stamp))


def test_the_file_says_its_title_company_and_version_and_nothing_else(tmp_path):
    told = told_by("pdfinfo", document("x"), tmp_path)

    assert "Title:           Iberlogística Grupo · Plan" in told
    assert "Author:          Velmar Equipos" in told
    assert "Subject:         v3.2" in told
    assert not any(name in told for name in ("Creator", "Producer", "CreationDate", "ModDate", "ReportLab"))
    assert b"/Lang (es)" in document("x", language="es")


def test_only_lato_is_used_and_it_is_embedded(tmp_path):
    fonts = told_by("pdffonts", document("x"), tmp_path).splitlines()[2:]

    assert fonts
    assert all("Lato" in line and line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)


def test_the_same_text_is_the_same_file():
    assert document(SENTENCE) == document(SENTENCE)


@pytest.mark.parametrize(("paper", "size"), [(A4, "595.276 x 841.89 pts (A4)"), (LETTER, "612 x 792 pts (letter)")])
def test_paper_has_its_size(paper, size, tmp_path):
    assert size in told_by("pdfinfo", document("x", paper=paper), tmp_path)


def test_a_paragraph_goes_on_with_at_least_two_lines_on_each_side():
    pages = pages_of(document("Every line of this paragraph is as long as it can be. " * 150))

    assert all(page.count("paragraph") >= 2 for page in pages)


def test_a_path_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(CannotWrite) as told:
        publish(Document(Press(Formats.of("en")), STAMP), [], tmp_path / "missing" / "plan.pdf")

    assert "plan.pdf cannot be written" in str(told.value)

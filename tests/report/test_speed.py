"""How long a plan takes, beside the same pages set by Platypus alone."""

from io import BytesIO
from statistics import median
from time import perf_counter

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from tests.plans.report.sample import crowded
from tests.report.printed import needs_poppler, pages_of, printed
from workbench.kernel.formats import Formats
from workbench.plans.report.document import write_plan
from workbench.report import fonts
from workbench.report.press import Press

PEOPLE = 120  # enough for twenty pages


def bare():
    """Twenty pages with tables of paragraphs, embedded Lato and nothing else."""
    fonts.face(fonts.REGULAR)
    style = ParagraphStyle("body", fontName=fonts.REGULAR, fontSize=9, leading=11.8)
    story = []
    for page in range(20):
        story.append(Paragraph(f"Page {page} and what it has to say about the account", style))
        rows = [[Paragraph(f"Cell {row} {column} of this page", style) for column in range(6)] for row in range(14)]
        story.extend((Table(rows, repeatRows=1), PageBreak()))
    SimpleDocTemplate(BytesIO(), initialFontName=fonts.REGULAR).build(story)


def seconds(run):
    taken = []
    for _ in range(5):
        begun = perf_counter()
        run()
        taken.append(perf_counter() - begun)
    return median(taken)


@pytest.mark.slow
@needs_poppler
def test_a_plan_of_twenty_pages_takes_at_most_half_as_long_again_as_bare_pages():
    press, view = Press(Formats.of("en")), crowded(PEOPLE)
    assert 18 <= len(pages_of(printed(write_plan, view, press))) <= 22

    assert seconds(lambda: printed(write_plan, view, press)) <= 1.5 * seconds(bare)

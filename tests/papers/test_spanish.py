"""A Spanish paper has no English word of ours, whatever the language of the window."""

import re

import pytest

from tests.papers import sample
from tests.plans.report.sample import EMPTY, PLAN
from tests.report.printed import flat, needs_poppler, printed, reworded
from workbench.kernel import paths
from workbench.kernel.formats import Formats
from workbench.papers.action_list.document import write_action_list
from workbench.papers.ask.document import write_ask
from workbench.papers.brief.document import write_brief
from workbench.papers.onepager.document import write_onepager
from workbench.papers.scoreboard.document import write_scoreboard
from workbench.plans.report.document import write_plan
from workbench.report.press import Press

CATALOGUE = paths.resources() / "locale" / "es" / "LC_MESSAGES" / "workbench.po"
pytestmark = [needs_poppler, pytest.mark.skipif(not CATALOGUE.exists(), reason="there is no Spanish catalogue yet")]
PAPERS = [
    (write_plan, PLAN),
    (write_plan, EMPTY),
    (write_brief, sample.BRIEF),
    (write_brief, sample.EMPTY_BRIEF),
    (write_onepager, sample.ONE_PAGER),
    (write_onepager, sample.EMPTY_ONE_PAGER),
    (write_action_list, sample.ACTION_LIST),
    (write_action_list, sample.EMPTY_LIST),
    (write_ask, sample.ASK),
    (write_ask, sample.EMPTY_ASK),
    (write_scoreboard, sample.SCORES),
    (write_scoreboard, sample.EMPTY_SCORES),
]
WORD = re.compile(r"[^\W\d_]{2,}")
# the same in both languages: names of months, of a town, and a few words
MONTHS = {"feb", "mar", "may", "jun", "jul", "sept", "oct", "nov"}
ALIKE = MONTHS | {"ñu", "madrid", "plan", "sector", "neutral", "no", "min", "obj", "raci"}


def words_of(write, view, language):
    """The words of a paper with everything taken out that people typed."""
    pdf = printed(write, reworded(view, lambda _: "Ñu"), Press(Formats.of(language)))
    return {word.casefold() for word in WORD.findall(flat(pdf))}


@pytest.mark.parametrize(("write", "view"), PAPERS)
def test_no_english_word_of_ours_is_left(write, view):
    assert words_of(write, view, "es") & words_of(write, view, "en") <= ALIKE

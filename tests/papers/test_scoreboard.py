"""The scoreboard on paper: its figures are those of the window, it reads in grey, and nothing people type breaks it."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.papers.sample import EMPTY_SCORES, SCORES
from tests.report.printed import HOSTILE, flat, needs_poppler, pages_of, printed, reworded
from tests.support.books import demo_workspace
from tests.support.papers import text_of
from workbench.cli import main
from workbench.kam.scoreboard.counting import Whose
from workbench.kam.scoreboard.queries import scoreboard
from workbench.kernel.clock import clock_at
from workbench.kernel.formats import Formats
from workbench.papers.scoreboard.document import write_scoreboard
from workbench.papers.scoreboard.queries import scores_view
from workbench.report.paper import A4, LETTER
from workbench.report.press import Press

pytestmark = needs_poppler
TODAY = date(2026, 3, 10)
EN = Press(Formats.of("en"))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    with demo_workspace(tmp_path_factory.mktemp("demo"), "en", clock_at(TODAY, "Europe/Madrid")) as made:
        yield made


def test_the_paper_shows_what_the_window_shows(workspace):
    with workspace.read() as session:
        shown, paper = scoreboard(session, None, TODAY), scores_view(session, None, TODAY)
    text = flat(printed(write_scoreboard, paper, EN))
    total, *lines = shown.of(Whose.DEPARTMENT)
    good = round(total.figures[0].value * total.figures[0].total)
    assert f"{good} of {total.figures[0].total} promises kept in Q1 2026" in text
    for line in lines:
        now, *_, oldest = line.figures
        said = f"{now.value:.0%} · {round(now.value * now.total)} of {now.total}"
        assert re.search(rf"{re.escape(line.name)} {re.escape(said)} .*? {int(oldest.value)}\b", text), line.name


def test_every_broken_promise_of_the_quarter_is_listed_once(workspace):
    with workspace.read() as session:
        shown, paper = scoreboard(session, None, TODAY), scores_view(session, None, TODAY)
    departments = shown.of(Whose.DEPARTMENT)[0].figures[0]
    broken = {one.title for one in departments.records if not one.is_kept(TODAY)}
    listed = [line.title for line in paper.broken]
    assert broken <= set(listed)
    assert len(listed) == len(set(listed))
    assert [line.due for line in paper.broken] == sorted(line.due for line in paper.broken)


def test_what_there_is_not_is_no_zero():
    text = flat(printed(write_scoreboard, EMPTY_SCORES, EN))
    assert "No promise was due in Q1 2026" in text
    assert "No promise was made yet." in text
    assert "0%" not in text


@pytest.mark.parametrize("paper", [A4, LETTER])
@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE.keys())
def test_any_text_is_printed(change, paper):
    many = replace(SCORES, parts=SCORES.parts * 3, broken=SCORES.broken * 20)
    pages = pages_of(printed(write_scoreboard, reworded(many, change), Press(Formats.of("en"), paper)))
    assert 1 < len(pages) < 12


def test_the_command_line_prints_one_account_or_all(workspace, tmp_path: Path):
    file = str(workspace.book.path)
    given = ["--in", file, "--today", "2026-03-10"]
    assert main(["scoreboard", "solventa", *given, "--to", str(tmp_path / "one.pdf")]) == 0
    assert main(["scoreboard", *given, "--to", str(tmp_path / "all.pdf"), "--language", "es"]) == 0
    assert "Iberlogística" not in text_of(tmp_path / "one.pdf")
    assert "Marcador de compromisos" in text_of(tmp_path / "all.pdf")
    assert main(["scoreboard", "nobody", *given, "--to", str(tmp_path / "x.pdf")]) == 1

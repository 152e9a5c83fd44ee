"""The short pulse: answers stay here, and nobody can tell whose they are."""

import json
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.team.conftest import TODAY, People
from workbench.exchange.exporting import export
from workbench.kernel import journal
from workbench.kernel.formats import Formats
from workbench.kernel.workspace import Workspace
from workbench.portfolio.changes import told
from workbench.portfolio.places import about, place_of
from workbench.team.growing.commands import AnswerOffTheScale, answer_pulse
from workbench.team.growing.queries import pulse
from workbench.team.growing.usual import PULSE_QUESTIONS

FIRST, SECOND, THIRD = PULSE_QUESTIONS


def answer(workspace: Workspace, *answers: int, month: date = TODAY) -> None:
    workspace.do(answer_pulse, month, dict(zip(PULSE_QUESTIONS, answers, strict=True)))


def test_means_are_shown_from_the_third_answer_on(workspace: Workspace) -> None:
    answer(workspace, 5, 4, 1)
    answer(workspace, 4, 4, 2)
    with workspace.read() as session:
        (only,) = pulse(session)
    assert (only.month, only.count) == (date(2026, 3, 1), 2)
    assert [question.mean for question in only.questions] == [None, None, None]
    answer(workspace, 3, 1, 3)
    with workspace.read() as session:
        (only,) = pulse(session)
    assert {question.question: question.mean for question in only.questions} == {FIRST: 4, SECOND: 3, THIRD: 2}


def test_a_round_stands_beside_the_one_before_unless_that_must_not_be_shown(workspace: Workspace) -> None:
    for _ in range(3):
        answer(workspace, 2, 2, 2, month=date(2026, 1, 31))
        answer(workspace, 4, 4, 4)
    answer(workspace, 1, 1, 1, month=date(2026, 2, 1))
    with workspace.read() as session:
        march, february, january = pulse(session)
    assert [march.questions[0].mean, march.questions[0].before] == [4, None]
    assert [february.questions[0].mean, february.questions[0].before] == [None, 2]
    assert january.count == 3


@pytest.mark.parametrize("answers", [(0, 1, 1), (6, 1, 1)])
def test_an_answer_off_the_scale_is_refused(workspace: Workspace, answers: tuple[int, int, int]) -> None:
    with pytest.raises(AnswerOffTheScale):
        answer(workspace, *answers)


@pytest.fixture
def exported(workspace: Workspace, people: People, tmp_path: Path) -> Path:
    for _ in range(3):
        answer(workspace, 5, 4, 3)
    folder = tmp_path / "out"
    export(workspace, None, folder, "en")
    return folder


def test_no_export_holds_an_answer(exported: Path) -> None:
    tables = json.loads((exported / "portfolio.json").read_text(encoding="utf-8"))
    assert "Ana" in json.dumps(tables)
    assert "pulse" not in json.dumps(tables)
    for path in exported.iterdir():
        if path.suffix != ".xlsx":
            assert FIRST not in path.read_text(encoding="utf-8"), path.name
    with ZipFile(exported / "portfolio.xlsx") as book:
        sheets = "".join(book.read(name).decode("utf-8") for name in book.namelist() if name.endswith(".xml"))
    assert "Ana" in sheets
    assert FIRST not in sheets


def test_the_history_says_that_somebody_answered_and_nothing_else(workspace: Workspace) -> None:
    answer(workspace, 5, 4, 1)
    with workspace.read() as session:
        newest = journal.recent(session)[0]
        assert (newest.label, newest.about) == ("Answer the pulse", "")
        assert list(told(session, newest.id, Formats.of("en"))) == []
        assert about(session, newest.id) == ""
        assert place_of(session, {"pulse_answer": frozenset({1})}) is None

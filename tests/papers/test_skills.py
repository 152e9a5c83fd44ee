"""The skill matrix on paper, and what no paper tells."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from tests.report.printed import HOSTILE, flat, needs_poppler, pages_of, printed, reworded, told_by
from tests.support.books import demo_workspace
from workbench.accounts.queries import account_named
from workbench.kernel.clock import clock_at
from workbench.kernel.formats import Formats
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.papers import printing
from workbench.papers.skills.document import write_skills
from workbench.papers.skills.queries import skills_view
from workbench.papers.skills.views import SkillsView
from workbench.report.paper import A4, LETTER
from workbench.report.press import Press
from workbench.team.growing.gaps import Standing
from workbench.team.growing.usual import PULSE_QUESTIONS
from workbench.team.growing.views import Matrix, MatrixRow, SkillColumn

pytestmark = needs_poppler
TODAY = date(2026, 3, 10)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory):
    with demo_workspace(tmp_path_factory.mktemp("demo"), "en", clock_at(TODAY, "Europe/Madrid")) as workspace:
        yield workspace


@pytest.fixture
def session(demo: Workspace):
    with demo.read() as session:
        yield session


def pdf_of(view: SkillsView, language: str = "en", paper=A4) -> bytes:
    return printed(write_skills, view, Press(Formats.of(language), paper))


def test_it_says_gaps_bench_danger_and_what_training_costs(session: Session) -> None:
    view = skills_view(session, TODAY)
    text = flat(pdf_of(view))

    assert f"{len(view.matrix.gaps())} gaps between what is required and what is there" in text
    assert "In 1 skill nobody is ready." in text
    assert "Training in Negotiation is needed for objective O1 of Iberlogística Grupo" in text
    assert "€790,000" in text
    order = [text.index(part) for part in ("Bench", "What the gaps endanger", "Gaps by priority", "Training plan")]
    assert order == sorted(order)
    assert "Negotiating with professional buyers, three days" in text
    assert "INTERNAL" in text
    assert "CLIENT EDITION" not in text


def test_of_an_account_it_shows_only_its_team(session: Session) -> None:
    everybody = skills_view(session, TODAY)
    view = skills_view(session, TODAY, account_named(session, "Harbour"))
    text = flat(pdf_of(view))

    assert [row.name for row in view.matrix.rows] == ["Irene Rey"]
    assert len(everybody.matrix.rows) == 9
    assert "Harbour & Finch" in text
    assert "Carlos" not in text


def test_in_spanish_no_english_is_left(session: Session) -> None:
    text = flat(pdf_of(skills_view(session, TODAY), "es", LETTER))

    assert "Matriz de habilidades" in text
    assert "Banquillo" in text
    assert "priority" not in text
    assert "Training plan" not in text


def test_an_empty_team_says_so() -> None:
    pdf = pdf_of(SkillsView(TODAY, Matrix()))

    assert len(pages_of(pdf)) == 1
    assert "No skills or no members are known yet." in flat(pdf)


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE.keys())
def test_it_prints_whatever_people_type(session: Session, change, tmp_path: Path) -> None:
    pdf = pdf_of(reworded(skills_view(session, TODAY), change))

    assert "Helvetica" not in told_by("pdffonts", pdf, tmp_path)


def test_sixty_members_by_forty_skills_lose_no_row(session: Session) -> None:
    skills = tuple(SkillColumn(n, f"Skill {n:02}", 2) for n in range(40))
    rows = tuple(
        MatrixRow(n, f"Member {n:02}", "", tuple(Standing(n, skill.id, 3, (n + skill.id) % 5) for skill in skills))
        for n in range(60)
    )
    text = flat(pdf_of(replace(skills_view(session, TODAY), matrix=Matrix(skills, rows), trainings=(), needs=())))

    assert text.count("Member 59") >= 5
    assert all(f"Skill {n:02}" in text for n in range(40))


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_paper_tells_what_somebody_answered(
    demo: Workspace, session: Session, language: str, tmp_path: Path
) -> None:
    job = printing.Job(language, "a4", demo.clock, is_web=True)
    account = account_named(session, "Iberlogística")
    papers = {name: make(session, account, job) for name, (_, make) in printing.DOCUMENTS.items()}
    papers |= {name: make(session, job) for name, (_, make) in printing.OF_ALL.items()}
    assert "skills" in papers
    for name, paper in papers.items():
        target = tmp_path / f"{name}.html"
        paper.write(target)
        text = target.read_text(encoding="utf-8")
        for question in PULSE_QUESTIONS:
            assert question not in text, name
            assert Words.of(language)(question) not in text, name

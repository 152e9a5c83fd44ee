"""The papers of the demo portfolio in both languages, read back page by page."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from sqlalchemy.orm import Session

from tests.report.printed import needs_poppler, pages_of
from tests.support.books import demo_workspace
from workbench.accounts.queries import account_named
from workbench.kernel.clock import clock_at
from workbench.kernel.words import Words
from workbench.meetings.queries import next_of
from workbench.papers import printing
from workbench.papers.printing import Job, Read

TUESDAY = clock_at(date(2026, 3, 10), "Europe/Madrid")
pytestmark = needs_poppler


@pytest.fixture(scope="module", params=["en", "es"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def session(language: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    with demo_workspace(tmp_path_factory.mktemp("demo"), language, TUESDAY) as made, made.read() as session:
        yield session


@pytest.fixture(scope="module")
def account(session: Session) -> int:
    return account_named(session, "Iberlog")


def pages(document: Read) -> list[str]:
    stream = BytesIO()
    document.write(stream)
    return [" ".join(page.split()) for page in pages_of(stream.getvalue())]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_list_of_seven_departments_fits_three_pages_and_each_has_its_head(
    session: Session, account: int, language: str, paper: str
) -> None:
    words = Words.of(language)

    told = pages(printing.action_list(session, account, Job(language, paper, TUESDAY)))

    assert len(told) <= 3
    assert "34" in told[0]
    assert sum(page.count(words("Lead: {name}", name="")) for page in told) == 7
    assert all(words("State · waits for / blocked by") in page for page in told)
    assert words.many("{n} day late", "{n} days late", 5) in " ".join(told)
    assert words("Decisions needed in this meeting") in told[-1]


def test_the_country_of_an_address_is_named_in_the_language_of_the_paper(
    session: Session, account: int, language: str
) -> None:
    told = " ".join(pages(printing.handover(session, account, Job(language, "a4", TUESDAY))))

    assert {"en": "Aragón, Spain", "es": "Aragón, España"}[language] in told


def test_the_legend_stands_above_the_grid_and_nothing_of_it_is_on_a_page_of_its_own(
    session: Session, account: int, language: str
) -> None:
    words = Words.of(language)

    told = pages(printing.raci(session, account, Job(language, "a4", TUESDAY)))

    assert len(told) == 4
    legend = [told[0].index(words(text)) for text in ("Consulted", "running", "planned", "What")]
    assert legend == sorted(legend)
    assert [page.count(words("today")) for page in told] == [1, 0, 0, 0]


def test_what_to_say_at_a_meeting_is_not_cut(session: Session, account: int, language: str) -> None:
    meeting = next_of(session, account, TUESDAY.now())
    assert meeting is not None

    told = pages(printing.brief(session, meeting.id, Job(language, "a4", TUESDAY)))

    assert len(told) == 1
    # the other column stands between its lines
    assert {"en": "back.", "es": "recuperar la disponibilidad."}[language] in told[0]


def test_an_account_on_one_page_fills_it(session: Session, account: int, language: str) -> None:
    told = pages(printing.onepager(session, account, Job(language, "a4", TUESDAY)))

    assert len(told) == 1
    assert all(name in told[0] for name in ("Elena Urrutia", "Nuria Beltrán", "Óscar Landa"))


@pytest.mark.parametrize("kind", [*printing.DOCUMENTS, *printing.OF_ALL])
def test_every_page_says_that_it_is_internal_a_demo_and_of_which_day(
    session: Session, account: int, language: str, kind: str
) -> None:
    words, job = Words.of(language), Job(language, "letter", TUESDAY)
    read = printing.DOCUMENTS[kind][1](session, account, job) if kind in printing.DOCUMENTS else None

    all_pages = list(enumerate(pages(read or printing.OF_ALL[kind][1](session, job)), 1))

    # the cover of a plan says it in a box. Where a paper gets an edition for clients, plant here what it must not say
    told = all_pages[1:] if kind == "plan" else all_pages
    assert all(words("INTERNAL") in page for _place, page in told)
    assert all(words("DEMO DATA") in page for _place, page in told)
    assert all(job.press.formats.day(TUESDAY.today()) in page for _place, page in told)
    assert all(f"{place} / {len(all_pages)}" in page for place, page in told)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_day_takes_both_sides_of_a_sheet_and_no_heading_stands_alone(
    session: Session, language: str, paper: str
) -> None:
    words = Words.of(language)

    told = pages(printing.daysheet(session, TUESDAY.today(), Job(language, paper, TUESDAY)))

    assert len(told) == 2
    assert (words("Notes") in told[1]) == (paper == "a4")

"""The strategic account plan on paper."""

import re
from dataclasses import replace

import pytest

from tests.plans.report.sample import EMPTY, PLAN, crowded
from tests.report.printed import HOSTILE, flat, needs_poppler, outline_of, pages_of, printed, reworded, text_of, told_by
from workbench.kernel.formats import Formats
from workbench.plans.report.document import SECTIONS, write_plan
from workbench.report.letters import BOX
from workbench.report.paper import A4, LETTER
from workbench.report.press import Press

pytestmark = needs_poppler


def plan_pdf(view=PLAN, language="en", paper=A4, **options):
    return printed(write_plan, view, Press(Formats.of(language), paper), **options)


@pytest.mark.parametrize("paper", [A4, LETTER])
def test_the_contents_name_the_page_where_each_section_begins(paper):
    pages = pages_of(plan_pdf(crowded(60), paper=paper))
    listed = re.findall(r"^ *(\d) +(.+?) {3,}(\d+)$", pages[1], re.MULTILINE)

    assert [name for _, name, _ in listed] == [section.name for section in SECTIONS]
    for number, name, page in listed:
        assert re.search(rf"^ *{number} +{name}$", pages[int(page) - 1], re.MULTILINE)
        assert not re.search(rf"^ *{number} +{name}$", pages[int(page) - 2], re.MULTILINE)


def test_bookmarks_lead_to_the_same_pages(tmp_path):
    pdf = plan_pdf(crowded(60))
    listed = re.findall(r"^ *(\d) +(.+?) {3,}(\d+)$", pages_of(pdf)[1], re.MULTILINE)

    assert outline_of(pdf, tmp_path) == [(f"{number} {name}", int(page)) for number, name, page in listed]


def test_the_header_names_the_section():
    pages = pages_of(plan_pdf())

    assert "Iberlogística Grupo · Strategic account plan 2026–2028" in pages[4]
    assert "3 People" in pages[4].splitlines()[0]
    assert "Iberlogística Grupo · Strategic" not in pages[0]


def test_headlines_say_the_message():
    text = flat(plan_pdf())

    for message in (
        "What we know: 2 of 4 facts confirmed",
        "6 people: 2 on our side, 2 against us",
        "4 objectives, 1 on track",
        "Who does what, by when",
        "5 of us work for this account",
        "4 risks, 2 of them grave",
        "We owe 4, they owe 3; late: 2",
    ):
        assert message in text


def test_nothing_that_was_written_down_is_missing():
    text = flat(plan_pdf())

    for written in (
        "Be the one partner for handling equipment",
        "9 → 5 suppliers. Two open bids.",
        "Vacant since 15 Jan 2026",
        "About €9.1 M a year for trucks and service, a third of it with us",
        "Compensation limit: €18 k. Do not mention before legal confirms.",
        "CO₂ reporting duty from 2026",
        "Blocked: Finance has not released the margin floor",
        "Waits for site manager since 27 Feb 2026",
        "€3,100,000",
        "4 × 5 = 20",
        "Early sign: April report under 97.5%",
    ):
        assert written in text


def test_late_is_a_word_too():
    assert flat(plan_pdf()).count("days late") >= 4


def test_two_hundred_people_lose_no_row_and_every_page_has_the_head():
    pages = [page for page in pages_of(plan_pdf(crowded(200))) if "3 People" in page.splitlines()[0]]

    assert re.findall(r"Person (\d{3})", "".join(pages)) == [f"{place:03}" for place in range(200)]
    assert all("Attitude" in page for page in pages if "Person " in page)


def test_an_empty_plan_keeps_its_headings_and_says_what_is_missing():
    text = flat(plan_pdf(EMPTY))

    assert all(section.name in text for section in SECTIONS)
    for missing in ("No objectives are set yet", "No risks are written down yet", "Nobody is known here yet"):
        assert missing in text


def test_one_person_is_one_person():
    assert "1 person: 0 on our side, 0 against us" in flat(plan_pdf(replace(EMPTY, people=PLAN.people[5:])))


def test_a_paragraph_of_four_thousand_letters_is_told_in_full():
    summary = " ".join(f"w{place:04}" for place in range(660))
    notes = tuple(replace(risk, response=summary) for risk in PLAN.risks)
    text = text_of(plan_pdf(replace(PLAN, risks=notes)))

    assert text.count("w0659") == len(PLAN.risks)


@pytest.mark.parametrize("paper", [A4, LETTER])
@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_people_type_prints(change, paper, tmp_path):
    pdf = plan_pdf(reworded(PLAN, change), paper=paper)

    assert "Helvetica" not in told_by("pdffonts", pdf, tmp_path)
    assert "4 objectives" in flat(pdf)
    assert "1 The plan on a page" in pages_of(pdf)[2].splitlines()[0]
    assert "2 Customer profile" in pages_of(pdf)[3].splitlines()[0]


def test_markup_is_printed_as_it_was_typed():
    text = flat(plan_pdf(reworded(PLAN, lambda text: f"{text} <b>R&D</b> &amp; <img src='/etc/hostname'/>")))

    assert "Enter the Portugal unit: 40 trucks <b>R&D</b> &amp; <img src='/etc/hostname'/>" in text
    assert b"/etc/hostname" not in plan_pdf(replace(PLAN, summary="<img src='/etc/hostname'/>"))


def test_letters_that_the_font_lacks_are_shown_as_boxes():
    assert f"Steering committee {BOX}" in flat(plan_pdf(reworded(PLAN, lambda text: f"{text} 🚀")))


def test_the_same_plan_is_the_same_file():
    assert plan_pdf() == plan_pdf()


def test_sections_can_be_left_out_and_numbers_close_up():
    text = flat(plan_pdf(sections=(SECTIONS[0], SECTIONS[7])))

    assert "2 Risks" in text
    assert "Customer profile" not in text


def test_money_and_days_follow_the_language_of_the_paper():
    text = flat(plan_pdf(language="es"))

    assert "412,5 M€" in text
    assert "31 dic 2026" in text

"""The brief, the one-pager and the action list on paper."""

from dataclasses import replace

import pytest

from tests.papers import sample
from tests.plans.report.sample import PEOPLE, PLAN, TODAY
from tests.report.printed import HOSTILE, flat, needs_poppler, pages_of, printed, reworded, told_by
from workbench.kernel.formats import Formats
from workbench.papers.action_list.document import write_action_list
from workbench.papers.ask.document import write_ask
from workbench.papers.brief.document import write_brief
from workbench.papers.onepager.document import write_onepager
from workbench.report.paper import A4, LETTER
from workbench.report.press import Press

pytestmark = needs_poppler
MANY = 40
FULL_BRIEF = replace(
    sample.BRIEF,
    guests=sample.BRIEF.guests * MANY,
    agenda=sample.BRIEF.agenda * MANY,
    numbers=sample.BRIEF.numbers * MANY,
    we_owe=sample.BRIEF.we_owe * MANY,
    they_owe=sample.BRIEF.they_owe * MANY,
    last_decisions=sample.BRIEF.last_decisions * MANY,
)
FULL_ONE_PAGER = replace(
    sample.ONE_PAGER,
    people=PEOPLE * MANY,
    objectives=PLAN.objectives * MANY,
    we_owe=PLAN.we_owe * MANY,
    they_owe=PLAN.they_owe * MANY,
)
ONE_PAGE = [
    (write_brief, sample.BRIEF),
    (write_brief, sample.EMPTY_BRIEF),
    (write_brief, FULL_BRIEF),
    (write_onepager, sample.ONE_PAGER),
    (write_onepager, sample.EMPTY_ONE_PAGER),
    (write_onepager, FULL_ONE_PAGER),
    (write_ask, sample.ASK),
    (write_ask, sample.EMPTY_ASK),
]


def pdf_of(write, view, language="en", paper=A4, **options):
    return printed(write, view, Press(Formats.of(language), paper), **options)


@pytest.mark.parametrize("paper", [A4, LETTER])
@pytest.mark.parametrize(("write", "view"), ONE_PAGE)
def test_one_page_is_one_page(write, view, paper):
    assert len(pages_of(pdf_of(write, view, paper=paper))) == 1


@pytest.mark.parametrize("paper", [A4, LETTER])
@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize(("write", "view"), [ONE_PAGE[2], ONE_PAGE[5], ONE_PAGE[6]])
def test_one_page_stays_one_page_whatever_people_type(write, view, change, paper):
    assert len(pages_of(pdf_of(write, reworded(view, change), paper=paper))) == 1


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE.keys())
def test_the_action_list_prints_whatever_people_type(change, tmp_path):
    pdf = pdf_of(write_action_list, reworded(sample.ACTION_LIST, change))

    assert "Helvetica" not in told_by("pdffonts", pdf, tmp_path)
    assert "10 open actions, 2 late" in flat(pdf)


def test_the_brief_says_what_matters_in_the_order_of_need():
    text = flat(pdf_of(write_brief, sample.BRIEF))

    order = [
        text.index(part)
        for part in (
            "Steering committee Iberlogística",
            "Monday 16 March 2026 · 10:00–11:30 (Madrid)",
            "Leave with: yes",
            "Who is in the room",
            "Agenda",
            "We promised / they promised",
            "Say / do not say",
            "Notes",
        )
    ]
    assert order == sorted(order)
    assert "10:35 Telematics result Frío – T. Vidal" in text
    assert "5 Mar – 5 days late" in text


def test_what_a_brief_leaves_out_is_counted():
    assert flat(pdf_of(write_brief, FULL_BRIEF)).count("more in the program") == 3


def test_the_one_pager_has_health_next_step_and_renewal():
    text = flat(pdf_of(write_onepager, sample.ONE_PAGER))

    for part in ("Attention Uptime below", "Next step Mon 16 Mar · Steering committee", "31 Dec 2026 · in 296 days"):
        assert part in text


def test_the_action_list_has_a_block_for_each_department_and_what_must_be_decided():
    text = flat(pdf_of(write_action_list, sample.ACTION_LIST))

    assert "SER · After-sales" in text
    assert "Lead: Marta Ibáñez · 2 open · 1 late" in text
    assert "Price-per-hour proposal: blocked – Finance has not released the margin floor" in text
    assert "Volume forecast 2026: by when?" in text


def test_the_action_list_can_give_every_department_its_page():
    pages = pages_of(pdf_of(write_action_list, sample.ACTION_LIST, one_per_page=True))

    assert len(pages) == len(sample.ACTION_LIST.blocks) + 1
    assert "Decisions needed in this meeting" in pages[-1]


def test_two_hundred_actions_lose_no_row_and_every_page_has_the_head():
    actions = tuple(replace(PLAN.actions[3], title=f"Action {place:03}", due=TODAY) for place in range(200))
    block = replace(sample.ACTION_LIST.blocks[0], actions=actions)
    pages = pages_of(pdf_of(write_action_list, replace(sample.ACTION_LIST, blocks=(block,))))
    text = "".join(pages)

    assert all(f"Action {place:03}" in text for place in range(200))
    assert all("waits for" in page for page in pages if "Action 1" in page)


@pytest.mark.parametrize(("write", "view"), [*ONE_PAGE, (write_action_list, sample.ACTION_LIST)])
def test_the_same_paper_is_the_same_file(write, view):
    assert pdf_of(write, view) == pdf_of(write, view)

"""Requests to departments: every step has its day, moves no further than it may, and is taken back as one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import update

from tests.kam.conftest import TODAY, Team
from workbench.action_items.commands import add_action
from workbench.kam.departments.commands import StillBusy, dissolve_department
from workbench.kam.model import Request, RequestState
from workbench.kam.requests.clock import Clock
from workbench.kam.requests.commands import (
    AnsweredAlready,
    AnsweredBeforeAsked,
    NeedsItsDay,
    NoAnswer,
    NoReasonToRefuse,
    NotAnsweredYet,
    PromisedBeforeAsked,
    accept_request,
    answer_request,
    ask_again,
    ask_department,
    block_request,
    edit_request,
    escalate_request,
    link_request,
    refuse_request,
)
from workbench.kam.requests.promises import about_to_break, clock_of, is_late, slip
from workbench.kam.requests.queries import beginning_of, card, cards, targets_of
from workbench.kam.requests.quoted import answer_of
from workbench.kam.requests.views import RequestCard
from workbench.kam.requests.wording import escalation_text
from workbench.kernel.formats import Formats
from workbench.kernel.workspace import Workspace
from workbench.plans.commands import add_objective, start_plan
from workbench.team.model import Member

MONDAY, FRIDAY, SATURDAY = date(2026, 3, 9), date(2026, 3, 13), date(2026, 3, 14)


def asked(workspace: Workspace, team: Team, **values: object) -> int:
    return workspace.do(ask_department, team.service, "Spare kit", MONDAY, account_id=team.account, **values)


def read(workspace: Workspace, key: int) -> RequestCard:
    with workspace.read() as session:
        found = card(session, key)
    assert found is not None
    return found


def test_a_department_is_asked_by_the_user_and_of_who_leads_it(workspace: Workspace, team: Team) -> None:
    found = read(workspace, asked(workspace, team, promised_for=FRIDAY))
    assert (found.member, found.asked_by, found.department, found.code) == (
        "Andrés Molina",
        "Carla Peña",
        "After-sales",
        "SER",
    )
    assert (found.state, found.first_promised) == (RequestState.ASKED, None)


def test_the_first_promise_is_kept_beside_every_later_one(workspace: Workspace, team: Team) -> None:
    key = asked(workspace, team, promised_for=date(2026, 3, 11))
    workspace.do(accept_request, key, FRIDAY, TODAY)
    workspace.do(accept_request, key, date(2026, 3, 18), TODAY + timedelta(2))
    found = read(workspace, key)
    assert (found.first_promised, found.promised_for, found.accepted_on) == (FRIDAY, date(2026, 3, 18), TODAY)
    assert slip(found) == 3
    assert clock_of(found, date(2026, 3, 12)) == Clock(3, 7)
    assert clock_of(found, date(2026, 3, 20)) == Clock(9, 7, 2)


def test_a_promise_on_a_weekend_is_for_the_monday_after(workspace: Workspace, team: Team) -> None:
    key = asked(workspace, team)
    workspace.do(accept_request, key, SATURDAY, TODAY)
    assert read(workspace, key).promised_for == date(2026, 3, 16)
    workspace.do(edit_request, key, promised_for=date(2026, 3, 22))
    assert read(workspace, key).promised_for == date(2026, 3, 23)


def test_each_verb_is_one_step_that_is_taken_back_whole(workspace: Workspace, team: Team) -> None:
    key = asked(workspace, team, promised_for=FRIDAY)
    steps = (
        lambda: workspace.do(accept_request, key, FRIDAY, TODAY),
        lambda: workspace.do(block_request, key, "No parts"),
        lambda: workspace.do(escalate_request, key, "Please decide", TODAY),
        lambda: workspace.do(answer_request, key, "On the truck", TODAY),
        lambda: workspace.do(ask_again, key),
        lambda: workspace.do(refuse_request, key, "No budget", TODAY),
    )
    pasts = [read(workspace, key)]
    for step in steps:
        step()
        pasts.append(read(workspace, key))
    assert [past.state.value for past in pasts] == [
        "asked",
        "accepted",
        "accepted",
        "escalated",
        "answered",
        "accepted",
        "refused",
    ]
    assert (pasts[4].answered_on, pasts[4].blocked_reason, pasts[4].answer) == (TODAY, None, "On the truck")
    for past in reversed(pasts[:-1]):
        workspace.undo()
        assert read(workspace, key) == past


def test_what_is_over_stays_over_until_it_is_asked_again(workspace: Workspace, team: Team) -> None:
    key = asked(workspace, team)
    workspace.do(refuse_request, key, "No budget", TODAY)
    for refused in (
        lambda: workspace.do(accept_request, key, FRIDAY, TODAY),
        lambda: workspace.do(escalate_request, key, "Please", TODAY),
        lambda: workspace.do(block_request, key, "Parts"),
        lambda: workspace.do(refuse_request, key, "Again", TODAY),
    ):
        with pytest.raises(AnsweredAlready, match="Spare kit"):
            refused()
    workspace.do(ask_again, key)
    assert read(workspace, key).state is RequestState.ASKED


@pytest.mark.parametrize("said", ["", "  \n "])
def test_an_answer_and_a_refusal_need_words(workspace: Workspace, team: Team, said: str) -> None:
    key = asked(workspace, team)
    with pytest.raises(NoAnswer):
        workspace.do(answer_request, key, said, TODAY)
    with pytest.raises(NoReasonToRefuse):
        workspace.do(refuse_request, key, said, TODAY)
    assert read(workspace, key).state is RequestState.ASKED


def test_nothing_is_promised_before_it_is_asked(workspace: Workspace, team: Team) -> None:
    early = date(2026, 3, 6)
    with pytest.raises(PromisedBeforeAsked):
        asked(workspace, team, promised_for=early)
    key = asked(workspace, team, promised_for=FRIDAY)
    with pytest.raises(PromisedBeforeAsked):
        workspace.do(accept_request, key, early, TODAY)
    with pytest.raises(PromisedBeforeAsked):
        workspace.do(edit_request, key, asked_on=date(2026, 3, 20))
    assert len(cards_of(workspace, team)) == 1


def cards_of(workspace: Workspace, team: Team) -> list[RequestCard]:
    with workspace.read() as session:
        return cards(session, team.account)


def test_a_department_without_anybody_can_be_asked(workspace: Workspace, team: Team) -> None:
    with workspace.change("Nobody leads") as session:
        session.execute(update(Member).values(leads_department=False))
    found = read(workspace, asked(workspace, team))
    assert (found.member, found.lead, found.email) == (None, None, None)


def test_a_department_that_was_asked_goes_only_with_an_heir_for_its_requests(workspace: Workspace, team: Team) -> None:
    key = asked(workspace, team)
    with workspace.change("Only the request is left") as session:
        session.execute(update(Member).where(Member.department_id == team.service).values(department_id=team.sales))
    with pytest.raises(StillBusy, match="After-sales still has work – open actions: 0, requests: 1, people: 0"):
        workspace.do(dissolve_department, team.service, "")
    workspace.do(dissolve_department, team.service, "FIN")
    assert read(workspace, key).department == "Finance"
    workspace.undo()
    assert read(workspace, key).department == "After-sales"


def test_a_promise_is_about_to_break_shortly_before_its_day(workspace: Workspace, team: Team) -> None:
    key = asked(workspace, team)
    workspace.do(accept_request, key, date(2026, 3, 17), TODAY)  # a Tuesday
    found = read(workspace, key)
    told = [about_to_break(found, date(2026, 3, day)) for day in (12, 13, 14, 16, 17, 18)]
    assert told == [False, True, True, True, True, False]
    assert about_to_break(found, date(2026, 3, 12), within=3)
    assert is_late(found, date(2026, 3, 18))
    assert not about_to_break(replace(found, state=RequestState.ANSWERED), date(2026, 3, 16))


def test_a_request_out_of_an_action_knows_its_objective_and_the_stake(workspace: Workspace, team: Team) -> None:
    plan = workspace.do(start_plan, team.account, "Plan", TODAY, date(2028, 12, 31))
    objective = workspace.do(add_objective, plan, "98.5 % uptime", why="Two bad quarters end the contract")
    action = workspace.do(
        add_action, "Root cause", TODAY, account_id=team.account, objective_id=objective, department_id=team.service
    )
    with workspace.read() as session:
        begun = beginning_of(session, action)
        targets = [target.title for target in targets_of(session, team.account, TODAY)]
    assert (begun.objective_id, begun.stake) == (objective, "Two bad quarters end the contract")
    assert (begun.title, begun.department_id, begun.account) == ("Root cause", team.service, "Iberlogística Grupo")
    assert targets == ["Root cause", "98.5 % uptime"]
    key = asked(workspace, team)
    workspace.do(link_request, key, action, None)
    assert (read(workspace, key).action, read(workspace, key).objective) == ("Root cause", "98.5 % uptime")


def test_an_escalation_says_what_was_promised_and_what_is_at_stake(workspace: Workspace, team: Team) -> None:
    key = asked(workspace, team, stake="The night shift stands still")
    workspace.do(accept_request, key, FRIDAY, TODAY)
    found = read(workspace, key)
    text = escalation_text(found, date(2026, 3, 17), Formats.of("en"))
    assert text.split("\n\n") == [
        "On Monday 9 March we asked After-sales: Spare kit",
        "It was promised for Friday 13 March. 2 working days late.",
        "What Iberlogística Grupo has at stake: The night shift stands still",
        "Please decide who answers it and by when.",
    ]
    assert "Qué se juega" in escalation_text(found, TODAY, Formats.of("es"))


@pytest.mark.parametrize(
    "history",
    [
        "On Mon, 9 Mar 2026 at 09:12, Marta Ibáñez <marta@velmar.example> wrote:\n> Could you?\n> Thanks",
        "El lun, 9 mar 2026 a las 9:12, Marta Ibáñez escribió:\n> ¿Puedes?",
        "-----Original Message-----\nFrom: Marta\nSent: Monday\n\nCould you?",
        "----- Mensaje original -----\nDe: Marta\n\n¿Puedes?",
        "From: Marta Ibáñez\nSent: Monday, 9 March\nTo: Andrés\n\nCould you?",
        "________________________________\nFrom: Marta",
        "> Could you?\n>\n\n> Thanks",
    ],
)
def test_what_a_mail_quotes_is_parted_from_the_answer(history: str) -> None:
    found = answer_of(f"Yes, on Friday.\nAndrés\n\n{history}\n")
    assert (found.text, found.history) == ("Yes, on Friday.\nAndrés", history)


@pytest.mark.parametrize(
    "text",
    [
        "> only quoted",
        "> a question\nan answer below it",
        "From: here we go on",
        "On Friday we wrote: nothing",
        "<b>Yes</b> & <script>no</script>",
        "x" * 10_000,
    ],
)
def test_what_is_no_history_stays_whole(text: str) -> None:
    found = answer_of(text)
    assert (found.text, found.history) == (text, "")


def test_a_long_answer_with_markup_comes_back_as_it_was(workspace: Workspace, team: Team) -> None:
    key, text = asked(workspace, team), "<b>&amp; " * 1100 + "end"
    workspace.do(answer_request, key, text, TODAY)
    assert len(text) > 9_900
    assert read(workspace, key).answer == text


def test_a_promise_that_fell_on_a_holiday_later_is_due_the_day_after(workspace: Workspace, team: Team) -> None:
    key = asked(workspace, team)
    with workspace.change("As if it came from elsewhere") as session:
        session.execute(update(Request).values(promised_for=SATURDAY))
    found = read(workspace, key)
    assert not is_late(found, date(2026, 3, 16))
    assert is_late(found, date(2026, 3, 17))


def test_the_day_of_an_answer_that_was_typed_in_late_is_put_right(workspace: Workspace, team: Team) -> None:
    key = asked(workspace, team)
    with pytest.raises(NotAnsweredYet, match="Spare kit"):
        workspace.do(edit_request, key, answered_on=TODAY)
    workspace.do(answer_request, key, "Here", date(2026, 3, 20))
    workspace.do(edit_request, key, answered_on=TODAY)
    assert read(workspace, key).answered_on == TODAY
    for wrong, problem in ((date(2026, 3, 6), AnsweredBeforeAsked), (None, NeedsItsDay)):
        with pytest.raises(problem):
            workspace.do(edit_request, key, answered_on=wrong)
    with pytest.raises(AnsweredBeforeAsked):
        workspace.do(edit_request, key, asked_on=date(2026, 3, 11))
    assert read(workspace, key).answered_on == TODAY


def test_what_is_asked_tomorrow_is_not_answered_today(workspace: Workspace, team: Team) -> None:
    key = workspace.do(ask_department, team.service, "Kit", TODAY + timedelta(1), account_id=team.account)
    with pytest.raises(AnsweredBeforeAsked):
        workspace.do(answer_request, key, "Here", TODAY)
    with pytest.raises(AnsweredBeforeAsked):
        workspace.do(refuse_request, key, "No", TODAY)
    assert read(workspace, key).state is RequestState.ASKED

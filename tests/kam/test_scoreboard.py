"""Every figure of the scoreboard, counted by hand from a few promises."""

from dataclasses import dataclass
from datetime import date

import pytest

from tests.kam.conftest import TODAY, Team
from workbench.accounts.commands import add_account
from workbench.action_items.commands import add_action, block, complete, edit_action, move_to_state
from workbench.action_items.model import Direction, State
from workbench.contacts.commands import add_person
from workbench.kam.requests.commands import (
    accept_request,
    answer_request,
    ask_department,
    block_request,
    refuse_request,
)
from workbench.kam.scoreboard.counting import Figure, Measure, Owed, Whose, kept
from workbench.kam.scoreboard.queries import scoreboard
from workbench.kam.scoreboard.views import Line, ScoreboardView
from workbench.kernel.workspace import Workspace

# TODAY is Tuesday 10 March 2026: this quarter began on 1 January, the last one on 1 October
THIS, LAST = date(2026, 1, 1), date(2025, 10, 1)


def day(month: int, number: int, year: int = 2026) -> date:
    return date(year, month, number)


@dataclass
class Asking:
    """Makes requests to the after-sales department as they came and went."""

    workspace: Workspace
    team: Team

    def ask(self, title: str, asked: date, promised: date | None, answered: date | None) -> int:
        do, team = self.workspace.do, self.team
        key = do(ask_department, team.service, title, asked, account_id=team.account)
        if promised:
            do(accept_request, key, promised, asked)
        if answered:
            do(answer_request, key, "Here", answered)
        return key


@pytest.fixture
def promises(workspace: Workspace, team: Team) -> dict[str, int]:
    """Four promises of this quarter, one kept; one of the last, kept; one without a promise; one with time."""
    asking = Asking(workspace, team)
    keys = {
        # Monday to Wednesday: 2 working days, promised for Thursday
        "kept": asking.ask("Kept", day(2, 2), day(2, 5), day(2, 4)),
        # Monday to the Monday after: 5 working days, promised for Friday
        "late": asking.ask("Late", day(2, 9), day(2, 13), day(2, 16)),
        # promised for Friday 6 March and still open: broken; 7 working days old
        "broken": asking.ask("Broken", day(2, 27), day(3, 6), None),
        # 10 working days old, with time until the 20th
        "open": asking.ask("Open", day(2, 24), day(3, 20), None),
        "unpromised": asking.ask("Unpromised", day(3, 2), None, None),
        # Thursday to the Thursday after: 5 working days, promised for the same day
        "before": asking.ask("Before", day(11, 6, 2025), day(11, 13, 2025), day(11, 13, 2025)),
        "refused": asking.ask("Refused", day(1, 12), day(1, 16), None),
        # moved later than first promised: broken although it came by the second day
        "slipped": asking.ask("Slipped", day(1, 5), day(1, 9), None),
    }
    workspace.do(refuse_request, keys["refused"], "No budget", day(1, 15))
    workspace.do(accept_request, keys["slipped"], day(1, 14), day(1, 8))
    workspace.do(answer_request, keys["slipped"], "At last", day(1, 14))
    workspace.do(block_request, keys["open"], "No parts")
    return keys


def board(workspace: Workspace, account: int | None) -> ScoreboardView:
    with workspace.read() as session:
        return scoreboard(session, account, TODAY)


def line(view: ScoreboardView, name: str) -> Line:
    return next(line for line in view.lines if line.name == name)


def titles(figure: Figure) -> list[str]:
    return sorted(one.title for one in figure.records)


def test_every_figure_of_a_department_by_hand(workspace: Workspace, team: Team, promises: dict[str, int]) -> None:
    now, before, answer, answer_before, waiting, blocked, oldest = line(
        board(workspace, team.account), "After-sales"
    ).figures
    # kept; not late, broken, refused, slipped; "open" still has time and "unpromised" was never promised
    assert (now.measure, now.quarter, now.value, now.total) == (Measure.KEPT, THIS, 1 / 5, 5)
    assert titles(now) == ["Broken", "Kept", "Late", "Refused", "Slipped"]
    assert (before.quarter, before.value, titles(before)) == (LAST, 1.0, ["Before"])
    # 2, 5, 3 (refused: Monday to Thursday), 7 (Slipped: 5 to 14 January)
    assert (answer.value, titles(answer)) == (4.0, ["Kept", "Late", "Refused", "Slipped"])
    assert (answer_before.value, titles(answer_before)) == (5.0, ["Before"])
    assert (waiting.value, titles(waiting)) == (3, ["Broken", "Open", "Unpromised"])
    assert (blocked.value, titles(blocked)) == (1, ["Open"])
    assert (oldest.value, titles(oldest)) == (10, ["Open"])


def test_whoever_was_asked_has_the_same_line_as_the_department(
    workspace: Workspace, team: Team, promises: dict[str, int]
) -> None:
    view = board(workspace, team.account)
    assert line(view, "Andrés Molina").figures == line(view, "After-sales").figures
    assert [one.name for one in view.of(Whose.DEPARTMENT)] == ["", "After-sales"]


def test_actions_count_as_promises_but_not_as_answers(workspace: Workspace, team: Team) -> None:
    made = {
        "done in time": (day(2, 10), day(2, 9)),
        "done late": (day(2, 10), day(2, 12)),
        "on a Saturday, done on Monday": (day(2, 14), day(2, 16)),
        "overdue": (day(3, 9), None),
        "due today": (TODAY, None),
        "of the last quarter": (day(12, 31, 2025), day(1, 2)),
    }
    for title, (due, done) in made.items():
        key = workspace.do(add_action, title, day(2, 2), account_id=team.account, member_id=team.berta, due=due)
        if done:
            workspace.do(complete, [key], done)
    blocked = workspace.do(add_action, "blocked", None, account_id=team.account, member_id=team.berta)
    workspace.do(block, [blocked], "No data")
    dropped = workspace.do(add_action, "dropped", None, account_id=team.account, member_id=team.berta, due=day(2, 3))
    workspace.do(move_to_state, [dropped], State.DROPPED)
    now, before, answer, _, waiting, stuck, oldest = line(board(workspace, team.account), "Finance").figures
    assert (now.value, now.total) == (2 / 4, 4)
    assert titles(now) == ["done in time", "done late", "on a Saturday, done on Monday", "overdue"]
    assert (before.value, titles(before)) == (0.0, ["of the last quarter"])
    assert answer.value is None
    assert titles(waiting) == ["blocked", "due today", "overdue"]
    assert titles(stuck) == ["blocked"]
    # made on Monday 2 February: 26 working days
    assert oldest.value == 26


def test_the_clients_people_have_lines_of_their_own(workspace: Workspace, team: Team) -> None:
    tomas = workspace.do(add_person, "Tomás Vidal", team.account)
    key = workspace.do(
        add_action,
        "Site access",
        day(2, 2),
        account_id=team.account,
        person_id=tomas,
        direction=Direction.THEY_OWE,
        department_id=team.service,
        due=day(2, 6),
    )
    workspace.do(complete, [key], day(2, 5))
    view = board(workspace, team.account)
    assert [(one.whose, one.name) for one in view.lines] == [(Whose.PERSON, ""), (Whose.PERSON, "Tomás Vidal")]
    now, _, answer, *_ = line(view, "Tomás Vidal").figures
    assert (now.value, answer.value) == (1.0, 3.0)


def test_a_promise_that_was_moved_counts_by_its_first_day(workspace: Workspace, team: Team) -> None:
    key = workspace.do(add_action, "Rota", day(2, 2), account_id=team.account, member_id=team.berta, due=day(2, 6))
    workspace.do(edit_action, key, due=day(2, 20))
    workspace.do(complete, [key], day(2, 18))
    assert line(board(workspace, team.account), "Finance").figures[0].value == 0.0


def test_the_portfolio_is_the_sum_of_its_accounts(workspace: Workspace, team: Team, promises: dict[str, int]) -> None:
    other = workspace.do(add_account, "Solventa")
    key = workspace.do(ask_department, team.service, "Other", day(2, 2), account_id=other)
    workspace.do(accept_request, key, day(2, 5), day(2, 2))
    workspace.do(answer_request, key, "Here", day(2, 4))
    assert line(board(workspace, team.account), "After-sales").figures[0].value == 1 / 5
    assert line(board(workspace, other), "After-sales").figures[0].value == 1.0
    assert line(board(workspace, None), "After-sales").figures[0].value == 2 / 6
    assert board(workspace, other).account == "Solventa"


def test_nothing_promised_is_no_line_and_no_zero(workspace: Workspace, team: Team) -> None:
    assert board(workspace, team.account).lines == ()
    assert kept([], THIS, TODAY).value is None
    assert kept([Owed("request", 1, "With time", due=TODAY)], THIS, TODAY).value is None

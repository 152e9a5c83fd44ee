"""What is found, and in which order."""

from datetime import date
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.accounts.commands import add_account
from workbench.kam.log.commands import add_log_entry, resolve
from workbench.kam.model import LogKind
from workbench.kam.requests.commands import answer_request, ask_department
from workbench.kam.workstreams.commands import add_deliverable, add_workstream, delete_workstreams
from workbench.kernel.formats import Formats
from workbench.kernel.workspace import Workspace
from workbench.plans.commands import add_objective, start_plan
from workbench.search import queries
from workbench.search.queries import LONGEST, find
from workbench.team.commands import add_department, add_member
from workbench.team.growing.commands import add_goal, add_lesson, plan_training

HOSTILE = [
    '"',
    "*",
    "a*b",
    "NEAR(a b)",
    "a AND",
    "OR",
    "NOT a",
    "title:acme",
    "{title",
    "^a",
    "a\0b",
    "'; DROP TABLE account",
    "-",
    "_",
    "%",
    "(",
    "+",
]


def found(workspace: Workspace, text: str) -> list[str]:
    with workspace.read() as session:
        return [f"{hit.kind}: {hit.title}" for group in find(session, text) for hit in group.hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("iberlogistica", ["account: Iberlogística Grupo"]),
        ("LOGÍST grup", ["account: Iberlogística Grupo"]),
        ("logi\u0301stica", ["account: Iberlogística Grupo"]),
        ("munoz", ["person: Ana Muñoz"]),
        ("b123", ["account: Acme"]),
        ("zarag", ["account: Acme"]),
        ("compras", ["person: Ana Muñoz"]),
        ("ana.munoz@acme", ["person: Ana Muñoz"]),
        ("pilot trucks", ["meeting: Steering committee"]),
        ("uptime", ["meeting: Steering committee"]),
        ("nothing of the kind", []),
        ("", []),
        ("  \t", []),
    ],
)
def test_words_are_beginnings_and_accents_do_not_matter(workspace: Workspace, text: str, expected: list[str]) -> None:
    assert found(workspace, text) == expected


@pytest.mark.parametrize("typed", ["905555", "600 90 55 55", "+34600905555", "0034 600 905 555", "90-55-55"])
def test_a_phone_is_found_however_it_is_written(workspace: Workspace, typed: str) -> None:
    assert found(workspace, typed) == ["person: Ana Muñoz"]


def test_a_part_of_an_account_s_phone_is_enough(workspace: Workspace) -> None:
    assert found(workspace, "55 12 34") == ["account: Acme"]


def test_what_is_called_exactly_so_comes_first_and_mentions_last(workspace: Workspace) -> None:
    assert found(workspace, "acme")[:2] == ["account: Acme", "account: Grupo Acme Iberia"]
    assert found(workspace, "acme")[-1] == "person: Ana Muñoz"


def test_the_parts_of_the_cockpit_are_found_by_what_they_say_and_tell_whose_they_are(workspace: Workspace) -> None:
    account, day = workspace.do(add_account, "Nordvik"), date(2026, 3, 10)
    finance = workspace.do(add_department, "Finance", "FIN")
    marta = workspace.do(add_member, "Marta Ibáñez", department_id=finance)
    asked = workspace.do(ask_department, finance, "Credit note", day, account_id=account, stake="the qzstake")
    workspace.do(answer_request, asked, "the qzanswer", day)
    entry = workspace.do(add_log_entry, account, LogKind.ISSUE, "Pallets", day)
    workspace.do(resolve, entry, "qzsettled", day)
    stream = workspace.do(add_workstream, account, "Fjord qzstream")
    workspace.do(add_deliverable, stream, "Map qzmap")
    plan = workspace.do(start_plan, account, "Plan 2026", date(2026, 1, 1), date(2026, 12, 31))
    workspace.do(add_objective, plan, "Northern depot", why="qzwhy")
    workspace.do(plan_training, marta, "Negotiation qzcourse")
    workspace.do(add_goal, marta, "Speak Norwegian qzgoal")
    with workspace.read() as session:
        hits = {hit.kind: hit for group in find(session, "qz") for hit in group.hits}
    assert {kind: (hit.title, hit.where, hit.account_id, hit.member_id) for kind, hit in hits.items()} == {
        "request": ("Credit note", "Nordvik · Finance", account, None),
        "log_entry": ("Pallets", "Nordvik", account, None),
        "workstream": ("Fjord qzstream", "Nordvik", account, None),
        "deliverable": ("Map qzmap", "Nordvik · Fjord qzstream", account, None),
        "objective": ("Northern depot", "Nordvik", account, None),
        "training": ("Negotiation qzcourse", "Marta Ibáñez", None, marta),
        "goal": ("Speak Norwegian qzgoal", "Marta Ibáñez", None, marta),
    }
    assert found(workspace, "qzanswer") == ["request: Credit note"]
    workspace.do(delete_workstreams, [stream])
    assert found(workspace, "qzmap") == found(workspace, "qzstream") == []


def test_a_hit_says_where_it_belongs(workspace: Workspace) -> None:
    with workspace.read() as session:
        (hit,) = (hit for group in find(session, "ste com") for hit in group.hits)
        assert (hit.title, hit.day, hit.where) == ("Steering committee", date(2026, 3, 16), "Acme")
        assert [hit.place(Formats.of(language)) for language in ("en", "es")] == [
            "16 Mar 2026 · Acme",
            "16 mar 2026 · Acme",
        ]
        assert [(hit.title, hit.where) for group in find(session, "ana") for hit in group.hits] == [
            ("Ana Muñoz", "Acme")
        ]


def test_there_are_never_more_than_asked_for(workspace: Workspace) -> None:
    with workspace.read() as session:
        assert [len(group.hits) for group in find(session, "a", limit=1)] == [1, 1, 1]


@settings(max_examples=3000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(st.text(max_size=2 * LONGEST), st.lists(st.sampled_from(HOSTILE), max_size=30).map(" ".join)))
def test_everything_a_person_can_type_is_safe(workspace: Workspace, text: str) -> None:
    begun = perf_counter()
    found(workspace, text)
    assert perf_counter() - begun < 10


def test_a_search_that_takes_too_long_ends_with_what_it_has(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "PATIENCE", -1)
    monkeypatch.setattr(queries, "STEPS", 1)
    assert found(workspace, "acme") == []
    monkeypatch.undo()
    assert found(workspace, "acme")


def test_a_lesson_is_found_by_what_to_do_and_belongs_to_its_account(workspace: Workspace) -> None:
    with workspace.read() as session:
        acme = find(session, "acme")[0].hits[0]
    workspace.do(add_lesson, "Never promise a van", advice="Ask the coordinator first", account_id=acme.id)
    with workspace.read() as session:
        (group,) = find(session, "coordinator")
    assert group.label == "Playbook"
    assert [(hit.title, hit.where, hit.account_id) for hit in group.hits] == [("Never promise a van", "Acme", acme.id)]
    workspace.undo()
    with workspace.read() as session:
        assert find(session, "coordinator") == []

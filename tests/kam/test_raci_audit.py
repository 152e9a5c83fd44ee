"""The audit of a responsibility grid, on rows that can be counted by hand."""

import pytest

from workbench.kam.model import Letter
from workbench.kam.raci.audit import Excess, Fault, Finding, faults, findings, relieved_at, repaired_at

A, R, C, INFORMED = Letter.ACCOUNTABLE, Letter.RESPONSIBLE, Letter.CONSULTED, Letter.INFORMED
BOTH = Letter.BOTH
SALES, MARKETING, SERVICE, LEGAL, IT, CLIENT = 1, 2, 3, 4, 5, None
ORDER = (SALES, MARKETING, SERVICE, LEGAL, IT, CLIENT)


@pytest.mark.parametrize(
    ("letters", "wrong"),
    [
        ({SALES: A, MARKETING: R}, ()),
        ({SALES: INFORMED, IT: R}, (Fault.NO_ACCOUNTABLE,)),
        ({IT: A, CLIENT: A, SERVICE: R}, (Fault.SEVERAL_ACCOUNTABLE,)),
        ({SALES: A, IT: C}, (Fault.NO_RESPONSIBLE,)),
        ({SALES: BOTH, IT: C}, ()),
        ({SALES: BOTH, IT: A}, (Fault.SEVERAL_ACCOUNTABLE,)),
        ({}, (Fault.NO_ACCOUNTABLE, Fault.NO_RESPONSIBLE)),
    ],
)
def test_a_row_wants_exactly_one_a_and_at_least_one_r(letters: dict, wrong: tuple) -> None:
    assert faults(letters) == wrong


def test_an_action_is_done_by_its_owner_as_long_as_nobody_else_has_a_part_in_it() -> None:
    assert faults({SALES: A}, may_be_alone=True) == ()
    assert faults({SALES: A, IT: C}, may_be_alone=True) == (Fault.NO_RESPONSIBLE,)
    assert faults({}, may_be_alone=True) == (Fault.NO_ACCOUNTABLE, Fault.NO_RESPONSIBLE)


def test_whoever_holds_more_than_a_quarter_of_all_a_is_named_with_the_share() -> None:
    # the grid of the wireframe: three of five A are with sales
    rows = [{SALES: A}, {SALES: A}, {SERVICE: A}, {SALES: A}, {SALES: INFORMED, IT: R}, {IT: A}]
    assert findings(rows) == (Finding(Excess.MANY_ACCOUNTABLE, SALES, 3, 0.6),)
    # a quarter is not more than a quarter, and one A is never too many
    assert findings([{SALES: A}, {MARKETING: A}, {SERVICE: A}, {IT: A}]) == ()
    assert findings([{SALES: A}, {MARKETING: A}]) == ()
    # A/R counts among both
    assert findings([{SALES: BOTH}, {SALES: BOTH}]) == (Finding(Excess.MANY_ACCOUNTABLE, SALES, 2, 1.0),)
    assert findings([{SALES: BOTH}, *[{SALES: R}] * 8]) == (Finding(Excess.MANY_RESPONSIBLE, SALES, 9, 1.0),)


def test_more_than_eight_r_are_too_many() -> None:
    assert findings([{SALES: R}] * 8) == ()
    assert findings([{SALES: R}] * 9) == (Finding(Excess.MANY_RESPONSIBLE, SALES, 9, 1.0),)


def test_a_department_that_is_only_informed_is_named_and_the_client_is_not() -> None:
    found = findings([{MARKETING: INFORMED, CLIENT: INFORMED, SALES: A, IT: R}])
    assert [(one.excess, one.column) for one in found] == [(Excess.ONLY_INFORMED, MARKETING)]


def test_a_fault_is_repaired_where_somebody_does_the_work_already() -> None:
    assert repaired_at({SALES: INFORMED, IT: R}, Fault.NO_ACCOUNTABLE, ORDER) == IT
    assert repaired_at({IT: A, CLIENT: A}, Fault.SEVERAL_ACCOUNTABLE, ORDER) == IT
    assert repaired_at({SALES: A, LEGAL: C}, Fault.NO_RESPONSIBLE, ORDER) == LEGAL
    assert repaired_at({}, Fault.NO_ACCOUNTABLE, ORDER) == SALES


def test_an_a_too_many_goes_to_whoever_is_responsible_for_the_same_row() -> None:
    much = Finding(Excess.MANY_ACCOUNTABLE, SALES, 3, 0.6)
    assert relieved_at({SALES: A, MARKETING: R}, much) == (MARKETING,)
    assert relieved_at({SALES: A}, much) is None
    assert relieved_at({SALES: BOTH}, much) is None
    assert relieved_at({SALES: BOTH, MARKETING: R}, much) == (MARKETING,)
    assert relieved_at({MARKETING: A, SALES: R}, much) is None

"""The rules of the house: who may enter which room, what is done where, and how big a room may be."""

from pathlib import Path

import pytest

from tests.architecture.habits import HABIT_RULES
from tests.architecture.house import House
from tests.architecture.rooms import ROOM_RULES, Rule
from tests.architecture.sizes import SIZE_RULES

HOUSE = House(Path(__file__).parents[2] / "src" / "workbench")
RULES = (*ROOM_RULES, *HABIT_RULES, *SIZE_RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_rules(rule: Rule) -> None:
    breaches = sorted(set(rule(HOUSE)))
    assert not breaches, f"{rule.__doc__}\n" + "\n".join(breaches)

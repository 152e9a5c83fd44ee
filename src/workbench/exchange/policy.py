"""What happens with a record that is there already, and how it is recognised."""

from collections.abc import Mapping
from typing import Any

from workbench.kernel.choice import Choice
from workbench.kernel.words import N_

MATCH_KEYS = ("name", "email", "tax_id", "external_id")
BY_IDENTITY = ("external_id",)
# a list that is imported again is the usual case; cards are known by their identity alone, for two of them may well
# be called the same
BY_DEFAULT = {"csv": ("tax_id", "email", "name"), "sheet": ("tax_id", "email", "name")}


class Policy(Choice):
    """What an import does with a record that the portfolio has already. A blank never overwrites anything."""

    SKIP = "skip", N_("Leave it as it is")
    FILL = "fill", N_("Fill in what is blank")
    UPDATE = "update", N_("Take what the file says")


def changes(old: Mapping[str, Any], new: Mapping[str, Any], policy: Policy) -> dict[str, Any]:
    """The values of `new` that a record with the values `old` takes over."""
    if policy is Policy.SKIP:
        return {}
    told = {key: value for key, value in new.items() if value is not None and value != ""}
    if policy is Policy.FILL:
        return {key: value for key, value in told.items() if old.get(key) is None or old.get(key) == ""}
    return {key: value for key, value in told.items() if old.get(key) != value}

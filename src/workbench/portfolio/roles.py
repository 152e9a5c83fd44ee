"""Presets of the two roles: what comes first for each. They show and hide nothing, and forbid nothing."""

from dataclasses import dataclass

from workbench.kernel.words import N_

KEY_ACCOUNTS = "key accounts"


@dataclass(frozen=True)
class Preset:
    """A role: the order of the sidebar, the tab an account opens with, and what is printed first.

    `lists_key_accounts` tells where the key accounts stand: before the lists, or after them where there are any.
    `makes_key_accounts` says whether a new account gets what a key account needs.
    """

    key: str
    label: str
    sidebar: tuple[str, ...]
    landing: int
    papers: tuple[str, ...]
    makes_key_accounts: bool = False


OVERVIEW, TEAM_BOARD = 0, 1
AM = Preset(
    "am",
    N_("Account manager"),
    ("today", "inbox", "accounts", "meetings", "actions", "contacts", "portfolio", "team", KEY_ACCOUNTS),
    OVERVIEW,
    ("brief", "daysheet", "onepager"),
)
KAM = Preset(
    "kam",
    N_("Key account manager"),
    ("today", "inbox", KEY_ACCOUNTS, "meetings", "actions", "contacts", "accounts", "portfolio", "team"),
    TEAM_BOARD,
    ("actions-list", "plan", "brief"),
    makes_key_accounts=True,
)
PRESETS = {preset.key: preset for preset in (AM, KAM)}

"""What can be done with several accounts at once."""

from workbench.accounts import fields
from workbench.accounts.commands import add_tag, set_rhythm
from workbench.action_items.commands import add_for_accounts
from workbench.action_items.fields import TITLE
from workbench.kernel.editing import NameMissing
from workbench.kernel.reading import understood
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.room import Bulk


def _tag(desk: Desk, keys: list[int], text: str) -> None:
    if not text:
        raise NameMissing
    desk.workspace.do(add_tag, keys, text)
    said = desk.words.many(
        "{n} account has the tag “{tag}”.", "{n} accounts have the tag “{tag}”.", len(keys), tag=text
    )
    desk.done(said)


def _rhythm(desk: Desk, keys: list[int], text: str) -> None:
    days = understood(fields.RHYTHM, text, desk.formats, desk.clock)
    desk.workspace.do(set_rhythm, keys, days)
    desk.done(desk.words.many("{n} account has another rhythm.", "{n} accounts have another rhythm.", len(keys)))


def _action(desk: Desk, keys: list[int], text: str) -> None:
    title = understood(TITLE, text, desk.formats, desk.clock)
    if not title:
        raise NameMissing
    today = desk.clock.today()
    desk.workspace.do(add_for_accounts, dict.fromkeys(keys, title), today, today)
    desk.done(desk.words.many("{n} action added for today.", "{n} actions added for today.", len(keys)))


BULK = (
    Bulk(N_("Set tag"), "tag", N_("A tag, such as “north”"), _tag),
    Bulk(N_("Set rhythm"), "refresh-cw", N_("Days between two contacts"), _rhythm),
    Bulk(N_("Add action to all"), "circle-check-big", N_("What is to be done with each of them?"), _action),
)

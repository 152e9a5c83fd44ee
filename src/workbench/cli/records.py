"""list, show, search, add: reading and adding records."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from itertools import islice
from typing import Any

from workbench.cli.terminal import Terminal
from workbench.cli.verb import Verb, count, opened, with_file, with_json
from workbench.kernel.errors import UserError
from workbench.kernel.folding import fold
from workbench.kernel.words import N_

KINDS = ("accounts", "contacts", "meetings", "actions", "team", "plans", "requests")
SHOWN = {
    "accounts": ("name", "tier", "health", "sector", "parent", "renewal_on"),
    "contacts": ("name", "language", "last_contact_on"),
    "meetings": ("day", "start", "title", "account", "status"),
    "actions": ("title", "account", "direction", "member", "person", "due", "state"),
    "team": ("name", "title", "department", "manager", "office"),
    "plans": ("title", "account", "status", "version", "starts_on", "ends_on"),
    "requests": ("title", "account", "department", "asked_on", "promised_for", "state", "answered_on"),
}


class NoSuchField(UserError):
    message = N_("{kind} have no field “{field}”.")
    advice = N_("They have: {fields}.")


def _condition(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or not name:
        raise ArgumentTypeError(f"{text!r} is no condition; write it like tier=key")
    return name, value


def _arguments_of_list(parser: ArgumentParser) -> None:
    parser.add_argument("kind", choices=KINDS)
    with_file(parser)
    parser.add_argument(
        "--where",
        action="append",
        type=_condition,
        default=[],
        metavar="FIELD=VALUE",
        help="only these; may be repeated",
    )
    parser.add_argument("--limit", type=count, metavar="N", help="at most this many")
    with_json(parser)


def _list(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.cli.rows import rows_of
    from workbench.cli.spoken import label, written

    with opened(arguments.file, arguments, terminal, read_only=True) as workspace, workspace.read() as session:
        kind = _entity(arguments.kind)
        _check_fields(arguments.kind, kind, arguments.where)
        rows = (row for row in rows_of(session, kind) if _fits(row, arguments.where))
        found = list(islice(rows, arguments.limit))
    if terminal.as_json:
        terminal.answer(found, "")
        return
    shown, formats = SHOWN[arguments.kind], terminal.formats
    head = [label(kind, name, formats) for name in shown]
    terminal.table(head, ([written(kind, name, row, formats) for name in shown] for row in found))
    terminal.say(terminal.words.many("{n} row", "{n} rows", len(found)))


def _check_fields(named: str, kind: Any, conditions: list[tuple[str, str]]) -> None:
    columns = {column.name for column in kind.__table__.columns}
    known = columns | {name.removesuffix("_id") for name in columns}
    for name, _ in conditions:
        if name not in known:
            raise NoSuchField(kind=named, field=name, fields=", ".join(sorted(known)))


def _fits(row: dict[str, Any], conditions: list[tuple[str, str]]) -> bool:
    return all(fold("" if row[name] is None else str(row[name])) == fold(value) for name, value in conditions)


def _entity(kind: str) -> Any:
    from workbench import models

    return {
        "accounts": models.accounts.Account,
        "contacts": models.contacts.Person,
        "meetings": models.meetings.Meeting,
        "actions": models.action_items.ActionItem,
        "team": models.team.Member,
        "plans": models.plans.Plan,
        "requests": models.kam.Request,
    }[kind]


def _arguments_of_show(parser: ArgumentParser) -> None:
    parser.add_argument("account", help="its name, or a part of it that no other account has")
    with_file(parser)
    with_json(parser)


def _show(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.accounts.queries import account_named
    from workbench.cli.showing import account_sheet, as_text

    with opened(arguments.file, arguments, terminal, read_only=True) as workspace, workspace.read() as session:
        sheet = account_sheet(session, account_named(session, arguments.account), terminal.clock)
    terminal.answer(sheet, as_text(sheet, terminal))


def _arguments_of_search(parser: ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="WORD")
    with_file(parser)
    parser.add_argument("--limit", type=count, default=20, metavar="N", help="at most this many of each kind (20)")
    with_json(parser)


def _search(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.search.queries import find

    with opened(arguments.file, arguments, terminal, read_only=True) as workspace, workspace.read() as session:
        groups = find(session, " ".join(arguments.words), arguments.limit)
    if terminal.as_json:
        hits = [
            {
                "kind": hit.kind,
                "id": str(hit.id),
                "title": hit.title,
                "where": hit.where,
                "day": hit.day.isoformat() if hit.day else None,
            }
            for group in groups
            for hit in group.hits
        ]
        terminal.answer(hits, "")
        return
    for group in groups:
        terminal.say(terminal.words(group.label))
        for hit in group.hits:
            terminal.say("  " + " · ".join(filter(None, (hit.title, hit.place(terminal.formats)))))
    if not groups:
        terminal.say(terminal.words("Nothing found."))


def _arguments_of_add(parser: ArgumentParser) -> None:
    parser.add_argument("kind", choices=("action", "meeting", "note"))
    parser.add_argument("line", help="one line, as in quick capture: “Call Ana tomorrow 10:00 Talleres Norte !high”")
    with_file(parser)
    parser.add_argument("--account", metavar="NAME", help="the account, where the line does not name it")
    with_json(parser)


def _add(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.cli.adding import add_line

    with opened(arguments.file, arguments, terminal) as workspace:
        record, text = add_line(workspace, terminal, arguments.kind, arguments.line, arguments.account)
    terminal.answer(record, text)


VERBS = (
    Verb(
        "list",
        "list records",
        "workbench list accounts --in my.portfolio --where tier=key --json",
        _arguments_of_list,
        _list,
    ),
    Verb("show", "show one account", 'workbench show "Talleres Norte" --in my.portfolio', _arguments_of_show, _show),
    Verb("search", "find anything", "workbench search talleres ana --in my.portfolio", _arguments_of_search, _search),
    Verb(
        "add",
        "add an action, a meeting or a note",
        'workbench add action "Call Ana tomorrow 10:00" --in my.portfolio',
        _arguments_of_add,
        _add,
    ),
)

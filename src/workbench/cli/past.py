"""history, undo, redo: the journal."""

from argparse import ArgumentParser, Namespace
from datetime import datetime
from pathlib import Path
from typing import Any

from workbench.cli.terminal import Terminal
from workbench.cli.verb import Verb, opened, with_json
from workbench.kernel.journal import Change, Past
from workbench.kernel.words import N_

HEADS = {
    "change": N_("Number"),
    "at": N_("When"),
    "author": N_("Who"),
    "label": N_("What"),
    "reverts": N_("Takes back"),
    "verb": N_("Event"),
    "attribute": N_("Field"),
    "old": N_("Before"),
    "new": N_("After"),
}
VERBS_SAID = {"insert": N_("added"), "update": N_("changed"), "delete": N_("deleted")}


def _with_portfolio(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the portfolio")
    with_json(parser)


def _arguments_of_history(parser: ArgumentParser) -> None:
    _with_portfolio(parser)
    parser.add_argument(
        "record", nargs="?", metavar="RECORD", help="the identity of a record, or the name of an account"
    )


def _history(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.kernel import journal

    with opened(arguments.file, arguments, terminal, read_only=True) as workspace, workspace.read() as session:
        if arguments.record is None:
            lines = [_line(past, terminal) for past in journal.recent(session)]
        else:
            entity, key = _record(session, arguments.record)
            lines = [
                {**_line(edit.change, terminal), "verb": edit.verb.name.lower(), "attribute": edit.attribute}
                | {"old": _said(edit.old), "new": _said(edit.new)}
                for edit in journal.history(session, entity, key)
            ]
    if terminal.as_json:
        terminal.answer(lines, "")
        return
    head = list(lines[0]) if lines else []
    if head:
        said = [terminal.words(HEADS[name]) for name in head]
        terminal.table(said, ([_cell(name, line[name], terminal) for name in head] for line in lines))


def _record(session: Any, named: str) -> tuple[str, int]:
    from sqlalchemy import select

    from workbench.accounts.queries import account_named
    from workbench.kernel.journal import CELL
    from workbench.models import METADATA

    if named.isdecimal():
        # what may not leave the portfolio has no history to read either
        sealed = [table.name for table in METADATA.tables.values() if not table.info.get("leaves", True)]
        of_record = CELL.c.entity_id == int(named), CELL.c.entity.not_in(sealed)
        entity = session.scalar(select(CELL.c.entity).where(*of_record).limit(1))
        if entity:
            return str(entity), int(named)
    return "account", account_named(session, named)


def _line(past: Past, terminal: Terminal) -> dict[str, Any]:
    label = terminal.words(past.label)
    return {
        "change": past.id,
        "at": past.at.isoformat(timespec="seconds"),
        "author": past.author,
        "label": f"{label}: {past.about}" if past.about else label,
        "reverts": past.reverts,
    }


def _said(value: object) -> object:
    return f"<{len(value)} bytes>" if isinstance(value, bytes) else value


def _cell(name: str, value: Any, terminal: Terminal) -> str:
    if name == "at":
        return terminal.formats.moment(datetime.fromisoformat(value), terminal.clock.zone)
    if name == "verb":
        return terminal.words(VERBS_SAID[value])
    return "–" if value is None else str(value)


def _arguments_of_undo(parser: ArgumentParser) -> None:
    _with_portfolio(parser)
    parser.add_argument(
        "change", nargs="?", type=int, metavar="CHANGE", help="an older change, by its number in the history"
    )


def _undo(arguments: Namespace, terminal: Terminal) -> None:
    with opened(arguments.file, arguments, terminal) as workspace:
        change = workspace.undo() if arguments.change is None else workspace.revert(arguments.change)
    _tell(change, terminal, terminal.words("Undone: {label}.", label=_named(change, terminal)))


def _redo(arguments: Namespace, terminal: Terminal) -> None:
    with opened(arguments.file, arguments, terminal) as workspace:
        change = workspace.redo()
    _tell(change, terminal, terminal.words("Redone: {label}.", label=_named(change, terminal)))


def _named(change: Change, terminal: Terminal) -> str:
    label = terminal.words(change.label)
    return f"{label} ({change.about})" if change.about else label


def _tell(change: Change, terminal: Terminal, sentence: str) -> None:
    records = sum(len(ids) for ids in change.rows.values())
    parts = [sentence, terminal.words.many("{n} record changed.", "{n} records changed.", records)]
    if change.conflicts:
        kept = len({(c.entity, c.entity_id) for c in change.conflicts})
        parts.append(
            terminal.words.many(
                "{n} record was edited since and stays as it is.",
                "{n} records were edited since and stay as they are.",
                kept,
            )
        )
    answer = {
        "label": change.label,
        "about": change.about,
        "records": records,
        "conflicts": [{"entity": c.entity, "id": str(c.entity_id), "attribute": c.attribute} for c in change.conflicts],
    }
    terminal.answer(answer, " ".join(parts))


VERBS = (
    Verb(
        "history",
        "what was changed, by whom and when",
        "workbench history my.portfolio",
        _arguments_of_history,
        _history,
    ),
    Verb(
        "undo",
        "take back the newest change, or an older one by number",
        "workbench undo my.portfolio",
        _arguments_of_undo,
        _undo,
    ),
    Verb("redo", "make again what was undone", "workbench redo my.portfolio", _with_portfolio, _redo),
)

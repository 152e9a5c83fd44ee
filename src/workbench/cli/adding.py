"""One line in, one record out, for `add`."""

from typing import Any

from workbench.accounts.model import Account
from workbench.accounts.queries import account_named
from workbench.action_items.model import ActionItem
from workbench.capture.captured import Captured
from workbench.capture.commands import Stored, capture
from workbench.capture.grammar import Kind, Meant, read_line
from workbench.capture.queries import directory
from workbench.cli.rows import rows_of
from workbench.cli.terminal import Terminal
from workbench.kernel.entity import Entity
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_, Words
from workbench.kernel.workspace import Workspace
from workbench.meetings.model import Meeting
from workbench.meetings.proceedings import Decision

TABLES: dict[str, type[Entity]] = {kind.__tablename__: kind for kind in (Account, ActionItem, Decision, Meeting)}


class NoSuchDay(UserError):
    message = N_("“{part}”: {why}")
    advice = N_("Write another day, or put the words in quotation marks if they are no day.")

    def sentence(self, words: Words) -> str:
        """The same, with the reason in the language of the reader."""
        reason = str(self.values["why"])
        values = self.values | {"why": words(reason)}
        return " ".join(words(part, **values) for part in (self.message, self.consequence, self.advice))


class NoteForNobody(UserError):
    message = N_("A note is kept with an account, and the line names none.")
    advice = N_("Name one with --account, or write it in the line.")


class EmptyLine(UserError):
    message = N_("The line is empty.")
    advice = N_("Write what is to be done, as in “Call Ana tomorrow 10:00”.")


def add_line(
    workspace: Workspace, terminal: Terminal, kind: str, line: str, account: str | None
) -> tuple[dict[str, Any], str]:
    """Understand a line and store it; the new record as a row, and a sentence about it."""
    if not line.strip():
        raise EmptyLine
    today = workspace.clock.today()
    with workspace.read() as session:
        meant = Meant(account_named(session, account) if account else None, Kind(kind))
        said = read_line(line, terminal.words.language, today, directory(session, today), meant)
    _check(said)
    stored = workspace.do(capture, said, today, workspace.clock.zone)
    with workspace.read() as session:
        record = next(row for row in rows_of(session, TABLES[stored.table]) if row["id"] == str(stored.id))
    return record, _sentence(said, stored, record, terminal)


def _check(said: Captured) -> None:
    """On the command line nobody is asked again, so what cannot be stored as it was meant is refused."""
    for question in said.questions:
        if question.why:
            raise NoSuchDay(part=said.line[question.span.begin : question.span.end], why=question.why)
    if said.kind is Kind.NOTE and said.account_id is None:
        raise NoteForNobody


def _sentence(said: Captured, stored: Stored, record: dict[str, Any], terminal: Terminal) -> str:
    words, formats = terminal.words, terminal.formats
    if stored.kind is Kind.NOTE:
        text = words("Noted at {account}: {title}", account=record["name"], title=said.title)
    elif said.day:
        text = words("Added: {title}, {day}", title=said.title, day=formats.weekday(said.day))
    else:
        text = words("Added: {title}", title=said.title)
    unclear = ", ".join(said.line[question.span.begin : question.span.end] for question in said.questions)
    if unclear:
        text += "\n" + words("Not clear, so the whole line is kept with it: {parts}", parts=unclear)
    return text

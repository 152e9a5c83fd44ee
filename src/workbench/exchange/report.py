"""What an import did: per file, with every line that was not read and which column went where."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from workbench.exchange.rows import Column, Remark, TableHead
from workbench.exchange.targets import TARGETS
from workbench.kernel.errors import UserError
from workbench.kernel.formats import Formats
from workbench.kernel.words import N_, Words

SHOWN_LINES = 200


@dataclass(frozen=True)
class FileReport:
    """What happened to one file; `error` says why nothing of it could be imported."""

    source: str
    content: str = ""
    encoding: str = ""
    separator: str = ""
    tables: tuple[TableHead, ...] = ()
    created: Counter[str] = field(default_factory=Counter)
    updated: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    unread: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    unread_file: str | None = None
    change: int | None = None
    error: UserError | None = None

    def sentence(self, words: Words) -> str:
        """One line about this file."""
        if self.error:
            return self.error.sentence(words)
        parts = [words("{file}: {what}.", file=self.source, what=self._counts(words))]
        if self.unread:
            parts.append(words.many("{n} row could not be read.", "{n} rows could not be read.", len(self.unread)))
        if self.unread_file:
            parts.append(words("What was not read is in {file}.", file=self.unread_file))
        return " ".join(parts)

    def rows(self, words: Words) -> str:
        """How many rows of a table found their place, empty where it was none."""
        kind = self.tables[0].kind if len(self.tables) == 1 else ""
        done = self.created[kind] + self.updated[kind] + self.unchanged[kind]
        if not kind or self.error:
            return ""
        return words("{done} of {all} rows imported.", done=done, all=done + len(self.unread))

    def as_json(self, words: Words) -> dict[str, Any]:
        """The whole report of this file as plain values."""
        return {
            "file": self.source,
            "content": self.content,
            "encoding": self.encoding,
            "separator": self.separator,
            "tables": [table_as_json(table, words) for table in self.tables],
            "created": dict(self.created),
            "updated": dict(self.updated),
            "unchanged": dict(self.unchanged),
            "unread": [_line(remark, words) for remark in self.unread],
            "unread_file": self.unread_file,
            "warnings": [_line(remark, words) for remark in self.warnings],
            "change": self.change,
            "error": self.error.sentence(words) if self.error else None,
        }

    def lines(self, words: Words) -> Iterable[str]:
        """The report of this file, line by line: what was done, which column went where, what was not read."""
        yield self.sentence(words)
        for table in self.tables:
            yield from columns_told(table, words)
        for remark in (*self.unread, *self.warnings)[:SHOWN_LINES]:
            yield "  " + told(remark, words)

    def _counts(self, words: Words) -> str:
        done = (
            (N_("{things} added"), self.created),
            (N_("{things} changed"), self.updated),
            (N_("{things} as before"), self.unchanged),
        )
        parts = [words(what, things=_listed(words, counts)) for what, counts in done if counts.total()]
        return ", ".join(parts) or words("nothing to import")


@dataclass(frozen=True)
class ImportReport:
    """What happened to all files of one import."""

    files: tuple[FileReport, ...]
    is_dry_run: bool = False

    @property
    def created(self) -> Counter[str]:
        return sum((file.created for file in self.files), Counter())

    @property
    def updated(self) -> Counter[str]:
        return sum((file.updated for file in self.files), Counter())

    @property
    def unchanged(self) -> Counter[str]:
        return sum((file.unchanged for file in self.files), Counter())

    @property
    def unread(self) -> int:
        return sum(len(file.unread) for file in self.files)

    @property
    def failure(self) -> UserError | None:
        """Why nothing at all was imported, where no file could be."""
        errors = [file.error for file in self.files if file.error]
        return errors[0] if errors and len(errors) == len(self.files) else None

    def sentence(self, words: Words) -> str:
        """What happened, in one line for each file."""
        told_ = [file.sentence(words) for file in self.files]
        if self.is_dry_run:
            told_.append(words("This was a trial: nothing was changed."))
        return "\n".join(told_)

    def text(self, words: Words) -> str:
        """The whole report: for each file what happened, which column went where, and what was not read."""
        lines = [line for file in self.files for line in file.lines(words)]
        return "\n".join([*lines, words("This was a trial: nothing was changed.")] if self.is_dry_run else lines)

    def as_json(self, words: Words) -> dict[str, Any]:
        """The whole report as plain values."""
        return {
            "created": dict(self.created),
            "updated": dict(self.updated),
            "unchanged": dict(self.unchanged),
            "unread": self.unread,
            "dry_run": self.is_dry_run,
            "files": [file.as_json(words) for file in self.files],
        }


def columns_told(table: TableHead, words: Words) -> Iterable[str]:
    """Which column went where, one line each."""
    for column in table.columns:
        places = {"column": column.header, "field": _field(table, column.field, words)}
        if column.field:
            yield "  " + words("{column} → {field}", **places) + _factor(column, words)
        elif column.is_dropped or column.label_of:
            yield "  " + words("{column}: left out", **places)
        else:
            yield "  " + words("{column}: kept as it is, with its name", **places)


def _factor(column: Column, words: Words) -> str:
    """What each value of a column is taken for, where that is not what stands in the cell."""
    parts = [Formats.of(words.language).number(column.times)] if column.times != 1 else []
    parts += [column.currency] if column.currency else []
    return f" (× {' '.join(parts)})" if column.times != 1 else f" ({column.currency})" if parts else ""


def told(remark: Remark, words: Words) -> str:
    """A remark with its line."""
    text = remark.sentence(words)
    return words("Line {line}: {text}", line=remark.line, text=text) if remark.line else text


def table_as_json(table: TableHead, words: Words) -> dict[str, Any]:
    """A table and its columns as plain values."""
    columns = [
        {
            "column": column.header,
            "field": column.field,
            "label": _field(table, column.field, words) or None,
            "times": column.times,
            "currency": column.currency,
            "kept": "field" if column.field else "left out" if column.is_dropped or column.label_of else "extra",
        }
        for column in table.columns
    ]
    return {"sheet": table.name or None, "kind": table.kind, "mapping": table.mapping or None, "columns": columns}


def _field(table: TableHead, key: str | None, words: Words) -> str:
    return words(TARGETS[table.kind][key].label) if key else ""


def _line(remark: Remark, words: Words) -> dict[str, Any]:
    return {"line": remark.line or None, "reason": remark.sentence(words)}


def _listed(words: Words, counts: Counter[str]) -> str:
    return ", ".join(_counted(words, kind, n) for kind, n in counts.items() if n)


def _counted(words: Words, kind: str, n: int) -> str:
    things = {
        "accounts": words.many("{n} account", "{n} accounts", n),
        "contacts": words.many("{n} person", "{n} people", n),
        "team": words.many("{n} team member", "{n} team members", n),
        "meetings": words.many("{n} meeting", "{n} meetings", n),
        "actions": words.many("{n} action", "{n} actions", n),
    }
    return things.get(kind) or words.many("{n} record", "{n} records", n)

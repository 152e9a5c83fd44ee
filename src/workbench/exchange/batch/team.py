"""Our own people: matched or new, with their department, and their manager wherever in the file it stands."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from workbench.exchange import policy
from workbench.exchange.batch.context import Context
from workbench.exchange.batch.directory import one_of
from workbench.exchange.policy import Policy
from workbench.exchange.rows import Record
from workbench.kernel.words import N_
from workbench.team.model import Department, Member

PLAIN = frozenset(["name", "initials", "title", "office", "email", "phone", "hours_per_week", "external_id"])
KEYS = ("name", "email", "external_id")
CODE_LETTERS = 3


class Team:
    """The members of one import."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.stored: dict[int, dict[str, Any]] = {}
        self._managers: list[tuple[int, Record]] = []

    def prepare(self, records: Sequence[Record]) -> None:
        met = {key for record in records for key in self._candidates(record.values)}
        keys = [key for key in sorted(met - self.stored.keys()) if not self.context.staging.is_new(Member, key)]
        self.stored.update(self.context.staging.loaded(Member, keys))

    def take(self, record: Record) -> None:
        """Store one row as a member."""
        staging, outcome = self.context.staging, self.context.outcome
        key = self._match(record.values)
        if key is None:
            columns = self._columns(record.values)
            key = staging.add(Member, **columns)
            self.context.directory.note("member", key, **{name: columns.get(name) for name in (*KEYS, "initials")})
            outcome.created["team"] += 1
        elif self.context.terms.policy is Policy.SKIP:
            outcome.unchanged["team"] += 1
            return
        else:
            old = staging.current(Member, key, self.stored)
            told = policy.changes(old, self._columns(record.values), self.context.terms.policy)
            staging.change(Member, key, told)
            (outcome.updated if told else outcome.unchanged)["team"] += 1
        if record.values.get("manager"):
            self._managers.append((key, record))

    def settle_managers(self) -> None:
        """Link everybody to their manager; a manager who is nobody's row stays as a line in the note."""
        unknown: dict[str, int] = {}
        for key, record in self._managers:
            name = record.values["manager"]
            manager = self.context.directory.newest("member.name", name)
            if manager is None:
                unknown.setdefault(name, record.line)
                self._keep_in_note(key, f"Manager: {name}")
            elif manager != key:
                old = self.context.staging.current(Member, key, self.stored)
                told = policy.changes(old, {"manager_id": manager}, self.context.terms.policy)
                self.context.staging.change(Member, key, told)
        for name, line in unknown.items():
            text = N_("“{name}” is named as a manager but has no row; the name was kept in the notes of the people.")
            self.context.outcome.warn(line, text, name=name)

    def _keep_in_note(self, key: int, line: str) -> None:
        note = self.context.staging.current(Member, key, self.stored).get("note") or ""
        if line not in note:
            self.context.staging.change(Member, key, {"note": "\n".join(part for part in (note, line) if part)})

    def _columns(self, values: Mapping[str, Any]) -> dict[str, Any]:
        columns = {name: value for name, value in values.items() if name in PLAIN}
        if values.get("left_on"):
            columns["left_on"] = date.fromisoformat(values["left_on"])
        if values.get("department"):
            columns["department_id"] = self._department(values["department"])
        lines = [f"{header}: {value}" for header, value in values.get("extras", ())]
        note = "\n".join(part for part in (values.get("note"), *lines) if part)
        return columns | ({"note": note} if note else {})

    def _department(self, name: str) -> int:
        directory = self.context.directory
        key = directory.newest("department.name", name) or directory.newest("department.code", name)
        if key is None:
            code = name[:CODE_LETTERS].upper()
            key = self.context.staging.add(Department, name=name, code=code)
            directory.note("department", key, name=name, code=code)
        return key

    def _match(self, values: Mapping[str, Any]) -> int | None:
        for name in self.context.terms.match:
            if name in KEYS and values.get(name):
                found = self.context.directory.of(f"member.{name}").find(values[name])
                # two rows of one list that share a name are two people
                known = (key for key in found if name != "name" or not self.context.staging.is_new(Member, key))
                key = one_of(known, values[name])
                if key is not None:
                    return key
        return None

    def _candidates(self, values: Mapping[str, Any]) -> Iterable[int]:
        for name in self.context.terms.match:
            if name in KEYS and values.get(name):
                yield from self.context.directory.of(f"member.{name}").find(values[name])

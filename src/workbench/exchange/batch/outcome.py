"""What an import did to one file, as it goes."""

from collections import Counter
from dataclasses import dataclass, field

from workbench.exchange.rows import BadRow, Record, Remark


@dataclass
class Outcome:
    """Counts by kind of record, rows that could not be taken after all, and remarks."""

    created: Counter[str] = field(default_factory=Counter)
    updated: Counter[str] = field(default_factory=Counter)
    unchanged: Counter[str] = field(default_factory=Counter)
    unread: list[Remark] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)

    def refuse(self, record: Record, bad: BadRow) -> None:
        self.unread.append(Remark(record.line, bad.text, bad.values, record.raw or " "))

    def warn(self, line: int, text: str, **values: object) -> None:
        self.warnings.append(Remark(line, text, values))

"""What to do on a day, as rows: a heading for each group, and its actions."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from workbench.action_items.cards import ActionCard
from workbench.kernel.clock import days_between
from workbench.ui.desk import Desk
from workbench.ui.painting import Index

ROW_ROLE = Qt.ItemDataRole.UserRole
NEAR = 6
Said = tuple[str, str]


@dataclass(frozen=True)
class Heading:
    """The name of a group in a colour, and how many actions are in it."""

    label: str
    count: int
    token: str


class TodoModel(QAbstractListModel):
    """The groups of a day one below the other; what was just ticked stays in its place until it is let go."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[Heading | ActionCard] = []
        self._today = date.min
        self._raised: Callable[[ActionCard], Said | None] = _never
        self.leaving: set[int] = set()

    def show_groups(
        self, groups: Sequence[tuple[Heading, Sequence[ActionCard]]], today: date, raised: Callable[..., Said | None]
    ) -> None:
        """Other rows; `raised` says when an action can be raised at a meeting, with the look of that time."""
        before = self._rows
        self.beginResetModel()
        self._today, self._raised = today, raised
        self._rows = []
        for heading, cards in groups:
            self._rows += [heading, *cards]
        self.leaving -= {row.id for row in self._rows if isinstance(row, ActionCard)}
        self._keep(before)
        self.endResetModel()

    def let_go(self) -> None:
        """What was just ticked leaves."""
        self.beginResetModel()
        self._rows = [row for row in self._rows if isinstance(row, Heading) or row.id not in self.leaving]
        self.leaving.clear()
        self.endResetModel()

    def keys(self) -> list[int]:
        """The actions, from top to bottom."""
        return [row.id for row in self._rows if isinstance(row, ActionCard)]

    def row_of(self, key: int | None) -> int:
        """The row of an action, -1 if it is not here."""
        return next((n for n, row in enumerate(self._rows) if isinstance(row, ActionCard) and row.id == key), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not isinstance(index.data(ROW_ROLE), ActionCard):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None
        if role == ROW_ROLE or row is None:
            return row
        if isinstance(row, Heading):
            return row.label if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.said(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            done = self._desk.words("Done") if row.id in self.leaving else ""
            return ", ".join(filter(None, (self.said(row), row.account, self.when(row)[0], done)))
        return None

    def said(self, card: ActionCard) -> str:
        """What is to be done, and by whom if not by us."""
        return f"{card.title} · {card.owner}" if card.owner and not card.is_ours else card.title

    def when(self, card: ActionCard) -> Said:
        """The time or day of an action, and how it looks: late, near or neutral."""
        raised = self._raised(card)
        if raised:
            return raised
        words, formats, due = self._desk.words, self._desk.formats, card.due
        if due is None:
            return "", "neutral"
        late = days_between(due, self._today)
        if late > 0:
            text = words.many("{n} day late", "{n} days late", late) if late <= NEAR else formats.short_day(due)
            return text, "crit"
        if late == 0:
            return words("today"), "warn"
        return (formats.weekday(due) if -late <= NEAR else formats.short_day(due)), "neutral"

    def heading_of(self, row: int) -> str:
        """The name of the group that a row stands in."""
        heads = (above for above in reversed(self._rows[: row + 1]) if isinstance(above, Heading))
        return next((head.label for head in heads), "")

    def _keep(self, before: Sequence[Heading | ActionCard]) -> None:
        """Put what was just ticked back where it stood: below the row that was above it."""
        for place, row in enumerate(before):
            if not isinstance(row, ActionCard) or row.id not in self.leaving:
                continue
            above = before[place - 1]
            at = next((n for n, now in enumerate(self._rows) if _is_same(now, above)), None)
            if at is None and isinstance(above, Heading):
                # it was the last of its group
                self._rows.insert(0, above)
                at = 0
            if at is not None:
                self._rows.insert(at + 1, row)


def missing(before: Collection[int], now: Collection[int]) -> list[int]:
    """What was there before and is not now."""
    kept = {*now}
    return [key for key in before if key not in kept]


def _is_same(now: Heading | ActionCard, before: Heading | ActionCard) -> bool:
    if isinstance(now, Heading) or isinstance(before, Heading):
        return isinstance(now, Heading) and isinstance(before, Heading) and now.label == before.label
    return now.id == before.id


def _never(_card: ActionCard) -> None:
    return None

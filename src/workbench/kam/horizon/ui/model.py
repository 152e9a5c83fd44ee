"""The horizon as a table: a column for each part, cards below each other, a lane for each department if wanted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, Qt, Signal

from workbench.action_items.model import Direction
from workbench.kam.horizon.buckets import BUCKETS, Bucket
from workbench.kam.horizon.views import HorizonItem, HorizonView
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.painting import Index
from workbench.ui.widgets.said import plainly

ITEM_ROLE = Qt.ItemDataRole.UserRole
LANE_ROLE = Qt.ItemDataRole.UserRole + 1
MIME = "application/x-workbench-actions"


@dataclass(frozen=True)
class Line:
    """A row of the table: the name of a lane, or a card for each part, where there is one."""

    lane: str = ""
    cards: tuple[HorizonItem | None, ...] = ()


class HorizonModel(QAbstractTableModel):
    """The cards of each part from the top. `dropped` tells which actions were dragged to which part."""

    dropped = Signal(list, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view = HorizonView("", desk.clock.today(), desk.clock.today())
        self.lines: tuple[Line, ...] = ()

    def show_view(self, view: HorizonView, *, in_lanes: bool) -> None:
        """Other actions; nothing is told if they are the same."""
        lines = tuple(self._in_lanes(view) if in_lanes else _stacked(view.items))
        if lines == self.lines and view.start == self.view.start:
            self.view = view
            return
        self.beginResetModel()
        self.view, self.lines = view, lines
        self.endResetModel()

    def item(self, index: Index) -> HorizonItem | None:
        """The action at a place."""
        cards = self.lines[index.row()].cards if 0 <= index.row() < len(self.lines) else ()
        return cards[index.column()] if 0 <= index.column() < len(cards) else None

    def find(self, key: int) -> QModelIndex:
        """Where an action is; an invalid index if it is not shown."""
        for row, line in enumerate(self.lines):
            for column, card in enumerate(line.cards):
                if card is not None and card.id == key:
                    return self.index(row, column)
        return QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(BUCKETS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
        if 0 <= index.row() < len(self.lines) and self.lines[index.row()].lane:
            return Qt.ItemFlag.ItemIsEnabled
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.item(index) else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(BUCKETS):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(BUCKETS[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            late = sum(item.is_late for item in self.view.within(BUCKETS[section]))
            return plainly(self._desk.words.many("{n} late", "{n} late", late))
        return None

    def name(self, bucket: Bucket) -> str:
        """What a part is called, with how many actions lie in it and how many of them are late."""
        words, within = self._desk.words, self.view.within(bucket)
        late = sum(item.is_late for item in within)
        name = words(bucket.label)
        if late:
            return words("{part} · {n}, {late} late", part=name, n=len(within), late=late)
        return words("{part} · {n}", part=name, n=len(within))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.lines):
            return None
        lane, item = self.lines[index.row()].lane, self.item(index)
        if role == LANE_ROLE:
            return lane
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title if item else lane if index.column() == 0 else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.heard(item) if item else lane or self._desk.words("free")
        if role == Qt.ItemDataRole.ToolTipRole and item:
            return plainly(item.title)
        return None

    def heard(self, item: HorizonItem) -> str:
        """What a card says to somebody who listens."""
        words = self._desk.words
        parts = (
            item.title,
            words(item.state.label),
            self._when(item),
            self.slip(item),
            words("blocked") if item.is_blocked else "",
            words("owner {name}", name=item.owner) if item.owner else words("no owner"),
            item.code or "",
        )
        return ", ".join(part for part in parts if part)

    def _when(self, item: HorizonItem) -> str:
        if item.due is None:
            return self._desk.words("no day")
        if item.is_late:
            return self._desk.words.many("{n} day late", "{n} days late", (self.view.as_of - item.due).days)
        return self._desk.formats.long_weekday(item.due)

    def slip(self, item: HorizonItem) -> str:
        """How much later, or earlier, it is due than it was first promised for."""
        if not item.slip:
            return ""
        sign = "+" if item.slip > 0 else "−"
        return self._desk.words("{sign}{n} d", sign=sign, n=self._desk.formats.number(abs(item.slip)))

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        keys = [str(item.id) for index in indexes if (item := self.item(index)) is not None]
        data = QMimeData()
        data.setData(MIME, ",".join(keys).encode())
        return data

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, _row: int, column: int, parent: Index) -> bool:
        place = parent.column() if parent.isValid() else column
        if not data.hasFormat(MIME) or not 0 <= place < len(BUCKETS):
            return False
        keys = [int(key) for key in bytes(data.data(MIME).data()).decode().split(",") if key]
        self.dropped.emit(keys, BUCKETS[place])
        # the table must not take rows away: the actions come back in their new places
        return False

    def _in_lanes(self, view: HorizonView) -> Iterator[Line]:
        """Departments in the user's order, then what the client owes, then what belongs to nobody."""
        words = self._desk.words
        theirs = [item for item in view.items if item.direction is Direction.THEY_OWE]
        ours = [item for item in view.items if item.direction is not Direction.THEY_OWE]
        known = {key for key, _ in view.departments}
        lanes = [(name, [item for item in ours if item.department_id == key]) for key, name in view.departments]
        lanes.append((words(N_("Client")), theirs))
        lanes.append((words("Without a department"), [item for item in ours if item.department_id not in known]))
        for name, items in lanes:
            if items:
                yield Line(words("{part} · {n}", part=name, n=len(items)))
                yield from _stacked(items)


def _stacked(items: Sequence[HorizonItem]) -> Iterator[Line]:
    """The actions of each part one below the other."""
    stacks = [[item for item in items if item.bucket is bucket] for bucket in BUCKETS]
    for place in range(max((len(stack) for stack in stacks), default=0)):
        yield Line(cards=tuple(stack[place] if place < len(stack) else None for stack in stacks))

"""Rows of a listing: identities are read at once, values by the page, and a change repaints only what it touched."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from sqlalchemy import Table
from sqlalchemy.sql import visitors

from workbench.kernel.cells import Cell, Look, Row, near_day
from workbench.kernel.field import Field, Kind
from workbench.kernel.formats import Formats
from workbench.kernel.journal import Change
from workbench.kernel.listing import Listing
from workbench.ui.bridge import LiveWorkspace
from workbench.ui.painting import Index

Role = Qt.ItemDataRole
KEY_ROLE = Role.UserRole
VALUE_ROLE = Role.UserRole + 1
PAGE = 200
NUMERIC = {Kind.NUMBER, Kind.MONEY, Kind.PERCENT}


def tables_of(listing: Listing) -> set[str]:
    """The tables whose changes can be seen in a listing; everything else that is saved leaves it alone."""
    columns = (*(field.attribute for field in listing.fields), *listing.search)
    parts = visitors.iterate(listing.select.with_only_columns(listing.key, *columns))
    return {part.name for part in parts if isinstance(part, Table)} | {listing.entity}


class ListingModel(QAbstractTableModel):
    """The model of every table over the portfolio."""

    def __init__(
        self, workspace: LiveWorkspace, listing: Listing, formats: Formats, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.looks: Mapping[str, Look] = {}
        self._today = workspace.plain.clock.today()
        self._workspace, self._listing, self._formats = workspace, listing, formats
        self._tables = tables_of(listing)
        self._wanted = ""
        self._by: tuple[Field | None, bool | None] = (None, None)
        self._ids: list[int] = []
        self._rows: dict[int, tuple[Any, ...]] = {}
        workspace.changed.connect(self._on_change)
        self.reload()

    @property
    def listing(self) -> Listing:
        return self._listing

    def show_listing(self, listing: Listing) -> None:
        """Show other rows with the same fields: a filter, another account."""
        self.beginResetModel()
        self._listing, self._tables = listing, tables_of(listing)
        self._take()
        self.endResetModel()

    def search(self, wanted: str) -> None:
        """Only rows that hold these words."""
        self._wanted = wanted
        self.reload()

    def reload(self) -> None:
        self.beginResetModel()
        self._take()
        self.endResetModel()

    def key(self, row: int) -> int | None:
        """The identity of the record in a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def keys(self) -> list[int]:
        """The identities of all records, in order."""
        return list(self._ids)

    def row_of(self, key: int) -> int | None:
        return self._ids.index(key) if key in self._ids else None

    def field(self, column: int) -> Field:
        return self._listing.fields[column]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if column < 0:
            self._by = (None, None)
        else:
            self._by = (self._listing.fields[column], order == Qt.SortOrder.DescendingOrder)
        self.reload()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._listing.fields)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Role.DisplayRole:
            return self._formats.words(self._listing.fields[section].label)
        if role == Role.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == KEY_ROLE:
            return self._ids[index.row()]
        if role == Role.TextAlignmentRole:
            return self._alignment(index.column())
        if role == VALUE_ROLE:
            return self.cell(index.row(), index.column())[0]
        if role not in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return None
        shown = self.cell(index.row(), index.column())[1]
        return {Role.ToolTipRole: shown.tip, Role.AccessibleTextRole: shown.aloud}.get(Role(role), shown.text)

    def name(self, key: int) -> str:
        """What a record is called here: its name or title, else its first column."""
        row, called = self.row_of(key), [field.name for field in self._listing.fields]
        column = next((called.index(name) for name in ("name", "title") if name in called), 0)
        return self.cell(row, column)[1].text if row is not None else ""

    def cell(self, row: int, column: int) -> tuple[Any, Cell]:
        """A value and how it is shown."""
        field, values = self._listing.fields[column], self._row(row)
        value = values[column]
        if field.name in self.looks:
            return value, self.looks[field.name](Row(self._formats, self._today, self._named(values)))
        if field.kind is Kind.DAY:
            return value, near_day(self._formats, value, self._today)
        return value, Cell(field.text(self._formats, value))

    def _named(self, values: tuple[Any, ...]) -> dict[str, Any]:
        fields = (*self._listing.fields, *self._listing.beside)
        return {field.name: value for field, value in zip(fields, values, strict=True)}

    def _take(self) -> None:
        self._today = self._workspace.plain.clock.today()
        self._ids = self._read_ids()
        self._rows.clear()

    def _alignment(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if self.field(column).kind in NUMERIC else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def _row(self, row: int) -> tuple[Any, ...]:
        key = self._ids[row]
        if key not in self._rows:
            start = row // PAGE * PAGE
            with self._workspace.read() as session:
                self._rows.update(self._listing.values(session, self._ids[start : start + PAGE]))
            # a row that another program deleted meanwhile is shown empty until the list is read again
            self._rows.setdefault(key, (None,) * (len(self._listing.fields) + len(self._listing.beside)))
        return self._rows[key]

    def _read_ids(self) -> list[int]:
        by, descending = self._by
        with self._workspace.read() as session:
            return self._listing.keys(session, self._wanted, by, descending=descending)

    def _on_change(self, change: Change) -> None:
        if not self._tables & change.rows.keys():
            return
        ids = self._read_ids()
        if ids != self._ids:
            self._move_to(ids)
        if self._tables & change.rows.keys() - {self._listing.entity}:
            # a record of another kind may be shown by its name in any row
            self._rows.clear()
            if self._ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, self.columnCount() - 1))
            return
        places = {key: place for place, key in enumerate(self._ids)}
        for key in change.ids(self._listing.entity) & self._rows.keys():
            del self._rows[key]
            if key in places:
                row = places[key]
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def _move_to(self, ids: list[int]) -> None:
        """Take over a new order as a layout change where possible, so that selection and scroll position stay."""
        if set(ids) != set(self._ids) or len(ids) != len(set(ids)):
            self._replace(ids)
            return
        self.layoutAboutToBeChanged.emit()
        places = {key: place for place, key in enumerate(ids)}
        old = self.persistentIndexList()
        moved = [self.index(places[self._ids[index.row()]], index.column()) for index in old]
        self._ids = ids
        self.changePersistentIndexList(old, moved)
        self.layoutChanged.emit()

    def _replace(self, ids: list[int]) -> None:
        kept = set(ids)
        for row in range(len(self._ids) - 1, -1, -1):
            if self._ids[row] not in kept:
                if len(self._ids) - len(kept) > PAGE:
                    break
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._ids[row]
                self.endRemoveRows()
        known = set(self._ids)
        new = [(place, key) for place, key in enumerate(ids) if key not in known]
        if len(new) <= PAGE and [key for key in ids if key in known] == self._ids:
            for place, key in new:
                self.beginInsertRows(QModelIndex(), place, place)
                self._ids.insert(place, key)
                self.endInsertRows()
        else:
            self.beginResetModel()
            self._ids = ids
            self._rows.clear()
            self.endResetModel()

"""The grid as a table: what it is, who owns it, a letter for each department, what the audit says."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from workbench.kam.model import Letter
from workbench.kam.raci.views import Place, RaciRow, RaciView, Work, fault_said, fault_sentence
from workbench.kernel.words import N_
from workbench.ui import painting
from workbench.ui.desk import Desk
from workbench.ui.painting import Index
from workbench.ui.widgets.said import plainly

ROW_ROLE = Qt.ItemDataRole.UserRole
LETTER_ROLE = Qt.ItemDataRole.UserRole + 1
TITLE, OWNER, FIRST = 0, 1, 2


class RaciModel(QAbstractTableModel):
    """One row for each piece of work. A change of letters repaints the rows it touched and moves nothing."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.view = RaciView("", desk.clock.today())

    def show_view(self, view: RaciView) -> bool:
        """Other letters, or other rows; whether the table was built anew."""
        before = self.view
        same = [(row.work, row.key) for row in before.rows] == [(row.work, row.key) for row in view.rows]
        if not same or before.columns != view.columns:
            self.beginResetModel()
            self.view = view
            self.endResetModel()
            return True
        self.view = view
        for place, (old, new) in enumerate(zip(before.rows, view.rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))
        return False

    @property
    def last(self) -> int:
        """The column of the audit."""
        return FIRST + len(self.view.columns)

    def row(self, place: int) -> RaciRow | None:
        return self.view.rows[place] if 0 <= place < len(self.view.rows) else None

    def find(self, work: Work, key: int) -> int:
        """The place of a row; -1 if it is not shown."""
        rows = enumerate(self.view.rows)
        return next((place for place, row in rows if (row.work, row.key) == (work, key)), -1)

    def place_of(self, index: Index) -> Place | None:
        """The cell that an index stands for; None where there are no letters."""
        row = self.row(index.row())
        if row is None or not FIRST <= index.column() < self.last:
            return None
        return Place(row.work, row.key, self.view.columns[index.column() - FIRST].id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.view.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self.last + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        words = self._desk.words
        if FIRST <= section < self.last:
            column = self.view.columns[section - FIRST]
            if role == Qt.ItemDataRole.ToolTipRole:
                return plainly(
                    words("{department}: a click goes to the next row it accounts for", department=column.name)
                )
            return column.code if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return painting.LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return words({TITLE: N_("What"), OWNER: N_("Owner")}.get(section, N_("Audit")))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == LETTER_ROLE:
            return self._letter(row, index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._heard(row, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (TITLE, self.last):
            return plainly(row.label if index.column() == TITLE else fault_sentence(row, self.view, self._desk.words))
        return None

    def _letter(self, row: RaciRow, column: int) -> Letter | None:
        return row.letters.get(self.view.columns[column - FIRST].id) if FIRST <= column < self.last else None

    def _text(self, row: RaciRow, column: int) -> str:
        if column == TITLE:
            return row.label
        if column == OWNER:
            return row.owner or ""
        if column == self.last:
            return fault_said(row, self.view, self._desk.words)
        letter = self._letter(row, column)
        return letter.value if letter else ""

    def _heard(self, row: RaciRow, column: int) -> str:
        """What a cell says to somebody who listens."""
        words = self._desk.words
        if column == TITLE:
            return ", ".join(part for part in (row.label, words(row.work.label), row.owner) if part)
        if column == self.last:
            return (
                words("Problem: {problem}.", problem=words(row.faults[0].label)) if row.faults else words("No problem")
            )
        if column == OWNER:
            return row.owner or words("nobody")
        letter, name = self._letter(row, column), self.view.columns[column - FIRST].name
        held = words(letter.label) if letter else words("none")
        if row.faults:
            problem = words(row.faults[0].label)
            sentence = N_("{row}, {department}, {letter}. Problem: {problem}.")
            return words(sentence, row=row.label, department=name, letter=held, problem=problem)
        return words("{row}, {department}, {letter}.", row=row.label, department=name, letter=held)

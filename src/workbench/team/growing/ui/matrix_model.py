"""The skill matrix as a table: a row for each member, a column for each skill, the bench below."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from workbench.team.growing.gaps import Bench, Standing
from workbench.team.growing.views import Matrix, SkillColumn
from workbench.ui.desk import Desk
from workbench.ui.painting import Index
from workbench.ui.widgets.said import plainly

CELL_ROLE = Qt.ItemDataRole.UserRole


class MatrixModel(QAbstractTableModel):
    """Cells are standings; those of the last row are benches."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.matrix = Matrix()
        self.heads: list[str] = []

    def show_matrix(self, found: Matrix) -> None:
        """Another matrix; where only levels are others, only their cells are drawn again."""
        before, self.matrix = self.matrix, found
        same = [skill.id for skill in before.skills] == [skill.id for skill in found.skills]
        if not same or [row.id for row in before.rows] != [row.id for row in found.rows]:
            self.beginResetModel()
            self.endResetModel()
            return
        if before.skills != found.skills or [row.name for row in before.rows] != [row.name for row in found.rows]:
            for way, last in (
                (Qt.Orientation.Horizontal, len(found.skills)),
                (Qt.Orientation.Vertical, len(found.rows)),
            ):
                self.headerDataChanged.emit(way, 0, last - 1)
        for place, (old, new) in enumerate(zip(before.rows, found.rows, strict=True)):
            for column, pair in enumerate(zip(old.standings, new.standings, strict=True)):
                if pair[0] != pair[1]:
                    self.dataChanged.emit(self.index(place, column), self.index(place, column))
                    self.dataChanged.emit(self.index(len(found.rows), column), self.index(len(found.rows), column))

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or not self.matrix.rows else len(self.matrix.rows) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.matrix.skills)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        names: list[str] = [skill.name for skill in self.matrix.skills]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            # as they are broken into lines for the width of their columns
            return self.heads[section] if section < len(self.heads) else None
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole and section < len(names):
            return plainly(names[section])
        if orientation == Qt.Orientation.Vertical:
            names = [*(row.name for row in self.matrix.rows), self._desk.words("Bench")]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and section < len(names):
            return " ".join(names[section].split())
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.cell(index)
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole and cell is not None:
            return self.written(cell)
        if role == Qt.ItemDataRole.AccessibleTextRole and cell is not None:
            return self.heard(index, cell)
        return None

    def cell(self, index: Index) -> Standing | Bench | None:
        """What stands at a place."""
        rows = self.matrix.rows
        if not index.isValid() or index.column() >= len(self.matrix.skills):
            return None
        if index.row() == len(rows):
            return self.matrix.bench(index.column())
        return rows[index.row()].standings[index.column()] if index.row() < len(rows) else None

    def written(self, cell: Standing | Bench) -> str:
        """“2/4”: what is there, and what is required."""
        if isinstance(cell, Bench):
            return f"{cell.ready}/{cell.needed}" if cell.needed else ""
        if cell.required:
            return f"{cell.current}/{cell.required}"
        return str(cell.current) if cell.current else ""

    def heard(self, index: Index, cell: Standing | Bench) -> str:
        """The whole of a cell in words."""
        words = self._desk.words
        skill = self.matrix.skills[index.column()].name
        if isinstance(cell, Bench):
            return words("{skill}: {ready} of {needed} are ready", skill=skill, ready=cell.ready, needed=cell.needed)
        told = {"name": self.matrix.rows[index.row()].name, "skill": skill, "current": cell.current}
        if not cell.required:
            return words("{name}, {skill}: level {current}, nothing required", **told)
        if not cell.gap:
            return words("{name}, {skill}: level {current} of {required}, ready", required=cell.required, **told)
        return words(
            "{name}, {skill}: level {current} of {required}, gap {gap}, priority {priority}",
            required=cell.required,
            gap=cell.gap,
            priority=cell.priority,
            **told,
        )

    def find(self, member_id: int, skill_id: int | None = None) -> QModelIndex:
        """The place of a member and a skill; invalid where one of them is not shown."""
        row = next((place for place, one in enumerate(self.matrix.rows) if one.id == member_id), -1)
        skills = [skill.id for skill in self.matrix.skills]
        column = skills.index(skill_id) if skill_id in skills else (-1 if skill_id is not None else 0)
        return self.index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def place_of(self, key: int, row: int = 0) -> QModelIndex:
        """The place of a level, of a member's widest gap, or of a skill in a row; invalid for what is not shown."""
        for one in (standing for line in self.matrix.rows for standing in line.standings):
            if one.level_id == key:
                return self.find(one.member_id, one.skill_id)
        own = [gap for gap in self.matrix.gaps() if gap.member_id == key]
        if self.find(key).isValid():
            return self.find(key, own[0].skill_id if own else None)
        skills = [skill.id for skill in self.matrix.skills]
        return self.index(max(row, 0), skills.index(key)) if key in skills else QModelIndex()

    def skill_at(self, column: int) -> SkillColumn | None:
        return self.matrix.skills[column] if 0 <= column < len(self.matrix.skills) else None

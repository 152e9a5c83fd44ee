"""What all tables have in common whose cells are painted: a grid of letters, of weeks, of hours."""

from PySide6.QtWidgets import QFrame, QHeaderView, QTableView


def set_up(table: QTableView, row: int) -> None:
    """Nothing is typed into a cell, one is chosen, Tab leaves; rows are `row` pixels high, columns as wide as they are
    told."""
    table.setShowGrid(False)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    rows, columns = table.verticalHeader(), table.horizontalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(row)
    columns.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    columns.setHighlightSections(False)
    columns.setSectionsClickable(False)

"""The chosen row beside the grid: its fields, edited in place."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget

from workbench.action_items import fields as action_fields
from workbench.action_items.commands import edit_action
from workbench.action_items.model import ActionItem
from workbench.kam.model import Deliverable, Workstream
from workbench.kam.raci.views import RaciRow, Work
from workbench.kam.workstreams.commands import edit_deliverable, edit_workstream
from workbench.kam.workstreams.fields import DELIVERABLE_FIELDS, STREAM_FIELDS
from workbench.ui.desk import Desk
from workbench.ui.details import read_values
from workbench.ui.form import Form
from workbench.ui.layout import column, row, scrolling
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said

WIDTH = 300
ACTION_FIELDS = (
    action_fields.TITLE,
    action_fields.MEMBER,
    action_fields.PERSON,
    action_fields.DEPARTMENT,
    action_fields.START,
    action_fields.DUE,
    action_fields.STATE,
)
KINDS: Mapping[Work, Any] = {
    Work.WORKSTREAM: (Workstream, STREAM_FIELDS, edit_workstream),
    Work.DELIVERABLE: (Deliverable, DELIVERABLE_FIELDS, edit_deliverable),
    Work.ACTION: (ActionItem, ACTION_FIELDS, edit_action),
}


class RowPane(Panel):
    """One form for each kind of row. Esc leaves it."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "surface", "l")
        self._desk = desk
        self._work = Work.WORKSTREAM
        self._kind = Said(desk.theme, "", "subtitle")
        self._stack = QStackedWidget()
        self.forms = {work: self._form(work) for work in KINDS}
        close = button(desk.theme, "", "x", "quiet", desk.words("Close (Esc)"))
        close.setObjectName("raci.pane.close")
        close.clicked.connect(self.left)
        head = row(self._kind, None, close)
        self.setLayout(column(head, self._stack, margins=(14, 8, 8, 8), gap=6, stretch=(0, 1)))
        self.setFixedWidth(desk.theme.px(WIDTH))
        self.setObjectName("raci.pane")

    def show_row(self, shown: RaciRow | None) -> None:
        """Show the fields of a row; nothing if it is gone."""
        if shown is None:
            self.left.emit()
            return
        self._work = shown.work
        kind, fields, _ = KINDS[shown.work]
        values = read_values(self._desk, kind, fields, shown.key)
        self._kind.setText(self._desk.words(shown.work.label))
        self.forms[shown.work].show_record(shown.key if values else None, values or {})
        self._stack.setCurrentIndex(list(KINDS).index(shown.work))

    def begin(self) -> None:
        """Put the caret into the first field."""
        self.forms[self._work].focus_field(KINDS[self._work][1][0].name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _form(self, work: Work) -> Form:
        kind, fields, _ = KINDS[work]
        made = Form(self._desk, fields, _Saver(self._desk, work), kind.__tablename__)
        self._stack.addWidget(scrolling(made))
        return made


class _Saver:
    """Saves one field of a row."""

    def __init__(self, desk: Desk, work: Work) -> None:
        self._desk, self._work = desk, work

    def __call__(self, key: int, values: Mapping[str, Any]) -> None:
        self._desk.workspace.do(KINDS[self._work][2], key, **values)

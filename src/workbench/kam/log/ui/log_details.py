"""The chosen entry of the log beside its list: its fields, or what the minutes say."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from workbench.kam.log import fields
from workbench.kam.log.commands import edit_log_entry
from workbench.kam.log.ui.log_list import standing
from workbench.kam.log.views import LogLine
from workbench.kam.model import LogEntry
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.details import read_values
from workbench.ui.form import Form
from workbench.ui.layout import column, holding, row, scrolling
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.chips import Chip, ChipRow
from workbench.ui.widgets.flow import Flow
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said, Shortened

WIDTH, LEAST = 330, 260
BUTTONS = (
    ("resolve", N_("Resolve (R)"), "circle-check"),
    ("lesson", N_("Make a lesson of it (L)"), "lightbulb"),
    ("meeting", N_("Open the meeting (M)"), "calendar"),
)


class LogDetails(Panel):
    """One entry; `asked` tells which of its verbs is wanted."""

    asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "surface", "l")
        self._desk = desk
        theme = desk.theme
        self._heading = Shortened(theme, "", "subtitle")
        self._chips = ChipRow(theme)
        self.form = Form(desk, fields.FIELDS, self._save, LogEntry.__tablename__)
        self._minuted = Said(theme, "", "body", "text2", wraps=True)
        self.buttons: dict[str, QPushButton] = {}
        verbs = Flow(gap=6)
        for verb, label, icon in BUTTONS:
            made = button(theme, desk.words(label), icon)
            made.setObjectName(f"log.details.{verb}")
            made.clicked.connect(self._pressed)
            self.buttons[verb] = made
            verbs.addWidget(made)
        # what is short of room scrolls, verbs as well: only the name stays
        parts = (row(self._chips, None), holding(verbs), self._minuted, self.form, None)
        body = holding(column(*parts, margins=(16, 2, 12, 16), gap=8))
        head = column(self._heading, margins=(16, 12, 12, 4))
        self._inside = holding(column(head, scrolling(body), gap=2))
        self.setLayout(column(self._inside))
        self.setMinimumWidth(theme.px(LEAST))
        self.setObjectName("log.details")
        self.show_line(None)

    def show_line(self, line: LogLine | None) -> None:
        """Show an entry, or nothing."""
        is_own = line is not None and not line.is_minuted
        key = line.id if line is not None and is_own else None
        values = read_values(self._desk, LogEntry, fields.FIELDS, key)
        self.form.show_record(key if values else None, values or {})
        self._inside.setVisible(line is not None)
        self.form.setVisible(is_own)
        self._minuted.setVisible(line is not None and line.is_minuted)
        if line is None:
            return
        words, formats = self._desk.words, self._desk.formats
        self._heading.setText(line.title)
        chip = standing(self._desk, line)
        chips = [Chip(words(line.kind.label)), *([chip] if chip else [])]
        self._chips.show_chips(*chips)
        if line.is_minuted:
            where = words("Decided at {meeting}, {day}.", meeting=line.meeting or "", day=formats.day(line.on))
            note = words("It is part of the minutes and is changed there.")
            self._minuted.setText("\n\n".join(part for part in (line.text, where, note) if part))
        self.buttons["resolve"].setVisible(line.is_open)
        self.buttons["lesson"].setVisible(is_own)
        self.buttons["meeting"].setVisible(line.meeting_id is not None)

    def focus_first_field(self) -> None:
        self.form.focus_field(fields.FIELDS[0].name)

    def _pressed(self) -> None:
        sender = self.sender()
        self.asked.emit(next((verb for verb, made in self.buttons.items() if made is sender), ""))

    def _save(self, key: int, values: Mapping[str, Any]) -> None:
        self._desk.workspace.do(edit_log_entry, key, **values)

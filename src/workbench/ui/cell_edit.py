"""Editing in place: F2 or a click opens the editor of a field over its cell; Enter saves, Esc restores, Tab goes on."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent

from workbench.kernel.errors import UserError
from workbench.kernel.field import Kind
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.details import read_values
from workbench.ui.editors import ChoiceEdit, editor_for
from workbench.ui.room import Inline, Room
from workbench.ui.table_view import TableView
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.said import Said

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
LEAST, SENTENCE = 120, 260
NO_REASON = N_("A reason is missing: one line is enough.")
TABS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class CellEditing(QObject):
    """The one editor that may stand in a table."""

    def __init__(self, desk: Desk, room: Room, table: TableView, ask: Ask) -> None:
        super().__init__(table)
        self._desk, self._room, self._table, self._ask = desk, room, table, ask
        self.editor: Any = None
        self._inline: Inline | None = None
        self._key, self._place = 0, (0, 0)
        self._value: Any = None
        self.complaint = Said(desk.theme, "", "caption", "crit", wraps=True)
        self.complaint.setParent(table.viewport())
        self.complaint.dress()  # the table has given it a colour of its own
        self.complaint.setAutoFillBackground(True)
        self.complaint.setContentsMargins(6, 2, 6, 2)
        self.complaint.hide()
        table.clicked_cell.connect(self._clicked)
        table.model().modelReset.connect(self.leave)
        table.horizontalScrollBar().valueChanged.connect(self._follow)
        table.verticalScrollBar().valueChanged.connect(self._follow)

    def inline_of(self, column: int) -> Inline | None:
        """How the values of a column are edited, None where they are not."""
        field = self._table.listing_model.field(column)
        if field.name in self._room.inline:
            return self._room.inline[field.name]
        is_own = field.is_stored and field.editable and field.attribute.class_ is self._room.kind
        return Inline(field) if is_own and field.kind not in (Kind.NOTE, Kind.REFERENCE) else None

    def begin(self) -> bool:
        """Edit the value under the cursor, the first one that can be where that cannot; False if there is none."""
        here = self._table.currentIndex()
        columns = [here.column(), *range(1, self._table.listing_model.columnCount())] if here.isValid() else []
        place = next((column for column in columns if self.inline_of(column)), None)
        return place is not None and self._open(here.row(), place)

    def leave(self) -> None:
        """Take the editor away; what was not saved stays as it was."""
        editor, self.editor = self.editor, None
        self.complaint.hide()
        if editor is not None:
            editor.removeEventFilter(self)
            had_focus = editor.hasFocus()
            editor.hide()
            editor.deleteLater()
            if had_focus or self._table.focusWidget() is None:
                self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def spoken(self, text: str) -> str:
        return self._desk.words(text)

    def save(self, inline: Inline, key: int, value: Any, why: str) -> None:
        """Save a value with its reason."""
        self._desk.attempt(lambda: self._store(inline, key, value, why))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.editor:
            return False
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Esc and the like belong to the editor now
            event.accept()
            return event.key() == Qt.Key.Key_Escape
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._left(event.reason())
        return False

    def _open(self, row: int, column: int) -> bool:
        self.leave()
        inline, key = self.inline_of(column), self._table.listing_model.key(row)
        if inline is None or key is None:
            return False
        values = read_values(self._desk, self._room.kind, [inline.field], key)
        if values is None:
            return False
        self._inline, self._key, self._place = inline, key, (row, column)
        self._value = values[inline.field.name]
        self._table.show_cell(key, column)
        self._table.scrollTo(self._table.currentIndex())
        editor: Any = editor_for(self._desk, inline.field)
        editor.setParent(self._table.viewport())
        editor.setObjectName(f"{self._room.key}.cell")
        editor.setProperty("flat", False)
        editor.show_value(self._value)
        editor.entered.connect(self._entered)
        editor.refused.connect(self._refused)
        editor.installEventFilter(self)
        self.editor = editor
        self._follow()
        editor.show()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(editor, ChoiceEdit):
            editor.showPopup()
        elif hasattr(editor, "selectAll"):
            editor.selectAll()
        return True

    def _pressed(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.editor.show_value(self._value)
            self.leave()
            return True
        if key in ENTER or key in TABS:
            if self._commit():
                self._go_on(TABS.get(Qt.Key(key), 0))
            return True
        return False

    def _commit(self) -> bool:
        """Save what stands in the editor; False where it makes no sense."""
        editor = self.editor
        self.complaint.hide()
        if editor is not None and hasattr(editor, "commit"):
            editor.commit()
        return not self.complaint.isVisible()

    def _go_on(self, step: int) -> None:
        column = self._place[1]
        self.leave()
        if not step:
            return
        there = self._table.listing_model.row_of(self._key)
        following = range(column + step, self._table.listing_model.columnCount() if step > 0 else 0, step)
        place = next((n for n in following if self.inline_of(n)), None)
        if place is not None and there is not None:
            self._open(there, place)

    def _left(self, reason: Qt.FocusReason) -> None:
        if reason in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            return
        if self.editor is not None and self._commit():
            QTimer.singleShot(0, self, self.leave)

    def _clicked(self, row: int, column: int) -> None:
        if self._table.listing_model.field(column).name in self._room.inline:
            self._open(row, column)

    def _entered(self, value: Any) -> None:
        inline, key = self._inline, self._key
        if inline is None or value == self._value:
            return
        self._value = value
        if inline.why and value in inline.why_for:
            self._ask_why(inline, key, value)
        elif self._saved(inline, key, value) and isinstance(self.editor, ChoiceEdit):
            QTimer.singleShot(0, self, self.leave)

    def _ask_why(self, inline: Inline, key: int, value: Any) -> None:
        words = self._desk.words
        rect = self._table.visualRect(self._table.currentIndex())
        self.leave()
        under = (self._table.viewport(), QPoint(rect.left(), rect.bottom() + 4))
        question = inline.field.text(self._desk.formats, value)
        self._ask.ask(question, words(inline.why), under, _Why(self, inline, key, value).given)

    def _saved(self, inline: Inline, key: int, value: Any) -> bool:
        try:
            self._store(inline, key, value, "")
        except UserError as problem:
            self._refused(problem)
            return False
        return True

    def _store(self, inline: Inline, key: int, value: Any, why: str) -> None:
        if inline.save:
            inline.save(self._desk, key, value, why)
        else:
            self._desk.workspace.do(self._room.edit, key, **{inline.field.name: value})

    def _refused(self, problem: UserError | None) -> None:
        if self.editor is None:
            return
        self.editor.setProperty("invalid", problem is not None)
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)
        self.complaint.setText(problem.sentence(self._desk.words) if problem else "")
        self.complaint.setVisible(problem is not None)
        self.complaint.raise_()
        self._follow()

    def _follow(self) -> None:
        """Stay over the cell when the table is scrolled."""
        if self.editor is None:
            return
        index = self._table.listing_model.index(*self._place)
        rect = self._table.visualRect(index)
        least = self._desk.theme.px(LEAST)
        self.editor.setGeometry(QRect(rect.topLeft(), rect.size()).adjusted(0, 0, max(0, least - rect.width()), 0))
        wide = max(self.editor.width(), self._desk.theme.px(SENTENCE))
        left = max(0, min(rect.left(), self._table.viewport().width() - wide))
        self.complaint.setGeometry(left, rect.bottom() + 1, wide, self.complaint.heightForWidth(wide) + 4)


class _Why:
    """Takes the reason for a value and saves both."""

    def __init__(self, editing: CellEditing, inline: Inline, key: int, value: Any) -> None:
        self._editing, self._inline, self._key, self._value = editing, inline, key, value

    def given(self, reason: str) -> str:
        if not reason.strip():
            return self._editing.spoken(NO_REASON)
        self._editing.save(self._inline, self._key, self._value, reason.strip())
        return ""

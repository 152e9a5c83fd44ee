"""One editor for each kind of field: a click puts the caret there, leaving saves, Esc restores."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from workbench.kernel.errors import UserError
from workbench.kernel.field import Field, Kind
from workbench.kernel.formats import NOTHING
from workbench.kernel.reading import typed, understood
from workbench.kernel.references import matching, name_of, why_not_found
from workbench.ui.desk import Desk
from workbench.ui.repeat_edit import RepeatEdit
from workbench.ui.widgets.short_edit import ShortEdit

DRAFT_MS = 800
LINES = 8
NOTE_PAD = 7
WITH_UNIT = (Kind.MONEY, Kind.PERCENT)


class TextEdit(ShortEdit):
    """One line: texts, days, times, numbers and money."""

    entered = Signal(object)
    refused = Signal(object)
    typing = Signal(str)

    def __init__(self, desk: Desk, field: Field) -> None:
        super().__init__()
        self._desk, self._field = desk, field
        self._shown, self._written = "", ""
        self._pause = _pause(self, self._paused)
        self.setProperty("flat", True)
        self.setMaxLength(20_000)
        self.textEdited.connect(self._changed)
        self.editingFinished.connect(self.commit)

    def show_value(self, value: Any) -> None:
        self._shown = typed(self._field, value, self._desk.formats)
        self._written = self._with_unit(value)
        if self.text() != self._shown:
            self.setText(self._shown)
            self.setCursorPosition(0)

    def text_now(self) -> str:
        return self.text()

    def _with_unit(self, value: Any) -> str:
        has_unit = value is not None and self._field.kind in WITH_UNIT
        return self._field.text(self._desk.formats, value) if has_unit else ""

    def said(self) -> str:
        # half of an entry is shown as it was typed
        return self._written if self._written and self.text() == self._shown else self.text()

    def commit(self) -> None:
        """Take the text as the new value, if it makes sense."""
        self._pause.stop()
        if self.text() == self._shown:
            return
        try:
            value = understood(self._field, self.text(), self._desk.formats, self._desk.clock)
        except UserError as problem:
            self.refused.emit(problem)
            return
        self._shown, self._written = self.text(), self._with_unit(value)
        self.entered.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            self._pause.stop()
            self.typing.emit("")
            self.refused.emit(None)
            return
        super().keyPressEvent(event)

    def _changed(self) -> None:
        # not started anew by every key, or somebody who types without a pause would keep nothing
        if not self._pause.isActive():
            self._pause.start()

    def _paused(self) -> None:
        # half of a day or of a number means nothing
        is_prose = self._field.attribute.type.python_type is str
        if is_prose and self.text() != self._shown:
            self.typing.emit(self.text())


class NoteEdit(QPlainTextEdit):
    """Several lines: Enter is a new line, leaving or Ctrl+Enter saves."""

    entered = Signal(object)
    refused = Signal(object)
    typing = Signal(str)

    def __init__(self, desk: Desk, field: Field) -> None:
        super().__init__()
        self._desk, self._field = desk, field
        self._shown = ""
        self._pause = _pause(self, self._paused)
        self.setTabChangesFocus(True)
        self.setProperty("flat", True)
        self.document().setDocumentMargin(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._changed)
        self.textChanged.connect(self._grow)
        self._grow()

    def show_value(self, value: Any) -> None:
        self._shown = value or ""
        if self.toPlainText() != self._shown:
            self.setPlainText(self._shown)
        self._pause.stop()

    def text_now(self) -> str:
        return self.toPlainText()

    def commit(self) -> None:
        self._pause.stop()
        if self.toPlainText() != self._shown:
            self._shown = self.toPlainText()
            self.entered.emit(self._shown.strip() or None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._shown:
            self.setPlainText(self._shown)
            self._pause.stop()
            self.typing.emit("")
        elif event.key() == Qt.Key.Key_Return and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.commit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._grow()

    def _grow(self) -> None:
        """As high as its text, up to a point."""
        document, line = self.document(), self.fontMetrics().lineSpacing()
        layout, block, lines = document.documentLayout(), document.begin(), 0
        while block.isValid() and lines <= LINES:
            # asking for the rectangle makes Qt break the lines, which it otherwise does only for what is shown
            lines += max(1, round(layout.blockBoundingRect(block).height() / line))
            block = block.next()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if lines > LINES else policy.ScrollBarAlwaysOff)
        self.setFixedHeight(min(lines, LINES) * line + 2 * NOTE_PAD)

    def _changed(self) -> None:
        if self.toPlainText() != self._shown and not self._pause.isActive():
            self._pause.start()

    def _paused(self) -> None:
        if self.toPlainText() != self._shown:
            self.typing.emit(self.toPlainText())


class ChoiceEdit(QComboBox):
    """A closed list, or yes and no."""

    entered = Signal(object)
    refused = Signal(object)
    typing = Signal(str)

    def __init__(self, desk: Desk, field: Field) -> None:
        super().__init__()
        self.setProperty("flat", True)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._values: list[Any] = [None] if field.is_stored and not field.required else []
        self._values += list(field.choices) if field.kind is Kind.CHOICE else [True, False]
        self.addItems([field.text(desk.formats, value) for value in self._values])
        self.activated.connect(self._chosen)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_value(self, value: Any) -> None:
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def text_now(self) -> str:
        return self.currentText()

    def wheelEvent(self, event: Any) -> None:
        # scrolling a form must not change what is under the pointer
        event.ignore()

    def _chosen(self, place: int) -> None:
        self.entered.emit(self._values[place])


class ReferenceEdit(ShortEdit):
    """Another record, found by typing a part of its name."""

    entered = Signal(object)
    refused = Signal(object)
    typing = Signal(str)

    def __init__(self, desk: Desk, field: Field) -> None:
        super().__init__()
        self._desk, self._field = desk, field
        self._shown = ""
        self._found: list[tuple[int, str]] = []
        self._model = QStringListModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated.connect(self._chosen)
        self.setCompleter(completer)
        self.setProperty("flat", True)
        self.textEdited.connect(self._look)
        self.editingFinished.connect(self.commit)

    def show_value(self, value: Any) -> None:
        with self._desk.workspace.read() as session:
            self._shown = name_of(session, self._field.attribute, value)
        self.setText(self._shown)
        self.setCursorPosition(0)

    def text_now(self) -> str:
        return self.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._shown:
            self.setText(self._shown)
            self.refused.emit(None)
            return
        super().keyPressEvent(event)

    def _look(self, text: str) -> None:
        with self._desk.workspace.read() as session:
            self._found = matching(session, self._field.attribute, text)
        self._model.setStringList([name for _, name in self._found])

    def _chosen(self, name: str) -> None:
        self._take(next((key for key, known in self._found if known == name), None), name)

    def commit(self) -> None:
        """Take the record whose name is typed, or the first that fits."""
        if self.text() == self._shown:
            return
        if not self.text().strip():
            self._take(None, "")
            return
        self._look(self.text())
        if self._found:
            self._take(*self._found[0])
        else:
            # what was typed stays, to be put right
            with self._desk.workspace.read() as session:
                self.refused.emit(why_not_found(session, self._field.attribute, self.text()))

    def _take(self, key: int | None, name: str) -> None:
        self._shown = name
        self.setText(name)
        self.entered.emit(key)


def editor_for(desk: Desk, field: Field) -> QWidget:
    """The editor of a field, named after it for screen readers."""
    kinds: dict[Kind, Callable[[Desk, Field], QWidget]] = {
        Kind.NOTE: NoteEdit,
        Kind.CHOICE: ChoiceEdit,
        Kind.FLAG: ChoiceEdit,
        Kind.REFERENCE: ReferenceEdit,
        Kind.RULE: RepeatEdit,
    }
    made = kinds.get(field.kind, TextEdit)(desk, field)
    if isinstance(made, QLineEdit | QPlainTextEdit):
        made.setPlaceholderText(NOTHING)
    made.setAccessibleName(desk.words(field.label))
    made.setEnabled(field.editable)
    return made


def _pause(parent: QWidget, then: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(DRAFT_MS)
    timer.timeout.connect(then)
    return timer

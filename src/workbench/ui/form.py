"""A form drawn from fields: labels on the left, values edited in place, each edit one command."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from shiboken6 import isValid

from workbench.kernel import drafts
from workbench.kernel.errors import UserError
from workbench.kernel.failures import DiskFull
from workbench.kernel.field import Field, Kind
from workbench.ui.desk import Desk
from workbench.ui.editors import NOTE_PAD, editor_for
from workbench.ui.widgets.said import Said, explain

Save = Callable[[int, Mapping[str, Any]], object]


class Form(QWidget):
    """The fields of one record. `save` is called with the record and one changed attribute."""

    def __init__(self, desk: Desk, fields: Sequence[Field], save: Save, entity: str) -> None:
        super().__init__()
        self._desk, self._fields, self._save, self._entity = desk, fields, save, entity
        self._key: int | None = None
        self._values: dict[str, Any] = {}
        self._unsaved: dict[tuple[int, str], Any] = {}
        self.editors: dict[str, Any] = {}
        self._labels: dict[str, Said] = {}
        self._complaints: dict[str, Said] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, desk.theme.px(96))
        for place, field in enumerate(fields):
            self._add(place, field)
        self._grid.setRowStretch(len(fields) * 2, 1)

    @property
    def key(self) -> int | None:
        return self._key

    def show_record(self, key: int | None, values: Mapping[str, Any]) -> None:
        """Show a record; what is being typed in another one is saved first, and what has the focus is left alone."""
        if key != self._key:
            self.commit()
        same = key == self._key
        self._key, self._values = key, dict(values)
        for field in self._fields:
            editor = self.editors[field.name]
            if not (same and editor.hasFocus()):
                value = values.get(field.name)
                editor.show_value(value if key is None else self._unsaved.get((key, field.name), value))
            if key is None or (key, field.name) not in self._unsaved:
                self._say(field.name, None)

    def commit(self) -> None:
        """Save what is half typed."""
        for editor in self.editors.values():
            if editor.hasFocus() and hasattr(editor, "commit"):
                editor.commit()

    def focus_field(self, name: str) -> None:
        """Put the caret into a field and choose its text."""
        editor = self.editors[name]
        editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(editor, QLineEdit):
            # all of it, from its end: the beginning of a long text stays in sight
            editor.setSelection(len(editor.text()), -len(editor.text()))
        elif hasattr(editor, "selectAll"):
            editor.selectAll()

    def name_field(self, name: str, label: str) -> None:
        """Call a field what it is for the record that is shown."""
        said = self._desk.words(label)
        self._labels[name].setText(said)
        self.editors[name].setAccessibleName(said)

    def _add(self, place: int, field: Field) -> None:
        theme = self._desk.theme
        label = Said(theme, self._desk.words(field.label), "label", "muted", wraps=True)
        label.setFixedWidth(theme.px(112))
        # a form that is short of room scrolls; it must not squeeze what it says
        label.setMinimumHeight(label.heightForWidth(theme.px(112)))
        editor: Any = editor_for(self._desk, field)
        editor.setObjectName(f"form.{self._entity}.{field.name}")
        if self._desk.workspace.plain.book.read_only:
            _only_shows(editor, self._desk.words("You can look at this file, but not change it."))
        label.setBuddy(editor)
        top = Qt.AlignmentFlag.AlignTop if field.kind is Kind.NOTE else Qt.AlignmentFlag.AlignVCenter
        # the first line of a note stands beside its label
        label.setContentsMargins(0, NOTE_PAD if field.kind is Kind.NOTE else 0, 0, 0)
        complaint = Said(theme, "", "caption", "crit", wraps=True)
        complaint.hide()
        self._grid.addWidget(label, place * 2, 0, top)
        self._grid.addWidget(editor, place * 2, 1)
        self._grid.addWidget(complaint, place * 2 + 1, 1)
        self.editors[field.name], self._complaints[field.name] = editor, complaint
        self._labels[field.name] = label
        listener = _Listener(self, field)
        editor.entered.connect(listener.entered)
        editor.refused.connect(listener.refused)
        editor.typing.connect(listener.typing)
        editor._listener = listener  # noqa: SLF001 - lives as long as the editor

    def entered(self, field: Field, value: Any) -> None:
        """A field has a new value: save it, or say why not."""
        if self._key is None or value == self._values.get(field.name):
            return
        self._keep(self._key, field, value)

    def _keep(self, key: int, field: Field, value: Any) -> None:
        """Save a value; what finds no room waits here, whatever record is shown meanwhile."""
        try:
            self._save(key, {field.name: value})
            self._unsaved.pop((key, field.name), None)
            self._draft_of(key, field, None)
        except UserError as problem:
            if isinstance(problem, DiskFull):
                self._unsaved[key, field.name] = value
                self._desk.complain(problem, _Again(self, key, field, value).now)
            if key == self._key:
                self._say(field.name, problem)
            return
        if key == self._key:
            self._values[field.name] = value
            self._say(field.name, None)

    def save_again(self, key: int, field: Field, value: Any) -> None:
        """Save what found no room before."""
        if self._unsaved.get((key, field.name)) == value:
            self._keep(key, field, value)

    def draft(self, field: Field, text: str | None) -> None:
        """Keep what is half typed; None forgets it."""
        if self._key is not None:
            self._draft_of(self._key, field, text)

    def _draft_of(self, key: int, field: Field, text: str | None) -> None:
        if self._desk.workspace.plain.book.read_only:
            return
        place = drafts.Place(self._entity, key, field.name)
        with self._desk.workspace.plain.change("") as session:
            if text is None:
                drafts.forget(session, place)
            else:
                drafts.keep(session, place, text)

    def _say(self, name: str, problem: UserError | None) -> None:
        said, editor = self._complaints[name], self.editors[name]
        said.setText(problem.sentence(self._desk.words) if problem else "")
        said.setVisible(problem is not None)
        if bool(editor.property("invalid")) != (problem is not None):
            editor.setProperty("invalid", problem is not None)
            editor.style().unpolish(editor)
            editor.style().polish(editor)

    refused = _say


def _only_shows(editor: Any, why: str) -> None:
    """A text can still be read and copied; a choice cannot be opened."""
    if hasattr(editor, "setReadOnly"):
        editor.setReadOnly(True)
    else:
        editor.setEnabled(False)
    explain(editor, why)


class _Again:
    """Saves once more what found no room, when somebody asks for it."""

    def __init__(self, form: Form, key: int, field: Field, value: Any) -> None:
        self._form, self._key, self._field, self._value = form, key, field, value

    def now(self) -> None:
        if isValid(self._form):
            self._form.save_again(self._key, self._field, self._value)


class _Listener:
    """One field's answers to its editor; bound methods, so that a dropped form is let go."""

    def __init__(self, form: Form, field: Field) -> None:
        self._form, self._field = form, field

    def entered(self, value: Any) -> None:
        self._form.entered(self._field, value)

    def refused(self, problem: UserError | None) -> None:
        self._form.refused(self._field.name, problem)

    def typing(self, text: str) -> None:
        self._form.draft(self._field, text or None)

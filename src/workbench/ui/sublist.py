"""A list that a record owns, edited in place: walk, open, tick, move, copy, delete and add by keys."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from sqlalchemy import func, select

from workbench.kernel.journal import Change
from workbench.ui.children import Children, Chosen
from workbench.ui.desk import Desk
from workbench.ui.form import Form
from workbench.ui.layout import column, row
from workbench.ui.line_verbs import LineVerbs
from workbench.ui.picker import Picker
from workbench.ui.shell.pages import focus_end
from workbench.ui.told import Values, told
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.line import Line, Told
from workbench.ui.widgets.said import Said


class SubList(QWidget):
    """The children of one kind of one record. `wanted` asks for the page of a child, `made` tells of a new one."""

    wanted = Signal(str, object)
    made = Signal(object)

    def __init__(self, desk: Desk, what: Children) -> None:
        super().__init__()
        self._desk, self._what = desk, what
        self._parent_key: int | None = None
        self._open: int | None = None
        self._form: Form | None = None
        self._inner: list[SubList] = []
        self._is_stale = False
        self._lines: dict[int, Line] = {}
        self._verbs = LineVerbs(desk, self)
        self._items = QVBoxLayout()
        self._items.setSpacing(1)
        self._items.setContentsMargins(0, 0, 0, 0)
        words, theme = desk.words, desk.theme
        self._count = Said(theme, "", "label", "muted")
        self._plus = button(theme, "", "plus", "quiet", words(what.new) if what.new else "")
        if what.add is None:
            # not setVisible: shown before it is inside something, it would flash up as a window of its own
            self._plus.hide()
        self._plus.clicked.connect(self.begin_new)
        self.new = Picker(desk, what.picks, words("{new} – Enter adds it, Esc leaves", new=words(what.new)))
        self.new.hide()
        self.new.picked.connect(self._make)
        self.new.left.connect(self.leave_new)
        self._shows_all = False
        self._rest = button(theme, "", "chevron-down", "quiet")
        self._rest.hide()
        self._rest.clicked.connect(self._show_all)
        head = row(Said(theme, words(what.title), "strong"), self._count, None, self._plus, gap=6)
        self.setLayout(column(head, self._items, row(self._rest, None), self.new, gap=2))
        for made, part in ((self, "list"), (self._plus, "add"), (self.new, "new"), (self._rest, "rest")):
            made.setObjectName(f"{what.key}.{part}")
        desk.workspace.changed.connect(self._on_change)

    @property
    def what(self) -> Children:
        return self._what

    @property
    def opened(self) -> int | None:
        """The child whose fields are open."""
        return self._open

    def show_parent(self, key: int | None) -> None:
        """Show the children of another record."""
        if key != self._parent_key:
            self._close()
            self.leave_new(to_list=False)
            self._shows_all = False
        self._parent_key = key
        self._refresh()

    def lines(self) -> list[Line]:
        """The lines, from top to bottom."""
        return list(self._lines.values())

    def begin_new(self) -> None:
        """Show the line for a new child, or make one at once where nothing has to be typed first."""
        if self._what.add is None or self._parent_key is None:
            return
        if not self._what.asks:
            self._make(Chosen(""))
            return
        self.new.show()
        self.new.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def open_child(self, key: int | None) -> None:
        """Show the fields of a child under its line; None closes them."""
        self._close()
        if key not in self._lines:
            return
        what = self._what
        self._open = key
        self._form = Form(self._desk, what.fields, self._save, what.kind.__tablename__)
        self._form.show_record(key, self.values().get(key, {}))
        self._inner = [self._nested(inner, key) for inner in what.nested]
        for place, part in enumerate(self._opened_parts(), self._items.indexOf(self._lines[key]) + 1):
            self._items.insertWidget(place, part)
        self._put_in_order()
        self._form.focus_field(what.fields[0].name)

    def show_child(self, key: int, attribute: str = "") -> None:
        """Give the keys to the line of a child, or to a field of it with the caret at its end."""
        if attribute and self._open != key:
            self.open_child(key)
        field = self._form.editors.get(attribute) if self._form is not None else None
        if field is not None:
            focus_end(field)
        else:
            self._lines[key].show()  # a layout shows what is new later, and what is not shown takes no keys
            self._lines[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, key: int | None) -> None:
        """Mark the child that is shown beside the list."""
        for line in self.lines():
            line.mark(self._desk.words("Shown beside the list") if line.key == key else "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._open is not None:
            line = self._lines.get(self._open)
            self._close()
            if line:
                line.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        parts, form = self._opened_parts(), self._form
        self._form, self._open, self._inner = None, None, []
        if form is not None:
            form.commit()
        for part in parts:
            self._items.removeWidget(part)
            part.hide()
            part.deleteLater()

    def leave_new(self, *, to_list: bool = True) -> None:
        """Let the line for a new child go."""
        had = self.new.hasFocus()
        self.new.clear()
        self.new.hide()
        if had and to_list:
            self._plus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refresh(self) -> None:
        self._is_stale = False
        found = self.values()
        total = len(found) if len(found) < self._what.most else self._total()
        if list(found) != list(self._lines):
            self._rebuild(list(found))
        shares = self._what.shares(self._desk, self._parent_key) if self._what.shares and self._parent_key else {}
        with self._desk.workspace.read() as session:
            for number, (key, values) in enumerate(found.items(), 1):
                shown = told(self._desk, self._what, session, key, values)
                mark = f"{self._what.mark}{number}  " if self._what.mark else ""
                self._lines[key].tell(replace(shown, strong=mark + shown.strong, share=shares.get(key)))
        if self._form is not None and self._open is not None:
            self._form.show_record(self._open, found[self._open])
        self._count.setText(self._desk.formats.number(total) if total else "")
        self._rest.setVisible(total > len(found))
        self._rest.setText(self._desk.words("and {n} more", n=total - len(found)))
        self._rest.setAccessibleName(self._rest.text())

    def _show_all(self) -> None:
        self._shows_all = True
        focused = len(self._lines)
        self._refresh()
        self.lines()[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _rebuild(self, keys: list[int]) -> None:
        focused = next((key for key, line in self._lines.items() if line.hasFocus()), None)
        place = list(self._lines).index(focused) if focused is not None else 0
        if self._open is not None and self._open not in keys:
            self._close()
        while self._items.takeAt(0) is not None:
            pass
        kept = {key: line for key, line in self._lines.items() if key in keys}
        gone = [line for key, line in self._lines.items() if key not in keys]
        self._lines = {key: kept.get(key) or self._line(key) for key in keys}
        for key, line in self._lines.items():
            self._items.addWidget(line)
            # what is hidden until the next turn cannot be given the keys in this one
            line.show()
            for part in self._opened_parts() if key == self._open else ():
                self._items.addWidget(part)
        self._put_in_order()
        if focused is not None and focused not in keys:
            left = self.lines()
            after: QWidget = left[min(place, len(left) - 1)] if left else self._plus
            after.setFocus(Qt.FocusReason.OtherFocusReason)
        for line in gone:
            line.hide()
            line.deleteLater()

    def _put_in_order(self) -> None:
        """Let Tab go from line to line where they stand, through what is open; Qt puts what is new at the very end."""
        for before, after in pairwise(self.chain()):
            QWidget.setTabOrder(before, after)

    def chain(self) -> list[QWidget]:
        """What Tab goes through, in its order."""
        parts: list[QWidget] = [self._plus]
        for key, line in self._lines.items():
            parts.append(line)
            if key == self._open and self._form is not None:
                parts += self._form.editors.values()
                for inner in self._inner:
                    parts += inner.chain()
        return [*parts, self._rest, self.new]

    def home(self) -> QWidget:
        """Where the keys begin: the first line, or what adds one."""
        return next(iter(self._lines.values()), None) or self._plus

    def _nested(self, what: Children, key: int) -> "SubList":
        made = SubList(self._desk, what)
        made.wanted.connect(self.wanted)
        made.show_parent(key)
        return made

    def _opened_parts(self) -> list[QWidget]:
        return [*([self._form] if self._form is not None else []), *self._inner]

    def _line(self, key: int) -> Line:
        made = Line(self._desk.theme, key, Told(""))
        made.setObjectName(f"{self._what.key}.line")
        made.asked.connect(self._verbs.press)
        return made

    def values(self) -> dict[int, Values]:
        """What the children say, by identity, in their order."""
        what, kind = self._what, self._what.kind
        if self._parent_key is None:
            return {}
        rows = select(kind.id, *(f.attribute for f in what.fields)).where(what.parent == self._parent_key)
        if what.order:
            position: Any = kind.__table__.c.position
            rows = rows.order_by(position)
        rows = rows.where(*what.conditions).order_by(*what.by, kind.id)
        with self._desk.workspace.read() as session:
            found = list(session.execute(rows if self._shows_all else rows.limit(what.most)))
            if self._open is not None and all(row[0] != self._open for row in found):
                # what is open stays, wherever it stands
                found += session.execute(rows.where(kind.id == self._open))
        return {row[0]: dict(zip((f.name for f in what.fields), row[1:], strict=True)) for row in found}

    def _total(self) -> int:
        what = self._what
        counted = select(func.count(what.kind.id.distinct())).where(what.parent == self._parent_key, *what.conditions)
        with self._desk.workspace.read() as session:
            return int(session.scalar(counted) or 0)

    def _make(self, chosen: Chosen) -> None:
        add, parent = self._what.add, self._parent_key
        if add is None or parent is None:
            return
        made: list[int] = []
        if self._desk.attempt(lambda: made.append(add(self._desk, parent, chosen))):
            self.new.clear()
            self._shows_all = True  # or what was just added might be hidden
            self._refresh()
            if not self._what.asks:
                self.open_child(made[0])
            self.made.emit(made[0])

    def _save(self, key: int, values: Mapping[str, Any]) -> None:
        self._desk.workspace.do(self._what.edit, key, **values)

    def _on_change(self, change: Change) -> None:
        if self._parent_key is None or not change.rows:
            return
        if self.isVisible():
            self._refresh()
        else:
            self._is_stale = True

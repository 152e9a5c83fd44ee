"""A list with a filter, chips, and the details of the chosen record beside it: the same for every kind of record."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.kernel.journal import Change
from workbench.kernel.listing import Listing
from workbench.kernel.words import N_
from workbench.ui.bulk_bar import BulkBar
from workbench.ui.cell_edit import CellEditing
from workbench.ui.column_verbs import ColumnVerbs
from workbench.ui.columns import Columns
from workbench.ui.desk import Desk
from workbench.ui.details import Details
from workbench.ui.filter_bar import FilterBar
from workbench.ui.layout import column, holding, row
from workbench.ui.menu import Entry
from workbench.ui.room import Room
from workbench.ui.saved_views import SavedViews
from workbench.ui.shell import pinning
from workbench.ui.shell.pages import Page
from workbench.ui.table_model import ListingModel
from workbench.ui.table_view import TableView
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.beside import Beside
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.link import Link
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said


class ListPage(Page):
    """The page of a room."""

    def __init__(self, desk: Desk, room: Room) -> None:
        super().__init__(desk)
        self._room = room
        self.setObjectName(room.key)
        words, theme = desk.words, desk.theme
        self.columns = Columns(desk, room, self)
        self.model = ListingModel(desk.workspace, self.columns.dressed(room.listing), desk.formats, self)
        self.model.looks = room.looks
        self.table = TableView(theme, self.model, words(room.title))
        self.table.setObjectName(f"{room.key}.table")
        self._count = Said(theme, "", "label", "muted")
        self.filters = FilterBar(desk, room.key, room.chips, has_keys=room.has_chip_keys)
        self._filter = self.filters.field
        self._clear = Link(theme, words("Clear"), "label", "accent_text")
        self._name = self._name_field()
        self._add = button(theme, words(room.new), "plus")
        self._add.setObjectName(f"{room.key}.add")
        self._add.clicked.connect(self.begin_new)
        self.details = self.make_details(desk, room)
        self.details.wanted.connect(self.wanted)
        self._column_verbs = ColumnVerbs(desk, self.columns, self.table)
        ask = Ask(self, desk.theme)
        self.editing = CellEditing(desk, room, self.table, ask)
        self.bulk = BulkBar(desk, room.key, room.bulk, ask)
        chosen = self.table.selected_keys
        self._verbs = room.verbs(desk, ask, chosen, self._under) if room.verbs else None
        self.views = SavedViews(desk, room.key, ask, self._look, self)
        self._empty, self._nothing = self._empty_state(), self._nothing_left()
        self._connect()
        self._lay_out()
        self._recount()

    def make_details(self, desk: Desk, room: Room) -> Details:
        """The pane beside the list; a page of its own kind may have one that shows more."""
        return Details(desk, room)

    def title(self) -> str:
        return self.desk.words(self._room.title)

    def entries(self) -> list[Entry]:
        return [
            Entry(self._room.new, "Ctrl+Shift+N", self.begin_new, "plus", N_("File")),
            Entry(N_("Filter this page"), "Ctrl+F", self._to_filter, "filter", N_("View")),
            Entry(N_("Details"), "F4", self._toggle_details, "panel-right", N_("View")),
            Entry(N_("Delete"), "", self.delete_chosen, "trash-2", N_("Edit"), self._has_choice),
            *self._column_verbs.entries(),
            *(self._verbs.entries() if self._verbs else ()),
            *self.views.entries(),
            *self.filters.entries(),
            *self.details.entries(),
        ]

    def opened(self, target: object) -> None:
        if isinstance(target, int):
            self.table.show_key(target)
        elif target == "new":
            self.begin_new()
        if target != "new":
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.table.selected_keys():
            # the focus alone makes a row current, but chooses nothing
            self.table.walk(0)
        if isinstance(target, str) and target != "new":
            # something that was asked for from elsewhere, by its label
            next(entry.run for entry in self.entries() if entry.label == target)()

    def target(self) -> object:
        return self.table.current_key()

    def opens(self) -> str:
        return self._room.opens

    def state(self) -> dict[str, Any]:
        return {"filters": self.filters.state(), **self.table.outlook()}

    def restore(self, state: dict[str, Any]) -> None:
        if state:
            self.filters.restore(state["filters"])
            self.table.look_again(state)

    def _look(self) -> dict[str, Any]:
        return {**self.state(), "columns": self.columns.names}

    def _look_so(self, look: dict[str, Any]) -> None:
        """Take the columns, the filters and the order of a saved view."""
        self.columns.show_named(look.get("columns", []))
        self.filters.restore(look.get("filters", {}))
        self.table.look_again({**self.table.outlook(), "by": look.get("by", ""), "is_down": look.get("is_down")})
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def walked(self, page: str) -> Sequence[int]:
        return self.model.keys() if page == self._room.opens else ()

    def paper(self) -> tuple[str, object] | None:
        return self._room.paper(self.desk, self.table.selected_keys()) if self._room.paper else None

    def account(self) -> int | None:
        return self.table.current_key() if self._room.opens == "account" else None

    def show_only(self, listing: Listing) -> None:
        """Show other rows of the same kind: those of one account."""
        self._room = replace(self._room, listing=listing)
        self._filter_rows()
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
        else:
            self.details.show_key(None)

    def show_details(self) -> None:
        """Bring the pane with the chosen record into view."""
        self.beside.bring()

    def begin_new(self) -> None:
        """Show the line for a new record's name; Enter makes it, Esc leaves nothing behind."""
        self._name.clear()
        self._name.show()
        self._name.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def delete_chosen(self) -> None:
        """Delete the chosen records; undo brings them back."""
        keys = self.table.selected_keys()
        if not keys:
            return
        row_before = self.table.currentIndex().row()
        name = self.model.name(keys[0])
        if self.desk.attempt(lambda: self.desk.workspace.do(self._room.delete, keys)):
            self.desk.deleted(len(keys), name)
            self.table.setCurrentIndex(self.model.index(min(row_before, self.model.rowCount() - 1), 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.bulk.isVisible():
            self.choose_one()
        elif event.key() == Qt.Key.Key_Escape and (self._name.hasFocus() or self._filter.hasFocus()):
            if self._filter.hasFocus():
                # Ctrl+F and Esc: everything is shown again, the chips are out as well
                self.filters.clear()
            self._name.hide()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self._nothing.isVisible():
            self.clear_filters()
        elif event.key() == Qt.Key.Key_Escape and self.details.isVisible():
            self._leave_details()
        else:
            super().keyPressEvent(event)

    def _leave_details(self) -> None:
        """Go back to the list; where there is little room the details make way."""
        self.beside.make_way()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.table.chosen.connect(self.details.show_key)
        self.table.opened.connect(self._open)
        self.table.letter.connect(self._verb)
        self.desk.workspace.changed.connect(self._on_change)
        self.table.selectionModel().selectionChanged.connect(self._several)
        self.bulk.deleted.connect(self.delete_chosen)
        self.bulk.cleared.connect(self.choose_one)
        self.filters.typed.connect(self.model.search)
        self.filters.chosen.connect(self._filter_rows)
        self.columns.changed.connect(self._show_columns)
        self._clear.clicked.connect(self.clear_filters)
        self.views.wanted.connect(self._look_so)
        self._name.returnPressed.connect(self._make)
        for place in (self.model.modelReset, self.model.rowsInserted, self.model.rowsRemoved):
            place.connect(self._recount)

    def _lay_out(self) -> None:
        theme = self.desk.theme
        head = Panel(theme, "surface", "b")
        title = Said(theme, self.title(), "display")
        self._clear.setObjectName(f"{self._room.key}.clear")
        head.setLayout(
            column(
                row(
                    title,
                    self._count,
                    self._clear,
                    None,
                    *self._other_way(),
                    self.views.button,
                    self._column_verbs.button,
                    self._add,
                    gap=10,
                ),
                self.filters,
                self.bulk,
                self._name,
                margins=(20, 12, 16, 10),
                gap=8,
            )
        )
        rows = holding(column(self.table, self._empty, self._nothing, gap=0))
        self.beside = Beside(f"{self._room.key}.panes", theme, rows, self.details)
        self.setLayout(column(head, self.beside, gap=0, stretch=(0, 1)))

    def _other_way(self) -> list[QWidget]:
        if self._room.other_way is None:
            return []
        label, icon, _page = self._room.other_way
        made = button(self.desk.theme, self.desk.words(label), icon, "quiet")
        made.setObjectName(f"{self._room.key}.other")
        made.clicked.connect(self._look_otherwise)
        return [made]

    def _look_otherwise(self) -> None:
        if self._room.other_way:
            self.wanted.emit(self._room.other_way[2], None)

    def _name_field(self) -> QLineEdit:
        made = QLineEdit()
        words, hint = self.desk.words, self._room.hint
        plain = words("Name – Enter adds it, Esc leaves")
        label = words("{new} – Enter adds it, Esc leaves", new=words(hint)) if hint else plain
        made.setPlaceholderText(label)
        made.setAccessibleName(label)
        made.setObjectName(f"{self._room.key}.new")
        made.hide()
        return made

    def _empty_state(self) -> QWidget:
        action = button(self.desk.theme, self.desk.words(self._room.new), "plus", "primary")
        action.clicked.connect(self.begin_new)
        return Empty(self.desk.theme, self._room.icon, self.desk.words(self._room.empty), action)

    def _nothing_left(self) -> Empty:
        again = button(self.desk.theme, self.desk.words("Clear filters"), "x")
        again.clicked.connect(self.clear_filters)
        return Empty(self.desk.theme, "filter", "", again)

    def clear_filters(self) -> None:
        """Show every row again."""
        self.filters.clear()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_one(self) -> None:
        """Leave only the record under the cursor chosen."""
        self.table.walk(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _several(self) -> None:
        keys = self.table.selected_keys()
        self.bulk.setVisible(len(keys) > 1)
        self.filters.setVisible(len(keys) <= 1)
        if len(keys) > 1:
            self.bulk.show_chosen(keys)

    def _filter_rows(self) -> None:
        self.model.show_listing(self.columns.dressed(self.filters.narrowed(self._room.listing)))

    def _show_columns(self) -> None:
        with self._column_verbs.kept():
            self._filter_rows()

    def _recount(self) -> None:
        words, shown, is_on = self.desk.words, self.model.rowCount(), self.filters.is_on
        total = self._total() if is_on else shown
        number = self.desk.formats.number
        counted = words("{n} of {total} shown", n=number(shown), total=number(total)) if is_on else number(shown)
        self._count.setText(counted)
        self._clear.setVisible(is_on)
        self._empty.setVisible(shown == 0 and not is_on)
        self._nothing.setVisible(shown == 0 and is_on)
        if shown == 0 and is_on:
            self._nothing.say(words("{n} of {total} match.", n=0, total=total))
        self.table.setVisible(shown > 0)
        self.filters.count_soon(self._room.listing)
        if shown and (is_on or self.table.hasFocus()) and not self.table.selected_keys():
            # keys go on from a row, also when the one they were at is filtered away, or done and gone
            self.table.walk(0)

    def _total(self) -> int:
        with self.desk.workspace.read() as session:
            return self._room.listing.count(session)

    def _make(self) -> None:
        name, add = self._name.text().strip(), self._room.add
        if not name or add is None:
            return
        made: list[int] = []
        if self.desk.attempt(lambda: made.append(add(self.desk, name))):
            self._name.hide()
            self.table.show_key(made[0])
            self.beside.bring()
            self.details.focus_second_field()

    def _open(self, key: int) -> None:
        if self._room.opens:
            self.wanted.emit(self._room.opens, key)
        else:
            self.beside.bring()
            self.details.focus_first_field()

    def _verb(self, letter: str) -> None:
        keys = self.table.selected_keys()
        if letter in ("Delete", "Backspace"):
            self.delete_chosen()
        elif letter == "F2" and not self.editing.begin():
            self.beside.bring()
            self.details.focus_first_field()
        elif self._verbs is not None and self._verbs.press(letter):
            pass
        elif letter in self._room.letters and keys:
            self.desk.attempt(lambda: self._room.letters[letter](self.desk, keys))
        elif letter == "P" and keys:
            pinning.toggle(self.desk, (self._room.opens or self._room.key).rpartition(".")[2], keys[0])
        elif letter == "Space":
            self._toggle_details()

    def _under(self) -> tuple[QWidget, QPoint]:
        return self.table.viewport(), self.table.visualRect(self.table.currentIndex()).bottomLeft()

    def _to_filter(self) -> None:
        if self.bulk.isVisible():
            # the bar for several stands in the place of the filter
            self.choose_one()
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def _toggle_details(self) -> None:
        self.beside.toggle()

    def _has_choice(self) -> bool:
        return bool(self.table.selected_keys())

    def _on_change(self, change: Change) -> None:
        touched = change.ids(self._room.kind.__tablename__)
        if touched:
            self.filters.count_soon(self._room.listing)
        key = self.details.key
        if key is not None and key in touched:
            self.details.show_key(key)

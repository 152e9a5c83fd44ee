"""The chosen record beside its list: the same shape for every kind of record."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from sqlalchemy import select

from workbench.kernel import journal
from workbench.kernel.entity import Entity
from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.form import Form
from workbench.ui.layout import column, holding, row, scrolling
from workbench.ui.menu import Entry
from workbench.ui.room import Room
from workbench.ui.sublist import SubList
from workbench.ui.widgets.chips import LOOKS, Chip, ChipRow
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said, Shortened

DETAILS = 320
CHANGES = 3


class Details(Panel):
    """The chosen record: its name, its state, its fields to edit in place, what it owns, its history."""

    wanted = Signal(str, object)

    def __init__(self, desk: Desk, room: Room) -> None:
        super().__init__(desk.theme, "surface", "l")
        self._desk, self._room = desk, room
        self._heading = Shortened(desk.theme, "", "subtitle")
        self._chips = ChipRow(desk.theme)
        self._form = Form(desk, room.fields, self._save, room.kind.__tablename__)
        self.lists = [self._list(desk, what) for what in room.lists]
        self._past = Said(desk.theme, "", "caption", "muted", wraps=True)
        leading = [made for made in self.lists if made.what.leads]
        following = [made for made in self.lists if not made.what.leads]
        self._body = holding(
            column(*leading, self._form, *following, self._past, None, margins=(16, 4, 12, 16), gap=14)
        )
        head = column(self._heading, row(self._chips, None), margins=(16, 12, 12, 4), gap=4)
        self.setLayout(column(head, scrolling(self._body), gap=4))
        self.setMinimumWidth(desk.theme.px(260))
        self.resize(desk.theme.px(DETAILS), 10)
        self.setObjectName(f"{room.key}.details")
        self.show_key(None)

    @property
    def key(self) -> int | None:
        return self._form.key

    @property
    def form(self) -> Form:
        return self._form

    def entries(self) -> list[Entry]:
        """What can be added to the chosen record."""
        return [
            Entry(made.what.new, "", made.begin_new, "plus", N_("Add"), self._has_record)
            for made in self.lists
            if made.what.add is not None
        ]

    def show_key(self, key: int | None) -> None:
        """Show a record, or nothing."""
        values = read_values(self._desk, self._room.kind, self._room.fields, key)
        self._body.setVisible(values is not None)
        first = self._room.fields[0]
        called = first.text(self._desk.formats, values[first.name]) if values else ""
        self._heading.setText(called if values else self._desk.words("Nothing chosen"))
        self._show_chips(values or {})
        self._form.show_record(key if values else None, values or {})
        for made in self.lists:
            made.show_parent(key if values else None)
        self._past.setText(self._history(key) if key is not None and values else "")

    def focus_first_field(self) -> None:
        self._form.focus_field(self._room.fields[0].name)

    def focus_second_field(self) -> None:
        self._form.focus_field(self._room.fields[1].name)

    def _list(self, desk: Desk, what: Any) -> SubList:
        made = SubList(desk, what)
        made.wanted.connect(self.wanted)
        return made

    def _show_chips(self, values: dict[str, Any]) -> None:
        chosen = [values.get(field.name) for field in self._room.fields if field.kind is Kind.CHOICE]
        shown = [Chip(self._desk.words(value.label), *LOOKS[value]) for value in chosen if value in LOOKS]
        self._chips.show_chips(*shown)
        self._chips.setVisible(bool(shown))

    def _history(self, key: int) -> str:
        """The newest changes of the record, a line each."""
        with self._desk.workspace.read() as session:
            past = journal.newest_of(session, self._room.kind.__tablename__, key, CHANGES)
        words, zone = self._desk.words, self._desk.clock.zone
        return "\n".join(
            words("{moment}: {change}", moment=self._desk.formats.moment(one.at, zone), change=words(one.label))
            for one in past
        )

    def _has_record(self) -> bool:
        return self.key is not None

    def _save(self, key: int, values: Any) -> None:
        self._desk.workspace.do(self._room.edit, key, **values)


def read_values(desk: Desk, kind: type[Entity], fields: Sequence[Field], key: int | None) -> dict[str, Any] | None:
    """The values of a record's fields, None if it is gone."""
    if key is None:
        return None
    with desk.workspace.read() as session:
        found = session.execute(select(*(f.attribute for f in fields)).where(kind.id == key)).one_or_none()
    return dict(zip((f.name for f in fields), found, strict=True)) if found else None

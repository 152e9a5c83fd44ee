"""The chosen record beside its list: the same shape for every kind of record."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from workbench.kernel.entity import Entity
from workbench.kernel.field import Field
from workbench.ui.desk import Desk
from workbench.ui.form import Form
from workbench.ui.layout import column, holding, row, scrolling
from workbench.ui.room import Room
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Shortened

DETAILS = 320


class Details(Panel):
    """The chosen record: its name, and its fields to edit in place."""

    def __init__(self, desk: Desk, room: Room) -> None:
        super().__init__(desk.theme, "surface", "l")
        self._desk, self._room = desk, room
        self._heading = Shortened(desk.theme, "", "subtitle")
        self._form = Form(desk, room.fields, self._save, room.kind.__tablename__)
        self._open = button(desk.theme, desk.words("Open page"), "arrow-right", "quiet")
        self._open.setVisible(False)
        body = holding(column(self._form, None, margins=(16, 4, 12, 16)))
        self.setLayout(column(row(self._heading, margins=(16, 12, 12, 4)), scrolling(body), gap=4))
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

    def show_key(self, key: int | None) -> None:
        """Show a record, or nothing."""
        values = read_values(self._desk, self._room.kind, self._room.fields, key)
        self._form.setVisible(values is not None)
        self._heading.setText(str(next(iter(values.values()))) if values else self._desk.words("Nothing chosen"))
        self._form.show_record(key if values else None, values or {})

    def focus_first_field(self) -> None:
        self._form.focus_field(self._room.fields[0].name)

    def focus_second_field(self) -> None:
        self._form.focus_field(self._room.fields[1].name)

    def _save(self, key: int, values: Any) -> None:
        self._desk.workspace.do(self._room.edit, key, **values)


def read_values(desk: Desk, kind: type[Entity], fields: Sequence[Field], key: int | None) -> dict[str, Any] | None:
    """The values of a record's fields, None if it is gone."""
    if key is None:
        return None
    with desk.workspace.read() as session:
        found = session.execute(select(*(f.attribute for f in fields)).where(kind.id == key)).one_or_none()
    return dict(zip((f.name for f in fields), found, strict=True)) if found else None

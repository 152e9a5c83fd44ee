"""The plan of an account: its own fields, then objectives, SWOT and risks as lists that are edited in place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy import select

from workbench.kernel.command import Command
from workbench.kernel.entity import Entity
from workbench.kernel.field import Field
from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.plans import commands, fields, queries
from workbench.plans.model import Objective, Plan, Risk, SwotItem, SwotKind
from workbench.ui.desk import Desk
from workbench.ui.details import read_values
from workbench.ui.form import Form
from workbench.ui.layout import column, emptied, holding, row, scrolling
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.link import Link
from workbench.ui.widgets.panel import Card
from workbench.ui.widgets.said import Said


@dataclass(frozen=True)
class Part:
    """A list that a plan owns: its title, its fields, and what can be done with its items."""

    title: str
    new: str
    kind: type[Entity]
    fields: Sequence[Field]
    add: Callable[[Desk, int, str], int]
    edit: Command[..., Any]
    delete: Command[..., Any]


def _objective(desk: Desk, plan_id: int, text: str) -> int:
    return desk.workspace.do(commands.add_objective, plan_id, text)


def _swot(desk: Desk, plan_id: int, text: str) -> int:
    return desk.workspace.do(commands.add_swot_item, plan_id, SwotKind.STRENGTH, text)


def _risk(desk: Desk, plan_id: int, text: str) -> int:
    return desk.workspace.do(commands.add_risk, plan_id, text)


PARTS = (
    Part(
        N_("Objectives"),
        N_("Add objective"),
        Objective,
        fields.OBJECTIVE_FIELDS,
        _objective,
        commands.edit_objective,
        commands.delete_objectives,
    ),
    Part(
        N_("SWOT"),
        N_("Add to SWOT"),
        SwotItem,
        fields.SWOT_FIELDS,
        _swot,
        commands.edit_swot_item,
        commands.delete_swot_items,
    ),
    Part(N_("Risks"), N_("Add risk"), Risk, fields.RISK_FIELDS, _risk, commands.edit_risk, commands.delete_risks),
)


class PlanTab(QWidget):
    """The current plan of an account, or a way to start one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._account_id: int | None = None
        self._plan_id: int | None = None
        self._form = Form(desk, fields.FIELDS, self._save, Plan.__tablename__)
        own = Card(desk.theme)
        own.setLayout(column(Said(desk.theme, desk.words("Plan"), "subtitle"), self._form, margins=(14, 12, 12, 12)))
        self._parts = [PartCard(desk, part) for part in PARTS]
        self._body = scrolling(
            holding(
                row(
                    column(own, None),
                    column(*self._parts, None, gap=12),
                    gap=12,
                    margins=(20, 14, 16, 16),
                    stretch=(2, 3),
                )
            )
        )
        start = button(desk.theme, desk.words("Start a plan"), "plus", "primary")
        start.clicked.connect(self._start)
        self._empty = Empty(desk.theme, "target", desk.words("A plan of one page is a plan."), start)
        self.setLayout(column(self._body, self._empty, gap=0))
        desk.workspace.changed.connect(self._on_change)

    @property
    def widget(self) -> QWidget:
        return self

    def show_account(self, account_id: int) -> None:
        self._account_id = account_id
        self._refresh()

    def _refresh(self) -> None:
        assert self._account_id is not None
        with self._desk.workspace.read() as session:
            self._plan_id = queries.current_plan(session, self._account_id, self._desk.clock.today())
        self._body.setVisible(self._plan_id is not None)
        self._empty.setVisible(self._plan_id is None)
        values = read_values(self._desk, Plan, fields.FIELDS, self._plan_id)
        self._form.show_record(self._plan_id, values or {})
        for part in self._parts:
            part.show_plan(self._plan_id)

    def _start(self) -> None:
        assert self._account_id is not None
        today, account_id = self._desk.clock.today(), self._account_id
        title = self._desk.words("Plan {first}–{last}", first=today.year, last=today.year + 2)
        last = date(today.year + 2, 12, 31)
        self._desk.attempt(lambda: self._desk.workspace.do(commands.start_plan, account_id, title, today, last))

    def _save(self, key: int, values: Mapping[str, Any]) -> None:
        self._desk.workspace.do(commands.edit_plan, key, **values)

    def _on_change(self, change: Change) -> None:
        if self._account_id is not None and self.isVisible() and change.rows:
            self._refresh()


class PartCard(Card):
    """One list of the plan; each item is a form that opens under its line."""

    def __init__(self, desk: Desk, part: Part) -> None:
        super().__init__(desk.theme)
        self._desk, self._part = desk, part
        self._plan_id: int | None = None
        self._open: int | None = None
        self._shown: list[tuple[int, str]] = []
        self._form: Form | None = None
        self._items = QVBoxLayout()
        self._items.setSpacing(2)
        self._count = Said(desk.theme, "", "label", "muted")
        add = button(desk.theme, desk.words(part.new), "plus", "quiet")
        add.clicked.connect(self._add)
        head = row(Said(desk.theme, desk.words(part.title), "subtitle"), self._count, None, add)
        self.setLayout(column(head, self._items, margins=(14, 10, 12, 12)))

    def show_plan(self, plan_id: int | None) -> None:
        """Show the items of a plan; an open form is only refreshed."""
        self._plan_id = plan_id
        items = self._read() if plan_id is not None else []
        self._count.setText(str(len(items)))
        if items == self._shown and self._form and self._open is not None:
            self._form.show_record(
                self._open, read_values(self._desk, self._part.kind, self._part.fields, self._open) or {}
            )
            return
        self._shown = items
        self._draw()

    def _read(self) -> list[tuple[int, str]]:
        kind: Any = self._part.kind
        title = next(f for f in self._part.fields if f.name in ("title", "text"))
        with self._desk.workspace.read() as session:
            rows = session.execute(
                select(kind.id, title.attribute).where(kind.plan_id == self._plan_id).order_by(kind.position, kind.id)
            )
            return [(key, text) for key, text in rows]

    def _draw(self) -> None:
        emptied(self._items)
        self._form = None
        for place, (key, text) in enumerate(self._shown):
            self._items.addLayout(self._line(place, key, text))
            if key == self._open:
                self._form = Form(self._desk, self._part.fields, self._save, self._part.kind.__tablename__)
                values = read_values(self._desk, self._part.kind, self._part.fields, key)
                self._form.show_record(key, values or {})
                self._items.addWidget(self._form)

    def _line(self, place: int, key: int, text: str) -> QHBoxLayout:
        theme = self._desk.theme
        opened = Link(theme, self._mark(place, key) + " ".join(text.split())[:120])
        away = button(theme, "", "trash-2", "quiet", self._desk.words("Delete {name}", name=text[:60]))
        for made, slot in ((opened, self._toggle), (away, self._delete)):
            made.setProperty("key", key)
            made.clicked.connect(slot)
        return row(opened, away, gap=4, stretch=(1,))

    def _mark(self, place: int, key: int) -> str:
        """What stands before an item: the number of an objective, the field of a SWOT line."""
        if self._part.kind is Objective:
            return f"O{place + 1} "
        if self._part.kind is SwotItem:
            kind = (read_values(self._desk, SwotItem, self._part.fields[:1], key) or {}).get("kind")
            return f"{self._desk.words(kind.label)} · " if kind else ""
        return ""

    def _toggle(self) -> None:
        sender = self.sender()
        key = sender.property("key") if sender else None
        self._open = None if key == self._open else key
        self._draw()

    def _add(self) -> None:
        plan_id = self._plan_id
        if plan_id is None:
            return
        made: list[int] = []
        name = self._desk.words("New: type here")
        if self._desk.attempt(lambda: made.append(self._part.add(self._desk, plan_id, name))):
            self._open = made[0]
            self._shown = self._read()
            self._draw()
            if self._form:
                self._form.focus_field(next(f.name for f in self._part.fields if f.name in ("title", "text")))

    def _delete(self) -> None:
        sender = self.sender()
        if sender is not None:
            key = sender.property("key")
            self._desk.attempt(lambda: self._desk.workspace.do(self._part.delete, [key]))

    def _save(self, key: int, values: Mapping[str, Any]) -> None:
        self._desk.workspace.do(self._part.edit, key, **values)

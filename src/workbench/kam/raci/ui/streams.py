"""What the keys do with the rows of the grid: workstreams, what they hand over, templates."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from workbench.action_items.commands import complete, delete_actions
from workbench.kam.raci.ui.model import RaciModel
from workbench.kam.raci.views import Place, RaciRow, Work
from workbench.kam.workstreams import commands as streams
from workbench.kernel.command import Command
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry
from workbench.ui.widgets.ask import Ask

MENU = N_("Edit")
NO_ROW = N_("Choose a row first.")
DELETE: dict[Work, Command[[Sequence[int]], None]] = {
    Work.WORKSTREAM: streams.delete_workstreams,
    Work.DELIVERABLE: streams.delete_deliverables,
    Work.ACTION: delete_actions,
}


class Grid(Protocol):
    """What the verbs need to know of the view."""

    model: RaciModel

    def account(self) -> int | None: ...

    def chosen(self) -> RaciRow | None: ...

    def place(self) -> Place | None: ...

    def under(self) -> tuple[QWidget, QPoint]: ...

    def reload(self) -> None: ...

    def go_to(self, row: int, column: int) -> None: ...

    def step_from(self) -> tuple[int, int]: ...

    def show_row(self, work: Work, key: int) -> None: ...

    def open_row(self) -> None: ...


class StreamVerbs:
    """Each verb is one step to undo, and says once what it did."""

    def __init__(self, desk: Desk, ask: Ask, grid: Grid) -> None:
        self._desk, self._ask, self._grid = desk, ask, grid

    def entries(self) -> list[Entry]:
        rows = (
            (N_("Edit row (Enter)"), self._grid.open_row, "pencil"),
            (N_("New deliverable… (D)"), self.ask_deliverable, "plus"),
            (N_("Done, or open again (Space on the title)"), self.tick, "check"),
            (N_("Move row up (Ctrl+↑)"), self.earlier, "arrow-up"),
            (N_("Move row down (Ctrl+↓)"), self.later, "arrow-down"),
            (N_("Delete row (Del)"), self.delete, "trash-2"),
        )
        new = Entry(
            N_("New workstream… (W)"), "Ctrl+Shift+N", self.ask_workstream, "plus", N_("Add"), self._has_account
        )
        return [
            *(Entry(label, "", run, icon, MENU, self._has_row, why=NO_ROW) for label, run, icon in rows),
            new,
            *self.templates(),
        ]

    def templates(self) -> list[Entry]:
        """One entry for each template."""
        add = N_("Add")
        labels = (
            (N_("Use template: sales strategy, marketing, after-sales"), "chain"),
            (N_("Use template: contract renewal"), "renewal"),
            (N_("Use template: roll-out at new sites"), "rollout"),
        )
        return [Entry(label, "", _Use(self, key).now, "plus", add, self._has_account) for label, key in labels]

    def tick(self) -> None:
        """What is handed over, or an action, is done; what was handed over is open again."""
        row, desk = self._grid.chosen(), self._desk
        if row is None or row.work is Work.WORKSTREAM:
            return
        today = desk.clock.today()
        if row.work is Work.ACTION:
            if desk.attempt(lambda: desk.workspace.do(complete, [row.key], today)):
                desk.done(desk.words.many("{n} action done.", "{n} actions done.", 1))
            return
        if desk.attempt(lambda: desk.workspace.do(streams.hand_in, [row.key], None if row.is_done else today)):
            said = N_("Open again: {title}.") if row.is_done else N_("Handed over: {title}.")
            desk.done(desk.words(said, title=row.title))

    def ask_workstream(self) -> None:
        words = self._desk.words
        self._ask.ask(words("New workstream"), words("what it is called"), self._grid.under(), self._new_stream)

    def ask_deliverable(self) -> None:
        """Ask what the workstream of the chosen row hands over as well."""
        words, row = self._desk.words, self._grid.chosen()
        if row is None or row.stream is None:
            self._desk.say(words("Choose a workstream first."))
            return
        self._ask.ask(words("New deliverable"), words("written as a result"), self._grid.under(), self._new_part)

    def use(self, template: str) -> None:
        """Start workstreams from a template, today."""
        desk, account = self._desk, self._grid.account()
        if account is None:
            return
        words, made = desk.words, list[list[int]]()
        if desk.attempt(
            lambda: made.append(desk.workspace.do(streams.use_template, account, template, desk.clock.today(), words))
        ):
            self._grid.show_row(Work.WORKSTREAM, made[0][0])
            desk.done(words.many("{n} workstream added.", "{n} workstreams added.", len(made[0])))

    def delete(self) -> None:
        row, desk = self._grid.chosen(), self._desk
        if row is None:
            return
        if desk.attempt(lambda: desk.workspace.do(DELETE[row.work], [row.key])):
            desk.deleted(1, row.title)

    def earlier(self) -> None:
        self._move(-1)

    def later(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        """Put a row before or after its neighbour of the same kind."""
        row, desk = self._grid.chosen(), self._desk
        if row is None or row.work is Work.ACTION:
            return
        of_stream = row.work is Work.WORKSTREAM
        alike = [one for one in self._grid.model.view.rows if one.work is row.work]
        keys = [one.key for one in alike if of_stream or one.stream == row.stream]
        place = keys.index(row.key)
        if not 0 <= place + step < len(keys):
            return
        keys[place], keys[place + step] = keys[place + step], keys[place]
        order: Command[[Sequence[int]], None] = streams.order_workstreams if of_stream else streams.order_deliverables
        if desk.attempt(lambda: desk.workspace.do(order, keys)):
            desk.done(desk.words("Moved: {title}.", title=row.title))

    def _new_stream(self, text: str) -> str:
        desk, account, made = self._desk, self._grid.account(), list[int]()
        if not text.strip():
            return desk.words("Write what it is called.")
        if account is not None and desk.attempt(
            lambda: made.append(desk.workspace.do(streams.add_workstream, account, text))
        ):
            self._grid.show_row(Work.WORKSTREAM, made[0])
            desk.done(desk.words("Workstream added: {title}.", title=text.strip()))
        return ""

    def _new_part(self, text: str) -> str:
        desk, row, made = self._desk, self._grid.chosen(), list[int]()
        if not text.strip():
            return desk.words("Write what it is called.")
        stream = row.stream if row else None
        if stream is not None and desk.attempt(
            lambda: made.append(desk.workspace.do(streams.add_deliverable, stream, text))
        ):
            self._grid.show_row(Work.DELIVERABLE, made[0])
            desk.done(desk.words("Deliverable added: {title}.", title=text.strip()))
        return ""

    def _has_row(self) -> bool:
        return self._grid.chosen() is not None

    def _has_account(self) -> bool:
        return self._grid.account() is not None


class _Use:
    def __init__(self, verbs: StreamVerbs, template: str) -> None:
        self._verbs, self._template = verbs, template

    def now(self) -> None:
        self._verbs.use(self._template)

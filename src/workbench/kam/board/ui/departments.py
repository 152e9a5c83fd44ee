"""Departments edited where they are seen: the heads of the lanes take their order, their names, and let them go."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from workbench.kam.board.cards import DepartmentCard
from workbench.kam.board.ui.canvas import Canvas
from workbench.kam.board.ui.pieces import HeadPiece
from workbench.kam.departments.ui.asking import Asking, Named
from workbench.kernel.words import N_
from workbench.team.commands import order_departments
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry
from workbench.ui.widgets.ask import Ask


class Departments:
    """The verbs of the lane that has the keys, or of the one the current card stands in."""

    def __init__(self, desk: Desk, canvas: Canvas, ask: Ask) -> None:
        self._desk, self._canvas, self._asking = desk, canvas, Asking(desk, ask)

    def press(self, key: str) -> bool:
        """Do what a key means on the head of a lane; False if it means nothing there."""
        acts: dict[str, Callable[[], None]] = {
            "F2": self.ask_name,
            "Delete": self.ask_heir,
            "Alt+Up": self.up,
            "Alt+Down": self.down,
        }
        if not isinstance(QApplication.focusWidget(), HeadPiece) or key not in acts:
            return False
        acts[key]()
        return True

    def entries(self) -> list[Entry]:
        edit, why, can = N_("Edit"), N_("Choose a lane of a department first."), self._has_one
        return [
            Entry(N_("Add department…"), "", self.ask_new, "plus", edit),
            Entry(N_("Rename department… (F2 on its head)"), "", self.ask_name, "pencil", edit, can, why=why),
            Entry(N_("Department up (Alt+Up on its head)"), "", self.up, "arrow-up", edit, can, why=why),
            Entry(N_("Department down (Alt+Down on its head)"), "", self.down, "arrow-down", edit, can, why=why),
            Entry(N_("Dissolve department… (Del on its head)"), "", self.ask_heir, "trash-2", edit, can, why=why),
        ]

    def ask_new(self) -> None:
        self._asking.new(self._under())

    def ask_name(self) -> None:
        one = self._named()
        if one is not None:
            self._asking.name(one, self._under())

    def ask_heir(self) -> None:
        one = self._named()
        if one is not None:
            self._asking.heir(one, self._under())

    def up(self) -> None:
        self._shift(-1)

    def down(self) -> None:
        self._shift(1)

    def _shift(self, step: int) -> None:
        one = self._chosen()
        keys = [lane.lane.department.id for lane in self._canvas.plan.lanes if lane.lane.department]
        place = keys.index(one.id) if one else -1
        if one is None or not 0 <= place + step < len(keys):
            return
        keys[place], keys[place + step] = keys[place + step], keys[place]
        desk = self._desk
        if desk.attempt(lambda: desk.workspace.do(order_departments, keys)):
            desk.done(desk.words("{name} is number {n} now.", name=one.name, n=place + step + 1))
            head = self._canvas.head(place + step)
            if head is not None:
                head.setFocus()

    def _chosen(self) -> DepartmentCard | None:
        focused = QApplication.focusWidget()
        if isinstance(focused, HeadPiece):
            return focused.lane.department
        current = self._canvas.current
        if current is None:
            return None
        return self._canvas.lane(self._canvas.plan.spots[current][0]).department

    def _named(self) -> Named | None:
        one = self._chosen()
        return Named(one.id, one.name, one.code) if one is not None else None

    def _has_one(self) -> bool:
        return self._chosen() is not None

    def _under(self) -> tuple[QWidget, QPoint]:
        focused = QApplication.focusWidget()
        if isinstance(focused, HeadPiece):
            return focused, QPoint(8, self._desk.theme.px(36))
        return self._canvas.under()

"""Which columns a list shows, and in which order; remembered for each list on this computer."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from workbench.kernel.field import Field, Kind
from workbench.kernel.listing import Listing
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.room import Room

NOTED = "columns"


class Columns(QObject):
    """The first column always stays: it says which record a row is."""

    changed = Signal()

    def __init__(self, desk: Desk, room: Room, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self.name, self._page = desk, room.key, parent
        self._usual = [field.name for field in room.listing.fields]
        self._fields = _available(room)
        kept = [name for name in self._noted().get(self.name, []) if name in self._fields]
        self.names = [self._usual[0], *(name for name in kept if name != self._usual[0])] if kept else self._usual

    def dressed(self, listing: Listing) -> Listing:
        """A listing with the columns that are wanted."""
        return replace(listing, fields=tuple(self._fields[name] for name in self.names))

    def toggle(self, name: str) -> None:
        """Show a column at the end, or hide it."""
        self._keep([n for n in self.names if n != name] if name in self.names else [*self.names, name])

    def move(self, name: str, step: int) -> None:
        """Move a column to the left or right; nothing comes before the first."""
        names = list(self.names)
        old = names.index(name)
        new = old + step
        if old > 0 and 0 < new < len(names):
            names.insert(new, names.pop(old))
            self._keep(names)

    def reset(self) -> None:
        """Show the columns that the program shows at first."""
        self._keep(self._usual)

    def show_named(self, names: list[str]) -> None:
        """Show these columns, those among them that there still are; the first one stays."""
        known = [name for name in names if name in self._fields and name != self._usual[0]]
        if known:
            self._keep([self._usual[0], *known])

    def offer(self, at: QPoint) -> QMenu:
        """Let columns be chosen from a menu, those that are shown first."""
        menu = QMenu(self._desk.words("Columns"), self._page)
        others = [name for name in self._fields if name not in self.names]
        for name in (*self.names[1:], "", *others):
            if name:
                self._offer_one(menu, name)
            else:
                menu.addSeparator()
        menu.addSeparator()
        menu.addAction(self._desk.words("Usual columns"), self.reset)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
        return menu

    def _offer_one(self, menu: QMenu, name: str) -> None:
        action = QAction(self._desk.words(self._fields[name].label).replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(name in self.names)
        action.setData(name)
        action.triggered.connect(self._chosen)
        menu.addAction(action)

    def _chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.toggle(str(action.data()))

    def _keep(self, names: list[str]) -> None:
        self.names = names
        self._desk.settings.note(NOTED, {**self._noted(), self.name: names})
        self.changed.emit()

    def _noted(self) -> dict[str, list[str]]:
        noted = self._desk.settings.noted(NOTED)
        found = noted.items() if isinstance(noted, dict) else ()
        return {key: [str(name) for name in names] for key, names in found if isinstance(names, list)}


def _available(room: Room) -> dict[str, Field]:
    """Every field of the kind that can stand in a column: a reference cannot, for it is only a number."""
    listing = room.listing
    own = [field for field in room.fields if field.is_stored and field.kind is not Kind.REFERENCE]
    found: dict[str, Field] = {}
    labels = set[str]()
    for field in (*listing.fields, *listing.more, *own):
        if field.name not in found and field.label not in labels:
            found[field.name] = field
            labels.add(field.label)
    return found


MOVE_LEFT, MOVE_RIGHT = N_("Move column left"), N_("Move column right")

"""Pinning a record to the sidebar, and taking it from there."""

from importlib import import_module
from typing import TYPE_CHECKING

from workbench.kernel.words import N_
from workbench.portfolio.pins import pins
from workbench.portfolio.places import PAGES, named
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry

if TYPE_CHECKING:
    from workbench.ui.shell.main_window import MainWindow

PIN, UNPIN = N_("Pin to the sidebar (P)"), N_("Take from the sidebar (P)")


def toggle(desk: Desk, page: str, key: int) -> None:
    """Pin a record, or take it from the sidebar where it is pinned."""
    with desk.workspace.read() as session:
        is_pinned, name = (page, key) in pins(session), named(session, page, key)
    # what plans and accounts need is not for the start of the window
    commands = import_module("workbench.portfolio.commands")
    command = commands.unpin if is_pinned else commands.pin
    if name and desk.attempt(lambda: desk.workspace.do(command, page, key)):
        said = N_("“{name}” is no longer in the sidebar.") if is_pinned else N_("“{name}” is in the sidebar.")
        desk.done(desk.words(said, name=name))


def entries(window: "MainWindow") -> list[Entry]:
    """The menu's entry for the record in front, or the one that is chosen in the list."""
    made = _Here(window)
    why = N_("Choose a record first.")
    return [Entry(PIN, "", made.toggle, "pin", N_("View"), made.is_there, said=made.said, why=why)]


def toggle_here(window: "MainWindow") -> None:
    """Pin the record in front, or take it from the sidebar."""
    _Here(window).toggle()


class _Here:
    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def toggle(self) -> None:
        found = self._record()
        if found:
            toggle(self._window.desk, *found)

    def is_there(self) -> bool:
        return self._record() is not None

    def said(self) -> str:
        desk, found = self._window.desk, self._record()
        with desk.workspace.read() as session:
            is_pinned = found is not None and found in pins(session)
        return desk.words(UNPIN if is_pinned else PIN)

    def _record(self) -> tuple[str, int] | None:
        page = self._window.page
        key = page.target() if page else None
        name = (page.opens() or page.objectName()) if page else ""
        return (name, key) if name in PAGES.values() and isinstance(key, int) else None

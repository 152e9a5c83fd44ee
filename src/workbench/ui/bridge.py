"""The workspace as the interface sees it: the same doors, and a signal when something changed."""

from PySide6.QtCore import QObject, Signal
from sqlalchemy.orm import Session

from workbench.kernel.command import Command, P, R
from workbench.kernel.journal import Change, Stacks
from workbench.kernel.workspace import Workspace


class LiveWorkspace(QObject):
    """A change made in any thread arrives here, in the thread of the interface.

    `has_more_windows` tells whether a second window was ever opened over it; `has_made` whether the last command
    changed anything, so that nobody is offered to take back something else.
    """

    changed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plain = workspace
        self.has_more_windows = False
        self.has_made = False
        workspace.subscribe(self._tell)

    def do(self, command: Command[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        self.has_made = False
        return self.plain.do(command, *args, **kwargs)

    def read(self) -> Session:
        return self.plain.read()

    def undo(self) -> Change:
        return self.plain.undo()

    def redo(self) -> Change:
        return self.plain.redo()

    def stacks(self) -> Stacks:
        return self.plain.stacks()

    def _tell(self, change: Change) -> None:
        self.has_made = True
        self.changed.emit(change)

"""The workspace as the interface sees it: the same doors, and a signal when something changed."""

from PySide6.QtCore import QObject, Signal
from sqlalchemy.orm import Session

from workbench.kernel.command import Command, P, R
from workbench.kernel.journal import Change, Stacks
from workbench.kernel.workspace import Workspace


class LiveWorkspace(QObject):
    """A change made in any thread arrives here, in the thread of the interface.

    `has_more_windows` tells whether a second window was ever opened over it.
    """

    changed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plain = workspace
        self.has_more_windows = False
        workspace.subscribe(self.changed.emit)

    def do(self, command: Command[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        return self.plain.do(command, *args, **kwargs)

    def read(self) -> Session:
        return self.plain.read()

    def undo(self) -> Change:
        return self.plain.undo()

    def redo(self) -> Change:
        return self.plain.redo()

    def stacks(self) -> Stacks:
        return self.plain.stacks()

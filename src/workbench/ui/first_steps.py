"""The first ten minutes: five things to try, each ticked when it happens, kept in the settings of this computer."""

from typing import Any

from PySide6.QtCore import QObject

from workbench.kernel.journal import Change
from workbench.kernel.settings import Settings
from workbench.kernel.words import N_
from workbench.ui.bridge import LiveWorkspace

NOTED = "first_steps"
CAPTURE, BRIEF, MINUTES, MOVE, PRINT = "capture", "brief", "minutes", "move", "print"
STEPS = {
    CAPTURE: N_("Capture a call (Ctrl+N)"),
    BRIEF: N_("Open a brief (B on a meeting)"),
    MINUTES: N_("Write two lines in a meeting"),
    MOVE: N_("Move an action (T, D, + or S)"),
    PRINT: N_("Print an account on one page"),
}
# what was done, by the name of its command
BY_LABEL = {"Capture": CAPTURE, "Move actions": MOVE, "Change due dates": MOVE, "Move due dates": MOVE}


class FirstSteps:
    """Which of the five were done, and whether anybody still wants to see them."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def done(self) -> frozenset[str]:
        found = self._noted().get("done")
        return frozenset(key for key in STEPS if isinstance(found, list) and key in found)

    @property
    def is_over(self) -> bool:
        return self._noted().get("over") is True

    def tick(self, key: str) -> bool:
        """Note that a step was done; False if that was known."""
        if key in self.done:
            return False
        self._settings.note(NOTED, {**self._noted(), "done": sorted({*self.done, key})})
        return True

    def dismiss(self) -> None:
        """Show them no more."""
        self._settings.note(NOTED, {**self._noted(), "over": True})

    def come_back(self) -> None:
        """Show them again, all to be done."""
        self._settings.note(NOTED, {})

    def _noted(self) -> dict[str, Any]:
        found = self._settings.noted(NOTED)
        return found if isinstance(found, dict) else {}


class StepWatch(QObject):
    """Ticks the steps that are changes of the portfolio."""

    def __init__(self, workspace: LiveWorkspace, steps: FirstSteps, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        workspace.changed.connect(self._on_change)

    def _on_change(self, change: Change) -> None:
        key = BY_LABEL.get(change.label)
        if key and change.reverts is None and not self._steps.is_over:
            self._steps.tick(key)

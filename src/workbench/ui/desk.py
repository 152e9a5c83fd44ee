"""What every page needs to work: the portfolio, the words, the looks, the clock, the background and the notices."""

from collections.abc import Callable
from dataclasses import dataclass, field

from workbench.kernel.clock import Clock
from workbench.kernel.errors import UserError
from workbench.kernel.failures import DiskFull
from workbench.kernel.formats import Formats
from workbench.kernel.settings import Settings
from workbench.kernel.words import Words
from workbench.ui.bridge import LiveWorkspace
from workbench.ui.tasks import Tasks
from workbench.ui.theme import Theme

Say = Callable[..., None]


def _silent(*_said: object) -> None:
    """Until a window listens, nobody is told."""


SHOWN = 60  # letters of a name


@dataclass
class Desk:
    """Handed to each page when it is built."""

    workspace: LiveWorkspace
    words: Words
    theme: Theme
    settings: Settings
    tasks: Tasks
    clock: Clock
    say: Callable[..., None] = field(default=_silent)
    complain: Callable[..., None] = field(default=_silent)

    @property
    def formats(self) -> Formats:
        return Formats.of(self.words.language)

    def done(self, text: str) -> None:
        """Say what was just done, with the way back beside it where it changed something."""
        done = self.workspace.stacks().done
        if done and self.workspace.has_made:
            self.say(text, self.words("Undo"), _TakeBack(self, done[-1].id).now)
        else:
            self.say(text)

    def deleted(self, count: int, name: str) -> None:
        """Say what went to the trash, one by its name, with the way back beside it."""
        shown = " ".join(name.split())[:SHOWN]
        if count == 1 and shown:
            self.done(self.words("“{name}” is in the trash.", name=shown))
        else:
            self.done(self.words.many("{n} record is in the trash.", "{n} records are in the trash.", count))

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something that may be refused; the refusal is told, and False is the answer."""
        try:
            act()
        except UserError as problem:
            # with room on the disk again, the same thing can be done
            self.complain(problem, _Again(self, act).now if isinstance(problem, DiskFull) else None)
            return False
        return True


class _Again:
    """Does once more what found no room on the disk."""

    def __init__(self, desk: Desk, act: Callable[[], object]) -> None:
        self._desk, self._act = desk, act

    def now(self) -> None:
        self._desk.attempt(self._act)


class _TakeBack:
    """Takes back one change and no other: it may no longer be the newest when somebody asks for it."""

    def __init__(self, desk: Desk, change: int) -> None:
        self._desk, self._change = desk, change

    def now(self) -> None:
        self._desk.attempt(self._undo)

    def _undo(self) -> None:
        workspace = self._desk.workspace
        done = workspace.stacks().done
        is_newest = bool(done) and done[-1].id == self._change
        undone = workspace.undo() if is_newest else workspace.plain.revert(self._change)
        words = self._desk.words
        text = words("Undone: {label}", label=words(undone.label))
        if undone.conflicts:
            text += " " + words("Values that were edited since stay as they are.")
        self._desk.say(text)

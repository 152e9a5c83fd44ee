"""What every page needs to work: the portfolio, the words, the looks, the clock, the background and the notices."""

from collections.abc import Callable
from dataclasses import dataclass, field

from workbench.kernel.clock import Clock
from workbench.kernel.errors import UserError
from workbench.kernel.formats import Formats
from workbench.kernel.settings import Settings
from workbench.kernel.words import Words
from workbench.ui.bridge import LiveWorkspace
from workbench.ui.tasks import Tasks
from workbench.ui.theme import Theme

Say = Callable[[str], None]


def _silent(_text: object) -> None:
    """Until a window listens, nobody is told."""


@dataclass
class Desk:
    """Handed to each page when it is built."""

    workspace: LiveWorkspace
    words: Words
    theme: Theme
    settings: Settings
    tasks: Tasks
    clock: Clock
    say: Callable[[str], None] = field(default=_silent)
    complain: Callable[[UserError], None] = field(default=_silent)

    @property
    def formats(self) -> Formats:
        return Formats.of(self.words.language)

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something that may be refused; the refusal is told, and False is the answer."""
        try:
            act()
        except UserError as problem:
            self.complain(problem)
            return False
        return True

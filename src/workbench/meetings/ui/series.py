"""One meeting of a series: changed or taken out alone, while the others stay as they are."""

from datetime import date

from workbench.kernel.words import N_
from workbench.meetings import commands, queries
from workbench.ui.menu import Entry
from workbench.ui.shell.pages import Page

WHY = N_("This meeting does not repeat.")


class Series:
    """What can be done with the next meeting of the series that a page shows."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def entries(self) -> list[Entry]:
        """Both verbs, grey where nothing repeats."""
        menu = N_("Meeting")
        return [
            Entry(N_("Change only the next one"), "", self.change_next, "pencil", menu, self._repeats, why=WHY),
            Entry(N_("Cancel only the next one"), "", self.cancel_next, "x", menu, self._repeats, why=WHY),
        ]

    def change_next(self) -> None:
        """Make a meeting of its own of the next one, and open it."""
        key, day = self._next()
        if day is None:
            return
        desk, made = self._page.desk, list[int]()
        if desk.attempt(lambda: made.append(desk.workspace.do(commands.edit_occurrence, key, day, day=day))):
            desk.done(desk.words("This one stands alone now: {day}", day=desk.formats.day(day)))
            self._page.wanted.emit("meeting", made[0])

    def cancel_next(self) -> None:
        """Take the next one out of the series."""
        key, day = self._next()
        desk = self._page.desk
        if day is not None and desk.attempt(lambda: desk.workspace.do(commands.exclude_occurrence, key, day)):
            desk.done(desk.words("Cancelled only on {day}", day=desk.formats.day(day)))

    def _repeats(self) -> bool:
        return self._next()[1] is not None

    def _next(self) -> tuple[int, date | None]:
        key = self._page.target()
        if not isinstance(key, int):
            return 0, None
        desk = self._page.desk
        with desk.workspace.read() as session:
            return key, queries.next_day_of(session, key, desk.clock.today())

"""The role by menu and palette: it chooses what comes first, and never what can be done."""

from workbench.kernel.settings import ROLE, change_setting, of_portfolio
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry

WHY = N_("This is how you work already.")
AS = (("am", N_("Work as account manager")), ("kam", N_("Work as key account manager")))
TAKEN = {
    "am": N_("Your lists come first now; accounts open with their overview, and the page of one is printed first."),
    "kam": N_("Your key accounts come first now; accounts open with the team board, and its list is printed first."),
}


def entries(desk: Desk) -> list[Entry]:
    """The two roles; the one that is taken cannot be taken again."""
    taken = [_Take(desk, role) for role, _ in AS]
    return [
        Entry(label, "", take.now, "user-round", N_("Tools"), take.is_other, why=WHY)
        for take, (_, label) in zip(taken, AS, strict=True)
    ]


class _Take:
    def __init__(self, desk: Desk, role: str) -> None:
        self._desk, self._role = desk, role

    def is_other(self) -> bool:
        with self._desk.workspace.read() as session:
            return of_portfolio(session, ROLE) != self._role

    def now(self) -> None:
        desk = self._desk
        if desk.attempt(lambda: desk.workspace.do(change_setting, ROLE, self._role)):
            desk.done(desk.words(TAKEN[self._role]))

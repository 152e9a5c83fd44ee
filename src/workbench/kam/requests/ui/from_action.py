"""The verbs of actions, and one more: Q asks a department for what the chosen action needs."""

from workbench.action_items.ui.verbs import ActionVerbs, Chosen, Under
from workbench.kam.requests.queries import beginning_of
from workbench.kam.requests.ui.ask_card import AskCard
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry
from workbench.ui.widgets.ask import Ask


class AskingVerbs(ActionVerbs):
    """The card comes with the action, its account, objective, department, day and the client's stake filled in."""

    def __init__(self, desk: Desk, ask: Ask, chosen: Chosen, under: Under) -> None:
        super().__init__(desk, ask, chosen, under)
        self._card: AskCard | None = None
        self._by_key["Q"] = self.ask_department

    def entries(self) -> list[Entry]:
        label, why = N_("Ask a department… (Q)"), N_("Choose an action first.")
        return [*super().entries(), Entry(label, "", self.ask_department, "send", N_("Edit"), self._any, why=why)]

    def ask_department(self) -> None:
        """Ask for what the first of the chosen actions needs."""
        keys = self._chosen()
        if not keys:
            return
        self._desk.attempt(lambda: self._begin(keys[0]))

    def _begin(self, action_id: int) -> None:
        with self._desk.workspace.read() as session:
            beginning = beginning_of(session, action_id)
        if self._card is None:
            self._card = AskCard(self._under()[0].window(), self._desk)
        self._card.begin(beginning)

"""What single keys do with actions, the same on every list: T today, D date, + and - a day, S, W, B, O and Space."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from workbench.action_items.cards import card as action_card
from workbench.action_items.commands import (
    NoSuchColleague,
    block,
    complete,
    hand_over,
    move_to_state,
    reschedule,
    shift_due,
    unblock,
    wait_for,
)
from workbench.action_items.model import State
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry
from workbench.ui.widgets.ask import Ask

NEXT_STATE = {State.TODO: State.IN_PROGRESS, State.IN_PROGRESS: State.TODO, State.WAITING: State.IN_PROGRESS}
Chosen = Callable[[], list[int]]
Under = Callable[[], tuple[QWidget, QPoint]]


class ActionVerbs:
    """The verbs over what is `chosen`; questions are put `under` it."""

    def __init__(self, desk: Desk, ask: Ask, chosen: Chosen, under: Under) -> None:
        self._desk, self._ask, self._chosen, self._under = desk, ask, chosen, under
        self._by_key: dict[str, Callable[[], object]] = {
            "Space": self.tick,
            "T": self.today,
            "D": self.ask_day,
            "+": self.later,
            "-": self.earlier,
            "S": self.next_state,
            "W": self.ask_whom,
            "B": self.ask_reason,
            "O": self.ask_owner,
        }

    def press(self, key: str) -> bool:
        """Do what a key means; False if it means nothing here."""
        if key in "123456789" and self._chosen():
            self.shift(int(key))
            return True
        verb = self._by_key.get(key)
        if verb is None or not self._chosen():
            return False
        verb()
        return True

    def entries(self) -> list[Entry]:
        """The same in the menus, each with its letter."""
        labels = (
            (N_("Done (Space)"), self.tick, "check"),
            (N_("Due today (T)"), self.today, "sun"),
            (N_("Due on… (D)"), self.ask_day, "calendar"),
            (N_("A day later (+)"), self.later, "arrow-right"),
            (N_("A day earlier (-)"), self.earlier, "arrow-left"),
            (N_("Begin or put back (S)"), self.next_state, "play"),
            (N_("Wait for… (W)"), self.ask_whom, "clock"),
            (N_("Blocked because… (B)"), self.ask_reason, "octagon-x"),
            (N_("Give to… (O)"), self.ask_owner, "user"),
        )
        why = N_("Choose an action first.")
        return [Entry(label, "", run, icon, N_("Edit"), self._any, why=why) for label, run, icon in labels]

    def tick(self) -> None:
        keys, desk = self._chosen(), self._desk
        if desk.attempt(lambda: desk.workspace.do(complete, keys, desk.clock.today())):
            desk.done(desk.words.many("{n} action done.", "{n} actions done.", len(keys)))

    def today(self) -> None:
        self._due(self._desk.clock.today())

    def later(self) -> None:
        self.shift(1)

    def earlier(self) -> None:
        self.shift(-1)

    def shift(self, days: int) -> None:
        """Move the due days; what has none counts from today."""
        keys, desk = self._chosen(), self._desk
        if desk.attempt(lambda: desk.workspace.do(shift_due, keys, days, desk.clock.today())):
            words = desk.words
            text = words.many("{n} action moved by {days} d.", "{n} actions moved by {days} d.", len(keys), days=days)
            desk.done(text)

    def next_state(self) -> None:
        keys, desk = self._chosen(), self._desk
        with desk.workspace.read() as session:
            card = action_card(session, keys[0]) if keys else None
        state = NEXT_STATE.get(card.state, State.TODO) if card else State.TODO
        if keys and desk.attempt(lambda: desk.workspace.do(move_to_state, keys, state)):
            desk.done(desk.words("Moved to {state}.", state=desk.words(state.label)))

    def ask_day(self) -> None:
        words = self._desk.words
        self._put(words("Due on"), words("fri, +3, 12/3, end of month"), self._day_said)

    def ask_whom(self) -> None:
        self._put(self._desk.words("Waiting for"), self._desk.words("whom?"), self._whom_said)
        self._ask.offer(self._names())

    def ask_reason(self) -> None:
        words = self._desk.words
        self._put(words("Blocked because"), words("nothing means: no longer blocked"), self._reason_said)

    def ask_owner(self) -> None:
        words = self._desk.words
        self._put(words("Owner"), words("the beginning of a colleague's name"), self._owner_said)

    def _put(self, question: str, hint: str, answer: Callable[[str], str]) -> None:
        if self._chosen():
            self._ask.ask(question, hint, self._under(), answer)

    def _day_said(self, text: str) -> str:
        # imported here: how days are written is much to know, and the first page is there before anybody types one
        from workbench.kernel.days import read_day, why_no_day  # noqa: PLC0415

        desk = self._desk
        language, today = desk.words.language, desk.clock.today()
        day = read_day(text, today, language)
        if day is None:
            return desk.words(why_no_day(text, today, language))
        self._due(day)
        return ""

    def _due(self, day: date) -> None:
        keys, desk = self._chosen(), self._desk
        if keys and desk.attempt(lambda: desk.workspace.do(reschedule, keys, day)):
            said = desk.formats.weekday(day)
            text = desk.words.many("{n} action moved to {day}.", "{n} actions moved to {day}.", len(keys), day=said)
            desk.done(text)

    def _whom_said(self, text: str) -> str:
        desk, whom = self._desk, text.strip()
        if not whom:
            return desk.words("Write who it waits for.")
        from workbench.action_items.whom import SeveralCalledSo, meant, unknown_said  # noqa: PLC0415 - as below

        keys = self._chosen()
        try:
            somebody = meant(self._names(), whom)
        except SeveralCalledSo as problem:
            return problem.sentence(desk.words)
        if desk.attempt(lambda: desk.workspace.do(wait_for, keys, somebody.name, desk.clock.today())):
            told = desk.words("Waiting for {whom}.", whom=somebody.name), unknown_said(somebody, desk.words)
            desk.done(" ".join(filter(None, told)))
        return ""

    def _names(self) -> tuple[str, ...]:
        # imported here: the first page does without the tables of who works where
        from workbench.action_items.whom import names_around  # noqa: PLC0415

        with self._desk.workspace.read() as session:
            return names_around(session, self._chosen())

    def _owner_said(self, text: str) -> str:
        desk, keys = self._desk, self._chosen()
        try:
            owner = desk.workspace.do(hand_over, keys, text)
        except NoSuchColleague as problem:
            return problem.sentence(desk.words)
        desk.done(
            desk.words.many(
                "{n} action now belongs to {owner}.", "{n} actions now belong to {owner}.", len(keys), owner=owner
            )
        )
        return ""

    def _reason_said(self, text: str) -> str:
        desk, reason, keys = self._desk, text.strip(), self._chosen()
        if reason and desk.attempt(lambda: desk.workspace.do(block, keys, reason)):
            desk.done(desk.words("Blocked: {reason}.", reason=reason))
        elif not reason and desk.attempt(lambda: desk.workspace.do(unblock, keys)):
            desk.done(desk.words("No longer blocked."))
        return ""

    def _any(self) -> bool:
        return bool(self._chosen())

"""What single keys do with a request: A accept, R answer, N refuse, E escalate, B block, L link, P paper."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCompleter, QWidget

from workbench.kam.model import RequestState
from workbench.kam.requests.clock import moved
from workbench.kam.requests.commands import (
    accept_request,
    answer_request,
    ask_again,
    block_request,
    escalate_request,
    link_request,
    refuse_request,
)
from workbench.kam.requests.promises import is_open
from workbench.kam.requests.queries import Target, card, targets_of
from workbench.kam.requests.views import RequestCard
from workbench.kam.requests.wording import escalation_text, moved_sentence
from workbench.kernel.command import Command
from workbench.kernel.days import read_day, why_no_day
from workbench.kernel.errors import UserError
from workbench.kernel.folding import fold
from workbench.kernel.words import N_
from workbench.team.regions import calendar_of
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.write import Write

Chosen = Callable[[], list[int]]
Under = Callable[[], tuple[QWidget, QPoint]]


class RequestVerbs:
    """The verbs over the one request that is `chosen`; questions are put `under` it."""

    def __init__(self, desk: Desk, ask: Ask, chosen: Chosen, under: Under) -> None:
        self._desk, self._ask, self._chosen, self._under = desk, ask, chosen, under
        self.print_ask: Callable[[int], object] | None = None
        self.write: Write | None = None
        self._by_key: dict[str, Callable[[], object]] = {
            "A": self.accept,
            "R": self.answer,
            "N": self.refuse,
            "E": self.escalate,
            "B": self.block,
            "L": self.link,
            "P": self.to_paper,
        }

    def press(self, key: str) -> bool:
        """Do what a key means; False if it means nothing here."""
        verb = self._by_key.get(key)
        if verb is None or not self._chosen():
            return False
        verb()
        return True

    def entries(self) -> list[Entry]:
        """The same in the menus, each with its letter."""
        labels = (
            (N_("Accepted for… (A)"), self.accept, "handshake", self._is_open),
            (N_("Answer… (R)"), self.answer, "pencil", self._any),
            (N_("Refused because… (N)"), self.refuse, "x", self._is_open),
            (N_("Escalate… (E)"), self.escalate, "chevrons-up", self._is_open),
            (N_("Waits because… (B)"), self.block, "octagon-x", self._is_open),
            (N_("Link to… (L)"), self.link, "link", self._any),
            (N_("Print the ask (P)"), self.to_paper, "printer", self._any),
            (N_("Ask again"), self.again, "refresh-cw", self._is_over),
        )
        why = N_("Choose a request first.")
        return [Entry(label, "", run, icon, N_("Edit"), when, why=why) for label, run, icon, when in labels]

    def accept(self) -> None:
        """Ask for when it is promised; the day we wanted stands there already."""
        found, desk = self._found(), self._desk
        if found is None:
            return
        words = desk.words
        self._ask.ask(words("Promised for"), words("fri, +3, 12/3, end of month"), self._under(), self._day_said)
        if found.promised_for:
            self._ask.line.setText(desk.formats.day(found.promised_for))
            self._ask.line.selectAll()

    def answer(self) -> None:
        found = self._found()
        if found is not None:
            self._text(self._desk.words("Answer"), found.answer or "", self._answer_said)

    def refuse(self) -> None:
        words = self._desk.words
        self._put(words("Refused because"), words("Why? One line."), self._refusal_said)

    def escalate(self) -> None:
        """Propose a text that says what is at stake."""
        found, desk = self._found(), self._desk
        if found is not None:
            text = found.escalation or escalation_text(found, desk.clock.today(), desk.formats)
            self._text(desk.words("Escalation"), text, self._escalation_said)

    def block(self) -> None:
        words = self._desk.words
        self._put(words("Waits because"), words("nothing means: it waits no longer"), self._block_said)

    def link(self) -> None:
        """Ask for the action or the objective; both are offered while their name is typed."""
        targets = self._targets()
        words = self._desk.words
        self._put(words("For"), words("an action or an objective; nothing means: for none"), self._link_said)
        offered = QCompleter([target.title for target in targets], self._ask.line)
        offered.setFilterMode(Qt.MatchFlag.MatchContains)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._ask.line.setCompleter(offered)

    def to_paper(self) -> None:
        if self.print_ask and self._chosen():
            self.print_ask(self._chosen()[0])

    def again(self) -> None:
        key, desk = self._key(), self._desk
        if key is not None and desk.attempt(lambda: desk.workspace.do(ask_again, key)):
            desk.done(desk.words("Asked again."))

    def promise(self, key: int, day: date) -> bool:
        """Take a promise, and say so where it moves to a day on which somebody works."""
        desk, words = self._desk, self._desk.words
        with desk.workspace.read() as session:
            found = card(session, key)
        moves = moved(day, calendar_of(found.region), words.language) if found else None
        if not desk.attempt(lambda: desk.workspace.do(accept_request, key, day, desk.clock.today())):
            return False
        said = desk.formats.weekday(day)
        desk.done(moved_sentence(moves, desk.formats) if moves else words("Promised for {day}.", day=said))
        return True

    def _put(self, question: str, hint: str, answer: Callable[[str], str]) -> None:
        if self._chosen():
            self._ask.line.setCompleter(None)  # type: ignore[arg-type]
            self._ask.ask(question, hint, self._under(), answer)

    def _text(self, question: str, text: str, answer: Callable[[str], str]) -> None:
        if self.write is None:
            window = self._under()[0].window()
            self.write = Write(window, self._desk.theme, self._desk.words)
        self.write.write(question, text, answer)

    def _day_said(self, text: str) -> str:
        desk, key = self._desk, self._key()
        language, today = desk.words.language, desk.clock.today()
        day = read_day(text, today, language)
        if day is None:
            return desk.words(why_no_day(text, today, language))
        if key is not None:
            self.promise(key, day)
        return ""

    def _answer_said(self, text: str) -> str:
        if not text.strip():
            return self._desk.words("An answer is missing.")
        return self._done(answer_request, text, self._desk.words("Answered."))

    def _refusal_said(self, text: str) -> str:
        if not text.strip():
            return self._desk.words("A reason is missing: one line is enough.")
        return self._done(refuse_request, text, self._desk.words("Refused: {reason}.", reason=text.strip()))

    def _escalation_said(self, text: str) -> str:
        return self._done(escalate_request, text, self._desk.words("Escalated."))

    def _block_said(self, text: str) -> str:
        key, desk, reason = self._key(), self._desk, text.strip()
        if key is not None and desk.attempt(lambda: desk.workspace.do(block_request, key, reason)):
            said = desk.words("Blocked: {reason}.", reason=reason)
            desk.done(said if reason else desk.words("No longer blocked."))
        return ""

    def _link_said(self, text: str) -> str:
        desk, key, wanted = self._desk, self._key(), fold(text).strip()
        if key is None:
            return ""
        target = next((one for one in self._targets() if wanted and wanted in fold(one.title)), None)
        if wanted and target is None:
            return desk.words("No action and no objective is called so.")
        action = target.key if target and target.is_action else None
        objective = target.key if target and not target.is_action else None
        if desk.attempt(lambda: desk.workspace.do(link_request, key, action, objective)):
            said = desk.words("Linked to “{title}”.", title=target.title) if target else desk.words("No longer linked.")
            desk.done(said)
        return ""

    def _done(self, command: Command[[int, str, date], None], text: str, said: str) -> str:
        key, desk = self._key(), self._desk
        if key is None:
            return ""
        try:
            desk.workspace.do(command, key, text, desk.clock.today())
        except UserError as problem:
            # the text stays where it was written
            return problem.sentence(desk.words)
        desk.done(said)
        return ""

    def _targets(self) -> list[Target]:
        found, today = self._found(), self._desk.clock.today()
        if found is None or found.account_id is None:
            return []
        with self._desk.workspace.read() as session:
            return targets_of(session, found.account_id, today)

    def _key(self) -> int | None:
        keys = self._chosen()
        return keys[0] if keys else None

    def _found(self) -> RequestCard | None:
        key = self._key()
        if key is None:
            return None
        with self._desk.workspace.read() as session:
            return card(session, key)

    def _any(self) -> bool:
        return bool(self._chosen())

    def _is_open(self) -> bool:
        found = self._found()
        return found is not None and is_open(found)

    def _is_over(self) -> bool:
        found = self._found()
        return found is not None and found.state in (RequestState.ANSWERED, RequestState.REFUSED)

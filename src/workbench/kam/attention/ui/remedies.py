"""What answers an alert: one key, and where something has to be said, one line."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, SignalInstance
from PySide6.QtWidgets import QWidget

from workbench.action_items.commands import hand_over, move_to_state, reschedule, unblock
from workbench.action_items.model import State
from workbench.action_items.whom import addressee, names_around
from workbench.kam.attention.alerts import Alert, Remedy
from workbench.kam.attention.commands import accompany, agree_on, man_department, name_holder
from workbench.kam.board.commands import escalate
from workbench.kam.board.speech import escalated
from workbench.kam.requests.commands import accept_request, answer_request
from workbench.kernel.days import read_day, why_no_day
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.shell.pages import CAPTURE
from workbench.ui.widgets.ask import Ask

Under = tuple[QWidget, QPoint]
DAYS = N_("fri, +3, 12/3, end of month")
COLLEAGUE = N_("the beginning of a colleague's name")


class Remedies:
    """Carries alerts out; each is one change that can be taken back."""

    def __init__(self, desk: Desk, ask: Ask, wanted: SignalInstance) -> None:
        self._desk, self._ask, self._wanted = desk, ask, wanted
        self._ways: dict[Remedy, Callable[[Alert, Under], None]] = {
            Remedy.CALL: self._call,
            Remedy.AGREE: self._agree,
            Remedy.ASSIGN: self._assign,
            Remedy.ESCALATE: self._escalate,
            Remedy.HAND_OVER: self._hand_over,
            Remedy.ASK: self._how_it_goes,
        }

    def carry_out(self, alert: Alert, under: Under) -> None:
        """Do what removes an alert, or ask the one thing that is missing for it."""
        self._ways[alert.remedy](alert, under)

    def show(self, alert: Alert) -> None:
        """Show the record that an alert is about."""
        about = alert.subject
        if about.table in ("action_item", "person", "member"):
            pages = {"action_item": "actions", "person": "contacts", "member": "team"}
            self._wanted.emit(pages[about.table], about.id)
        elif about.table == "department":
            self._wanted.emit("team", None)
        else:
            self._wanted.emit("account", (about.account_id, about.table, about.id))

    def _call(self, alert: Alert, _under: Under) -> None:
        self._wanted.emit(CAPTURE, self._desk.words("Call {name} tomorrow", name=alert.subject.account))

    def _agree(self, alert: Alert, under: Under) -> None:
        words = self._desk.words
        self._ask.ask(words("New day"), words(DAYS), under, _Answer(self._desk, alert, self._agreed).given)

    def _agreed(self, alert: Alert, text: str) -> str:
        day = self._day(text)
        if day is None:
            return self._no_day(text)
        self._desk.workspace.do(agree_on, alert.subject.id, day)
        self._desk.done(self._desk.words("Agreed anew: {day}.", day=self._desk.formats.weekday(day)))
        return ""

    def _how_it_goes(self, alert: Alert, under: Under) -> None:
        words = self._desk.words
        if alert.subject.table == "request":
            question = words("What does {department} say?", department=_short(alert.evidence.detail))
            answer = _Answer(self._desk, alert, self._answered).given
            self._ask.ask(question, words("a new day like fri, or the answer itself"), under, answer)
            return
        hint = words("a new day, or nothing: it is being worked on")
        self._ask.ask(words("How does it go?"), hint, under, _Answer(self._desk, alert, self._went).given)

    def _went(self, alert: Alert, text: str) -> str:
        desk, key = self._desk, alert.subject.id
        day = self._day(text) if text.strip() else None
        if text.strip() and day is None:
            return self._no_day(text)
        if day is not None:
            desk.workspace.do(reschedule, [key], day)
            desk.done(desk.words("Moved to {day}.", day=desk.formats.weekday(day)))
        else:
            desk.workspace.do(move_to_state, [key], State.IN_PROGRESS)
            desk.done(desk.words("Moved to {state}.", state=desk.words(State.IN_PROGRESS.label)))
        return ""

    def _answered(self, alert: Alert, text: str) -> str:
        desk, key, today = self._desk, alert.subject.id, self._desk.clock.today()
        day = self._day(text) if text.strip() else None
        if day is not None:
            desk.workspace.do(accept_request, key, day, today)
            desk.done(desk.words("Promised for {day}.", day=desk.formats.weekday(day)))
        else:
            desk.workspace.do(answer_request, key, text, today)
            desk.done(desk.words("Answered: {title}", title=_short(alert.subject.name)))
        return ""

    def _escalate(self, alert: Alert, under: Under) -> None:
        words = self._desk.words
        hint = words("to whom and why; nothing means: no longer blocked")
        self._ask.ask(words("Escalate"), hint, under, _Answer(self._desk, alert, self._escalated).given)
        self._ask.offer([words("To {name}: ", name=name) for name in self._names(alert)])

    def _escalated(self, alert: Alert, text: str) -> str:
        desk, key, said = self._desk, alert.subject.id, text.strip()
        if said:
            talked_of = desk.workspace.do(escalate, [key], said, desk.clock.today())
            desk.done(escalated(talked_of, addressee(self._names(alert), said), desk.words))
        else:
            desk.workspace.do(unblock, [key])
            desk.done(desk.words("No longer blocked."))
        return ""

    def _names(self, alert: Alert) -> tuple[str, ...]:
        with self._desk.workspace.read() as session:
            return names_around(session, [alert.subject.id])

    def _hand_over(self, alert: Alert, under: Under) -> None:
        words = self._desk.words
        question = words("Give “{action}” to", action=_short(alert.evidence.detail))
        self._ask.ask(question, words(COLLEAGUE), under, _Answer(self._desk, alert, self._handed_over).given)

    def _handed_over(self, alert: Alert, text: str) -> str:
        desk = self._desk
        owner = desk.workspace.do(hand_over, [alert.subject.action_id or 0], text)
        desk.done(
            desk.words.many("{n} action now belongs to {owner}.", "{n} actions now belong to {owner}.", 1, owner=owner)
        )
        return ""

    def _assign(self, alert: Alert, under: Under) -> None:
        words, table = self._desk.words, alert.subject.table
        questions = {
            "seat": words("Who sits there?"),
            "person": words("Who of us looks after {name}?", name=_short(alert.subject.name)),
            "department": words("Who of {department}?", department=_short(alert.subject.name)),
        }
        hint = words("a name; somebody new is added") if table == "seat" else words(COLLEAGUE)
        self._ask.ask(questions[table], hint, under, _Answer(self._desk, alert, self._assigned).given)

    def _assigned(self, alert: Alert, text: str) -> str:
        desk, about, today = self._desk, alert.subject, self._desk.clock.today()
        if about.table == "seat":
            desk.workspace.do(name_holder, about.id, text)
        elif about.table == "person":
            desk.workspace.do(accompany, about.id, about.account_id, text, today)
        else:
            desk.workspace.do(man_department, about.account_id, about.id, text, today)
        desk.done(desk.words("“{name}” is covered now.", name=_short(about.name)))
        return ""

    def _day(self, text: str) -> date | None:
        return read_day(text, self._desk.clock.today(), self._desk.words.language)

    def _no_day(self, text: str) -> str:
        return self._desk.words(why_no_day(text, self._desk.clock.today(), self._desk.words.language))


class _Answer:
    """Takes the answer to a question about an alert; a refusal stands under the line that asked."""

    def __init__(self, desk: Desk, alert: Alert, take: Callable[[Alert, str], str]) -> None:
        self._desk, self._alert, self._take = desk, alert, take

    def given(self, text: str) -> str:
        try:
            return self._take(self._alert, text)
        except UserError as problem:
            return problem.sentence(self._desk.words)


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


LONGEST = 40  # letters of a name in a question

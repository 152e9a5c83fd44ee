"""Handing an account over in place: to whom, and whether everything that names its owner goes along."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.kam.handover.commands import hand_over_account, taker_named
from workbench.kam.handover.queries import named
from workbench.kernel.errors import UserError
from workbench.kernel.folding import fold
from workbench.team.model import Member
from workbench.ui.desk import Desk
from workbench.ui.widgets.ask import Ask


class HandingOver:
    """Two short questions at most, and one change that can be taken back."""

    def __init__(self, desk: Desk, account_id: int, ask: Ask, under: tuple[QWidget, QPoint]) -> None:
        self._desk, self._account_id, self._ask, self._under = desk, account_id, ask, under
        self._to = 0
        self._taker = ""
        self._left = 0

    def to(self, name: str) -> str:
        """Take the name of the new owner; where something names the owner of now, ask what becomes of it."""
        desk, today = self._desk, self._desk.clock.today()
        try:
            with desk.workspace.read() as session:
                self._to = taker_named(session, name, today)
                self._taker = session.get_one(Member, self._to).name
                self._left = self._naming_the_owner(session)
        except UserError as problem:
            return problem.sentence(desk.words)
        if not self._left:
            return self._do(is_whole=False)
        question = desk.words.many("{n} duty by name too?", "{n} duties by name too?", self._left)
        self._ask.ask(question, desk.words("Enter: yes · n: they stay"), self._under, self.too)
        return ""

    def too(self, said: str) -> str:
        """Take whether everything that names the owner goes along; nothing means yes."""
        words, answer = self._desk.words, fold(said).strip()
        if answer and answer[0] not in {"n", fold(words("yes"))[0]}:
            return words("Enter hands them over, n leaves them.")
        return self._do(is_whole=not answer.startswith("n"))

    def _naming_the_owner(self, session: Session) -> int:
        owner = session.get_one(Account, self._account_id).owner_id
        if owner in (None, self._to):
            return 0
        return len(named(session, self._account_id, owner, self._desk.clock.today()))

    def _do(self, *, is_whole: bool) -> str:
        desk, today = self._desk, self._desk.clock.today()
        try:
            count = desk.workspace.do(hand_over_account, self._account_id, self._to, today, is_whole=is_whole)
        except UserError as problem:
            return problem.sentence(desk.words)
        said = desk.words.many(
            "{name} has the account now, with {n} open action. The handover pack is in File.",
            "{name} has the account now, with {n} open actions. The handover pack is in File.",
            count,
            name=self._taker,
        )
        left = "" if is_whole else self._what_is_left()
        desk.done(" ".join(filter(None, (said, left))))
        return ""

    def _what_is_left(self) -> str:
        """Duties that still name whoever had the account; the pack lists them."""
        if not self._left:
            return ""
        return self._desk.words.many(
            "The pack lists {n} duty that stays.", "The pack lists {n} duties that stay.", self._left
        )

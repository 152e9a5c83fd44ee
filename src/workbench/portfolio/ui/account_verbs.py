"""What can be done with an account as a whole: its health, its tier, the next meeting."""

from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from workbench.accounts.commands import assess_health
from workbench.accounts.model import Health
from workbench.kernel.words import N_
from workbench.portfolio.commands import make_key_account
from workbench.portfolio.ui.handing_over import HandingOver
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry
from workbench.ui.widgets.ask import Ask

HEALTH = (
    (Health.GOOD, N_("Health: good…")),
    (Health.ATTENTION, N_("Health: needs attention…")),
    (Health.AT_RISK, N_("Health: at risk…")),
)


class Shown(Protocol):
    """The page that the verbs speak of."""

    def account(self) -> int | None: ...


class AccountVerbs:
    """The verbs of an account's page; each is one change that can be taken back."""

    def __init__(self, desk: Desk, page: QWidget, shown: Shown, anchor: QWidget) -> None:
        self._desk, self._shown, self._anchor = desk, shown, anchor
        self.ask = Ask(page, desk.theme)

    def entries(self) -> list[Entry]:
        """The menu of the account; the same entries stand behind the dots of the page."""
        judged = [
            Entry(label, "", _Judge(self, health).now, "heart-pulse", N_("Account"), self._has_account)
            for health, label in HEALTH
        ]
        key = Entry(N_("Make this a key account"), "", self.promote, "star", N_("Account"), self._has_account)
        give = Entry(N_("Hand over account…"), "", self.hand_over, "user-plus", N_("Account"), self._has_account)
        return [key, *judged, give]

    def offer_health(self) -> None:
        """Let the health be chosen by its first letter or with the arrows; then its reason is asked."""
        menu = QMenu(self._anchor)
        menu.setObjectName("account.health")
        for health, _label in HEALTH:
            action = menu.addAction("&" + self._desk.words(health.label))
            action.triggered.connect(_Judge(self, health, action).now)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._anchor.mapToGlobal(QPoint(0, self._anchor.height() + 4)))

    def promote(self) -> None:
        """Give the account the highest tier, and whatever a key account needs and this one lacks."""
        account_id, desk = self._shown.account(), self._desk
        today, words = desk.clock.today(), desk.words
        if account_id is not None and desk.attempt(
            lambda: desk.workspace.do(make_key_account, account_id, today, words)
        ):
            desk.done(words("This is a key account now, with a team, workstreams and a plan to fill in."))

    def judge(self, health: Health) -> None:
        """Ask for the reason in one line, then say how the account stands."""
        account_id = self._shown.account()
        if account_id is None:
            return
        words = self._desk.words
        question = words("Health: {health}", health=words(health.label).lower())
        under = (self._anchor, QPoint(0, self._anchor.height() + 4))
        self.ask.ask(question, words("Why? One line."), under, _Reason(self._desk, account_id, health).given)

    def hand_over(self) -> None:
        """Ask who takes the account, then give it away with its lead and the open work of whoever had it."""
        account_id, words = self._shown.account(), self._desk.words
        if account_id is not None:
            under = (self._anchor, QPoint(0, self._anchor.height() + 4))
            hint = words("the beginning of a colleague's name")
            self.ask.ask(words("Hand over to"), hint, under, HandingOver(self._desk, account_id, self.ask, under).to)

    def _has_account(self) -> bool:
        return self._shown.account() is not None


class _Judge:
    def __init__(self, verbs: AccountVerbs, health: Health, owner: QAction | None = None) -> None:
        self._verbs, self._health = verbs, health
        if owner is not None:
            owner._judge = self  # type: ignore[attr-defined]  # noqa: SLF001 - lives as long as the action

    def now(self) -> None:
        self._verbs.judge(self._health)


class _Reason:
    """Takes the reason for a health."""

    def __init__(self, desk: Desk, account_id: int, health: Health) -> None:
        self._desk, self._account_id, self._health = desk, account_id, health

    def given(self, reason: str) -> str:
        desk, today = self._desk, self._desk.clock.today()
        if not reason.strip():
            return desk.words("A reason is missing: one line is enough.")
        key, health = self._account_id, self._health
        if desk.attempt(lambda: desk.workspace.do(assess_health, key, health, reason.strip(), today)):
            desk.done(desk.words("Health: {health}", health=desk.words(health.label).lower()))
        return ""

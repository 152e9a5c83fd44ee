"""One account: its head with key figures, and tabs for everything that belongs to it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from workbench.accounts import queries as accounts
from workbench.accounts.model import Health, Tier
from workbench.action_items import queries as actions
from workbench.contacts import queries as contacts
from workbench.kernel.clock import days_between
from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.meetings import queries as meetings
from workbench.plans.ui.plan_tab import PlanTab
from workbench.portfolio.ui.account_tabs import Belonging, actions_tab, meetings_tab, people_tab
from workbench.portfolio.ui.overview import Overview
from workbench.portfolio.ui.timeline_tab import TimelineTab
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding, row
from workbench.ui.menu import Entry
from workbench.ui.shell.pages import Page
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.chips import LOOKS, Chip, ChipRow
from workbench.ui.widgets.figures import Figure, Figures
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Shortened

TABS = (N_("Overview"), N_("People"), N_("Meetings"), N_("Actions"), N_("Plan"), N_("Timeline"))
RENEWAL_SOON = 120


class AccountPage(Page):
    """The page of an account; `opened` takes its identity."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("account")
        theme, words = desk.theme, desk.words
        self._key: int | None = None
        self._name = Shortened(theme, "", "display", hugs=True)
        self._chips = ChipRow(theme)
        self._figures = Figures(theme)
        self._print = button(theme, words("Print"), "printer")
        self._print.clicked.connect(self._to_paper)
        self._tabs = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._made: dict[int, Belonging] = {}
        head = Panel(theme, "surface", "b")
        titles = row(self._name, self._chips, None, self._print, gap=10)
        head.setLayout(column(titles, self._figures, self._tab_row(), margins=(20, 12, 16, 0), gap=8))
        self.setLayout(column(head, self._stack, gap=0, stretch=(0, 1)))
        desk.workspace.changed.connect(self._on_change)
        for keys, step in (("Ctrl+PgDown", 1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self, _Step(self, step).now)

    def title(self) -> str:
        return self._name.accessibleName()

    def trail(self) -> list[tuple[str, str, object]]:
        return [(self.desk.words("Accounts"), "accounts", self._key)]

    def target(self) -> object:
        return self._key

    def account(self) -> int | None:
        return self._key

    def entries(self) -> list[Entry]:
        tabs = [Entry(label, f"Alt+{n + 1}", _Show(self, n).now, "", N_("Account")) for n, label in enumerate(TABS)]
        return [*tabs, Entry(N_("Print…"), "Ctrl+P", self._to_paper, "printer", N_("File"))]

    def opened(self, target: object) -> None:
        if isinstance(target, int):
            self._key = target
            self._refresh()
            for tab in self._made.values():
                tab.show_account(target)
            self.show_tab(max(0, self._tabs.checkedId()))

    def show_tab(self, place: int) -> None:
        """Bring a tab to the front; it is made when it is first wanted."""
        if place not in self._made:
            made = self._factories()[place]()
            self._made[place] = made
            self._stack.addWidget(made.widget)
            if self._key is not None:
                made.show_account(self._key)
        self._tabs.button(place).setChecked(True)
        self._stack.setCurrentWidget(self._made[place].widget)

    def walk_tabs(self, step: int) -> None:
        self.show_tab((self._tabs.checkedId() + step) % len(TABS))

    def _factories(self) -> list[Callable[[], Belonging]]:
        return [
            lambda: Overview(self.desk, self.wanted),
            lambda: people_tab(self.desk),
            lambda: meetings_tab(self.desk, self.wanted),
            lambda: actions_tab(self.desk),
            lambda: PlanTab(self.desk),
            lambda: TimelineTab(self.desk, self.wanted),
        ]

    def _tab_row(self) -> QWidget:
        strip = row(gap=20)
        for place, label in enumerate(TABS):
            made = button(self.desk.theme, self.desk.words(label), look="tab")
            made.setObjectName(f"account.tab.{place}")
            self._tabs.addButton(made, place)
            strip.addWidget(made)
        strip.addStretch(1)
        self._tabs.setExclusive(True)
        self._tabs.idClicked.connect(self.show_tab)
        self._tabs.button(0).setChecked(True)
        return holding(strip)

    def _refresh(self) -> None:
        if self._key is None:
            return
        today = self.desk.clock.today()
        with self.desk.workspace.read() as session:
            card = accounts.card(session, self._key)
            count = actions.count_of(session, self._key, today)
            following = meetings.next_of(session, self._key, self.desk.clock.now())
            people = contacts.count_at(session, self._key, today)
            sums = accounts.rollup(session, self._key)
        if card is None:
            self._name.setText(self.desk.words("This account is gone"))
            return
        self._name.setText(card.name)
        self._chips.show_chips(*self._status(card.tier, card.health))
        self._figures.show_figures(
            self._invoiced(sums, card.currency),
            self._renewal(card.renewal_on, today),
            self._meeting(following, today),
            self._actions(count),
            Figure(self.desk.words("People"), str(people), self._last_contact(card.last_contact_on, today)),
        )

    def _status(self, tier: Tier, health: Health) -> tuple[Chip, ...]:
        words = self.desk.words
        chips = (
            [Chip(words("Key account"), *LOOKS[tier])]
            if tier is Tier.KEY
            else [Chip(words("Tier {tier}", tier=words(tier.label)))]
        )
        if health is not Health.UNKNOWN:
            chips.append(Chip(words("Health: {health}", health=words(health.label).lower()), *LOOKS[health]))
        return tuple(chips)

    def _invoiced(self, sums: accounts.Rollup, currency: str) -> Figure:
        words, formats = self.desk.words, self.desk.formats
        remark = words("with {n} accounts below", n=sums.accounts - 1) if sums.accounts > 1 else ""
        return Figure(words("Invoiced this year"), formats.compact_money(sums.invoiced, currency), remark)

    def _renewal(self, on: date | None, today: date) -> Figure:
        words = self.desk.words
        if on is None:
            return Figure(words("Renewal"), "–")
        left = days_between(today, on)
        ago = words.many("{n} day ago", "{n} days ago", -left)
        remark = words.many("in {n} day", "in {n} days", left) if left >= 0 else ago
        is_soon = left <= RENEWAL_SOON
        return Figure(
            words("Renewal"),
            self.desk.formats.day(on),
            remark,
            "warn" if is_soon else "muted",
            "triangle-alert" if is_soon else None,
        )

    def _meeting(self, following: meetings.MeetingCard | None, today: date) -> Figure:
        words = self.desk.words
        if following is None:
            return Figure(words("Next meeting"), "–", words("none planned"), "warn", "triangle-alert")
        days = days_between(today, following.day)
        remark = words("today") if days == 0 else words.many("in {n} day", "in {n} days", days)
        return Figure(words("Next meeting"), self.desk.formats.weekday(following.day), remark, "muted", "calendar")

    def _actions(self, count: actions.Count) -> Figure:
        words = self.desk.words
        parts = [words("{n} overdue", n=count.overdue)] if count.overdue else []
        parts += [words("{n} blocked", n=count.blocked)] if count.blocked else []
        kind = "crit" if count.overdue else "muted"
        return Figure(
            words("Open actions"), str(count.open), " · ".join(parts), kind, "circle-alert" if count.overdue else None
        )

    def _last_contact(self, on: date | None, today: date) -> str:
        words = self.desk.words
        if on is None:
            return words("never contacted")
        return words.many("last contact {n} day ago", "last contact {n} days ago", days_between(on, today))

    def _to_paper(self) -> None:
        self.wanted.emit("print", self._key)

    def _on_change(self, change: Change) -> None:
        if self._key is not None and self.isVisible() and change.rows:
            self._refresh()


class _Show:
    def __init__(self, page: AccountPage, place: int) -> None:
        self._page, self._place = page, place

    def now(self) -> None:
        self._page.show_tab(self._place)


class _Step:
    def __init__(self, page: AccountPage, step: int) -> None:
        self._page, self._step = page, step

    def now(self) -> None:
        self._page.walk_tabs(self._step)

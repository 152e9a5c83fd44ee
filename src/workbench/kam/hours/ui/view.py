"""The hours for an account: planned against spent, what they cost, and the entries behind every number."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.business.model import Cost
from workbench.kam.hours import fields
from workbench.kam.hours.commands import delete_hours, edit_hours, reveal_cost
from workbench.kam.hours.periods import Period, Span
from workbench.kam.hours.profit import Part, Step
from workbench.kam.hours.queries import ENTRIES, assignment_behind, band, entries_of, hours_view, profit_view
from workbench.kam.hours.rates import SHOWS_COST
from workbench.kam.hours.ui import saying
from workbench.kam.hours.ui.logging import HINT, log
from workbench.kam.hours.ui.profit import ProfitPanel
from workbench.kam.hours.ui.strip import Strip
from workbench.kam.hours.ui.table import HoursModel, HoursTable
from workbench.kam.hours.views import HoursLine
from workbench.kam.model import HoursSpent
from workbench.kernel.errors import UserError
from workbench.kernel.journal import Change
from workbench.kernel.settings import ROLE, of_portfolio
from workbench.kernel.words import N_
from workbench.team.model import Member
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding
from workbench.ui.list_page import ListPage
from workbench.ui.menu import Entry
from workbench.ui.room import Room
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.empty import Empty

SUMMARY, ENTRY_LIST, PROFIT = 0, 1, 2
SHOWN = {"hours_spent", "assignment", "member", "department", "revenue", "cost", "portfolio_setting", "account"}
LEAST = 40
NO_HOURS = N_("Nobody has planned or worked hours here in this period.")
YEAR = {Span.MONTH: 12, Span.QUARTER: 4, Span.YEAR: 1}  # periods


class HoursView(QWidget):
    """Enter on a line opens its entries; N logs hours in one line."""

    def __init__(self, desk: Desk, wanted: SignalInstance) -> None:
        super().__init__()
        self.setObjectName("account.hours")
        self._desk, self._wanted = desk, wanted
        self._account: int | None = None
        self._period = Period.of(Span.QUARTER, desk.clock.today())
        self._line: HoursLine | None = None
        self.strip = Strip(desk)
        self.table = HoursTable(desk, HoursModel(desk))
        self.entry_list = EntryList(desk, _room(self._add))
        self.entry_list.wanted.connect(wanted.emit)
        self._start = button(desk.theme, desk.words("Log hours"), "plus", "primary")
        self._start.setObjectName("account.hours.start")
        self._start.clicked.connect(self.ask_hours)
        self._empty = Empty(desk.theme, "clock", desk.words(NO_HOURS), self._start)
        self._stack = QStackedWidget()
        self._stack.addWidget(holding(column(self.table, self._empty, gap=0)))
        self._stack.addWidget(self.entry_list)
        self.profit = ProfitPanel(desk)
        self._stack.addWidget(self.profit)
        # in a short window the numbers make room, not what says which they are
        self._stack.setMinimumHeight(desk.theme.px(LEAST))
        self.setLayout(column(self.strip, self._stack, gap=0, stretch=(0, 1)))
        self.ask = Ask(self, desk.theme)
        self._connect()

    @property
    def widget(self) -> QWidget:
        return self

    def show_account(self, account_id: int) -> None:
        if account_id != self._account:
            self._account, self._line = account_id, None
            self._period = Period.of(Span.QUARTER, self._desk.clock.today())
            self._stack.setCurrentIndex(SUMMARY)
        self._read()

    def entries(self) -> list[Entry]:
        view, account = N_("View"), N_("Account")
        return [
            Entry(N_("Log hours… (N)"), "", self.ask_hours, "plus", account, self._has_account),
            Entry(N_("Period before (PgUp)"), "", self.before, "chevron-left", view),
            Entry(N_("Period after (PgDn)"), "", self.after, "chevron-right", view),
            Entry(N_("Planned and spent hours"), "", self.show_summary, "table", view),
            Entry(N_("Entries of hours"), "", self.show_entries, "rows-3", view),
            Entry(
                N_("Assignment behind the planned hours (P)"),
                "",
                self.show_assignment,
                "users",
                account,
                self._has_line,
            ),
            Entry(N_("Account profit"), "", self.show_profit, "chart-scatter", view),
            Entry(N_("Show or hide cost"), "", self.turn_cost, "eye", view, self._may_see_cost),
        ]

    def home(self) -> QWidget:
        if self._stack.currentIndex() == PROFIT:
            begins = self.profit.home()
            # whoever may not show the cost stays at the chip
            return begins if begins.isVisibleTo(self) else self.strip.parts.button(PROFIT)
        if self._stack.currentIndex() == ENTRY_LIST:
            return self.entry_list.table
        return self.table if self.table.hours.lines else self._start

    def show_part(self, table: str, key: int) -> None:
        """Bring an entry into view, in its period."""
        if table == "cost":
            self._show_cost(key)
        if table != "hours_spent":
            return
        with self._desk.workspace.read() as session:
            entry = session.get(HoursSpent, key)
        if entry is not None:
            self._period = Period.of(self._period.span, entry.on)
            self._line = None
            self._read()
            self._stack.setCurrentIndex(ENTRY_LIST)
            self.entry_list.opened(key)

    def ask_hours(self) -> None:
        """Ask for hours in one line; where the entries are, in the line of the list."""
        if self._stack.currentIndex() == ENTRY_LIST:
            self.entry_list.begin_new()
            return
        words, made = self._desk.words, self.strip.log
        under = (made, QPoint(0, made.height() + 2))
        self.ask.ask(words("Hours"), words(HINT), under, self._answered)

    def before(self) -> None:
        self._turn(self._period.moved(-1))

    def after(self) -> None:
        self._turn(self._period.moved(1))

    def show_summary(self) -> None:
        """Go back to planned against spent."""
        self._line = None
        self._stack.setCurrentIndex(SUMMARY)
        self._read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_profit(self) -> None:
        """Show what is left of the revenue, of the newest period that has some."""
        self._line = None
        self._period = self._earned()
        self._stack.setCurrentIndex(PROFIT)
        self._read()
        self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_entries(self) -> None:
        """Show the entries of the period: those of the line the user is at, if there is one."""
        at_table = self._stack.currentIndex() == SUMMARY
        self._line = self.table.hours.line(self.table.currentIndex().row()) if at_table else None
        self._stack.setCurrentIndex(ENTRY_LIST)
        self._read()
        self.entry_list.opened(None)

    def show_assignment(self) -> None:
        """Go to where the planned hours of a line come from: whoever is assigned, with so many hours a week."""
        line = self.table.hours.line(self.table.currentIndex().row())
        if line is None or self._account is None:
            return
        with self._desk.workspace.read() as session:
            key = assignment_behind(session, self._account, line)
        if key is None:
            self._desk.say(self._desk.words("Nobody is assigned here: no hours are planned."))
        else:
            self._wanted.emit("account", (self._account, "assignment", key))

    def turn_cost(self) -> None:
        """Show what the hours cost, or hide it again."""
        desk = self._desk
        with desk.workspace.read() as session:
            is_shown = of_portfolio(session, SHOWS_COST)
        desk.attempt(lambda: desk.workspace.do(reveal_cost, is_shown=not is_shown))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        acts = {Qt.Key.Key_PageUp: self.before, Qt.Key.Key_PageDown: self.after, Qt.Key.Key_N: self.ask_hours}
        if plain and event.key() in acts:
            acts[Qt.Key(event.key())]()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        strip = self.strip
        strip.before.clicked.connect(self.before)
        strip.after.clicked.connect(self.after)
        strip.log.clicked.connect(self.ask_hours)
        strip.cost.clicked.connect(self.turn_cost)
        strip.spans.chosen.connect(self._span)
        strip.parts.chosen.connect(self._part)
        self.table.opened.connect(self.show_entries)
        self.table.planned.connect(self.show_assignment)
        self.table.letter.connect(self._letter)
        self.profit.opened.connect(self._open_step)
        self.profit.shown.connect(self.turn_cost)
        self.entry_list.left.connect(self.show_summary)
        self._desk.workspace.changed.connect(self._on_change)

    def _turn(self, period: Period) -> None:
        self._period = period
        self._read()

    def _span(self, place: int) -> None:
        self._turn(Period.of(list(Span)[place], min(self._period.last, self._desk.clock.today())))

    def _part(self, place: int) -> None:
        if place == SUMMARY:
            self.show_summary()
        elif place == PROFIT:
            self.show_profit()
        else:
            self.table.setCurrentIndex(self.table.hours.index(-1, -1))
            self.show_entries()

    def _read(self) -> None:
        if self._account is None:
            return
        desk, today = self._desk, self._desk.clock.today()
        with desk.workspace.read() as session:
            found = hours_view(session, self._account, self._period, today)
            rates = band(session) if of_portfolio(session, SHOWS_COST) else None
            may = rates is not None or of_portfolio(session, ROLE) == "kam"
        row = max(0, self.table.currentIndex().row())
        self.table.hours.show_lines(found.lines, rates, found.currency)
        self.table.refit()
        self.table.setVisible(bool(found.lines))
        self._empty.setVisible(not found.lines)
        if found.lines:
            self.table.setCurrentIndex(self.table.hours.index(min(row, len(found.lines) - 1), 0))
        self.strip.log.setVisible(self._stack.currentIndex() == SUMMARY)
        self.strip.parts.button(self._stack.currentIndex()).setChecked(True)
        self.strip.show_hours(found, rates, self._line.name if self._line else "", may=may)
        self.profit.offer(is_offered=may)
        self._read_profit(found.currency, is_shown=rates is not None)
        listing = entries_of(self._account, self._period.first, self._period.last)
        if self._line is not None and self._line.member_id:
            listing = listing.where(HoursSpent.member_id == self._line.member_id)
        elif self._line is not None:
            listing = listing.where(Member.department_id == self._line.department_id)
        self.entry_list.show_only(listing)

    def _read_profit(self, currency: str, *, is_shown: bool) -> None:
        if self._account is None or self._stack.currentIndex() != PROFIT:
            return
        with self._desk.workspace.read() as session:
            found = profit_view(session, self._account, self._period) if is_shown else None
            before = profit_view(session, self._account, self._period.moved(-YEAR[self._period.span]))
        self.profit.show_profit(self._account, found, before, currency)

    def _open_step(self, step: Step) -> None:
        """Show the records behind a step of the profit."""
        if step.part is Part.TIME:
            self.show_entries()
        elif step.records and step.records[0][0] == "cost":
            self.profit.show_cost(step.records[0][1])
        elif step.records:
            self._wanted.emit("account", (self._account, *step.records[0]))

    def _earned(self) -> Period:
        """The quarter for a month, and the period before where nothing is invoiced yet."""
        period = self._period if self._period.span is not Span.MONTH else Period.of(Span.QUARTER, self._period.first)
        if self._account is None or period.last < self._desk.clock.today():
            return period
        with self._desk.workspace.read() as session:
            has_revenue = bool(profit_view(session, self._account, period).steps)
        return period if has_revenue else period.moved(-1)

    def _show_cost(self, key: int) -> None:
        with self._desk.workspace.read() as session:
            cost = session.get(Cost, key)
        if cost is not None:
            self._period = Period.of(Span.QUARTER, cost.starts_on)
            self.show_profit()
            self.profit.show_cost(key)

    def _answered(self, text: str) -> str:
        try:
            self._add(self._desk, text)
        except UserError as problem:
            return problem.sentence(self._desk.words)
        return ""

    def _add(self, desk: Desk, text: str) -> int:
        assert self._account is not None
        made = log(desk, self._account, text)
        desk.done(desk.words("{hours} h logged.", hours=saying.hours(desk, made[1])))
        return made[0]

    def _letter(self, letter: str) -> None:
        acts = {"N": self.ask_hours, "P": self.show_assignment}
        if letter in acts:
            acts[letter]()

    def _has_line(self) -> bool:
        return self._stack.currentIndex() == SUMMARY and self.table.currentIndex().isValid()

    def _has_account(self) -> bool:
        return self._account is not None

    def _may_see_cost(self) -> bool:
        return self.strip.cost.isVisible()

    def _on_change(self, change: Change) -> None:
        if self.isVisible() and SHOWN & change.rows.keys():
            self._read()


class EntryList(ListPage):
    """The entries; Esc in the list goes back to the sums."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_free = self.focusWidget() in (None, self.table) and not self.bulk.isVisible()
        if event.key() == Qt.Key.Key_Escape and is_free:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _room(add: Callable[[Desk, str], int]) -> Room:
    return Room(
        key="account.hours.entries",
        title=N_("Entries of hours"),
        icon="clock",
        kind=HoursSpent,
        listing=ENTRIES,
        fields=fields.FIELDS,
        add=add,
        edit=edit_hours,
        delete=delete_hours,
        new=N_("Log hours"),
        hint=HINT,
        empty=N_("No hours in this period. Write how many, and what for."),
        has_chip_keys=False,
    )

"""The benefit scorecard of an account: six advantages year on year, with the records behind every number."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.kam.benefits.commands import delete_benefits, set_benefit
from workbench.kam.benefits.queries import scorecard
from workbench.kam.benefits.typed import read_measure
from workbench.kam.benefits.ui import saying
from workbench.kam.benefits.ui.bars import BenefitList, BenefitModel
from workbench.kam.benefits.ui.records import Records
from workbench.kam.benefits.views import Fact
from workbench.kernel.errors import UserError
from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.layout import column, row
from workbench.ui.menu import Entry
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.panes import Panes
from workbench.ui.widgets.said import Said

SHOWN = {"benefit", "action_item", "meeting", "revenue", "lesson", "recognition", "account"}
# where the records behind a number are looked at
PAGES = {"action_item": "actions", "meeting": "meeting", "lesson": "playbook"}


class BenefitsView(QWidget):
    """Enter opens the records behind a number, E types one, Delete forgets what was typed."""

    def __init__(self, desk: Desk, wanted: SignalInstance) -> None:
        super().__init__()
        self.setObjectName("account.benefits")
        self._desk, self._wanted = desk, wanted
        self._account: int | None = None
        words, theme = desk.words, desk.theme
        self.list = BenefitList(desk, BenefitModel(desk))
        self.records = Records(desk)
        self.records.hide()
        self._summary = Said(theme, "", "body", wraps=True)
        hint = Said(
            theme,
            words("First year = 100. Bar: last year. Line below: the year before. Tick: the start."),
            "caption",
            "muted",
            wraps=True,
        )
        self._type = button(theme, words("Type a number"), "pencil", "", words("Type a number (E)"))
        self._type.setObjectName("account.benefits.type")
        self._type.clicked.connect(self.ask_number)
        head = Panel(theme, "surface", "b")
        texts = column(self._summary, hint, gap=2)
        head.setLayout(row(texts, self._type, margins=(20, 6, 16, 8), gap=10, stretch=(1,)))
        self.setLayout(column(head, Panes("account.benefits.panes", self.list, self.records), gap=0, stretch=(0, 1)))
        self.ask = Ask(self, theme)
        self.list.opened.connect(self.show_records)
        self.list.letter.connect(self._letter)
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.records.list.opened.connect(self._open)
        self.records.list.left.connect(self._close)
        desk.workspace.changed.connect(self._on_change)

    @property
    def widget(self) -> QWidget:
        return self

    def show_account(self, account_id: int) -> None:
        if account_id != self._account:
            self.records.hide()
        self._account = account_id
        self._read()

    def entries(self) -> list[Entry]:
        account = N_("Account")
        return [
            Entry(N_("Records behind the number"), "", self.show_records, "list-checks", account, self._has_line),
            Entry(N_("Type a number (E)"), "", self.ask_number, "pencil", account, self._has_line),
            Entry(N_("Forget typed numbers"), "", self.forget, "trash-2", account, self._is_typed),
        ]

    def home(self) -> QWidget:
        return self.list

    def show_part(self, table: str, key: int) -> None:
        """Stand on the advantage of a typed number."""
        for line in range(self.list.benefits.rowCount()):
            self.list.setCurrentIndex(self.list.benefits.index(line, 0))
            one = self.list.benefit()
            if table == "benefit" and one and any(fact.table == table and fact.id == key for fact in one.facts):
                return

    def show_records(self) -> None:
        """List the records behind the number, and go there."""
        one = self.list.benefit()
        if one is not None:
            self.records.show_benefit(one)
            self.records.show()
            self.records.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_number(self) -> None:
        """Ask for the number of a year."""
        words, one = self._desk.words, self.list.benefit()
        if one is not None:
            at = self.list.visualRect(self.list.currentIndex()).bottomLeft()
            under = (self.list.viewport(), QPoint(at.x(), at.y()))
            hint = words("win rate against rivals {year}: 45", year=self._desk.clock.today().year)
            self.ask.ask(words(one.advantage.label), hint, under, self._answered)

    def forget(self) -> None:
        """Forget what was typed for the advantage."""
        one, desk = self.list.benefit(), self._desk
        keys = [fact.id for fact in one.facts] if one and one.is_typed else []
        if keys and desk.attempt(lambda: desk.workspace.do(delete_benefits, keys)):
            desk.done(desk.words.many("{n} typed number is forgotten.", "{n} typed numbers are forgotten.", len(keys)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.records.setFixedWidth(min(self._desk.theme.px(320), event.size().width() * 2 // 5))

    def _answered(self, text: str) -> str:
        desk, one = self._desk, self.list.benefit()
        if one is None or self._account is None:
            return ""
        try:
            told = read_measure(text, desk.clock.today().year)
            measured = (told.value, told.indicator)
            desk.workspace.do(set_benefit, self._account, one.advantage, told.year, measured)
        except UserError as problem:
            return problem.sentence(desk.words)
        desk.done(
            desk.words(
                "{advantage} {year}: {value}",
                advantage=desk.words(one.advantage.label),
                year=told.year,
                value=saying.number(desk, told.value),
            )
        )
        return ""

    def _read(self) -> None:
        if self._account is None:
            return
        with self._desk.workspace.read() as session:
            card = scorecard(session, self._account, self._desk.clock.today())
        self.list.benefits.show_benefits(card.benefits)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.list.benefits.index(0, 0))
        self._summary.setText(saying.summary(self._desk, card))
        one = self.list.benefit()
        if self.records.isVisible() and one is not None:
            self.records.show_benefit(one)

    def _letter(self, letter: str) -> None:
        if letter == "E":
            self.ask_number()
        else:
            self.forget()

    def _moved(self, _now: QModelIndex, _before: QModelIndex) -> None:
        one = self.list.benefit()
        if self.records.isVisible() and one is not None:
            self.records.show_benefit(one)

    def _open(self, record: Fact) -> None:
        if record.table in PAGES:
            self._wanted.emit(PAGES[record.table], record.id)
        elif record.table == "benefit":
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ask_number()
        elif record.table == "recognition":
            self._wanted.emit("skills", (record.table, record.id))
        else:
            self._wanted.emit("account", (self._account, record.table, record.id))

    def _close(self) -> None:
        self.records.hide()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_line(self) -> bool:
        return self.list.benefit() is not None

    def _is_typed(self) -> bool:
        one = self.list.benefit()
        return one is not None and one.is_typed

    def _on_change(self, change: Change) -> None:
        if self.isVisible() and SHOWN & change.rows.keys():
            self._read()

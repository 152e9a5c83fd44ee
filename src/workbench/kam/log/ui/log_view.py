"""The log of an account: decisions, issues, conflicts and notes, one line to add, what is open in sight."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from workbench.kam.log.commands import add_log_entry, delete_log_entries, keep_lesson, resolve
from workbench.kam.log.queries import log_of
from workbench.kam.log.ui.log_details import WIDTH, LogDetails
from workbench.kam.log.ui.log_list import LogList, LogModel
from workbench.kam.log.views import KINDS, LogLine, Sieve
from workbench.kam.log.writing import written
from workbench.kam.model import LogKind
from workbench.kernel.errors import UserError
from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding, row
from workbench.ui.menu import Entry
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.flow import Flow
from workbench.ui.widgets.switch import Switch

Key = tuple[str, int]
MENU = N_("Account")
LONGEST = 20_000  # letters of a line
EMPTY = N_("What is decided, what goes wrong and how it was settled will be here.")


class LogView(QWidget):
    """The list, the line that adds, and the chosen entry."""

    def __init__(self, desk: Desk, wanted: SignalInstance) -> None:
        super().__init__()
        self.setObjectName("log")
        self._desk, self._wanted = desk, wanted
        self._account_id: int | None = None
        self._lines: list[LogLine] = []
        self._sieve = Sieve.ALL
        self._model = LogModel(desk)
        self.list = LogList(desk, self._model, desk.words("Log"))
        self.list.chosen.connect(self._show_chosen)
        self.list.asked.connect(self._asked)
        self.details = LogDetails(desk)
        self.details.setFixedWidth(desk.theme.px(WIDTH))
        self.details.asked.connect(self._asked)
        self.new = _NewLine(desk, self._add, self._to_list)
        start = button(desk.theme, desk.words("Log a decision"), "plus", "primary")
        start.setObjectName("log.start")
        start.clicked.connect(self._begin)
        self._empty = Empty(desk.theme, "book-open", desk.words(EMPTY), start)
        self._chips = Switch(self)
        bar = column(holding(self._chip_line()), self.new, margins=(20, 2, 16, 8), gap=8)
        body = row(column(self.list, self._empty, gap=0), self.details, gap=0, stretch=(1,))
        self.setLayout(column(bar, body, gap=0, stretch=(0, 1)))
        self._ask = Ask(self, desk.theme)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._refresh)
        desk.workspace.changed.connect(self._on_change)

    @property
    def widget(self) -> QWidget:
        return self

    def show_account(self, account_id: int) -> None:
        if account_id != self._account_id:
            self._sieve = Sieve.ALL
        self._account_id = account_id
        self._refresh()

    def entries(self) -> list[Entry]:
        has, none = self._has_entry, N_("Choose an entry of the log first.")
        shown = [
            Entry(label, "", _Sift(self, sieve).now, "", N_("View")) for sieve, label in zip(Sieve, SIFTS, strict=True)
        ]
        return [
            Entry(N_("Add to the log (N)"), "Ctrl+Shift+N", self._begin, "plus", MENU),
            Entry(N_("Resolve (R)"), "", self._resolve, "circle-check", MENU, self._is_open, why=none),
            Entry(N_("Make a lesson of it (L)"), "", self._lesson, "lightbulb", MENU, has, why=none),
            Entry(N_("Print the log…"), "", self._print, "printer", N_("File")),
            *shown,
        ]

    def home(self) -> QWidget:
        return self.list if self._model.rowCount() else self.new

    def show_part(self, table: str, key: int) -> None:
        if self._model.row_of((table, key)) < 0:
            self.sift(Sieve.ALL)
        place = self._model.row_of((table, key))
        if place >= 0:
            self.list.go_to(place)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def sift(self, sieve: Sieve) -> None:
        """Show entries of one kind only, or what is open."""
        self._sieve = sieve
        self._draw()

    def lines(self) -> list[LogLine]:
        """The entries that are shown."""
        return [line for line in self._lines if self._sieve.passes(line)]

    def _chip_line(self) -> Flow:
        line = Flow(gap=6)
        for sieve in Sieve:
            made = button(self._desk.theme, self._desk.words(sieve.label), look="chip")
            made.setObjectName(f"log.sieve.{sieve.value}")
            self._chips.add(made)
            line.addWidget(made)
        self._chips.chosen.connect(self._sifted)
        return line

    def _sifted(self, place: int) -> None:
        self.sift(list(Sieve)[place])

    def _refresh(self) -> None:
        if self._account_id is None:
            return
        with self._desk.workspace.read() as session:
            self._lines = log_of(session, self._account_id)
        self._draw()

    def _draw(self) -> None:
        words, before = self._desk.words, self.list.line()
        place = self.list.currentIndex().row()
        self._model.show_lines(self.lines())
        same = self._model.row_of(before.key if before else None)
        self.list.go_to(same if same >= 0 else place)
        for number, sieve in enumerate(Sieve):
            count = sum(sieve.passes(line) for line in self._lines)
            chip, label = self._chips.button(number), words(sieve.label)
            chip.setText(words("{tab} {n}", tab=label, n=count) if count else label)
            chip.setAccessibleName(chip.text())
            chip.setChecked(sieve is self._sieve)
        has_any = bool(self._model.rowCount())
        if not has_any and self.list.hasFocus():
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
        self.list.setVisible(has_any)
        self._empty.setVisible(not has_any)
        self.details.setVisible(has_any)
        self._empty.say(words(EMPTY) if not self._lines else words("Nothing of this kind is in the log."))
        self.new.offer(KINDS.get(self._sieve))
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.details.show_line(self.list.line() if self._model.rowCount() else None)

    def _asked(self, verb: str) -> None:
        verbs: dict[str, Callable[[], object]] = {
            "open": self._open,
            "resolve": self._resolve,
            "lesson": self._lesson,
            "add": self._begin,
            "meeting": self._to_meeting,
            "delete": self._delete,
        }
        verbs[verb]()

    def _begin(self) -> None:
        self.new.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_list(self) -> None:
        self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        line = self.list.line()
        if line is not None and line.is_minuted:
            self._to_meeting()
        elif line is not None:
            self.details.focus_first_field()

    def _to_meeting(self) -> None:
        line = self.list.line()
        if line is not None and line.meeting_id is not None:
            self._wanted.emit("meeting", line.meeting_id)

    def _print(self) -> None:
        self._wanted.emit("print", ("log", self._account_id))

    def _add(self, text: str) -> bool:
        desk, key, today = self._desk, self._account_id, self._desk.clock.today()
        said = written(text, self.new.usual, desk.words)
        made: list[int] = []
        if key is None or not desk.attempt(
            lambda: made.append(desk.workspace.do(add_log_entry, key, said.kind, said.title, today, **_more(said.text)))
        ):
            return False
        self._refresh()
        if not self._sieve.passes(next(line for line in self._lines if line.key == ("log_entry", made[0]))):
            self.sift(Sieve.ALL)  # or what was just added would be hidden
        self.list.go_to(self._model.row_of(("log_entry", made[0])))
        desk.done(desk.words("{kind} logged.", kind=desk.words(said.kind.label)))
        return True

    def _resolve(self) -> None:
        line = self.list.line()
        if line is None or not line.is_open:
            return
        words = self._desk.words
        answer = _Answer(self._desk, line.id, self._resolved).given
        self._ask.ask(words("Resolved how?"), words("one line is enough"), self._under(), answer)

    def _resolved(self, key: int, text: str) -> None:
        self._desk.workspace.do(resolve, key, text, self._desk.clock.today())
        self._desk.done(self._desk.words("Resolved."))

    def _lesson(self) -> None:
        line = self.list.line()
        if line is None or line.is_minuted:
            return
        words = self._desk.words
        answer = _Answer(self._desk, line.id, self._learnt).given
        self._ask.ask(words("What do we learn?"), words("what to do another time"), self._under(), answer)
        self._ask.line.setText(line.lesson or "")

    def _learnt(self, key: int, text: str) -> None:
        self._desk.workspace.do(keep_lesson, key, text, self._desk.clock.today())
        self._desk.done(self._desk.words("The lesson is in the playbook."))

    def _delete(self) -> None:
        line, desk = self.list.line(), self._desk
        if line is None or line.is_minuted:
            return
        if desk.attempt(lambda: desk.workspace.do(delete_log_entries, [line.id])):
            desk.deleted(1, line.title)

    def _under(self) -> tuple[QWidget, QPoint]:
        place = self.list.visualRect(self.list.currentIndex())
        return self.list.viewport(), QPoint(self._desk.theme.px(34), place.bottom())

    def _has_entry(self) -> bool:
        line = self.list.line()
        return line is not None and not line.is_minuted

    def _is_open(self) -> bool:
        line = self.list.line()
        return line is not None and line.is_open

    def _on_change(self, _change: Change) -> None:
        if self.isVisible():
            self._soon.start()


class _NewLine(QLineEdit):
    """One line that becomes an entry: Enter adds it, Esc goes back to the list."""

    def __init__(self, desk: Desk, add: Callable[[str], bool], leave: Callable[[], None]) -> None:
        super().__init__()
        self._desk, self._add, self._leave = desk, add, leave
        self.usual = LogKind.NOTE
        self.setObjectName("log.new.line")
        self.setMaxLength(LONGEST)
        self.returnPressed.connect(self._entered)
        self.offer(None)

    def offer(self, kind: LogKind | None) -> None:
        """Say what a line becomes where it does not say so itself."""
        words = self._desk.words
        self.usual = kind or LogKind.NOTE
        hint = words("d decision, i issue, c conflict, n note – Enter adds it")
        self.setPlaceholderText(hint)
        self.setAccessibleName(words("Add to the log: {hint}", hint=hint))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._leave()
        else:
            super().keyPressEvent(event)

    def _entered(self) -> None:
        if self.text().strip() and self._add(self.text()):
            self.clear()


class _Answer:
    """Takes the answer about an entry; a refusal stands under the line that asked."""

    def __init__(self, desk: Desk, key: int, take: Callable[[int, str], None]) -> None:
        self._desk, self._key, self._take = desk, key, take

    def given(self, text: str) -> str:
        try:
            self._take(self._key, text)
        except UserError as problem:
            return problem.sentence(self._desk.words)
        return ""


class _Sift:
    def __init__(self, view: LogView, sieve: Sieve) -> None:
        self._view, self._sieve = view, sieve

    def now(self) -> None:
        self._view.sift(self._sieve)


SIFTS = (
    N_("Log: everything"),
    N_("Log: decisions"),
    N_("Log: issues"),
    N_("Log: conflicts"),
    N_("Log: notes"),
    N_("Log: what is open"),
)


def _more(text: str | None) -> dict[str, str]:
    return {"text": text} if text else {}

"""Asking a department: which one, what, by when, and what the client has at stake; a few fields and Enter."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from workbench.kam.requests.clock import moved
from workbench.kam.requests.commands import ask_department
from workbench.kam.requests.queries import calendar_of_department
from workbench.kam.requests.views import Beginning
from workbench.kam.requests.wording import moved_sentence
from workbench.kernel.days import read_day, why_no_day
from workbench.kernel.words import N_
from workbench.team.queries import departments
from workbench.ui.desk import Desk
from workbench.ui.layout import column, grid, row
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.overlay import Overlay
from workbench.ui.widgets.said import Said, Shortened

WIDTH, TOP, NOTE = 560, 70, 62
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AskCard(Overlay):
    """The card; `asked` is told which request was made."""

    def __init__(self, window: QWidget, desk: Desk) -> None:
        super().__init__(window, desk.theme)
        self._desk = desk
        self._asked: Callable[[int], object] | None = None
        self._beginning = Beginning()
        theme, words = desk.theme, desk.words
        self._heading = Shortened(theme, "", "subtitle")
        self.department, self.what, self.when = QComboBox(), QLineEdit(), QLineEdit()
        self.what.setMaxLength(2_000)
        self.when.setMaxLength(200)
        self.when.setPlaceholderText(words("fri, +3, 12/3, end of month"))
        self.details, self.stake = QPlainTextEdit(), QPlainTextEdit()
        for note in (self.details, self.stake):
            note.setTabChangesFocus(True)
            note.setFixedHeight(theme.px(NOTE))
        self._why = Said(theme, "", "caption", "crit", wraps=True)
        self._why.hide()
        save = button(theme, words("Ask"), "send", "primary")
        leave = button(theme, words("Cancel"))
        save.clicked.connect(self.take)
        leave.clicked.connect(self.leave)
        self.what.returnPressed.connect(self.take)
        self.when.returnPressed.connect(self.take)
        lines = [
            (N_("Department"), self.department, "department"),
            (N_("Request"), self.what, "what"),
            (N_("Needed by"), self.when, "when"),
            (N_("What is needed"), self.details, "details"),
            (N_("The client's stake"), self.stake, "stake"),
        ]
        for made, name in ((save, "save"), (leave, "leave"), *((made, name) for _, made, name in lines)):
            made.setObjectName(f"ask.{name}")
        form = grid([[self._label(label, made), made] for label, made, _ in lines])
        below = row(self._hint(), None, leave, save, gap=8)
        self.setLayout(column(self._heading, form, self._why, below, margins=(18, 14, 18, 14), gap=10))

    def begin(self, beginning: Beginning, asked: Callable[[int], object] | None = None) -> None:
        """Come, with what is known already."""
        words, formats = self._desk.words, self._desk.formats
        self._beginning, self._asked = beginning, asked
        to = words("Ask a department for {account}", account=beginning.account)
        self._heading.setText(to if beginning.account else words("Ask a department"))
        self._offer_departments(beginning.department_id)
        self.what.setText(beginning.title)
        # a day that is over is nothing to ask for
        is_to_come = beginning.due is not None and beginning.due >= self._desk.clock.today()
        self.when.setText(formats.day(beginning.due) if is_to_come else "")
        self.details.clear()
        self.stake.setPlainText(beginning.stake)
        self._complain("")
        self.come(WIDTH, 0, TOP)
        self.department.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.take()
        elif event.key() in ENTER and self.department.hasFocus():
            self.what.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def take(self) -> None:
        """Ask, or say what is missing."""
        desk, words, department = self._desk, self._desk.words, self.department.currentData()
        title, said = self.what.text().strip(), self.when.text().strip()
        today = desk.clock.today()
        day = read_day(said, today, words.language) if said else None
        if department is None:
            self._complain(words("There is no department to ask yet. Add them first."))
        elif not title:
            self._complain(words("Write in a few words what you ask for."))
            self.what.setFocus(Qt.FocusReason.OtherFocusReason)
        elif said and day is None:
            self._complain(words(why_no_day(said, today, words.language)))
            self.when.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            made: list[int] = []
            begun = self._beginning
            values = {
                "account_id": begun.account_id,
                "action_id": begun.action_id,
                "objective_id": begun.objective_id,
                "promised_for": day,
                "details": self.details.toPlainText().strip() or None,
                "stake": self.stake.toPlainText().strip() or None,
            }
            ask = lambda: made.append(desk.workspace.do(ask_department, department, title, today, **values))  # noqa: E731
            if desk.attempt(ask):
                self.leave()
                self._say(department)
                if self._asked:
                    self._asked(made[0])

    def _say(self, department: int) -> None:
        desk, words = self._desk, self._desk.words
        said = words("{department} was asked.", department=self.department.currentText())
        day = read_day(self.when.text().strip(), desk.clock.today(), words.language)
        with desk.workspace.read() as session:
            calendar = calendar_of_department(session, department)
        found = moved(day, calendar, words.language) if day else None
        desk.done(f"{said} {moved_sentence(found, desk.formats)}" if found else said)

    def _offer_departments(self, chosen: int | None) -> None:
        self.department.clear()
        with self._desk.workspace.read() as session:
            for known in departments(session):
                self.department.addItem(known.name, known.id)
        self.department.setCurrentIndex(max(0, self.department.findData(chosen)))

    def _complain(self, why: str) -> None:
        self._why.setText(why)
        self._why.setVisible(bool(why))
        if self.isVisible():
            self.refit()

    def _label(self, label: str, made: QWidget) -> Said:
        said = Said(self._desk.theme, self._desk.words(label), "label", "text2")
        said.setBuddy(made)
        made.setAccessibleName(self._desk.words(label))
        return said

    def _hint(self) -> Said:
        return Said(self._desk.theme, self._desk.words("Ctrl+Enter asks, Esc leaves"), "caption", "muted")

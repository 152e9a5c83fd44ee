"""Recent changes and the trash: what was done, by whom and when, each to be taken back."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from sqlalchemy.orm import Session

from workbench.kernel.journal import Change, Past, Verb
from workbench.kernel.words import N_
from workbench.portfolio import changes
from workbench.portfolio.changes import Told
from workbench.portfolio.ui.changes_list import ROW_ROLE, ChangesModel, ChangesView
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding, row, scrolling
from workbench.ui.menu import Entry
from workbench.ui.shell.pages import Page
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said, Shortened

INSTANT_MS, PANE = 120, 150


class ChangesPage(Page):
    """The newest changes, newest first; R takes the chosen one back."""

    key = "history"
    head = N_("Recent changes")
    verb = N_("Revert this")
    icon = "undo-2"
    none = N_("Nothing was changed in the last 30 days.")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName(self.key)
        words, theme = desk.words, desk.theme
        self._is_stale = True
        self.model = ChangesModel(desk)
        self.list = ChangesView(desk, self.model, words(self.head))
        self.list.setObjectName(f"{self.key}.list")
        self.filter = self._field()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(INSTANT_MS)
        self._typing.timeout.connect(self._show)
        self.filter.textChanged.connect(self._typing.start)
        self.act = button(theme, words(self.verb), self.icon, tip=words("{verb} (R)", verb=words(self.verb)))
        self.act.setObjectName(f"{self.key}.act")
        self.act.clicked.connect(self.take_back)
        self.list.asked.connect(self.take_back)
        self.list.chosen.connect(self._tell)
        self._empty = Empty(theme, "history", words(self.none))
        self._name = Shortened(theme, "", "strong")
        self.said = Said(theme, "", "body", "text2", wraps=True)
        self._pane = self._below()
        head = Panel(theme, "surface", "b")
        title = Said(theme, self.title(), "display")
        head.setLayout(row(title, None, *self._beside(), self.filter, margins=(20, 12, 16, 12)))
        self.setLayout(column(head, self.list, self._empty, self._pane, gap=0, stretch=(0, 1, 1, 0)))
        desk.workspace.changed.connect(self._on_change)

    def title(self) -> str:
        return self.desk.words(self.head)

    def entries(self) -> list[Entry]:
        return [Entry(self.verb, "", self.take_back, self.icon, N_("Edit"), self._has_choice)]

    def opened(self, target: object) -> None:
        self._show()
        # letters are verbs at once, and no filter
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._show()

    def past(self, session: Session, moment: datetime) -> Sequence[Past]:
        """What is listed, newest first."""
        return changes.since(session, moment)

    def take_back(self) -> None:
        """Take back the chosen change, whatever came after it."""
        past = self.list.past()
        if past is not None:
            said = self.model.said(past)
            self.desk.attempt(lambda: self._told(self.desk.workspace.plain.revert(past.id), said))

    def _told(self, change: Change, said: str) -> None:
        words = self.desk.words
        if not change:
            self.desk.say(words(self._why_not(change)))
            return
        text = words("Undone: {label}", label=said)
        if change.conflicts:
            text += " " + words("Values that were edited since stay as they are.")
        self.desk.done(text)

    def _why_not(self, change: Change) -> str:
        with self.desk.workspace.read() as session:
            for conflict in change.conflicts:
                if not conflict.attribute and not changes.is_there(session, conflict.entity, conflict.entity_id):
                    return N_("It cannot come back before what it belonged to; bring that back first.")
        return N_("There is nothing left to take back: it was taken back or edited since.")

    def _show(self) -> None:
        self._is_stale = False
        self._typing.stop()
        chosen, place = self.list.past(), self.list.currentIndex().row()
        with self.desk.workspace.read() as session:
            past = self.past(session, self.desk.clock.now() - timedelta(days=changes.DAYS))
        self.model.show_past(past, self.filter.text())
        again = self.model.row_of(chosen.id) if chosen else -1
        is_gone = chosen is None or self.list.model().index(again, 0).data(ROW_ROLE) != chosen
        if is_gone:
            again = max(1, min(place, self.model.rowCount() - 1))
        has_any = self.model.rowCount() > 0
        self.list.setCurrentIndex(self.model.index(again, 0))
        self.list.setVisible(has_any)
        self._pane.setVisible(has_any)
        self._empty.setVisible(not has_any)
        self._empty.say(self.desk.words(N_("No change has these words.") if self.filter.text() else self.none))
        self._tell(self.list.past())

    def _tell(self, past: Past | None) -> None:
        self.act.setEnabled(past is not None)
        self._name.setText(self.model.said(past) if past else "")
        lines: list[str] = []
        if past is not None:
            with self.desk.workspace.read() as session:
                lines = [self._line(told) for told in changes.told(session, past.id, self.desk.formats)]
        self.said.setText("\n".join(lines))

    def _line(self, told: Told) -> str:
        words = self.desk.words
        if told.field is not None:
            field = words(told.field.label)
            return words("{name} – {field}: {old} → {new}", name=told.name, field=field, old=told.old, new=told.new)
        sentence = N_("{name} was added") if told.verb is Verb.INSERT else N_("{name} was deleted")
        return words(sentence, name=told.name)

    def _beside(self) -> list[QWidget]:
        """What stands beside the filter."""
        return []

    def _below(self) -> Panel:
        made = Panel(self.desk.theme, "surface", "t")
        body = scrolling(holding(column(self.said, None, margins=(20, 0, 16, 8))))
        head = row(self._name, self.act, margins=(20, 8, 16, 4), gap=12, stretch=(1,))
        made.setLayout(column(head, body, gap=0, stretch=(0, 1)))
        made.setFixedHeight(self.desk.theme.px(PANE))
        return made

    def _field(self) -> QLineEdit:
        made = QLineEdit()
        made.setPlaceholderText(self.desk.words("Filter"))
        made.setAccessibleName(self.desk.words("Filter"))
        made.setClearButtonEnabled(True)
        made.setMaximumWidth(self.desk.theme.px(260))
        made.setObjectName(f"{self.key}.filter")
        return made

    def _has_choice(self) -> bool:
        return self.list.past() is not None

    def _on_change(self, _change: Change) -> None:
        self._is_stale = True
        if self.isVisible():
            self._show()

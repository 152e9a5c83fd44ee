"""Recent changes: what was done, by whom and when, each to be taken back."""

from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QVBoxLayout

from workbench.kernel import journal
from workbench.kernel.journal import Change
from workbench.ui.desk import Desk
from workbench.ui.layout import column, emptied, holding, row, scrolling
from workbench.ui.shell.pages import Page
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said, Shortened

SHOWN = 100


class HistoryPage(Page):
    """The newest changes, newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("history")
        head = Panel(desk.theme, "surface", "b")
        head.setLayout(row(Said(desk.theme, self.title(), "display"), None, margins=(20, 12, 16, 12)))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        body = scrolling(holding(column(self._lines, None, margins=(20, 8, 16, 16))))
        self.setLayout(column(head, body, gap=0, stretch=(0, 1)))
        desk.workspace.changed.connect(self._on_change)

    def title(self) -> str:
        return self.desk.words("Recent changes")

    def opened(self, target: object) -> None:
        emptied(self._lines)
        with self.desk.workspace.read() as session:
            changes = journal.recent(session, SHOWN)
        for past in changes:
            self._lines.addWidget(self._line(past))

    def _line(self, past: journal.Past) -> Panel:
        desk = self.desk
        local = past.at.astimezone(ZoneInfo(desk.clock.zone))
        label = desk.words(past.label) + (f" · {past.about}" if past.about else "")
        if past.reverts is not None:
            label = desk.words("Taken back: {label}", label=label)
        revert = button(desk.theme, desk.words("Revert this"), "undo-2", "quiet")
        revert.setProperty("change", past.id)
        revert.clicked.connect(self._revert)
        line = Panel(desk.theme, "window", "b")
        when = Said(desk.theme, f"{desk.formats.day(local.date())} {desk.formats.time(local.time())}", "label", "muted")
        line.setLayout(
            row(
                when,
                Shortened(desk.theme, label),
                Said(desk.theme, past.author, "label", "muted"),
                revert,
                margins=(4, 3, 4, 3),
                gap=16,
                stretch=(0, 1),
            )
        )
        return line

    def _revert(self) -> None:
        sender = self.sender()
        if sender is not None:
            change = sender.property("change")
            self.desk.attempt(lambda: self._told(self.desk.workspace.plain.revert(change)))

    def _told(self, change: Change) -> None:
        words = self.desk.words
        text = words("Undone: {label}", label=words(change.label))
        if change.conflicts:
            text += " " + words("Values that were edited since stay as they are.")
        self.desk.say(text)

    def _on_change(self, _change: Change) -> None:
        if self.isVisible():
            self.opened(None)

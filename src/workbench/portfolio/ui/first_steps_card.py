"""The card that shows a newcomer what to try, on the first page until it is sent away."""

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QLabel, QWidget
from sqlalchemy import select

from workbench.kernel.journal import Change
from workbench.meetings.model import Meeting
from workbench.ui import icons
from workbench.ui.desk import Desk
from workbench.ui.first_steps import MINUTES, STEPS, FirstSteps
from workbench.ui.layout import column, row
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Card
from workbench.ui.widgets.said import Said

LINES = 2


class FirstStepsCard(Card):
    """Five lines with a tick each, and a way to be rid of them."""

    dismissed = Signal()

    def __init__(self, desk: Desk, steps: FirstSteps) -> None:
        super().__init__(desk.theme)
        self.setObjectName("today.first")
        theme, words, done = desk.theme, desk.words, steps.done
        away = button(theme, "", "x", "quiet", words("Do not show again"))
        away.setObjectName("today.first.away")
        away.clicked.connect(self.dismissed)
        counted = words("{n} of {all}", n=len(done), all=len(STEPS))
        head = row(
            Said(theme, words("First ten minutes"), "strong"), Said(theme, counted, "label", "muted"), None, away, gap=8
        )
        lines = [_line(desk, label, is_done=key in done) for key, label in STEPS.items()]
        self.setLayout(column(head, *lines, margins=(13, 6, 6, 11), gap=4))


class MinutesWatch(QObject):
    """Ticks the step of the minutes when a meeting's notes have two lines."""

    def __init__(self, desk: Desk, steps: FirstSteps, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._steps = desk, steps
        desk.workspace.changed.connect(self._on_change)

    def _on_change(self, change: Change) -> None:
        keys = change.ids("meeting")
        # an import touches many, and is nobody's minutes
        if len(keys) != 1 or change.reverts is not None or self._steps.is_over or MINUTES in self._steps.done:
            return
        with self._desk.workspace.read() as session:
            notes = session.scalar(select(Meeting.notes).where(Meeting.id.in_(keys))) or ""
        if sum(bool(line.strip()) for line in notes.splitlines()) >= LINES:
            self._steps.tick(MINUTES)


def _line(desk: Desk, label: str, *, is_done: bool) -> QWidget:
    theme, side = desk.theme, desk.theme.px(16)
    tick = QLabel()
    icon, token = ("circle-check", "ok") if is_done else ("circle", "text2")
    tick.setPixmap(icons.icon(theme, icon, token).pixmap(QSize(side, side)))
    said = Said(theme, desk.words(label), "label", "muted" if is_done else "text", wraps=True)
    if is_done:
        said.setAccessibleName(desk.words("{step}, done", step=said.text()))
    held = QWidget()
    held.setLayout(row(tick, said, gap=8, stretch=(0, 1)))
    return held

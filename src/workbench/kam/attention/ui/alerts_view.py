"""Everything of an account that needs attention: why, and the action that removes it, one key away."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, SignalInstance
from PySide6.QtGui import QFocusEvent, QFontMetrics, QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from workbench.kam.attention.alerts import Alert, AlertKind, Remedy, Severity
from workbench.kam.attention.queries import alerts_of
from workbench.kam.attention.saying import sentence
from workbench.kam.attention.ui.remedies import Remedies
from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.layout import column, emptied, holding, row, scrolling
from workbench.ui.menu import Entry, fill
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.chips import Chip
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.line import Line, Told
from workbench.ui.widgets.panel import Card
from workbench.ui.widgets.said import Said

ROUND = 28  # of a button, left and right of its text
MOST = 12  # lines of a kind, until somebody asks for the rest
LOOKS = {Severity.URGENT: ("crit", "circle-alert"), Severity.WARNING: ("warn", "triangle-alert")}
Identity = tuple[AlertKind, str, int]


class AlertsView(QWidget):
    """The alerts by kind, a line each."""

    def __init__(self, desk: Desk, wanted: SignalInstance) -> None:
        super().__init__()
        self.setObjectName("alerts")
        self._desk, self._wanted = desk, wanted
        self._account_id: int | None = None
        self._alerts: tuple[Alert, ...] = ()
        self._lines: dict[Identity, Line] = {}
        self._shows_all = False
        self._drawn_on: date | None = None
        self._summary = Said(desk.theme, "", "label", "text2", wraps=True)
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(12)
        self._empty = Empty(desk.theme, "circle-check", desk.words(NOTHING))
        self._area = scrolling(holding(column(self._cards, None, margins=(20, 4, 16, 16))))
        head = column(self._summary, margins=(20, 2, 16, 6))
        self.setLayout(column(head, self._area, self._empty, gap=0, stretch=(0, 1, 1)))
        self._ask = Ask(self, desk.theme)
        self._remedies = Remedies(desk, self._ask, wanted)
        # many changes in a row draw the alerts once
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
            self._shows_all = False
        self._account_id = account_id
        self._refresh()

    def entries(self) -> list[Entry]:
        menu = N_("Account")
        none = N_("Choose an alert first.")
        return [
            Entry(N_("Answer the alert (Enter)"), "", self._answer, "check", menu, self._has_line, why=none),
            Entry(
                N_("Open the record of the alert (O)"), "", self._open, "external-link", menu, self._has_line, why=none
            ),
        ]

    def home(self) -> QWidget:
        return next(iter(self._lines.values()), self)

    def show_part(self, table: str, key: int) -> None:
        if self._soon.isActive():
            # what was just brought back is not drawn yet
            self._soon.stop()
            self._refresh()
        for (_, about, identity), line in self._lines.items():
            if (about, identity) == (table, key):
                line.setFocus(Qt.FocusReason.OtherFocusReason)
                self._area.ensureWidgetVisible(line)
                return

    def alerts(self) -> tuple[Alert, ...]:
        """What is shown."""
        return self._alerts

    def lines(self) -> list[Line]:
        """The lines, from top to bottom."""
        return list(self._lines.values())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, Line):
            # it stays to be seen where the user is, also while the keys are elsewhere
            for line in self._lines.values():
                line.mark(self._desk.words("chosen") if line is watched else "")
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        # after an answer the line that asked may be gone
        super().focusInEvent(event)
        if self._lines:
            self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._drawn_on not in (None, self._desk.clock.today()):
            self._refresh()

    def _refresh(self) -> None:
        if self._account_id is None:
            return
        today = self._desk.clock.today()
        self._drawn_on = today
        with self._desk.workspace.read() as session:
            self._alerts = alerts_of(session, self._account_id, today)
        before, focused = list(self._lines), self._focused()
        self._draw()
        if focused is not None:
            self._give_keys(before, focused)
        self._summary.setText(self._said())
        self._summary.setVisible(bool(self._alerts))
        self._area.setVisible(bool(self._alerts))
        self._empty.setVisible(not self._alerts)

    def _said(self) -> str:
        words = self._desk.words
        urgent = sum(alert.severity is Severity.URGENT for alert in self._alerts)
        return words.many(
            "{n} alert, {urgent} urgent. Enter answers it, O opens its record.",
            "{n} alerts, {urgent} urgent. Enter answers one, O opens its record.",
            len(self._alerts),
            urgent=self._desk.formats.number(urgent),
        )

    def _draw(self) -> None:
        shown = {_identity(alert): alert for alert in self._shown()}
        if list(shown) != list(self._lines):
            emptied(self._cards)
            self._lines = {}
            for kind in AlertKind:
                alerts = [alert for alert in self._alerts if alert.kind is kind]
                if alerts:
                    self._cards.addWidget(self._card(kind, alerts))
        for identity, alert in shown.items():
            self._lines[identity].tell(self._told(alert))

    def _shown(self) -> list[Alert]:
        if self._shows_all:
            return list(self._alerts)
        by_kind = ([alert for alert in self._alerts if alert.kind is kind] for kind in AlertKind)
        return [alert for alerts in by_kind for alert in alerts[:MOST]]

    def _card(self, kind: AlertKind, alerts: list[Alert]) -> Card:
        theme, words = self._desk.theme, self._desk.words
        card = Card(theme)
        count = Said(theme, self._desk.formats.number(len(alerts)), "label", "muted")
        pieces = [row(Said(theme, words(kind.label), "strong"), count, None, gap=6)]
        shown = alerts if self._shows_all else alerts[:MOST]
        pieces += [row(*self._row(alert), gap=4, stretch=(1,)) for alert in shown]
        if len(alerts) > len(shown):
            more = button(theme, words("and {n} more", n=len(alerts) - len(shown)), "chevron-down", "quiet")
            more.setObjectName(f"alerts.rest.{kind.value}")
            more.clicked.connect(self._show_all)
            pieces.append(row(more, None))
        card.setLayout(column(*pieces, margins=(14, 10, 10, 10), gap=2))
        return card

    def _row(self, alert: Alert) -> tuple[Line, QPushButton]:
        line = Line(self._desk.theme, alert.subject.id, self._told(alert))
        line.setObjectName(f"alerts.line.{alert.kind.value}.{alert.subject.id}")
        line.asked.connect(self._asked)
        line.installEventFilter(self)
        self._lines[_identity(alert)] = line
        made = button(self._desk.theme, self._desk.words(alert.remedy.label))
        # all as wide as the longest, or the chips beside them would stand out of line
        made.setMinimumWidth(self._width_of_answers())
        made.setObjectName(f"alerts.answer.{alert.kind.value}.{alert.subject.id}")
        made.setProperty("line", line)
        made.clicked.connect(self._pressed)
        return line, made

    def _width_of_answers(self) -> int:
        labels = {self._desk.words(remedy.label) for remedy in Remedy}
        metrics = QFontMetrics(self._desk.theme.font("body"))
        return max(metrics.horizontalAdvance(label) for label in labels) + self._desk.theme.px(ROUND)

    def _told(self, alert: Alert) -> Told:
        kind, icon = LOOKS[alert.severity]
        chip = Chip(self._desk.words(alert.severity.label), kind, icon)
        return Told(alert.subject.name, sentence(alert, self._desk.formats), chip)

    def _pressed(self) -> None:
        sender = self.sender()
        line = sender.property("line") if sender is not None else None
        if isinstance(line, Line):
            self._asked(line, "open")

    def _asked(self, line: Line, verb: str) -> None:
        lines = self.lines()
        place = lines.index(line)
        alert = self._alert_of(line)
        if verb in ("next", "previous", "J", "K"):
            place += 1 if verb in ("next", "J") else -1
            if 0 <= place < len(lines):
                lines[place].setFocus(Qt.FocusReason.TabFocusReason)
                self._area.ensureWidgetVisible(lines[place])
        elif alert is not None and verb == "open":
            self._remedies.carry_out(alert, (line, QPoint(0, line.height())))
        elif alert is not None and verb == "O":
            self._remedies.show(alert)
        elif verb == "menu":
            line.setFocus(Qt.FocusReason.PopupFocusReason)
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            fill(menu, self.entries(), self._desk.words, self._desk.theme, menu)
            menu.popup(line.mapToGlobal(line.rect().bottomLeft()))

    def _alert_of(self, line: Line) -> Alert | None:
        wanted = next((identity for identity, made in self._lines.items() if made is line), None)
        return next((alert for alert in self._alerts if _identity(alert) == wanted), None)

    def _line_in_mind(self) -> Line | None:
        return next((line for line in self.lines() if line.hasFocus()), None)

    def _focused(self) -> Identity | None:
        within = self.focusWidget()
        buttons = {made.property("line"): made for made in self.findChildren(QPushButton) if made.property("line")}
        for identity, line in self._lines.items():
            if within is not None and within in (line, buttons.get(line)):
                return identity
        return None

    def _give_keys(self, before: list[Identity], focused: Identity) -> None:
        """The keys stay on the alert, or at its place where it is gone."""
        if focused in self._lines:
            line: QWidget = self._lines[focused]
        else:
            lines = self.lines()
            line = lines[min(before.index(focused), len(lines) - 1)] if lines else self
        if self.isVisible() and not self._ask.isVisible():
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _has_line(self) -> bool:
        return self._line_in_mind() is not None

    def _answer(self) -> None:
        line = self._line_in_mind()
        if line is not None:
            self._asked(line, "open")

    def _open(self) -> None:
        line = self._line_in_mind()
        if line is not None:
            self._asked(line, "O")

    def _show_all(self) -> None:
        self._shows_all = True
        self._refresh()
        self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_change(self, _change: Change) -> None:
        if self.isVisible():
            self._soon.start()


def _identity(alert: Alert) -> Identity:
    return alert.kind, alert.subject.table, alert.subject.id


NOTHING = N_("Nothing needs attention here. What is late, blocked or uncovered will be named.")

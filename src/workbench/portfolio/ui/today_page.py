"""The first page: what is next, what to do, what needs attention."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.action_items.commands import complete
from workbench.action_items.queries import ActionCard
from workbench.kernel.clock import days_between
from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.portfolio import day as rules
from workbench.portfolio.day import sorted_out
from workbench.portfolio.queries import Day, day
from workbench.portfolio.ui.agenda import AgendaCard
from workbench.portfolio.ui.attention import AttentionCard, Line
from workbench.portfolio.ui.todo import TodoRow
from workbench.ui.desk import Desk
from workbench.ui.layout import column, emptied, holding, row, scrolling
from workbench.ui.menu import Entry
from workbench.ui.shell.pages import Page
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said

NOTHING = Day((), sorted_out((), date.min), ())
AGENDA_WIDTH, ATTENTION_WIDTH = 320, 270
ROOMY = 880


class TodayPage(Page):
    """Today."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("today")
        theme = desk.theme
        self._day = NOTHING
        self._title = Said(theme, "", "display")
        self._summary = Said(theme, "", "label", "text2", wraps=True)
        self._agenda, self._do, self._attention = (QVBoxLayout() for _ in range(3))
        head = Panel(theme, "surface", "b")
        head.setLayout(column(self._title, self._summary, margins=(20, 12, 16, 12), gap=2))
        left = self._part(N_("Today's agenda"), self._agenda, (20, 14, 8, 8))
        middle = self._part(N_("Do"), self._do, (12, 14, 12, 8))
        self._right = self._part(N_("Needs attention"), self._attention, (8, 14, 16, 8))
        left.setFixedWidth(theme.px(AGENDA_WIDTH))
        self._right.setFixedWidth(theme.px(ATTENTION_WIDTH))
        self.setLayout(column(head, row(left, middle, self._right, gap=0, stretch=(0, 1)), gap=0, stretch=(0, 1)))
        # many changes in a row, such as an import, redraw the page once
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        desk.workspace.changed.connect(self._on_change)

    def title(self) -> str:
        return self.desk.words("Today")

    def entries(self) -> list[Entry]:
        return [Entry(N_("Refresh"), "F5", self.refresh, "refresh-cw", N_("View"))]

    def opened(self, target: object) -> None:
        self.refresh()
        first = self._first_to_focus()
        if first:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # large texts on a small screen leave room for what is to be done first
        self._right.setVisible(event.size().width() >= self.desk.theme.px(ROOMY))

    def refresh(self) -> None:
        """Read the day again and draw it; the focus stays at its place in the list."""
        place = next((n for n, made in enumerate(self._rows()) if made.hasFocus()), None)
        self._day = self._read()
        self._say_head()
        self._draw_agenda()
        self._draw_do()
        self._draw_attention()
        rows = self._rows()
        if place is not None and rows:
            rows[min(place, len(rows) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> Day:
        clock = self.desk.clock
        with self.desk.workspace.read() as session:
            return day(session, clock.today(), self._now().time())

    def _now(self) -> datetime:
        return self.desk.clock.now().astimezone(ZoneInfo(self.desk.clock.zone))

    def _part(self, title: str, inside: QVBoxLayout, margins: tuple[int, int, int, int]) -> QWidget:
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10 if title != "Do" else 0)
        body = scrolling(holding(column(inside, None)))
        return holding(column(Said(self.desk.theme, self.desk.words(title), "subtitle"), body, margins=margins, gap=8))

    def _say_head(self) -> None:
        words, formats, today = self.desk.words, self.desk.formats, self.desk.clock.today()
        title = formats.long_weekday(today)
        self._title.setText(title[0].upper() + title[1:])
        do = self._day.do
        parts = [
            words.many("{n} meeting", "{n} meetings", len(self._day.agenda)),
            words.many("{n} action", "{n} actions", len(do.overdue) + len(do.today) + len(do.waiting)),
        ]
        following = next((item for item in self._day.agenda if item.is_next and item.start), None)
        if following and following.start:
            minutes = (datetime.combine(today, following.start) - self._now().replace(tzinfo=None)) // timedelta(
                minutes=1
            )
            where = following.place or following.title
            parts.append(
                words("next: {where} in {n} min", where=where.split(",")[0], n=minutes)
                if minutes < 120
                else words("next at {time}", time=formats.time(following.start))
            )
        self._summary.setText(" · ".join(parts))

    def _draw_agenda(self) -> None:
        emptied(self._agenda)
        for item in self._day.agenda:
            card = AgendaCard(self.desk, item)
            card.clicked.connect(self._open_meeting)
            self._agenda.addWidget(card)
        if not self._day.agenda:
            self._agenda.addWidget(
                Said(self.desk.theme, self.desk.words("No meetings today."), "body", "muted", wraps=True)
            )

    def _draw_do(self) -> None:
        emptied(self._do)
        do, today = self._day.do, self.desk.clock.today()
        groups = (
            (N_("Overdue"), do.overdue, "crit"),
            (N_("Today"), do.today, "text"),
            (N_("Waiting for others – chase"), do.waiting, "text"),
            (N_("This week"), do.soon, "text"),
        )
        for label, cards, token in groups:
            if cards:
                self._draw_group(label, cards, token, today)
        if not any(cards for _, cards, _ in groups):
            text = self.desk.words("Nothing due today.")
            self._do.addWidget(Said(self.desk.theme, text, "body", "muted", wraps=True))

    def _draw_group(self, label: str, cards: tuple[ActionCard, ...], token: str, today: date) -> None:
        theme = self.desk.theme
        head = Panel(theme, "window", "b")
        head.setLayout(
            row(
                Said(theme, self.desk.words(label), "strong", token),
                Said(theme, str(len(cards)), "label", "muted"),
                None,
                margins=(4, 12, 4, 5),
            )
        )
        self._do.addWidget(head)
        for card in cards[:60]:
            made = TodoRow(self.desk, card, today)
            made.ticked.connect(self._tick)
            made.clicked.connect(self._open_action)
            self._do.addWidget(made)
        if len(cards) > 60:
            text = self.desk.words("{n} more are on the Actions page.", n=len(cards) - 60)
            self._do.addWidget(Said(theme, text, "label", "muted"))

    def _draw_attention(self) -> None:
        emptied(self._attention)
        words, formats, today = self.desk.words, self.desk.formats, self.desk.clock.today()
        watched = self._day.watched
        silent = [
            Line(a.id, a.name, self._silence(a.last_contact_on, today), "warn")
            for a in rules.without_next_step(watched)
        ]
        late = [
            Line(
                a.id,
                a.name,
                words(
                    "{n} days, agreed every {rhythm}",
                    n=days_between(a.last_contact_on or today, today),
                    rhythm=a.rhythm_days,
                ),
                "crit",
            )
            for a in rules.out_of_rhythm(watched, today)
        ]
        renewals = [
            Line(
                a.id,
                a.name,
                words.many(
                    "{day} · {n} day",
                    "{day} · {n} days",
                    days_between(today, a.renewal_on or today),
                    day=formats.day(a.renewal_on),
                ),
                "muted",
            )
            for a in rules.renewing(watched, today)
        ]
        for title, icon, lines in (
            (N_("No next step"), "circle-dashed", silent),
            (N_("Contact rhythm"), "heart-pulse", late),
            (N_("Renewals in 300 days"), "file-clock", renewals),
        ):
            if lines:
                card = AttentionCard(self.desk, words(title), icon, lines)
                card.chosen.connect(self._open_account)
                self._attention.addWidget(card)
        if not (silent or late or renewals):
            self._attention.addWidget(
                Said(self.desk.theme, words("All accounts are looked after."), "body", "muted", wraps=True)
            )

    def _silence(self, last: date | None, today: date) -> str:
        words = self.desk.words
        if last is None:
            return words("never contacted")
        return words.many("last contact {n} day ago", "last contact {n} days ago", days_between(last, today))

    def _rows(self) -> list[TodoRow]:
        items = (self._do.itemAt(place) for place in range(self._do.count()))
        return [made for item in items if item and isinstance(made := item.widget(), TodoRow)]

    def _first_to_focus(self) -> QWidget | None:
        for part in (self._agenda, self._do):
            for place in range(part.count()):
                item = part.itemAt(place)
                widget = item.widget() if item else None
                if isinstance(widget, TodoRow) or (isinstance(widget, AgendaCard) and widget.is_next):
                    return widget
        return None

    def _tick(self, key: int) -> None:
        if self.desk.attempt(lambda: self.desk.workspace.do(complete, [key], self.desk.clock.today())):
            self.desk.done(self.desk.words.many("{n} action done.", "{n} actions done.", 1))

    def _open_meeting(self) -> None:
        card = self.sender()
        if isinstance(card, AgendaCard):
            self.wanted.emit("meeting", card.key)

    def _open_action(self) -> None:
        made = self.sender()
        if isinstance(made, TodoRow):
            self.wanted.emit("actions", made.key)

    def _open_account(self, key: int) -> None:
        self.wanted.emit("account", key)

    def _on_change(self, _change: Change) -> None:
        if self.isVisible():
            self._soon.start()

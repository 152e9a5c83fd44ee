"""The first page: what is next, what to do, what needs attention."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.action_items.queries import ActionCard
from workbench.action_items.ui.verbs import ActionVerbs
from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.portfolio.day import raised_at, sorted_out
from workbench.portfolio.queries import Day, day
from workbench.portfolio.ui.agenda import AgendaCard
from workbench.portfolio.ui.attention import AttentionCard, attention
from workbench.portfolio.ui.first_steps_card import FirstStepsCard, MinutesWatch
from workbench.portfolio.ui.todo import TodoRow
from workbench.ui.desk import Desk
from workbench.ui.first_steps import FirstSteps, StepWatch
from workbench.ui.layout import column, emptied, holding, row, scrolling
from workbench.ui.menu import Entry
from workbench.ui.shell.pages import CAPTURE, Page
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said

NOTHING = Day((), sorted_out((), date.min), ())
AGENDA_WIDTH, ATTENTION_WIDTH = 320, 270
ROOMY = 880
SHOWN = 60
SOON = timedelta(minutes=60)
GROUPED = "today_by_account"
MINUTE_MS = 60_000
Group = tuple[str, tuple[ActionCard, ...], str]


class TodayPage(Page):
    """Today, or another day that is being prepared."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("today")
        theme, words = desk.theme, desk.words
        self._day, self._ahead, self._shows_week = NOTHING, 0, False
        self._title = Said(theme, "", "display")
        self._summary = Said(theme, "", "label", "text2", wraps=True)
        self._agenda, self._do, self._attention = (QVBoxLayout() for _ in range(3))
        self._sheet = button(theme, words("Print day sheet"), "printer")
        self._sheet.clicked.connect(self._to_sheet)
        self._tomorrow = button(theme, words("Plan tomorrow"), "calendar-plus", "quiet")
        self._tomorrow.clicked.connect(self._to_tomorrow)
        self._by_account = button(theme, words("By account"), "rows-3", "chip")
        self._by_account.setChecked(desk.settings.noted(GROUPED) is True)
        self._by_account.toggled.connect(self._regroup)
        head = Panel(theme, "surface", "b")
        titles = column(self._title, self._summary, gap=2)
        head.setLayout(row(titles, self._sheet, self._tomorrow, margins=(20, 12, 16, 12), gap=8, stretch=(1,)))
        left = self._part(N_("Today's agenda"), self._agenda, (20, 14, 8, 8))
        middle = self._part(N_("Do"), self._do, (12, 14, 12, 8), self._by_account)
        self._right = self._part(N_("Needs attention"), self._attention, (8, 14, 16, 8))
        left.setFixedWidth(theme.px(AGENDA_WIDTH))
        self._right.setFixedWidth(theme.px(ATTENTION_WIDTH))
        self.setLayout(column(head, row(left, middle, self._right, gap=0, stretch=(0, 1)), gap=0, stretch=(0, 1)))
        self._ask = Ask(self, theme)
        self._steps = FirstSteps(desk.settings)
        StepWatch(desk.workspace, self._steps, self)
        MinutesWatch(desk, self._steps, self)
        self._verbs = ActionVerbs(desk, self._ask, self._chosen, self._under)
        self._asked_of: int | None = None
        self._drawn_on = date.min
        # many changes in a row, such as an import, redraw the page once
        self._soon = _timer(self, 0, self.refresh)
        self._clock = _timer(self, MINUTE_MS, self._tick_on)
        desk.workspace.changed.connect(self._on_change)

    def title(self) -> str:
        return self.desk.words("Today")

    def entries(self) -> list[Entry]:
        view = N_("View")
        return [
            *self._verbs.entries(),
            Entry(N_("Open brief (B)"), "", self._open_brief, "file-text", N_("Meeting"), self._has_brief),
            Entry(N_("Print day sheet"), "Ctrl+P", self._to_sheet, "printer", N_("File")),
            Entry(N_("Day before"), "Ctrl+Left", self._day_before, "chevron-left", view),
            Entry(N_("Day after"), "Ctrl+Right", self._day_after, "chevron-right", view),
            Entry(N_("Show the week (W)"), "", self._toggle_week, "calendar-days", view),
            Entry(N_("Refresh"), "F5", self.refresh, "refresh-cw", view),
        ]

    def opened(self, target: object) -> None:
        before = self.focusWidget()
        left = (type(before), before.key) if isinstance(before, TodoRow | AgendaCard) else None
        self._ahead = target if isinstance(target, int) else 0
        self.refresh()
        self._clock.start()
        made: list[TodoRow | AgendaCard] = [*self._cards(), *self._rows()]
        first = next((one for one in made if (type(one), one.key) == left), None) or self._first_to_focus()
        if first:
            first.show()  # what is only laid out cannot take the focus
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def target(self) -> object:
        return self._ahead or None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # large texts on a small screen leave room for what is to be done first
        self._right.setVisible(event.size().width() >= self.desk.theme.px(ROOMY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_W and not event.modifiers():
            self._toggle_week()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Read the day again and draw it; the focus stays at its place in the list."""
        place = next((n for n, made in enumerate(self._rows()) if made.hasFocus() or made.key == self._asked_of), None)
        keeps = place is not None and not self._ask.isVisible()
        clock, shown = self.desk.clock, self._shown_day()
        self._drawn_on = clock.today()
        with self.desk.workspace.read() as session:
            self._day = day(session, shown, time.min if self._ahead else self._now().time())
        self._say_head(shown)
        self._draw_agenda()
        self._draw_do(clock.today())
        self._draw_attention(clock.today())
        rows = self._rows()
        if keeps and rows and place is not None:
            following = rows[min(place, len(rows) - 1)]
            following.show()
            following.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown_day(self) -> date:
        return self.desk.clock.today() + timedelta(self._ahead)

    def _now(self) -> datetime:
        return self.desk.clock.now().astimezone(ZoneInfo(self.desk.clock.zone))

    def _part(
        self, title: str, inside: QVBoxLayout, margins: tuple[int, int, int, int], beside: QWidget | None = None
    ) -> QWidget:
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10 if beside is None else 0)
        body = scrolling(holding(column(inside, None)))
        said = Said(self.desk.theme, self.desk.words(title), "subtitle")
        head = row(said, None, beside) if beside else row(said, None)
        return holding(column(head, body, margins=margins, gap=8))

    def _say_head(self, shown: date) -> None:
        words, formats = self.desk.words, self.desk.formats
        title = formats.long_weekday(shown)
        self._title.setText(title[0].upper() + title[1:])
        self._tomorrow.setText(words("Back to today") if self._ahead else words("Plan tomorrow"))
        do = self._day.do
        parts = [
            words.many("{n} meeting", "{n} meetings", len(self._day.agenda)),
            words.many("{n} action", "{n} actions", len(do.overdue) + len(do.today) + len(do.waiting)),
        ]
        following = next((item for item in self._day.agenda if item.is_next and item.start), None)
        if following and following.start:
            minutes = self._until(following.start) // timedelta(minutes=1)
            where = following.place or following.title
            parts.append(
                words("next: {where} in {n} min", where=where.split(",")[0], n=minutes)
                if minutes < 120 and not self._ahead
                else words("next at {time}", time=formats.time(following.start))
            )
        self._summary.setText(" · ".join(parts))

    def _until(self, start: time) -> timedelta:
        return datetime.combine(self._shown_day(), start) - self._now().replace(tzinfo=None)

    def _draw_agenda(self) -> None:
        emptied(self._agenda)
        for item in self._day.agenda:
            card = AgendaCard(self.desk, item)
            card.clicked.connect(self._open_meeting)
            card.brief.connect(self._open_brief)
            self._agenda.addWidget(card)
        if not self._day.agenda:
            text = self.desk.words("No meetings today.") if not self._ahead else self.desk.words("No meetings.")
            self._agenda.addWidget(Said(self.desk.theme, text, "body", "muted", wraps=True))
        if not self._steps.is_over:
            first = FirstStepsCard(self.desk, self._steps)
            first.dismissed.connect(self._end_first_steps)
            self._agenda.addWidget(first)

    def _draw_do(self, today: date) -> None:
        emptied(self._do)
        groups = [group for group in self._groups() if group[1]]
        for label, cards, token in groups:
            self._draw_group(label, cards, token, today)
        later = self._day.do.soon
        if not groups:
            text = self.desk.words("Nothing due today. Look at the week (W) or capture something (Ctrl+N).")
            self._do.addSpacing(20)
            self._do.addWidget(Said(self.desk.theme, text, "body", "muted", wraps=True))
        elif later and not self._shows_week:
            self._do.addSpacing(12)
            week = button(self.desk.theme, self._say_later(), "plus", "quiet", self.desk.words("Show the week (W)"))
            week.clicked.connect(self._toggle_week)
            self._do.addLayout(row(week, None))

    def _say_later(self) -> str:
        words, number, later = self.desk.words, self.desk.formats.number, self._day.do.soon
        if self._ahead:
            return words("Later this week {n}", n=number(len(later)))
        first = sum(card.due == self._shown_day() + timedelta(1) for card in later)
        return words("Later… Tomorrow {n} · This week {week}", n=number(first), week=number(len(later)))

    def _groups(self) -> Iterator[Group]:
        """What to do: by urgency, or by account with the late first."""
        do = self._day.do
        shown = (*do.overdue, *do.today, *do.waiting, *(do.soon if self._shows_week else ()))
        if self._by_account.isChecked():
            names = dict.fromkeys(card.account for card in shown)
            for name in sorted(names, key=lambda name: (name is None, name or "")):
                yield name or self.desk.words("No account"), tuple(c for c in shown if c.account == name), "text"
            return
        words = self.desk.words
        yield words("Overdue"), do.overdue, "crit"
        yield words("Today") if not self._ahead else words("On that day"), do.today, "text"
        yield words("Waiting for others – chase"), do.waiting, "text"
        if self._shows_week:
            yield words("This week"), do.soon, "text"

    def _draw_group(self, label: str, cards: tuple[ActionCard, ...], token: str, today: date) -> None:
        theme, formats = self.desk.theme, self.desk.formats
        head = Panel(theme, "window", "b")
        counted = Said(theme, formats.number(len(cards)), "label", "muted")
        head.setLayout(row(Said(theme, label, "strong", token), counted, None, margins=(4, 12, 4, 5)))
        self._do.addWidget(head)
        for card in cards[:SHOWN]:
            made = TodoRow(self.desk, card, today, self._raised_at(card))
            made.verb.connect(self._verb)
            made.clicked.connect(self._open_action)
            self._do.addWidget(made)
        if len(cards) > SHOWN:
            text = self.desk.words("{n} more are on the Actions page.", n=formats.number(len(cards) - SHOWN))
            self._do.addWidget(Said(theme, text, "label", "muted"))

    def _raised_at(self, card: ActionCard) -> tuple[time, str] | None:
        """When something of the day can be raised; what comes next stands out."""
        item = raised_at(card, self._day.agenda) if card.due == self._shown_day() else None
        return (item.start, "warn" if item.is_next else "neutral") if item and item.start else None

    def _draw_attention(self, today: date) -> None:
        emptied(self._attention)
        cards = attention(self.desk, self._day.watched, today)
        for title, icon, lines in cards:
            card = AttentionCard(self.desk, title, icon, lines)
            card.chosen.connect(self._open_account)
            card.planned.connect(self._plan_contact)
            self._attention.addWidget(card)
        if not cards:
            text = self.desk.words("All accounts are looked after.")
            self._attention.addWidget(Said(self.desk.theme, text, "body", "muted", wraps=True))

    def _rows(self) -> list[TodoRow]:
        items = (self._do.itemAt(place) for place in range(self._do.count()))
        return [made for item in items if item and isinstance(made := item.widget(), TodoRow)]

    def _cards(self) -> list[AgendaCard]:
        items = (self._agenda.itemAt(place) for place in range(self._agenda.count()))
        return [made for item in items if item and isinstance(made := item.widget(), AgendaCard)]

    def _first_to_focus(self) -> QWidget | None:
        """The next meeting if it begins within the hour, else the first thing to do."""
        coming = next((card for card in self._cards() if card.is_next), None)
        if coming and coming.start and timedelta(0) <= self._until(coming.start) <= SOON:
            return coming
        return next(iter(self._rows()), None) or coming or next(iter(self._cards()), None)

    def _chosen(self) -> list[int]:
        if self._ask.isVisible() and self._asked_of is not None:
            return [self._asked_of]
        focused = self.focusWidget()
        return [focused.key] if isinstance(focused, TodoRow) else []

    def _under(self) -> tuple[QWidget, QPoint]:
        focused = self.focusWidget()
        assert focused is not None
        self._asked_of = focused.key if isinstance(focused, TodoRow) else None
        return focused, QPoint(self.desk.theme.px(34), focused.height())

    def _verb(self, key: str) -> None:
        made = self.sender()
        if isinstance(made, TodoRow):
            made.setFocus(Qt.FocusReason.OtherFocusReason)
            self._verbs.press(key)

    def _toggle_week(self) -> None:
        self._shows_week = not self._shows_week
        self.refresh()

    def _regroup(self) -> None:
        self.desk.settings.note(GROUPED, self._by_account.isChecked())
        self.refresh()

    def _day_before(self) -> None:
        self._show_day(self._ahead - 1)

    def _day_after(self) -> None:
        self._show_day(self._ahead + 1)

    def _to_tomorrow(self) -> None:
        self._show_day(0 if self._ahead else 1)

    def _show_day(self, ahead: int) -> None:
        self._ahead = ahead
        self.refresh()

    def _to_sheet(self) -> None:
        self.wanted.emit("print", ("daysheet", self._shown_day()))

    def _has_brief(self) -> bool:
        return self._meeting_in_mind() is not None

    def _meeting_in_mind(self) -> int | None:
        """The meeting with the focus, else the next one."""
        focused = self.focusWidget()
        if isinstance(focused, AgendaCard):
            return focused.key
        return next((card.key for card in self._cards() if card.is_next), None)

    def _open_brief(self) -> None:
        card = self.sender()
        key = card.key if isinstance(card, AgendaCard) else self._meeting_in_mind()
        if key is not None:
            self.wanted.emit("print", ("brief", key))

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

    def _plan_contact(self, name: str) -> None:
        self.wanted.emit(CAPTURE, self.desk.words("Call {name} tomorrow", name=name))

    def _end_first_steps(self) -> None:
        self._steps.dismiss()
        self._soon.start()

    def _tick_on(self) -> None:
        if not self.isVisible():
            return
        if self._drawn_on == self.desk.clock.today():
            self._say_head(self._shown_day())
        else:
            self.refresh()  # it is past midnight
        self._clock.start()

    def _on_change(self, _change: Change) -> None:
        if self.isVisible():
            self._soon.start()


def _timer(page: TodayPage, after_ms: int, run: object) -> QTimer:
    made = QTimer(page)
    made.setSingleShot(True)
    made.setInterval(after_ms)
    made.timeout.connect(run)
    return made

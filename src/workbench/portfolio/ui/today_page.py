"""The first page: what is next, what to do, what needs attention."""

from datetime import date, datetime, time, timedelta
from importlib import import_module
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.action_items.cards import ActionCard, done_among
from workbench.action_items.ui.verbs import ActionVerbs
from workbench.kernel import journal
from workbench.kernel.journal import Change
from workbench.kernel.settings import ROLE, of_portfolio
from workbench.kernel.words import N_
from workbench.portfolio.day import raised_at, sorted_out
from workbench.portfolio.queries import Day, day
from workbench.portfolio.roles import KAM, PRESETS
from workbench.portfolio.ui.agenda import AgendaCard
from workbench.portfolio.ui.attention import AttentionCard, attention
from workbench.portfolio.ui.first_steps_card import FirstStepsCard, MinutesWatch
from workbench.portfolio.ui.today_groups import BY_URGENCY, WAYS, Shown, groups
from workbench.portfolio.ui.todo import TodoList
from workbench.portfolio.ui.todo_model import TodoModel, missing
from workbench.ui.desk import Desk
from workbench.ui.first_steps import FirstSteps, StepWatch
from workbench.ui.layout import column, emptied, holding, row, scrolling
from workbench.ui.menu import Entry
from workbench.ui.shell.pages import Page
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said

if TYPE_CHECKING:
    from workbench.portfolio.watch.views import Watch

NOTHING = Day((), sorted_out((), date.min), ())
AGENDA_WIDTH, ATTENTION_WIDTH = 320, 270
ROOMY = 880
SOON = timedelta(minutes=60)
GROUPED = "today_by"
MINUTE_MS, LEAVING_MS = 60_000, 2_000
WATCHING, OF_KEYS = "workbench.portfolio.watch.queries", "workbench.portfolio.ui.attention_of_keys"


class TodayPage(Page):
    """Today, or another day that is being prepared."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("today")
        theme, words = desk.theme, desk.words
        self._day, self._ahead, self._shows_week = NOTHING, 0, False
        self._watch: Watch | None = None
        self._title = Said(theme, "", "display")
        self._summary = Said(theme, "", "label", "text2", wraps=True)
        self._agenda, self._below, self._attention = (QVBoxLayout() for _ in range(3))
        self._todo = TodoModel(desk)
        self._do = TodoList(desk, self._todo)
        self._do.verb.connect(self._verb)
        self._do.opened.connect(self._open_action)
        self._sheet = button(theme, words("Print day sheet"), "printer")
        self._sheet.setObjectName("today.sheet")
        self._sheet.clicked.connect(self._to_sheet)
        self._tomorrow = button(theme, words("Plan tomorrow"), "calendar-plus", "quiet")
        self._tomorrow.setObjectName("today.tomorrow")
        self._tomorrow.clicked.connect(self._to_tomorrow)
        self._way = noted if (noted := desk.settings.noted(GROUPED)) in WAYS else BY_URGENCY
        self._group = button(theme, words(WAYS[self._way]), "rows-3", "quiet", words("Group by (G)"))
        self._group.setObjectName("today.group")
        self._group.clicked.connect(self._next_group)
        head = Panel(theme, "surface", "b")
        titles = column(self._title, self._summary, gap=2)
        head.setLayout(row(titles, self._sheet, self._tomorrow, margins=(20, 12, 16, 12), gap=8, stretch=(1,)))
        left = self._part(N_("Today's agenda"), self._agenda, (20, 14, 8, 8))
        title = Said(theme, words("Do"), "subtitle")
        parts = (row(title, None, self._group), self._do, self._below)
        # the button beside the title is taller than a title; the three titles stand on one line
        middle = holding(column(*parts, margins=(12, 8, 12, 8), gap=2, stretch=(0, 1)))
        self._right = self._part(N_("Needs attention"), self._attention, (8, 14, 16, 8))
        left.setFixedWidth(theme.px(AGENDA_WIDTH))
        self._right.setFixedWidth(theme.px(ATTENTION_WIDTH))
        self.setLayout(column(head, row(left, middle, self._right, gap=0, stretch=(0, 1)), gap=0, stretch=(0, 1)))
        self._ask = Ask(self, theme)
        self._steps = FirstSteps(desk.settings)
        StepWatch(desk.workspace, self._steps, self)
        MinutesWatch(desk, self._steps, self)
        self._verbs = ActionVerbs(desk, self._ask, self._chosen, self._under)
        self._asked_of: list[int] = []
        self._drawn_on = date.min
        # many changes in a row, such as an import, redraw the page once
        self._soon = _timer(self, 0, self.refresh)
        self._clock = _timer(self, MINUTE_MS, self._tick_on)
        self._leave = _timer(self, LEAVING_MS, self._let_go)
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
            Entry(N_("Group by (G)"), "", self._next_group, "rows-3", view),
            Entry(N_("Refresh"), "F5", self.refresh, "refresh-cw", view),
        ]

    def opened(self, target: object) -> None:
        before = self.focusWidget()
        left = before.key if isinstance(before, AgendaCard) else None
        key = self._do.key() if before is self._do else None
        self._ahead = target if isinstance(target, int) else 0
        self.refresh()
        self._clock.start()
        card = next((card for card in self._cards() if card.key == left), None)
        first = card or (self._do if self._todo.row_of(key) >= 0 else self._first_to_focus())
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
        elif event.key() == Qt.Key.Key_G and not event.modifiers():
            self._next_group()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Read the day again and draw it; the focus stays at its place in the list."""
        clock, shown = self.desk.clock, self._shown_day()
        self._drawn_on = clock.today()
        with self.desk.workspace.read() as session:
            self._day = day(session, shown, time.min if self._ahead else self._now().time())
            is_kam = PRESETS[of_portfolio(session, ROLE)] is KAM
            # the tables of the cockpit are not for everybody's start
            self._watch = import_module(WATCHING).watch(session, clock.today()) if is_kam else None
        self._say_head(shown)
        self._draw_agenda()
        self._draw_do(clock.today())
        self._draw_attention(clock.today())

    def _shown_day(self) -> date:
        return self.desk.clock.today() + timedelta(self._ahead)

    def _now(self) -> datetime:
        return self.desk.clock.now().astimezone(ZoneInfo(self.desk.clock.zone))

    def _part(self, title: str, inside: QVBoxLayout, margins: tuple[int, int, int, int]) -> QWidget:
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        body = scrolling(holding(column(inside, None)))
        said = Said(self.desk.theme, self.desk.words(title), "subtitle")
        return holding(column(row(said, None), body, margins=margins, gap=8))

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
        shown = groups(self.desk, Shown(self._day, bool(self._ahead), self._shows_week), self._way)
        before, place, key = self._todo.keys(), self._do.currentIndex().row(), self._do.key()
        self._todo.leaving.update(self._just_done(missing(before, [card.id for _, cards in shown for card in cards])))
        if self._todo.leaving:
            self._do.strike()
            self._leave.start()
        self._todo.show_groups(shown, today, self._raised_at)
        same = self._todo.row_of(key)
        is_leaving = same < 0 or key in self._todo.leaving
        self._do.go_to(place if is_leaving and place >= 0 else same)
        self._do.setVisible(bool(self._todo.rowCount()))
        self._draw_below(bool(shown))

    def _draw_below(self, has_any: bool) -> None:
        emptied(self._below)
        if not has_any and not self._todo.rowCount():
            text = self.desk.words("Nothing due today. Look at the week (W) or capture something (Ctrl+N).")
            self._below.addSpacing(20)
            self._below.addWidget(Said(self.desk.theme, text, "body", "muted", wraps=True))
            self._below.addStretch(1)
        elif self._day.do.soon and not self._shows_week:
            week = button(self.desk.theme, self._say_later(), "plus", "quiet", self.desk.words("Show the week (W)"))
            week.setObjectName("today.later")
            week.clicked.connect(self._toggle_week)
            self._below.addLayout(row(week, None))

    def _just_done(self, gone: list[int]) -> list[int]:
        """Those of the actions that are no longer due because they were ticked, not because they moved."""
        with self.desk.workspace.read() as session:
            return done_among(session, gone)

    def _let_go(self) -> None:
        key, place = self._do.key(), self._do.currentIndex().row()
        self._todo.let_go()
        same = self._todo.row_of(key)
        self._do.go_to(place if same < 0 else same)
        self.refresh()

    def _say_later(self) -> str:
        words, number, later = self.desk.words, self.desk.formats.number, self._day.do.soon
        if self._ahead:
            return words("Later this week {n}", n=number(len(later)))
        first = sum(card.due == self._shown_day() + timedelta(1) for card in later)
        return words("Later… Tomorrow {n} · This week {week}", n=number(first), week=number(len(later)))

    def _raised_at(self, card: ActionCard) -> tuple[str, str] | None:
        """When something of the day can be raised; what comes next stands out."""
        item = raised_at(card, self._day.agenda) if card.due == self._shown_day() else None
        if item is None or item.start is None:
            return None
        return self.desk.formats.time(item.start), "warn" if item.is_next else "neutral"

    def _draw_attention(self, today: date) -> None:
        emptied(self._attention)
        desk, kept = self.desk, self._watch
        of_keys = import_module(OF_KEYS).attention_of_key_accounts if kept else None
        cards = of_keys(desk, kept, today) if of_keys else attention(desk, self._day.watched, today)
        for title, icon, lines in cards:
            card = AttentionCard(desk, title, icon, lines)
            card.wanted.connect(self.wanted)
            self._attention.addWidget(card)
        if not cards:
            text = self.desk.words("All accounts are looked after.")
            self._attention.addWidget(Said(self.desk.theme, text, "body", "muted", wraps=True))

    def _cards(self) -> list[AgendaCard]:
        items = (self._agenda.itemAt(place) for place in range(self._agenda.count()))
        return [made for item in items if item and isinstance(made := item.widget(), AgendaCard)]

    def _first_to_focus(self) -> QWidget | None:
        """The next meeting if it begins within the hour, else the first thing to do."""
        coming = next((card for card in self._cards() if card.is_next), None)
        if coming and coming.start and timedelta(0) <= self._until(coming.start) <= SOON:
            return coming
        return (self._do if self._todo.rowCount() else None) or coming or next(iter(self._cards()), None)

    def _chosen(self) -> list[int]:
        if self._ask.isVisible():
            return self._asked_of
        return self._do.chosen() if self.focusWidget() is self._do else []

    def _under(self) -> tuple[QWidget, QPoint]:
        self._asked_of = self._do.chosen()
        place = self._do.place_of_question()
        return self._do.viewport(), QPoint(self.desk.theme.px(34), place.bottom())

    def _verb(self, key: str) -> None:
        if key == "Space" and self._do.key() in self._todo.leaving:
            self._untick()
        elif key in "WG" and not self._verbs.press(key):
            self._toggle_week() if key == "W" else self._next_group()
        elif key not in "WG":
            self._verbs.press(key)

    def _untick(self) -> None:
        """Take back the tick of an action that has not left yet."""
        key = self._do.key()
        with self.desk.workspace.read() as session:
            newest = journal.newest_of(session, "action_item", key or 0, 1)
        if newest:
            self.desk.attempt(lambda: self.desk.workspace.plain.revert(newest[0].id))

    def _toggle_week(self) -> None:
        self._shows_week = not self._shows_week
        self.refresh()

    def _next_group(self) -> None:
        ways = [*WAYS]
        self._way = ways[(ways.index(self._way) + 1) % len(ways)]
        self.desk.settings.note(GROUPED, self._way)
        self._group.setText(self.desk.words(WAYS[self._way]))
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

    def _open_action(self, key: int) -> None:
        self.wanted.emit("actions", key)

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

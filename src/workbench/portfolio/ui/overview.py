"""The first tab of an account: facts in place, what happens, and who is around."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from workbench.accounts import fields
from workbench.accounts.commands import JUDGED_FOR, edit_account
from workbench.accounts.model import Account, Health
from workbench.accounts.ui.lists import LISTS as OF_ACCOUNT
from workbench.business.ui.lists import REVENUE, SATISFACTION
from workbench.contacts.positions import Attitude
from workbench.kernel.choice import Choice
from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.portfolio import timeline
from workbench.portfolio.health.queries import healths
from workbench.portfolio.surroundings import Surroundings, surroundings
from workbench.portfolio.timeline import Entry, Happening, Wanted
from workbench.portfolio.ui.promises import INTERNAL, MOST, THEY_OWE, WE_OWE
from workbench.portfolio.ui.scores.health_parts import HealthParts
from workbench.portfolio.ui.timeline_list import PAGES
from workbench.portfolio.ui.timeline_tab import FILTERS
from workbench.team.ui.lists import TEAM
from workbench.ui.desk import Desk
from workbench.ui.details import read_values
from workbench.ui.form import Form
from workbench.ui.layout import column, emptied, holding, row, scrolling
from workbench.ui.sublist import SubList
from workbench.ui.widgets.chips import LOOKS, Chip
from workbench.ui.widgets.line import Line, Told
from workbench.ui.widgets.panel import Card
from workbench.ui.widgets.said import Said

FACTS_WIDTH = 380
PAST = 8
PLAN = "plan"
Page = tuple[str, object]


class Overview(QWidget):
    """Left the facts to edit in place, in the middle what happens, right who is around."""

    def __init__(self, desk: Desk, wanted: SignalInstance, to_plan: Callable[[], None]) -> None:
        super().__init__()
        self._desk, self._wanted, self._to_plan = desk, wanted, to_plan
        self._key: int | None = None
        self._form = Form(desk, fields.FACTS_IN_PLACE, self._save, Account.__tablename__)
        self.lists = [
            SubList(desk, replace(what, most=MOST))
            for what in (*OF_ACCOUNT, REVENUE, SATISFACTION, TEAM, WE_OWE, THEY_OWE, INTERNAL)
        ]
        self._next, self._past, self._around = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        for part in (self._next, self._past, self._around):
            part.setContentsMargins(0, 0, 0, 0)
            part.setSpacing(1 if part is self._past else 10)
        self.health = HealthParts(desk, wanted, has_weights=False)
        self.filter = self._filter_box()
        self._lay_out()
        desk.workspace.changed.connect(self._on_change)

    @property
    def widget(self) -> QWidget:
        return self

    def show_account(self, account_id: int) -> None:
        self._key = account_id
        self._refresh()

    def show_fact(self, name: str) -> None:
        """Give the keys to a fact."""
        self._form.focus_field(name)

    def _lay_out(self) -> None:
        theme, words = self._desk.theme, self._desk.words
        facts = Card(theme)
        facts.setLayout(column(Said(theme, words("Facts"), "subtitle"), self._form, margins=(14, 12, 10, 12)))
        owned, happening = self.lists[:6], self.lists[6:]
        own = column(facts, *(self._card(made) for made in owned), None, margins=(20, 14, 8, 16), gap=10)
        left = scrolling(holding(own))
        left.setMinimumWidth(theme.px(260))
        left.setMaximumWidth(theme.px(FACTS_WIDTH + 40))
        past = Card(theme)
        past.setLayout(
            column(
                row(Said(theme, words("What happened"), "strong"), None, self.filter),
                self._past,
                margins=(14, 10, 12, 10),
                gap=6,
            )
        )
        middle = column(self._next, *(self._card(made) for made in happening), past, None, gap=10)
        score = Card(theme)
        title = Said(theme, words("Health score"), "strong")
        score.setLayout(column(title, self.health, margins=(14, 10, 12, 10), gap=4))
        sides = row(middle, column(score, self._around, None, gap=10), gap=10, stretch=(3, 2))
        right = scrolling(holding(column(sides, None, margins=(4, 14, 16, 16))))
        self.setLayout(row(left, right, gap=0, stretch=(2, 3)))

    def _card(self, made: SubList) -> Card:
        made.wanted.connect(self._wanted.emit)
        card = Card(self._desk.theme)
        card.setLayout(column(made, margins=(14, 10, 12, 10)))
        return card

    def _filter_box(self) -> QComboBox:
        made = QComboBox()
        made.setObjectName("account.overview.filter")
        made.setAccessibleName(self._desk.words("Show"))
        made.addItems([self._desk.words(label) for label, _ in FILTERS])
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.activated.connect(self._draw_past)
        return made

    def _refresh(self) -> None:
        values = read_values(self._desk, Account, fields.FACTS_IN_PLACE, self._key)
        self._form.show_record(self._key if values else None, values or {})
        for made in self.lists:
            made.show_parent(self._key if values else None)
        if self._key is not None and values is not None:
            self._draw(self._key)

    def _draw(self, key: int) -> None:
        clock = self._desk.clock
        with self._desk.workspace.read() as session:
            around = surroundings(session, key, clock.today(), clock.now())
            counted = healths(session, clock.today(), key).get(key)
        self.health.show_account(key, counted)
        emptied(self._next)
        emptied(self._around)
        self._draw_next(around)
        self._draw_around(around)
        self._draw_past()

    def _draw_next(self, around: Surroundings) -> None:
        formats, lines = self._desk.formats, []
        for meeting in around.next_meetings:
            start = formats.time(meeting.start) if meeting.start else self._desk.words("all day")
            when = " · ".join(filter(None, (formats.weekday(meeting.day), start, meeting.place)))
            lines.append((Told(meeting.title, when), ("meeting", meeting.id)))
        self._list(self._next, N_("Next meetings"), lines)

    def _draw_around(self, around: Surroundings) -> None:
        plan: Page = (PLAN, self._key)
        goals = [
            (Told(f"O{n} {one.title}", "", self._look(one.status)), plan) for n, one in enumerate(around.objectives, 1)
        ]
        people = [
            (Told(one.name, one.title or "", self._attitude(one.attitude)), ("contacts", one.id))
            for one in around.people
        ]
        risks = [(Told(one.title, one.response or ""), plan) for one in around.risks]
        below = [(Told(name), ("account", key)) for key, name in around.below]
        for title, lines in (
            (N_("Objectives"), goals),
            (N_("Key people"), people),
            (N_("Risks"), risks),
            (N_("Accounts below"), below),
        ):
            self._list(self._around, title, lines)

    def _draw_past(self, _place: int = 0) -> None:
        emptied(self._past)
        if self._key is None:
            return
        wanted = Wanted(self._key, self._desk.clock.today(), FILTERS[self.filter.currentIndex()][1])
        with self._desk.workspace.read() as session:
            found = timeline.entries(session, wanted, 0, PAST)
        for entry in found:
            key = entry.meeting_id if entry.happening is Happening.DECIDED else entry.id
            self._past.addWidget(self._line(self._told(entry), (PAGES[entry.happening], key)))
        if not found:
            self._past.addWidget(
                Said(self._desk.theme, self._desk.words("Nothing has happened here yet."), "label", "muted")
            )

    def _told(self, entry: Entry) -> Told:
        when = self._desk.formats.short_day(entry.day)
        said = self._desk.words(entry.happening.label)
        return Told(entry.title, " · ".join(filter(None, (when, said, entry.remark))))

    def _list(self, into: QVBoxLayout, title: str, lines: Sequence[tuple[Told, Page]]) -> None:
        """A card with lines that lead to their records."""
        if not lines:
            return
        theme, words = self._desk.theme, self._desk.words
        card = Card(theme)
        count = Said(theme, self._desk.formats.number(len(lines)), "label", "muted")
        head = row(Said(theme, words(title), "strong"), count, None, gap=6)
        pieces: list[Any] = [head, *(self._line(told, page) for told, page in lines[:MOST])]
        if len(lines) > MOST:
            pieces.append(Said(theme, words("and {n} more", n=len(lines) - MOST), "caption", "muted"))
        card.setLayout(column(*pieces, margins=(14, 10, 12, 10), gap=1))
        into.addWidget(card)

    def _line(self, told: Told, page: Page) -> Line:
        made = Line(self._desk.theme, 0, told)
        made.setObjectName("account.overview.line")
        made.asked.connect(self._asked)
        made.setProperty("page", page)
        return made

    def _asked(self, line: Line, verb: str) -> None:
        """Arrows walk, Enter opens the record."""
        if verb in ("open", "tick"):
            page, key = line.property("page")
            if page == PLAN:
                self._to_plan()
            else:
                self._wanted.emit(page, key)
        elif verb in ("next", "previous"):
            self.focusNextPrevChild(verb == "next")

    def _look(self, choice: Choice) -> Chip:
        return Chip(self._desk.words(choice.label), *LOOKS[choice])

    def _attitude(self, attitude: Attitude) -> Chip | None:
        return None if attitude is Attitude.UNKNOWN else self._look(attitude)

    def _save(self, key: int, values: Mapping[str, Any]) -> None:
        today, more = self._desk.clock.today(), dict(values)
        if values.get("health") not in {None, Health.UNKNOWN}:
            # a judgement has its day, and does not count for ever
            more |= {"health_on": today, "health_until": today + JUDGED_FOR}
        self._desk.workspace.do(edit_account, key, **more)

    def _on_change(self, change: Change) -> None:
        if self._key is not None and self.isVisible() and change.rows:
            self._refresh()

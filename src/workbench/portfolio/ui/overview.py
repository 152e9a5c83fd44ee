"""The first tab of an account: facts in place, what happens, and who is around."""

from datetime import date

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.accounts import fields
from workbench.accounts import queries as accounts
from workbench.accounts.commands import edit_account
from workbench.accounts.model import Account
from workbench.action_items import queries as actions
from workbench.action_items.model import Direction
from workbench.contacts import queries as contacts
from workbench.contacts.model import Attitude
from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.meetings import queries as meetings
from workbench.plans import queries as plans
from workbench.team import queries as team
from workbench.ui.desk import Desk
from workbench.ui.details import read_values
from workbench.ui.form import Form
from workbench.ui.layout import column, emptied, holding, row, scrolling
from workbench.ui.widgets.chips import LOOKS, Chip, ChipRow
from workbench.ui.widgets.link import Link
from workbench.ui.widgets.panel import Card
from workbench.ui.widgets.said import Said, Shortened

FACTS_WIDTH = 380
MOST = 6


class Overview(QWidget):
    """Left the facts to edit in place, right what happens and who is around."""

    def __init__(self, desk: Desk, wanted: SignalInstance) -> None:
        super().__init__()
        self._desk, self._wanted = desk, wanted
        self._key: int | None = None
        self._form = Form(desk, fields.FACTS_IN_PLACE, self._save, Account.__tablename__)
        self._events, self._around = QVBoxLayout(), QVBoxLayout()
        facts = Card(desk.theme)
        facts.setLayout(column(Said(desk.theme, desk.words("Facts"), "subtitle"), self._form, margins=(14, 12, 10, 12)))
        left = scrolling(holding(column(facts, None, margins=(20, 14, 8, 16))))
        left.setMinimumWidth(desk.theme.px(260))
        left.setMaximumWidth(desk.theme.px(FACTS_WIDTH + 40))
        for part in (self._events, self._around):
            part.setContentsMargins(0, 0, 0, 0)
            part.setSpacing(10)
        right = scrolling(
            holding(
                column(
                    row(column(self._events, None), column(self._around, None), gap=10, stretch=(3, 2)),
                    None,
                    margins=(4, 14, 16, 16),
                )
            )
        )
        self.setLayout(row(left, right, gap=0, stretch=(2, 3)))
        desk.workspace.changed.connect(self._on_change)

    @property
    def widget(self) -> QWidget:
        return self

    def show_account(self, account_id: int) -> None:
        self._key = account_id
        self._refresh()

    def _refresh(self) -> None:
        values = read_values(self._desk, Account, fields.FACTS_IN_PLACE, self._key)
        self._form.show_record(self._key if values else None, values or {})
        if self._key is not None and values is not None:
            self._draw(self._key)

    def _draw(self, key: int) -> None:
        today, words = self._desk.clock.today(), self._desk.words
        with self._desk.workspace.read() as session:
            following = meetings.next_of(session, key, self._desk.clock.now())
            promises = actions.open_of(session, key)
            facts = [(fact.name, fact.value) for fact in accounts.facts_of(session, key)]
            people = contacts.people_at(session, key, today)
            members = team.team_of(session, key, today)
            units = [(unit.name, unit.place or "") for unit in accounts.units_of(session, key)]
            plan_id = plans.current_plan(session, key, today)
            objectives = (
                [
                    (o.title, Chip(words(o.status.label), *LOOKS[o.status]))
                    for o in plans.objectives_of(session, plan_id)
                ]
                if plan_id
                else []
            )
            below = accounts.children(session, key)
        emptied(self._events)
        emptied(self._around)
        self._draw_events(following, promises, today)
        self._card(self._events, N_("What we know"), [(name, value, None) for name, value in facts])
        self._card(self._around, N_("Objectives"), [(title, "", chip) for title, chip in objectives])
        self._card(
            self._around, N_("Key people"), [(p.name, p.title or "", self._attitude(p.attitude)) for p in people]
        )
        self._card(
            self._around, N_("Account team"), [(m.name, m.department or words(m.role.label), None) for m in members]
        )
        self._card(self._around, N_("Units and sites"), [(name, place, None) for name, place in units])
        self._card(self._around, N_("Accounts below"), [(name, "", None) for _, name in below])

    def _draw_events(
        self, following: meetings.MeetingCard | None, promises: list[actions.ActionCard], today: date
    ) -> None:
        words, formats = self._desk.words, self._desk.formats
        if following:
            card = Card(self._desk.theme)
            opened = self._link(following.title, following.id)
            when = f"{formats.weekday(following.day)} {formats.time(following.start)} · {following.place or '–'}"
            card.setLayout(
                column(
                    Said(self._desk.theme, words("Next meeting"), "subtitle"),
                    opened,
                    Shortened(self._desk.theme, when, "label", "text2"),
                    margins=(14, 12, 12, 12),
                    gap=4,
                )
            )
            self._events.addWidget(card)
        for label, direction in (
            (N_("We promised"), Direction.WE_OWE),
            (N_("They promised"), Direction.THEY_OWE),
            (N_("Internal actions"), Direction.INTERNAL),
        ):
            mine = [card for card in promises if card.direction is direction]
            self._card(self._events, label, [(card.title, card.owner or "–", self._due(card, today)) for card in mine])

    def _card(self, into: QVBoxLayout, title: str, lines: list[tuple[str, str, Chip | None]]) -> None:
        if not lines:
            return
        theme = self._desk.theme
        card = Card(theme)
        pieces = [
            row(Said(theme, self._desk.words(title), "subtitle"), Said(theme, str(len(lines)), "label", "muted"), None)
        ]
        for strong, weak, chip in lines[:MOST]:
            texts = column(Shortened(theme, strong, "body"), gap=0)
            if weak:
                texts.addWidget(Shortened(theme, weak, "caption", "muted"))
            line = row(texts, gap=8, stretch=(1,))
            if chip:
                shown = ChipRow(theme)
                shown.show_chips(chip)
                line.addWidget(shown)
            pieces.append(line)
        if len(lines) > MOST:
            pieces.append(row(Said(theme, self._desk.words("and {n} more", n=len(lines) - MOST), "caption", "muted")))
        card.setLayout(column(*pieces, margins=(14, 12, 12, 12), gap=7))
        into.addWidget(card)

    def _link(self, text: str, key: int) -> Link:
        made = Link(self._desk.theme, text, "strong")
        made.setProperty("meeting", key)
        made.clicked.connect(self._open_meeting)
        return made

    def _open_meeting(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._wanted.emit("meeting", sender.property("meeting"))

    def _attitude(self, attitude: Attitude) -> Chip | None:
        if attitude is Attitude.UNKNOWN:
            return None
        return Chip(self._desk.words(attitude.label), *LOOKS[attitude])

    def _due(self, card: actions.ActionCard, today: date) -> Chip | None:
        if card.due is None:
            return None
        text = self._desk.formats.short_day(card.due)
        return Chip(text, "crit", "circle-alert") if card.is_overdue(today) else Chip(text, "neutral", "calendar")

    def _save(self, key: int, values: object) -> None:
        assert isinstance(values, dict)
        self._desk.workspace.do(edit_account, key, **values)

    def _on_change(self, change: Change) -> None:
        if self._key is not None and self.isVisible() and change.rows:
            self._refresh()

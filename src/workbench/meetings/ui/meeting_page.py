"""One meeting: its fields, who is in the room, the agenda, decisions and notes."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.meetings import commands, fields, queries
from workbench.meetings.model import Meeting
from workbench.ui.desk import Desk
from workbench.ui.details import read_values
from workbench.ui.form import Form
from workbench.ui.layout import column, emptied, holding, row, scrolling
from workbench.ui.menu import Entry
from workbench.ui.shell.pages import Page
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.chips import LOOKS, Chip, ChipRow
from workbench.ui.widgets.panel import Card, Panel
from workbench.ui.widgets.said import Said, Shortened


class MeetingPage(Page):
    """The page of a meeting; `opened` takes its identity."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("meeting")
        theme, words = desk.theme, desk.words
        self._key: int | None = None
        self._account_id: int | None = None
        self._name = Shortened(theme, "", "display")
        self._when = Shortened(theme, "", "label", "text2")
        self._chips = ChipRow(theme)
        held = button(theme, words("Held"), "check")
        held.clicked.connect(self._hold)
        brief = button(theme, words("Brief"), "printer", "primary", words("Print the brief (Ctrl+P)"))
        brief.clicked.connect(self._to_paper)
        head = Panel(theme, "surface", "b")
        head.setLayout(
            column(
                row(self._name, self._chips, 12, held, brief, stretch=(1,)), self._when, margins=(20, 12, 16, 12), gap=2
            )
        )
        self._form = Form(desk, fields.FIELDS, self._save, Meeting.__tablename__)
        own = Card(theme)
        own.setLayout(column(self._form, margins=(14, 12, 12, 12)))
        self._people, self._agenda, self._decisions = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._new_point = self._line(N_("Add an agenda point – Enter adds it"), self._add_point)
        self._new_name = self._line(N_("Add somebody – a name; Enter adds it"), self._add_name)
        self._new_decision = self._line(N_("Add a decision – Enter adds it"), self._add_decision)
        right = column(
            self._card(N_("Agenda"), self._agenda, self._new_point),
            self._card(N_("Who is in the room"), self._people, self._new_name),
            self._card(N_("Decisions"), self._decisions, self._new_decision),
            None,
            gap=12,
        )
        body = scrolling(holding(row(column(own, None), right, gap=12, margins=(20, 14, 16, 16), stretch=(1, 1))))
        self.setLayout(column(head, body, gap=0, stretch=(0, 1)))
        desk.workspace.changed.connect(self._on_change)

    def title(self) -> str:
        return self._name.accessibleName()

    def trail(self) -> list[tuple[str, str, object]]:
        return [(self.desk.words("Meetings"), "meetings", self._key)]

    def target(self) -> object:
        return self._key

    def entries(self) -> list[Entry]:
        return [
            Entry(N_("Print brief…"), "Ctrl+P", self._to_paper, "printer", N_("Meeting")),
            Entry(N_("Held"), "", self._hold, "check", N_("Meeting")),
        ]

    def opened(self, target: object) -> None:
        if isinstance(target, int):
            self._key = target
            self._refresh()

    def _refresh(self) -> None:
        words, formats = self.desk.words, self.desk.formats
        values = read_values(self.desk, Meeting, fields.FIELDS, self._key)
        self._form.show_record(self._key if values else None, values or {})
        if self._key is None or values is None:
            self._name.setText(words("This meeting is gone"))
            return
        with self.desk.workspace.read() as session:
            card = queries.card(session, self._key)
            people = queries.attendees_of(session, self._key)
            agenda = queries.agenda_of(session, self._key)
            decisions = [decision.text for decision in queries.decisions_of(session, self._key)]
        assert card is not None
        self._account_id = card.account_id
        self._name.setText(card.title)
        when = [
            formats.long_day(card.day),
            formats.time(card.start) if card.start else words("all day"),
            card.account,
            card.place,
        ]
        self._when.setText(" · ".join(filter(None, when)))
        self._chips.show_chips(Chip(words(card.status.label), *LOOKS[card.status]))
        self._fill(self._people, [(one.name, words("us") if one.is_ours else one.note or "") for one in people])
        self._fill(self._agenda, [(point.title, self._remark(point)) for point in agenda])
        self._fill(self._decisions, [(f"D{n + 1}  {text}", "") for n, text in enumerate(decisions)])

    def _remark(self, point: queries.AgendaLine) -> str:
        minutes = self.desk.words("{n} min", n=point.minutes) if point.minutes else None
        return " · ".join(filter(None, (minutes, point.leader)))

    def _card(self, title: str, inside: QVBoxLayout, new: QLineEdit) -> Card:
        inside.setSpacing(6)
        card = Card(self.desk.theme)
        card.setLayout(
            column(Said(self.desk.theme, self.desk.words(title), "subtitle"), inside, new, margins=(14, 12, 12, 12))
        )
        return card

    def _line(self, label: str, then: Any) -> QLineEdit:
        made = QLineEdit()
        made.setPlaceholderText(self.desk.words(label))
        made.setAccessibleName(self.desk.words(label))
        made.returnPressed.connect(then)
        return made

    def _fill(self, inside: QVBoxLayout, lines: list[tuple[str, str]]) -> None:
        emptied(inside)
        for strong, weak in lines:
            inside.addLayout(
                row(
                    Shortened(self.desk.theme, strong),
                    Said(self.desk.theme, weak[:60], "label", "muted"),
                    gap=12,
                    stretch=(1,),
                )
            )

    def _add_point(self) -> None:
        self._take(self._new_point, lambda key, text: self.desk.workspace.do(commands.add_agenda_point, key, text))

    def _add_name(self) -> None:
        self._take(self._new_name, self._add_attendee)

    def _add_decision(self) -> None:
        self._take(self._new_decision, lambda key, text: self.desk.workspace.do(commands.add_decision, key, text))

    def _add_attendee(self, key: int, name: str) -> None:
        with self.desk.workspace.read() as session:
            values = queries.somebody_called(session, name)
        self.desk.workspace.do(commands.add_attendee, key, **values)

    def _take(self, field: QLineEdit, add: Any) -> None:
        text, key = field.text().strip(), self._key
        if text and key is not None and self.desk.attempt(lambda: add(key, text)):
            field.clear()

    def _hold(self) -> None:
        key = self._key
        if key is not None:
            self.desk.attempt(lambda: self.desk.workspace.do(commands.hold_meeting, key))

    def _to_paper(self) -> None:
        self.wanted.emit("print", ("brief", self._key))

    def _save(self, key: int, values: Mapping[str, Any]) -> None:
        self.desk.workspace.do(commands.edit_meeting, key, **values)

    def _on_change(self, change: Change) -> None:
        if self._key is not None and self.isVisible() and change.rows:
            self._refresh()

"""One meeting: its fields, who is in the room, the agenda, decisions and notes."""

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.meetings import commands, fields, queries
from workbench.meetings.model import Meeting
from workbench.meetings.readiness import readiness
from workbench.meetings.ui.lists import LISTS
from workbench.meetings.ui.series import Series
from workbench.ui.children import Children
from workbench.ui.desk import Desk
from workbench.ui.details import read_values
from workbench.ui.form import Form
from workbench.ui.layout import column, holding, row, scrolling
from workbench.ui.menu import Entry
from workbench.ui.shell.pages import Page
from workbench.ui.sublist import SubList
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.chips import LOOKS, Chip, ChipRow
from workbench.ui.widgets.panel import Card, Panel
from workbench.ui.widgets.said import Said, Shortened


class MeetingPage(Page):
    """The page of a meeting; `opened` takes its identity."""

    def __init__(self, desk: Desk, beside: Sequence[Children] = ()) -> None:
        super().__init__(desk)
        self.setObjectName("meeting")
        theme, words = desk.theme, desk.words
        self._key: int | None = None
        self._account_id: int | None = None
        self._name = Shortened(theme, "", "display")
        self._when = Shortened(theme, "", "label", "text2")
        self._chips = ChipRow(theme)
        held = button(theme, words("Held"), "check")
        held.setObjectName("meeting.held")
        held.clicked.connect(self._hold)
        brief = button(theme, words("Brief"), "printer", "primary", words("Print the brief (Ctrl+P)"))
        brief.setObjectName("meeting.brief")
        brief.clicked.connect(self._to_paper)
        head = Panel(theme, "surface", "b")
        head.setLayout(
            column(
                row(self._name, self._chips, 12, held, brief, stretch=(1,)), self._when, margins=(20, 12, 16, 12), gap=2
            )
        )
        self._form = Form(desk, fields.FIELDS, self._save, Meeting.__tablename__)
        own = Card(theme)
        self.lists = [SubList(desk, what) for what in LISTS]
        self.beside = [SubList(desk, what) for what in beside]
        self._ready = Said(theme, "", "label", "text2", wraps=True)
        right = column(*(self._card(made) for made in (*self.lists, *self.beside)), None, gap=12)
        own.setLayout(column(self._ready, self._form, margins=(14, 12, 12, 12)))
        body = scrolling(holding(row(column(own, None), right, gap=12, margins=(20, 14, 16, 16), stretch=(1, 1))))
        self.setLayout(column(head, body, gap=0, stretch=(0, 1)))
        self._series = Series(self)
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
            *self._series.entries(),
            *(
                Entry(made.what.new, "", made.begin_new, "plus", N_("Add"), self._is_shown)
                for made in (*self.lists, *self.beside)
                if made.what.add is not None
            ),
        ]

    def _is_shown(self) -> bool:
        return self._key is not None

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
            counted = queries.counted(session, self._key)
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
        for made in self.lists:
            made.show_parent(self._key)
        for made in self.beside:
            made.show_parent(card.account_id)
        self._say_ready(readiness(values, counted, self.late_promises(card.account_id)))

    def late_promises(self, _account_id: int | None) -> int:
        """How many promises to the account are overdue; the meetings alone do not know."""
        return 0

    def _say_ready(self, points: dict[str, bool]) -> None:
        """“Ready 5 of 7 – still open: agenda, numbers”; it never blocks."""
        words = self.desk.words
        missing = ", ".join(words(label) for label, is_done in points.items() if not is_done)
        done = sum(points.values())
        if missing:
            text = words("Ready {done} of {all} – still open: {missing}", done=done, all=len(points), missing=missing)
        else:
            text = words("Ready {done} of {all}", done=done, all=len(points))
        self._ready.setText(text)
        self._ready.dress("ok" if not missing else "text2")

    def _card(self, made: SubList) -> Card:
        made.wanted.connect(self.wanted)
        card = Card(self.desk.theme)
        card.setLayout(column(made, margins=(14, 10, 12, 10)))
        return card

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

"""The chosen request beside the list: its clock in words, what was answered, its fields to edit in place."""

from typing import Any

from PySide6.QtWidgets import QBoxLayout

from workbench.kam.requests import fields
from workbench.kam.requests.clock import moved
from workbench.kam.requests.promises import about_to_break, clock_of, is_open
from workbench.kam.requests.queries import card
from workbench.kam.requests.quoted import answer_of
from workbench.kam.requests.views import RequestCard
from workbench.kam.requests.wording import calendar_sentence, clock_sentence, moved_sentence, slip_sentence
from workbench.kernel.words import N_
from workbench.team.regions import calendar_of
from workbench.ui.desk import Desk
from workbench.ui.details import Details
from workbench.ui.layout import column, holding
from workbench.ui.room import Room
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.chips import LOOKS, Chip
from workbench.ui.widgets.panel import Card
from workbench.ui.widgets.said import Said


class RequestDetails(Details):
    """Details that begin with the clock and the answer."""

    def __init__(self, desk: Desk, room: Room) -> None:
        theme = desk.theme
        self._request: RequestCard | None = None
        self._clock = Said(theme, "", "strong", wraps=True)
        self._slip = Said(theme, "", "label", "text2", wraps=True)
        self._calendar = Said(theme, "", "caption", "muted", wraps=True)
        self._answer = Said(theme, "", "body", wraps=True)
        self._all = button(theme, desk.words("Show all"), "chevron-down", "quiet")
        self._all.setObjectName("requests.answer.all")
        self._all.setCheckable(True)
        self._all.toggled.connect(self._show_answer)
        self._quoted = Card(theme)
        self._quoted.setLayout(column(self._answer, self._all, margins=(10, 8, 10, 6), gap=4))
        super().__init__(desk, room)
        layout = self._body.layout()
        assert isinstance(layout, QBoxLayout)
        layout.insertWidget(0, holding(column(self._clock, self._slip, self._calendar, self._quoted, gap=3)))

    def show_key(self, key: int | None) -> None:
        desk = self._desk
        with desk.workspace.read() as session:
            self._request = card(session, key) if key is not None else None
        super().show_key(key)
        found, today = self._request, desk.clock.today()
        if found is not None:
            self._clock.setText(clock_sentence(found, today, desk.formats))
            is_late = is_open(found) and clock_of(found, today).late > 0
            self._clock.dress("crit" if is_late else "warn" if about_to_break(found, today) else "text")
            self._slip.setText(slip_sentence(found, desk.formats))
            self._slip.setVisible(bool(self._slip.text()))
            self._calendar.setText(calendar_sentence(found, desk.formats))
            self._all.setChecked(False)
            # a day that we only hope for is no promise
            is_promised = found.accepted_on is not None or not is_open(found)
            self._form.name_field("promised_for", fields.PROMISED_FOR.label if is_promised else N_("Needed by"))
        self._show_answer()

    def _show_answer(self) -> None:
        """Only what was written now, where a mail was pasted; the rest comes when it is asked for."""
        answer = answer_of((self._request.answer if self._request else None) or "")
        self._quoted.setVisible(bool(answer.history))
        shows_all = self._all.isChecked()
        self._answer.setText(f"{answer.text}\n\n{answer.history}" if shows_all else answer.text)
        self._all.setText(self._desk.words("Show less") if shows_all else self._desk.words("Show all"))
        self._all.setAccessibleName(self._all.text())

    def _show_chips(self, values: dict[str, Any]) -> None:
        found, words, today = self._request, self._desk.words, self._desk.clock.today()
        chips = []
        if found is not None:
            chips.append(Chip(words(found.state.label), *LOOKS[found.state]))
            late = clock_of(found, today).late if is_open(found) else 0
            if late:
                chips.append(Chip(words.many("{n} day late", "{n} days late", late), "crit", "circle-alert"))
            if found.blocked_reason:
                chips.append(Chip(words("Blocked"), "warn", "octagon-x"))
        self._chips.show_chips(*chips)
        self._chips.setVisible(bool(chips))

    def _save(self, key: int, values: Any) -> None:
        found, day = self._request, values.get("promised_for")
        super()._save(key, values)
        moves = moved(day, calendar_of(found.region), self._desk.words.language) if found and day else None
        if moves:
            self._desk.done(moved_sentence(moves, self._desk.formats))

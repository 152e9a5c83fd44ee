"""A card of the attention column: a rule, and the accounts it names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QSizePolicy

from workbench.kernel.clock import days_between
from workbench.kernel.words import N_
from workbench.portfolio import day as rules
from workbench.portfolio.day import Watched
from workbench.ui import icons
from workbench.ui.desk import Desk
from workbench.ui.layout import column, row
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.link import Link
from workbench.ui.widgets.panel import Card
from workbench.ui.widgets.said import Said, Shortened


@dataclass(frozen=True)
class Line:
    """An account, why it is here, and the token of the colour."""

    account_id: int
    name: str
    why: str
    kind: str


def attention(desk: Desk, watched: Sequence[Watched], today: date) -> list[tuple[str, str, list[Line]]]:
    """The cards that have something to say: title, icon and lines."""
    words = desk.words
    silent = [_silent(desk, one, today) for one in rules.without_next_step(watched)]
    late = [_late(desk, one, today) for one in rules.out_of_rhythm(watched, today)]
    renewals = [_renewal(desk, one, today) for one in rules.renewing(watched, today)]
    cards = (
        (N_("No next step"), "circle-dashed", silent),
        (N_("Contact rhythm"), "heart-pulse", late),
        (N_("Renewals in 300 days"), "file-clock", renewals),
    )
    return [(words(title), icon, lines) for title, icon, lines in cards if lines]


def _silent(desk: Desk, one: Watched, today: date) -> Line:
    words, last = desk.words, one.last_contact_on
    if one.met_on is not None and one.met_on == last and days_between(one.met_on, today) <= rules.MET_LATELY:
        return Line(one.id, one.name, words("met {day}, no action", day=desk.formats.short_day(one.met_on)), "warn")
    if last is None:
        return Line(one.id, one.name, words("never contacted"), "warn")
    n = days_between(last, today)
    return Line(one.id, one.name, words.many("last contact {n} day ago", "last contact {n} days ago", n), "warn")


def _late(desk: Desk, one: Watched, today: date) -> Line:
    n = days_between(one.last_contact_on or today, today)
    return Line(one.id, one.name, desk.words("{n} days, agreed every {rhythm}", n=n, rhythm=one.rhythm_days), "crit")


def _renewal(desk: Desk, one: Watched, today: date) -> Line:
    n, day = days_between(today, one.renewal_on or today), desk.formats.day(one.renewal_on)
    kind = "warn" if n <= rules.RENEWAL_SOON else "muted"
    return Line(one.id, one.name, desk.words.many("{day} · {n} day", "{day} · {n} days", n, day=day), kind)


class AttentionCard(Card):
    """Each line opens its account, or begins the action that removes it from here."""

    chosen = Signal(object)
    planned = Signal(str)

    def __init__(self, desk: Desk, title: str, icon: str, lines: Sequence[Line]) -> None:
        super().__init__(desk.theme)
        picture = QLabel()
        found: QIcon = icons.icon(desk.theme, icon)
        picture.setPixmap(found.pixmap(16, 16))
        pieces: list[QBoxLayout] = [row(picture, Said(desk.theme, title, "strong"), None, gap=8)]
        pieces += [
            row(
                column(self._name(desk, line), Shortened(desk.theme, line.why, "caption", line.kind), gap=0),
                self._plan(desk, line),
                gap=2,
                stretch=(1,),
            )
            for line in lines
        ]
        self.setLayout(column(*pieces, margins=(13, 11, 10, 11), gap=6))

    def _name(self, desk: Desk, line: Line) -> Link:
        made = Link(desk.theme, line.name)
        # a long name gives way instead of pushing the column out of the window
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        made.setObjectName(f"today.attention.{line.account_id}")
        made.setProperty("account", line.account_id)
        made.clicked.connect(self._chosen)
        return made

    def _plan(self, desk: Desk, line: Line) -> QPushButton:
        tip = desk.words("Plan a call with {name}", name=line.name)
        made = button(desk.theme, "", "calendar-plus", "quiet", tip)
        made.setObjectName(f"today.attention.call.{line.account_id}")
        made.setProperty("account", line.name)
        made.clicked.connect(self._planned)
        return made

    def _planned(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.planned.emit(sender.property("account"))

    def _chosen(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.chosen.emit(sender.property("account"))

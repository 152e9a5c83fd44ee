"""A card of the attention column: a rule, and what it names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QLabel, QPushButton, QSizePolicy

from workbench.kernel.clock import days_between
from workbench.kernel.words import N_
from workbench.portfolio import day as rules
from workbench.portfolio.day import Watched
from workbench.ui import icons
from workbench.ui.desk import Desk
from workbench.ui.layout import column, row
from workbench.ui.shell.pages import CAPTURE
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.link import Link
from workbench.ui.widgets.panel import Card
from workbench.ui.widgets.said import Said, Shortened


@dataclass(frozen=True)
class Ready:
    """An action that is ready to be carried out: its icon and name, the page it needs, and what to show there."""

    icon: str
    tip: str
    page: str
    target: object


@dataclass(frozen=True)
class Line:
    """Something that needs attention: its name, why it is here, the token of the colour, where it is looked at.

    `key` tells the lines apart; `ready` is what removes it from here.
    """

    key: int
    name: str
    why: str
    kind: str
    page: str
    target: object
    ready: Ready


CardLines = tuple[str, str, list[Line]]


def attention(desk: Desk, watched: Sequence[Watched], today: date) -> list[CardLines]:
    """The cards of an account manager that have something to say: title, icon and lines."""
    silent = [_silent(desk, one, today) for one in rules.without_next_step(watched)]
    late = [_late(desk, one, today) for one in rules.out_of_rhythm(watched, today)]
    renewals = [_renewal(desk, one, today) for one in rules.renewing(watched, today)]
    return told(
        desk,
        (
            (N_("No next step"), "circle-dashed", silent),
            (N_("Contact rhythm"), "heart-pulse", late),
            (N_("Renewals in 300 days"), "file-clock", renewals),
        ),
    )


def told(desk: Desk, cards: Sequence[CardLines]) -> list[CardLines]:
    """Those of the cards that have lines, each with its title as it is spoken."""
    return [(desk.words(title), icon, lines) for title, icon, lines in cards if lines]


def _line(desk: Desk, one: Watched, why: str, kind: str) -> Line:
    """An account to look at, or to call."""
    return Line(one.id, one.name, why, kind, "account", one.id, call(desk, one.name))


def call(desk: Desk, name: str) -> Ready:
    """Begins to capture a call for tomorrow."""
    said = desk.words("Call {name} tomorrow", name=name)
    return Ready("calendar-plus", desk.words("Plan a call with {name}", name=name), CAPTURE, said)


def _silent(desk: Desk, one: Watched, today: date) -> Line:
    words, last = desk.words, one.last_contact_on
    if one.met_on is not None and one.met_on == last and days_between(one.met_on, today) <= rules.MET_LATELY:
        return _line(desk, one, words("met {day}, no action", day=desk.formats.short_day(one.met_on)), "warn")
    if last is None:
        return _line(desk, one, words("never contacted"), "warn")
    n = days_between(last, today)
    return _line(desk, one, words.many("last contact {n} day ago", "last contact {n} days ago", n), "warn")


def _late(desk: Desk, one: Watched, today: date) -> Line:
    n = days_between(one.last_contact_on or today, today)
    return _line(desk, one, desk.words("{n} days, agreed every {rhythm}", n=n, rhythm=one.rhythm_days), "crit")


def _renewal(desk: Desk, one: Watched, today: date) -> Line:
    n, day = days_between(today, one.renewal_on or today), desk.formats.day(one.renewal_on)
    kind = "warn" if n <= rules.RENEWAL_SOON else "muted"
    return _line(desk, one, desk.words.many("{day} · {n} day", "{day} · {n} days", n, day=day), kind)


class AttentionCard(Card):
    """Each line leads to its record, or begins the action that removes it from here; `wanted` asks for the page."""

    wanted = Signal(str, object)

    def __init__(self, desk: Desk, title: str, icon: str, lines: Sequence[Line]) -> None:
        super().__init__(desk.theme)
        picture = QLabel()
        found: QIcon = icons.icon(desk.theme, icon)
        picture.setPixmap(found.pixmap(16, 16))
        pieces: list[QBoxLayout] = [row(picture, Said(desk.theme, title, "strong"), None, gap=8)]
        pieces += [
            row(
                column(self._name(desk, line), Shortened(desk.theme, line.why, "caption", line.kind), gap=0),
                self._ready(desk, line),
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
        made.setObjectName(f"today.attention.{line.key}")
        made.clicked.connect(_Want(self, made, line.page, line.target).now)
        return made

    def _ready(self, desk: Desk, line: Line) -> QPushButton:
        ready = line.ready
        made = button(desk.theme, "", ready.icon, "quiet", ready.tip)
        made.setObjectName(f"today.attention.call.{line.key}")
        made.clicked.connect(_Want(self, made, ready.page, ready.target).now)
        return made


class _Want:
    def __init__(self, card: AttentionCard, owner: QAbstractButton, page: str, target: object) -> None:
        self._card, self._page, self._target = card, page, target
        owner._want = self  # type: ignore[attr-defined]  # noqa: SLF001 - lives as long as the button

    def now(self) -> None:
        self._card.wanted.emit(self._page, self._target)

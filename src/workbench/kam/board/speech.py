"""What cards and lanes say: the texts that are painted, and the whole sentence for whoever listens."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from workbench.action_items.whom import Whom, unknown_said
from workbench.kam.board.cards import BoardCard, Lane, Load
from workbench.kam.board.cards import Place as LanePlace
from workbench.kernel.folding import fold
from workbench.kernel.formats import Formats
from workbench.kernel.words import N_, Words

LATE, NEAR, USUAL = "crit", "warn", "neutral"
# the picture of a department, by the letters of its code or the beginning of its name, in both languages
ICONS: Mapping[str, str] = {
    "sal": "handshake", "com": "handshake", "ven": "handshake", "mkt": "megaphone", "mar": "megaphone",
    "ser": "wrench", "pos": "wrench", "aft": "wrench", "fin": "landmark", "log": "truck", "leg": "scale",
    "it": "server", "ti": "server", "cli": "building-2",
}  # fmt: skip
PLACE_ICONS: Mapping[str, str] = {
    "client": "building-2", "nowhere": "circle-dashed", "member": "user", "person": "external-link",
    "nobody": "circle-dashed", "objective": "target", "aimless": "circle-dashed", "week": "calendar-days",
    "late": "circle-alert", "dateless": "circle-dashed", "meeting": "presentation", "undiscussed": "circle-dashed",
}  # fmt: skip


@dataclass(frozen=True)
class Flag:
    """A small sign on a card: its icon, the token of its colour, and the word for it."""

    icon: str
    token: str
    word: str


# in the order in which they stand on a card, each with the property that shows it
FLAGS = (
    (Flag("octagon-x", "block", N_("blocked")), "is_blocked"),
    (Flag("triangle-alert", "crit", N_("escalated")), "is_escalated"),
    (Flag("flag", "crit", N_("high priority")), "is_high"),
    (Flag("presentation", "info", N_("for the next meeting")), "is_discussed"),
    (Flag("external-link", "muted", N_("with the client")), "is_outside"),
    (Flag("target", "muted", N_("for an objective")), "is_aimed"),
)


@dataclass(frozen=True)
class CardLook:
    """A card as it is painted; its day also shorter and shortest, for where there is little room."""

    title: str
    due: str
    short: str
    shortest: str
    kind: str
    flags: tuple[Flag, ...]
    letter: str
    initials: str
    is_blocked: bool
    is_done: bool


@dataclass(frozen=True)
class Speech:
    """Speaks of a board in one language, on one day."""

    words: Words
    today: date
    said: dict[tuple[str, date], str] = field(default_factory=dict)

    @property
    def formats(self) -> Formats:
        return Formats.of(self.words.language)

    def look(self, card: BoardCard) -> CardLook:
        """What is painted of a card."""
        due, kind = self.due(card)
        return CardLook(
            title=" ".join(card.title.split()),
            due=due,
            short=self.short(card) if kind == LATE else due,
            shortest=self.shortest(card, due),
            kind=kind,
            flags=flags_of(card),
            letter=card.letter.value if card.letter else "",
            initials=card.initials,
            is_blocked=card.is_blocked,
            is_done=not card.is_open,
        )

    def due(self, card: BoardCard) -> tuple[str, str]:
        """The day of a card as people say it, and how it looks: late, near or usual."""
        if not card.is_open:
            return (self.day(card.done_on), USUAL) if card.done_on else ("", USUAL)
        if card.due is None:
            return self.words("No date"), USUAL
        late = card.days_late(self.today)
        if late > 0:
            return self.words.many("{n} day late", "{n} days late", late), LATE
        if late == 0:
            return self.words("Today"), NEAR
        return (self.words("Tomorrow"), NEAR) if late == -1 else (self.day(card.due), USUAL)

    def short(self, card: BoardCard) -> str:
        """The day of a card where there is little room."""
        late = card.days_late(self.today)
        return self.words("{n} d late", n=late) if late > 0 else self.due(card)[0]

    def shortest(self, card: BoardCard, due: str) -> str:
        """5 d beside the sign of what is late, or 16 Mar without its weekday."""
        late = card.days_late(self.today)
        if late > 0:
            return self.words("{n} d", n=late)
        day = card.due if card.is_open else card.done_on
        return self._dated("short_day", day) if day is not None and due == self.day(day) else due

    def day(self, day: date) -> str:
        """Mon 16 Mar"""
        return self._dated("weekday", day)

    def _dated(self, way: str, day: date) -> str:
        """A day as the formats say it; the same days are asked for again and again while the board scrolls."""
        known = self.said.get((way, day))
        if known is None:
            known = self.said[way, day] = str(getattr(self.formats, way)(day))
        return known

    def heard(self, card: BoardCard, lane: str) -> str:
        """A card as a whole: what, where, how far, by when, what is in its way, whose it is."""
        words = self.words
        due = self.due(card)[0]
        flags = [words(flag.word) for flag in flags_of(card)]
        owner = words("owner {name}", name=card.owner) if card.owner else words("without an owner")
        letter = words(card.letter.label).lower() if card.letter else ""
        parts = (" ".join(card.title.split()), lane, words(card.state.label).lower(), due, *flags, owner, letter)
        return ", ".join(part for part in parts if part)

    def lane(self, lane: Lane) -> str:
        """The name of a lane."""
        if lane.label:
            return self.words(lane.label)
        if lane.place.kind == "meeting" and lane.day:
            return self.words("{day} · {title}", day=self.day(lane.day), title=lane.name)
        if lane.day:
            return self.words("Week of {day}", day=self.formats.short_day(lane.day))
        return lane.name

    def below(self, lane: Lane) -> str:
        """The line under the name of a lane: who leads it and how much is open."""
        count = self.words.many("{n} open", "{n} open", len(lane.open_cards))
        lead = lane.department.lead if lane.department else None
        return self.words("{name} · {count}", name=shortened(lead), count=count) if lead else count

    def load(self, load: Load, lead_id: int | None = None) -> str:
        """18 of 20 h this week; of somebody who is not the lead with their name."""
        number = self.formats.number
        hours, capacity = number(round(load.hours)), number(round(load.capacity))
        if lead_id not in (None, load.member_id):
            name = shortened(load.name)
            return self.words("{name}: {hours} of {capacity} h", name=name, hours=hours, capacity=capacity)
        return self.words("{hours} of {capacity} h this week", hours=hours, capacity=capacity)

    def short_load(self, load: Load) -> str:
        """18/20 h, where there is little room."""
        number = self.formats.number
        return self.words(
            "{hours}/{capacity} h", hours=number(round(load.hours)), capacity=number(round(load.capacity))
        )

    def overdue(self, count: int) -> str:
        return self.words("{n} overdue", n=count)

    def done(self, count: int) -> str:
        return self.words.many("{n} done", "{n} done", count)

    def head(self, lane: Lane, *, is_folded: bool) -> str:
        """A lane as a whole, for whoever listens."""
        words, department = self.words, lane.department
        late = lane.overdue(self.today)
        load = department.load if department else None
        over = words("over capacity") if load and load.is_over else ""
        parts = (
            self.lane(lane),
            self.below(lane),
            self.load(load, department.lead_id) if load and department else "",
            over,
            self.overdue(late) if late else "",
            words("folded") if is_folded else words("unfolded"),
        )
        return ", ".join(part for part in parts if part)


def flags_of(card: BoardCard) -> tuple[Flag, ...]:
    """The signs on a card."""
    return tuple(flag for flag, shows in FLAGS if getattr(card, shows))


def icon_of(lane: Lane) -> str:
    """The picture of a lane."""
    if lane.department is None:
        return PLACE_ICONS.get(lane.place.kind, "circle")
    code, name = fold(lane.department.code), fold(lane.department.name)
    return ICONS.get(code[:3]) or ICONS.get(name[:3]) or ICONS.get(code) or "users"


def shortened(name: str | None) -> str:
    """A. Molina of Andrés Molina."""
    parts = (name or "").split()
    return f"{parts[0][0]}. {' '.join(parts[1:])}" if len(parts) > 1 else "".join(parts)


def key_of(place: LanePlace) -> str:
    """A place as a part of a widget's name."""
    return f"{place.kind}.{place.id}"


def escalated(talked_of: int, whom: Whom | None, words: Words) -> str:
    """What is said after an escalation: whether a meeting talks of it, and whether nobody is called so."""
    if talked_of:
        told = words("Escalated; it is on the agenda of the team's next meeting.")
    else:
        told = words("Escalated. No meeting of the team is planned that could talk of it.")
    return " ".join(filter(None, (told, unknown_said(whom, words))))

"""The cells of the heat list: what counts and why, what is late, what comes next."""

from datetime import date

from workbench.kernel.cells import Cell, near_day
from workbench.kernel.clock import days_between
from workbench.kernel.words import N_
from workbench.portfolio.day import RENEWAL_SOON
from workbench.portfolio.health_score import light
from workbench.portfolio.model import Light
from workbench.portfolio.seen.queries import Heat, Seen
from workbench.portfolio.ui.scores.health_parts import LETTERS
from workbench.ui.desk import Desk
from workbench.ui.rows_table import Column
from workbench.ui.widgets.chips import LOOKS, Chip

NAME, WHY = 150, 60


def is_renewing(row: Heat, seen: Seen) -> bool:
    """Whether the contract renews soon."""
    return _is_soon(row.renewal_on, seen.today)


def _is_soon(day: date | None, today: date) -> bool:
    return day is not None and 0 <= days_between(today, day) <= RENEWAL_SOON


class HeatCells:
    """How the values of an account are shown on a day."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.today = desk.clock.today()

    def columns(self) -> list[Column]:
        """The columns, each with its order."""
        return [
            Column("name", N_("Account"), self._name, lambda row: row.name.casefold(), is_strong=True, wide=NAME),
            Column("health", N_("Counts as"), self._health, self._by_light),
            Column("score", N_("Score"), self._score, lambda row: row.health.score.value, is_number=True),
            Column("overdue", N_("Overdue"), self._overdue, lambda row: -row.overdue, is_number=True),
            Column("renewal", N_("Renewal"), self._renewal, lambda row: row.renewal_on),
            Column("touch", N_("Contact"), self._touch, lambda row: row.last_contact_on),
            Column("gap", N_("Gap"), self._gap, lambda row: None if row.gap is None else -row.gap, is_number=True),
            Column("open", N_("Open actions"), self._open, lambda row: -row.open, is_number=True),
            Column("why", N_("Why"), self._why, wide=WHY, grows=True),
        ]

    def _by_light(self, row: Heat) -> int | None:
        return None if row.health.light is None else -list(Light).index(row.health.light)

    def _name(self, row: Heat) -> Cell:
        return Cell(row.name, tip=row.name)

    def _health(self, row: Heat) -> Chip:
        """What counts: the judgement while it is in force, otherwise the score."""
        words, shown = self._desk.words, row.health.light
        if shown is None:
            return Chip(words("too little data"), "neutral", "circle-dashed")
        said = words(shown.label)
        return Chip(words("{light} · judged", light=said) if row.health.is_judged else said, *LOOKS[shown])

    def _score(self, row: Heat) -> Cell:
        """What was counted, with the letter of its own light."""
        words, score = self._desk.words, row.health.score
        counted = light(score)
        if score.points is None:
            return Cell("–", "muted", said=words("no data"))
        number = self._desk.formats.number(score.points)
        share = self._desk.formats.percent(score.coverage)
        said = words("{share} of the weights have data.", share=share)
        if counted is None:
            return Cell(words("({n})", n=number), "muted", said=said, tip=said)
        return Cell(words("{n} {letter}", n=number, letter=words(LETTERS[counted])), said=said, tip=said)

    def _why(self, row: Heat) -> Cell:
        why = self.why(row)
        return Cell(why, tip=why)

    def why(self, row: Heat) -> str:
        """The reason of the judgement, or the part that costs the score most."""
        words, health = self._desk.words, row.health
        if health.override and health.is_judged:
            until = self._desk.formats.day(health.override.until)
            return words("{why} (judged until {day})", why=health.override.reason or "", day=until)
        weak, missing = health.weakest, [part for part in health.parts if part.value is None]
        if weak is not None:
            return words("Costs most: {part}, {n} of 100", part=words(weak.part.label), n=round(weak.value or 0))
        if health.light is None:
            return words("Nothing is known of: {parts}", parts=", ".join(words(one.part.label) for one in missing))
        return words("Every part that is known is green.")

    def _overdue(self, row: Heat) -> Cell:
        if not row.overdue:
            return Cell("–", "muted")
        return Cell(self._desk.formats.number(row.overdue), "crit", "circle-alert", self._desk.words("overdue"))

    def _renewal(self, row: Heat) -> Cell:
        if row.renewal_on is None:
            return Cell("–", "muted")
        shown = near_day(self._desk.formats, row.renewal_on, self.today)
        if not _is_soon(row.renewal_on, self.today):
            return shown
        return Cell(shown.text, "warn", "triangle-alert", self._desk.words("renewal soon"))

    def _touch(self, row: Heat) -> Cell:
        words = self._desk.words
        if row.last_contact_on is None:
            return Cell(words("never"), "muted")
        text = words("{n} d", n=days_between(row.last_contact_on, self.today))
        tip = self._desk.formats.long_day(row.last_contact_on)
        if row.is_silent(self.today):
            return Cell(text, "crit", "circle-alert", words("rhythm overdue"), tip)
        return Cell(text, tip=tip)

    def _gap(self, row: Heat) -> Cell:
        formats, words = self._desk.formats, self._desk.words
        if row.gap is None:
            return Cell("–", "muted")
        tip = formats.money(-row.gap, row.currency)
        short = formats.compact_money(-row.gap, row.currency)
        if row.gap <= 0:
            return Cell(short, "", "", words("target reached"), tip)
        return Cell(short, "warn", "chevron-down", words("below target"), tip)

    def _open(self, row: Heat) -> Cell:
        return Cell(self._desk.formats.number(row.open) if row.open else "–", "" if row.open else "muted")

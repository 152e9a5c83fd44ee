"""The health score opened: the arithmetic, each part, and the records it was counted from."""

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.kernel.words import N_
from workbench.portfolio.health.queries import records_of
from workbench.portfolio.health.views import Record
from workbench.portfolio.health_score import HealthScore, PartFound, light
from workbench.portfolio.health_weights import WEIGHTS
from workbench.portfolio.model import HealthPart, Light
from workbench.portfolio.scoring import HUNDRED, Score
from workbench.portfolio.ui.scores.numbers import Numbers
from workbench.ui.desk import Desk
from workbench.ui.layout import column, emptied, holding, scrolling
from workbench.ui.widgets.chips import LOOKS, Chip
from workbench.ui.widgets.line import Line, Told
from workbench.ui.widgets.said import Said

LETTERS = {Light.GREEN: N_("G"), Light.AMBER: N_("A"), Light.RED: N_("R")}
PAGES = {"action_item": "actions", "meeting": "meeting"}
MOST = 12


def light_chip(desk: Desk, found: HealthScore) -> Chip:
    """The score in one chip: number, letter and colour."""
    words = desk.words
    shown = light(found.score)
    if shown is None or found.score.points is None:
        return Chip(words("Health score: insufficient data"), "neutral", "circle-dashed")
    text = words("Health score {n} {letter}", n=found.score.points, letter=words(LETTERS[shown]))
    return Chip(text, *LOOKS[shown])


def judged_chip(desk: Desk, found: HealthScore) -> Chip | None:
    """What somebody judged, where that counts in place of the score."""
    if not found.is_judged or found.light is None:
        return None
    said = desk.words(found.light.label).lower()
    return Chip(desk.words("Judged: {light}", light=said), *LOOKS[found.light])


class HealthParts(QWidget):
    """The parts as lines: Enter opens one and shows its records, Enter on a record goes there."""

    def __init__(self, desk: Desk, wanted: SignalInstance, *, has_weights: bool = True) -> None:
        super().__init__()
        self._desk, self._wanted = desk, wanted
        self._account_id: int | None = None
        self._found: HealthScore | None = None
        self._open: HealthPart | None = None
        self._made: list[Line] = []
        self._sum = Said(desk.theme, "", "label", "text2", wraps=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(1)
        self._weights = Numbers(desk, "portfolio.health", list(WEIGHTS.values()), HUNDRED)
        if has_weights:
            title = Said(desk.theme, desk.words("Weights of the parts"), "strong")
            inside = column(self._sum, self._lines, 8, title, self._weights, None, margins=(16, 6, 12, 16), gap=6)
            self.setLayout(column(scrolling(holding(inside))))
        else:
            self._weights.setParent(self)
            self._weights.hide()
            self.setLayout(column(self._sum, self._lines, gap=4))

    def show_account(self, account_id: int | None, found: HealthScore | None) -> None:
        """The health of another account, or the same one counted anew."""
        if account_id != self._account_id:
            self._open = None
        self._account_id, self._found = account_id, found
        self._weights.refresh()
        self._draw()

    def home(self) -> QWidget:
        return self._made[0] if self._made else self

    def _draw(self) -> None:
        held = next((n for n, line in enumerate(self._made) if line.hasFocus()), -1)
        emptied(self._lines)
        self._made.clear()
        found = self._found
        self._sum.setText(self._arithmetic(found) if found else "")
        for part in found.parts if found else ():
            self._put(self._part(part), f"portfolio.part.{part.part.value}")
            if part.part is self._open:
                self._draw_records(part)
        if 0 <= held < len(self._made):
            self._made[held].setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, line: Line, name: str) -> None:
        line.setObjectName(name)
        line.asked.connect(self._asked)
        self._made.append(line)
        self._lines.addWidget(line)
        line.show()  # what is only laid out cannot take the focus

    def _arithmetic(self, found: HealthScore) -> str:
        words, number = self._desk.words, self._desk.formats.number
        known = [part for part in found.parts if part.value is not None and part.weight]
        lines = []
        if known and found.score.points is not None:
            sums = " + ".join(
                words("{weight} × {value}", weight=number(part.weight), value=number(round(part.value or 0)))
                for part in known
            )
            whole = number(sum(part.weight for part in known))
            said = {"sum": sums, "weights": whole, "score": found.score.points}
            lines.append(words("({sum}) ÷ {weights} = {score}", **said))
        coverage = self._desk.formats.percent(found.score.coverage)
        lines.append(words("{share} of the weights have data.", share=coverage))
        if not found.score.is_enough:
            lines.append(words("Insufficient data: below 60 % it is only a hint."))
        return "\n".join([*lines, self._trend(found), *self._override(found)])

    def _trend(self, found: HealthScore) -> str:
        words = self._desk.words
        if found.trend is None:
            return words("What it was 90 days ago cannot be told from the records.")
        points = round(found.trend)
        if not points:
            return words("As 90 days ago, in what has a date.")
        arrow = "▲" if points > 0 else "▼"
        return words("{arrow} {n} points in 90 days, in what has a date.", arrow=arrow, n=abs(points))

    def _override(self, found: HealthScore) -> list[str]:
        over, words = found.override, self._desk.words
        if over is None:
            return []
        said = {"health": words(over.health.label).lower(), "reason": over.reason or ""}
        if over.is_in_force:
            return [words("Judged {health} until {day}: {reason}", day=self._desk.formats.day(over.until), **said)]
        if over.until is None or not over.reason:
            return [words("Judged {health} without a reason or a last day: it does not count.", **said)]
        return [words("The judgement “{health}” ran out on {day} and counts no longer.",
                      day=self._desk.formats.day(over.until), **said)]  # fmt: skip

    def _part(self, part: PartFound) -> Line:
        words = self._desk.words
        counted = words.many("{n} record", "{n} records", len(part.records))
        if part.part is HealthPart.SATISFACTION and not part.records:
            counted = words("nobody was asked in a year")
        weak = words("weight {n} · {records}", n=self._desk.formats.number(part.weight), records=counted)
        shown = light(Score(part.value, 1.0)) if part.value is not None else None
        chip = Chip(words("no data"), "neutral", "circle-dashed")
        if shown is not None and part.value is not None:
            chip = Chip(self._desk.formats.number(round(part.value)), *LOOKS[shown])
        made = Line(self._desk.theme, 0, Told(words(part.part.label), weak, chip))
        made.setProperty("part", part.part.value)
        return made

    def _draw_records(self, part: PartFound) -> None:
        with self._desk.workspace.read() as session:
            told = records_of(session, part.records[:MOST])
        for record in told:
            self._put(self._record(record), f"portfolio.record.{record.table}")
        if len(part.records) > MOST:
            text = self._desk.words("and {n} more", n=len(part.records) - MOST)
            self._lines.addWidget(Said(self._desk.theme, text, "caption", "muted"))

    def _record(self, record: Record) -> Line:
        formats = self._desk.formats
        when = formats.day(record.day) if record.day else ""
        money = ""
        if record.invoiced is not None:
            money = self._desk.words(
                "{invoiced} of {target}",
                invoiced=formats.money(record.invoiced),
                target=formats.money(record.target),
            )
            when = formats.quarter(record.day)
        if record.score is not None:
            return self._answer(record, when)
        made = Line(self._desk.theme, record.key, Told(record.name or when, " · ".join(filter(None, (when, money)))))
        made.setProperty("table", record.table)
        return made

    def _answer(self, record: Record, when: str) -> Line:
        """What somebody of the client answered, or all of them in a survey."""
        words = self._desk.words
        said = words("{n} of 10", n=self._desk.formats.number(record.score))
        way = words(record.way.label) if record.way else ""
        weak = " · ".join(filter(None, (when, way if record.name else "")))
        made = Line(self._desk.theme, record.key, Told(record.name or way, weak, Chip(said)))
        made.setProperty("table", record.table)
        return made

    def _asked(self, line: Line, verb: str) -> None:
        if verb in ("next", "previous"):
            place = self._made.index(line) + (1 if verb == "next" else -1)
            if 0 <= place < len(self._made):
                self._made[place].setFocus(Qt.FocusReason.TabFocusReason)
        elif verb in ("open", "tick"):
            table = line.property("table")
            if table is None:
                part = next(one for one in HealthPart if one.value == line.property("part"))
                self._open = None if self._open is part else part
                self._draw()
            elif table in PAGES:
                self._wanted.emit(PAGES[table], line.key)
            else:
                self._wanted.emit("account", (self._account_id, table, line.key))

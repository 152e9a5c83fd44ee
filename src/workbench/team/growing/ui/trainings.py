"""The training plan and log: every course of everybody, planned and taken."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from sqlalchemy import ColumnElement

from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.team.growing import commands, fields
from workbench.team.growing.queries import TRAININGS, trainings
from workbench.team.growing.ui.finishing import Finishing
from workbench.team.growing.views import Effort, totals
from workbench.team.growth import Training, TrainingStatus
from workbench.team.queries import me
from workbench.ui.desk import Desk
from workbench.ui.layout import column
from workbench.ui.list_page import ListPage
from workbench.ui.menu import Entry
from workbench.ui.room import Bulk, Chip, Inline, Room
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said

Chosen = Callable[[], list[int]]
Under = Callable[[], tuple[QWidget, QPoint]]


class _InStatus:
    """Narrows the list to one status."""

    def __init__(self, status: TrainingStatus) -> None:
        self._status = status

    def __call__(self, _today: date) -> list[ColumnElement[bool]]:
        return [Training.status == self._status]


def _this_year(today: date) -> list[ColumnElement[bool]]:
    return [Training.on >= today.replace(month=1, day=1), Training.on <= today.replace(month=12, day=31)]


def _closes_a_gap(_today: date) -> list[ColumnElement[bool]]:
    return [Training.skill_id.is_not(None)]


def _add(desk: Desk, title: str) -> int:
    """A training of the user, until it is given to somebody else."""
    with desk.workspace.read() as session:
        own = me(session)
    if own is None:
        raise commands.NobodyToTrain
    return desk.workspace.do(commands.plan_training, own, title)


def _book(desk: Desk, keys: list[int], _text: str) -> None:
    desk.workspace.do(commands.move_trainings, keys, TrainingStatus.BOOKED)
    desk.done(desk.words.many("{n} training is booked.", "{n} trainings are booked.", len(keys)))


def _drop(desk: Desk, keys: list[int], _text: str) -> None:
    desk.workspace.do(commands.move_trainings, keys, TrainingStatus.DROPPED)
    desk.done(desk.words.many("{n} training is dropped.", "{n} trainings are dropped.", len(keys)))


class TrainingVerbs:
    """Space notes that the chosen training was taken, B books it, D drops it."""

    def __init__(self, desk: Desk, ask: Ask, chosen: Chosen, under: Under) -> None:
        self._desk, self._chosen = desk, chosen
        self._finishing = Finishing(desk, ask, under)
        self._by_key: dict[str, Callable[[], object]] = {"Space": self.finish, "B": self.book, "D": self.drop}

    def press(self, key: str) -> bool:
        """Do what a key means; False if it means nothing here."""
        verb = self._by_key.get(key)
        if verb is None or not self._chosen():
            return False
        verb()
        return True

    def entries(self) -> list[Entry]:
        why = N_("Choose a training first.")
        labels = (
            (N_("Training done (Space)"), self.finish, "check"),
            (N_("Training booked (B)"), self.book, "calendar"),
            (N_("Drop training (D)"), self.drop, "x"),
        )
        return [Entry(label, "", run, icon, N_("Edit"), self._any, why=why) for label, run, icon in labels]

    def finish(self) -> None:
        for key in self._chosen()[:1]:
            self._finishing.finish(key)

    def book(self) -> None:
        self._desk.attempt(lambda: _book(self._desk, self._chosen(), ""))

    def drop(self) -> None:
        self._desk.attempt(lambda: _drop(self._desk, self._chosen(), ""))

    def _any(self) -> bool:
        return bool(self._chosen())


ROOM = Room(
    key="trainings",
    title=N_("Trainings"),
    icon="list-checks",
    kind=Training,
    listing=TRAININGS,
    fields=fields.TRAINING_FIELDS,
    add=_add,
    edit=commands.edit_training,
    delete=commands.delete_trainings,
    new=N_("Add training"),
    empty=N_("No training is planned. Press P on a gap of the skill matrix, or plan one here."),
    chips=(
        *(Chip(status.label, _InStatus(status)) for status in TrainingStatus),
        Chip(N_("This year"), _this_year),
        Chip(N_("For a skill gap"), _closes_a_gap),
    ),
    inline={"on": Inline(fields.TRAINING_FIELDS[4]), "hours": Inline(fields.TRAINING_FIELDS[5])},
    bulk=(
        Bulk(N_("Book"), "calendar", "", _book),
        Bulk(N_("Drop"), "x", "", _drop),
    ),
    verbs=TrainingVerbs,
    other_way=(N_("Skills"), "table", "skills"),
)


class TrainingPage(ListPage):
    """The list with its hours and cost of this year below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, ROOM)
        self._efforts = Said(desk.theme, "", "label", "text2", wraps=True)
        foot = Panel(desk.theme, "surface", "t")
        foot.setLayout(column(self._efforts, margins=(20, 8, 16, 8)))
        layout = self.layout()
        assert layout is not None
        layout.addWidget(foot)
        self.offered = Finishing(desk, Ask(self, desk.theme), self._under)
        desk.workspace.changed.connect(self._on_training)
        self._add_up()

    def paper(self) -> tuple[str, object]:
        """The skill matrix, with the trainings that are planned."""
        return "skills", None

    def _add_up(self) -> None:
        desk, words = self.desk, self.desk.words
        year = desk.clock.today().year
        with desk.workspace.read() as session:
            years = [one for one in totals(trainings(session)) if one.year in (year, 0)]
        done = sum((one.done for one in years), Effort())
        ahead = sum((one.ahead for one in years), Effort())
        number, money = desk.formats.number, desk.formats.money
        self._efforts.setText(
            words(
                "{year}, all members: {done} h and {spent} done, {ahead} h and {planned} to come.",
                year=year,
                done=number(done.hours),
                spent=money(done.cost),
                ahead=number(ahead.hours),
                planned=money(ahead.cost),
            )
        )

    def _on_training(self, change: Change) -> None:
        if change.ids("training") or change.ids("member"):
            self._add_up()
        if change.label == commands.edit_training.label and self.isVisible() and change.reverts is None:
            for key in change.ids("training"):
                self.offered.offer(key)

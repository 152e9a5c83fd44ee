"""The chosen action beside the board: what is in its way, its fields, its letters, its steps, its history."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.action_items import fields
from workbench.action_items.commands import complete, edit_action
from workbench.action_items.model import ActionItem, State
from workbench.action_items.ui.lists import STEPS
from workbench.kam.board.cards import Board, BoardCard
from workbench.kam.board.past import Deed, past_of
from workbench.kam.board.queries import letters_of
from workbench.kam.board.ui.raci_strip import RaciStrip
from workbench.kam.model import Letter
from workbench.kam.raci.commands import clear_letter, set_letter
from workbench.kam.raci.people import CLIENT, CLIENT_CODE
from workbench.kam.raci.views import Place, Work
from workbench.kernel.field import Field
from workbench.kernel.settings import LETTERS
from workbench.ui import icons
from workbench.ui.desk import Desk
from workbench.ui.details import read_values
from workbench.ui.form import Form
from workbench.ui.layout import column, emptied, holding, row, scrolling
from workbench.ui.sublist import SubList
from workbench.ui.theme import Theme
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.link import Link
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said

WIDTH, LEAST, LOW = 300, 260, 120
VERBS = "BDEMOTW"
FIRST = ("state", "member_id", "person_id", "due", "objective_id")
MORE = ("title", "start", "effort", "priority", "waiting_for", "blocked_reason", "note")


def _named(names: tuple[str, ...]) -> tuple[Field, ...]:
    return tuple(field for name in names for field in fields.FIELDS if field.name == name)


FIELDS, MORE_FIELDS = _named(FIRST), _named(MORE)


class Banner(QWidget):
    """A sentence in a box with a sign: what is in the way."""

    def __init__(self, theme: Theme, kind: str, icon: str) -> None:
        super().__init__()
        self._theme, self._look = theme, (kind, icon)
        self.text = Said(theme, "", "label", "text", wraps=True)
        px = theme.px
        self.setLayout(row(self.text, margins=(px(34), px(8), px(10), px(8))))

    def say(self, text: str) -> None:
        """Say it, or go."""
        self.text.setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, (kind, icon) = QPainter(self), self._theme, self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("border_strong"), theme.edge))
        painter.setBrush(theme.color(f"{kind}_bg"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        icons.draw(painter, QPointF(theme.px(11), theme.px(9)), icon, theme.tokens[kind], theme.px(16))


class BoardPane(Panel):
    """`walked` asks for the card before or after, `wanted` for another page.

    `left` gives the keys back to the board, `closed` puts the pane away, `pressed` is a verb of the card.
    """

    walked = Signal(int)
    pressed = Signal(str)
    left = Signal()
    closed = Signal()
    wanted = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "surface", "l")
        self._desk = desk
        self._key: int | None = None
        self._shown: tuple[Board | None, int | None, tuple[int, int]] = None, None, (0, 0)
        self._columns: list[tuple[int | None, str, str]] = []
        self._meeting: int | None = None
        theme = desk.theme
        self._place = Said(theme, "", "caption", "muted")
        self._title = Said(theme, "", "subtitle", wraps=True)
        self._blocked = Banner(theme, "block", "octagon-x")
        self._escalated = Banner(theme, "crit", "triangle-alert")
        self._blocked.setObjectName("board.pane.blocked")
        self._escalated.setObjectName("board.pane.escalated")
        self.form = Form(desk, FIELDS, self._save, ActionItem.__tablename__)
        self.more = Form(desk, MORE_FIELDS, self._save, ActionItem.__tablename__)
        self._talk = Link(theme, "", "body", "accent_text")
        self.raci = RaciStrip(desk)
        self.steps = SubList(desk, STEPS)
        self._lines = column(gap=4)
        self._past = holding(self._lines)
        self._body = holding(self._column())
        self._area = scrolling(self._body)
        self._top = self._head()
        self.setLayout(column(self._top, self._area, gap=0, stretch=(0, 1)))
        self.setMinimumWidth(theme.px(LEAST))
        self.setObjectName("board.pane")
        # the keys come to the state first; a letter there means what it means on the card
        self.form.editors[FIELDS[0].name].installEventFilter(self)
        self.raci.chosen.connect(self._set_letter)
        self._talk.clicked.connect(self._to_meeting)
        self._talk.setObjectName("board.pane.meeting")
        self.show_card(None, Board(0, desk.clock.today()), (0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # with very large texts there is room for one line: it belongs to what is edited
        self._top.setVisible(event.size().height() >= self._desk.theme.px(LOW))

    def sizeHint(self) -> QSize:
        return QSize(self._desk.theme.px(WIDTH), super().sizeHint().height())

    @property
    def key(self) -> int | None:
        return self._key

    def show_card(self, card: BoardCard | None, board: Board, place: tuple[int, int]) -> None:
        """Show an action, or that none is chosen; `place` is its number and how many there are."""
        shown = board, card.id if card else None, place
        if board is self._shown[0] and shown[1:] == self._shown[1:]:
            # the keys came back to it
            return
        self._shown = shown
        self._key = card.id if card else None
        words = self._desk.words
        self._body.setVisible(card is not None)
        said = words("Action {n} of {total}", n=place[0], total=place[1]) if card else words("Nothing chosen")
        self._place.setText(said)
        self.steps.show_parent(self._key)
        values = read_values(self._desk, ActionItem, (*FIELDS, *MORE_FIELDS), self._key)
        for form in (self.form, self.more):
            form.show_record(self._key if values else None, values or {})
        if card is None or values is None:
            return
        self._title.setText(" ".join(card.title.split()))
        self._blocked.say(words("Blocked by: {reason}", reason=card.blocked_reason) if card.is_blocked else "")
        self._show_meeting(card, board)
        with self._desk.workspace.read() as session:
            letters = letters_of(session, card.id)
            past = past_of(session, card.id, board.today)
        self._show_escalation(past, card)
        client = (None, words(CLIENT_CODE), words(CLIENT))
        own = [(one.id, one.code, one.name) for one in board.departments]
        used = [column for column in own if column[1] != client[1] or column[0] in letters]
        self.raci.show_cells([*used, client], letters)
        self._show_past(past)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        letter = event.text().upper()
        is_verb = letter in VERBS and letter != "" and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if is_verb and self._desk.settings.get(LETTERS):
            self.pressed.emit(letter)
        return is_verb

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def begin(self) -> None:
        """Give the keys to the first field."""
        self.to_field(self.form, FIELDS[0].name)

    def rename(self) -> None:
        """Give the keys to the title."""
        self.to_field(self.more, "title")

    def to_field(self, form: Form, name: str) -> None:
        """Give the keys to a field, and scroll to where it stands."""
        self.layout().activate()  # type: ignore[union-attr]
        form.focus_field(name)
        self._area.ensureWidgetVisible(form.editors[name])

    def _head(self) -> QWidget:
        theme, words = self._desk.theme, self._desk.words
        acts = (
            ("up", "chevron-up", words("Action before (K)"), self._up),
            ("down", "chevron-down", words("Next action (J)"), self._down),
            ("close", "x", words("Close details (F4)"), self.closed),
        )
        made = []
        for name, icon, tip, act in acts:
            one = button(theme, "", icon, "quiet", tip)
            one.setObjectName(f"board.pane.{name}")
            one.clicked.connect(act)
            made.append(one)
        return holding(row(self._place, None, *made, margins=(16, 8, 8, 4), gap=4))

    def _column(self) -> Any:
        theme, words = self._desk.theme, self._desk.words
        label = Said(theme, words("For meeting"), "label", "muted")
        label.setFixedWidth(theme.px(112))
        label.setBuddy(self._talk)
        meeting = row(label, self._talk, gap=12, stretch=(0, 1))
        letters = column(Said(theme, words("RACI"), "strong"), self.raci, gap=6)
        history = column(Said(theme, words("History"), "strong"), self._past, gap=4)
        top = (self._title, self._blocked, self._escalated, self.form, meeting)
        return column(
            *top, letters, self.steps, history, Said(theme, words("More"), "strong"), self.more, None,
            margins=(16, 4, 12, 16), gap=12,
        )  # fmt: skip

    def _show_meeting(self, card: BoardCard, board: Board) -> None:
        words = self._desk.words
        found = next((meeting for meeting in board.meetings if meeting.id == card.meeting_id), None)
        self._meeting = found.id if found else None
        text = words("On no agenda")
        if found:
            day = self._desk.formats.short_day(found.day)
            text = words("{title}, {day}", title=" ".join(found.title.split()), day=day)
        self._talk.name(text)
        self._talk.setEnabled(found is not None)

    def _show_escalation(self, past: list[Deed], card: BoardCard) -> None:
        words = self._desk.words
        text = next((deed.detail for deed in past if deed.is_escalation), "") if card.is_escalated else ""
        self._escalated.say(words("Escalated: {reason}", reason=text) if text else "")

    def _show_past(self, past: list[Deed]) -> None:
        emptied(self._lines)
        for deed in past:
            self._lines.addWidget(Said(self._desk.theme, self._told(deed), "caption", "text2", wraps=True))

    def _told(self, deed: Deed) -> str:
        words, formats = self._desk.words, self._desk.formats
        moment = _moment(deed.at, formats, self._desk.clock.zone)
        what = words(deed.label, **deed.values) if deed.values else words(deed.label)
        if deed.author:
            return words("{moment}  {what} – {author}", moment=moment, what=what, author=deed.author)
        return words("{moment}  {what}", moment=moment, what=what)

    def _save(self, key: int, values: Mapping[str, Any]) -> None:
        desk, state = self._desk, values.get("state")
        if state is State.DONE:
            desk.workspace.do(complete, [key], desk.clock.today())
        elif state is State.WAITING:
            desk.workspace.do(edit_action, key, state=state, waiting_since=desk.clock.today())
        else:
            desk.workspace.do(edit_action, key, **values)

    def _set_letter(self, department_id: int | None, letter: Letter | None) -> None:
        desk, key = self._desk, self._key
        if key is None:
            return
        place = Place(Work.ACTION, key, department_id)
        cell = next(cell for cell in self.raci.cells if cell.id == department_id)
        if letter is None:
            done = desk.attempt(lambda: desk.workspace.do(clear_letter, place))
        else:
            done = desk.attempt(lambda: desk.workspace.do(set_letter, place, letter))
        if done:
            with desk.workspace.read() as session:
                now = letters_of(session, key).get(department_id)
            said = desk.words(now.label) if now else desk.words("no letter")
            desk.done(desk.words("{department}: {letter}", department=cell.name, letter=said))

    def _to_meeting(self) -> None:
        if self._meeting is not None:
            self.wanted.emit("meeting", self._meeting)

    def _up(self) -> None:
        self.walked.emit(-1)

    def _down(self) -> None:
        self.walked.emit(1)


def _moment(at: date | datetime, formats: Any, zone: str) -> str:
    return str(formats.moment(at, zone) if isinstance(at, datetime) else formats.short_day(at))

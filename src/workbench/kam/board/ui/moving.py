"""Moving cards: by keys, by a menu, by the mouse; what has to be asked is asked in place, and each move is said."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from workbench.action_items.model import State
from workbench.action_items.whom import SeveralCalledSo, addressee, meant, names_around, unknown_said
from workbench.kam.board import commands
from workbench.kam.board.arranging import Move, Seen, is_elsewhere, takes_cards
from workbench.kam.board.cards import COLUMNS, Lane, Place
from workbench.kam.board.speech import escalated
from workbench.kam.board.ui.canvas import Canvas
from workbench.kam.board.ui.drag import Drop
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry
from workbench.ui.widgets.ask import Ask

STEPS = {"Ctrl+Left": (-1, 0), "Ctrl+Right": (1, 0), "Ctrl+Up": (0, -1), "Ctrl+Down": (0, 1)}


class Moving:
    """Moves the chosen cards of a canvas."""

    def __init__(self, desk: Desk, canvas: Canvas, ask: Ask) -> None:
        self._desk, self._canvas, self._ask = desk, canvas, ask

    def press(self, key: str) -> bool:
        """Do what a key means; False if it means nothing here."""
        if not self._canvas.chosen:
            return False
        if key in STEPS:
            self.step(*STEPS[key])
        elif key == "M":
            self.offer()
        elif key == "E":
            self.ask_escalation()
        else:
            return False
        return True

    def entries(self) -> list[Entry]:
        edit, why = N_("Edit"), N_("Choose an action first.")
        can = self._has_chosen
        return [
            Entry(N_("Move to… (M)"), "", self.offer, "columns-3", edit, can, why=why),
            Entry(N_("Move to the next state (Ctrl+Right)"), "", self._run(1, 0), "arrow-right", edit, can, why=why),
            Entry(N_("Move to the state before (Ctrl+Left)"), "", self._run(-1, 0), "arrow-left", edit, can, why=why),
            Entry(N_("Move to the lane above (Ctrl+Up)"), "", self._run(0, -1), "arrow-up", edit, can, why=why),
            Entry(N_("Move to the lane below (Ctrl+Down)"), "", self._run(0, 1), "arrow-down", edit, can, why=why),
            Entry(N_("Escalate… (E)"), "", self.ask_escalation, "triangle-alert", edit, can, why=why),
        ]

    def step(self, columns: int, lanes: int) -> None:
        """Move to the state or the lane beside the one where the keys are."""
        current = self._canvas.current
        if current is None:
            return
        lane, column, _ = self._canvas.plan.spots[current]
        if columns:
            if 0 <= column + columns < len(COLUMNS):
                self.begin(Move(state=COLUMNS[column + columns]))
            return
        others = self._canvas.plan.lanes[lane + 1 :] if lanes > 0 else self._canvas.plan.lanes[:lane][::-1]
        other = next((one.lane for one in others if takes_cards(one.lane.place)), None)
        if other is not None:
            self.begin(Move(place=other.place))

    def dropped(self, drop: Drop) -> None:
        """Cards were dragged into a cell."""
        if not takes_cards(drop.place):
            return
        column = COLUMNS[drop.column]
        state = column if drop.cards[0].state is not column else None
        other = drop.place if drop.place != drop.origin else None
        if state is not None or other is not None:
            self.begin(Move(state=state, place=other, seen=tuple(map(Seen.of, drop.cards))))

    def lost(self, title: str) -> None:
        """A card went from the board while it was dragged."""
        self._desk.complain(commands.MovedMeanwhile(title=title))

    def begin(self, move: Move) -> None:
        """Ask what a move needs, one thing after the other, then make it."""
        if not self._can_change():
            return
        cards = [card for card in map(self._canvas.card, self._canvas.chosen) if card is not None]
        whole = replace(move, seen=move.seen or tuple(map(Seen.of, cards)))
        now = {one.id: self._canvas.card(one.id) for one in whole.seen}
        for one in whole.seen:
            card = now[one.id]
            if card is not None and is_elsewhere(one, Seen.of(card), whole):
                # nobody is asked about a move that cannot be made
                self._desk.complain(commands.MovedMeanwhile(title=card.title))
                return
        self._go_on(whole)

    def ask_escalation(self) -> None:
        words = self._desk.words
        if self._canvas.chosen and self._can_change():
            hint = words("to whom and why, in one line")
            self._ask.ask(words("Escalate"), hint, self._canvas.under(), self._escalate)
            self._ask.offer([words("To {name}: ", name=name) for name in self._names()])

    def offer(self, at: QPoint | None = None) -> None:
        """Let the state or the lane be chosen: by number, or with the arrows."""
        if not self._canvas.chosen or not self._can_change():
            return
        menu = QMenu(self._canvas)
        menu.setObjectName("board.move")
        words = self._desk.words
        for number, state in enumerate((*COLUMNS, State.DROPPED), 1):
            self._add(menu, words("&{n}  {label}", n=number, label=words(state.label)), Move(state=state))
        menu.addSeparator()
        for place, one in enumerate(self._canvas.plan.lanes):
            if takes_cards(one.lane.place):
                name = " ".join(self._canvas.lane_name(place).split()).replace("&", "&&")
                self._add(menu, name[:80], Move(place=one.lane.place))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        widget, point = self._canvas.under()
        menu.popup(at or widget.mapToGlobal(point))

    def _add(self, menu: QMenu, text: str, move: Move) -> None:
        action = menu.addAction(text)
        action.triggered.connect(_Begin(self, move, action).now)

    def _go_on(self, move: Move) -> None:
        words = self._desk.words
        if move.asks_whom and not move.whom:
            self._ask.ask(words("Waiting for"), words("whom?"), self._canvas.under(), _Whom(self, move).said)
            self._ask.offer(self._names())
        elif move.asks_owner and move.owner_id is None and not move.owner:
            self._ask_owner(move)
        else:
            self._desk.attempt(lambda: self._make(move))

    def _ask_owner(self, move: Move) -> None:
        words, lane = self._desk.words, self._lane(move.place)
        lead = lane.department if lane else None
        if lane is None:
            return
        name = lead.lead if lead and lead.lead else ""
        hint = words("Enter: {name}", name=name) if name else words("a name; Enter leaves it open")
        question = words("Owner in {lane}", lane=self._canvas.speech.lane(lane))
        answer = _Owner(self, move, lead.lead_id if lead else None).said
        self._ask.ask(question, hint, self._canvas.under(), answer)

    def make(self, move: Move) -> str:
        """Make a move whose questions are answered; why it cannot be made, or nothing."""
        try:
            self._make(move)
        except commands.MovedMeanwhile as problem:
            self._desk.complain(problem)
        except UserError as problem:
            return problem.sentence(self._desk.words)
        return ""

    def wait_for(self, move: Move, text: str) -> str:
        """Take the name that was typed for whom cards wait; why it will not do, or nothing."""
        try:
            whom = meant(self._names(), text)
        except SeveralCalledSo as problem:
            return problem.sentence(self._desk.words)
        return self.go_on(replace(move, whom=whom.name))

    def go_on(self, move: Move) -> str:
        """Ask the next thing, or make the move."""
        if move.asks_owner and move.owner_id is None and not move.owner:
            self._ask_owner(move)
            return ""
        return self.make(move)

    def _make(self, move: Move) -> None:
        desk, keys = self._desk, [one.id for one in move.seen]
        desk.workspace.do(commands.move_cards, keys, move, desk.clock.today())
        self._tell(keys, move)

    def _tell(self, keys: list[int], move: Move) -> None:
        unknown = unknown_said(meant(self._names(keys), move.whom), self._desk.words) if move.whom else ""
        self._desk.done(" ".join(filter(None, (self._moved(keys, move), unknown))))

    def _moved(self, keys: list[int], move: Move) -> str:
        words, spots = self._desk.words, self._canvas.plan.spots
        if len(keys) > 1:
            return words.many("{n} action moved.", "{n} actions moved.", len(keys))
        spot = spots.get(keys[0])
        if spot is None:
            state = words(move.state.label) if move.state else ""
            lane = self._lane(move.place)
            return words("Moved to {where}.", where=state or (self._canvas.speech.lane(lane) if lane else ""))
        lane_at, column, place = spot
        self._canvas.stand_at(keys[0])
        return words(
            "Moved to {state}, {lane}, {n} of {total}",
            state=words(COLUMNS[column].label),
            lane=self._canvas.lane_name(lane_at),
            n=place + 1,
            total=len(self._canvas.lane(lane_at).cells[column]),
        )

    def _escalate(self, reason: str) -> str:
        desk, keys = self._desk, self._canvas.chosen
        whom = addressee(self._names(), reason)
        try:
            talked_of = desk.workspace.do(commands.escalate, keys, reason, desk.clock.today())
        except UserError as problem:
            return problem.sentence(desk.words)
        desk.done(escalated(talked_of, whom, desk.words))
        return ""

    def _names(self, keys: Sequence[int] | None = None) -> tuple[str, ...]:
        """Whose names are completed: the people around some actions, or around the chosen ones."""
        with self._desk.workspace.read() as session:
            return names_around(session, keys or self._canvas.chosen)

    def _lane(self, place: Place | None) -> Lane | None:
        return next((one.lane for one in self._canvas.plan.lanes if one.lane.place == place), None)

    def _has_chosen(self) -> bool:
        return bool(self._canvas.chosen)

    def _can_change(self) -> bool:
        """Whether the file can be changed; if not, why is said before anything is asked."""
        return self._desk.attempt(self._desk.workspace.plain.check_writable)

    def _run(self, columns: int, lanes: int) -> Callable[[], None]:
        return _Step(self, columns, lanes).now


class _Step:
    def __init__(self, moving: Moving, columns: int, lanes: int) -> None:
        self._moving, self._way = moving, (columns, lanes)

    def now(self) -> None:
        self._moving.step(*self._way)


class _Begin:
    def __init__(self, moving: Moving, move: Move, owner: QObject) -> None:
        self._moving, self._move = moving, move
        owner._begin = self  # type: ignore[attr-defined]  # noqa: SLF001 - lives as long as the action

    def now(self) -> None:
        self._moving.begin(self._move)


class _Whom:
    """Takes whom a card waits for."""

    def __init__(self, moving: Moving, move: Move) -> None:
        self._moving, self._move = moving, move

    def said(self, text: str) -> str:
        if not text.strip():
            return self._moving.make(self._move)
        return self._moving.wait_for(self._move, text)


class _Owner:
    """Takes who owns a card from now on: a name, or with Enter alone who leads the lane."""

    def __init__(self, moving: Moving, move: Move, lead_id: int | None) -> None:
        self._moving, self._move, self._lead_id = moving, move, lead_id

    def said(self, text: str) -> str:
        move = replace(self._move, owner=text.strip(), owner_id=None if text.strip() else self._lead_id)
        return self._moving.make(move)

"""The team board of an account: the canvas, the tools above it and the details beside it."""

from typing import Any

from PySide6.QtCore import QPoint, Qt, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from workbench.action_items.commands import delete_actions
from workbench.action_items.ui.verbs import ActionVerbs
from workbench.kam.board.arranging import arrange, most_urgent
from workbench.kam.board.cards import Board, Group, Place
from workbench.kam.board.commands import NoClientMeeting, put_on_agenda, take_off_agenda
from workbench.kam.board.queries import board_after, board_of
from workbench.kam.board.speech import Speech
from workbench.kam.board.ui.canvas import Canvas
from workbench.kam.board.ui.column_heads import ColumnHeads
from workbench.kam.board.ui.departments import Departments
from workbench.kam.board.ui.moving import Moving
from workbench.kam.board.ui.pane import BoardPane
from workbench.kam.board.ui.tools import Tools
from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.ui.announce import announce
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding
from workbench.ui.menu import Entry, fill
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.beside import Beside
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.empty import Empty

# what the board is read from
READ = frozenset({"action_item", "step", "raci", "agenda_point", "meeting", "objective"}) | frozenset(
    {"department", "member", "assignment", "person"}
)
# where nothing else changed, only the actions themselves are read again, while they are few
OWN, FEW = frozenset({"action_item", "step"}), 50
REMEMBERED = "board"
ICONS_ONLY, TIGHT = 1300, 820


class BoardView(QWidget):
    """Departments by state, or owners, objectives, weeks and meetings."""

    def __init__(self, desk: Desk, wanted: SignalInstance) -> None:
        super().__init__()
        self.setObjectName("board")
        self._desk, self._wanted = desk, wanted
        self._account_id: int | None = None
        self.board = Board(0, desk.clock.today())
        self._is_stale = False
        self.tools = Tools(desk, self)
        self._narrowed = self.tools.narrowed
        self.canvas = Canvas(desk)
        self._heads = ColumnHeads(desk)
        self._is_done_open, self._has_pane = False, True
        self._folded: set[str] = set()
        self._recall()
        ask = Ask(self, desk.theme)
        self.moving = Moving(desk, self.canvas, ask)
        self.departments = Departments(desk, self.canvas, ask)
        self.verbs = ActionVerbs(desk, ask, lambda: self.canvas.chosen, self.canvas.under)
        self.pane = BoardPane(desk)
        self._stack = QStackedWidget()
        board = holding(column(self._heads, self.canvas, gap=0, stretch=(0, 1)))
        self._beside = Beside("board.panes", desk.theme, board, self.pane)
        self._stack.addWidget(self._beside)
        self._empty = Empty(desk.theme, "columns-3", desk.words(EMPTY), self._first())
        self._nothing = Empty(desk.theme, "filter", "", self._again())
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._nothing)
        self.setLayout(column(self._stack, gap=0))
        self._connect()

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def toolbar(self) -> list[QWidget]:
        return self.tools.widgets

    def show_account(self, account_id: int) -> None:
        """Read the board of an account."""
        is_other = account_id != self._account_id
        self._account_id = account_id
        self.refresh()
        if is_other:
            first = most_urgent(self.board.cards, self.board.today)
            if first is not None:
                self.canvas.stand_at(first.id)

    def entries(self) -> list[Entry]:
        view = N_("View")
        return [
            *self.moving.entries(),
            *self.verbs.entries(),
            Entry(
                N_("Put on the agenda of the next client meeting (A)"),
                "",
                self.talk_of,
                "presentation",
                N_("Edit"),
                self._has_chosen,
                why=N_("Choose an action first."),
            ),
            *self.departments.entries(),
            Entry(N_("Details"), "F4", self.toggle_pane, "panel-right", view),
            Entry(N_("Show what is done (H)"), "", self.toggle_done, "circle-check", view),
            Entry(N_("Filter this page"), "Ctrl+F", self.to_filter, "filter", view),
            *self.tools.entries(),
        ]

    def home(self) -> QWidget:
        return self.canvas.stop() if self._stack.currentIndex() == 0 else self

    def show_part(self, table: str, key: int) -> None:
        """Bring an action into view, whatever the board was narrowed to, and stand at it."""
        if table != "action_item":
            return
        if key not in self.canvas.plan.cards and any(card.id == key for card in self.board.cards):
            self.tools.clear()
            self._unfold(key)
        self.canvas.stand_at(key)

    def refresh(self, change: Change | None = None) -> None:
        """Read everything again, or only what a change touched; what looks as before stays as it is."""
        if self._account_id is None:
            return
        today, board = self._desk.clock.today(), self.board
        is_known = not self._is_stale and (board.account_id, board.today) == (self._account_id, today)
        touched = change.ids("action_item") if change is not None else ()
        self._is_stale = False
        with self._desk.workspace.read() as session:
            if change is not None and is_known and change.rows.keys() <= OWN and len(touched) <= FEW:
                self.board = board_after(session, board, touched)
            else:
                self.board = board_of(session, self._account_id, today)
        self.arrange()

    def arrange(self) -> None:
        """Show what was read, by the group and as narrow as the tools say."""
        if self.canvas.speech.today != self.board.today:
            self.canvas.speech = Speech(self._desk.words, self.board.today)
        narrowed = self.tools.narrowed
        lanes = arrange(self.board, self.tools.group, narrowed)
        self.canvas.show_lanes(lanes, self._folded, is_done_open=self._is_done_open)
        self.tools.tell(self.board)
        counts = [sum(len(lane.cells[place]) for lane in lanes) for place in range(4)]
        self._counts = counts
        self._tell_heads()
        self._show_current()
        self._show_what_there_is(sum(counts), is_narrowed=bool(narrowed))

    def toggle_done(self) -> None:
        """Show what is done, or only how much."""
        self._is_done_open = not self._is_done_open
        self._remember()
        self.arrange()

    def to_filter(self) -> None:
        """Give the keys to the chips; Esc there shows the whole board again."""
        next(iter(self.tools.chips.values())).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.tools.narrowed:
            self.tools.clear()
            self.canvas.take_keys()
        elif event.key() == Qt.Key.Key_Escape and self.pane.isVisible() and self._beside.is_over:
            self.leave_pane()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # a question or a menu gives the keys back to the page; they belong to a card
        if self.home() is not self:
            self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()
        self._show_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px, width = self._desk.theme.px, event.size().width()
        self.tools.be_narrow(is_narrow=width < px(ICONS_ONLY), is_tight=width < px(TIGHT))
        self.tools.tell(self.board)
        if event.oldSize().width() != event.size().width():
            # beside the board where there is room, over a part of it where somebody asks for it
            self.pane.setVisible(self._has_pane and not self._beside.is_over)
            self._show_current()
        self._tell_heads()

    def _connect(self) -> None:
        canvas, tools = self.canvas, self.tools
        canvas.pressed.connect(self._press)
        canvas.folded.connect(self._fold)
        canvas.dropped.connect(self.moving.dropped)
        canvas.lost.connect(self.moving.lost)
        canvas.done_wanted.connect(self.toggle_done)
        canvas.menu_wanted.connect(self.show_menu)
        canvas.opened.connect(self._open)
        canvas.turned.connect(self._show_current)
        self.pane.left.connect(self.leave_pane)
        self.pane.closed.connect(self.toggle_pane)
        self.pane.walked.connect(self._walk)
        self.pane.pressed.connect(self._press)
        self.pane.wanted.connect(self._wanted.emit)
        self.pane.steps.wanted.connect(self._wanted.emit)
        tools.changed.connect(self._regroup)
        tools.to_paper.connect(self._print)
        tools.left.connect(canvas.take_keys)
        self._desk.workspace.changed.connect(self._on_change)

    def _press(self, key: str) -> None:
        if self.departments.press(key):
            return
        if key == "H":
            self.toggle_done()
        elif key == "Enter":
            self._open()
        elif key == "Menu":
            widget, at = self.canvas.under()
            self.show_menu(widget.mapToGlobal(at))
        elif key == "Delete":
            self._delete()
        elif key == "A":
            self.talk_of()
        elif key == "F2":
            self._open()
            self.pane.rename()
        elif not self.moving.press(key) and not self.tools.press(key):
            self.verbs.press(key)

    def show_menu(self, at: QPoint) -> None:
        """Everything that can be done with the chosen cards."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu, [*self.moving.entries(), *self.verbs.entries()], self._desk.words, self._desk.theme, menu)
        menu.popup(at)

    def toggle_pane(self) -> None:
        """Show the details, or put them away."""
        had_keys = self.pane.isAncestorOf(self.window().focusWidget() or self)
        self._beside.toggle()
        if not self._beside.is_over:
            self._has_pane = self.pane.isVisible()
            self._remember()
        self._show_current()
        if had_keys:
            self.canvas.take_keys()

    def leave_pane(self) -> None:
        """Go back to the board; where there is little room the details make way."""
        self._beside.make_way()
        self.canvas.take_keys()

    def talk_of(self) -> None:
        """Put the chosen actions on the agenda of the next meeting with the client, or take them off again."""
        desk, keys, meeting = self._desk, self.canvas.chosen, self.board.next_client
        cards = [card for card in map(self.canvas.card, keys) if card]
        if cards and all(card.meeting_id for card in cards):
            if desk.attempt(lambda: desk.workspace.do(take_off_agenda, keys, desk.clock.today())):
                desk.done(desk.words("On no agenda any more."))
        elif meeting is None:
            desk.complain(NoClientMeeting())
        elif desk.attempt(lambda: desk.workspace.do(put_on_agenda, keys, meeting.id)):
            day = desk.formats.weekday(meeting.day)
            desk.done(desk.words("On the agenda of “{meeting}”, {day}.", meeting=meeting.title, day=day))

    def _open(self) -> None:
        if self.canvas.current is not None:
            self._beside.bring()
            self._show_current()
            self.pane.begin()

    def _walk(self, step: int) -> None:
        self.canvas.stand_at(self.canvas.walk.along(step))

    def _show_current(self) -> None:
        if not self.pane.isVisible():
            return
        key, order = self.canvas.current, self.canvas.walk.order
        card = self.canvas.card(key) if key is not None else None
        place = order.index(key) + 1 if key in order else 0
        self.pane.show_card(card, self.board, (place, len(order)))

    def _has_chosen(self) -> bool:
        return bool(self.canvas.chosen)

    def _delete(self) -> None:
        keys = self.canvas.chosen
        first = self.canvas.card(keys[0]) if keys else None
        if first and self._desk.attempt(lambda: self._desk.workspace.do(delete_actions, keys)):
            self._desk.deleted(len(keys), first.title)

    def _fold(self, place: Place) -> None:
        self._folded ^= {place.text}
        self._remember()
        self.arrange()

    def _unfold(self, key: int) -> None:
        card = next(card for card in self.board.cards if card.id == key)
        if not card.is_open and not self._is_done_open:
            self._is_done_open = True
        for one in self.canvas.plan.lanes:
            if any(card.id == key for cell in one.lane.cells for card in cell):
                self._folded.discard(one.lane.place.text)
        self.arrange()

    def _regroup(self) -> None:
        words, tools = self._desk.words, self.tools
        self._remember()
        self.arrange()
        # the card that has the keys stands elsewhere now
        self.canvas.show_current()
        if tools.narrowed != self._narrowed:
            self._narrowed = tools.narrowed
            announce(self, words("{n} of {total} match.", n=sum(self._counts), total=len(self.board.cards)))
        else:
            announce(self, words("Group: {group}", group=words(tools.group.label)))

    def _print(self) -> None:
        self._wanted.emit("print", ("actions-list", self._account_id))

    def _on_change(self, change: Change) -> None:
        if not change.rows.keys() & READ:
            return
        if self.isVisible():
            self.refresh(change)
        else:
            self._is_stale = True

    def _tell_heads(self) -> None:
        first = self._desk.words(self.tools.group.label)
        self._heads.show_heads(first, getattr(self, "_counts", [0] * 4), self.canvas.plan.measures)

    def _show_what_there_is(self, cards: int, *, is_narrowed: bool) -> None:
        had_keys = self.canvas.has_keys()
        place = 0 if cards else 2 if is_narrowed else 1
        if place == 2:
            self._nothing.say(self._desk.words("{n} of {total} match.", n=0, total=len(self.board.cards)))
        self._stack.setCurrentIndex(place)
        if had_keys and place:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self) -> Any:
        made = button(self._desk.theme, self._desk.words("Prepare meeting"), "calendar-plus", "primary")
        made.setObjectName("board.empty.meeting")
        made.clicked.connect(self._to_meetings)
        return made

    def _again(self) -> Any:
        made = button(self._desk.theme, self._desk.words("Clear filters"), "x")
        made.setObjectName("board.empty.clear")
        made.clicked.connect(self.tools.clear)
        return made

    def _to_meetings(self) -> None:
        self._wanted.emit("meetings", "new")

    def _recall(self) -> None:
        noted = self._desk.settings.noted(REMEMBERED)
        known = noted if isinstance(noted, dict) else {}
        folded = known.get("folded", [])
        self._folded = {text for text in folded if isinstance(text, str)} if isinstance(folded, list) else set()
        self._is_done_open = known.get("done") is True
        self._has_pane = known.get("pane") is not False
        groups = {group.value: group for group in Group}
        self.tools.group = groups.get(str(known.get("group")), Group.DEPARTMENT)

    def _remember(self) -> None:
        known = {
            "folded": sorted(self._folded),
            "done": self._is_done_open,
            "group": self.tools.group.value,
            "pane": self._has_pane,
        }
        self._desk.settings.note(REMEMBERED, known)


EMPTY = N_("No actions yet. The board fills from meetings and captures.")

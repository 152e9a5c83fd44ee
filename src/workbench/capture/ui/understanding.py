"""What a line means, piece by piece, with the names to choose from where several are meant."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from workbench.capture.captured import Captured
from workbench.capture.directory import Directory, Entry
from workbench.capture.ui.pieces import KINDS, Piece, understood
from workbench.ui.desk import Desk

COLUMNS = 3


class Understanding(QWidget):
    """The pieces of one line, with room for some `lines` of them.

    `chosen` tells who is meant by some words, `marked` which words to look at again, `became` what the line is to
    become where that can be chosen.
    """

    chosen = Signal(object, object)
    marked = Signal(object)
    became = Signal(object)

    def __init__(self, desk: Desk, lines: int = 1, *, offers_kinds: bool = False) -> None:
        super().__init__()
        self._desk, self._offers_kinds = desk, offers_kinds
        self._names = Directory(())
        self._made: list[Piece] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(2)
        for place in range(COLUMNS):
            self._grid.setColumnStretch(place, 1)
        for place in range(lines):
            self._grid.setRowMinimumHeight(place, desk.theme.px(42))

    @property
    def spoken(self) -> str:
        """All of it in one sentence, to be heard."""
        return "; ".join(piece.accessibleName() for piece in self._made if not piece.isHidden())

    def show_line(self, said: Captured, names: Directory) -> None:
        """Show the pieces of a line; widgets are used again, so that the focus stays where it is."""
        self._names = names
        found = understood(said, names, self._desk.formats) if said.line else []
        for place in range(len(self._made), len(found)):
            self._make(place)
        for place, piece in enumerate(self._made):
            piece.setVisible(place < len(found))
            if place < len(found):
                piece.tell(found[place])

    def ask(self) -> bool:
        """Ask the first open question that has answers; False if there is none."""
        asked = next((piece for piece in self._made if not piece.isHidden() and piece.is_open), None)
        if asked:
            asked.setFocus()
            asked.click()
        return asked is not None

    def _make(self, place: int) -> None:
        made = Piece(self._desk.theme, self._desk.formats, place)
        made.is_kind = self._offers_kinds and place == 0
        made.clicked.connect(self._on_click)
        self._made.append(made)
        self._grid.addWidget(made, place // COLUMNS, place % COLUMNS)

    def _on_click(self) -> None:
        piece = self.sender()
        if not isinstance(piece, Piece):
            return
        question, span = piece.told.question, piece.told.span
        if piece.is_kind:
            words = self._desk.words
            self._offer(piece, [(words(label), self.became, (kind,)) for kind, (label, _) in KINDS.items()])
        elif question and question.candidates:
            named = [(self._described(entry), self.chosen, (entry, span)) for entry in question.candidates]
            self._offer(piece, named)
        elif span:
            self.marked.emit(span)

    def _offer(self, piece: Piece, answers: Sequence[tuple[str, SignalInstance, tuple[object, ...]]]) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(piece.accessibleName())
        for text, signal, values in answers:
            action = menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(_Tell(action, signal, values).now)
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(piece.mapToGlobal(piece.rect().bottomLeft()))

    def _described(self, entry: Entry) -> str:
        homes = {known.id: known.name for known in self._names.entries if known.id in entry.account_ids}
        return " · ".join((entry.name, *homes.values()))


class _Tell:
    def __init__(self, action: QAction, signal: SignalInstance, values: tuple[object, ...]) -> None:
        self._signal, self._values = signal, values
        action._tell = self  # type: ignore[attr-defined]  # noqa: SLF001 - lives as long as its action

    def now(self) -> None:
        self._signal.emit(*self._values)

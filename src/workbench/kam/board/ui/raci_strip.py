"""The letters of all departments for one action, side by side: arrows walk, A R C I S set, Space clears."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from workbench.kam.model import Letter
from workbench.kernel.words import N_
from workbench.ui import painting
from workbench.ui.announce import announce
from workbench.ui.desk import Desk
from workbench.ui.widgets.said import explain

HEIGHT, GAP, LEAST = 42, 3, 34
LETTERS = {letter.value: letter for letter in Letter}


@dataclass(frozen=True)
class RaciCell:
    """A department, or the client without an identity, and its letter."""

    id: int | None
    code: str
    name: str
    letter: Letter | None


class RaciStrip(QWidget):
    """One cell for each department. `chosen` tells which department gets which letter, None for none."""

    chosen = Signal(object, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._cells: Sequence[RaciCell] = ()
        self._here = 0
        self.setObjectName("board.pane.raci")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name()

    @property
    def cells(self) -> Sequence[RaciCell]:
        return self._cells

    def show_cells(self, columns: Sequence[tuple[int | None, str, str]], letters: Mapping[int | None, Letter]) -> None:
        """Show the letters of some departments."""
        self._cells = [RaciCell(key, code, name, letters.get(key)) for key, code, name in columns]
        self._here = min(self._here, max(len(self._cells) - 1, 0))
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        px = self._desk.theme.px
        return QSize(px(LEAST) * max(len(self._cells), 1), px(HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key, text = Qt.Key(event.key()), event.text().upper()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or not self._cells:
            super().keyPressEvent(event)
        elif key in steps:
            self._stand(self._here + steps[key])
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.chosen.emit(self._cells[self._here].id, None)
        elif text in LETTERS:
            self.chosen.emit(self._cells[self._here].id, LETTERS[text])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.offer()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = next((n for n, rect in enumerate(self._rects()) if rect.contains(event.position())), -1)
        if place >= 0:
            self._stand(place)
            self.offer()

    def offer(self) -> None:
        """Let the letter be chosen."""
        menu, cell = QMenu(self), self._cells[self._here]
        menu.setObjectName("board.letters")
        words = self._desk.words
        for letter in Letter:
            # two letters are no key
            form = N_("&{letter}  {name}") if len(letter.value) == 1 else N_("{letter}  {name}")
            said = words(form, letter=letter.value, name=words(letter.label))
            menu.addAction(said).triggered.connect(_Set(self, cell.id, letter, menu).now)
        menu.addAction(words("No letter")).triggered.connect(_Set(self, cell.id, None, menu).now)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(int(self._rects()[self._here].left()), self.height())))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = self._desk.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, (cell, rect) in enumerate(zip(self._cells, self._rects(), strict=True)):
            is_accountable = cell.letter is not None and cell.letter.accounts
            ground = "accent" if is_accountable else "info_bg" if cell.letter is Letter.RESPONSIBLE else "surface"
            painter.setPen(QPen(theme.color("border"), theme.edge))
            painter.setBrush(theme.color(ground))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            font = theme.font("micro")
            font.setPixelSize(theme.px(9))
            painter.setFont(font)
            painter.setPen(theme.color("on_accent" if is_accountable else "muted"))
            above = QRectF(rect.x(), rect.y() + theme.px(3), rect.width(), theme.px(14))
            painting.text(painter, above, cell.code, painting.CENTER)
            painter.setFont(theme.font("subtitle"))
            painter.setPen(theme.color("on_accent" if is_accountable else "text"))
            below = QRectF(rect.x(), rect.y() + theme.px(17), rect.width(), theme.px(21))
            painter.drawText(below, int(painting.CENTER), cell.letter.value if cell.letter else "–")
            if place == self._here and self.hasFocus():
                painting.focus_ring(painter, rect, theme, 4)

    def _rects(self) -> list[QRectF]:
        count = max(len(self._cells), 1)
        width = (self.width() + GAP) / count
        return [QRectF(place * width, 0, width - GAP, self.height()) for place in range(len(self._cells))]

    def _stand(self, place: int) -> None:
        if 0 <= place < len(self._cells):
            self._here = place
            self._name()
            self.update()
            announce(self, self._said(self._cells[place]))

    def _said(self, cell: RaciCell) -> str:
        words = self._desk.words
        letter = words(cell.letter.label) if cell.letter else words("no letter")
        return words("{department}: {letter}", department=cell.name, letter=letter)

    def _name(self) -> None:
        told = ", ".join(self._said(cell) for cell in self._cells if cell.letter)
        self.setAccessibleName(self._desk.words("RACI: {letters}", letters=told or self._desk.words("no letters")))
        explain(self, "\n".join(self._said(cell) for cell in self._cells))


class _Set:
    def __init__(self, strip: RaciStrip, department: int | None, letter: Letter | None, owner: QMenu) -> None:
        self._strip, self._chosen = strip, (department, letter)
        owner.setProperty("kept", [*(owner.property("kept") or []), self])

    def now(self) -> None:
        self._strip.chosen.emit(*self._chosen)

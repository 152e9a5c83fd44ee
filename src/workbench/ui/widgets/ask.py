"""A short question in place: one line under what it is about. Enter answers, Esc leaves everything as it was."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from workbench.kernel.folding import fold
from workbench.ui import painting
from workbench.ui.layout import column, row
from workbench.ui.theme import Theme
from workbench.ui.widgets.said import Said

WIDTH, WIDEST, AROUND = 360, 620, 62
EDGE, GAP, MOST = 8, 4, 4
Answer = Callable[[str], str]


class Ask(QWidget):
    """Asks one thing about the widget it stands under.

    `answer` takes the text and gives back why it will not do, or nothing when it did.
    """

    def __init__(self, page: QWidget, theme: Theme) -> None:
        super().__init__(page)
        self._page, self._theme = page, theme
        self._answer: Answer | None = None
        self._before: QWidget | None = None
        self._row = 0, 0  # where what it is about begins and ends on the page
        self._question = Said(theme, "", "label", "text2")
        self.line = QLineEdit()
        self.line.setObjectName("ask.line")
        self.line.setMaxLength(2000)
        self._fits = Said(theme, "", "caption", "text2", wraps=True)
        self._why = Said(theme, "", "caption", "crit", wraps=True)
        self.line.returnPressed.connect(self._take)
        self.line.textEdited.connect(self._look)
        self._offers: list[tuple[str, str]] = []
        self._typed = ""
        self.setLayout(
            column(row(self._question, self.line, gap=10), self._fits, self._why, margins=(12, 10, 12, 10), gap=4)
        )
        self.hide()

    def ask(self, question: str, hint: str, under: tuple[QWidget, QPoint], answer: Answer) -> None:
        """Put the question under a point of a widget."""
        focused = QApplication.focusWidget()
        # an answer may ask the next thing: the keys still go back to where they were before the first
        self._before = self._before if focused is self.line else focused
        self._answer = answer
        self._question.setText(question)
        self._why.hide()
        self.line.clear()
        self._offers.clear()
        self._typed = ""
        self._fits.hide()
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(question)
        widget, point = under
        self.resize(min(self._wide(question, hint), self._page.width() - 2 * EDGE), self.sizeHint().height())
        at = widget.mapTo(self._page, point)
        self._row = widget.mapTo(self._page, QPoint(0, _top_of(widget, point))).y(), at.y()
        self.move(min(max(at.x(), EDGE), self._page.width() - self.width() - EDGE), at.y())
        self._stay_inside()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def offer(self, names: Sequence[str]) -> None:
        """Complete the answer to the question that was just put with one of some names; what else fits is told below.

        What was completed is selected: typing goes on over it, Delete takes it away.
        """
        self._offers = [(fold(name), name) for name in names]

    def _look(self, text: str) -> None:
        wanted, is_longer = fold(text), len(text) > len(self._typed)
        self._typed = text
        begun = [name for folded, name in self._offers if wanted.strip() and folded.startswith(wanted)]
        within = [name for folded, name in self._offers if wanted.strip() and wanted in folded and name not in begun]
        if begun and is_longer and self.line.cursorPosition() == len(text) and fold(begun[0][: len(text)]) == wanted:
            self.line.setText(begun[0])
            self.line.setSelection(len(text), len(begun[0]) - len(text))
        fitting = [*begun, *within]
        self._fits.setText(" · ".join(name.strip() for name in fitting[:MOST]))
        self._fits.setVisible(len(fitting) > 1)
        self._fit()

    def _fit(self) -> None:
        self.resize(self.width(), max(self.sizeHint().height(), self.heightForWidth(self.width())))
        self._stay_inside()

    def _wide(self, question: str, hint: str) -> int:
        """As wide as the hint needs beside the question, that it can be read."""
        metrics = QFontMetrics(self._theme.font("body"))
        needed = metrics.horizontalAdvance(question) + metrics.horizontalAdvance(hint) + self._theme.px(AROUND)
        return max(self._theme.px(WIDTH), min(needed, self._theme.px(WIDEST)))

    def _stay_inside(self) -> None:
        """Stand wholly on the page, also when what is wrong takes another line: below what it is about, or above it."""
        top, bottom = self._row
        lowest, above = self._page.height() - self.height() - EDGE, top - self.height() - GAP
        self.move(self.x(), bottom if bottom <= lowest else above if above >= EDGE else lowest)

    def leave(self) -> None:
        """Go away; the focus returns to where it was."""
        self.hide()
        before = self._before
        # a menu that asked is gone by now
        is_there = before is not None and isValid(before) and before.isVisible()
        (before if before is not None and is_there else self._page).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.card(QPainter(self), QRectF(self.rect()), self._theme, accent=True)

    def _take(self) -> None:
        asked = self._answer
        if asked is None:
            return
        why = asked(self.line.text())
        if why:
            self._why.setText(why)
            self._why.show()
            self._fit()
        elif self.isVisible() and self._answer is asked:
            self.leave()


def _top_of(widget: QWidget, point: QPoint) -> int:
    """Where the row begins under which a point lies: that of a list, a widget that stands there, or all of it."""
    view, inside = widget.parent(), point - QPoint(0, 2 * GAP)
    if isinstance(view, QAbstractItemView):
        return view.visualRect(view.indexAt(inside)).top()
    if point.y() >= widget.height():
        return 0
    child = widget.childAt(inside + QPoint(1, 0))
    return child.mapTo(widget, QPoint()).y() if child is not None else point.y()

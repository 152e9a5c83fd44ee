"""The line of quick capture: what is understood lights up while it is typed."""

from array import array
from collections.abc import Collection, Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QSyntaxHighlighter, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from workbench.capture.captured import Part, Span
from workbench.capture.places import Stretch
from workbench.ui.theme import Theme

MOST = 10_000
PAD = 6
# what a part is painted with: a colour of the theme that has a tint of its own
TOKENS = {
    Part.KIND: "neutral",
    Part.DIRECTION: "ok",
    Part.ACCOUNT: "info",
    Part.PERSON: "ok",
    Part.DEPARTMENT: "ok",
    Part.DAY: "warn",
    Part.TIME: "warn",
    Part.START: "warn",
    Part.REPEAT: "warn",
    Part.PRIORITY: "crit",
}


class CaptureLine(QPlainTextEdit):
    """One line of text, counted in UTF-16. Backspace right after a coloured part takes its meaning, not its letters."""

    typed = Signal()
    kept = Signal()
    kept_and_next = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._spans: tuple[Span, ...] = ()
        self._plain: list[Stretch] = []
        self._before = array("H")
        self._light = _Light(self, theme)
        self.setObjectName("capture.line")
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        font = theme.font()
        font.setPixelSize(theme.px(16))
        self.setFont(font)
        self.document().setDocumentMargin(PAD)
        self.setFixedHeight(round(QFontMetricsF(font).lineSpacing()) + 2 * PAD + 4)
        self.textChanged.connect(self._changed)

    @property
    def plain(self) -> tuple[Stretch, ...]:
        """The stretches whose meaning was taken away."""
        return tuple(self._plain)

    def show_line(self, text: str) -> None:
        """Another text, with the caret at its end."""
        self._plain.clear()
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def light(self, spans: Sequence[Span], unsure: Collection[Span] = ()) -> None:
        """Colour what was understood; what is not sure is amber."""
        self._spans = tuple(spans)
        self._light.spans, self._light.unsure = self._spans, unsure
        self._light.rehighlight()

    def choose(self, begin: int, end: int) -> None:
        """Select a stretch, to be typed over."""
        cursor = self.textCursor()
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def replace(self, begin: int, end: int, text: str) -> None:
        """Put other words in the place of a stretch; Ctrl+Z brings the old ones back."""
        self.choose(begin, end)
        self.textCursor().insertText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.kept_and_next if held == Qt.KeyboardModifier.ControlModifier else self.kept).emit()
        elif event.key() == Qt.Key.Key_Backspace and not held and self._takes_meaning():
            self.typed.emit()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Several lines that are pasted become one."""
        self.insertPlainText(" ".join(source.text().split())[:MOST])

    def _takes_meaning(self) -> bool:
        cursor = self.textCursor()
        ending = next((span for span in self._spans if span.end == cursor.position()), None)
        if cursor.hasSelection() or ending is None:
            return False
        self._plain.append((ending.begin, ending.end))
        return True

    def _changed(self) -> None:
        now, before = array("H", self.toPlainText().encode("utf-16-le", "surrogatepass")), self._before
        if now == before:
            # colours are a change of the text to Qt
            return
        begin = _same(now, before)
        rest = min(_same(now[begin:][::-1], before[begin:][::-1]), len(now) - begin, len(before) - begin)
        end, more = len(before) - rest, len(now) - len(before)
        moved = (_moved(stretch, begin, end, more) for stretch in self._plain)
        self._plain = [stretch for stretch in moved if stretch]
        self._before = now
        self.typed.emit()


def _same(one: Sequence[int], other: Sequence[int]) -> int:
    """How many first letters are the same."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _moved(stretch: Stretch, begin: int, end: int, more: int) -> Stretch | None:
    """Where a stretch is after the text from `begin` to `end` has become longer by `more`; None if it was touched."""
    if stretch[1] <= begin:
        return stretch
    return (stretch[0] + more, stretch[1] + more) if stretch[0] >= end else None


class _Light(QSyntaxHighlighter):
    def __init__(self, line: CaptureLine, theme: Theme) -> None:
        super().__init__(line.document())
        self._theme = theme
        self.spans: tuple[Span, ...] = ()
        self.unsure: Collection[Span] = ()

    def highlightBlock(self, text: str) -> None:
        for span in self.spans:
            token = "warn" if span in self.unsure else TOKENS[span.part]
            look = QTextCharFormat()
            look.setForeground(self._theme.color(token))
            look.setBackground(self._theme.color(f"{token}_bg"))
            look.setFontWeight(QFont.Weight.DemiBold)
            self.setFormat(span.begin, self._end(span) - span.begin, look)

    def _end(self, span: Span) -> int:
        """Day and hour side by side are one colour without a gap."""
        following = next((other for other in self.spans if other.begin == span.end + 1), None)
        is_one = following is not None and TOKENS[following.part] == TOKENS[span.part]
        return span.end + (is_one and span not in self.unsure)

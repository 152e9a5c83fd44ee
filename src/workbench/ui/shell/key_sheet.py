"""The sheet of keys: everything that can be done here with its key, from the table of entries; keys can be changed."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QKeySequenceEdit, QSizePolicy, QWidget

from workbench.kernel.settings import LETTERS
from workbench.kernel.words import N_
from workbench.ui import painting
from workbench.ui.desk import Desk
from workbench.ui.keymap import Keymap, taken_by
from workbench.ui.layout import column, emptied, holding, row, scrolling
from workbench.ui.menu import Entry, spoken
from workbench.ui.theme import Theme
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.keyhints import KeyHints
from workbench.ui.widgets.overlay import Overlay
from workbench.ui.widgets.said import Said, Shortened, explain

WIDTH, HEIGHT, TOP, COLUMNS = 900, 540, 50, 2
LETTER = len("(Espacio)")
# keys that belong to no entry, because they are those of every list and every window
LISTS = (
    ("J  K", N_("next, previous")),
    ("Enter", N_("open")),
    ("Space", N_("tick, or show the details")),
    ("F2", N_("edit")),
    ("Del", N_("delete")),
    ("Esc", N_("back to the list")),
    ("F6", N_("next part of the window")),
    ("F9", N_("sidebar")),
)
Entries = Callable[[], list[Entry]]


def letter_of(said: str) -> str:
    """The letter of a verb, which its label names: "Due today (T)"."""
    begin = said.rfind("(")
    return said[begin + 1 : -1] if said.endswith(")") and begin >= 0 and len(said) - begin <= LETTER else ""


class KeyMark(QAbstractButton):
    """A key as it is printed on a keyboard, to be pressed."""

    def __init__(self, theme: Theme, keys: str) -> None:
        super().__init__()
        self._theme = theme
        self.setText(keys)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self._theme.font("micro")).horizontalAdvance(self.text()) + self._theme.px(12)
        return QSize(max(round(wide) + 2, self._theme.px(24)), self._theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        wide = QFontMetricsF(theme.font("micro")).horizontalAdvance(self.text()) + theme.px(12)
        painting.key_mark(painter, QPointF(wide, self.height() / 2), theme, self.text())
        if self.hasFocus() or self.underMouse():
            painting.focus_ring(painter, QRectF(self.rect()), theme, 4)


class KeySheet(Overlay):
    """F1 shows it, a click outside or Esc puts it away. `changed` when an entry has other keys."""

    changed = Signal()
    manual = Signal()

    def __init__(self, window: QWidget, desk: Desk, keymap: Keymap, entries: Entries) -> None:
        super().__init__(window, desk.theme)
        self._desk, self._keymap, self._entries = desk, keymap, entries
        self._editor: QKeySequenceEdit | None = None
        self.setObjectName("keys.sheet")
        self.veil.touched.connect(self.leave)
        self._columns = [QGridLayout() for _ in range(COLUMNS)]
        words, theme = desk.words, desk.theme
        self._manual = button(theme, words("Open the manual"), "book-open")
        self._manual.clicked.connect(self.manual)
        reset = button(theme, words("Original keys"), "undo-2", "quiet")
        reset.clicked.connect(self._reset)
        close = button(theme, words("Close"), "x", "quiet")
        close.clicked.connect(self.leave)
        self._told = Said(theme, "", "label", "text2", wraps=True)
        head = row(Said(theme, words("Keys"), "title"), None, self._manual, reset, close, gap=8)
        inside = row(*(column(each, None) for each in self._columns), margins=(0, 0, 12, 0), gap=28, stretch=(1, 1))
        self.setLayout(
            column(head, scrolling(holding(inside)), self._told, margins=(20, 16, 16, 14), gap=10, stretch=(0, 1))
        )

    def begin(self) -> None:
        """Show the keys of the page in front."""
        self._draw()
        letters = N_("Click a key to change it.")
        if not self._desk.settings.get(LETTERS):
            letters = N_("Click a key to change it. Single letters are switched off in Settings.")
        self._tell(self._desk.words(letters))
        self.come(WIDTH, HEIGHT, TOP)
        self._manual.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit(self, label: str) -> None:
        """Let the keys of an entry be pressed."""
        self._draw(label)
        self._tell(self._desk.words("Press the new keys; Backspace takes them away, Esc leaves them."))
        if self._editor:
            self._editor.show()
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._editor:
            self.begin()
        else:
            super().keyPressEvent(event)

    def _draw(self, edited: str = "") -> None:
        self._editor = None
        groups: dict[str, list[Entry]] = {}
        for entry in self._entries():
            groups.setdefault(entry.menu or N_("View"), []).append(entry)
        for grid in self._columns:
            emptied(grid)
            grid.setVerticalSpacing(2)
            grid.setColumnStretch(1, 1)
        lengths = [0] * COLUMNS
        for title, entries in groups.items():
            place = lengths.index(min(lengths))
            lengths[place] = self._draw_group(self._columns[place], lengths[place], title, entries, edited)
        place = lengths.index(min(lengths))
        self._draw_lists(self._columns[place], lengths[place])

    def _draw_group(self, grid: QGridLayout, line: int, title: str, entries: list[Entry], edited: str) -> int:
        theme, words = self._desk.theme, self._desk.words
        grid.addWidget(Said(theme, words(title), "strong", "accent_text"), line, 0, 1, 2)
        for entry in entries:
            line += 1
            said = spoken(entry, words)
            grid.addWidget(self._key(entry, said, is_edited=entry.label == edited), line, 0)
            grid.addWidget(Shortened(theme, said, "label"), line, 1)
        return line + 1

    def _draw_lists(self, grid: QGridLayout, line: int) -> None:
        theme, words = self._desk.theme, self._desk.words
        grid.addWidget(Said(theme, words("Lists and windows"), "strong", "accent_text"), line, 0, 1, 2)
        for keys, said in LISTS:
            line += 1
            grid.addWidget(KeyHints(theme, [(keys, "")]), line, 0)
            grid.addWidget(Shortened(theme, words(said), "label"), line, 1)

    def _key(self, entry: Entry, said: str, *, is_edited: bool) -> QWidget:
        if is_edited:
            self._editor = QKeySequenceEdit(QKeySequence(entry.keys.split("|")[0]))
            self._editor.setMaximumSequenceLength(1)
            self._editor.setAccessibleName(self._desk.words("Keys for {what}", what=said))
            self._editor.setObjectName("keys.editor")
            self._editor.keySequenceChanged.connect(_Pressed(self, entry.label, self._editor).now)
            return self._editor
        shown = entry.keys.split("|")[0]
        if not shown and letter_of(said):
            return KeyHints(self._desk.theme, [(letter_of(said), "")])
        made = KeyMark(self._desk.theme, shown or "–")
        explain(made, self._desk.words("Keys for {what}", what=said))
        made.setAccessibleName(self._desk.words("Keys for {what}", what=f"{said}, {shown}" if shown else said))
        made.setObjectName(f"keys.{entry.label}")
        made.clicked.connect(_Edit(self, entry.label, made).now)
        return made

    def pressed(self, label: str, sequence: QKeySequence) -> None:
        """Take new keys for an entry, unless another one has them."""
        words, keys = self._desk.words, sequence.toString()
        keys = "" if keys == "Backspace" else keys
        entries = self._entries()
        other = taken_by(entries, label, keys) if keys else None
        if other:
            self._tell(words("{keys} is taken by “{what}”.", keys=keys, what=spoken(other, words)), "crit")
            return
        self._keymap.choose(label, keys)
        self.changed.emit()
        self._draw()
        said = next((spoken(entry, words) for entry in entries if entry.label == label), label)
        self._tell(words("{keys}: {what}", keys=keys or "–", what=said), "ok")
        self._manual.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reset(self) -> None:
        self._keymap.reset()
        self.changed.emit()
        self.begin()

    def _tell(self, text: str, token: str = "text2") -> None:
        self._told.setText(text)
        self._told.dress(token)


class _Edit:
    def __init__(self, sheet: KeySheet, label: str, owner: QWidget) -> None:
        self._sheet, self._label = sheet, label
        owner._edit = self  # type: ignore[attr-defined]  # noqa: SLF001 - lives as long as its button

    def now(self) -> None:
        self._sheet.edit(self._label)


class _Pressed:
    def __init__(self, sheet: KeySheet, label: str, owner: QWidget) -> None:
        self._sheet, self._label = sheet, label
        owner._pressed = self  # type: ignore[attr-defined]  # noqa: SLF001

    def now(self, sequence: QKeySequence) -> None:
        if not sequence.isEmpty():
            self._sheet.pressed(self._label, sequence)

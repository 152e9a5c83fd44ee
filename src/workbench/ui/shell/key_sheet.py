"""The sheet of keys: everything that can be done here and has a key, as it stands in the table of entries."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.layout import column, emptied, holding, row, scrolling
from workbench.ui.menu import Entry, spoken
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.keyhints import KeyHints
from workbench.ui.widgets.overlay import Overlay
from workbench.ui.widgets.said import Said, Shortened

WIDTH, HEIGHT, TOP, COLUMNS = 860, 520, 56, 2
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
Group = tuple[str, list[tuple[str, str]]]


def key_groups(desk: Desk, entries: Iterable[Entry]) -> list[Group]:
    """Keys and what they do, by menu; then those of all lists."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for entry in entries:
        said = spoken(entry, desk.words)
        # a verb of one letter names it in its label: "Due today (T)"
        letter = said[said.rfind("(") + 1 : -1] if said.endswith(")") and len(said) - said.rfind("(") <= LETTER else ""
        keys = entry.keys.split("|")[0] or letter
        if keys:
            text = said[: said.rfind("(")].strip() if letter and not entry.keys else said
            groups.setdefault(entry.menu or N_("View"), []).append((keys, text))
    found = [(desk.words(menu), keys) for menu, keys in groups.items()]
    return [*found, (desk.words(N_("Lists and windows")), [(keys, desk.words(said)) for keys, said in LISTS])]


LETTER = len("(Espacio)")


class KeySheet(Overlay):
    """F1 shows it, any click outside or Esc puts it away."""

    def __init__(
        self, window: QWidget, desk: Desk, entries: Callable[[], list[Entry]], manual: Callable[[], None]
    ) -> None:
        super().__init__(window, desk.theme)
        self._desk, self._entries = desk, entries
        self.setObjectName("keys.sheet")
        self.veil.touched.connect(self.leave)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(3)
        words, theme = desk.words, desk.theme
        self._manual = button(theme, words("Open the manual"), "book-open")
        self._manual.clicked.connect(manual)
        close = button(theme, words("Close"), "x", "quiet")
        close.clicked.connect(self.leave)
        head = row(Said(theme, words("Keys"), "title"), None, self._manual, close, gap=8)
        body = scrolling(holding(column(self._grid, None, margins=(0, 0, 12, 0))))
        body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body.setAccessibleName(words("Keys"))
        self.setLayout(column(head, body, margins=(20, 16, 16, 14), gap=10, stretch=(0, 1)))

    def begin(self) -> None:
        """Show the keys of the page in front."""
        emptied(self._grid)
        groups = key_groups(self._desk, self._entries())
        lengths = [0] * COLUMNS
        for title, keys in groups:
            place = lengths.index(min(lengths))
            self._grid.addWidget(self._group(title, keys), lengths[place], place, len(keys) + 1, 1)
            lengths[place] += len(keys) + 1
        self.come(WIDTH, HEIGHT, TOP)
        self._manual.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _group(self, title: str, keys: list[tuple[str, str]]) -> QWidget:
        theme = self._desk.theme
        lines: list[QWidget | QGridLayout] = [Said(theme, title, "strong", "accent_text")]
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 8)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for place, (mark, said) in enumerate(keys):
            grid.addWidget(KeyHints(theme, [(mark, "")]), place, 0)
            text: QLabel = Shortened(theme, said, "label")
            grid.addWidget(text, place, 1)
        lines.append(grid)
        return holding(column(*lines, gap=4))

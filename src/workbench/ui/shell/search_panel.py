"""The search: one line, and what it finds grouped by kind, over whatever page is open."""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QWidget

from workbench.search.queries import Group, Hit, find
from workbench.ui import icons, painting
from workbench.ui.desk import Desk
from workbench.ui.layout import column
from workbench.ui.widgets.said import Said

PAGES = {
    "account": ("account", "building-2"),
    "person": ("contacts", "user"),
    "meeting": ("meetings", "calendar"),
    "action_item": ("actions", "circle-check-big"),
    "plan": ("account", "target"),
    "member": ("team", "user-round"),
}
HIT = Qt.ItemDataRole.UserRole


class SearchPanel(QWidget):
    """A child of the window, not a popup: it must survive a change of the keyboard layout."""

    went = Signal(str, object)

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self._window, self._desk = parent, desk
        self._line = QLineEdit()
        self._line.setPlaceholderText(desk.words("Name, note, phone …"))
        self._line.setAccessibleName(desk.words("Search"))
        self._line.setMaxLength(200)
        self._line.setObjectName("search.line")
        self._model = QStandardItemModel(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setAccessibleName(desk.words("Results"))
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setObjectName("search.results")
        self._said = Said(desk.theme, "", "label", "muted")
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(30)
        self._wait.timeout.connect(self.look)
        self._line.textChanged.connect(self._wait.start)
        self._line.returnPressed.connect(self._open)
        self._list.clicked.connect(self._open)
        self.setLayout(column(self._line, self._list, self._said, margins=(14, 14, 14, 12), gap=8))
        self.hide()

    def begin(self, text: str = "") -> None:
        """Come up with an empty line, or with some words in it."""
        width = min(640, self._window.width() - 80)
        self.setGeometry((self._window.width() - width) // 2, 70, width, 420)
        self._line.setText(text if isinstance(text, str) else "")
        self.look()
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def look(self) -> None:
        """Find what the line says."""
        text = self._line.text()
        with self._desk.workspace.read() as session:
            groups = find(session, text, 8) if text.strip() else []
        self._fill(groups)
        found = sum(len(group.hits) for group in groups)
        nothing = self._desk.words("Nothing for “{text}”.", text=text) if text.strip() else ""
        self._said.setText(self._desk.words.many("{n} result", "{n} results", found) if found else nothing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.card(QPainter(self), QRectF(self.rect()), self._desk.theme, accent=True)

    def _fill(self, groups: list[Group]) -> None:
        theme = self._desk.theme
        self._model.clear()
        for group in groups:
            head = QStandardItem(self._desk.words(group.label))
            head.setEnabled(False)
            head.setFont(theme.font("caption"))
            self._model.appendRow(head)
            for hit in group.hits:
                item = QStandardItem(f"{hit.title} · {hit.where}" if hit.where else hit.title)
                item.setIcon(icons.icon(theme, PAGES[hit.kind][1]))
                item.setData(hit, HIT)
                self._model.appendRow(item)
        if self._model.rowCount() > 1:
            self._list.setCurrentIndex(self._model.index(1, 0))

    def _walk(self, step: int) -> None:
        row = self._list.currentIndex().row() + step
        while 0 <= row < self._model.rowCount() and not self._model.item(row).isEnabled():
            row += step
        if 0 <= row < self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(row, 0))

    def _open(self) -> None:
        self.look()
        hit = self._list.currentIndex().data(HIT)
        if isinstance(hit, Hit):
            self.hide()
            page = PAGES[hit.kind][0]
            self.went.emit(page, hit.account_id if hit.kind == "plan" else hit.id)

"""The undo list: the newest steps, to be taken back in one go down to the one that is chosen."""

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from workbench.kernel.journal import Past
from workbench.ui.desk import Desk
from workbench.ui.layout import column, row
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.keyhints import KeyHints
from workbench.ui.widgets.overlay import Overlay
from workbench.ui.widgets.said import Said

WIDTH, HEIGHT, TOP, SHOWN, ROW = 560, 420, 78, 200, 28


class UndoList(Overlay):
    """Newest first; what would be taken back is selected. `wanted` says how many steps."""

    wanted = Signal(int)

    def __init__(self, window: QWidget, desk: Desk, told: Callable[[Past], str]) -> None:
        super().__init__(window, desk.theme)
        self._desk, self._told = desk, told
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setObjectName("undo.list")
        self.list.setAccessibleName(desk.words("Undo list"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.list.selectionModel().currentChanged.connect(self._reach)
        self.list.clicked.connect(self._take)
        self.list.activated.connect(self._take)
        self._said = Said(desk.theme, "", "label", "text2")
        self._nothing = Empty(desk.theme, "undo-2", desk.words("There is nothing to take back yet."))
        self.veil.touched.connect(self.leave)
        words = desk.words
        hints = KeyHints(desk.theme, [("Enter", words("take back")), ("Esc", words("cancel"))])
        head = Said(desk.theme, words("Undo list"), "subtitle")
        self.setLayout(
            column(
                head,
                self.list,
                self._nothing,
                row(self._said, None, hints),
                margins=(16, 14, 16, 12),
                gap=8,
                stretch=(0, 1, 1),
            )
        )

    def begin(self) -> None:
        """Show the newest steps, the newest one chosen."""
        desk = self._desk
        self._model.clear()
        for past in reversed(desk.workspace.stacks().done[-SHOWN:]):
            local = past.at.astimezone(ZoneInfo(desk.clock.zone))
            when = desk.formats.time(local.time())
            if local.date() != desk.clock.today():
                when = f"{desk.formats.short_day(local.date())} {when}"
            item = QStandardItem(f"{when}   {self._told(past)}")
            item.setSizeHint(QSize(0, desk.theme.px(ROW)))
            self._model.appendRow(item)
        has_any = self._model.rowCount() > 0
        self.list.setVisible(has_any)
        self._nothing.setVisible(not has_any)
        self._said.setText("")
        self.come(WIDTH, HEIGHT, TOP)
        (self.list if has_any else self).setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.setCurrentIndex(self._model.index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        else:
            super().keyPressEvent(event)

    def _reach(self) -> None:
        """Everything from the newest down to the chosen step goes with it."""
        last = self.list.currentIndex()
        if last.isValid():
            whole = QItemSelection(self._model.index(0, 0), last)
            flag = QItemSelectionModel.SelectionFlag
            self.list.selectionModel().select(whole, flag.ClearAndSelect)
            n = last.row() + 1
            self._said.setText(self._desk.words.many("Takes back {n} step.", "Takes back {n} steps.", n))

    def _take(self) -> None:
        if not self.isVisible():
            # Enter is heard twice: by the list and by this card
            return
        steps = self.list.currentIndex().row() + 1
        self.leave()
        if steps > 0:
            self.wanted.emit(steps)

"""A line that offers records while a part of their name is typed, and to make a new one as the last offer."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from workbench.kernel.entity import Entity
from workbench.kernel.folding import fold
from workbench.kernel.references import called
from workbench.ui.children import Chosen
from workbench.ui.desk import Desk

MOST = 8


class Picker(QLineEdit):
    """Emits what was chosen: a record, or just the text where nothing is called so."""

    picked = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, kinds: Sequence[type[Entity]], label: str) -> None:
        super().__init__()
        self._desk, self._kinds = desk, kinds
        self._offers: list[Chosen] = []
        self._chosen: Chosen | None = None
        self._names = QStringListModel(self)
        if kinds:
            completer = QCompleter(self._names, self)
            completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
            completer.activated[QModelIndex].connect(self._chose)  # type: ignore[index]
            self.setCompleter(completer)
        # the completer writes the name into the field after it has told which one it is
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._give)
        self.setPlaceholderText(label)
        self.setAccessibleName(label)
        self.setMaxLength(2_000)
        self.textEdited.connect(self._look)
        self.returnPressed.connect(self._entered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def offers(self) -> list[str]:
        """What is offered for the text so far."""
        return self._names.stringList()

    def _look(self, text: str) -> None:
        if not self._kinds:
            return
        with self._desk.workspace.read() as session:
            self._offers = [
                Chosen(name, kind.__tablename__, key)
                for kind in self._kinds
                for key, name in (called(session, kind.metadata.tables[kind.__tablename__], text, MOST))
            ]
        names = [offer.text for offer in self._offers]
        if text.strip() and not any(fold(name) == fold(text.strip()) for name in names):
            self._offers.append(Chosen(text.strip()))
            names.append(self._desk.words("Create “{name}”", name=text.strip()))
        self._names.setStringList(names)

    def _chose(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._offers):
            self._chosen = self._offers[index.row()]
            self._later.start(0)

    def _entered(self) -> None:
        if self.text().strip() and self._chosen is None:
            self._look(self.text())
            self._chosen = self._offers[0] if self._offers else Chosen(self.text().strip())
            self._give()

    def _give(self) -> None:
        chosen, self._chosen = self._chosen, None
        if chosen is not None:
            self.picked.emit(chosen)

"""Files dropped anywhere on the window go to the import page."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from workbench.ui.shell.main_window import MainWindow

ABOVE = {QEvent.Type.DragEnter, QEvent.Type.DragMove}


class Dropping(QObject):
    """Takes files out of the hands of whoever lets go of them over a window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or not isinstance(watched, QWidget):
            return False
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files and event.type() in ABOVE:
            event.acceptProposedAction()
        elif files and event.type() == QEvent.Type.Drop:
            event.acceptProposedAction()
            self._window.go("import", files)
        return bool(files)

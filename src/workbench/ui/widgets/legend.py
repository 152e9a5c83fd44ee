"""What the signs of a picture mean."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.ui.theme import Theme
from workbench.ui.widgets.said import Said, plainly

LEAST = 300


class Legend(Said):
    """Stands below a picture where its `view` is high enough for both; else it is the tooltip of the picture."""

    def __init__(self, theme: Theme, text: str, picture: QWidget, view: QWidget) -> None:
        super().__init__(theme, text, "caption", "text2", wraps=True)
        self._picture = picture
        picture.setAccessibleDescription(text)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            has_room = event.size().height() >= self._theme.px(LEAST)
            self.setVisible(has_room)
            self._picture.setToolTip("" if has_room else plainly(self.text()))
        return super().eventFilter(watched, event)

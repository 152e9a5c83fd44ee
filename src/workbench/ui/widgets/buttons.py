"""Buttons: plain, primary, quiet, chips that filter."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton

from workbench.ui import icons
from workbench.ui.theme import Theme
from workbench.ui.widgets.said import explain


class Turning(QPushButton):
    """A button that stays down, and is bold then: it has the room for that from the beginning."""

    def sizeHint(self) -> QSize:
        return self._roomy(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._roomy(super().minimumSizeHint())

    def _roomy(self, plain: QSize) -> QSize:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        wide = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return plain + QSize(max(0, wide), 0)


def button(theme: Theme, text: str = "", icon: str | None = None, look: str = "", tip: str = "") -> QPushButton:
    """A button; `look` is "primary", "quiet", "chip" or nothing. `tip` names one without a text."""
    made = (Turning if look == "chip" else QPushButton)(text.replace("&", "&&"))
    if icon:
        token = "on_accent" if look == "primary" else "text2"
        made.setIcon(icons.icon(theme, icon, token))
        made.setIconSize(QSize(theme.px(16), theme.px(16)))
    if look:
        made.setProperty(look, True)
    made.setCheckable(look == "chip")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(text or tip)
    explain(made, tip)
    return made

"""Buttons: plain, primary, quiet, chips that filter."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from workbench.ui import icons
from workbench.ui.theme import Theme
from workbench.ui.widgets.said import explain


def button(theme: Theme, text: str = "", icon: str | None = None, look: str = "", tip: str = "") -> QPushButton:
    """A button; `look` is "primary", "quiet", "chip" or nothing. `tip` names one without a text."""
    made = QPushButton(text.replace("&", "&&"))
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

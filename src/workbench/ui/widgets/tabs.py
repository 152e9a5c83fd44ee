"""Tabs in a row, told to a screen reader as what they are: Qt would call a button that stays down a check box."""

from functools import cache
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from workbench.ui.layout import row
from workbench.ui.theme import Theme
from workbench.ui.widgets.buttons import Turning

PRESS = "Press"
GAP = 20


class Tab(Turning):
    """One tab; that of the page in front is down."""

    heard: QAccessibleWidget | None = None

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        _tell_readers()
        self.setProperty("tab", True)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(theme.px(24))
        self.name(text)

    def name(self, text: str) -> None:
        """Write on it, and say the same."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)


class TabRow(QWidget):
    """Tabs side by side."""

    heard: QAccessibleWidget | None = None

    def __init__(self, name: str, *tabs: Tab) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setLayout(row(*tabs, None, gap=GAP))


class _HeardTab(QAccessibleWidget):
    def __init__(self, tab: Tab) -> None:
        super().__init__(tab, QAccessible.Role.PageTab)
        self._tab = tab

    def state(self) -> QAccessible.State:
        told: Any = super().state()
        told.selectable, told.selected = True, self._tab.isChecked()
        return told  # type: ignore[no-any-return]

    def actionNames(self) -> list[str]:
        return [PRESS, *super().actionNames()]

    def doAction(self, name: str) -> None:
        self._tab.click() if name == PRESS else super().doAction(name)


@cache
def _tell_readers() -> None:
    QAccessible.installFactory(_heard)


def _heard(_kind: str, made: object) -> QAccessibleWidget | None:
    if isinstance(made, Tab):
        told: QAccessibleWidget = _HeardTab(made)
    elif isinstance(made, TabRow):
        told = QAccessibleWidget(made, QAccessible.Role.PageTabList)
    else:
        return None
    # Qt keeps what it is given, but not the part of it that is written in Python
    made.heard = told
    return told

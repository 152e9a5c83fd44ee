"""What the user can trigger, as data: menus, tool bars, tooltips and keys are drawn from it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from workbench.kernel.words import Words
from workbench.ui import icons
from workbench.ui.theme import Theme
from workbench.ui.widgets.said import plainly


def always() -> bool:
    return True


@dataclass(frozen=True)
class Entry:
    """One thing to do: its English label, its key, its icon, what it does, and when it can be done.

    `menu` is the menu bar's menu it stands in; `said` gives a label that changes ("Undo rename"); `why` says why
    it cannot be done when it cannot.
    """

    label: str
    keys: str
    run: Callable[[], object]
    icon: str = ""
    menu: str = ""
    when: Callable[[], bool] = always
    said: Callable[[], str] | None = None
    why: str = ""


@runtime_checkable
class Teller(Protocol):
    """A window that says why a key does nothing now; `why` is marked for the catalogues."""

    def say_why_not(self, why: str) -> None: ...


def fill(menu: QMenu, entries: Iterable[Entry], words: Words, theme: Theme, owner: QWidget) -> list[QAction]:
    """Draw entries into a menu; how each is called and whether it can be done is asked when the menu opens."""
    made = [_action(entry, words, owner) for entry in entries]
    menu.addActions(made)
    refresh = _Refresh(list(zip(made, entries, strict=True)), words, theme, menu)
    menu.setToolTipsVisible(True)
    menu.aboutToShow.connect(refresh.now)
    menu.aboutToHide.connect(refresh.listen)
    return made


def spoken(entry: Entry, words: Words) -> str:
    return entry.said() if entry.said else words(entry.label)


def _action(entry: Entry, words: Words, owner: QWidget) -> QAction:
    action = QAction(words(entry.label).replace("&", "&&"), owner)
    if entry.keys:
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys.split("|")])
    action.triggered.connect(_Run(entry, action, owner).now)
    return action


def _teller_above(widget: QWidget | None) -> Teller | None:
    while widget is not None and not isinstance(widget, Teller):
        widget = widget.parentWidget()
    return widget


class _Run:
    """Keeps an entry beside its action; a lambda here would keep the page alive."""

    def __init__(self, entry: Entry, action: QAction, owner: QWidget) -> None:
        self._entry, self._owner = entry, owner
        action.setProperty("entry", entry.label)
        # the action owns the connection's target
        action._run = self  # type: ignore[attr-defined]  # noqa: SLF001

    def now(self) -> None:
        if self._entry.when():
            self._entry.run()
            return
        teller = _teller_above(self._owner)
        if teller and self._entry.why:
            teller.say_why_not(self._entry.why)


class _Refresh:
    def __init__(self, pairs: list[tuple[QAction, Entry]], words: Words, theme: Theme, menu: QMenu) -> None:
        self._pairs, self._words, self._theme = pairs, words, theme
        menu._refresh = self  # type: ignore[attr-defined]  # noqa: SLF001

    def now(self) -> None:
        """Say what can be done, and why the rest cannot; an entry whose time has not come stays visible, grey."""
        for action, entry in self._pairs:
            can = entry.when()
            action.setText(spoken(entry, self._words).replace("&", "&&"))
            action.setEnabled(can)
            if entry.icon and action.icon().isNull():
                # menus are filled for every page and opened now and then
                action.setIcon(icons.icon(self._theme, entry.icon))
            action.setToolTip("" if can or not entry.why else plainly(self._words(entry.why)))

    def listen(self) -> None:
        """Hear every key while the menu is closed; whether it can be done is asked when it is pressed."""
        for action, entry in self._pairs:
            action.setEnabled(bool(entry.keys) or action.isEnabled())

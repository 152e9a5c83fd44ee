"""Keys of the window work from inside text fields, and undo works where the field has nothing to undo."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.keys import ShortcutGuard
from workbench.ui.layout import column

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def guard(qapp: QApplication) -> Iterator[ShortcutGuard]:
    made = ShortcutGuard()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


@pytest.fixture
def window(guard: ShortcutGuard, qtbot: QtBot) -> QWidget:
    """A window with two text fields and two keys of its own; what was pressed is in its `heard`."""
    made = QWidget()
    qtbot.addWidget(made)
    made.heard = []
    for keys in ("Ctrl+Z", "Ctrl+K"):
        QShortcut(QKeySequence(keys), made, lambda keys=keys: made.heard.append(keys))
    made.line, made.note = QLineEdit(), QPlainTextEdit()
    made.setLayout(column(made.line, made.note))
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


@pytest.mark.parametrize("field", ["line", "note"])
def test_undo_is_the_windows_once_the_field_has_nothing_left(window: QWidget, field: str, qtbot: QtBot) -> None:
    editor = getattr(window, field)
    editor.setFocus()
    qtbot.keyClicks(editor, "abc")
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert window.heard == []
    assert (editor.text() if field == "line" else editor.toPlainText()) == ""
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert window.heard == ["Ctrl+Z"]


def test_the_search_opens_from_inside_a_field(window: QWidget, qtbot: QtBot) -> None:
    window.line.setFocus()
    qtbot.keyClicks(window.line, "abc")
    qtbot.keyClick(window.line, Qt.Key.Key_K, CTRL)
    assert (window.heard, window.line.text()) == (["Ctrl+K"], "abc")

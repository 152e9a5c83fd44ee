"""Data is shown as it is; markup in it is never followed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.theme import Theme
from workbench.ui.widgets.said import Said, Shortened, explain

HOSTILE = ("<b>bold</b>", '<img src="/etc/passwd">', "<a href='file:///'>x</a>", "a & b < c", "&amp;")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_label_shows_markup(theme: Theme, qtbot: QtBot, text: str) -> None:
    label = Said(theme, text)
    qtbot.addWidget(label)
    assert (label.text(), label.textFormat()) == (text, Qt.TextFormat.PlainText)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_tooltip_shows_markup(qtbot: QtBot, text: str) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    explain(widget, text)
    assert as_shown(widget.toolTip()) == text


def test_a_text_without_room_is_shortened_and_whole_in_the_tooltip(theme: Theme, qtbot: QtBot) -> None:
    label = Shortened(theme, "Cooperativa Hortofrutícola Nuestra Señora del Valle")
    qtbot.addWidget(label)
    label.resize(120, 20)
    label.show()
    assert label.text().endswith("…")
    assert as_shown(label.toolTip()) == "Cooperativa Hortofrutícola Nuestra Señora del Valle"
    label.resize(900, 20)
    assert (label.text(), label.toolTip()) == ("Cooperativa Hortofrutícola Nuestra Señora del Valle", "")


def as_shown(tooltip: str) -> str:
    """What Qt makes of a tooltip: it guesses whether it is rich text."""
    if not GuiQt.mightBeRichText(tooltip):
        return tooltip
    document = QTextDocument()
    document.setHtml(tooltip)
    return document.toPlainText()

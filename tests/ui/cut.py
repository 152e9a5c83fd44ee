"""What is cut: a label, a button or a heading that has less room than its text needs."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QTableView,
    QWidget,
)

from workbench.ui.widgets.chips import ChipRow
from workbench.ui.widgets.said import Shortened


def cut(window: QWidget) -> list[str]:
    """Sentences about every text of a window that is not to be seen whole, and that no tooltip gives."""
    return sorted({said for widget in window.findChildren(QWidget) if widget.isVisible() for said in _cut(widget)})


def _cut(widget: QWidget) -> Iterator[str]:
    name = widget.objectName() or type(widget).__name__
    if isinstance(widget, QLabel) and widget.text() and not isinstance(widget, Shortened):
        needs = widget.heightForWidth(widget.width()) if widget.wordWrap() else 0
        if not widget.wordWrap() and widget.width() < _wide(widget, widget.text()):
            yield f"{name} “{widget.text()}” is {widget.width()} wide"
        if needs > widget.height() + 1:
            yield f"{name} “{widget.text()}” is {widget.height()} high and needs {needs}"
    if isinstance(widget, QPushButton | QCheckBox | QRadioButton) and widget.width() < widget.minimumSizeHint().width():
        yield f"{name} “{widget.text()}” is {widget.width()} wide"
    if isinstance(widget, QAbstractButton) and widget.height() < widget.minimumSizeHint().height() - 1:
        yield f"{name} “{widget.text()}” is {widget.height()} high"
    if isinstance(widget, ChipRow) and widget.width() < widget.minimumSizeHint().width():
        yield f"{name} “{widget.accessibleName()}” is {widget.width()} wide"
    if isinstance(widget, ChipRow) and widget.height() < widget.heightForWidth(widget.width()):
        yield f"{name} “{widget.accessibleName()}” is {widget.height()} high"
    if isinstance(widget, QTableView):
        yield from _heads(widget)
    if _sticks_out(widget):
        yield f"{name} “{_text(widget)}” sticks out of {type(widget.parentWidget()).__name__}"


def _wide(widget: QWidget, text: str) -> int:
    return max(QFontMetrics(widget.font()).horizontalAdvance(line) for line in text.split("\n"))


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else widget.accessibleName()


def _heads(table: QTableView) -> Iterator[str]:
    head, model = table.horizontalHeader(), table.model()
    for column in range(model.columnCount() if head.isVisible() else 0):
        text = str(model.headerData(column, Qt.Orientation.Horizontal))
        if not head.isSectionHidden(column) and head.sectionSize(column) < _wide(head, text):
            yield f"column “{text}” is {head.sectionSize(column)} wide"


def _sticks_out(widget: QWidget) -> bool:
    """Whether a part reaches over the edge of what holds it, where nothing scrolls."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or not isinstance(widget, QLabel | QAbstractButton):
        return False
    if isinstance(parent.parentWidget(), QAbstractScrollArea):
        return False
    place = QRect(widget.mapTo(parent, QPoint(0, 0)), widget.size())
    return not parent.rect().adjusted(-1, -1, 1, 1).contains(place)

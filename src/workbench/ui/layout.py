"""Layouts as expressions: they read the way the window looks."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

Piece = QWidget | QLayout | int | None
Lines = Sequence[Sequence[QWidget | None]]
Margins = tuple[int, int, int, int]
NONE: Margins = (0, 0, 0, 0)
L = TypeVar("L", bound=QBoxLayout)


def column(*pieces: Piece, margins: Margins = NONE, gap: int = 8, stretch: Sequence[int] = ()) -> QVBoxLayout:
    """Pieces from top to bottom; None is room that grows, a number a gap."""
    return _filled(QVBoxLayout(), pieces, margins, gap, stretch)


def row(*pieces: Piece, margins: Margins = NONE, gap: int = 8, stretch: Sequence[int] = ()) -> QHBoxLayout:
    """Pieces from left to right; None is room that grows, a number a gap."""
    return _filled(QHBoxLayout(), pieces, margins, gap, stretch)


def grid(
    rows: Sequence[Sequence[QWidget | None]], margins: Margins = NONE, gap: tuple[int, int] = (12, 8)
) -> QGridLayout:
    """Pieces in rows and columns that line up; None is an empty place, and the last column grows."""
    made = QGridLayout()
    made.setContentsMargins(*margins)
    made.setHorizontalSpacing(gap[0])
    made.setVerticalSpacing(gap[1])
    for y, pieces in enumerate(rows):
        for x, piece in enumerate(pieces):
            if piece is not None:
                made.addWidget(piece, y, x)
    made.setColumnStretch(max((len(pieces) for pieces in rows), default=1) - 1, 1)
    return made


def holding(layout: QLayout, parent: QWidget | None = None) -> QWidget:
    """A widget that does nothing but hold a layout."""
    widget = QWidget(parent)
    widget.setLayout(layout)
    return widget


def scrolling(inside: QWidget) -> QScrollArea:
    """A part that scrolls up and down when there is too little room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    lay_bare(area)
    area.setWidget(inside)
    inside.setAutoFillBackground(False)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def lay_bare(area: QAbstractScrollArea) -> None:
    """Let the ground that a scrolling part lies on be seen; to be called before anything is put into it.

    Asking Qt for the part's own ground costs a start 8 ms: Qt for Python then makes every kind of widget known.
    """
    area.setViewport(QWidget())


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            emptied(inner)


def _filled(layout: L, pieces: Sequence[Piece], margins: Margins, gap: int, stretch: Sequence[int]) -> L:
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    for piece in pieces:
        if piece is None:
            layout.addStretch(1)
        elif isinstance(piece, int):
            layout.addSpacing(piece)
        elif isinstance(piece, QLayout):
            layout.addLayout(piece)
        else:
            layout.addWidget(piece)
    for place, share in enumerate(stretch):
        layout.setStretch(place, share)
    return layout

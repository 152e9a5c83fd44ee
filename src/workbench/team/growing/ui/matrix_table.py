"""The skill matrix on the screen: a band, a tint, digits and a sign for each cell, never colour alone."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from workbench.team.growing.gaps import Bench, Ground, Standing
from workbench.team.growing.ui.matrix_model import CELL_ROLE, MatrixModel
from workbench.ui import icons, painting
from workbench.ui.desk import Desk
from workbench.ui.painting import Index
from workbench.ui.theme import Theme

LEAST, WIDE, HIGH, NAMES, HEAD, BAND, LINES, DOTS = 86, 124, 38, 168, 70, 9, 3, 16
# the token, the pattern of the band and the sign of each ground
LOOKS = {
    Ground.READY: ("ok", Qt.BrushStyle.SolidPattern, "check"),
    Ground.GAP: ("warn", Qt.BrushStyle.BDiagPattern, "triangle-alert"),
    Ground.WIDE: ("crit", Qt.BrushStyle.DiagCrossPattern, "circle-alert"),
}
# what Shift makes of the digits on the keyboards of the two languages
SHIFTED = {"=": 0, ")": 0, "!": 1, '"': 2, "@": 2, "·": 3, "#": 3, "£": 3, "$": 4}
LETTERS = {Qt.Key.Key_Return: "Enter", Qt.Key.Key_Enter: "Enter", Qt.Key.Key_F2: "F2", Qt.Key.Key_Delete: "Delete"}


class MatrixTable(QTableView):
    """Walked by arrows; `digit` tells a level and whether Shift was held, `letter` every other key."""

    digit = Signal(int, bool)
    letter = Signal(str)

    def __init__(self, desk: Desk, model: MatrixModel) -> None:
        super().__init__()
        self._theme, self._matrix = desk.theme, model
        self.setHorizontalHeader(_Head(desk.theme, model))
        self.setModel(model)
        self.setItemDelegate(_Painter(desk.theme, self))
        self.setObjectName("skills.table")
        self.setAccessibleName(desk.words("Skill matrix"))
        self.setShowGrid(False)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setVerticalHeader(_Names(desk.theme, model))
        self.setCornerButtonEnabled(False)
        for corner in self.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly):
            corner.setObjectName("skills.table.corner")
        names = self.verticalHeader()
        names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        names.setDefaultSectionSize(desk.theme.px(HIGH))
        names.setFixedWidth(desk.theme.px(NAMES))
        names.setHighlightSections(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Share the room among the skills; where there is too little, they scroll."""
        head, skills, px = self.horizontalHeader(), self._matrix.matrix.skills, self._theme.px
        wide = min(max(self.viewport().width() // max(1, len(skills)), px(LEAST)), px(WIDE))
        head.setDefaultSectionSize(wide)
        metrics = QFontMetrics(self._theme.font("caption"))
        self._matrix.heads = [_broken(skill.name, metrics, wide - px(12)) for skill in skills]
        if skills:
            self._matrix.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(skills) - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        text = event.text()
        is_bare = held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if is_bare and text in SHIFTED:
            self.digit.emit(SHIFTED[text], True)
        elif is_bare and text in tuple("0123456789"):
            self.digit.emit(int(text), held == Qt.KeyboardModifier.ShiftModifier)
        elif not held and event.key() in LETTERS:
            self.letter.emit(LETTERS[Qt.Key(event.key())])
        elif not held and text.upper() in ("N", "P", "R", "W"):
            self.letter.emit(text.upper())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are verbs here, not the beginning of a name."""


class _Head(QHeaderView):
    """The names of the skills on two lines, and below them as many dots as they are important."""

    def __init__(self, theme: Theme, model: MatrixModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme, self._matrix = theme, model
        self.setFont(theme.font("caption"))
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(theme.px(WIDE))
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._theme.px(HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        skill, theme = self._matrix.skill_at(section), self._theme
        painter.fillRect(rect, theme.color("subtle"))
        if skill is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(rect).adjusted(theme.px(6), theme.px(5), 0, -theme.px(DOTS))
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text"))
        name = str(self._matrix.headerData(section, Qt.Orientation.Horizontal) or "")
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), name)
        painter.setPen(QPen(theme.color("border"), theme.edge))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QPen(theme.color("text2"), 1))
        for place in range(3):
            painter.setBrush(theme.color("text2") if place < skill.importance else Qt.BrushStyle.NoBrush)
            at = QPointF(room.left() + theme.px(4) + place * theme.px(10), rect.bottom() - theme.px(9))
            painter.drawEllipse(at, theme.px(3), theme.px(3))
        painter.restore()


class _Names(QHeaderView):
    """Whose row it is."""

    def __init__(self, theme: Theme, model: MatrixModel) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._theme, self._matrix = theme, model

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        # below the last name lies the same ground as below the last level
        below = self.viewport().rect().adjusted(0, self.length() - self.offset(), 0, 0)
        QPainter(self.viewport()).fillRect(below, self._theme.color("surface"))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, count = self._theme, len(self._matrix.matrix.rows)
        painter.save()
        painter.fillRect(rect, theme.color("subtle" if section == count else "surface"))
        if section == count:
            painter.fillRect(QRect(rect.x(), rect.y(), rect.width(), 2), theme.color("border_strong"))
        painter.fillRect(QRect(rect.x(), rect.bottom(), rect.width(), 1), theme.color("border"))
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("text"))
        name = str(self._matrix.headerData(section, Qt.Orientation.Vertical) or "")
        painting.text(painter, QRectF(rect).adjusted(20, 0, -theme.px(6), 0), name)
        painter.restore()


class _Painter(QStyledItemDelegate):
    def __init__(self, theme: Theme, table: MatrixTable) -> None:
        super().__init__(table)
        self._theme, self._table = theme, table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect, cell = self._theme, QRectF(option.rect), index.data(CELL_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = rect.adjusted(1, 1, -1, -1)
        if isinstance(cell, Bench):
            painter.fillRect(rect, theme.color("subtle"))
            painter.fillRect(QRectF(rect.x(), rect.y(), rect.width(), 2), theme.color("border_strong"))
        if isinstance(cell, Standing | Bench):
            self._paint_cell(painter, inside, cell)
        painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), theme.color("border"))
        if option.state & QStyle.StateFlag.State_Selected:
            painting.focus_ring(painter, inside, theme, 4)
        painter.restore()

    def _paint_cell(self, painter: QPainter, rect: QRectF, cell: Standing | Bench) -> None:
        theme, px = self._theme, self._theme.px
        ground = cell.ground
        token = "muted"
        if ground in LOOKS:
            token, pattern, icon = LOOKS[ground]
            if isinstance(cell, Standing):
                painter.fillRect(rect, theme.color(f"{token}_bg"))
            band = QRectF(rect.x(), rect.y(), px(BAND), rect.height())
            painter.fillRect(band, QBrush(theme.color(token), pattern))
            painter.setPen(QPen(theme.color(token), theme.edge))
            painter.drawLine(band.topRight(), band.bottomRight())
            size = px(14)
            at = QPointF(rect.right() - px(8) - size, rect.center().y() - size / 2)
            icons.draw(painter, at, icon, theme.tokens[token], size)
            self._paint_priority(painter, rect.adjusted(0, 0, -px(10) - size, 0), cell, token)
        self._paint_digits(painter, rect.adjusted(px(BAND + 7), 0, -px(40), 0), cell)

    def _paint_digits(self, painter: QPainter, room: QRectF, cell: Standing | Bench) -> None:
        now, wanted = (cell.ready, cell.needed) if isinstance(cell, Bench) else (cell.current, cell.required)
        theme = self._theme
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.color("text" if wanted or now else "muted"))
        shown = str(now) if wanted or now else "–"
        painter.drawText(room, int(painting.LEFT), shown)
        if wanted:
            left = painter.fontMetrics().horizontalAdvance(shown) + theme.px(2)
            painter.setFont(theme.font("label"))
            painter.setPen(theme.color("text2"))
            painter.drawText(room.adjusted(left, 0, theme.px(20), 0), int(painting.LEFT), f"/ {wanted}")

    def _paint_priority(self, painter: QPainter, room: QRectF, cell: Standing | Bench, token: str) -> None:
        if isinstance(cell, Standing) and cell.priority:
            painter.setFont(self._theme.font("strong"))
            painter.setPen(self._theme.color(token))
            painter.drawText(room, int(painting.RIGHT), str(cell.priority))


def _broken(name: str, metrics: QFontMetrics, width: int) -> str:
    """A name broken into lines, the last one shortened where it must be."""
    words, lines = " ".join(name.split()).split(" "), list[str]()
    while words and len(lines) < LINES - 1:
        line = words.pop(0)
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width:
            line = f"{line} {words.pop(0)}"
        lines.append(line)
    lines.append(" ".join(words))
    return "\n".join(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines if line)

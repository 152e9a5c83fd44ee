"""The plane of the matrix: fields with their strategies, bubbles with their numbers, where they come from and go."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from workbench.kernel.words import N_
from workbench.portfolio.positions import GRIDS, GROWING, Placed, Plane
from workbench.portfolio.ui.scores import marks
from workbench.portfolio.ui.scores.bubble import Bubble
from workbench.report import bubbles as layout
from workbench.ui import painting
from workbench.ui.desk import Desk

PIXELS = 3.78  # of a millimetre, at 100 %
SIDE, FOOT = 26, 24
MOVE_MS = 180
WAYS = {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}


class Canvas(QWidget):
    """Positions come from scores and are never dragged. Arrows walk to the nearest one, J and K as the table does."""

    chosen = Signal(object)
    opened = Signal(object)
    letter = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._placed: tuple[Placed, ...] = ()
        self._plane = Plane()
        self._laid: dict[int, layout.Laid] = {}
        self._from: dict[int, QPointF] = {}
        self._at: dict[int, QPointF] = {}
        self._names: dict[tuple[float, float], QRectF] = {}
        self._key: int | None = None
        self.bubbles: dict[int, Bubble] = {}
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(MOVE_MS)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.valueChanged.connect(self._step)
        self.setObjectName("portfolio.matrix.canvas")
        self.setAccessibleName(desk.words("Matrix"))
        self.setMinimumSize(desk.theme.px(250), desk.theme.px(190))

    def sizeHint(self) -> QSize:
        return QSize(self._desk.theme.px(460), self._desk.theme.px(380))

    def show_placed(self, placed: Sequence[Placed], plane: Plane) -> None:
        """Other places; who was there before moves to the new one."""
        is_same = plane == self._plane
        self._placed, self._plane = tuple(placed), plane
        self._keep_bubbles()
        self._lay_out(is_moving=is_same and self.isVisible())

    def go_to(self, key: int | None) -> None:
        """Choose a bubble."""
        self._key = key
        for bubble in self.bubbles.values():
            bubble.choose(is_chosen=bubble.key == key)
        if key in self.bubbles:
            self.bubbles[key].raise_()
        elif self.bubbles:
            # what is not in the picture leaves a way into it
            next(iter(self.bubbles.values())).setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.update()

    def focus_chosen(self) -> bool:
        """Give the keys to the chosen bubble; False where it is not in the picture."""
        bubble = self.bubbles.get(self._key or 0)
        if bubble is not None:
            bubble.setFocus(Qt.FocusReason.OtherFocusReason)
        return bubble is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(is_moving=False)

    def plane_rect(self) -> QRectF:
        """Where the fields are."""
        px = self._desk.theme.px
        return QRectF(px(SIDE), px(6), self.width() - px(SIDE) - px(10), self.height() - px(FOOT) - px(6))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.plane_rect()
        self._paint_fields(painter, rect)
        self._paint_axes(painter, rect)
        for key, laid in self._laid.items():
            self._paint_marks(painter, key, laid)
        for key, laid in self._laid.items():
            if laid.is_outside:
                self._paint_leader(painter, self._at[key], laid)

    def _keep_bubbles(self) -> None:
        there = {one.id: one for one in self._placed if one.at}
        for key in [key for key in self.bubbles if key not in there]:
            bubble = self.bubbles.pop(key)
            self._at.pop(key, None)
            bubble.hide()
            bubble.deleteLater()
        for key in there:
            if key not in self.bubbles:
                made = Bubble(self._desk.theme, key, self)
                made.clicked.connect(self._clicked)
                made.pressed_key.connect(self._press)
                made.show()
                self.bubbles[key] = made

    def _lay_out(self, *, is_moving: bool) -> None:
        rect, scale = self.plane_rect(), self._scale()
        there = [one for one in self._placed if one.at]
        drawn = layout.laid_out([_bubble(one) for one in there], rect.width() / scale, rect.height() / scale)
        ids = {one.number: one for one in there}
        self._laid = {ids[laid.number].id: laid for laid in drawn}
        self._names.clear()
        for key, laid in self._laid.items():
            one = ids[laid.number]
            inside = str(laid.number) if laid.is_labelled and not laid.is_outside else ""
            self.bubbles[key].tell(inside, self.said(one), is_known=laid.is_known)
            self.bubbles[key].raise_()
        self._from = dict(self._at)
        self._motion.stop()
        if is_moving and self._desk.theme.looks.has_motion and self._from:
            self._motion.start()
        else:
            self._step(1.0)

    def said(self, one: Placed) -> str:
        """An account in words: its number, name, both values, revenue and what to do with it."""
        words, number = self._desk.words, self._desk.formats.number
        values = (
            (self._plane.across, one.x),
            (self._plane.upwards, one.y),
        )
        parts = [
            words("{label}: {value}", label=words(axis.label), value=number(score.points)) for axis, score in values
        ]
        revenue = self._desk.formats.money(one.candidate.revenue, one.candidate.currency)
        parts.append(words("{label}: {value}", label=words("Revenue"), value=revenue))
        if one.candidate.potential:
            potential = self._desk.formats.money(one.candidate.potential, one.candidate.currency)
            parts.append(words("{label}: {value}", label=words("Potential a year"), value=potential))
        parts.append(words(one.strategy.label) if one.strategy else "")
        if one.aim:
            across, up = (number(round(value)) for value in one.aim)
            parts.append(words("target: {across} across, {up} up", across=across, up=up))
        parts.append("" if one.is_known else words("insufficient data"))
        said = ", ".join(filter(None, parts))
        return words("{n} {name}, {values}", n=one.number, name=one.candidate.name, values=said)

    def _step(self, share: float) -> None:
        for key, laid in self._laid.items():
            end = self._point((laid.x, laid.y))
            start = self._from.get(key, end)
            self._at[key] = start + (end - start) * share
            self.bubbles[key].place(self._at[key], laid.radius * self._scale())
        self.update()

    def _scale(self) -> float:
        return PIXELS * self._desk.theme.text_size / 100

    def _point(self, spot: tuple[float, float]) -> QPointF:
        rect, scale = self.plane_rect(), self._scale()
        return QPointF(rect.x() + spot[0] * scale, rect.y() + spot[1] * scale)

    def _paint_fields(self, painter: QPainter, rect: QRectF) -> None:
        theme, words, cells = self._desk.theme, self._desk.words, self._plane.cells
        wide, high = rect.width() / cells, rect.height() / cells
        painter.setFont(theme.font("micro"))
        metrics = QFontMetricsF(theme.font("micro"))
        for row, names in enumerate(GRIDS[cells]):
            for column, name in enumerate(names):
                field = QRectF(rect.x() + column * wide, rect.y() + row * high, wide, high)
                is_best = self._plane.is_natural and name in GROWING
                painter.fillRect(field, theme.color("info_bg" if is_best else "surface"))
                painter.setPen(QPen(theme.color("border"), theme.edge))
                painter.drawRect(field)
                if self._plane.is_natural:
                    painter.setPen(theme.color("info" if is_best else "muted"))
                    text = words(name.label)
                    place = self._name_place(field.adjusted(6, 4, -6, -4), metrics.horizontalAdvance(text) + 2)
                    painting.text(painter, place, text)
        painter.setPen(QPen(theme.color("border_strong"), theme.edge))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)

    def _name_place(self, field: QRectF, wide: float) -> QRectF:
        """Where the name of a field stands: where no bubble covers it; looked for once, not in every frame."""
        found = self._names.get((field.x(), field.y()))
        if found is None:
            found = self._names[field.x(), field.y()] = self._free_place(field, wide)
        return found

    def _free_place(self, field: QRectF, wide: float) -> QRectF:
        scale, rect = self._scale(), self.plane_rect()
        size = min(wide, field.width()) / scale, self._desk.theme.px(14) / scale
        box = field.translated(-rect.topLeft())
        inside = box.x() / scale, box.y() / scale, box.width() / scale, box.height() / scale
        spot = self._point(layout.name_spot(inside, size, list(self._laid.values())))
        return QRectF(spot.x(), spot.y(), size[0] * scale, size[1] * scale)

    def _paint_axes(self, painter: QPainter, rect: QRectF) -> None:
        theme, words = self._desk.theme, self._desk.words
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        below = QRectF(rect.x(), rect.bottom() + 2, rect.width(), theme.px(18))
        painting.text(painter, below, words(LOW), painting.LEFT)
        painting.text(painter, below, words(HIGH), painting.RIGHT)
        across = words("{axis} →", axis=words(self._plane.across.label))
        painting.text(painter, below.adjusted(40, 0, -40, 0), across, painting.CENTER)
        painter.save()
        painter.translate(rect.x() - theme.px(20), rect.bottom())
        painter.rotate(-90)
        beside = QRectF(0, 0, rect.height(), theme.px(18))
        painting.text(painter, beside, words(LOW), painting.LEFT)
        painting.text(painter, beside, words(HIGH), painting.RIGHT)
        upwards = words("{axis} →", axis=words(self._plane.upwards.label))
        painting.text(painter, beside.adjusted(40, 0, -40, 0), upwards, painting.CENTER)
        painter.restore()

    def _paint_marks(self, painter: QPainter, key: int, laid: layout.Laid) -> None:
        """The ring of what could be bought, the arrow from a year ago, and the one to where it is meant to stand."""
        color, centre, radius = self._color(key), self._at[key], laid.radius * self._scale()
        away = centre - self._point((laid.x, laid.y))
        for stroke in laid.rings:
            marks.ring(painter, color, [self._point(spot) + away for spot in stroke])
        if laid.before:
            marks.arrow(painter, color, (self._point(laid.before), centre), radius)
        if laid.aim:
            marks.aim(painter, color, (centre, self._point(laid.aim)), radius)

    def _paint_leader(self, painter: QPainter, centre: QPointF, laid: layout.Laid) -> None:
        theme, spot = self._desk.theme, self._point(laid.label)
        painter.setPen(QPen(theme.color("text2"), 1))
        painter.drawLine(centre, spot)
        high, wide = layout.LABEL_HIGH * self._scale(), layout.LABEL_WIDE * self._scale()
        box = QRectF(spot.x() - wide / 2, spot.y() - high / 2, wide, high)
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text"))
        painter.drawText(box, int(painting.CENTER), str(laid.number))

    def _color(self, key: int) -> QColor:
        return self._desk.theme.color("accent" if key == self._key else "muted")

    def _clicked(self) -> None:
        bubble = self.sender()
        if isinstance(bubble, Bubble):
            self.chosen.emit(bubble.key)

    def _press(self, bubble: Bubble, verb: str) -> None:
        if verb in WAYS:
            self._walk_to(self._nearest(bubble.key, *WAYS[verb]))
        elif verb in ("J", "K", "Home", "End"):
            order = [one.id for one in self._placed if one.at]
            here = order.index(bubble.key)
            place = {"J": here + 1, "K": here - 1, "Home": 0, "End": len(order) - 1}[verb]
            self._walk_to(order[min(max(place, 0), len(order) - 1)])
        elif verb == "Enter":
            self.opened.emit(bubble.key)
        else:
            self.letter.emit(verb)

    def _walk_to(self, key: int | None) -> None:
        if key is not None:
            self.chosen.emit(key)
            self.go_to(key)
            self.bubbles[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def _nearest(self, key: int, dx: int, dy: int) -> int | None:
        """The nearest bubble in a direction; what lies aside counts as farther away."""
        here, found = self._laid[key], []
        for other, laid in self._laid.items():
            along = (laid.x - here.x) * dx + (laid.y - here.y) * dy
            aside = abs((laid.x - here.x) * dy) + abs((laid.y - here.y) * dx)
            if other != key and along > 0:
                found.append((along + 2 * aside, other))
        return min(found)[1] if found else None


def _bubble(one: Placed) -> layout.Bubble:
    x, y = one.at or (0.0, 0.0)
    potential = one.candidate.potential or 0
    return layout.Bubble(one.number, x, y, one.candidate.revenue, one.before, one.is_known, potential, one.aim)


LOW, HIGH = N_("low"), N_("high")

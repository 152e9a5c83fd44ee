"""The thin back end: puts plain shapes and lines of text on a canvas."""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from workbench.report import fonts
from workbench.report.lines import one_line
from workbench.report.paper import MM
from workbench.report.shapes import Box, Circle, Label, Line, Point, Polygon, Shape, Shapes
from workbench.report.styles import BLACK, Ink, Style


class Picture(Flowable):
    """Shapes in the flow of a page, `height` millimetres high."""

    def __init__(self, shapes: Shapes, width: float, height: float) -> None:
        super().__init__()
        self.shapes = shapes
        self.width, self.height = width * MM, height * MM

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803 - reportlab's
        return self.width, self.height

    def draw(self) -> None:
        paint(self.canv, self.shapes, 0, self.height)


def write_lines(canvas: Canvas, x: float, top: float, lines: Sequence[str], style: Style) -> None:
    """Lines of text from `top` downwards, in points."""
    fonts.face(style.face)
    text = canvas.beginText(x, top - style.rise)
    text.setFont(style.face, style.size, style.leading)
    text.setFillColorRGB(*style.ink)
    for line in lines:
        text.textLine(line)
    canvas.drawText(text)


def write(canvas: Canvas, x: float, top: float, text: str, style: Style) -> None:
    write_lines(canvas, x, top, [text], style)


def paint(canvas: Canvas, shapes: Shapes, x: float, top: float) -> None:
    """Draw shapes whose origin lies at a place given in points."""
    canvas.saveState()
    canvas.translate(x, top)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    for shape in shapes:
        _paint(canvas, shape)
    canvas.restoreState()


def _paint(canvas: Canvas, shape: Shape) -> None:
    match shape:
        case Line(points, ink, weight, dash):
            _pen(canvas, ink, weight, dash)
            _trace(canvas, points, close=False, fill=None, stroke=True)
        case Polygon(points, fill, outline, weight):
            _pen(canvas, outline, weight)
            _trace(canvas, points, close=True, fill=fill, stroke=outline is not None)
        case Circle(x, y, radius, fill, outline, weight, dash):
            _pen(canvas, outline, weight, dash)
            _fill(canvas, fill)
            canvas.circle(x * MM, -y * MM, radius * MM, stroke=int(outline is not None), fill=int(fill is not None))
        case Box():
            _box(canvas, shape)
        case Label():
            _label(canvas, shape)


def _trace(canvas: Canvas, points: tuple[Point, ...], *, close: bool, fill: Ink | None, stroke: bool) -> None:
    _fill(canvas, fill)
    path = canvas.beginPath()
    path.moveTo(points[0][0] * MM, -points[0][1] * MM)
    for x, y in points[1:]:
        path.lineTo(x * MM, -y * MM)
    if close:
        path.close()
    canvas.drawPath(path, stroke=int(stroke), fill=int(fill is not None))


def _box(canvas: Canvas, box: Box) -> None:
    _fill(canvas, box.fill)
    _pen(canvas, box.ink, box.weight)
    stroke, fill = int(box.ink is not None), int(box.fill is not None)
    place = (box.x * MM, -(box.y + box.height) * MM, box.width * MM, box.height * MM)
    if box.radius:
        canvas.roundRect(*place, box.radius * MM, stroke=stroke, fill=fill)
    else:
        canvas.rect(*place, stroke=stroke, fill=fill)
    if box.hatch:
        _hatch(canvas, box)


def _hatch(canvas: Canvas, box: Box) -> None:
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(box.x * MM, -(box.y + box.height) * MM, box.width * MM, box.height * MM)
    canvas.clipPath(path, stroke=0, fill=0)
    _pen(canvas, box.ink or BLACK, 0.35)
    start = -box.height
    while start < box.width:
        left = (box.x + start) * MM
        canvas.line(left, -(box.y + box.height) * MM, left + box.height * MM, -box.y * MM)
        start += box.hatch
    canvas.restoreState()


def _label(canvas: Canvas, label: Label) -> None:
    text = one_line(label.text, label.style, label.width * MM)
    share = {"left": 0.0, "middle": 0.5, "right": 1.0}[label.align]
    write(canvas, label.x * MM - share * label.style.width(text), -label.y * MM, text, label.style)


def _pen(canvas: Canvas, ink: Ink | None, weight: float, dash: tuple[float, ...] = ()) -> None:
    if ink is None:
        return
    canvas.setStrokeColorRGB(*ink)
    canvas.setLineWidth(weight)
    canvas.setDash([part * MM for part in dash])


def _fill(canvas: Canvas, ink: Ink | None) -> None:
    if ink is not None:
        canvas.setFillColorRGB(*ink)

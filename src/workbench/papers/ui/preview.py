"""Showing and printing a PDF: in the window where Qt's PDF module is installed, else by the system's viewer."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from workbench.kernel.files import replace_file
from workbench.ui import dialogs

try:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPdfWidgets import QPdfView
except ImportError:  # the extra `preview` is not installed
    HAS_PREVIEW = False
else:
    HAS_PREVIEW = True

PRINT_DPI = 300


def widget() -> QWidget:
    """An empty view of pages; a plain widget where there is no preview."""
    if not HAS_PREVIEW:
        return QWidget()
    view = QPdfView()
    view.setPageMode(QPdfView.PageMode.MultiPage)
    view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
    view.setAccessibleName("PDF")
    return view


def show(view: QWidget, pdf: bytes) -> None:
    """Show the pages of a document."""
    if not HAS_PREVIEW or not isinstance(view, QPdfView):
        return
    document, buffer = _loaded(pdf, view)
    view.setDocument(document)
    # the document reads from the buffer as long as it is shown
    view._kept = (document, buffer)  # type: ignore[attr-defined]  # noqa: SLF001


def write(pdf: bytes, target: Path) -> None:
    """Put a document at a place, whole or not at all."""
    with replace_file(target) as file:
        file.write(pdf)


def to_printer(parent: QWidget, pdf: bytes) -> bool:
    """Let the user choose a printer and print every page; False if they thought better of it."""
    if not HAS_PREVIEW:
        return False
    printer = dialogs.printer_of_choice(parent)
    if printer is None:
        return False
    print_pages(pdf, printer, parent)
    return True


def print_pages(pdf: bytes, printer: QPrinter, parent: QWidget) -> None:
    """Draw the pages onto a printer, each fitted to its sheet."""
    document, _buffer = _loaded(pdf, parent)
    painter = QPainter(printer)
    for page in range(document.pageCount()):
        if page:
            printer.newPage()
        points = document.pagePointSize(page)
        image = document.render(
            page, QSize(*(round(side / 72 * PRINT_DPI) for side in (points.width(), points.height())))
        )
        sheet = QRectF(printer.pageRect(QPrinter.Unit.DevicePixel))
        scale = min(sheet.width() / image.width(), sheet.height() / image.height())
        painter.drawImage(QRectF(0, 0, image.width() * scale, image.height() * scale), image)
    painter.end()


def _loaded(pdf: bytes, parent: QWidget) -> tuple[Any, QBuffer]:
    buffer = QBuffer(parent)
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument(parent)
    document.load(buffer)
    return document, buffer

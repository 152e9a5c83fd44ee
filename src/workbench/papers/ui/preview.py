"""Showing and printing a PDF: in the window where Qt's PDF module is installed, else by the system's viewer."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from workbench.kernel.files import check_ending, replace_file
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
    before = view.document()
    # a document that dies with its view takes the program with it (Qt 6.11), so it belongs to the application
    view.setDocument(_loaded(pdf, QCoreApplication.instance() or view))
    if before is not None:
        before.deleteLater()


def write(pdf: bytes, target: Path) -> None:
    """Put a document at a place, whole or not at all."""
    check_ending(target, ".pdf")
    with replace_file(target) as file:
        file.write(pdf)


def has_printer() -> bool:
    """Whether this computer knows any printer."""
    return bool(QPrinterInfo.availablePrinterNames())


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
    document = _loaded(pdf, parent)
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


def _loaded(pdf: bytes, parent: QObject) -> "QPdfDocument":
    document = QPdfDocument(parent)
    # the document reads from the buffer as long as it lives, so the buffer is its child and goes after it
    buffer = QBuffer(document)
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    return document

"""Our own faults: caught once, logged without anybody's data, shown with a report to copy."""

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6 import __version__ as qt_version
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from workbench import __version__
from workbench.kernel.errors import UserError
from workbench.kernel.words import Words
from workbench.ui.layout import column, row
from workbench.ui.theme import Theme
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.said import Said

LOG = logging.getLogger("workbench")


class CrashPage(QWidget):
    """Says that the program made a mistake, that everything saved is safe, and offers the report."""

    def __init__(self, words: Words, theme: Theme, report: str) -> None:
        super().__init__()
        self.setWindowTitle(words("The program made a mistake"))
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setAccessibleName(words("Report"))
        copy = button(theme, words("Copy report"), "clipboard-list", "primary")
        close = button(theme, words("Go on"))
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.close)
        head = Said(theme, words("The program made a mistake"), "title")
        text = Said(
            theme,
            words("Everything saved before is safe. You can go on; if it happens again, send us this report."),
            wraps=True,
        )
        self.setLayout(column(head, text, self._report, row(copy, close, None), margins=(24, 20, 24, 20), gap=12))
        self.resize(720, 480)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._report.toPlainText())


class Crashes:
    """The one exception hook. A `UserError` becomes a notice, everything else a report, in the words spoken by then."""

    def __init__(self, words: Callable[[], Words], theme: Theme, complain: Callable[[UserError], None]) -> None:
        self._words, self._theme, self._complain = words, theme, complain
        self._page: CrashPage | None = None

    def install(self) -> None:
        sys.excepthook = self.caught

    def caught(self, kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        """Tell the user about whatever reached the event loop."""
        if isinstance(problem, UserError):
            self._complain(problem)
            return
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        report = report_of(problem, trace)
        LOG.error("unexpected %s", kind.__name__, exc_info=(kind, problem, trace))
        self._page = CrashPage(self._words(), self._theme, report)
        self._page.show()


def report_of(problem: BaseException, trace: TracebackType | None) -> str:
    """Versions and the trace, without any value from the portfolio."""
    frames = "".join(traceback.format_tb(trace))
    system = f"workbench {__version__} · Python {platform.python_version()} · Qt {qt_version} · {platform.system()}"
    return f"{system}\n\n{frames}\n{type(problem).__name__}"

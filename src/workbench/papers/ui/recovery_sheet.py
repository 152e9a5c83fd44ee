"""Printing the recovery sheet before there is a portfolio."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from workbench.kernel.formats import Formats
from workbench.papers.recovery.document import RecoverySheet, write_recovery_sheet
from workbench.report.paper import paper_named
from workbench.report.press import Press


def print_sheet(sheet: RecoverySheet, language: str, paper: str, target: Path) -> None:
    """Write the sheet and show it in the system's own viewer, from where it is printed."""
    write_recovery_sheet(sheet, Press(Formats.of(language), paper_named(paper)), target)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

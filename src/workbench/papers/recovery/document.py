"""The recovery sheet: where the file lies, and lines to write its passphrase on by hand, never the phrase itself."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from reportlab.platypus import Flowable

from workbench.kernel.formats import Formats
from workbench.kernel.words import N_
from workbench.report.document import Classification, Document, Stamp, publish
from workbench.report.paper import paper_named
from workbench.report.press import Press

STEPS = (
    N_("Write the passphrase on the lines below by hand, and read it back letter by letter."),
    N_("Keep this page away from the computer: in a safe, or in a closed envelope with somebody you trust."),
    N_("After you change the passphrase, print a new sheet and destroy this one."),
)


@dataclass(frozen=True)
class RecoverySheet:
    """What is known when it is printed: the place of the file and the day."""

    file: Path
    day: date


def write_recovery_sheet(sheet: RecoverySheet, press: Press, target: BinaryIO | Path) -> None:
    """Print the sheet on one page; CannotWrite if the file cannot be written."""
    title = press.say(N_("Recovery sheet"))
    stamp = Stamp(client=sheet.file.name, title=title, as_of=sheet.day, classification=Classification.PRIVATE)
    publish(Document(press, stamp), _flowables(sheet, press), target)


def print_recovery_sheet(sheet: RecoverySheet, language: str, paper: str, target: BinaryIO | Path) -> None:
    """The same, before there is a portfolio that could say how to print."""
    write_recovery_sheet(sheet, Press(Formats.of(language), paper_named(paper)), target)


def _flowables(sheet: RecoverySheet, press: Press) -> list[Flowable]:
    return [
        press.headline(press.say(N_("Recovery sheet"))),
        press.gap(8),
        press.prose(press.say(N_("There is no reset: without the passphrase nobody can open the file, not even us."))),
        press.gap(10),
        press.pairs([(press.say(N_("File")), str(sheet.file)), (press.say(N_("Printed")), press.day(sheet.day))]),
        press.gap(10),
        press.ticks([press.say(step) for step in STEPS]),
        press.gap(14),
        press.heading(press.say(N_("Passphrase, by hand"))),
        press.note_lines(4),
        press.gap(14),
        press.heading(press.say(N_("Where the backups are"))),
        press.note_lines(3),
    ]

"""Importing: choose files, see what is in them and which column goes where, then import as one undoable change."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from workbench.exchange.importing import Options, Watch, import_files, preview
from workbench.exchange.policy import Policy
from workbench.exchange.report import ImportReport, columns_told, told
from workbench.exchange.rows import Reading
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.ui import dialogs
from workbench.ui.desk import Desk
from workbench.ui.layout import column, row
from workbench.ui.menu import Entry
from workbench.ui.shell.pages import Page
from workbench.ui.tasks import Job
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said

FILES = "CSV, XLSX, vCard, iCalendar (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.vcf *.ics *.json)"
SHOWN = 30


class ImportPage(Page):
    """The page for bringing in foreign files; files can be dropped on it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("import")
        self.setAcceptDrops(True)
        theme, words = desk.theme, desk.words
        self._sources: list[Path] = []
        self._choose = button(theme, words("Choose files…"), "folder-open", "primary")
        self._import = button(theme, words("Import"), "file-down", "primary")
        self._policy = QComboBox()
        self._policy.setAccessibleName(words("What happens with records that are already there"))
        for policy in Policy:
            self._policy.addItem(words(policy.label), policy)
        self._policy.setCurrentIndex(list(Policy).index(Options().policy))
        self._names = Said(theme, words("Drop files here, or choose them."), "body", "text2", wraps=True)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(words("Preview and report"))
        self._text.setObjectName("import.report")
        head = Panel(theme, "surface", "b")
        head.setLayout(
            column(
                row(Said(theme, self.title(), "display"), None, self._choose),
                self._names,
                row(Said(theme, words("Already there:"), "label", "text2"), self._policy, None, self._import),
                margins=(20, 12, 16, 12),
                gap=8,
            )
        )
        hint = words("Nothing is changed before you choose Import. The whole import is one step that can be undone.")
        below = column(self._text, Said(theme, hint, "label", "muted", wraps=True), margins=(20, 14, 16, 12))
        self.setLayout(column(head, below, gap=0, stretch=(0, 1)))
        self._choose.clicked.connect(self.choose)
        self._import.clicked.connect(self.start)
        self._import.setEnabled(False)

    def title(self) -> str:
        return self.desk.words("Import")

    def entries(self) -> list[Entry]:
        return [Entry(N_("Choose files…"), "Ctrl+O", self.choose, "folder-open", N_("File"))]

    def opened(self, target: object) -> None:
        self._choose.setFocus()
        if isinstance(target, list):
            self.look_at([Path(str(name)) for name in target])

    def choose(self) -> None:
        """Let the user choose the files."""
        found = dialogs.files_to_open(self, self.desk.words("Files to import"), FILES)
        if found:
            self.look_at(found)

    def look_at(self, sources: list[Path]) -> None:
        """Read files in the background and show what an import would do with them."""
        self._sources = sources
        self._names.setText(", ".join(source.name for source in sources))
        self._import.setEnabled(False)
        self.desk.tasks.run(self.desk.words("Reading"), self._preview, self._looked, self._failed)

    def start(self) -> None:
        """Import what was looked at."""
        self._import.setEnabled(False)
        self.desk.tasks.run(self.desk.words("Importing"), self._work, self._imported, self._failed)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.look_at([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _options(self) -> Options:
        return replace(Options(), policy=self._policy.currentData())

    def _preview(self, job: Job) -> list[Reading]:
        return [preview(self.desk.workspace.plain, source, self._options(), job.is_stopped) for source in self._sources]

    def _work(self, job: Job) -> ImportReport:
        return import_files(
            self.desk.workspace.plain, self._sources, self._options(), Watch(job.report, job.is_stopped)
        )

    def _looked(self, readings: list[Reading]) -> None:
        self._text.setPlainText("\n\n".join(self._about(reading) for reading in readings))
        self._import.setEnabled(bool(readings))
        self._import.setFocus()

    def _about(self, reading: Reading) -> str:
        words = self.desk.words
        lines = [words.many("{file}: {n} row", "{file}: {n} rows", len(reading.records), file=reading.file)]
        for head in reading.heads:
            lines.extend(f"  {line}" for line in columns_told(head, words))
            lines.extend("    " + " | ".join(cells) for cells in head.sample[:3])
        lines += [f"  {told(remark, words)}" for remark in (*reading.unread, *reading.warnings)[:SHOWN]]
        return "\n".join(lines)

    def _imported(self, report: ImportReport) -> None:
        self._text.setPlainText(report.sentence(self.desk.words))
        self.desk.say(self.desk.words("Imported. Ctrl+Z takes the whole import back."))

    def _failed(self, problem: BaseException) -> None:
        if not isinstance(problem, UserError):
            raise problem
        self._text.setPlainText(problem.sentence(self.desk.words))
        self.desk.complain(problem)

"""Importing: choose files, see what is in them and which column goes where, then import as one undoable change."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout

from workbench.exchange.importing import Options, Watch, import_files, preview
from workbench.exchange.policy import Policy
from workbench.exchange.report import ImportReport, told
from workbench.exchange.rows import Reading
from workbench.exchange.ui.mapping_card import MappingCard
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.ui import dialogs
from workbench.ui.desk import Desk
from workbench.ui.layout import column, emptied, holding, row, scrolling
from workbench.ui.menu import Entry
from workbench.ui.shell.pages import Page
from workbench.ui.tasks import Job
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.panel import Card, Panel
from workbench.ui.widgets.said import Said

FILES = "CSV, XLSX, vCard, iCalendar (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.vcf *.ics *.json)"
SHOWN = 60


class ImportPage(Page):
    """The page for bringing in foreign files; files can be dropped on it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("import")
        self.setAcceptDrops(True)
        theme, words = desk.theme, desk.words
        self._sources: list[Path] = []
        self._fields: dict[str, str] = {}
        self._choose = self._chooser()
        self._import = button(theme, words("Import"), "file-down", "primary")
        self._policy = QComboBox()
        self._policy.setAccessibleName(words("What happens with records that are already there"))
        for policy in Policy:
            self._policy.addItem(words(policy.label), policy)
        self._policy.setCurrentIndex(list(Policy).index(Options().policy))
        self._names = Said(theme, "", "body", "text2", wraps=True)
        self._inside = QVBoxLayout()
        self._inside.setSpacing(12)
        self._steps = Panel(theme, "surface", "b")
        policy_row = row(Said(theme, words("Already there:"), "label", "text2"), self._policy, None, self._import)
        self._steps.setLayout(column(self._names, policy_row, margins=(20, 0, 16, 12), gap=8))
        head = Panel(theme, "surface")
        head.setLayout(row(Said(theme, self.title(), "display"), None, self._choose, margins=(20, 12, 16, 10)))
        hint = words("Nothing is changed before you choose Import. Each file is one step that can be undone.")
        body = scrolling(holding(column(self._inside, None, margins=(20, 14, 16, 12))))
        foot = Said(theme, hint, "label", "muted", wraps=True)
        below = column(body, holding(column(foot, margins=(20, 0, 16, 10))), gap=4)
        self.setLayout(column(head, self._steps, below, gap=0, stretch=(0, 0, 1)))
        self._import.clicked.connect(self.start)
        self._begin()

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
        self._sources, self._fields = sources, {}
        self._read()

    def start(self) -> None:
        """Import what was looked at; it can be cancelled until it is done."""
        self._import.setEnabled(False)
        self.desk.tasks.run(self.desk.words("Importing"), self._work, self._imported, self._failed)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.look_at([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _chooser(self) -> QPushButton:
        made = button(self.desk.theme, self.desk.words("Choose files…"), "folder-open")
        made.clicked.connect(self.choose)
        return made

    def _begin(self) -> None:
        self._steps.hide()
        emptied(self._inside)
        text = self.desk.words("Drop files here, or choose them: CSV, spreadsheets, vCard, iCalendar.")
        self._inside.addWidget(Empty(self.desk.theme, "file-down", text, self._chooser()))

    def _read(self) -> None:
        self._import.setEnabled(False)
        self.desk.tasks.run(self.desk.words("Reading"), self._preview, self._looked, self._failed)

    def _options(self) -> Options:
        language = self.desk.words.language
        return replace(Options(), policy=self._policy.currentData(), fields=dict(self._fields), language=language)

    def _preview(self, job: Job) -> list[Reading]:
        return [preview(self.desk.workspace.plain, one, self._options(), job.is_stopped) for one in self._sources]

    def _work(self, job: Job) -> ImportReport:
        watch = Watch(job.report, job.is_stopped)
        return import_files(self.desk.workspace.plain, self._sources, self._options(), watch)

    def _looked(self, readings: list[Reading]) -> None:
        self._names.setText(", ".join(source.name for source in self._sources))
        self._steps.show()
        emptied(self._inside)
        for reading in readings:
            for head in reading.heads:
                card = MappingCard(self.desk, head, len(reading.records))
                card.mapped.connect(self._map)
                self._inside.addWidget(card)
            self._tell(reading.file, self._about(reading))
        self._import.setEnabled(any(reading.records or reading.tables for reading in readings))
        self._import.setFocus()

    def _about(self, reading: Reading) -> list[str]:
        words = self.desk.words
        lines = [words.many("{n} row can be imported.", "{n} rows can be imported.", len(reading.records))]
        if reading.encoding:
            lines.append(words("Read as {encoding}.", encoding=reading.encoding))
        if reading.unread:
            lines.append(words.many("{n} row cannot be read:", "{n} rows cannot be read:", len(reading.unread)))
        return lines + [told(remark, words) for remark in (*reading.unread, *reading.warnings)[:SHOWN]]

    def _map(self, header: str, field: str) -> None:
        self._fields[header] = field
        self._read()

    def _imported(self, report: ImportReport) -> None:
        emptied(self._inside)
        for file in report.files:
            self._tell(file.source, list(file.lines(self.desk.words)))
        self.desk.say(self.desk.words("Imported. Ctrl+Z takes the last file back."))

    def _tell(self, name: str, lines: list[str]) -> None:
        card = Card(self.desk.theme)
        said = [Said(self.desk.theme, line, "label", "text2", wraps=True) for line in lines]
        card.setLayout(column(Said(self.desk.theme, name, "subtitle"), *said, margins=(16, 12, 16, 14), gap=4))
        self._inside.addWidget(card)

    def _failed(self, problem: BaseException) -> None:
        if not isinstance(problem, UserError):
            raise problem
        self._steps.setVisible(bool(self._sources))
        self._names.setText(", ".join(source.name for source in self._sources))
        emptied(self._inside)
        self._tell(self.desk.words("Not imported"), [problem.sentence(self.desk.words)])

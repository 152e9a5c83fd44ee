"""Importing: choose files, see what is in them and which column goes where, then import as one undoable change."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout

from workbench.exchange.failures import Cancelled
from workbench.exchange.importing import Options, Watch, import_as_one, preview
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
SETTLED_MS = 500


class ImportPage(Page):
    """The page for bringing in foreign files; files can be dropped on it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("import")
        self.setAcceptDrops(True)
        theme, words = desk.theme, desk.words
        self._sources: list[Path] = []
        self._fields: dict[str, str] = {}
        self._columns: dict[Path, set[str]] = {}
        self._job: Job | None = None
        self._held, self._readings = "", 0
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MS)
        self._settled.timeout.connect(self._read)
        self._choose = self._chooser()
        self._import = button(theme, words("Import"), "file-down", "primary")
        self._import.setObjectName("import.start")
        self._policy = QComboBox()
        self._policy.setObjectName("import.policy")
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
        hint = words("Nothing is changed before you choose Import. All files together are one step that can be undone.")
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
        if self._job:
            self._job.stop()
            return
        self._settled.stop()
        self._job = self.desk.tasks.run(N_("Importing"), self._work, self._imported, self._failed, "import")
        self._job.matters = True
        # where the hand is, the same key stops what it began
        self._import.setText(self.desk.words("Cancel"))
        self._import.setAccessibleName(self.desk.words("Cancel"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._job:
            self._job.stop()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.look_at([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _chooser(self) -> QPushButton:
        made = button(self.desk.theme, self.desk.words("Choose files…"), "folder-open")
        made.setObjectName("import.choose")
        made.clicked.connect(self.choose)
        return made

    def _begin(self) -> None:
        self._steps.hide()
        emptied(self._inside)
        text = self.desk.words("Drop files here, or choose them: CSV, spreadsheets, vCard, iCalendar.")
        self._inside.addWidget(Empty(self.desk.theme, "file-down", text, self._chooser()))

    def _read(self) -> None:
        self._import.setEnabled(False)
        self.desk.tasks.run(N_("Reading"), self._preview, self._looked, self._failed)

    def _options(self, source: Path) -> Options:
        language = self.desk.words.language
        fields = {header: field for header, field in self._fields.items() if header in self._columns.get(source, ())}
        return replace(Options(), policy=self._policy.currentData(), fields=fields, language=language)

    def _preview(self, job: Job) -> list[Reading]:
        return [preview(self.desk.workspace.plain, one, self._options(one), job.is_stopped) for one in self._sources]

    def _work(self, job: Job) -> ImportReport:
        watch = Watch(job.report, job.is_stopped)
        return import_as_one(self.desk.workspace.plain, {one: self._options(one) for one in self._sources}, watch)

    def _looked(self, readings: list[Reading]) -> None:
        self._readings += 1
        for source, reading in zip(self._sources, readings, strict=True):
            self._columns[source] = {one.header for head in reading.heads for one in head.columns}
        self._names.setText(", ".join(source.name for source in self._sources))
        self._steps.show()
        emptied(self._inside)
        cards: list[MappingCard] = []
        for reading in readings:
            for head in reading.heads:
                card = MappingCard(self.desk, head, len(reading.records))
                card.mapped.connect(self._map)
                self._inside.addWidget(card)
                cards.append(card)
            self._tell(reading.file, self._about(reading))
        self._import.setEnabled(any(reading.records or reading.tables for reading in readings))
        found = [card.findChild(QComboBox, self._held) for card in cards] if self._held else []
        held = next((box for box in found if box is not None), None)
        (held or self._import).setFocus()
        self._held = ""

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
        # whoever types or steps through the choices with the arrows has not chosen yet
        held = self.focusWidget()
        self._held = held.objectName() if held else ""
        self._settled.start()

    def _imported(self, report: ImportReport) -> None:
        self._rest()
        self._import.setEnabled(False)
        emptied(self._inside)
        words = self.desk.words
        for file in report.files:
            rows = [file.rows(words)] if file.rows(words) else []
            self._tell(file.source, rows + list(file.lines(words)))
        self._choose.setFocus()
        if report.failure:
            self.desk.say(words("Nothing was imported."))
        else:
            self.desk.done(words("Imported."))

    def _rest(self) -> None:
        """Nothing is under way any more."""
        self._job = None
        self._import.setText(self.desk.words("Import"))
        self._import.setAccessibleName(self.desk.words("Import"))

    def _tell(self, name: str, lines: list[str]) -> None:
        card = Card(self.desk.theme)
        said = [Said(self.desk.theme, line, "label", "text2", wraps=True) for line in lines]
        card.setLayout(column(Said(self.desk.theme, name, "subtitle"), *said, margins=(16, 12, 16, 14), gap=4))
        self._inside.addWidget(card)

    def _failed(self, problem: BaseException) -> None:
        if not isinstance(problem, UserError):
            raise problem
        was_importing = self._job is not None
        self._rest()
        if was_importing and isinstance(problem, Cancelled):
            # what was mapped stays, to begin again with one key
            self.desk.say(problem.sentence(self.desk.words))
            self._import.setFocus()
            return
        self._steps.setVisible(bool(self._sources))
        self._names.setText(", ".join(source.name for source in self._sources))
        emptied(self._inside)
        self._tell(self.desk.words("Not imported"), [problem.sentence(self.desk.words)])

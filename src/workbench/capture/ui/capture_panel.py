"""Quick capture: one line from anywhere, and what it means while it is typed."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from workbench.capture.captured import Captured, Kind, Meant, Span
from workbench.capture.commands import Stored, capture, is_open
from workbench.capture.directory import Directory, Entry
from workbench.capture.grammar import read_line
from workbench.capture.half_typed import keep_line, take_line
from workbench.capture.places import Places
from workbench.capture.queries import directory
from workbench.capture.ui.line import CaptureLine
from workbench.capture.ui.pieces import unclear
from workbench.capture.ui.understanding import Understanding
from workbench.kernel.journal import Change
from workbench.ui.announce import announce
from workbench.ui.desk import Desk
from workbench.ui.layout import column, row
from workbench.ui.widgets.keyhints import KeyHints
from workbench.ui.widgets.overlay import Overlay
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said

WIDTH, TOP, LINES = 640, 126, 2
SPOKEN_MS, DRAFT_MS = 600, 2000
FRESH = timedelta(minutes=10)
NAMED = {"account", "person", "contact_role", "member", "department"}
Where = Callable[[], int | None]


class CapturePanel(Overlay):
    """Comes up over the window. `where` says which account is in front."""

    def __init__(self, window: QWidget, desk: Desk, where: Where) -> None:
        super().__init__(window, desk.theme)
        self._desk, self._where = desk, where
        self._names: Directory | None = None
        self._said = Captured("")
        self._places = Places("")
        self._chosen: set[int] = set()  # of those who share a name, the ones that were chosen
        self._kind: Kind | None = None
        self._is_kept = False
        self._left_at: datetime | None = None
        self._lately: int | None = None
        self.line = CaptureLine(desk.theme)
        self.line.setAccessibleName(desk.words("Quick capture"))
        self.line.setPlaceholderText(desk.words("Call Ana tomorrow 10:00"))
        self._pieces = Understanding(desk, LINES, offers_kinds=True)
        self._pieces.chosen.connect(self._choose)
        self._pieces.marked.connect(self._mark)
        self._pieces.became.connect(self._become)
        self._unclear = Said(desk.theme, "", "label", "warn", wraps=True)
        self._unclear.setObjectName("capture.unclear")
        self._lay_out()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(SPOKEN_MS)
        self._wait.timeout.connect(self._speak)
        self._draft = QTimer(self)
        self._draft.setSingleShot(True)
        self._draft.setInterval(DRAFT_MS)
        self._draft.timeout.connect(self._keep_draft)
        self.line.typed.connect(self._read)
        self.line.kept.connect(self._keep)
        self.line.kept_and_next.connect(self._keep_and_next)
        desk.workspace.changed.connect(self._on_change)

    @property
    def said(self) -> Captured:
        """What the line says now."""
        return self._said

    def begin(self, text: str = "") -> None:
        """Come up with `text`, or with what was half typed in the last ten minutes; go away when already there."""
        if self.isVisible():
            self.leave()
            return
        if text or not self._is_fresh():
            self._show_line(text)
        self._read()
        self.come(WIDTH, 0, TOP)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def recall(self) -> None:
        """Come up with the line that was being typed when the program last died, if there was one."""
        text = take_line(self._desk.workspace.plain)
        if text:
            self.begin(text)

    def leave(self) -> None:
        self._left_at = self._desk.clock.now()
        self._wait.stop()
        self._forget()
        super().leave()

    def _lay_out(self) -> None:
        theme, words = self._desk.theme, self._desk.words
        head = row(Said(theme, words("Quick capture"), "label", "text2"), None, KeyHints(theme, [("Ctrl+N", "")]))
        foot = Panel(theme, "surface", "t")
        hints = [
            ("Enter", words("save")),
            ("Ctrl+Enter", words("save and next")),
            ("Tab", words("edit fields")),
            ("Esc", words("cancel")),
        ]
        foot.setLayout(row(KeyHints(theme, hints), None, margins=(0, 12, 0, 0)))
        self.setLayout(column(head, self.line, self._pieces, self._unclear, foot, margins=(18, 14, 18, 14), gap=10))

    def _read(self) -> None:
        """Understand the line, light it up and show the pieces."""
        text, desk, names = self.line.toPlainText(), self._desk, self._directory()
        self._places = Places(text)
        plain = tuple(self._places.in_line(*stretch) for stretch in self.line.plain)
        lately = self._lately if self._is_fresh() else None
        meant = Meant(self._where(), self._kind, lately, plain=plain, chosen=frozenset(self._chosen))
        self._said = read_line(text, desk.words.language, desk.clock.today(), names, meant)
        unsure = [self._in_field(question.span) for question in self._said.questions]
        self.line.light([self._in_field(span) for span in self._said.spans], unsure)
        self._pieces.show_line(self._said, names)
        self._unclear.setText(unclear(self._said, desk.words))
        self._unclear.setVisible(bool(self._unclear.text()))
        if self.isVisible():
            self.refit()
        self._wait.start()
        if self.isVisible() and not self._draft.isActive():
            self._draft.start()

    def _choose(self, entry: Entry, span: Span) -> None:
        """Write a whole name into the line: what is meant can be read there, and taken back."""
        self._chosen.add(entry.id)
        self.line.replace(*self._places.in_field(span.begin, span.end), entry.name)
        self._read()  # the name may have stood there already

    def _become(self, kind: Kind) -> None:
        self._kind = kind
        self._read()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, span: Span) -> None:
        self.line.choose(*self._places.in_field(span.begin, span.end))

    def _in_field(self, span: Span) -> Span:
        begin, end = self._places.in_field(span.begin, span.end)
        return Span(begin, end, span.part)

    def _show_line(self, text: str) -> None:
        self._chosen.clear()
        self._kind = None
        self.line.show_line(text)

    def _keep(self) -> None:
        if self._store():
            self.leave()

    def _keep_and_next(self) -> None:
        if self._store():
            self._read()

    def _store(self) -> bool:
        """Store what the line says; an empty one stores nothing."""
        if not self._said.line:
            return False
        said, clock = self._said, self._desk.clock
        stored: list[Stored] = []
        self._desk.attempt(lambda: stored.append(self._desk.workspace.do(capture, said, clock.today(), clock.zone)))
        if stored:
            self._lately, self._left_at = said.account_id, clock.now()
            self._show_line("")
            self._forget()
            self._desk.done(self._sentence(said, stored[0]))
        return bool(stored)

    def _keep_draft(self) -> None:
        self._is_kept = self._desk.attempt(lambda: keep_line(self._desk.workspace.plain, self.line.toPlainText()))

    def _forget(self) -> None:
        self._draft.stop()
        if self._is_kept:
            self._is_kept = False
            self._desk.attempt(lambda: keep_line(self._desk.workspace.plain, ""))

    def _sentence(self, said: Captured, stored: Stored) -> str:
        words = self._desk.words
        if stored.kind is Kind.ACTION and is_open(said):
            return words("Saved to the inbox, to be sorted later.")
        if stored.kind is Kind.MEETING and said.questions:
            return words("Saved as a meeting. Not all of the line is clear, so the notes keep it.")
        account = next((entry.name for entry in self._directory().entries if entry.id == said.account_id), "")
        return words("Saved to {account}.", account=account) if account else words("Saved: {title}.", title=said.title)

    def _speak(self) -> None:
        if self.isVisible() and self._said.line:
            announce(self.line, "; ".join(filter(None, (self._pieces.spoken, self._unclear.text()))))

    def _directory(self) -> Directory:
        if self._names is None:
            with self._desk.workspace.read() as session:
                self._names = directory(session, self._desk.clock.today())
        return self._names

    def _is_fresh(self) -> bool:
        return self._left_at is not None and self._desk.clock.now() - self._left_at <= FRESH

    def _on_change(self, change: Change) -> None:
        if NAMED & change.rows.keys():
            self._names = None

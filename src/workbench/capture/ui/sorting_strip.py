"""Above the list of the inbox: the sentence of the chosen capture, what was understood of it, and what is open."""

from workbench.action_items.commands import edit_action
from workbench.capture.captured import Captured, Meant, Span
from workbench.capture.directory import Directory, Entry
from workbench.capture.grammar import read_line
from workbench.capture.queries import directory
from workbench.capture.sorting import Waiting, cleared, waiting
from workbench.capture.ui.understanding import Understanding
from workbench.ui.desk import Desk
from workbench.ui.layout import column
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said, Shortened


class SortingStrip(Panel):
    """Shows one capture; a name that several have can be chosen here."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "surface", "b")
        self._desk = desk
        self._waiting: Waiting | None = None
        self._said = Captured("")
        self._chosen: set[int] = set()
        self._sentence = Shortened(desk.theme, "", "subtitle")
        self._open = Said(desk.theme, "", "label", "text2")
        self._pieces = Understanding(desk)
        self._pieces.chosen.connect(self._choose)
        self.setLayout(column(self._sentence, self._open, self._pieces, margins=(20, 10, 16, 8), gap=4))
        self.setObjectName("inbox.sorting")
        self.show_key(None)

    @property
    def text(self) -> str:
        """What is open, in a sentence."""
        return self._open.text()

    def show_key(self, key: int | None) -> None:
        """Show the capture of an action, or nothing."""
        self._waiting, names = None, Directory(())
        if key is not None:
            with self._desk.workspace.read() as session:
                self._waiting = waiting(session, key)
                names = directory(session, self._desk.clock.today()) if self._waiting else names
        self.setVisible(self._waiting is not None)
        if self._waiting is None:
            return
        self._said = self._read(self._waiting.line, names)
        self._sentence.setText(self._said.line)
        self._open.setText(self._what_is_open(self._waiting))
        self._open.dress("warn" if self._said.questions else "text2")
        self._pieces.show_line(self._said, names)

    def ask(self) -> bool:
        """Let the first name that several have be chosen."""
        return self.isVisible() and self._pieces.ask()

    def _read(self, line: str, names: Directory) -> Captured:
        assert self._waiting
        meant = Meant(self._waiting.account_id, chosen=frozenset(self._chosen))
        # "tomorrow" was said on the day of the capture
        day = self._waiting.said_on or self._desk.clock.today()
        return read_line(line, self._desk.words.language, day, names, meant)

    def _what_is_open(self, capture: Waiting) -> str:
        words, said = self._desk.words, self._said
        if any(question.candidates for question in said.questions):
            return words("Open: whom it means – C chooses.")
        if said.questions:
            parts = ", ".join(said.line[one.span.begin : one.span.end] for one in said.questions)
            return words("Not understood: {parts} – A, D and O set what is meant, Enter accepts.", parts=parts)
        if capture.account_id is None and not capture.is_dated:
            return words("Open: for whom and until when – A and D set it, Enter accepts it without.")
        return words("Nothing is open any more – Enter accepts.")

    def _choose(self, entry: Entry, span: Span) -> None:
        assert self._waiting
        self._chosen.add(entry.id)
        line = self._said.line[: span.begin] + entry.name + self._said.line[span.end :]
        with self._desk.workspace.read() as session:
            names = directory(session, self._desk.clock.today())
        values, key = cleared(self._said, self._read(line, names)), self._waiting.id
        self._desk.attempt(lambda: self._desk.workspace.do(edit_action, key, **values))

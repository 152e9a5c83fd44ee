"""Reports and print: choose a document and an account, see it, write it or print it."""

from datetime import date
from io import BytesIO
from pathlib import Path
from tempfile import gettempdir

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QWidget

from workbench.accounts.queries import ACCOUNTS
from workbench.kam.requests.queries import card as request_card
from workbench.kam.requests.queries import next_request
from workbench.kernel.errors import UserError
from workbench.kernel.field import Field, Kind
from workbench.kernel.references import name_of
from workbench.kernel.settings import COMPANY, PAPER, PRINT_LANGUAGE, ROLE, of_portfolio
from workbench.kernel.words import N_
from workbench.meetings.model import Meeting
from workbench.meetings.queries import card, next_of
from workbench.papers import printing
from workbench.papers.naming import file_name
from workbench.papers.ui import preview
from workbench.papers.ui.ask_draft import AskDraft
from workbench.plans.queries import version_of
from workbench.portfolio.positions import AXES
from workbench.portfolio.roles import PRESETS
from workbench.ui import dialogs
from workbench.ui.desk import Desk
from workbench.ui.editors import ReferenceEdit
from workbench.ui.first_steps import BRIEF, PRINT, FirstSteps
from workbench.ui.layout import column, holding, row
from workbench.ui.menu import Entry
from workbench.ui.shell.pages import Page
from workbench.ui.tasks import Job
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said

OF = Field(Meeting.account_id, N_("Account"), Kind.REFERENCE)
LANGUAGES = (("en", "English"), ("es", "Español"))
PAPERS = (("a4", "A4"), ("letter", N_("Letter")))


NO_MAIL = N_("Choose a request to a department first.")
BY_DEPARTMENT = "actions-list"
DAY_SHEET = ("daysheet", N_("Day sheet"))


class NoPrinter(UserError):
    message = N_("This computer knows no printer.")
    consequence = N_("The document is ready, and stays here.")
    advice = N_("Export it as a PDF and print it elsewhere, or set up a printer and try again.")


class NothingToPrint(UserError):
    message = N_("There is nothing to print yet.")
    advice = N_("Choose an account; a brief also needs a planned meeting, a request one that was asked for it.")


class PrintPage(Page):
    """The page with every printed document.

    `opened` takes an account, ("plan", account), ("brief", meeting), ("ask", request), ("daysheet", day)
    or (a document of all, None).
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("print")
        theme, words = desk.theme, desk.words
        self._account_id: int | None = None
        self._records: dict[str, int | None] = {}
        self._day = desk.clock.today()
        self._pdf = b""
        self._kind = self._box(N_("Document"), self._kinds())
        self._account = ReferenceEdit(desk, OF)
        self._account.setAccessibleName(words("Account"))
        self._account.setObjectName("print.account")
        self._account.entered.connect(self._account_chosen)
        self._account.refused.connect(self._no_account)
        self._language = self._box(N_("Language on paper"), LANGUAGES)
        self._paper = self._box(N_("Paper"), PAPERS)
        self._apart = QCheckBox(words("One page per department"))
        self._apart.setObjectName("print.apart")
        self._apart.clicked.connect(self.refresh)
        self._save = button(theme, words("Export PDF…"), "file-down", "primary")
        self._web = button(theme, words("Export HTML…"), "file-down")
        self._print = button(theme, words("Print…"), "printer")
        self._view = button(theme, words("Open in the viewer"), "external-link")
        self._mail = button(theme, words("Mail draft…"), "mail")
        self._draft = AskDraft(desk, self, elsewhere)
        self._said = Said(theme, "", "label", "muted", wraps=True)
        self._shown = preview.widget()
        self._save.clicked.connect(self.export)
        self._web.clicked.connect(self.export_web)
        self._print.clicked.connect(self.print_paper)
        self._view.clicked.connect(self.open_elsewhere)
        self._mail.clicked.connect(self.mail)
        for box in (self._kind, self._language, self._paper):
            box.activated.connect(self.refresh)
        head = Panel(theme, "surface", "b")
        head.setLayout(column(Said(theme, self.title(), "display"), margins=(20, 12, 16, 12)))
        verbs = {"export": self._save, "web": self._web, "paper": self._print, "viewer": self._view, "mail": self._mail}
        for name, made in verbs.items():
            made.setObjectName(f"print.{name}")
        parts = (self._form(), self._apart, *verbs.values(), self._said, None)
        left = holding(column(*parts, margins=(20, 14, 12, 16), gap=10))
        left.setFixedWidth(theme.px(350))
        self.setLayout(column(head, row(left, self._shown, gap=0, stretch=(0, 1)), gap=0, stretch=(0, 1)))
        self._choose_defaults()

    def title(self) -> str:
        return self.desk.words("Reports & print")

    def entries(self) -> list[Entry]:
        return [
            Entry(N_("Export PDF…"), "Ctrl+E", self.export, "file-down", N_("File"), self._has_paper),
            Entry(N_("Export HTML…"), "Ctrl+Shift+E", self.export_web, "file-down", N_("File"), self._has_paper),
            Entry(N_("Print…"), "Ctrl+P", self.print_paper, "printer", N_("File"), self._has_paper),
            Entry(N_("Mail draft…"), "Ctrl+Shift+M", self.mail, "mail", N_("File"), self._is_mail, why=NO_MAIL),
        ]

    def target(self) -> object:
        kind = self._kind.currentData()
        if kind in printing.DOCUMENTS:
            return self._account_id
        return (kind, self._day if kind == "daysheet" else self._records.get(kind))

    def account(self) -> int | None:
        """What is captured over a brief is for its account."""
        return self._account_id if self._kind.currentData() == "brief" else None

    def opened(self, target: object) -> None:
        if isinstance(target, tuple):
            kind, what = target
            self._kind.setCurrentIndex(self._kind.findData(kind))
            if isinstance(what, date):
                self._day = what
            elif what is not None and kind in printing.DOCUMENTS:
                self._choose_account(what)
            elif what is not None and kind == "brief":
                self._choose_meeting(what)
            elif what is not None and kind == "ask":
                self._choose_request(what)
            elif what is not None:
                self._records[kind] = what
        elif isinstance(target, int):
            self._choose_account(target)
        elif self._account_id is None:
            self._choose_account(self._first_account())
        self._kind.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Make the document anew in the background and show it."""
        kind = self._kind.currentData()
        self._mail.setVisible(self._is_mail())
        self._apart.setVisible(self._kind.currentData() == BY_DEPARTMENT)
        is_of_one = kind in printing.DOCUMENTS or kind in printing.OF_RECORD
        if self._account_id is None and is_of_one and self._records.get(kind) is None:
            return
        self.desk.tasks.run(N_("Preparing the pages"), self._make, self._show, self._failed, "print")

    def export(self) -> None:
        """Write the document where the user wants it."""
        if not self._pdf:
            self.desk.complain(NothingToPrint())
            return
        target = dialogs.file_to_write(self, self.desk.words("Export PDF"), self._file_name(), "PDF (*.pdf)")
        if target and self.desk.attempt(lambda: preview.write(self._pdf, target)):
            self.desk.say(self.desk.words("Written: {path}", path=str(target)))
            self._printed()

    def mail(self) -> None:
        """Write the request as the draft of a mail, with its page attached."""
        request = self._records.get("ask")
        if self._is_mail() and request is not None:
            self._draft.begin(request, self._job(is_web=False))

    def export_web(self) -> None:
        """Write the document as a web page, which a screen reader can walk through."""
        name = Path(self._file_name()).with_suffix(".html").name
        target = dialogs.file_to_write(self, self.desk.words("Export HTML"), name, "HTML (*.html)")
        if target:
            self.desk.tasks.run(
                N_("Preparing the pages"),
                lambda _job: self._web_page(target),
                self._web_written,
                self._failed,
            )

    def print_paper(self) -> None:
        """Send the document to a printer."""
        if self._pdf and not preview.has_printer():
            self.desk.complain(NoPrinter())
        elif self._pdf and preview.to_printer(self, self._pdf):
            self._printed()

    def open_elsewhere(self) -> None:
        """Show the document in the system's own viewer."""
        if self._pdf:
            target = Path(gettempdir()) / self._file_name()
            if self.desk.attempt(lambda: preview.write(self._pdf, target)):
                elsewhere(target)

    def _kinds(self) -> list[tuple[str, str]]:
        """Every document by its name, those of the role first."""
        known = (*printing.DOCUMENTS.items(), *printing.OF_ALL.items(), *printing.OF_RECORD.items())
        kinds = [*((key, label) for key, (label, _) in known), DAY_SHEET]
        with self.desk.workspace.read() as session:
            papers = PRESETS[of_portfolio(session, ROLE)].papers
        return sorted(kinds, key=lambda kind: papers.index(kind[0]) if kind[0] in papers else len(papers))

    def _form(self) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        lines = (
            (N_("Document"), self._kind),
            (N_("Account"), self._account),
            (N_("Language"), self._language),
            (N_("Paper"), self._paper),
        )
        for place, (label, editor) in enumerate(lines):
            said = Said(self.desk.theme, self.desk.words(label), "label", "text2")
            said.setBuddy(editor)
            grid.addWidget(said, place, 0)
            grid.addWidget(editor, place, 1)
        return holding(grid)

    def _box(self, label: str, options: object) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.desk.words(label))
        box.setObjectName(f"print.{label.split(maxsplit=1)[0].lower()}")
        assert isinstance(options, (tuple, list))
        for value, said in options:
            box.addItem(self.desk.words(said), value)
        return box

    def _choose_defaults(self) -> None:
        with self.desk.workspace.read() as session:
            language, papers = of_portfolio(session, PRINT_LANGUAGE), PRESETS[of_portfolio(session, ROLE)].papers
        first = next(paper for paper in papers if paper in printing.DOCUMENTS)
        self._kind.setCurrentIndex(self._kind.findData(first))
        self._language.setCurrentIndex(max(0, self._language.findData(language)))
        self._paper.setCurrentIndex(max(0, self._paper.findData(self.desk.settings.get(PAPER))))

    def _first_account(self) -> int | None:
        with self.desk.workspace.read() as session:
            keys = ACCOUNTS.keys(session)
        return keys[0] if keys else None

    def _choose_account(self, key: int | None) -> None:
        self._account_id = key
        self._account.show_value(key)
        with self.desk.workspace.read() as session:
            following = next_of(session, key, self.desk.clock.now()) if key else None
            self._records["ask"] = next_request(session, key) if key else None
        self._records["brief"] = following.id if following else None

    def _choose_meeting(self, key: object) -> None:
        assert isinstance(key, int)
        with self.desk.workspace.read() as session:
            found = card(session, key)
        if found and found.account_id:
            self._choose_account(found.account_id)
        self._records["brief"] = key

    def _choose_request(self, key: object) -> None:
        assert isinstance(key, int)
        with self.desk.workspace.read() as session:
            found = request_card(session, key)
        if found and found.account_id:
            self._choose_account(found.account_id)
        self._records["ask"] = key

    def _account_chosen(self, key: object) -> None:
        self._choose_account(key if isinstance(key, int) else None)
        self.refresh()

    def _no_account(self, problem: UserError | None) -> None:
        """Say that no account is called so, and keep the one that is printed."""
        if problem is not None:
            self.desk.complain(problem)
            self._account.show_value(self._account_id)

    def _make(self, _job: Job) -> tuple[bytes, list[str]]:
        document = self._read(is_web=False)
        out = BytesIO()
        document.write(out)
        return out.getvalue(), document.warnings

    def _web_page(self, target: Path) -> Path:
        self._read(is_web=True).write(target)
        return target

    def _web_written(self, target: Path) -> None:
        self.desk.say(self.desk.words("Written: {path}", path=str(target)))
        self._printed()

    def _job(self, *, is_web: bool) -> printing.Job:
        language, paper = str(self._language.currentData()), str(self._paper.currentData())
        axes = str(self.desk.settings.noted(AXES) or "")
        apart = self._apart.isChecked() and self._kind.currentData() == BY_DEPARTMENT
        return printing.Job(language, paper, self.desk.clock, is_web, one_per_page=apart, axes=axes)

    def _read(self, *, is_web: bool) -> printing.Read:
        kind = str(self._kind.currentData())
        job = self._job(is_web=is_web)
        with self.desk.workspace.read() as session:
            if kind == "daysheet":
                return printing.daysheet(session, self._day, job)
            if kind in printing.OF_ALL:
                return printing.OF_ALL[kind][1](session, job)
            record = self._records.get(kind)
            if kind in printing.OF_RECORD and record is not None:
                return printing.OF_RECORD[kind][1](session, record, job)
            if kind in printing.OF_RECORD or self._account_id is None:
                raise NothingToPrint
            return printing.DOCUMENTS[kind][1](session, self._account_id, job)

    def _show(self, made: tuple[bytes, list[str]]) -> None:
        self._pdf, warnings = made
        preview.show(self._shown, self._pdf)
        self._said.setText("\n".join(warnings))
        if self._kind.currentData() == "brief":
            FirstSteps(self.desk.settings).tick(BRIEF)

    def _printed(self) -> None:
        if self._kind.currentData() == "onepager":
            FirstSteps(self.desk.settings).tick(PRINT)

    def _failed(self, problem: BaseException) -> None:
        if not isinstance(problem, UserError):
            raise problem
        self._pdf = b""
        self._said.setText(problem.sentence(self.desk.words))

    def _is_mail(self) -> bool:
        return self._kind.currentData() == "ask" and self._records.get("ask") is not None

    def _has_paper(self) -> bool:
        return bool(self._pdf)

    def _file_name(self) -> str:
        words, today, title = self.desk.words, self.desk.clock.today(), self._kind.currentText()
        with self.desk.workspace.read() as session:
            is_of_all = self._kind.currentData() in {*printing.OF_ALL, DAY_SHEET[0]}
            account = None if is_of_all else name_of(session, OF.attribute, self._account_id)
            # what is about everybody is called after ourselves
            name = account or of_portfolio(session, COMPANY) or words("Portfolio")
            if self._kind.currentData() == "plan" and self._account_id is not None:
                version = version_of(session, self._account_id, today)
                title = words("{title} v{version}", title=title, version=version) if version else title
        return file_name(name, title, words("INTERNAL"), today)


def elsewhere(file: Path) -> None:
    """Show a file in the system's own program for its kind."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))

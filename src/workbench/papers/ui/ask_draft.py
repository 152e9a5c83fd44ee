"""The draft of a mail with a request in it: written where the user says, then opened with the system's mail program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from workbench.kernel.words import N_
from workbench.papers import printing
from workbench.papers.ask.mail import Draft, file_name
from workbench.papers.ask.views import AskView
from workbench.ui import dialogs
from workbench.ui.desk import Desk
from workbench.ui.tasks import Job


class AskDraft:
    """Makes the draft in the background, then asks for its place; `show` gives a file to the system's own program."""

    def __init__(self, desk: Desk, page: QWidget, show: Callable[[Path], object]) -> None:
        self._desk, self._page, self._show = desk, page, show
        self._written: Path | None = None

    def begin(self, request_id: int, job: printing.Job) -> None:
        """Make the draft of a request."""

        def make(_job: Job) -> tuple[AskView, Draft]:
            with self._desk.workspace.read() as session:
                return printing.ask_mail(session, request_id, job)

        self._desk.tasks.run(N_("Preparing the pages"), make, self._made, self._failed)

    def open_mail(self) -> None:
        """Show the draft in the system's mail program, where it can be sent."""
        if self._written:
            self._show(self._written)

    def _made(self, made: tuple[AskView, Draft]) -> None:
        view, draft = made
        words = self._desk.words
        target = dialogs.file_to_write(self._page, words("Mail draft"), file_name(view, ".eml"), words("Mails (*.eml)"))
        if target and self._desk.attempt(lambda: draft.write(target)):
            self._written = target
            said = " ".join((words("Written: {path}", path=str(target)), *draft.warnings))
            self._desk.say(said, words("Open the mail"), self.open_mail)

    def _failed(self, problem: BaseException) -> None:
        self._desk.attempt(lambda: _raise(problem))


def _raise(problem: BaseException) -> None:
    raise problem

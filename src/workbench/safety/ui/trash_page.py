"""The trash: what was deleted and is not back."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from workbench.kernel.errors import UserError
from workbench.kernel.journal import Past
from workbench.kernel.words import N_
from workbench.portfolio import changes
from workbench.portfolio.ui.changes_page import ChangesPage
from workbench.safety.trash import deleted, empty_trash
from workbench.ui import dialogs
from workbench.ui.menu import Entry
from workbench.ui.tasks import Job
from workbench.ui.widgets.buttons import button

EMPTY = N_("Empty trash…")
ASKED = N_(
    "Empty the trash? {n} deleted records and their history leave the file for good, older ones too, and undo cannot"
    " bring them back. Backups that were made before still hold them."
)


class TrashPage(ChangesPage):
    """What was deleted, one line for each deletion; R restores it with its links, and all of it can be forgotten."""

    key = "trash"
    head = N_("Trash")
    verb = N_("Restore")
    none = N_("The trash is empty.")

    def entries(self) -> list[Entry]:
        empty = Entry(EMPTY, "", self.empty, "trash-2", N_("Edit"))
        return [*super().entries(), empty]

    def past(self, session: Session, moment: datetime) -> Sequence[Past]:
        return changes.deletions(session, moment)

    def empty(self) -> None:
        """Forget all of it, after asking: nothing brings it back."""
        desk, words = self.desk, self.desk.words
        with desk.workspace.read() as session:
            count = deleted(session)
        sentence = words(ASKED, n=desk.formats.number(count))
        # with nothing to forget there is nothing to ask; what an earlier try left in the file goes all the same
        if not count or dialogs.is_sure(dialogs.Question(desk.theme, sentence, words("Empty trash"), words("Keep"))):
            desk.tasks.run(N_("Emptying the trash"), self._forget, self._forgotten, self._not_forgotten, self.key)

    def _forget(self, _job: Job) -> int:
        return empty_trash(self.desk.workspace.plain)

    def _forgotten(self, count: int) -> None:
        self._show()
        words = self.desk.words
        said = words.many("{n} record was forgotten.", "{n} records were forgotten.", count)
        self.desk.say(said if count else words(self.none))

    def _not_forgotten(self, problem: BaseException) -> None:
        self._show()
        if not isinstance(problem, UserError):
            raise problem
        self.desk.complain(problem)

    def _beside(self) -> list[QWidget]:
        made = button(self.desk.theme, self.desk.words(EMPTY), "trash-2", "quiet")
        made.setObjectName("trash.empty")
        made.clicked.connect(self.empty)
        return [made]

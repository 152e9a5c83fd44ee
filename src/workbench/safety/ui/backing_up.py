"""Making a backup, a copy or an export in the background, and saying where it is."""

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication

from workbench.exchange.exporting import export
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_
from workbench.safety.backup import back_up, backup_folder, rotate
from workbench.ui.desk import Desk
from workbench.ui.tasks import Job


def back_up_now(desk: Desk, folder: Path | None = None, then: Callable[[], object] | None = None) -> None:
    """A checked copy, in the folder of backups or in another one; what is being typed is saved before."""
    focused = QApplication.focusWidget()
    if focused is not None and hasattr(focused, "commit"):
        focused.commit()
    book, clock = desk.workspace.plain.book, desk.clock
    place = folder or backup_folder(book.path)

    def make(_job: Job) -> Path:
        made = back_up(book, place, clock)
        if folder is None:
            rotate(place, book.path.stem, made)
        return made

    def tell(made: Path) -> None:
        time = desk.formats.time(clock.now().astimezone(ZoneInfo(clock.zone)).time())
        text = (
            desk.words("Copied to {path}.", path=str(made))
            if folder
            else desk.words("Saved {time}, with a backup.", time=time)
        )
        desk.say(text)
        if then:
            then()

    desk.tasks.run(N_("Making a backup"), make, tell, _failed(desk))


def export_all(desk: Desk, folder: Path) -> None:
    """Everything as files for other programs."""

    def write(_job: Job) -> str:
        return export(desk.workspace.plain, None, folder, desk.words.language).sentence(desk.words)

    desk.tasks.run(N_("Exporting"), write, desk.say, _failed(desk))


def _failed(desk: Desk) -> Callable[[BaseException], None]:
    """Tells what went wrong. A function, because a signal would let go of an object that nobody else holds."""

    def tell(problem: BaseException) -> None:
        if not isinstance(problem, UserError):
            raise problem
        desk.complain(problem)

    return tell

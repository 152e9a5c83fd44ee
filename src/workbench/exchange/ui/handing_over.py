"""Writing the handover pack of an account into a folder of choice, in the background."""

from PySide6.QtWidgets import QWidget

from workbench.exchange.handover_pack import Pack, write_pack
from workbench.kernel.errors import UserError
from workbench.kernel.settings import PAPER, PRINT_LANGUAGE, of_portfolio
from workbench.kernel.words import N_
from workbench.papers.printing import Job as Printing
from workbench.ui import dialogs
from workbench.ui.desk import Desk
from workbench.ui.tasks import Job


def save_pack(desk: Desk, account_id: int, over: QWidget) -> None:
    """Ask for a folder, and write paper and data of an account into it."""
    folder = dialogs.folder_of_choice(over, desk.words("Handover pack"))
    if folder is None:
        return
    workspace = desk.workspace.plain
    with workspace.read() as session:
        language = of_portfolio(session, PRINT_LANGUAGE)
    printing = Printing(language, desk.settings.get(PAPER), desk.clock)

    def write(_job: Job) -> Pack:
        with workspace.read() as session:
            return write_pack(workspace, session, account_id, folder, printing)

    def tell(pack: Pack) -> None:
        names = ", ".join(path.name for path in pack.files)
        desk.say(desk.words("Written: {path}", path=names))

    def failed(problem: BaseException) -> None:
        if not isinstance(problem, UserError):
            raise problem
        desk.complain(problem)

    desk.tasks.run(N_("Handover pack"), write, tell, failed)

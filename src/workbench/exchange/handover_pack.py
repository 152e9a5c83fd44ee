"""The pack for whoever takes an account over: paper to read and data to import, in one folder."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.exchange.one_account import export_account
from workbench.kernel.editing import found
from workbench.kernel.files import CannotWrite
from workbench.kernel.workspace import Workspace
from workbench.papers.printing import Job, handover

LONGEST = 60  # letters of a file's name


@dataclass(frozen=True)
class Pack:
    """What was written, and what the print font lacks."""

    files: tuple[Path, ...]
    warnings: tuple[str, ...] = ()


def write_pack(workspace: Workspace, session: Session, account_id: int, folder: Path, job: Job) -> Pack:
    """Write the PDF and the open format of one account into a folder; CannotWrite if that cannot be done."""
    folder = folder.expanduser()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise CannotWrite(path=str(folder)) from problem
    document = handover(session, account_id, job)
    name = _file_name(found(session, Account, account_id).name)
    paper, data = folder / f"{name}.pdf", folder / f"{name}.json"
    document.write(paper)
    export_account(workspace, session, account_id, data)
    return Pack((paper, data), tuple(document.warnings))


def _file_name(name: str) -> str:
    """A name that every file system takes."""
    plain = "".join(letter if letter.isalnum() or letter in " .-_" else " " for letter in name)
    return " ".join(plain.split())[:LONGEST].strip(" .") or "handover"

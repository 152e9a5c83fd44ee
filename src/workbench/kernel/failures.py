"""What can go wrong with the file, as sentences."""

import errno
from pathlib import Path

from workbench.kernel.errors import UserError
from workbench.kernel.words import N_


class NoSuchFile(UserError):
    message = N_("There is no file {path}.")
    advice = N_("Check the name and the folder.")


class AlreadyThere(UserError):
    message = N_("{path} already exists.")
    consequence = N_("It was not touched.")
    advice = N_("Choose another name.")


class NotAPortfolio(UserError):
    message = N_("{path} is not a portfolio.")
    consequence = N_("It was not touched.")
    advice = N_("Choose a file that this program made, or import the file into a portfolio.")


class NewerPortfolio(UserError):
    message = N_("{path} was made by a newer version of the program.")
    consequence = N_("It was not touched.")
    advice = N_("Install the newer version to open it.")


class OlderPortfolio(UserError):
    message = N_("{path} was made by an older version of the program.")
    consequence = N_("It was not touched.")
    advice = N_("Open it for editing once: it is brought up to date then, and the old file is kept beside it.")


class WrongPassphrase(UserError):
    message = N_("That is not the passphrase of {path}, or the file is damaged.")
    consequence = N_("It was not touched.")
    advice = N_("Type the passphrase again; if you are sure of it, restore a backup.")


class NeedsPassphrase(UserError):
    message = N_("{path} is encrypted and needs its passphrase.")
    consequence = N_("It was not touched.")
    advice = N_("Give it with --passphrase-file, or open it in the window.")


class Damaged(UserError):
    message = N_("{path} has a damaged page.")
    consequence = N_("Nothing more was written to it.")
    advice = N_("Keep the file, and restore the newest backup beside it.")


class ReadOnly(UserError):
    message = N_("{path} can only be read: the file or its folder is write-protected.")
    advice = N_("Copy it to a folder of yours and open the copy.")


class InUse(UserError):
    message = N_("{path} is open elsewhere: {holder}.")
    advice = N_("You can look at it, but only one window can change it. Close the other one first.")


class Busy(UserError):
    message = N_("{path} is busy: another program holds it.")
    advice = N_("Try again in a moment.")


class DiskFull(UserError):
    message = N_("Not saved: the disk is full.")
    consequence = N_("Everything saved before is safe.")
    advice = N_("Free some space, then try again.")


class CannotRead(UserError):
    message = N_("{path} cannot be read: {reason}.")
    advice = N_("Check that the file is yours and that its disk is there.")


class Moved(UserError):
    message = N_("{path} was moved, replaced or deleted by another program while it was open.")
    consequence = N_("Your last change is not in the file at that place; everything is in the rescue copy {rescue}.")
    advice = N_("Close the window and open the rescue copy.")


class Lost(UserError):
    message = N_("{path} was moved, replaced, cut or deleted by another program while it was open.")
    consequence = N_("Your last change is not saved, and no rescue copy could be made.")
    advice = N_("Restore the newest backup.")


class UnsafeSqlite(UserError):
    message = N_("The database library is too old to be safe ({version}).")
    advice = N_("Run the set-up again.")


# SQLite's primary result codes (sqlite.org/rescode.html) that are the world's fault
BY_CODE: dict[int, type[UserError]] = {
    5: Busy,
    8: ReadOnly,
    10: CannotRead,
    11: Damaged,
    13: DiskFull,
    14: CannotRead,
    23: ReadOnly,
    26: NotAPortfolio,
}
BY_TEXT: dict[str, type[UserError]] = {
    "database is locked": Busy,
    "readonly database": ReadOnly,
    "disk I/O error": CannotRead,
    "malformed": Damaged,
    "disk is full": DiskFull,
    "unable to open": CannotRead,
    "file is not a database": NotAPortfolio,
}


def explained(problem: BaseException | None, path: Path) -> UserError | None:
    """The error a user can act on, where SQLite's complaint is about the world and not about us."""
    code = getattr(problem, "sqlite_errorcode", None)
    found = BY_CODE.get(code & 0xFF) if code is not None else None
    found = found or next((kind for text, kind in BY_TEXT.items() if text in str(problem)), None)
    return found(path=path.name, reason=str(problem)) if found else None


def of_file(problem: OSError, path: Path) -> UserError:
    """The error a user can act on, for a complaint of the operating system."""
    if problem.errno == errno.ENOENT:
        return NoSuchFile(path=str(path))
    if problem.errno == errno.ENOSPC:
        return DiskFull()
    if problem.errno == errno.EROFS:
        return ReadOnly(path=path.name)
    return CannotRead(path=str(path), reason=problem.strerror or type(problem).__name__)

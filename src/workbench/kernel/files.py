"""Writing whole files safely: beside the target first, then in its place, so that a file is either old or new."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from workbench.kernel import failures
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_


class CannotWrite(UserError):
    message = N_("{path} cannot be written.")
    advice = N_(
        "Check that its folder exists and is yours and that the file is not open elsewhere, or choose another place."
    )


class WrongEnding(UserError):
    message = N_("{path} must end in {ending}.")
    consequence = N_("Nothing was written, so that no portfolio is replaced by mistake.")
    advice = N_("Choose another name.")


def check_ending(path: Path, ending: str) -> None:
    """Refuse to write a document under a name that is not a document's: it could be a portfolio's."""
    if path.suffix.lower() != ending:
        raise WrongEnding(path=path.name, ending=ending)


@contextmanager
def replace_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the place of `path` when the block ends well, and leaves no trace when it does not."""
    try:
        target = path.expanduser().resolve()
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("wb") as device:  # a pipe or a device cannot be replaced
                yield device
            return
        with _beside(target) as file:
            yield file
    except OSError as problem:
        if problem.errno == errno.ENOSPC:
            raise failures.DiskFull from problem
        raise CannotWrite(path=str(path)) from problem


@contextmanager
def _beside(target: Path) -> Iterator[BinaryIO]:
    if target.is_dir() or (target.exists() and not os.access(target, os.W_OK)):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    draft = target.with_name(f".{uuid4().hex}.part")
    try:
        with draft.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where folders can be synced at all."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

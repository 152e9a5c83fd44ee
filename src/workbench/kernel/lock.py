"""One writer at a time: a lock that the operating system drops by itself when its holder dies."""

import fcntl
import getpass
import os
import socket
from pathlib import Path

from workbench.kernel import failures


class WriterLock:
    """The right to write a portfolio, named after its holder.

    The file `<portfolio>-lock` only carries the holder's name; what counts is the lock the system keeps on it,
    so a file left behind by a crash stops nobody.
    """

    def __init__(self, path: Path, since: str) -> None:
        """Take the lock; InUse, with the holder's name, when somebody else has it."""
        self._path = Path(f"{path}-lock")
        self._file = self._taken(path)
        while not self._is_current():
            # the former holder removed the file between our opening and locking it
            os.close(self._file)
            self._file = self._taken(path)
        os.ftruncate(self._file, 0)
        os.write(self._file, f"{_who()} {since}".encode())

    def _taken(self, path: Path) -> int:
        try:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as problem:
            raise failures.ReadOnly(path=path.name) from problem
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as problem:
            holder = os.read(file, 200).decode(errors="replace").strip()
            os.close(file)
            raise failures.InUse(path=path.name, holder=holder or "?") from problem
        return file

    def _is_current(self) -> bool:
        try:
            return os.path.samestat(os.fstat(self._file), self._path.stat())
        except OSError:
            return False

    def release(self) -> None:
        """Let others write."""
        if self._file >= 0:
            if self._is_current():
                self._path.unlink()
            os.close(self._file)
            self._file = -1


def holder_of(path: Path) -> str:
    """Who may write a portfolio now, and since when; empty when nobody does."""
    try:
        file = os.open(f"{path}-lock", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return ""
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError:
        return os.read(file, 200).decode(errors="replace").strip() or "?"
    finally:
        os.close(file)
    # a crash left the name behind; the system let the lock go
    return ""


def _who() -> str:
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = str(os.getuid())
    return f"{user}@{socket.gethostname()} ({os.getpid()})"

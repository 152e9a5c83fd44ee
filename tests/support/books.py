"""Portfolios to begin with: made once by the program itself in every process of tests, then copied."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.demo.loader import load_demo
from workbench.kernel.clock import Clock
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, new_portfolio, open_portfolio

_FOLDER = TemporaryDirectory(prefix="books-")
_MADE: dict[object, Path] = {}


def copied(path: Path, key: object, make: Callable[[Path], None]) -> Path:
    """A copy of a closed portfolio at `path`; `make` makes it where this is the first that asks for such a one."""
    if key not in _MADE:
        book = Path(_FOLDER.name) / f"{len(_MADE)}.portfolio"
        make(book)
        _MADE[key] = book
    path.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(_MADE[key], path))


def fresh_portfolio(path: Path, access: Access) -> Workspace:
    """A new, empty portfolio without a passphrase, open."""
    assert access.passphrase is None
    return open_portfolio(copied(path, "empty", lambda book: new_portfolio(book, access).close()), access)


@contextmanager
def demo_workspace(folder: Path, language: str, clock: Clock) -> Iterator[Workspace]:
    """The demo portfolio of a day in `folder`, closed when the block ends."""
    path = copied(
        folder / "demo.portfolio", (language, clock.now(), clock.zone), lambda book: _demo(book, language, clock)
    )
    workspace = open_portfolio(path, Access(clock))
    try:
        yield workspace
    finally:
        workspace.close()


def _demo(book: Path, language: str, clock: Clock) -> None:
    workspace = new_portfolio(book, Access(clock))
    load_demo(workspace, language, clock.today())
    workspace.close()

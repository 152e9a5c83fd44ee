"""A portfolio file with the demo in it, for as long as somebody looks at it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.demo.loader import load_demo
from workbench.kernel.clock import Clock
from workbench.kernel.workspace import Workspace
from workbench.opening import Access, new_portfolio


@contextmanager
def demo_workspace(folder: Path, language: str, clock: Clock) -> Iterator[Workspace]:
    """A new demo portfolio in `folder`, unencrypted, closed when the block ends."""
    workspace = new_portfolio(folder / "demo.portfolio", Access(clock))
    try:
        load_demo(workspace, language, clock.today())
        yield workspace
    finally:
        workspace.close()


def demo_file(folder: Path, language: str, clock: Clock) -> Path:
    """The demo portfolio of a day, made if it is not there; what was tried in it stays until the next day."""
    path = folder / f"demo {clock.today().isoformat()} {language}.portfolio"
    if not path.exists():
        workspace = new_portfolio(path, Access(clock))
        load_demo(workspace, language, clock.today())
        workspace.close()
    return path

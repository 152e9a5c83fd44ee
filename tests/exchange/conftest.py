"""An empty portfolio, and files written on the spot."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.support.books import fresh_portfolio
from workbench.exchange.importing import Options, import_files
from workbench.exchange.report import ImportReport
from workbench.kernel.clock import clock_at
from workbench.kernel.workspace import Workspace
from workbench.opening import Access

TODAY = date(2026, 3, 10)
Writer = Callable[[str, str | bytes], Path]
Importer = Callable[..., ImportReport]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    opened = fresh_portfolio(tmp_path / "p.portfolio", Access(clock_at(TODAY, "Europe/Madrid")))
    yield opened
    opened.close()


@pytest.fixture
def written(tmp_path: Path) -> Writer:
    """A file with this name and content, in a folder of its own."""
    folder = tmp_path / "files"
    folder.mkdir()

    def write(name: str, content: str | bytes) -> Path:
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return write


@pytest.fixture
def imported(workspace: Workspace) -> Importer:
    """Import one file with these options."""

    def run(path: Path, **options: object) -> ImportReport:
        return import_files(workspace, [path], Options(**options))

    return run

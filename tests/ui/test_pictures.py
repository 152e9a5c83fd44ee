"""Every page looks as it did when somebody last looked at its picture: `make golden` renews them, to be looked at."""

from collections.abc import Iterator
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from tests.support.books import demo_workspace
from workbench.kernel.clock import clock_at
from workbench.kernel.workspace import Workspace
from workbench.ui.theme import load_fonts


@cache
def golden() -> ModuleType:
    spec = spec_from_file_location("golden", Path(__file__).parents[2] / "tools" / "golden.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SHOTS = dict(golden().shots())


@pytest.fixture(scope="module", params=["en", "es"])
def portfolio(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Workspace]]:
    """A language, and the demo portfolio in it on the day of the pictures."""
    folder, tool = tmp_path_factory.mktemp("pictures"), golden()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LOGNAME", tool.PERSON)
        with demo_workspace(folder, request.param, clock_at(tool.DAY, tool.ZONE)) as workspace:
            yield request.param, workspace


@pytest.mark.slow
def test_every_page_looks_as_it_is_stored(portfolio: tuple[str, Workspace], qapp: QApplication, tmp_path: Path) -> None:
    load_fonts()
    tool, other = golden(), []
    language, workspace = portfolio
    for name, shot in SHOTS.items():
        if shot.language != language:
            continue
        taken = tool.small(workspace, shot)
        stored = tool.FOLDER / f"{name}{tool.ENDING}"
        if not stored.exists() or tool.difference(taken, Image.open(stored)) > tool.MOST:
            taken.save(tmp_path / f"{name}.png")
            other.append(name)
    assert other == [], f"look at {tmp_path}, and at them again after `make golden`"


def test_a_different_page_is_noticed(tmp_path: Path) -> None:
    tool = golden()
    one = Image.new("RGB", (512, 320), "white")
    other = one.copy()
    other.paste((0, 0, 0), (10, 10, 60, 40))
    assert tool.difference(one, one) == 0
    assert tool.difference(one, other) > tool.MOST
    assert tool.difference(one, one.resize((500, 320))) == 1


def test_the_stored_pictures_are_small() -> None:
    assert sum(file.stat().st_size for file in golden().FOLDER.iterdir()) < 3_000_000

"""The command line as a person types it, in this process."""

import json
from collections.abc import Callable
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from tests.support.books import copied
from workbench.cli import main


@dataclass
class Told:
    """What a call answered."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        return json.loads(self.out)


Typed = Callable[..., Told]


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str]) -> Typed:
    """Type a command: `typed("list", "accounts", "--in", file)`."""

    def run(*words: object) -> Told:
        capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as left:
            code = int(left.code or 0)
        out, err = capsys.readouterr()
        return Told(code, out, err)

    return run


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A new, empty portfolio."""
    return copied(tmp_path / "mine.portfolio", "typed", lambda path: _typed("new", path, "--plain", "--language", "en"))


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """The demo portfolio of a fixed day."""
    words = ("--plain", "--demo", "--today", "2026-03-10")
    return copied(tmp_path / "demo.portfolio", "typed demo", lambda path: _typed("new", path, *words))


def _typed(*words: object) -> None:
    with redirect_stdout(StringIO()):
        assert main([str(word) for word in words]) == 0

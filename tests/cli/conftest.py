"""The command line as a person types it, in this process."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

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
def book(tmp_path: Path, typed: Typed) -> Path:
    """A new, empty portfolio."""
    path = tmp_path / "mine.portfolio"
    assert typed("new", path, "--plain", "--language", "en").code == 0
    return path


@pytest.fixture
def demo(tmp_path: Path, typed: Typed) -> Path:
    """The demo portfolio of a fixed day."""
    path = tmp_path / "demo.portfolio"
    assert typed("new", path, "--plain", "--demo", "--today", "2026-03-10").code == 0
    return path

"""The driver of the fault probes says only what is saved."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.kernel.conftest import ACCESS
from workbench.kernel.workspace import Workspace
from workbench.opening import open_portfolio
from workbench.search.queries import find


def drive(file: Path, *more: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "workbench.testing.driver", str(file), *more]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


def markers(said: str) -> list[str]:
    return [line.removeprefix("ACK ") for line in said.splitlines() if line.startswith("ACK ")]


def holds(workspace: Workspace, marker: str) -> bool:
    with workspace.read() as session:
        return any(group.kind == "account" for group in find(session, marker))


def test_every_marker_it_said_is_an_account(tmp_path: Path) -> None:
    said, complaints = drive(tmp_path / "book.db", "--rounds", "5").communicate(timeout=60)
    assert complaints == ""
    assert len(markers(said)) == 5
    workspace = open_portfolio(tmp_path / "book.db", ACCESS)
    assert all(holds(workspace, marker) for marker in markers(said))
    workspace.close()


@pytest.mark.slow
def test_killed_at_any_moment_it_lost_nothing_it_said(tmp_path: Path) -> None:
    said = []
    for _ in range(5):
        driver = drive(tmp_path / "book.db")
        assert driver.stdout
        said += markers(driver.stdout.readline())
        driver.send_signal(signal.SIGKILL)
        said += markers(driver.communicate(timeout=60)[0])
    workspace = open_portfolio(tmp_path / "book.db", ACCESS)
    assert all(holds(workspace, marker) for marker in said)
    workspace.close()


def test_a_second_one_is_refused_with_a_sentence(tmp_path: Path) -> None:
    first = drive(tmp_path / "book.db")
    assert first.stdout
    first.stdout.readline()
    second = drive(tmp_path / "book.db", "--rounds", "1")
    said, complaints = second.communicate(timeout=60)
    first.kill()
    first.communicate()
    assert (second.returncode, said) == (3, "")
    assert complaints.startswith("book.db is open elsewhere:")

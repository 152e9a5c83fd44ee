"""The guards that stand around every test do bite: a stray word or a reach outside fails it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOUD = """
import logging, os, socket, warnings
from pathlib import Path
from PySide6.QtCore import qWarning

def test_log(): logging.getLogger("workbench").warning("stray")
def test_warning(): warnings.warn("stray")
def test_qt(): qWarning("stray")
def test_connection(): socket.create_connection(("192.0.2.1", 80), timeout=0.1)
def test_name(): socket.getaddrinfo("example.com", 80)
def test_datagram():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as made:
        made.sendto(b"x", ("192.0.2.1", 9))

def test_cleared(caplog):
    logging.getLogger("workbench").warning("expected")
    caplog.clear()

def test_own_computer():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1])).close()
        server.accept()[0].close()

def test_home(): assert os.listdir(Path.home()) == []
"""


def test_what_a_test_must_not_do_fails_it(tmp_path: Path) -> None:
    (tmp_path / "test_loud.py").write_text(LOUD, encoding="utf-8")
    call = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "-p", "tests.conftest", str(tmp_path)]
    surroundings = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(call, cwd=tmp_path, env=surroundings, capture_output=True, text=True, check=False)
    told = [line.split("::")[1].split()[0] for line in done.stdout.splitlines() if line.startswith("FAILED")]
    loud = ["test_log", "test_warning", "test_qt", "test_connection", "test_name", "test_datagram"]
    # the log is found after the test, the others while it runs
    errors = [line.split("::")[1].split()[0] for line in done.stdout.splitlines() if line.startswith("ERROR")]
    assert sorted(told + errors) == sorted(loud), done.stdout

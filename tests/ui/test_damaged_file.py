"""A damaged file that can still be shown: the real program says so in a dialog, closes, and changes not a byte."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from workbench.accounts.commands import add_account
from workbench.kernel.clock import clock_at
from workbench.kernel.database import PAGE
from workbench.opening import Access, new_portfolio

PROGRAM = """
import sys
from datetime import date
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import LAST_PORTFOLIO, Settings
from workbench.ui.app import _work
from workbench.ui.arrival import Host
from workbench.ui.theme import Theme, load_fonts

app = QApplication([])
load_fonts()
seen = []

def look():
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        seen.append(" ".join(label.text() for label in dialog.findChildren(QLabel)))
        dialog.close()

def leave():
    for window in app.topLevelWidgets():
        if window.isVisible() and not window.isModal():
            seen.append("still open")
    app.quit()

timer = QTimer()
timer.timeout.connect(look)
timer.start(20)
QTimer.singleShot(20_000, leave)
if sys.argv[2] != "stay":
    QTimer.singleShot(3_000 if sys.argv[2] == "leave" else 0, leave)
settings = Settings(Path(sys.argv[1]).with_suffix(".json"))
code = _work(app, Host(settings, Theme(), "en", clock_at(date(2026, 3, 10))), Path(sys.argv[1]), None, demo=False)
print(code, "|".join(seen), Path(settings.get(LAST_PORTFOLIO)).name, sep="\\n")
"""


def run(file: Path, *more: str) -> list[str]:
    """The exit code, what a dialog said, and which portfolio is opened next time."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(file), *(more or ("stay",))],
        capture_output=True, text=True, timeout=60, env=dict(os.environ),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\n")[:3]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "my.portfolio"
    workspace = new_portfolio(path, Access(clock_at(date(2026, 3, 10))))
    for n in range(60):
        workspace.do(add_account, f"Company {n}", notes="x" * 3_000)
    workspace.close()
    return path


def test_a_file_that_is_whole_stays_open_and_is_opened_next_time(book: Path) -> None:
    assert run(book, "leave") == ["0", "still open", "my.portfolio"]


def test_a_window_that_is_closed_at_once_waits_for_the_verdict(book: Path) -> None:
    assert run(book, "at once") == ["0", "still open", "my.portfolio"]


def test_a_file_with_a_page_of_noise_is_told_closed_and_left_as_it_is(book: Path) -> None:
    content = bytearray(book.read_bytes())
    notes = content.index(b"x" * 2_000) // PAGE
    # the notes of one company: no list and no first page reads them
    content[notes * PAGE : notes * PAGE + 64] = b"\xff" * 64
    book.write_bytes(content)
    code, said, last = run(book)
    assert code == "1"
    assert "damaged" in said
    assert "still open" not in said
    assert last == ""
    assert book.read_bytes() == content

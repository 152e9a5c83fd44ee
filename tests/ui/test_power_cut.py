"""The program dies while somebody types: at most the last second is gone."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.ui.conftest import TODAY
from workbench.accounts.commands import add_account
from workbench.accounts.model import Account
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.opening import Access, new_portfolio, open_portfolio
from workbench.ui.app import build_window, restore_drafts
from workbench.ui.theme import Theme

TYPIST = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.opening import Access, open_portfolio
from workbench.ui.app import build_window
from workbench.ui.theme import Theme, load_fonts
from datetime import date
app = QApplication([])
load_fonts()
path = Path(sys.argv[1])
workspace = open_portfolio(path, Access(clock_at(date(2026, 3, 10), "Europe/Madrid")))
window = build_window(workspace, Settings(path.with_suffix(".json")), "en", Theme("light"))
window.resize(1400, 900)
window.show()
window.go("accounts")
for name, text in (("notes", "The buyer leaves in June"), ("sector", "Cold chain")):
    field = window.findChild(QWidget, "form.account." + name)
    field.setFocus()
    QTest.keyClicks(field, text)
    QTest.qWait(1000)
print("typed", flush=True)
QTest.qWait(60_000)
"""


@pytest.mark.slow
def test_what_was_half_typed_is_there_after_the_power_was_cut(tmp_path: Path, theme: Theme, qtbot: QtBot) -> None:
    path, clock = tmp_path / "cut.portfolio", clock_at(TODAY, "Europe/Madrid")
    workspace = new_portfolio(path, Access(clock))
    workspace.do(add_account, "Acme")
    workspace.close()
    typist = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(path)],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert typist.stdout is not None
    assert typist.stdout.readline() == "typed\n"
    typist.send_signal(signal.SIGKILL)
    typist.wait()
    typist.stdout.close()

    again = open_portfolio(path, Access(clock))
    window = build_window(again, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(window)
    window.show()
    restore_drafts(window)
    with again.read() as session:
        notes, sector = session.execute(select(Account.notes, Account.sector)).one()
    assert (notes, sector) == ("The buyer leaves in June", "Cold chain")
    assert "restored" in window.notices.text
    # the caret stands where the last letter was typed
    assert window.page.objectName() == "accounts"
    field = window.findChild(QLineEdit, "form.account.sector")
    qtbot.waitUntil(field.hasFocus)
    assert (field.text(), field.cursorPosition()) == ("Cold chain", 10)
    again.undo()
    again.close()

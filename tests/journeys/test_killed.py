"""The program dies while somebody types: after a restart the text is there and the file is whole."""

import subprocess
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from workbench.accounts.commands import add_account
from workbench.accounts.model import Account
from workbench.kernel.clock import system_clock
from workbench.kernel.settings import Settings
from workbench.opening import Access, new_portfolio, open_portfolio
from workbench.safety.check import check
from workbench.ui.app import build_window, restore_drafts
from workbench.ui.theme import Theme, load_fonts

TYPED = "the buyer leaves in June"
SCRIPT = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from workbench.kernel.clock import system_clock
from workbench.kernel.settings import Settings
from workbench.opening import Access, open_portfolio
from workbench.ui.app import build_window
from workbench.ui.theme import Theme, load_fonts

app = QApplication([])
load_fonts()
window = build_window(open_portfolio(Path(sys.argv[1]), Access(system_clock())), Settings(Path(os.devnull)), "en", Theme())
window.resize(1400, 900)
window.show()
window.go("accounts")
editor = window.findChild(object, "form.account.notes")
editor.setFocus()
QTest.keyClicks(editor, sys.argv[2])
quiet = QDeadlineTimer(2500)
while not quiet.hasExpired():
    app.processEvents()
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_was_half_typed_comes_back(tmp_path: Path, qapp: QApplication) -> None:
    book = tmp_path / "mine.portfolio"
    workspace = new_portfolio(book, Access(system_clock()))
    account = workspace.do(add_account, "Talleres Norte")
    workspace.close()
    died = subprocess.run([sys.executable, "-c", SCRIPT, str(book), TYPED], capture_output=True, check=False)
    assert died.returncode == -9, died.stderr.decode()

    workspace = open_portfolio(book, Access(system_clock()))
    load_fonts()
    window = build_window(workspace, Settings(tmp_path / "settings.json"), "en", Theme())
    restore_drafts(window)
    with workspace.read() as session:
        assert session.get_one(Account, account).notes == TYPED
    assert "restored" in window.notices.text or not window.isVisible()
    assert check(workspace).is_well
    workspace.undo()
    with workspace.read() as session:
        assert session.get_one(Account, account).notes is None
    window.close()
    workspace.close()

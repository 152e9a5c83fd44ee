"""The program dies while somebody types: after a restart the text is there and the file is whole."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from workbench.accounts.commands import add_account
from workbench.kernel.clock import system_clock
from workbench.kernel.settings import Settings
from workbench.opening import Access, new_portfolio, open_portfolio
from workbench.plans.commands import add_objective, start_plan
from workbench.plans.model import Objective
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
window.go("account", int(sys.argv[3]))
window.page.show_part("objective", int(sys.argv[4]), "why")
app.processEvents()
editor = app.focusWidget()
assert editor.objectName() == "form.objective.why", editor
QTest.keyClicks(editor, sys.argv[2])
quiet = QDeadlineTimer(2500)
while not quiet.hasExpired():
    app.processEvents()
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_was_half_typed_in_a_plan_comes_back(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> None:
    book = tmp_path / "mine.portfolio"
    workspace = new_portfolio(book, Access(system_clock()))
    account = workspace.do(add_account, "Talleres Norte")
    plan = workspace.do(start_plan, account, "Plan 2026", date(2026, 1, 1), date(2099, 12, 31))
    workspace.do(add_objective, plan, "Renew the contract")
    goal = workspace.do(add_objective, plan, "98.5 % uptime")
    workspace.close()
    call = [sys.executable, "-c", SCRIPT, str(book), TYPED, str(account), str(goal)]
    died = subprocess.run(call, capture_output=True, check=False)
    assert died.returncode == -9, died.stderr.decode()

    workspace = open_portfolio(book, Access(system_clock()))
    load_fonts()
    window = build_window(workspace, Settings(tmp_path / "settings.json"), "en", Theme())
    window.resize(1400, 900)
    window.go("today")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    restore_drafts(window)
    with workspace.read() as session:
        assert session.get_one(Objective, goal).why == TYPED
    assert window.notices.text == "1 half-typed text was restored."
    # on the page of the account, in the second objective of its plan, behind the last letter
    here = QApplication.focusWidget()
    assert isinstance(here, QPlainTextEdit)
    assert (here.objectName(), here.toPlainText()) == ("form.objective.why", TYPED)
    assert here.textCursor().position() == len(TYPED)
    assert check(workspace).is_well
    workspace.undo()
    with workspace.read() as session:
        assert session.get_one(Objective, goal).why is None
    window.close()
    workspace.close()

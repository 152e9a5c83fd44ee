"""After the first look every page can be opened, also where the file is only looked at: in a process of its own."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from workbench.demo.loader import load_demo
from workbench.kernel.clock import clock_at
from workbench.opening import Access, new_portfolio

WALK = """
import sys
from datetime import date
from pathlib import Path
import workbench.ahead
from PySide6.QtWidgets import QApplication
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.opening import Access, open_portfolio
from workbench.ui.app import build_window
from workbench.ui.plan import PAGES
from workbench.ui.theme import Theme
app = QApplication([])
access = Access(clock_at(date(2026, 3, 10)), read_only=sys.argv[2] == "looks", is_first_look=True)
workspace = open_portfolio(Path(sys.argv[1]), access)
window = build_window(workspace, Settings(Path(sys.argv[1] + ".json")), "en", Theme())
window.go("today")
window.show()
app.processEvents()
LATER = {"workbench.kam.model", "workbench.meetings.proceedings", "workbench.team.assignments"}
assert not LATER & set(sys.modules), LATER & set(sys.modules)
workspace.get_ready()
for page in PAGES:
    window.go(page)
    app.processEvents()
print(len(PAGES), "pages")
"""


@pytest.mark.parametrize("how", ["looks", "changes"])
def test_every_page_opens_after_the_first(tmp_path: Path, how: str) -> None:
    file = tmp_path / "demo.portfolio"
    workspace = new_portfolio(file, Access(clock_at(date(2026, 3, 10))))
    load_demo(workspace, "en", date(2026, 3, 10))
    workspace.close()
    told = subprocess.run(
        [sys.executable, "-c", WALK, str(file), how], capture_output=True, text=True, timeout=120, env=dict(os.environ)
    )
    assert told.returncode == 0, told.stderr
    assert told.stdout.endswith("pages\n")

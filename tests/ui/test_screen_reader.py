"""The real program on a screen of its own, as a screen reader on Linux hears it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.screen_reader import LAUNCHER

NEEDED = ("Xvfb", "dbus-run-session", "busctl", LAUNCHER)
MISSING = [name for name in NEEDED if not shutil.which(name)]


@pytest.mark.slow
@pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)} (at-spi2-core, dbus, systemd, xvfb)")
def test_nothing_that_takes_the_focus_is_nameless_to_a_screen_reader(tmp_path: Path) -> None:
    walk = Path(__file__).with_name("screen_reader.py")
    environment = {**os.environ, "WORKBENCH_HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, str(walk)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    nodes = json.loads(done.stdout.splitlines()[-1])
    focusable = [node for node in nodes if node["focusable"]]
    assert len(focusable) > 20
    assert [node for node in focusable if not node["name"].strip()] == []
    assert {"push button", "list", "list item", "menu bar"} <= {node["role"] for node in nodes}
    assert any("Iberlogística" in node["name"] for node in nodes)

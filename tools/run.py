"""`make run`: the window with the demo portfolio, or its printed documents where there is no display."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORKBENCH = str(ROOT / ".venv/bin/workbench")
OUT = ROOT / "out"
ACCOUNT = "Iberlogística Grupo"


def main() -> int:
    """Start the program as a newcomer sees it; returns its exit code."""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        # the program takes this process over, so that a signal or Ctrl+C reaches nobody else
        os.execv(WORKBENCH, [WORKBENCH, "--demo"])
    print("No display here: writing the demo's plan, next brief and first page to out/ instead.", flush=True)
    OUT.mkdir(exist_ok=True)
    demo = OUT / "demo.portfolio"
    for left in OUT.glob("demo.portfolio*"):
        left.unlink()
    calls = (
        ["new", str(demo), "--demo", "--plain"],
        ["plan", ACCOUNT, "--in", str(demo), "--to", str(OUT / "plan.pdf")],
        ["brief", "--next", ACCOUNT, "--in", str(demo), "--to", str(OUT / "brief.pdf")],
        ["picture", "today", "--demo", "--to", str(OUT / "today.png")],
    )
    codes = (subprocess.run([WORKBENCH, *call], check=False).returncode for call in calls)
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(main())

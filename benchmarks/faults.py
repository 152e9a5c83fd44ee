"""`make faults`: breaks things on purpose while the program works, and judges what is left.

The probes lie beside the project (`../shared/faults`); they kill, cut the power, fill the disk and take the file away
while `workbench.testing.driver` works on a portfolio. Prints the table and keeps it in benchmarks/faults.md.
"""

import argparse
import json
import os
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).with_name("faults.md")
DRIVER = f"{shlex.quote(sys.executable)} -m workbench.testing.driver {{db}}"
WHOLE = (
    "SELECT a.id FROM account a LEFT JOIN action_item i ON i.account_id = a.id GROUP BY a.id HAVING count(i.id) <> 3"
)
HEAD = "| # | fault | probe | what it saw | passed |\n|---|---|---|---|---|"
ABOUT = """# What is survived

Made by `make faults`: what each probe did to a working program, and what was left.

{table}
"""


@dataclass(frozen=True)
class Probe:
    """One fault: its script, its arguments (quick and whole) and the figures of its answer that are worth telling."""

    code: str
    fault: str
    script: str
    quick: str
    whole: str
    told: tuple[str, ...] = ()
    driver: str = DRIVER


PROBES = (
    Probe(
        "F1",
        "killed at any moment",
        "kill9.py",
        "--n 40",
        "--n 200",
        ("kills", "acknowledged", "lost_total", "reopen_ms_max"),
    ),
    Probe(
        "F2",
        "power cut",
        "powercut.py",
        "--states 100 --acks 40",
        "--states 2000",
        ("states", "corrupt_states", "states_with_lost_commits"),
    ),
    Probe(
        "F4",
        "write or sync fails",
        "iofault.py",
        "--step 12 --max 10",
        "--step 1 --max 300",
        (),
        f"{DRIVER} --rounds 3",
    ),
    Probe("F4", "disk full", "diskfull.py", "--mode rlimit --rounds 2", "--mode rlimit --rounds 8"),
    Probe("F5", "file taken away while open", "vanish.py", "", ""),
    Probe(
        "F6", "opened twice", "twoprocs.py", "--second-must-refuse --seconds 3", "--second-must-refuse --k 4", ("lost",)
    ),
    Probe("F7", "SQLite's locks", "lockwatch.py", "--seconds 3", "--seconds 30", ("samples", "lock_missing", "lost")),
)


def main() -> int:
    """Run the probes; 1 if one failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.faults")
    parser.add_argument("--probes", type=Path, default=ROOT.parent / "shared" / "faults", help="where the probes lie")
    parser.add_argument("--whole", action="store_true", help="as many states as a release needs; takes hours")
    chosen = parser.parse_args()
    if not chosen.probes.is_dir():
        print(f"The fault probes are not at {chosen.probes}; nothing was tried.")
        return 0
    lines, passed = [HEAD], True
    print(HEAD)
    for probe in PROBES:
        told = _run(probe, chosen.probes, probe.whole if chosen.whole else probe.quick)
        passed &= bool(told["passed"])
        lines.append(_line(probe, told))
        print(lines[-1], flush=True)
    RESULTS.write_text(ABOUT.format(table="\n".join(lines)), encoding="utf-8")
    return 0 if passed else 1


def _run(probe: Probe, folder: Path, arguments: str) -> dict[str, Any]:
    command = [
        sys.executable,
        str(folder / probe.script),
        "--cmd",
        probe.driver,
        "--invariant",
        WHOLE,
        *shlex.split(arguments),
    ]
    with TemporaryDirectory() as home:
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "WORKBENCH_HOME": home}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    try:
        answer: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        return {"passed": False, "said": done.stderr.strip()[-200:]}
    return answer


def _line(probe: Probe, told: dict[str, Any]) -> str:
    seen = [f"{name.replace('_', ' ')} {told[name]}" for name in probe.told if name in told]
    for name, value in told.items():
        if isinstance(value, dict) and "points" in value:
            seen.append(f"{name}: {value['points']} points, {value['bad']} bad")
    if isinstance(told.get("cases"), dict):
        lost = sum(case["silent_losses"] for case in told["cases"].values())
        seen.append(f"{len(told['cases'])} cases, {lost} silent losses")
    if isinstance(told.get("rounds"), list):
        seen.append(f"{len(told['rounds'])} rounds, {sum(not one['good'] for one in told['rounds'])} bad")
    passed = "yes" if told["passed"] else f"**no** {told.get('said', '')}"
    return f"| {probe.code} | {probe.fault} | {probe.script} | {', '.join(seen)} | {passed} |"


if __name__ == "__main__":
    sys.exit(main())

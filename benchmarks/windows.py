"""The measures of the window, each taken in a process of its own: start, memory, frames, page switches."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.measuring import Figure, times

ENVIRONMENT = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
# a warm start finds every module compiled, ours like those that were installed
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)
STARTS, RUNS = 15, 3


def starts(rep: Path, team: Path, stress: Path, of: str) -> Iterator[Figure]:
    """S1: a painted Today, beside a bare table window with SQLAlchemy imported; S2: the same on larger portfolios."""
    ours, limit = _interleaved([("benchmarks.opened", rep), ("benchmarks.bare", rep)])
    yield Figure("S1", "start to Today, painted with data (rep)", ours, limit, 1.6)
    small, middle, large = _interleaved([("benchmarks.opened", book) for book in (rep, team, stress)])
    yield Figure("S2", "start on team, beside rep", middle, small, 1.1)
    yield Figure("S2", f"start on {of}, beside rep", large, small, 1.3)


def _interleaved(runs: list[tuple[str, Path]]) -> list[float]:
    """Medians of starts that take turns, so that a busy moment of the machine hits all of them."""
    taken: list[list[float]] = [[] for _ in runs]
    for n in range(STARTS):
        for place, (module, book) in enumerate(runs):
            command = [sys.executable, "-m", module, str(book)]
            run = times(lambda command=command: _run(command), 1, warm=n == 0)  # type: ignore[misc]
            taken[place] += run
    return [statistics.median(each) for each in taken]


def _run(command: list[str]) -> bytes:
    return subprocess.run(command, check=True, env=ENVIRONMENT, capture_output=True).stdout


def seen(team: Path) -> Iterator[Figure]:
    """S3, S6, S7: a walk through every page of the window on the team portfolio; limits are the design's figures."""
    told: dict[str, Any] = json.loads(_run([sys.executable, "-m", "benchmarks.seen", str(team)]))
    yield Figure("S3", "memory with Today (team; limit: 130 MB)", told["pss_today"], 130, 1, "MB")
    yield Figure("S3", "memory after every page (team; limit: 180 MB)", told["pss_all"], 180, 1, "MB")
    yield Figure("S6", "scroll frame, p95 (100,000 rows; limit: 8 ms)", _p95(told["frames"]), 8, 1)
    yield Figure("S7", "account page, next to painted, p95 (team; limit: 100 ms)", _p95(told["account"]), 100, 1)
    yield Figure("S7", "page switch, p95 (team; limit: 100 ms)", _p95(told["switch"]), 100, 1)


def board(folder: Path) -> Iterator[Figure]:
    """S6, S7: a team board of a thousand cards; limits are the design's figures.

    Of several runs the best counts, so that what else the machine does meanwhile is not taken for ours; beside the time
    on the wall stands that of the processor alone.
    """
    runs: list[dict[str, Any]] = [_board(folder / f"board-{n}") for n in range(RUNS)]
    for key, what in (("wheel", "a notch of the wheel"), ("page", "a whole page"), ("slider", "a jump of the handle")):
        for suffix, of in (("", ""), ("_cpu", ", processor")):
            best = min(_p95(told[key + suffix]) for told in runs)
            yield Figure(
                "S6", f"scroll frame of the team board, {what}, p95{of} (1,000 cards; limit: 8 ms)", best, 8, 1
            )
    built = min(told["build"] for told in runs)
    yield Figure("S7", "team board, next to painted (1,000 cards; limit: 300 ms)", built, 300, 1)
    for suffix, of in (("", ""), ("_cpu", ", processor")):
        best = min(_p95(told["move" + suffix]) for told in runs)
        yield Figure("S7", f"a card moves, p95{of} (1,000 cards; limit: 100 ms)", best, 100, 1)


def _board(folder: Path) -> dict[str, Any]:
    folder.mkdir()
    told: dict[str, Any] = json.loads(_run([sys.executable, "-m", "benchmarks.boards", str(folder)]))
    return told


def waiting(folder: Path) -> Iterator[Figure]:
    """S9: what an import leaves of the window, and how soon it stops; limits are the design's figures."""
    told: dict[str, Any] = json.loads(_run([sys.executable, "-m", "benchmarks.waiting", str(folder)]))
    yield Figure("S9", "gap of the event loop while importing, p95 (limit: 50 ms)", _p95(told["gaps"]), 50, 1)
    yield Figure("S9", "an import stops and takes itself back (limit: 200 ms)", told["cancel"], 200, 1)


def _p95(taken: list[float]) -> float:
    return sorted(taken)[int(len(taken) * 0.95) - 1]

"""`make bench`: prints the table and keeps it in benchmarks/results.md.

The stress portfolio is a tenth of its size unless --full is given: making the whole one takes several minutes.
"""

import argparse
import platform
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import func, select

from benchmarks import measures, windows
from benchmarks.measuring import HEAD, Figure, once
from benchmarks.portfolios import REP, STRESS, TEAM, Size, make, scaled
from workbench.action_items.model import ActionItem
from workbench.kernel.workspace import Workspace

RESULTS = Path(__file__).with_name("results.md")
ABOUT = """# Speed and size

Made by `make bench`. Every figure stands beside a limit measured in the same run; medians, unless another is named.
Machine: {machine}, Python {python}; stress portfolio: {stress}. {made}

{table}
"""


def main() -> int:
    """Measure everything; 1 if a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--full", action="store_true", help="the whole stress portfolio")
    parser.add_argument("--rows", type=int, default=100_000, help="rows to import")
    chosen = parser.parse_args()
    stress = scaled(STRESS, 1 if chosen.full else 0.1)
    with TemporaryDirectory() as folder:
        figures, told = _measured(Path(folder), stress, chosen.rows)
    table = "\n".join([HEAD, *(figure.line() for figure in figures)])
    print(table)
    RESULTS.write_text(
        ABOUT.format(
            machine=platform.machine(),
            python=platform.python_version(),
            stress=told,
            made=_missed(figures),
            table=table,
        ),
        encoding="utf-8",
    )
    return any(not figure.holds for figure in figures)


def _measured(folder: Path, stress: Size, rows: int) -> tuple[list[Figure], str]:
    small, large = make(folder / "rep.portfolio", REP), folder / "stress.portfolio"
    made: list[Workspace] = []
    took = once(lambda: made.append(make(large, stress)))
    big = made[0]
    told = (
        f"{stress.accounts:,} accounts, {stress.people:,} people, {stress.events:,} events, made in {took / 1000:.0f} s"
    )
    key, small_key = _busiest(big), _busiest(small)
    figures = [
        measures.search(big, stress),
        measures.listing(big, stress),
        measures.page(small, small_key),
        *measures.save(small, small_key, folder),
        *measures.growth((small, small_key), (big, key), stress.name),
        measures.size(big, stress.name, folder),
        measures.paper(),
    ]
    big.close()
    empty = make(folder / "empty.portfolio", Size("empty", 1, 1, 2))
    figures += measures.importing(empty, folder, rows)
    empty.close()
    small.close()
    team = folder / "team.portfolio"
    make(team, TEAM).close()
    figures += windows.starts(folder / "rep.portfolio", team, large, stress.name)
    figures += windows.seen(team)
    figures += windows.waiting(folder)
    figures += windows.board(folder)
    return sorted(figures, key=lambda figure: int(figure.code[1:])), told


def _busiest(workspace: Workspace) -> int:
    with workspace.read() as session:
        most = select(ActionItem.account_id).group_by(ActionItem.account_id).order_by(func.count().desc()).limit(1)
        return int(session.scalars(most).one() or 0)


def _missed(figures: list[Figure]) -> str:
    missed = [f"{figure.code} ({figure.measure})" for figure in figures if not figure.holds]
    return "Goals missed in this run: " + "; ".join(missed) + "." if missed else "Every goal was met in this run."


if __name__ == "__main__":
    sys.exit(main())

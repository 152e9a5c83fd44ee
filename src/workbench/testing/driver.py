"""Works on a portfolio without end, and says `ACK <marker>` after each commit that is to be found later.

    python -m workbench.testing.driver FILE [--passphrase TEXT] [--rounds N]

The marker is the name of an account which that commit stored, together with one person, one meeting and three actions.
Other accounts (`tmp …`) are added, edited, deleted, undone and redone in between. Errors go to stderr as one sentence;
the exit code is then 3.
"""

import argparse
import itertools
import os
import random
import sys
import time
from datetime import date, timedelta
from datetime import time as wall_time
from pathlib import Path

from sqlalchemy.orm import Session

from workbench.accounts.commands import add_account, delete_accounts, edit_account
from workbench.action_items.commands import add_action
from workbench.contacts.commands import add_person
from workbench.kernel.clock import system_clock
from workbench.kernel.command import command
from workbench.kernel.errors import UserError
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_meeting
from workbench.opening import Access, new_portfolio, open_portfolio

DAY = date(2026, 3, 10)
FAILED = 3


@command("Take on")
def take_on(session: Session, name: str) -> int:
    """An account with a person, a meeting and three actions."""
    account = add_account.body(session, name, notes="n" * random.randint(10, 1500))
    add_person.body(session, f"Ana {name}", account, "Compras")
    add_meeting.body(session, f"Visit {name}", DAY, wall_time(10), account_id=account)
    for number in range(3):
        add_action.body(session, f"Action {number}", DAY, account_id=account, due=DAY + timedelta(number))
    return account


def work(workspace: Workspace, rounds: int) -> None:
    """Keep on working; every marker that is said is saved."""
    tag = os.getpid()
    for number in itertools.islice(itertools.count(1), rounds or None):
        marker = f"{tag}-{number}-{time.time_ns()}"
        kept = workspace.do(take_on, marker)
        print(f"ACK {marker}", flush=True)
        draw = random.random()
        if draw < 0.3:
            workspace.do(edit_account, kept, notes="e" * random.randint(1, 3000))
        elif draw < 0.45:
            _come_and_go(workspace, f"tmp {marker}")


def _come_and_go(workspace: Workspace, name: str) -> None:
    account = workspace.do(take_on, name)
    workspace.do(delete_accounts, [account])
    workspace.undo()
    workspace.redo()


def main() -> int:
    """Open or make the portfolio and work on it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--passphrase")
    parser.add_argument("--rounds", type=int, default=0, help="stop after so many; 0 is never")
    asked = parser.parse_args()
    access = Access(system_clock(), asked.passphrase)
    try:
        begin = open_portfolio if asked.file.exists() else new_portfolio
        workspace = begin(asked.file, access)
        try:
            work(workspace, asked.rounds)
        finally:
            workspace.close()
    except UserError as problem:
        print(problem, file=sys.stderr, flush=True)
        return FAILED
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""One line in, one record out, for `add`."""

from typing import Any

from workbench.accounts.queries import account_named
from workbench.capture.commands import capture
from workbench.capture.grammar import Kind
from workbench.cli.rows import rows_of
from workbench.cli.terminal import Terminal
from workbench.kernel.workspace import Workspace


def add_line(
    workspace: Workspace, terminal: Terminal, kind: str, line: str, account: str | None
) -> tuple[dict[str, Any], str]:
    """Understand a line and store it; the new record as a row, and a sentence about it."""
    raise NotImplementedError(workspace, terminal, kind, line, account, account_named, capture, Kind, rows_of)

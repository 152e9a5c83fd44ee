"""One command of the command line."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from workbench.cli.terminal import Terminal, passphrase_of
from workbench.kernel.workspace import Workspace


@dataclass(frozen=True)
class Verb:
    """A command: its name, one line of help, an example, its arguments and what it does."""

    name: str
    help: str
    example: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace, Terminal], None]


@contextmanager
def opened(path: Path, arguments: Namespace, terminal: Terminal, *, read_only: bool = False) -> Iterator[Workspace]:
    """The portfolio at `path`, closed again at the end."""
    from workbench.opening import Access, open_portfolio

    workspace = open_portfolio(path, Access(terminal.clock, passphrase_of(arguments), read_only))
    try:
        yield workspace
    finally:
        workspace.close()


def with_file(parser: ArgumentParser) -> None:
    """The argument of commands that read or change one portfolio."""
    parser.add_argument("--in", dest="file", type=Path, metavar="FILE", required=True, help="the portfolio")


def with_json(parser: ArgumentParser) -> None:
    """The argument of commands that print records."""
    parser.add_argument("--json", action="store_true", help="print JSON")

"""One command of the command line."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from workbench.cli.terminal import Terminal, passphrase_of
from workbench.kernel.workspace import Workspace

MOST_DIGITS = 9


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


def count(text: str) -> int:
    """A number of things: none, one or more."""
    if not (text.isascii() and text.isdecimal()) or len(text) > MOST_DIGITS:
        raise ArgumentTypeError(f"{text} is no number of records; write it like 20")
    return int(text)


def with_file(parser: ArgumentParser) -> None:
    """The argument of commands that read or change one portfolio."""
    parser.add_argument("--in", dest="file", type=Path, metavar="FILE", required=True, help="the portfolio")


def with_json(parser: ArgumentParser) -> None:
    """The argument of commands that print records."""
    parser.add_argument(
        "--json",
        action="store_true",
        help="print JSON: identities as texts, days in ISO, money in hundredths of the currency",
    )

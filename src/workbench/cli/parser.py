"""What can be typed: the commands with their arguments and an example each."""

import argparse
from datetime import date
from importlib import import_module
from pathlib import Path

from workbench import __version__
from workbench.cli.verb import Verb

# in the order of the help; each module names its verbs and imports what they need only when one runs
ROOMS = ("files", "exchange", "records", "papers", "handover", "past", "departments", "window")


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="workbench",
        description="A workbench for people who look after business customers. Without a command it opens the window.",
        epilog="Every command has --help with an example.",
    )
    top.add_argument("--version", action="version", version=f"workbench {__version__}")
    top.add_argument("--portfolio", type=Path, metavar="FILE", help="the portfolio to open")
    top.add_argument("--demo", action="store_true", help="open the demo portfolio")
    top.add_argument("--passphrase-file", type=Path, metavar="FILE", help="a file whose first line is the passphrase")
    top.add_argument("--language", choices=("en", "es"))
    top.add_argument("--today", type=_day, metavar="DATE", help=argparse.SUPPRESS)
    top.set_defaults(run=import_module("workbench.cli.window").open_window)
    commands = top.add_subparsers(title="commands", metavar="COMMAND")
    for room in ROOMS:
        for verb in import_module(f"workbench.cli.{room}").VERBS:
            _add(commands, verb)
    return top


def _add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", verb: Verb) -> None:
    sub = commands.add_parser(
        verb.name,
        help=verb.help,
        description=verb.help,
        epilog=f"example: {verb.example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verb.arguments(sub)
    # SUPPRESS: a command's own default must not overwrite what stood before its name
    sub.add_argument("--language", choices=("en", "es"), default=argparse.SUPPRESS, help="the language of the answer")
    sub.add_argument(
        "--today", type=_day, metavar="DATE", default=argparse.SUPPRESS, help="the day to work on, for repeatable runs"
    )
    sub.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        default=argparse.SUPPRESS,
        help="its first line is the passphrase",
    )
    sub.set_defaults(run=verb.run)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as problem:
        raise argparse.ArgumentTypeError(f"{text} is no date; write it like 2026-03-10") from problem

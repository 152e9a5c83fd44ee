"""The window itself, and pictures of it."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.cli.terminal import Terminal, passphrase_of
from workbench.cli.verb import Verb, opened


def open_window(arguments: Namespace, terminal: Terminal) -> None:
    """Open the window with the portfolio that was named, the demo, or the last one."""
    from workbench.ui.app import run

    sys.exit(
        run(arguments.portfolio, terminal.clock, arguments.language, passphrase_of(arguments), demo=arguments.demo)
    )


def _size(text: str) -> tuple[int, int]:
    width, by, height = text.partition("x")
    if not (by and width.isdecimal() and height.isdecimal() and 0 < int(width) <= 8000 and 0 < int(height) <= 8000):
        raise ArgumentTypeError(f"{text} is no size; write it like 1280x800")
    return int(width), int(height)


def _arguments_of_picture(parser: ArgumentParser) -> None:
    parser.add_argument("page", help="today, accounts, account, contacts, meetings, actions, import …")
    parser.add_argument("--account", metavar="NAME", help="the account to show")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--in", dest="file", type=Path, metavar="FILE", help="the portfolio")
    source.add_argument("--demo", action="store_true", help="the demo portfolio")
    parser.add_argument("--to", type=Path, required=True, metavar="OUT.png")
    parser.add_argument("--size", type=_size, default=(1280, 800), metavar="WxH")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--scale", type=float, default=1.0)


def _picture(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.demo.file import demo_workspace
    from workbench.ui.picture import Shot, take

    shot = Shot(arguments.page, arguments.size, arguments.theme, terminal.words.language, arguments.scale)
    if arguments.file:
        with opened(arguments.file, arguments, terminal, read_only=True) as workspace:
            take(workspace, shot, arguments.account, arguments.to)
    else:
        with (
            TemporaryDirectory() as folder,
            demo_workspace(Path(folder), terminal.words.language, terminal.clock) as workspace,
        ):
            take(workspace, shot, arguments.account, arguments.to)
    terminal.say(terminal.words("Written: {path}", path=str(arguments.to)))


VERBS = (
    Verb(
        "picture",
        "take a picture of a page",
        "workbench picture today --demo --to today.png --theme dark",
        _arguments_of_picture,
        _picture,
    ),
)

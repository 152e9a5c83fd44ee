"""The window itself, and pictures of it."""

import gc
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.cli.terminal import Terminal, passphrase_of
from workbench.cli.verb import MOST_DIGITS, Verb, opened

LEAST_SCALE, MOST_SCALE = 0.5, 4
SMALLEST, LARGEST = 240, 8000  # pixels of a side
# told without loading the window; a test holds them against its own table
PICTURES = """
account
account-actions
account-meetings
account-new
account-scoreboard
accounts
actions
alerts
benefits
board
capture
contacts
history
horizon
hours
import
inbox
jobs
keys
load
lock
log
manual
meeting
meetings
member
menu
notice
overview
palette
palette-commands
people
person-new
plan
playbook
portfolio
portfolio-heat
portfolio-load
portfolio-matrix
print
pulse
raci
request-new
requests
review
scoreboard
seats
settings
skills
team
thanks
timeline
today
trainings
trash
undo
week
welcome
"""


def open_window(arguments: Namespace, terminal: Terminal) -> None:
    """Open the window with the portfolio that was named, the demo, or the last one."""
    # what is imported is no garbage, and from then on the window collects its own
    gc.disable()
    import_module("workbench.ahead")
    from workbench.ui.app import run

    sys.exit(
        run(arguments.portfolio, terminal.clock, arguments.language, passphrase_of(arguments), demo=arguments.demo)
    )


def _size(text: str) -> tuple[int, int]:
    width, by, height = text.partition("x")
    sides = [int(side) for side in (width, height) if side.isascii() and side.isdecimal() and len(side) <= MOST_DIGITS]
    if not by or len(sides) < 2 or min(sides) < SMALLEST or max(sides) > LARGEST:
        raise ArgumentTypeError(f"{text} is no size; write it like 1280x800, each from {SMALLEST} to {LARGEST}")
    return sides[0], sides[1]


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0
    if not LEAST_SCALE <= scale <= MOST_SCALE:
        raise ArgumentTypeError(f"{text} is no scale; write a number from {LEAST_SCALE} to {MOST_SCALE}, like 1.5")
    return scale


def _percent(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS) or not 90 <= int(text) <= 200:
        raise ArgumentTypeError(f"{text} is no size of texts; write a number from 90 to 200, like 150")
    return int(text)


def _arguments_of_picture(parser: ArgumentParser) -> None:
    parser.add_argument("page", metavar="PAGE", help=f"one of: {PICTURES}")
    parser.add_argument("--account", metavar="NAME", help="the account to show")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--in", dest="file", type=Path, metavar="FILE", help="the portfolio")
    source.add_argument("--demo", action="store_true", help="the demo portfolio")
    parser.add_argument("--to", type=Path, required=True, metavar="OUT.png")
    parser.add_argument("--size", type=_size, default=(1280, 800), metavar="WxH")
    parser.add_argument("--theme", choices=("light", "dark", "contrast", "contrast-dark"), default="light")
    parser.add_argument("--density", choices=("comfortable", "compact", "touch"), default="comfortable")
    parser.add_argument("--text-size", type=_percent, default=100, metavar="N", help="90 to 200, like 150")
    parser.add_argument("--scale", type=_scale, default=1.0, metavar="N", help="0.5 to 4, like 1.5")


def _picture(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.demo.file import demo_workspace
    from workbench.ui.picture import Shot, take

    looks = (arguments.theme, terminal.words.language, arguments.scale, arguments.density, arguments.text_size)
    shot = Shot(arguments.page, arguments.size, *looks)
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

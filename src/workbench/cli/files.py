"""new, check, backup, restore: the file itself."""

import sys
from argparse import ArgumentParser, Namespace
from getpass import getpass
from pathlib import Path

from workbench.cli.terminal import EmptyPassphrase, ShortPassphrase, Terminal, passphrase_of
from workbench.cli.verb import Verb, opened, with_json
from workbench.kernel.passphrase import SHORTEST


def _arguments_of_new(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the portfolio to make")
    parser.add_argument("--demo", action="store_true", help="fill it with the demo")
    parser.add_argument("--plain", action="store_true", help="do not encrypt it")
    parser.add_argument("--role", choices=("am", "kam"), default="am", help="account manager or key account manager")


def _new(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.demo.loader import load_demo
    from workbench.kernel.settings import PRINT_LANGUAGE, ROLE, change_setting
    from workbench.opening import Access, new_portfolio

    passphrase = None if arguments.plain else _new_passphrase(arguments)
    workspace = new_portfolio(arguments.file, Access(terminal.clock, passphrase))
    try:
        if arguments.role != ROLE.default:
            workspace.do(change_setting, ROLE, arguments.role)
        if terminal.words.language != PRINT_LANGUAGE.default:
            workspace.do(change_setting, PRINT_LANGUAGE, terminal.words.language)
        if arguments.demo:
            load_demo(workspace, terminal.words.language, terminal.clock.today())
    finally:
        workspace.close()
    made = terminal.words("Made: {path}", path=str(arguments.file))
    kept = terminal.words("not encrypted") if passphrase is None else terminal.words("encrypted")
    terminal.say(f"{made} ({kept})")


def _new_passphrase(arguments: Namespace) -> str:
    given = passphrase_of(arguments)
    if given is None and sys.stdin.isatty():
        given = getpass()
    if not given:
        raise EmptyPassphrase
    if len(given) < SHORTEST:
        raise ShortPassphrase
    return given


def _arguments_of_check(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the portfolio")
    with_json(parser)


def _check(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.kernel import failures
    from workbench.safety.check import check

    with opened(arguments.file, arguments, terminal) as workspace:
        report = check(workspace)
    terminal.answer(report.as_json(), report.sentence(terminal.words))
    if not report.is_well:
        raise failures.Damaged(path=arguments.file.name)


def _arguments_of_backup(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the portfolio")
    parser.add_argument(
        "--to", type=Path, required=True, metavar="FOLDER", help="where the copy goes, on another disk at best"
    )


def _backup(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.safety.backup import back_up

    with opened(arguments.file, arguments, terminal, read_only=True) as workspace:
        made = back_up(workspace.book, arguments.to, terminal.clock)
    terminal.say(terminal.words("Backed up and checked: {path}", path=str(made)))


def _arguments_of_restore(parser: ArgumentParser) -> None:
    parser.add_argument("backup", type=Path, metavar="BACKUP", help="the backup")
    parser.add_argument(
        "--to", type=Path, required=True, metavar="FILE", help="the file to make of it; it must not exist"
    )


def _restore(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.safety.backup import restore

    # opening it first says whether it is a portfolio and whether this is its passphrase
    with opened(arguments.backup, arguments, terminal, read_only=True) as workspace:
        key = workspace.book.key
    restore(arguments.backup, arguments.to, key)
    terminal.say(terminal.words("Restored: {path}", path=str(arguments.to)))


VERBS = (
    Verb("new", "make a portfolio", "workbench new my.portfolio --passphrase-file phrase.txt", _arguments_of_new, _new),
    Verb(
        "check", "check a portfolio and say what was found", "workbench check my.portfolio", _arguments_of_check, _check
    ),
    Verb(
        "backup",
        "make a checked copy",
        "workbench backup my.portfolio --to /media/stick",
        _arguments_of_backup,
        _backup,
    ),
    Verb(
        "restore",
        "make a portfolio of a backup",
        'workbench restore "my 2026-03-10 081500.portfolio" --to my.portfolio',
        _arguments_of_restore,
        _restore,
    ),
)

"""handover: the pack for whoever takes an account over, as paper and as data."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.cli.terminal import Terminal
from workbench.cli.verb import Verb, opened, with_file


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("account", help="its name, or a part of it that no other account has")
    with_file(parser)
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="the folder to write into")
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4")


def _handover(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.accounts.queries import account_named
    from workbench.exchange.handover_pack import write_pack
    from workbench.papers.printing import Job

    with opened(arguments.file, arguments, terminal, read_only=True) as workspace, workspace.read() as session:
        account_id = account_named(session, arguments.account)
        job = Job(terminal.words.language, arguments.paper, terminal.clock)
        pack = write_pack(workspace, session, account_id, arguments.to, job)
    for path in pack.files:
        terminal.say(terminal.words("Written: {path}", path=str(path)))
    for warning in pack.warnings:
        terminal.complain(warning)


VERBS = (
    Verb(
        "handover",
        "write the pack for whoever takes an account over",
        "workbench handover Talleres --in my.portfolio --to handover",
        _arguments,
        _handover,
    ),
)

"""ask, scoreboard: what departments are asked for, and which promises they keep."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from workbench.cli.papers import for_paper, job_of, write_paper
from workbench.cli.terminal import Terminal
from workbench.cli.verb import Verb, opened
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_

MAIL = ".eml"


class NoRequest(UserError):
    message = N_("There is no request “{name}”.")
    advice = N_("Name it by its title, a part of it or its identity; “workbench list requests” shows them all.")


def _arguments_of_ask(parser: ArgumentParser) -> None:
    parser.add_argument("request", help="its title, a part of it, or its identity")
    for_paper(parser, "OUT.pdf|OUT.eml", "the PDF, web page (.html) or draft of a mail (.eml) to write")


def _ask(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.kam.requests.queries import request_named
    from workbench.papers import printing

    path: Path = arguments.to
    with opened(arguments.file, arguments, terminal, read_only=True) as workspace, workspace.read() as session:
        request = request_named(session, arguments.request)
        if request is None:
            raise NoRequest(name=arguments.request)
        if path.suffix.lower() != MAIL:
            document = printing.ask(session, request, job_of(arguments, terminal))
        else:
            _, draft = printing.ask_mail(session, request, job_of(arguments, terminal))
            document = printing.Read(draft.write, list(draft.warnings))
    write_paper(document, path, terminal, MAIL)


def _arguments_of_scoreboard(parser: ArgumentParser) -> None:
    parser.add_argument("account", nargs="?", help="its name, or a part of it that no other account has (all accounts)")
    for_paper(parser)


def _scoreboard(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.accounts.queries import account_named
    from workbench.papers import printing

    with opened(arguments.file, arguments, terminal, read_only=True) as workspace, workspace.read() as session:
        account = account_named(session, arguments.account) if arguments.account else None
        document = printing.scoreboard(session, account, job_of(arguments, terminal))
    write_paper(document, arguments.to, terminal)


VERBS = (
    Verb(
        "ask",
        "print a request to a department, or draft its mail",
        'workbench ask "Spare batteries" --in my.portfolio --to ask.eml',
        _arguments_of_ask,
        _ask,
    ),
    Verb(
        "scoreboard",
        "print who kept their promises, quarter by quarter",
        "workbench scoreboard Talleres --in my.portfolio --to scoreboard.pdf",
        _arguments_of_scoreboard,
        _scoreboard,
    ),
)

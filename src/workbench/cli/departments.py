"""ask: a request to a department, as a page or as the draft of a mail."""

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


VERBS = (
    Verb(
        "ask",
        "print a request to a department, or draft its mail",
        'workbench ask "Spare batteries" --in my.portfolio --to ask.eml',
        _arguments_of_ask,
        _ask,
    ),
)

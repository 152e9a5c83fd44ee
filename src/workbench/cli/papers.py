"""plan, brief, onepager, actions-list, raci, log: what is printed."""

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.terminal import Terminal
from workbench.cli.verb import Verb, opened, with_file
from workbench.kernel.errors import UserError
from workbench.kernel.words import N_

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from workbench.papers.printing import Job, Read


class NoMeeting(UserError):
    message = N_("There is no meeting “{name}”.")
    advice = N_("Name it by its title or identity, or ask for the next one of an account with --next.")


class NoNextMeeting(UserError):
    message = N_("No meeting with {account} is planned.")
    advice = N_("Plan one, or name a meeting.")


def for_paper(
    parser: ArgumentParser, target: str = "OUT.pdf", said: str = "the PDF, or web page (.html), to write"
) -> None:
    """The portfolio, where to write, and the sheet."""
    with_file(parser)
    parser.add_argument("--to", type=Path, required=True, metavar=target, help=said)
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4")


def _with_account(parser: ArgumentParser) -> None:
    parser.add_argument("account", help="its name, or a part of it that no other account has")
    for_paper(parser)


def _arguments_of_list(parser: ArgumentParser) -> None:
    _with_account(parser)
    parser.add_argument("--one-per-page", action="store_true", help="a page for each department, to hand out")


def _arguments_of_brief(parser: ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("meeting", nargs="?", help="the title or the identity of a meeting")
    which.add_argument("--next", metavar="ACCOUNT", help="the next meeting with this account")
    for_paper(parser)


def _arguments_of_daysheet(parser: ArgumentParser) -> None:
    parser.add_argument("--day", type=date.fromisoformat, metavar="DATE", help="YYYY-MM-DD (today)")
    for_paper(parser)


def job_of(arguments: Namespace, terminal: Terminal) -> "Job":
    """How to print, as it was asked for."""
    from workbench.papers import printing

    is_web = arguments.to.suffix.lower() == ".html"
    apart = getattr(arguments, "one_per_page", False)
    return printing.Job(terminal.words.language, arguments.paper, terminal.clock, is_web, one_per_page=apart)


def _daysheet(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.papers import printing

    with opened(arguments.file, arguments, terminal, read_only=True) as workspace, workspace.read() as session:
        job = job_of(arguments, terminal)
        document = printing.daysheet(session, arguments.day or terminal.clock.today(), job)
    write_paper(document, arguments.to, terminal)


def _portfolio(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.papers import printing

    with opened(arguments.file, arguments, terminal, read_only=True) as workspace, workspace.read() as session:
        document = printing.OF_ALL["portfolio"][1](session, job_of(arguments, terminal))
    write_paper(document, arguments.to, terminal)


def _account_paper(kind: str, arguments: Namespace, terminal: Terminal) -> None:
    from workbench.accounts.queries import account_named
    from workbench.papers import printing

    with opened(arguments.file, arguments, terminal, read_only=True) as workspace, workspace.read() as session:
        account_id = account_named(session, arguments.account)
        job = job_of(arguments, terminal)
        document = printing.DOCUMENTS[kind][1](session, account_id, job)
    write_paper(document, arguments.to, terminal)


def _plan(arguments: Namespace, terminal: Terminal) -> None:
    _account_paper("plan", arguments, terminal)


def _onepager(arguments: Namespace, terminal: Terminal) -> None:
    _account_paper("onepager", arguments, terminal)


def _actions_list(arguments: Namespace, terminal: Terminal) -> None:
    _account_paper("actions-list", arguments, terminal)


def _raci(arguments: Namespace, terminal: Terminal) -> None:
    _account_paper("raci", arguments, terminal)


def _log(arguments: Namespace, terminal: Terminal) -> None:
    _account_paper("log", arguments, terminal)


def _benefits(arguments: Namespace, terminal: Terminal) -> None:
    _account_paper("benefits", arguments, terminal)


def _brief(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.papers import printing

    with opened(arguments.file, arguments, terminal, read_only=True) as workspace, workspace.read() as session:
        meeting_id = _chosen_meeting(session, arguments, terminal)
        job = job_of(arguments, terminal)
        document = printing.brief(session, meeting_id, job)
    write_paper(document, arguments.to, terminal)


def _arguments_of_skills(parser: ArgumentParser) -> None:
    parser.add_argument("--account", metavar="ACCOUNT", help="only those who work for this account (everybody)")
    for_paper(parser)


def _skills(arguments: Namespace, terminal: Terminal) -> None:
    from workbench.accounts.queries import account_named
    from workbench.papers import printing

    with opened(arguments.file, arguments, terminal, read_only=True) as workspace, workspace.read() as session:
        account_id = account_named(session, arguments.account) if arguments.account else None
        document = printing.skills(session, job_of(arguments, terminal), account_id)
    write_paper(document, arguments.to, terminal)


def _chosen_meeting(session: "Session", arguments: Namespace, terminal: Terminal) -> int:
    from workbench.accounts.queries import account_named
    from workbench.meetings.queries import meeting_named, next_of

    if arguments.next:
        account_id = account_named(session, arguments.next)
        following = next_of(session, account_id, terminal.clock.now())
        if following is None:
            raise NoNextMeeting(account=arguments.next)
        return following.id
    found = meeting_named(session, arguments.meeting or "", terminal.clock.today())
    if found is None:
        raise NoMeeting(name=arguments.meeting or "")
    return found


def write_paper(document: "Read", path: Path, terminal: Terminal, *also: str) -> None:
    """Write a document under a name that ends like one, and say what is odd about it."""
    from workbench.kernel.files import check_ending

    if path.suffix.lower() not in {".html", *also}:
        check_ending(path, ".pdf")
    document.write(path)
    terminal.say(terminal.words("Written: {path}", path=str(path)))
    for warning in document.warnings:
        terminal.complain(warning)


VERBS = (
    Verb(
        "plan",
        "print the strategic account plan",
        'workbench plan "Talleres Norte" --in my.portfolio --to plan.pdf --language es',
        _with_account,
        _plan,
    ),
    Verb(
        "brief",
        "print a meeting brief",
        "workbench brief --next Talleres --in my.portfolio --to brief.pdf",
        _arguments_of_brief,
        _brief,
    ),
    Verb(
        "daysheet",
        "print a day: meetings, promises, what is due",
        "workbench daysheet --in my.portfolio --to today.pdf --day 2026-03-11",
        _arguments_of_daysheet,
        _daysheet,
    ),
    Verb(
        "onepager",
        "print an account on one page",
        "workbench onepager Talleres --in my.portfolio --to one.pdf",
        _with_account,
        _onepager,
    ),
    Verb(
        "benefits",
        "print the benefits of key account management, year on year",
        "workbench benefits Talleres --in my.portfolio --to benefits.pdf",
        _with_account,
        _benefits,
    ),
    Verb(
        "actions-list",
        "print the team's actions by department",
        "workbench actions-list Talleres --in my.portfolio --to list.pdf --one-per-page",
        _arguments_of_list,
        _actions_list,
    ),
    Verb(
        "raci",
        "print who does what, by when",
        "workbench raci Talleres --in my.portfolio --to raci.pdf",
        _with_account,
        _raci,
    ),
    Verb(
        "portfolio",
        "print where all accounts stand, who is due and what is open",
        "workbench portfolio --in my.portfolio --to portfolio.pdf",
        for_paper,
        _portfolio,
    ),
    Verb(
        "log",
        "print the decision and issue log of an account",
        "workbench log Talleres --in my.portfolio --to log.pdf",
        _with_account,
        _log,
    ),
    Verb(
        "skills",
        "print the skill matrix, its gaps and the training plan",
        "workbench skills --in my.portfolio --to skills.pdf --account Talleres",
        _arguments_of_skills,
        _skills,
    ),
)

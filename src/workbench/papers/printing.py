"""Every printed document by name: read its view, press it, and say which letters the print font lacks."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

from sqlalchemy.orm import Session

from workbench.accounts.model import Account
from workbench.kam.benefits.queries import scorecard
from workbench.kam.progress.queries import of_plan
from workbench.kernel.clock import Clock
from workbench.kernel.editing import found
from workbench.kernel.formats import Formats
from workbench.kernel.words import N_, Words
from workbench.papers.action_list.document import write_action_list
from workbench.papers.action_list.queries import actions_view
from workbench.papers.ask.document import write_ask
from workbench.papers.ask.mail import Draft, mail_draft
from workbench.papers.ask.queries import ask_view
from workbench.papers.ask.views import AskView
from workbench.papers.benefits.document import write_benefits
from workbench.papers.brief.document import write_brief
from workbench.papers.brief.queries import brief_view
from workbench.papers.daysheet.document import write_daysheet
from workbench.papers.daysheet.queries import daysheet_view
from workbench.papers.handover.document import write_handover
from workbench.papers.handover.queries import handover_view
from workbench.papers.log.document import with_log, write_log
from workbench.papers.log.queries import log_view
from workbench.papers.onepager.document import write_onepager
from workbench.papers.onepager.queries import onepager_view
from workbench.papers.portfolio.document import write_portfolio
from workbench.papers.portfolio.queries import portfolio_view
from workbench.papers.raci.document import with_grid, write_raci
from workbench.papers.raci.queries import raci_paper
from workbench.papers.review.document import write_review_sheet
from workbench.papers.review.queries import review_sheet_view
from workbench.papers.scoreboard.document import write_scoreboard
from workbench.papers.scoreboard.queries import scores_view
from workbench.papers.skills.document import write_skills
from workbench.papers.skills.queries import skills_view
from workbench.plans.model import Plan
from workbench.plans.queries import current_plan, objectives_of
from workbench.plans.reading import view_of
from workbench.plans.report.document import write_plan
from workbench.portfolio.positions import plane_of
from workbench.report.letters import missing_letters, named, texts_in
from workbench.report.paper import paper_named
from workbench.report.press import Press

Target = BinaryIO | Path
SHOWN_LETTERS = 8


@dataclass(frozen=True)
class Job:
    """How to print: the language and the sheet ("a4" or "letter"), the clock for what is overdue, PDF or web page.

    With `one_per_page` a list by department gives each a page of its own, to hand out; `axes` are those of the matrix,
    as the portfolio page tells them.
    """

    language: str
    paper: str
    clock: Clock
    is_web: bool = False
    one_per_page: bool = False
    axes: str = ""

    @property
    def press(self) -> Press:
        return Press(Formats.of(self.language), paper_named(self.paper), self.is_web)

    @property
    def words(self) -> Words:
        return Words.of(self.language)


@dataclass(frozen=True)
class Read:
    """A document that was read and can be written without the portfolio, in any thread."""

    write: Callable[[Target], None]
    warnings: list[str]


def plan(session: Session, account_id: int, job: Job) -> Read:
    """The strategic plan of an account; where none was started, a draft that shows what is missing."""
    today = job.clock.today()
    plan_id = current_plan(session, account_id, today)
    record = found(session, Plan, plan_id) if plan_id else _blank(session, account_id, today, job.words)
    view = view_of(session, record, today)
    if plan_id:
        done = of_plan(session, plan_id).objectives
        keys = [objective.id for objective in objectives_of(session, plan_id)]
        lines = [replace(line, work=done.get(key)) for key, line in zip(keys, view.objectives, strict=True)]
        view = replace(view, objectives=tuple(lines))
    sections = with_grid(raci_paper(session, account_id, today, Formats.of(job.language)))
    sections = with_log(sections, log_view(session, account_id, today))
    return Read(lambda target: write_plan(view, job.press, target, sections), _warnings(view, job))


def onepager(session: Session, account_id: int, job: Job) -> Read:
    """An account on one page."""
    view = onepager_view(session, account_id, job.clock.today())
    return Read(lambda target: write_onepager(view, job.press, target), _warnings(view, job))


def action_list(session: Session, account_id: int, job: Job) -> Read:
    """The team's actions by department."""
    view = actions_view(session, account_id, job.clock.today())
    return Read(
        lambda target: write_action_list(view, job.press, target, one_per_page=job.one_per_page), _warnings(view, job)
    )


def handover(session: Session, account_id: int, job: Job) -> Read:
    """Everything about an account, for whoever takes it over."""
    view = handover_view(session, account_id, job.clock.today())
    return Read(lambda target: write_handover(view, job.press, target), _warnings(view, job))


def raci(session: Session, account_id: int, job: Job) -> Read:
    """Who does what, by when: the grid of letters and the next ninety days."""
    view = raci_paper(session, account_id, job.clock.today(), Formats.of(job.language))
    return Read(lambda target: write_raci(view, job.press, target), _warnings(view, job))


def benefits(session: Session, account_id: int, job: Job) -> Read:
    """Six advantages of having somebody for the account, year on year."""
    card = scorecard(session, account_id, job.clock.today())
    return Read(lambda target: write_benefits(card, job.press, target), _warnings(card, job))


def brief(session: Session, meeting_id: int, job: Job) -> Read:
    """What to know before a meeting, on one page."""
    view = brief_view(session, meeting_id, job.clock.today())
    return Read(lambda target: write_brief(view, job.press, target), _warnings(view, job))


def ask(session: Session, request_id: int, job: Job) -> Read:
    """A request to a department, on one page; names of other clients in its texts are pointed out."""
    view = ask_view(session, request_id, job.clock.today())
    named_others = [job.words("The text names another client: {name}.", name=name) for name in view.others]
    return Read(lambda target: write_ask(view, job.press, target), [*named_others, *_warnings(view, job)])


def ask_mail(session: Session, request_id: int, job: Job) -> tuple[AskView, Draft]:
    """A request as the draft of a mail with its page attached."""
    view = ask_view(session, request_id, job.clock.today())
    return view, mail_draft(view, job.press)


def scoreboard(session: Session, account_id: int | None, job: Job) -> Read:
    """Who kept the promises for an account, or for all of them."""
    view = scores_view(session, account_id, job.clock.today())
    return Read(lambda target: write_scoreboard(view, job.press, target), _warnings(view, job))


def scoreboard_of_all(session: Session, job: Job) -> Read:
    """Who kept the promises for all accounts."""
    return scoreboard(session, None, job)


def daysheet(session: Session, day: date, job: Job) -> Read:
    """A day with its meetings and what is due."""
    view = daysheet_view(session, day, job.clock.today())
    return Read(lambda target: write_daysheet(view, job.press, target), _warnings(view, job))


def log(session: Session, account_id: int, job: Job) -> Read:
    """Decisions, issues and conflicts of an account, with how they were settled."""
    view = log_view(session, account_id, job.clock.today())
    return Read(lambda target: write_log(view, job.press, target), _warnings(view, job))


def review(session: Session, review_id: int, job: Job) -> Read:
    """A plan review with its questions, and lines where there is no answer yet."""
    view = review_sheet_view(session, review_id, job.clock.today())
    return Read(lambda target: write_review_sheet(view, job.press, target), _warnings(view, job))


def portfolio(session: Session, job: Job) -> Read:
    """Where all accounts stand, who is due, and what is open."""
    view = portfolio_view(session, job.clock.today(), plane_of(job.axes))
    return Read(lambda target: write_portfolio(view, job.press, target), _warnings(view, job))


def skills(session: Session, job: Job, account_id: int | None = None) -> Read:
    """The skill matrix of everybody, or of those who work for an account."""
    view = skills_view(session, job.clock.today(), account_id)
    return Read(lambda target: write_skills(view, job.press, target), _warnings(view, job))


# documents of an account, by their name on the command line
DOCUMENTS: dict[str, tuple[str, Callable[[Session, int, Job], Read]]] = {
    "plan": (N_("Strategic account plan"), plan),
    "onepager": (N_("Account on one page"), onepager),
    "actions-list": (N_("Actions by department"), action_list),
    "handover": (N_("Handover pack"), handover),
    "raci": (N_("Who does what, by when"), raci),
    "scoreboard": (N_("Scoreboard of promises"), scoreboard),
    "log": (N_("Decision and issue log"), log),
    "benefits": (N_("Benefits of key account management"), benefits),
}
# documents of the whole portfolio
OF_ALL: dict[str, tuple[str, Callable[[Session, Job], Read]]] = {
    "portfolio": (N_("Portfolio overview"), portfolio),
    "scoreboard-all": (N_("Scoreboard of all accounts"), scoreboard_of_all),
    "skills": (N_("Skill matrix"), skills),
}
# documents of one record, which is chosen where it is at home
OF_RECORD: dict[str, tuple[str, Callable[[Session, int, Job], Read]]] = {
    "brief": (N_("Meeting brief"), brief),
    "ask": (N_("Request to a department"), ask),
    "review": (N_("Internal plan review"), review),
}


def _blank(session: Session, account_id: int, today: date, words: Words) -> Plan:
    account = found(session, Account, account_id)
    last = today.year + 2
    title = words("Plan {first}–{last}", first=today.year, last=last)
    return Plan(
        account_id=account.id,
        title=title,
        starts_on=date(today.year, 1, 1),
        ends_on=date(last, 12, 31),
        version="0",
    )


def _warnings(view: object, job: Job) -> list[str]:
    words = job.words
    # a browser has more fonts than the one that is printed with
    letters = () if job.is_web else missing_letters(texts_in(view))
    if not letters:
        return []
    shown = ", ".join(named(letter) for letter in letters[:SHOWN_LETTERS])
    return [words("The print font lacks these letters, and shows a box for them: {letters}", letters=shown)]

"""Reading the scoreboard for paper."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy.orm import Session

from workbench.business.quarters import beginning, quarter_before
from workbench.kam.scoreboard.counting import Figure, Owed, Whose
from workbench.kam.scoreboard.queries import scoreboard
from workbench.kam.scoreboard.saying import SUMS
from workbench.kam.scoreboard.views import Line, ScoreboardView
from workbench.papers.scoreboard.views import BrokenLine, ScoreLine, ScorePart, ScoresView, Share
from workbench.portfolio.account_list import names


def scores_view(session: Session, account_id: int | None, today: date) -> ScoresView:
    """Who kept the promises for an account, or for all; Gone if there is no such account."""
    view = scoreboard(session, account_id, today)
    broken = sorted(_broken(view), key=lambda pair: (pair[0].due or today, pair[0].title))
    of_accounts = names(session, [one.account_id for one, _ in broken if one.account_id]) if account_id is None else {}
    return ScoresView(
        as_of=today,
        quarter=beginning(today),
        quarter_before=quarter_before(today, 1),
        account=view.account,
        parts=tuple(
            ScorePart(whose.label, tuple(_line(line) for line in view.of(whose))) for whose in Whose if view.of(whose)
        ),
        broken=tuple(
            BrokenLine(one.title, whose, one.due, one.done_on, one.is_open, of_accounts.get(one.account_id or 0, ""))
            for one, whose in broken
            if one.due
        ),
        company=view.company,
        is_demo=view.is_demo,
    )


def _line(line: Line) -> ScoreLine:
    now, before, days, days_before, waiting, blocked, oldest = line.figures
    return ScoreLine(
        name=line.name or SUMS[line.whose],
        is_sum=not line.name,
        kept=_share(now),
        kept_before=_share(before),
        days=days.value,
        days_before=days_before.value,
        open=waiting.total,
        blocked=blocked.total,
        oldest=None if oldest.value is None else int(oldest.value),
    )


def _share(figure: Figure) -> Share:
    return Share(round((figure.value or 0) * figure.total), figure.total)


def _broken(view: ScoreboardView) -> Iterator[tuple[Owed, str]]:
    """What was broken this quarter, once each, with the department or person who promised it."""
    seen: set[tuple[str, int]] = set()
    for line in view.lines:
        for one in line.figures[0].records if line.name else ():
            if one.is_kept(view.as_of) is False and (one.table, one.key) not in seen:
                seen.add((one.table, one.key))
                yield one, line.name

"""What a one-page ask shows; nothing of it is an assessment, a cost or another client's."""

from dataclasses import dataclass
from datetime import date

from workbench.kam.model import RequestState


@dataclass(frozen=True)
class AskView:
    """A request as it is handed to a department.

    `days` are the working days from `as_of` to `due`, negative where it is late. `reader` and `email` are who gets the
    mail: whoever was asked, else who leads the department. `others` are names of other clients that the texts hold.
    Once it is closed, `state` says how, `ended_on` when, and `late` how many working days after `due`.
    """

    title: str
    department: str
    asked_on: date
    as_of: date
    due: date | None = None
    days: int | None = None
    is_promised: bool = False
    is_open: bool = True
    account: str = ""
    asked_of: str = ""
    asked_by: str = ""
    asked_by_title: str = ""
    asked_by_email: str = ""
    reader: str = ""
    email: str = ""
    details: str = ""
    stake: str = ""
    action: str = ""
    action_due: date | None = None
    objective: str = ""
    answer: str = ""
    state: RequestState = RequestState.ASKED
    ended_on: date | None = None
    late: int = 0
    others: tuple[str, ...] = ()
    company: str = ""
    is_demo: bool = False

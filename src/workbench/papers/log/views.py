"""What the printed log shows."""

from dataclasses import dataclass
from datetime import date

from workbench.kam.log.views import LogLine


@dataclass(frozen=True)
class LogView:
    """The log of an account, newest first; internal."""

    account: str
    as_of: date
    company: str
    is_demo: bool
    lines: tuple[LogLine, ...]

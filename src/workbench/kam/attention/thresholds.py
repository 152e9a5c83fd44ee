"""From when on something needs attention: settings of the portfolio, each with its bounds."""

from dataclasses import dataclass

from workbench.kernel.settings import Setting
from workbench.kernel.words import N_


@dataclass(frozen=True)
class Threshold:
    """A setting with the least and the most it can be, and what it is counted in."""

    setting: Setting[float]
    least: float
    most: float
    unit: str


RHYTHM_TIMES = Threshold(
    Setting("attention_rhythm_times", 1.5, N_("Neglected after the contact rhythm times")), 1, 10, N_("times")
)
SILENT_DAYS = Threshold(
    Setting("attention_silent_days", 90.0, N_("Neglected, where no rhythm is agreed, after")), 7, 730, N_("days")
)
MOVES = Threshold(Setting("attention_moves", 2.0, N_("Slipping when the day was moved")), 1, 20, N_("times"))
SLIP_DAYS = Threshold(Setting("attention_slip_days", 14.0, N_("Slipping when later by")), 1, 365, N_("days"))
BLOCKED_DAYS = Threshold(Setting("attention_blocked_days", 5.0, N_("Blocked longer than")), 1, 365, N_("days"))
LOAD_PERCENT = Threshold(
    Setting("attention_load_percent", 100.0, N_("Overloaded above this part of the hours")), 50, 300, N_("percent")
)
PROMISE_DAYS = Threshold(
    Setting("attention_promise_days", 3.0, N_("Promises about to break, ahead of their day by")),
    1,
    30,
    N_("working days"),
)
THRESHOLDS = (RHYTHM_TIMES, SILENT_DAYS, MOVES, SLIP_DAYS, BLOCKED_DAYS, LOAD_PERCENT, PROMISE_DAYS)


@dataclass(frozen=True)
class Limits:
    """The thresholds as they are set."""

    rhythm_times: float = RHYTHM_TIMES.setting.default
    silent_days: float = SILENT_DAYS.setting.default
    moves: float = MOVES.setting.default
    slip_days: float = SLIP_DAYS.setting.default
    blocked_days: float = BLOCKED_DAYS.setting.default
    load_percent: float = LOAD_PERCENT.setting.default
    promise_days: float = PROMISE_DAYS.setting.default

"""What the one-pager of an account shows."""

from dataclasses import dataclass, field
from datetime import date

from workbench.business.views import Quarter
from workbench.plans.views import ActionLine, MeetingLine, ObjectiveLine, PersonLine, Profile


@dataclass(frozen=True)
class EventLine:
    """Something that happened."""

    day: date
    title: str
    is_meeting: bool = True


@dataclass(frozen=True)
class OnePagerView:
    """An account on one page, as of a day; people are in the order of their weight, quarters from the oldest.

    `issues` are those nobody has settled.
    """

    account: str
    as_of: date
    profile: Profile = field(default_factory=Profile)
    owner: str | None = None
    next_meeting: MeetingLine | None = None
    next_action: ActionLine | None = None
    quarters: tuple[Quarter, ...] = ()
    people: tuple[PersonLine, ...] = ()
    objectives: tuple[ObjectiveLine, ...] = ()
    we_owe: tuple[ActionLine, ...] = ()
    they_owe: tuple[ActionLine, ...] = ()
    events: tuple[EventLine, ...] = ()
    issues: tuple[str, ...] = ()
    company: str = ""
    is_demo: bool = False

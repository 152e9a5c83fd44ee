"""Which actions belong to a day, and why."""

from datetime import date, time, timedelta

from workbench.action_items.cards import ActionCard
from workbench.action_items.model import Direction, Priority, State
from workbench.portfolio.day import AgendaItem, chase_on, raised_at, sorted_out

TODAY = date(2026, 3, 10)


def action(title: str, **values: object) -> ActionCard:
    given = {
        "id": 1,
        "direction": Direction.WE_OWE,
        "state": State.TODO,
        "priority": Priority.NORMAL,
        "account_id": 7,
        "is_ours": True,
    }
    fields = dict.fromkeys(ActionCard.__dataclass_fields__) | given | values
    return ActionCard(**{**fields, "title": title})  # type: ignore[arg-type]


def meeting(start: time | None, account_id: int | None = 7) -> AgendaItem:
    return AgendaItem(1, "Review", "Norte", start, 60, None, has_purpose=True, promises=0, account_id=account_id)


def day(number: int) -> date:
    return TODAY + timedelta(number)


def titles(cards: tuple[ActionCard, ...]) -> list[str]:
    return [card.title for card in cards]


def test_what_is_late_due_or_begun_is_for_today_and_the_rest_for_the_week() -> None:
    do = sorted_out(
        [
            action("late", due=day(-1)),
            action("due", due=day(0)),
            action("begun", start=day(-2), due=day(4)),
            action("soon", due=day(7)),
            action("far", due=day(8)),
        ],
        TODAY,
    )
    assert (titles(do.overdue), titles(do.today), titles(do.soon)) == (["late"], ["due", "begun"], ["soon"])


def test_what_waits_is_chased_when_its_day_has_come_and_not_before() -> None:
    waiting = {"state": State.WAITING}
    do = sorted_out(
        [
            action("promised for today", due=day(0), **waiting),
            action("promised for later", due=day(3), waiting_since=day(-20), **waiting),
            action("asked a week ago", waiting_since=day(-7), **waiting),
            action("asked lately", waiting_since=day(-6), **waiting),
            action("nobody knows since when", **waiting),
        ],
        TODAY,
    )
    assert titles(do.waiting) == ["promised for today", "asked a week ago", "nobody knows since when"]
    assert titles(do.soon) == ["promised for later"]
    assert not do.today
    assert chase_on(action("asked", waiting_since=day(-1), **waiting)) == day(6)


def test_a_promise_is_raised_at_the_first_meeting_with_its_account() -> None:
    agenda = [meeting(None), meeting(time(8), 9), meeting(time(10, 30)), meeting(time(16))]
    found = raised_at(action("bring the sheet"), agenda)
    assert found is not None
    assert found.start == time(10, 30)
    assert raised_at(action("ours alone", direction=Direction.INTERNAL), agenda) is None
    assert raised_at(action("of nobody", account_id=None), [meeting(time(8), None)]) is None


def test_what_matters_most_stands_on_top_of_its_group() -> None:
    do = sorted_out(
        [
            action("first", due=day(0)),
            action("second", due=day(0)),
            action("urgent", due=day(0), priority=Priority.HIGH),
            action("old", due=day(-9)),
            action("urgent and late", due=day(-1), priority=Priority.HIGH),
        ],
        TODAY,
    )
    assert titles(do.today) == ["urgent", "first", "second"]
    assert titles(do.overdue) == ["urgent and late", "old"]

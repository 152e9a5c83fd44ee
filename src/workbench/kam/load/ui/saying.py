"""The load of a team in sentences."""

from datetime import date

from workbench.kam.load.weeks import Colleague, Load, Relief, Task
from workbench.ui.desk import Desk

MOST = 60  # letters of a title in a sentence
DIGITS = 1


def hours(desk: Desk, value: float) -> str:
    """7.5 h as a number, without a fraction where there is none."""
    return desk.formats.number(round(value, DIGITS))


def week_name(week: date) -> str:
    """The number of a week, as calendars print it."""
    return str(week.isocalendar().week)


def overloads(desk: Desk, load: Load) -> str:
    """Who has too much to do, and when."""
    return " ".join(_overload(desk, load, one, weeks) for one, weeks in load.overloads())


def _overload(desk: Desk, load: Load, one: Colleague, weeks: list[date]) -> str:
    words = desk.words
    said = [
        words(
            "{week} ({hours} of {capacity} h)",
            week=week_name(week),
            hours=hours(desk, load.hours(one.id, week)),
            capacity=hours(desk, load.capacity(one, week) or 0),
        )
        for week in weeks
    ]
    return words.many(
        "{name} is over capacity in week {weeks}.",
        "{name} is over capacity in weeks {weeks}.",
        len(weeks),
        name=one.name,
        weeks=", ".join(said),
    )


def suggestion(desk: Desk, move: Relief) -> str:
    """What would help."""
    return desk.words(
        "Suggestion: move “{title}” {giver} → {taker} (free {hours} h in week {week})",
        title=short(move.task.title),
        giver=move.giver.name,
        taker=move.taker.name,
        hours=hours(desk, move.free),
        week=week_name(move.week),
    )


def oddities(desk: Desk, load: Load) -> str:
    """What else is not as it should be: people who left, promises beyond the hours there are, days the wrong way."""
    words, said = desk.words, list[str]()
    for one in load.people:
        count = len(load.of(one.id))
        if one.left_on and count:
            said.append(
                words.many(
                    "{name} left on {day} and still has {n} open action.",
                    "{name} left on {day} and still has {n} open actions.",
                    count,
                    name=one.name,
                    day=desk.formats.day(one.left_on),
                )
            )
        elif one.is_overpromised and one.has is not None:
            said.append(
                words(
                    "{name} is promised to accounts for {promised} h a week and works {has} h.",
                    name=one.name,
                    promised=hours(desk, one.promised),
                    has=hours(desk, one.has),
                )
            )
    said += [
        words("“{title}” is due before it starts; only its due day counts.", title=short(task.title))
        for task in load.turned
    ]
    return " ".join(said)


def unlaid(desk: Desk, load: Load) -> str:
    """How many actions lie in no week."""
    words, count = desk.words, len(load.unlaid)
    if not count:
        return ""
    return words.many("{n} action without hours or a day", "{n} actions without hours or a day", count)


def cell(desk: Desk, load: Load, one: Colleague, week: date) -> str:
    """One week of a member for those who listen."""
    words, has = desk.words, load.capacity(one, week)
    parts = [
        one.name,
        words("week {n} from {day}", n=week_name(week), day=desk.formats.short_day(week)),
        words("{hours} of {capacity} h", hours=hours(desk, load.hours(one.id, week)), capacity=hours(desk, has))
        if has is not None
        else words("{hours} h", hours=hours(desk, load.hours(one.id, week))),
    ]
    if load.is_over(one, week):
        parts.append(words("over capacity"))
    parts.append(holidays(desk, load, one, week))
    return ", ".join(filter(None, parts))


def holidays(desk: Desk, load: Load, one: Colleague, week: date) -> str:
    """The days of a week on which a member does not work, by name; empty where there is none."""
    found = load.holidays(one, week, desk.words.language)
    days = [desk.words("{day} ({name})", day=desk.formats.weekday(day), name=name) for day, name in found.items()]
    return desk.words.many("holiday: {days}", "holidays: {days}", len(days), days=", ".join(days)) if days else ""


def outcome(desk: Desk, before: Load, after: Load, task: Task) -> str:
    """What would be if an action lay elsewhere."""
    was, taker = before.task(task.id), after.person(task.member_id)
    if was is None or taker is None:
        return ""
    week = after.week_of(task)
    said = desk.words(
        "“{title}” would be with {name} in week {week}: {hours} of {capacity} h.",
        title=short(task.title),
        name=taker.name,
        week=week_name(week) if week else "–",
        hours=hours(desk, after.hours(taker.id, week)) if week else "–",
        capacity=hours(desk, after.capacity(taker, week) or 0) if week else "–",
    )
    keys = desk.words("Enter accepts, Esc drops.")
    return f"{said} {keys}"


def short(title: str) -> str:
    """A title on one line of a sentence."""
    flat = " ".join(title.split())
    return flat if len(flat) <= MOST else flat[: MOST - 1].rstrip() + "…"

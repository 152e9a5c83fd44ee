"""The next ninety days in three parts (ME17): where an action lies, and where it lies once it is moved."""

from datetime import date, timedelta

from workbench.kernel.choice import Choice
from workbench.kernel.words import N_

QUARTER = 90
SATURDAY = 5


class Bucket(Choice):
    """A part of the horizon."""

    FIRST = "30", N_("Next 30 days")
    SECOND = "60", N_("31 to 60 days")
    THIRD = "90", N_("61 to 90 days")
    LATER = "later", N_("Later or without a day")


BUCKETS = tuple(Bucket)
# the day, from the start, on which each begins
BEGINS = {Bucket.FIRST: 0, Bucket.SECOND: 31, Bucket.THIRD: 61, Bucket.LATER: 91}


def bucket_of(due: date | None, start: date) -> Bucket:
    """Where something that is due on a day lies; what is late lies in the first part."""
    if due is None:
        return Bucket.LATER
    days = (due - start).days
    return next(bucket for bucket in reversed(BUCKETS) if days >= BEGINS[bucket] or bucket is Bucket.FIRST)


def restart(plan_start: date, today: date) -> date:
    """The day from which a plan counts now: it begins again each quarter of ninety days."""
    if today < plan_start:
        return plan_start
    return plan_start + timedelta((today - plan_start).days // QUARTER * QUARTER)


def is_over(bucket: Bucket, start: date, today: date) -> bool:
    """Whether all days of a part are past, as they may be when they are counted from a plan."""
    following = BUCKETS[BUCKETS.index(bucket) + 1 :]
    return bool(following) and (today - start).days >= BEGINS[following[0]]


def moved(due: date | None, target: Bucket, start: date, today: date) -> date | None:
    """The day on which something is due in another part: as far into it as before, on a working day, not in the past.

    What had no day is due at the end of the part; what goes later and had none keeps none.
    """
    if due is None:
        if target is Bucket.LATER:
            return None
        offset = 29
    else:
        offset = min(29, max(0, (due - start).days - BEGINS[bucket_of(due, start)]))
    day = max(today, start + timedelta(BEGINS[target] + offset))
    if day.weekday() < SATURDAY:
        return day
    monday, friday = day + timedelta(7 - day.weekday()), day - timedelta(day.weekday() - SATURDAY + 1)
    return monday if bucket_of(monday, start) is target or friday < today else friday

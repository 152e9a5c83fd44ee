"""Identities made on the laptop: unique across laptops, sortable by age, and still SQLite's fast rowid."""

import secrets
from threading import Lock

from workbench.kernel.clock import milliseconds

COUNTER_BITS = 21
_lock = Lock()
_last = [0, secrets.randbits(COUNTER_BITS)]


def new_id() -> int:
    """A new 63-bit identity: milliseconds in the high 42 bits, a counter seeded at random in the low 21."""
    return new_ids(1)[0]


def new_ids(n: int) -> range:
    """`n` consecutive identities, for rows that are stored in bulk."""
    with _lock:
        # a clock that is set back must not make an identity twice
        head = max(milliseconds(), _last[0])
        first = (head << COUNTER_BITS) + _last[1]
        after = first + n
        _last[0], _last[1] = after >> COUNTER_BITS, after & ((1 << COUNTER_BITS) - 1)
        return range(first, after)

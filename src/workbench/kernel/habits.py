"""Where the user goes: kept on this computer for each portfolio, as identities and counts, never as names."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from workbench.kernel.settings import Settings

KEPT = 200
HALF_LIFE_DAYS = 14
Place = tuple[str, int]


class Habits:
    """How often and how lately each record and command was used; old use fades by half in fourteen days."""

    def __init__(self, settings: Settings, portfolio: Path) -> None:
        self._settings = settings
        self._key = "habits:" + sha256(str(portfolio).encode()).hexdigest()[:16]
        noted = settings.noted(self._key)
        self._used: dict[str, list[float]] = {}
        if isinstance(noted, Mapping):
            self._used = {str(name): used for name, used in noted.items() if _is_sound(used)}

    def went(self, page: str, target: int, now: datetime) -> None:
        """Somebody opened a record."""
        self._use(f"{page}/{target}", now)

    def ran(self, command: str, now: datetime) -> None:
        """Somebody ran a command, named by its English label."""
        self._use(f"!{command}", now)

    def weight(self, page: str, target: int, now: datetime) -> float:
        """How much a record is used: one for each time, faded by its age."""
        return self._weight(f"{page}/{target}", now)

    def weight_of_command(self, command: str, now: datetime) -> float:
        return self._weight(f"!{command}", now)

    def latest(self, count: int) -> list[Place]:
        """The records opened last, the newest first."""
        places = [name for name in reversed(self._used) if not name.startswith("!")]
        return [(page, int(key)) for page, _, key in (name.partition("/") for name in places[:count]) if key.isdigit()]

    def _use(self, name: str, now: datetime) -> None:
        used = [self._weight(name, now) + 1, now.timestamp()]
        self._used.pop(name, None)
        self._used[name] = used
        if len(self._used) > KEPT:
            oldest = sorted(self._used, key=lambda each: self._used[each][1])
            for each in oldest[: len(self._used) - KEPT]:
                del self._used[each]
        self._settings.note(self._key, self._used)

    def _weight(self, name: str, now: datetime) -> float:
        if name not in self._used:
            return 0
        count, at = self._used[name]
        days = max(0.0, (now.timestamp() - at) / 86_400)
        return float(count * 0.5 ** (days / HALF_LIFE_DAYS))


def _is_sound(used: object) -> bool:
    return isinstance(used, list) and len(used) == 2 and all(isinstance(part, (int, float)) for part in used)

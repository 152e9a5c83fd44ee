"""Settings: declared once with type, default and label; the program's in a JSON file, the portfolio's inside it."""

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from workbench.kernel import paths
from workbench.kernel.command import command
from workbench.kernel.entity import Entity, Name, Note, columns
from workbench.kernel.words import N_

T = TypeVar("T", str, int, float, bool)


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting: its key, default and label, and which values it takes (none named: any of the type)."""

    key: str
    default: T
    label: str
    allowed: tuple[T, ...] = ()

    def understood(self, value: object) -> T:
        """`value` if it makes sense, else the default: a broken settings file must not stop a start."""
        # an int is good enough where a float is asked for, but a bool is not an int here
        right = isinstance(value, type(self.default)) and isinstance(value, bool) == isinstance(self.default, bool)
        if not right or (self.allowed and value not in self.allowed):
            return self.default
        return value  # type: ignore[return-value]


LANGUAGE = Setting("language", "", N_("Language"), ("", "en", "es"))
THEME = Setting("theme", "system", N_("Theme"), ("system", "light", "dark", "contrast"))
TEXT_SIZE = Setting("text_size", 100, N_("Text size"))
DENSITY = Setting("density", "comfortable", N_("Density"), ("comfortable", "compact", "touch"))
SYSTEM_FONT = Setting("system_font", False, N_("Font"))  # noqa: FBT003 - the default
MOTION = Setting("motion", True, N_("Motion"))  # noqa: FBT003 - the default of a declared setting
LETTERS = Setting("letters", True, N_("Single letters in lists"))  # noqa: FBT003 - the default of a declared setting
LOCK_AFTER = Setting("lock_after", 10, N_("Lock when nobody is there"), (0, 5, 10, 30))
PAPER = Setting("paper", "a4", N_("Paper"), ("a4", "letter"))
LAST_PORTFOLIO = Setting("last_portfolio", "", N_("Last portfolio"))

ROLE = Setting("role", "am", N_("Role"), ("am", "kam"))
REGION = Setting("region", "", N_("Public holidays of"))
COMPANY = Setting("company", "", N_("Own company"))
PRINT_LANGUAGE = Setting("print_language", "en", N_("Language on paper"), ("en", "es"))
IS_DEMO = Setting("is_demo", False, N_("Demo data"))  # noqa: FBT003 - the default of a declared setting


class Settings:
    """The program's settings on this computer, in one JSON file; unknown keys are kept."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or paths.settings_folder() / "settings.json"
        self.was_broken = False
        self._values = self._read()

    def get(self, setting: Setting[T]) -> T:
        return setting.understood(self._values.get(setting.key, setting.default))

    def set(self, setting: Setting[T], value: T) -> None:
        self._values[setting.key] = value
        self.save()

    def note(self, key: str, value: Any) -> None:  # noqa: ANN401 - plain JSON values: geometry, widths
        """Remember something that is no setting of the user's: geometry, column widths."""
        self._values[key] = value
        self.save()

    def noted(self, key: str) -> Any:  # noqa: ANN401
        return self._values.get(key)

    def save(self) -> bool:
        """Write the file; False where the folder cannot be written, which must not stop anybody's work."""
        if not self._is_kept():
            return True
        try:
            paths.private(self._file.parent)
            beside = self._file.with_suffix(".new")
            beside.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), encoding="utf-8")
            beside.replace(self._file)
        except OSError:
            return False
        return True

    @property
    def folder(self) -> Path:
        """Where the settings are kept."""
        return self._file.parent

    @property
    def set_aside(self) -> Path:
        """Where a file goes that could not be read."""
        return self._file.with_suffix(".broken")

    def _is_kept(self) -> bool:
        """Whether there is a file to keep them in; a device would be replaced by one, even that of nothing."""
        return str(self._file) != os.devnull and (self._file.is_file() or not self._file.exists())

    def _read(self) -> dict[str, Any]:
        if not self._is_kept():
            return {}
        try:
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except (OSError, ValueError, RecursionError):
            found = None
        self.was_broken = not isinstance(found, dict)
        if isinstance(found, dict):
            return found
        # it may hold what somebody wants back; the next save must not write over it
        with suppress(OSError):
            self._file.replace(self.set_aside)
        return {}


class PortfolioSetting(Entity):
    """A setting that belongs to the portfolio and travels with it; `value` is JSON."""

    __tablename__ = "portfolio_setting"

    key: Mapped[Name] = mapped_column(unique=True)
    value: Mapped[Note]


_KEPT = columns(PortfolioSetting)
_VALUE = select(_KEPT.value).where(_KEPT.key == bindparam("key"))


def of_portfolio(session: Session, setting: Setting[T]) -> T:
    """The portfolio's own value of a setting, or its default."""
    stored = session.scalar(_VALUE, {"key": setting.key})
    return setting.understood(json.loads(stored)) if stored else setting.default


@command(N_("Change setting"))
def change_setting(session: Session, setting: Setting[Any], value: str | float | bool) -> None:  # noqa: FBT001
    """Give a setting of the portfolio another value."""
    stored = session.scalar(select(PortfolioSetting).where(PortfolioSetting.key == setting.key))
    if stored:
        stored.value = json.dumps(value)
    else:
        session.add(PortfolioSetting(key=setting.key, value=json.dumps(value)))

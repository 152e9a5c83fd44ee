"""Commands: functions with a label, which the workspace runs in one transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Concatenate, Generic, ParamSpec, TypeVar

from sqlalchemy.orm import Session

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Command(Generic[P, R]):
    """A change the user can ask for, and undo. Commands call each other through `body`."""

    label: str
    body: Callable[Concatenate[Session, P], R]


def command(label: str) -> Callable[[Callable[Concatenate[Session, P], R]], Command[P, R]]:
    """Make a command of a function over a session; `label` is marked with `N_`."""

    def wrap(body: Callable[Concatenate[Session, P], R]) -> Command[P, R]:
        return Command(label, body)

    return wrap

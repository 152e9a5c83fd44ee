"""Filling a new portfolio with the demo."""

import tomllib
from datetime import date
from functools import cache
from typing import Any

from workbench.demo.cast import Cast
from workbench.demo.story import CHAPTERS
from workbench.demo.telling import Telling
from workbench.kernel import paths
from workbench.kernel.journal import FOUNDING
from workbench.kernel.settings import COMPANY, IS_DEMO, PRINT_LANGUAGE, change_setting
from workbench.kernel.words import LANGUAGES
from workbench.kernel.workspace import Workspace
from workbench.portfolio.pins import PINNED, written


def load_demo(workspace: Workspace, language: str, today: date) -> None:
    """Put the demo into an empty portfolio as one change, in one language, with days around `today`."""
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    cast = Cast(Telling(spoken, today))
    for name, chapter in CHAPTERS:
        chapter(cast, read_book(name), workspace.clock.zone)
    with workspace.change(FOUNDING) as session:
        change_setting.body(session, COMPANY, read_book("team")["company"])
        change_setting.body(session, PRINT_LANGUAGE, spoken)
        change_setting.body(session, IS_DEMO, True)  # noqa: FBT003 - the value of the setting
        pinned = [("account", cast.known["account", key]) for key in read_book("accounts")["pinned"]]
        change_setting.body(session, PINNED, written(pinned))
        cast.save(session)


@cache
def read_book(name: str) -> dict[str, Any]:
    """One file of the demo's text, as it is written."""
    with (paths.resources() / "demo" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)

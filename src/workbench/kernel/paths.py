"""Where things live on this computer."""

import os
from functools import cache
from pathlib import Path

import platformdirs

APP = "account-workbench"


@cache
def resources() -> Path:
    """The folder with icons, fonts, themes, catalogues, mappings and the demo portfolio."""
    inside = Path(__file__).parents[1] / "resources"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "resources"


def documents() -> Path:
    """The folder with the manual and its pictures."""
    return resources().parent / "docs"


def data_folder() -> Path:
    """Where portfolios live by default; `WORKBENCH_HOME` moves it, for tests and sticks."""
    return _chosen("data") or Path(platformdirs.user_data_dir(APP, appauthor=False))


def settings_folder() -> Path:
    """Where the settings and the window's geometry live."""
    return _chosen("settings") or Path(platformdirs.user_config_dir(APP, appauthor=False))


def _chosen(part: str) -> Path | None:
    home = os.environ.get("WORKBENCH_HOME")
    return Path(home) / part if home else None


def private(folder: Path) -> Path:
    """`folder`, made if it is missing, readable by its owner only."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder

"""Qt for Python's optional features (snake case, true properties), which nothing here uses.

To know whether a module uses them, Qt for Python reads the source of every module that is imported after it, and of
those that were there before: a fiftieth of a start. What it would note of each is noted here instead.
"""

import os
import sys
from pathlib import Path

import PySide6.QtCore  # noqa: F401 - it must be there before something is noted of it

# where what the first page needs is imported from
FOLDERS = ("ui", "ui/shell", "ui/widgets", "portfolio/ui", "action_items/ui")
UNUSED = -1


def leave_sources_unread() -> None:
    """Note that neither what is imported already nor the modules of the first page use a feature."""
    # an inner table of Qt for Python; where another version has none, sources are read as ever
    noted = getattr(sys.modules.get("shibokensupport.feature"), "pyside_feature_dict", None)
    if not isinstance(noted, dict):
        return
    program = Path(__file__).parents[1]
    ours = (
        f"{program.name}.{folder.replace('/', '.')}.{file.removesuffix('.py')}"
        for folder in FOLDERS
        for file in os.listdir(program / folder)  # noqa: PTH208 - names are enough, and quicker
        if file.endswith(".py")
    )
    for name in (*sys.modules, *ours):
        noted.setdefault(name, UNUSED)

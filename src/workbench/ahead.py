"""What the first page needs that is not Qt. It is imported before Qt on purpose.

Once Qt for Python is loaded it reads the source of every module that is imported after it, to look for its optional
features: a tenth of a second for the modules below.
"""

import html
import os

# pytz, which Babel prefers where it is there, would open each of its 600 files to see whether it has it
os.environ.setdefault("PYTZ_SKIPEXISTSCHECK", "1")

import babel.dates
import babel.numbers

from workbench import opening
from workbench.action_items import commands as actions
from workbench.kernel import drafts, habits, reverting, settings, trail
from workbench.portfolio import places
from workbench.portfolio import queries as portfolio
from workbench.safety import backup

__all__ = [
    "actions",
    "babel",
    "backup",
    "drafts",
    "habits",
    "html",
    "opening",
    "places",
    "portfolio",
    "reverting",
    "settings",
    "trail",
]

"""`python -m workbench.testing.showcase FILE`: every page, tab, search and tooltip once, without a screen."""

import sys
from pathlib import Path

from workbench.ui.showcase import show_everything

if __name__ == "__main__":
    sys.exit(show_everything(Path(sys.argv[1])))

"""`python -m workbench` is the same as `workbench`."""

import sys

from workbench.cli import main

sys.exit(main())

"""The command line: the same commands as the window, for one file at a time.

Exit code 0: done. 1: one clear message on the error stream and nothing changed. 2: the call was not understood.
"""

import sys
from collections.abc import Sequence

from workbench.cli.parser import parser
from workbench.cli.terminal import Terminal
from workbench.kernel.errors import UserError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    arguments = parser().parse_args(argv)
    terminal = Terminal.of(arguments)
    try:
        arguments.run(arguments, terminal)
    except UserError as problem:
        terminal.complain(problem.sentence(terminal.words))
        return 1
    except BrokenPipeError:
        # somebody closed the pipe, as `head` does
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        terminal.complain(terminal.words("Stopped. Nothing was changed."))
        return 1
    return 0

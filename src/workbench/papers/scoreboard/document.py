"""The scoreboard in landscape, for an account or for the whole portfolio."""

from pathlib import Path
from typing import BinaryIO

from workbench.kernel.words import N_
from workbench.papers.scoreboard.sections import SECTIONS
from workbench.papers.scoreboard.views import ScoresView
from workbench.report.document import LANDSCAPE, Document, Stamp, publish
from workbench.report.press import Press


def write_scoreboard(view: ScoresView, press: Press, target: BinaryIO | Path) -> None:
    """Print the scoreboard into a file or a stream; CannotWrite if the file cannot be written."""
    stamp = Stamp(
        client=view.account or press.say(N_("All accounts")),
        title=press.say(N_("Scoreboard of promises")),
        as_of=view.as_of,
        company=view.company,
        period=press.formats.quarter(view.quarter),
        is_demo=view.is_demo,
    )
    wide = press.turned()
    publish(
        Document(press, stamp, LANDSCAPE),
        [flowable for section in SECTIONS for flowable in section(view, wide)],
        target,
    )

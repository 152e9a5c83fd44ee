"""The strip above the grid: which weeks, what is wrong in a sentence, and what would help."""

from workbench.kam.load.ui import saying
from workbench.kam.load.weeks import Load, relief
from workbench.kernel.words import N_
from workbench.ui.announce import announce
from workbench.ui.desk import Desk
from workbench.ui.layout import column, row
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said, Shortened


class Strip(Panel):
    """Says it once aloud when what would be changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "surface", "b")
        self._desk = desk
        words, theme = desk.words, desk.theme
        self._title = Shortened(theme, "", "subtitle")
        self._problem = Said(theme, "", "body", "crit", wraps=True)
        self.odd = Said(theme, "", "label", "text2", wraps=True)
        self._advice = Shortened(theme, "", "body")
        self._trial = Said(theme, "", "body", "accent_text", wraps=True)
        self.before = button(theme, "", "chevron-left", "quiet", words("Earlier weeks (PgUp)"))
        self.now = button(theme, words("This week"), "sun", "quiet", words("From this week on (T)"))
        self.after = button(theme, "", "chevron-right", "quiet", words("Later weeks (PgDn)"))
        self.relieve = button(theme, words("Move"), "arrow-right", "", words("Move as suggested (M)"))
        self.unlaid = button(theme, "", "circle-help", "quiet")
        self.accept = button(theme, words("Accept"), "check", "primary", words("Accept (Enter)"))
        self.drop = button(theme, words("Drop"), "x", "", words("Leave it as it was (Esc)"))
        named = ("before", "now", "after", "relieve", "unlaid", "accept", "drop")
        for name in named:
            getattr(self, name).setObjectName(f"account.load.{name}")
        head = row(self._title, self.unlaid, self.before, self.now, self.after, gap=6, stretch=(1,))
        advice = row(self._advice, self.relieve, gap=10, stretch=(1,))
        trial = row(self._trial, self.accept, self.drop, gap=8, stretch=(1,))
        self.setLayout(column(head, self._problem, advice, self.odd, trial, margins=(20, 4, 16, 8), gap=4))

    def show_load(self, load: Load, tried: str = "") -> None:
        """Say how the weeks look; while something is `tried`, what would be of it."""
        desk, words = self._desk, self._desk.words
        first, last = (saying.week_name(load.weeks[place]) for place in (0, -1))
        self._title.setText(words("Planned hours, weeks {first} to {last}", first=first, last=last))
        over, move = saying.overloads(desk, load), relief(load)
        self._problem.setText(over or words(CALM))
        self._problem.dress("crit" if over else "text2")
        self._problem.setVisible(not tried and bool(load.people))
        self._advice.setText(saying.suggestion(desk, move) if move else "")
        for part in (self._advice, self.relieve):
            part.setVisible(move is not None and not tried)
        odd = saying.oddities(desk, load)
        self.odd.setText(odd)
        self.odd.setVisible(bool(odd) and not tried)
        unlaid = saying.unlaid(desk, load)
        self.unlaid.setText(unlaid)
        self.unlaid.setAccessibleName(unlaid)
        self.unlaid.setVisible(bool(unlaid))
        if tried and tried != self._trial.text():
            announce(self, tried)
        self._trial.setText(tried)
        self._trial.setVisible(bool(tried))
        for answer in (self.accept, self.drop):
            answer.setVisible(bool(tried))


CALM = N_("Nobody is over capacity in these weeks.")

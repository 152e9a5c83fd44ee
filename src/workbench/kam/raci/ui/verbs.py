"""What the keys do with letters on the grid, with owners, and to find the next problem."""

from collections.abc import Callable

from workbench.kam.model import Letter
from workbench.kam.raci.audit import holders, holds
from workbench.kam.raci.commands import clear_letter, make_accountable, set_letter
from workbench.kam.raci.people import candidates
from workbench.kam.raci.ui.model import FIRST
from workbench.kam.raci.ui.streams import MENU, NO_ROW, Grid, StreamVerbs
from workbench.kam.raci.views import Place, Work
from workbench.kernel.folding import fold
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.menu import Entry
from workbench.ui.widgets.ask import Ask

LETTERS = {letter.value: letter for letter in Letter}


class RaciVerbs:
    """Each verb is one step to undo, and says once what it did."""

    def __init__(self, desk: Desk, ask: Ask, grid: Grid) -> None:
        self._desk, self._ask, self._grid = desk, ask, grid
        self._streams = StreamVerbs(desk, ask, grid)
        self._by_key: dict[str, Callable[[], object]] = {
            "N": self.next_problem,
            "L": self.next_of_department,
            "O": self.ask_owner,
            "W": self._streams.ask_workstream,
            "D": self._streams.ask_deliverable,
            "Enter": self._grid.open_row,
            "Space": self.clear_or_tick,
            "Delete": self._streams.delete,
            "Up": self._streams.earlier,
            "Down": self._streams.later,
        }

    def press(self, key: str) -> None:
        """Do what a key means here."""
        if key in LETTERS:
            self.put(LETTERS[key])
        elif key in self._by_key:
            self._by_key[key]()

    def entries(self) -> list[Entry]:
        why = N_("Choose a cell of a department first.")
        letters = (
            (N_("Accountable (A)"), Letter.ACCOUNTABLE),
            (N_("Responsible (R), also beside an A"), Letter.RESPONSIBLE),
            (N_("Consulted (C)"), Letter.CONSULTED),
            (N_("Informed (I)"), Letter.INFORMED),
            (N_("Supports (S)"), Letter.SUPPORT),
        )
        return [
            *(Entry(label, "", _Put(self, one).now, "", MENU, self._has_cell, why=why) for label, one in letters),
            Entry(N_("Clear letter (Space)"), "", self.clear, "x", MENU, self._has_cell, why=why),
            Entry(N_("Owner… (O)"), "", self.ask_owner, "user", MENU, self._has_row, why=NO_ROW),
            Entry(N_("Next problem (N)"), "", self.next_problem, "circle-alert", N_("Edit")),
            Entry(
                N_("Next A of this department (L)"),
                "",
                self.next_of_department,
                "arrow-down",
                MENU,
                self._has_cell,
                why=why,
            ),
            *self._streams.entries(),
        ]

    def templates(self) -> list[Entry]:
        """One entry for each template."""
        return self._streams.templates()

    def ask_workstream(self) -> None:
        self._streams.ask_workstream()

    def use(self, template: str) -> None:
        self._streams.use(template)

    def put(self, letter: Letter) -> None:
        """Set the letter of a cell; an A that leaves somebody else asks first who takes it."""
        row, place = self._grid.chosen(), self._grid.place()
        if row is None or place is None:
            return
        if letter is not Letter.ACCOUNTABLE or row.letters.get(place.department_id) is Letter.BOTH:
            self._do(lambda: self._desk.workspace.do(set_letter, place, letter), place)
        elif holders(row.letters, Letter.ACCOUNTABLE) or (place.work is Work.ACTION and place.department_id is None):
            self._ask_who(place)
        else:
            self._make_accountable(place, None)

    def ask_owner(self) -> None:
        """Ask who stands for the A of the row."""
        row = self._grid.chosen()
        if row is None:
            return
        held = holders(row.letters, Letter.ACCOUNTABLE)
        place = Place(row.work, row.key, held[0]) if held else self._grid.place()
        if place is None:
            self._desk.say(self._desk.words("Put the A on a department first."))
        else:
            self._ask_who(place)

    def clear(self) -> None:
        place = self._grid.place()
        if place is not None:
            self._do(lambda: self._desk.workspace.do(clear_letter, place), place)

    def clear_or_tick(self) -> None:
        """Space clears a letter; where there is none to clear, it ticks the row."""
        if self._grid.place() is not None:
            self.clear()
        else:
            self._streams.tick()

    def next_problem(self) -> None:
        """Go to the next cell where something can be repaired, round and round."""
        problems, here = self._grid.model.view.problems(), self._grid.step_from()
        if not problems:
            self._desk.say(self._desk.words("The audit finds no problem."))
            return
        self._grid.go_to(*next((spot for spot in problems if spot[0] > here[0]), problems[0]))

    def next_of_department(self) -> None:
        """Go to the next row that the department of the cell accounts for, round and round: what its figure counts."""
        place = self._grid.place()
        if place is None:
            return
        rows, here = self._grid.model.view.rows, self._grid.step_from()
        held = [n for n, row in enumerate(rows) if holds(row.letters.get(place.department_id), Letter.ACCOUNTABLE)]
        if held:
            self._grid.go_to(next((n for n in held if n > here[0]), held[0]), here[1] - FIRST)
        else:
            column = self._grid.model.view.column_of(place.department_id)
            self._desk.say(self._desk.words("{department} accounts for nothing here.", department=column.name))

    def _ask_who(self, place: Place) -> None:
        desk, account = self._desk, self._grid.account()
        if account is None:
            return
        with desk.workspace.read() as session:
            known = candidates(session, account, place.department_id)
        if place.work is not Work.ACTION and (not known or place.department_id is None):
            # a department without people, and the client, can stand for itself
            self._make_accountable(place, None)
            return
        words = desk.words
        default = known[0][1] if known else ""
        hint = words("{name} (Enter)", name=default) if default else words("nobody is there yet")
        column = self._grid.model.view.column_of(place.department_id)
        question = words("Who of {department}?", department=column.name)
        self._ask.ask(question, hint, self._grid.under(), _Answer(self, place, known).answer)

    def take(self, place: Place, known: list[tuple[int, str]], text: str) -> str:
        """The person of a column whose name begins so, or holds the words; nothing typed is the likeliest."""
        wanted = fold(text).strip()
        fitting = [key for key, name in known if fold(name).startswith(wanted)]
        fitting += [key for key, name in known if wanted in fold(name)]
        if not fitting and known:
            column = self._grid.model.view.column_of(place.department_id)
            return self._desk.words("Nobody of {department} is called so.", department=column.name)
        self._make_accountable(place, fitting[0] if fitting else None)
        return ""

    def _make_accountable(self, place: Place, owner: int | None) -> None:
        self._do(lambda: self._desk.workspace.do(make_accountable, place, owner), place)

    def _do(self, act: Callable[[], object], place: Place) -> None:
        """Change a letter, and say what the cell and its row are now."""
        desk, before = self._desk, self._grid.chosen()
        if not desk.attempt(act):
            return
        self._grid.reload()
        words, place_of_row = desk.words, self._grid.model.find(place.work, place.key)
        now = self._grid.model.row(place_of_row)
        letter = now.letters.get(place.department_id) if now else None
        held = words(letter.label) if letter else words("None")
        if now is not None and now.faults:
            desk.done(words("{letter}. Problem: {problem}.", letter=held, problem=words(now.faults[0].label)))
        elif before is not None and before.faults:
            desk.done(words("{letter}. Problem solved.", letter=held))
        else:
            desk.done(words("{letter}.", letter=held))

    def _has_row(self) -> bool:
        return self._grid.chosen() is not None

    def _has_cell(self) -> bool:
        return self._grid.place() is not None

    def _has_account(self) -> bool:
        return self._grid.account() is not None


class _Put:
    def __init__(self, verbs: RaciVerbs, letter: Letter) -> None:
        self._verbs, self._letter = verbs, letter

    def now(self) -> None:
        self._verbs.put(self._letter)


class _Answer:
    """The answer to who takes an A."""

    def __init__(self, verbs: RaciVerbs, place: Place, known: list[tuple[int, str]]) -> None:
        self._verbs, self._place, self._known = verbs, place, known

    def answer(self, text: str) -> str:
        return self._verbs.take(self._place, self._known, text)

"""The audit of who does what (ME16): what is wrong with a row, and what is too much for one department."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.kam.model import Letter
from workbench.kernel.choice import Choice
from workbench.kernel.words import N_

MOST_SHARE = 0.25  # of all that is accounted for
MOST_DONE = 8  # rows that one department carries out
# by department; None is the client
Letters = Mapping[int | None, Letter]


class Fault(Choice):
    """What is wrong with a row."""

    NO_ACCOUNTABLE = "no_accountable", N_("no accountable")
    SEVERAL_ACCOUNTABLE = "several_accountable", N_("more than one accountable")
    NO_RESPONSIBLE = "no_responsible", N_("nobody responsible")
    OWNER_LEFT = "owner_left", N_("the owner has left")


class Excess(Choice):
    """What is too much for a department, or too little."""

    MANY_ACCOUNTABLE = "many_accountable", N_("Holds too many A")
    MANY_RESPONSIBLE = "many_responsible", N_("Carries out too much")
    ONLY_INFORMED = "only_informed", N_("Is only informed")


@dataclass(frozen=True)
class Finding:
    """A warning about one column: how many letters it holds, and which share of all of them."""

    excess: Excess
    column: int | None
    count: int
    share: float


def holds(held: Letter | None, letter: Letter) -> bool:
    """Whether a cell holds a letter, alone or as one of two."""
    if held is None:
        return False
    if letter is Letter.ACCOUNTABLE:
        return held.accounts
    return held.carries_out if letter is Letter.RESPONSIBLE else held is letter


def with_owner(held: Letter | None) -> Letter:
    """What a cell holds whose department owns the action: who owns one accounts for it."""
    return Letter.BOTH if held is not None and held.carries_out else Letter.ACCOUNTABLE


def holders(letters: Letters, letter: Letter) -> list[int | None]:
    """The columns that hold a letter in a row, alone or as one of two."""
    return [column for column, held in letters.items() if holds(held, letter)]


def faults(letters: Letters, *, may_be_alone: bool = False) -> tuple[Fault, ...]:
    """What is wrong with a row: exactly one A, at least one R; one cell may hold both.

    An action that nobody else has a letter for is done by its owner, and `may_be_alone`.
    """
    accountable = len(holders(letters, Letter.ACCOUNTABLE))
    found = []
    if accountable == 0:
        found.append(Fault.NO_ACCOUNTABLE)
    if accountable > 1:
        found.append(Fault.SEVERAL_ACCOUNTABLE)
    is_alone = may_be_alone and accountable == 1 and len(letters) == 1
    if not holders(letters, Letter.RESPONSIBLE) and not is_alone:
        found.append(Fault.NO_RESPONSIBLE)
    return tuple(found)


def per_column(rows: Iterable[Letters], letter: Letter) -> Counter[int | None]:
    """How often each column holds a letter."""
    return Counter(column for letters in rows for column in holders(letters, letter))


def findings(rows: Sequence[Letters]) -> tuple[Finding, ...]:
    """What is too much or too little for a column: over a quarter of all A, over eight R, nothing but I.

    Who holds a single A is not warned about, however few there are.
    """
    accountable, responsible = per_column(rows, Letter.ACCOUNTABLE), per_column(rows, Letter.RESPONSIBLE)
    total = accountable.total()
    found = [
        Finding(Excess.MANY_ACCOUNTABLE, column, count, count / total)
        for column, count in accountable.most_common()
        if count > 1 and count / total > MOST_SHARE
    ]
    found += [
        Finding(Excess.MANY_RESPONSIBLE, column, count, count / responsible.total())
        for column, count in responsible.most_common()
        if count > MOST_DONE
    ]
    informed = per_column(rows, Letter.INFORMED)
    held = Counter(column for letters in rows for column in letters)
    return (
        *found,
        *(
            Finding(Excess.ONLY_INFORMED, column, count, 1.0)
            for column, count in informed.items()
            if column is not None and count == held[column]
        ),
    )


def repaired_at(letters: Letters, fault: Fault, columns: Sequence[int | None]) -> int | None:
    """The column where a fault is best repaired: whoever is responsible may well account for it, and so on."""
    wanted: tuple[Letter, ...] = {
        Fault.NO_ACCOUNTABLE: (Letter.RESPONSIBLE, Letter.SUPPORT, Letter.CONSULTED),
        Fault.NO_RESPONSIBLE: (Letter.SUPPORT, Letter.CONSULTED, Letter.INFORMED),
    }.get(fault, (Letter.ACCOUNTABLE,))
    for letter in wanted:
        for column in columns:
            if holds(letters.get(column), letter):
                return column
    return next((column for column in columns if column not in letters), columns[0])


def relieved_at(letters: Letters, finding: Finding) -> tuple[int | None] | None:
    """Where a row helps against a warning: an A can go to whoever does the work already; None if it does not help."""
    held = letters.get(finding.column)
    if finding.excess is Excess.MANY_ACCOUNTABLE:
        doing = [column for column in holders(letters, Letter.RESPONSIBLE) if column != finding.column]
        return (doing[0],) if holds(held, Letter.ACCOUNTABLE) and doing else None
    wanted = Letter.RESPONSIBLE if finding.excess is Excess.MANY_RESPONSIBLE else Letter.INFORMED
    return (finding.column,) if holds(held, wanted) else None

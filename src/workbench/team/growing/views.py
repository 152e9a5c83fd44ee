"""What is shown of our people: profiles, the skill matrix, trainings, the pulse."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from workbench.team.growing.gaps import Bench, Ground, Standing, bench, by_priority
from workbench.team.growth import TrainingStatus

# what is printed imports views only
__all__ = [
    "Bench",
    "Effort",
    "Ground",
    "Matrix",
    "MatrixRow",
    "Profile",
    "PulseQuestion",
    "PulseRound",
    "SkillColumn",
    "Standing",
    "Thanks",
    "TrainingLine",
    "YearOfTraining",
    "totals",
]


@dataclass(frozen=True)
class SkillColumn:
    """A skill of the matrix; `importance` goes from 1 to 3."""

    id: int
    name: str
    importance: int


@dataclass(frozen=True)
class MatrixRow:
    """A member of the matrix, with a standing for every skill."""

    id: int
    name: str
    department: str
    standings: tuple[Standing, ...]


@dataclass(frozen=True)
class Matrix:
    """Members by skills (ME29)."""

    skills: tuple[SkillColumn, ...] = ()
    rows: tuple[MatrixRow, ...] = ()

    def bench(self, column: int) -> Bench:
        """How many master a skill that they must master."""
        return bench(row.standings[column] for row in self.rows)

    @property
    def without_bench(self) -> int:
        """How many skills somebody must master and nobody does."""
        benches = [self.bench(place) for place in range(len(self.skills))]
        return sum(one.needed > 0 and not one.ready for one in benches)

    def gaps(self) -> list[Standing]:
        """Every gap, the most pressing first."""
        return by_priority(standing for row in self.rows for standing in row.standings)

    def name_of(self, member_id: int) -> str:
        return next((row.name for row in self.rows if row.id == member_id), "")

    def skill(self, skill_id: int) -> SkillColumn | None:
        return next((skill for skill in self.skills if skill.id == skill_id), None)


@dataclass(frozen=True)
class TrainingLine:
    """A training; `cost` is in hundredths."""

    id: int
    member_id: int
    member: str
    title: str
    skill_id: int | None
    skill: str
    status: TrainingStatus
    on: date | None
    hours: float
    cost: int


@dataclass(frozen=True)
class Effort:
    """Hours and cost, in hundredths, of some trainings."""

    hours: float = 0
    cost: int = 0

    def __add__(self, other: "Effort") -> "Effort":
        return Effort(self.hours + other.hours, self.cost + other.cost)


@dataclass(frozen=True)
class YearOfTraining:
    """What a member's trainings of a year took and will take."""

    member: str
    year: int
    done: Effort = Effort()
    ahead: Effort = Effort()


@dataclass(frozen=True)
class Thanks:
    """A word of thanks on the wall."""

    id: int
    member: str
    text: str
    on: date
    sender: str
    account: str


@dataclass(frozen=True)
class PulseQuestion:
    """A question of a round, with its mean; None while there are too few answers to show any."""

    question: str
    mean: float | None
    before: float | None = None


@dataclass(frozen=True)
class PulseRound:
    """A round of the short pulse: the first day of its month, how many took part, and what they said together."""

    month: date
    count: int
    questions: tuple[PulseQuestion, ...] = ()


@dataclass(frozen=True)
class Profile:
    """What stands in the head of a member's page."""

    id: int
    name: str
    title: str
    department: str
    office: str
    expired: int = 0
    expiring: int = 0
    gaps: int = 0
    trainings: tuple[YearOfTraining, ...] = field(default=())


def totals(lines: tuple[TrainingLine, ...]) -> Iterator[YearOfTraining]:
    """Hours and cost of each member in each year, newest year first; what was dropped counts nowhere.

    A training without a day belongs to no year, and counts as year 0.
    """
    found: dict[tuple[int, str], tuple[Effort, Effort]] = {}
    for line in lines:
        if line.status is TrainingStatus.DROPPED:
            continue
        key = (-(line.on.year if line.on else 0), line.member)
        done, ahead = found.get(key, (Effort(), Effort()))
        own = Effort(line.hours, line.cost)
        found[key] = (done + own, ahead) if line.status is TrainingStatus.DONE else (done, ahead + own)
    for (year, member), (done, ahead) in sorted(found.items()):
        yield YearOfTraining(member, -year, done, ahead)

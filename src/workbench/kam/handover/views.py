"""What does not go along with an account by itself, because it names whoever had it."""

from dataclasses import dataclass

from workbench.kernel.choice import Choice
from workbench.kernel.words import N_


class Duty(Choice):
    """What somebody is named for."""

    PLAN = "plan", N_("Plan")
    OBJECTIVE = "objective", N_("Objective")
    RISK = "risk", N_("Risk")
    LETTER = "letter", N_("RACI letter")
    REQUEST = "request", N_("Request")
    PERSON = "person", N_("Person looked after")
    AGENDA = "agenda", N_("Agenda point")


@dataclass(frozen=True)
class Named:
    """Something that names a member: what it is, what it is called, and who the member is."""

    duty: Duty
    title: str
    holder: str

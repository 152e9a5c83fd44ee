"""Workstreams that many accounts need, as a start: what they hand over, when, and who is usually what for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.kam.model import Letter
from workbench.kernel.words import N_

# what a department is called by most companies: the beginning of its code or name, in English and Spanish
DEPARTMENTS: Mapping[str, tuple[str, ...]] = {
    "sales": ("sal", "com", "ven", "direccion com"),
    "marketing": ("mkt", "mar"),
    "service": ("ser", "pos", "after", "serv"),
    "finance": ("fin",),
    "logistics": ("log", "sup", "sum"),
    "legal": ("leg", "jur", "ase"),
    "it": ("it", "ti", "sis", "inf"),
}
CLIENT = "client"


def letters_in(said: str) -> Mapping[str, Letter]:
    """The letters of kinds of departments, as a template writes them: "sales:A finance:R"."""
    known = {letter.value: letter for letter in Letter}
    pairs = (pair.split(":") for pair in said.split())
    return {kind: known[letter] for kind, letter in pairs}


@dataclass(frozen=True)
class Part:
    """Something that is handed over so many weeks after the start."""

    title: str
    week: int
    letters: str


@dataclass(frozen=True)
class Stream:
    """A workstream from one week to another; `home` is the kind of department that leads it."""

    title: str
    home: str
    weeks: tuple[int, int]
    letters: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Template:
    """Workstreams that belong together."""

    title: str
    streams: tuple[Stream, ...]


SALES_TO_SERVICE = Template(
    N_("Sales strategy, marketing, after-sales"),
    (
        Stream(
            N_("Sales strategy"), "sales", (0, 6), "sales:A finance:R legal:C service:I client:C",
            (
                Part(N_("Offer and price agreed inside"), 3, "sales:A finance:R legal:C"),
                Part(N_("Contract signed"), 6, "sales:A legal:R finance:C client:R"),
            ),
        ),
        Stream(
            N_("Marketing for the account"), "marketing", (4, 10), "marketing:A sales:R service:C client:C",
            (
                Part(N_("Launch at the client’s sites"), 7, "marketing:A sales:R client:R"),
                Part(N_("Case study with the client"), 10, "marketing:A service:R sales:C client:C"),
            ),
        ),
        Stream(
            N_("After-sales"), "service", (6, 14), "service:A logistics:R sales:I client:C",
            (
                Part(N_("Service level agreed"), 8, "service:A sales:R legal:C client:C"),
                Part(N_("First service review with the client"), 14, "service:A sales:R finance:I client:R"),
            ),
        ),
    ),
)  # fmt: skip
RENEWAL = Template(
    N_("Contract renewal"),
    (
        Stream(
            N_("Value delivered so far"), "sales", (0, 4), "sales:A service:R finance:C",
            (
                Part(N_("Value report with the client’s figures"), 3, "sales:A service:R finance:R"),
                Part(N_("Report confirmed by the client"), 4, "sales:A service:C client:R"),
            ),
        ),
        Stream(
            N_("Negotiation"), "sales", (3, 10), "sales:A finance:R legal:R client:C",
            (
                Part(N_("Limits and concessions decided"), 5, "sales:A finance:R legal:C"),
                Part(N_("Renewal signed"), 10, "sales:A legal:R finance:I client:R"),
            ),
        ),
    ),
)  # fmt: skip
ROLL_OUT = Template(
    N_("Roll-out at new sites"),
    (
        Stream(
            N_("Preparation of the sites"), "logistics", (0, 5), "logistics:A it:R sales:C client:R",
            (
                Part(N_("Sites surveyed"), 2, "logistics:A service:R client:C"),
                Part(N_("Delivery plan agreed"), 5, "logistics:A sales:R client:C"),
            ),
        ),
        Stream(
            N_("Start of operation"), "service", (5, 12), "service:A logistics:R it:R sales:I client:C",
            (
                Part(N_("People of the client trained"), 8, "service:A marketing:R client:R"),
                Part(N_("Sites handed over to after-sales"), 12, "service:A logistics:R sales:I client:C"),
            ),
        ),
    ),
)  # fmt: skip
TEMPLATES: Mapping[str, Template] = {"chain": SALES_TO_SERVICE, "renewal": RENEWAL, "rollout": ROLL_OUT}

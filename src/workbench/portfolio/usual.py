"""The usual criteria that a portfolio can begin with, as they are written in the resources, in one language."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from workbench.kernel import paths
from workbench.kernel.words import LANGUAGES
from workbench.portfolio.model import Ground, Scheme


@dataclass(frozen=True)
class Usual:
    """One of them; `key` names it in the demo."""

    key: str
    name: str
    scheme: Scheme
    ground: Ground | None
    weight: float
    anchors: str


def usual_criteria(language: str) -> tuple[Usual, ...]:
    """All of them, in their order; in English where the language is not known."""
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    return tuple(_usual(row, spoken) for row in _book()["criterion"])


def _usual(row: dict[str, Any], language: str) -> Usual:
    ground = Ground[row["ground"].upper()] if "ground" in row else None
    name, anchors = row["name"][language], "\n".join(row[language])
    return Usual(row["key"], name, Scheme[row["scheme"].upper()], ground, float(row["weight"]), anchors)


@cache
def _book() -> dict[str, Any]:
    return tomllib.loads((paths.resources() / "criteria.toml").read_text(encoding="utf-8"))

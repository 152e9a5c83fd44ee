"""Benefits in sentences."""

from workbench.kam.benefits.views import Benefit, Fact, Scorecard, Way, kept
from workbench.ui.desk import Desk

SHORT = 80


def number(desk: Desk, value: float | None) -> str:
    return desk.formats.number(None if value is None else round(value, 1))


def indicator(desk: Desk, one: Benefit) -> str:
    """What is measured; what somebody typed stands as it is."""
    return one.indicator if one.is_typed else desk.words(one.indicator)


def values(desk: Desk, one: Benefit) -> str:
    """The numbers of the years."""
    said = [desk.words("{year}: {value}", year=year, value=number(desk, one.value(year))) for year in one.years]
    return " · ".join(said)


def standing(desk: Desk, one: Benefit) -> str:
    """The index of the last year, and how far it moved."""
    if one.latest is None:
        return desk.words("not measured")
    index = desk.formats.number(round(one.latest))
    if one.change is None:
        return index
    sign = "▲" if one.change > 0 else "▼" if one.change < 0 else "="
    points = desk.formats.number(abs(round(one.change)))
    return desk.words("{index} {sign} {points}", index=index, sign=sign, points=points)


def summary(desk: Desk, card: Scorecard) -> str:
    """How many of the advantages stand above their start."""
    words = desk.words
    if not card.measured:
        return words("Nothing is measured yet. Records fill most of it; E types a number.")
    return words.many(
        "{better} of {n} measured advantage stands above its start (100).",
        "{better} of {n} measured advantages stand above their start (100).",
        len(card.measured),
        better=len(card.better),
    )


def behind(desk: Desk, one: Benefit) -> str:
    """What the number of the last year was made of."""
    year, words = one.years[-1], desk.words
    facts = one.behind(year)
    if one.way is Way.PART:
        return words.many(
            "{year}: {kept} of {n} in time", "{year}: {kept} of {n} in time", len(facts), year=year, kept=kept(facts)
        )
    return words.many("{year}: {n} record", "{year}: {n} records", len(facts), year=year)


def fact(desk: Desk, one: Benefit, record: Fact) -> tuple[str, str]:
    """A record and what it counts for."""
    words, formats = desk.words, desk.formats
    if record.table == "revenue":
        return formats.quarter(record.on), formats.money(round(record.counts))
    if record.table == "benefit":
        return words("{year}: {value}", year=record.year, value=number(desk, record.counts)), record.title or words(
            "typed"
        )
    title = " ".join(record.title.split())[:SHORT]
    day = formats.day(record.on)
    if one.way is Way.PART:
        return title, words("{day} · in time", day=day) if record.counts else words("{day} · late", day=day)
    return title, day


def aloud(desk: Desk, one: Benefit) -> str:
    """A line for those who listen."""
    parts = (desk.words(one.advantage.label), indicator(desk, one), standing(desk, one), values(desk, one))
    return ", ".join(filter(None, parts))

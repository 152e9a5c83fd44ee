"""What a line of a list says about its record."""

from typing import Any

from sqlalchemy.orm import Session

from workbench.kernel.field import Kind
from workbench.kernel.references import name_of
from workbench.ui.children import Children
from workbench.ui.desk import Desk
from workbench.ui.widgets.chips import LOOKS, Chip
from workbench.ui.widgets.line import Told

# a bare value of these says nothing: its label stands before it
NAMED = {Kind.DAY, Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.FLAG}
Values = dict[str, Any]


def told(desk: Desk, what: Children, session: Session, key: int, values: Values) -> Told:
    """The texts and signs of one child."""
    strong = " · ".join(filter(None, (_text(desk, what, session, name, values) for name in what.strong)))
    weak = " · ".join(filter(None, (_text(desk, what, session, name, values) for name in what.weak)))
    ticked = bool(values[what.tick]) if what.tick else None
    warning = what.warns(desk, session, key) if what.warns else None
    return Told(
        " ".join(strong.split()) or "–", " ".join(weak.split()), _chip(desk, what, values), ticked, warning=warning
    )


def _chip(desk: Desk, what: Children, values: Values) -> Chip | None:
    if what.judge:
        return what.judge(desk, values)
    due = values.get(what.due) if what.due else None
    if due is not None and due < desk.clock.today():
        return Chip(desk.formats.short_day(due), "crit", "circle-alert")
    value = values.get(what.chip) if what.chip else None
    if value is None:
        return None
    return Chip(what.field(what.chip).text(desk.formats, value), *LOOKS.get(value, ("neutral", None)))


def _text(desk: Desk, what: Children, session: Session, name: str, values: Values) -> str:
    field, value = what.field(name), values[name]
    if value is None or value == "" or value is False:
        return ""
    if field.kind is Kind.REFERENCE:
        return name_of(session, field.attribute, value)
    written = field.text(desk.formats, value)
    # at the head of a line a day speaks for itself
    if field.kind not in NAMED or (field.kind is Kind.DAY and name in what.strong):
        return written
    return desk.words("{label}: {value}", label=desk.words(field.label), value=written)

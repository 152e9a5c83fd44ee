"""Fields of a row become the values of one record, kind by kind."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from workbench.exchange.columns import plain
from workbench.exchange.rows import BadRow, Column
from workbench.exchange.targets import FAX, HOME, MOBILE, OTHER, TARGETS, WORK
from workbench.kernel.words import N_

Fields = Sequence[tuple[Column, Any]]
Extras = Sequence[tuple[str, str]]
Values = dict[str, Any]
ADDRESS_KEYS = ("street", "postcode", "city", "region", "country")
POINTS: dict[str, tuple[str, str | None]] = {
    "email": ("email", None),
    "email_work": ("email", WORK),
    "email_home": ("email", HOME),
    "email_other": ("email", OTHER),
    "phone": ("phone", None),
    "phone_work": ("phone", WORK),
    "phone_home": ("phone", HOME),
    "mobile": ("phone", MOBILE),
    "fax": ("phone", FAX),
    "link": ("link", None),
    "address": ("address", None),
}
LABELS = {
    "work": WORK,
    "business": WORK,
    "trabajo": WORK,
    "home": HOME,
    "casa": HOME,
    "mobile": MOBILE,
    "movil": MOBILE,
    "cell": MOBILE,
    "other": OTHER,
    "otro": OTHER,
}
ROLE_KEYS = ("company", "title", "department")


def account(fields: Fields, extras: Extras) -> Values:
    """The values of an account."""
    return _account(fields, extras, N_("This row has no name."))


def contact(fields: Fields, extras: Extras) -> Values:
    """The values of a person, with the role and the company of the same row."""
    own: Values = {}
    left = list(extras)
    company = [
        (_without_prefix(column), value) for column, value in fields if (column.field or "").startswith("account.")
    ]
    labels = {column.label_of: str(value) for column, value in fields if column.label_of}
    points: list[list[str | None]] = []
    for column, value in fields:
        key = column.field or ""
        if key in POINTS:
            kind, label = POINTS[key]
            told = labels.get(plain(column.header)) if labels else None
            points.extend([kind, _label(told) or label, part] for part in _several(value))
        elif key and not key.startswith("account."):
            _put(own, column, value, left)
    role = [own.pop(key, None) for key in ROLE_KEYS]
    address = _joined_address(own)
    if address:
        points.append(["address", None, address])
    name = _name_of(own, points)
    if not name and role[0]:
        return _company_alone(fields, left, str(role[0]))
    if not name:
        raise BadRow(N_("This row has no name."))
    values = own | {"name": name, "points": points, "roles": [role] if any(role) else []}
    values["account"] = _account(company, (), "") if company else {}
    return _with_extras(values, left)


def _company_alone(fields: Fields, extras: Extras, company: str) -> Values:
    """What a row without a person says: all of it is about the company."""
    about: list[tuple[Column, Any]] = []
    left = list(extras)
    for column, value in fields:
        meant = _without_prefix(column)
        if meant.field == "note":
            meant = replace(meant, field="notes")
        kind = POINTS.get(column.field or "", ("", None))[0]
        if kind in {"phone", "email"}:
            meant = replace(meant, field=kind)
        if meant.field in TARGETS["accounts"] and column.field not in {"external_id", "name"}:
            about.append((meant, value))
        elif column.field != "company":
            left.append((column.header, str(value)))
    return {"name": "", "points": [], "roles": [(company, None, None)], "account": _account(about, left, "")}


def member(fields: Fields, extras: Extras) -> Values:
    """The values of somebody on our side."""
    own: Values = {}
    left = list(extras)
    for column, value in fields:
        _put(own, column, value, left)
    name = _name_of(own, [])
    if not name:
        raise BadRow(N_("This row has no name."))
    own.pop("given_name", None)
    own.pop("family_name", None)
    return _with_extras(own | {"name": name}, left)


def meeting(fields: Fields, extras: Extras) -> Values:
    """The values of a meeting; its wall time as it is written."""
    own: Values = {}
    left = list(extras)
    for column, value in fields:
        if column.field == "day" and "day" not in own:
            own["day"], time = value
            if time:
                own.setdefault("start", time)
        else:
            _put(own, column, value, left)
    if "day" not in own:
        raise BadRow(N_("This row has no date that can be read."))
    if not own.get("title"):
        raise BadRow(N_("This row has no title."))
    return _with_extras(_timed(own), left)


def action(fields: Fields, extras: Extras) -> Values:
    """The values of an action."""
    own: Values = {}
    left = list(extras)
    for column, value in fields:
        _put(own, column, value, left)
    if not own.get("title"):
        raise BadRow(N_("This row has no title."))
    return _with_extras(own, left)


COMPOSE: dict[str, Callable[[Fields, Extras], Values]] = {
    "accounts": account,
    "contacts": contact,
    "team": member,
    "meetings": meeting,
    "actions": action,
}


def _account(fields: Iterable[tuple[Column, Any]], extras: Extras, complaint: str) -> Values:
    own: Values = {}
    left = list(extras)
    for column, value in fields:
        if column.field and TARGETS["accounts"][column.field].read == "money":
            amount, currency = value
            own[column.field] = amount
            if currency or column.currency:
                own["currency"] = currency or column.currency
        else:
            _put(own, column, value, left)
    if complaint and not own.get("name"):
        raise BadRow(complaint)
    address = {key: own.pop(key) for key in ADDRESS_KEYS if key in own}
    if address:
        own["address"] = address
    return _with_extras(own, left)


def _put(own: Values, column: Column, value: Any, left: list[tuple[str, str]]) -> None:  # noqa: ANN401
    if column.field and column.field not in own:
        own[column.field] = value
    elif column.field and own[column.field] != value:
        left.append((column.header, str(value)))


def _without_prefix(column: Column) -> Column:
    field = (column.field or "").removeprefix("account.")
    return Column(column.header, field, column.times, column.currency)


def _name_of(own: Values, points: Sequence[Sequence[str | None]]) -> str:
    middle = own.pop("middle_name", None)
    if middle:
        own["given_name"] = f"{own['given_name']} {middle}" if own.get("given_name") else middle
    parts = (own.get("given_name"), own.get("family_name"))
    composed = " ".join(part for part in parts if part)
    first_point = next((value for kind, _, value in points if kind == "email" and value), "")
    return str(own.pop("name", None) or composed or first_point)


def _joined_address(own: Values) -> str:
    if own.keys().isdisjoint(ADDRESS_KEYS):
        return ""
    street, postcode, city, region, country = (own.pop(key, None) for key in ADDRESS_KEYS)
    town = " ".join(part for part in (postcode, city) if part)
    return ", ".join(part for part in (street, town, region, country) if part)


def _several(value: str) -> list[str]:
    # Google writes several values of one field into one cell
    if ":::" not in value:
        return [value]
    return [part.strip() for part in value.split(":::") if part.strip()]


def _label(told: str | None) -> str | None:
    if not told:
        return None
    word = told.strip("* ").lower()
    return LABELS.get(word, word) or None


def _timed(own: Values) -> Values:
    if own.pop("all_day", False):
        own.pop("start", None)
        own.pop("end", None)
    end_time, end_day = own.pop("end", None), own.get("end_day")
    if own.get("start") and end_time and "minutes" not in own:
        days = _days_between(own["day"], end_day) if end_day else 0
        minutes = days * 1440 + _minute(end_time) - _minute(own["start"])
        if minutes > 0:
            own["minutes"] = minutes
    if end_day and end_day <= own["day"]:
        del own["end_day"]
    return own


def _minute(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


def _days_between(first: str, last: str) -> int:
    from datetime import date  # noqa: PLC0415 - only for meetings over several days

    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _with_extras(own: Values, extras: Sequence[tuple[str, str]]) -> Values:
    if extras:
        own["extras"] = [list(extra) for extra in extras]
    return own

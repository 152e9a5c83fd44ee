"""Names for identities: what a reference points to, and what it could point to."""

import re
from typing import Any

from sqlalchemy import Column, Table, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from workbench.kernel.errors import UserError
from workbench.kernel.folding import fold
from workbench.kernel.words import N_

BETWEEN = re.compile(r"\s*[,;/&+]\s*|\s+(?:and|y|e)\s+", re.IGNORECASE)
SHOWN = 60  # letters of what was typed, in a sentence
NAMES = ("name", "title")


class NothingCalledSo(UserError):
    message = N_("Nothing here is called “{text}”.")
    consequence = N_("The old value stays.")
    advice = N_("Type a part of its name, or leave the field empty.")


class OnlyOneFits(UserError):
    message = N_("“{text}” names more than one; only one fits here.")
    consequence = N_("The old value stays.")
    advice = N_("Choose the one that counts.")


def why_not_found(session: Session, attribute: InstrumentedAttribute[Any], text: str) -> UserError:
    """Why a typed name leads to no record: nothing is called so, or several are named."""
    parts = [part for part in BETWEEN.split(text) if part.strip()]
    are_several = len(parts) > 1 and all(matching(session, attribute, part, 1) for part in parts)
    shown = " ".join(text.split())[:SHOWN]
    return OnlyOneFits(text=shown) if are_several else NothingCalledSo(text=shown)


def target_of(attribute: InstrumentedAttribute[Any]) -> Table:
    """The table a reference points to."""
    column: Column[Any] = attribute.property.columns[0]
    return next(iter(column.foreign_keys)).column.table


def name_of(session: Session, attribute: InstrumentedAttribute[Any], key: int | None) -> str:
    """What the record a reference points to is called; empty for none."""
    if key is None:
        return ""
    target = target_of(attribute)
    return str(session.scalar(select(_named(target)).where(target.c.id == key)) or "")


def matching(
    session: Session, attribute: InstrumentedAttribute[Any], text: str, limit: int = 20
) -> list[tuple[int, str]]:
    """Records a reference could point to whose names hold every word of `text`."""
    return called(session, target_of(attribute), text, limit)


def called(session: Session, target: Table, text: str, limit: int = 20) -> list[tuple[int, str]]:
    """Records of a table whose names hold every word of `text`; those that begin with it come first."""
    rows = select(target.c.id, _named(target))
    for word in fold(text).split():
        rows = rows.where(func.fold(_named(target)).contains(word, autoescape=True))
    found = [(int(key), str(name)) for key, name in session.execute(rows.limit(limit * 5))]
    return sorted(found, key=lambda row: (not fold(row[1]).startswith(fold(text)), fold(row[1])))[:limit]


def _named(target: Table) -> Column[Any]:
    return next(target.c[name] for name in NAMES if name in target.c)

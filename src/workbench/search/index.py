"""The full-text index (to come: documents of each kind)."""

from sqlalchemy.orm import Session

from workbench.kernel.journal import Change

TABLES: tuple[str, ...] = ()


def keep(session: Session, change: Change) -> None:
    """Bring the index up to date with a change, before it is committed."""

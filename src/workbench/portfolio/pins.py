"""Records that are pinned to the sidebar, in the order they were pinned; they are kept in the portfolio."""

from sqlalchemy.orm import Session

from workbench.kernel.settings import Setting, of_portfolio
from workbench.kernel.words import N_
from workbench.portfolio import places

Pin = tuple[str, int]
# "account/17 contacts/4": a page and the identity of what it shows
PINNED = Setting("pinned", "", N_("Pinned"))
MOST = 12


def pins(session: Session) -> list[Pin]:
    """The page and the identity of each; what cannot be read is left out."""
    found = (part.partition("/") for part in of_portfolio(session, PINNED).split())
    return [(page, int(key)) for page, _, key in found if page in places.PAGES.values() and key.isdecimal()]


def written(pinned: list[Pin]) -> str:
    """Pins as they are kept."""
    return " ".join(f"{page}/{key}" for page, key in pinned)


def named_pins(session: Session) -> list[tuple[str, int, str]]:
    """Page, identity and name of each; what is gone is left out, and back when it is back."""
    named = ((page, key, places.named(session, page, key)) for page, key in pins(session))
    return [pin for pin in named if pin[2]]

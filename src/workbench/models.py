"""Every slice's model, so that the mapping is complete."""

from workbench.accounts import model as accounts
from workbench.accounts import structure
from workbench.action_items import model as action_items
from workbench.business import model as business
from workbench.contacts import model as contacts
from workbench.contacts import positions
from workbench.kam import model as kam
from workbench.kernel import drafts, journal, settings
from workbench.kernel.entity import Entity
from workbench.meetings import model as meetings
from workbench.meetings import proceedings
from workbench.plans import model as plans
from workbench.portfolio import model as portfolio
from workbench.team import assignments, growth
from workbench.team import model as team

METADATA = Entity.metadata
__all__ = [
    "METADATA",
    "accounts",
    "action_items",
    "assignments",
    "business",
    "contacts",
    "drafts",
    "growth",
    "journal",
    "kam",
    "meetings",
    "plans",
    "portfolio",
    "positions",
    "proceedings",
    "settings",
    "structure",
    "team",
]

for _table in METADATA.tables.values():
    for _index in _table.indexes:
        # most optional references are empty, and an empty one is never looked for
        if len(_index.columns) == 1 and _index.columns[0].nullable:
            _index.dialect_options["sqlite"]["where"] = _index.columns[0].is_not(None)

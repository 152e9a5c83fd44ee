"""The fields of workstreams and of what they hand over, as the user knows them."""

from workbench.kam.model import Deliverable, Workstream
from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_

STREAM_FIELDS = (
    Field(Workstream.title, N_("Workstream"), shared=True),
    Field(Workstream.objective_id, N_("For objective"), Kind.REFERENCE, shared=True),
    Field(Workstream.department_id, N_("Department"), Kind.REFERENCE),
    Field(Workstream.starts_on, N_("From"), Kind.DAY, shared=True),
    Field(Workstream.ends_on, N_("Until"), Kind.DAY, shared=True),
    Field(Workstream.note, N_("Note"), Kind.NOTE),
)
DELIVERABLE_FIELDS = (
    Field(Deliverable.title, N_("Deliverable"), shared=True),
    Field(Deliverable.due, N_("Due"), Kind.DAY, shared=True),
    Field(Deliverable.done_on, N_("Done on"), Kind.DAY, shared=True),
)

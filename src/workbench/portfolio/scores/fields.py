"""The fields of a criterion as the user knows them."""

from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_
from workbench.portfolio.model import Criterion

NAME = Field(Criterion.name, N_("Name"))
WEIGHT = Field(Criterion.weight, N_("Weight"), Kind.NUMBER)
GROUND = Field(Criterion.ground, N_("Ground"), Kind.CHOICE)
ANCHORS = Field(Criterion.anchors, N_("What 0, 1, … 5 mean, a line each"), Kind.NOTE)
SELECTION_FIELDS = (NAME, WEIGHT, GROUND, ANCHORS)
AXIS_FIELDS = (NAME, WEIGHT, ANCHORS)
GATE_FIELDS = (NAME, ANCHORS)

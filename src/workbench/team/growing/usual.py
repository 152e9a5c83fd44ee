"""What a team of account managers usually starts with: its skills, and the questions of the short pulse."""

from workbench.kernel.words import N_

# the role's own list, and three that every team needs (ME29); with their importance from 1 to 3
SKILLS = {
    N_("Negotiation"): 3,
    N_("Business vision"): 3,
    N_("Public relations"): 2,
    N_("Sales and sector experience"): 3,
    N_("Product knowledge"): 2,
    N_("Data analysis"): 2,
    N_("Project management"): 2,
}
PULSE_QUESTIONS = (
    N_("I know what is expected of me for our accounts."),
    N_("I have what I need to keep our promises."),
    N_("I would recommend this team to a colleague."),
)

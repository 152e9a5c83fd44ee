"""What is asked of every plan: a start, to be cut and added to."""

from workbench.kernel.words import N_

QUESTIONS = (
    N_("Can the mission be said in one breath, and would the client sign it?"),
    N_("How is each objective measured, and who brings the figure?"),
    N_("Who decides at the client, and who of us knows that person well?"),
    N_("What does the client gain, in figures that they believe?"),
    N_("What is the biggest risk, and what would we notice first?"),
    N_("Which department does not know yet what it has promised?"),
    N_("What do we stop doing for this account?"),
    N_("What do we ask of management, and by when?"),
)

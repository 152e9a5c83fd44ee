"""What the accounts are worth: what was invoiced, and what was aimed at."""

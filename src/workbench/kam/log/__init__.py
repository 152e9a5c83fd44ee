"""The log of an account: decisions, issues, conflicts and notes of the team."""

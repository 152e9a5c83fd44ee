"""The team board of an account: departments by state, and what it means to move a card."""

"""Hours worked for an account against those that were planned, and what they cost."""

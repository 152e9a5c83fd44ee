"""The portfolio overview: where everybody stands, who is due, what is open."""

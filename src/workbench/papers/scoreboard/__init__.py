"""The scoreboard on paper: who kept the promises of the quarter, and which were broken."""

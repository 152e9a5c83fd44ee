"""The one-page ask: what a department is asked for, with the client's stake in it."""

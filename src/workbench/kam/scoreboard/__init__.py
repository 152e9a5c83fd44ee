"""Who keeps promises: departments, our people and the client's, quarter by quarter."""

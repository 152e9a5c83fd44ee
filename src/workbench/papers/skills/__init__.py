"""The skill matrix on paper: levels, gaps by priority, and the training plan. Internal only."""

"""The decision and issue log on paper."""

"""The whole portfolio as its page and its paper see it."""

"""The day sheet: a day on the road on one or two pages, to be folded once."""

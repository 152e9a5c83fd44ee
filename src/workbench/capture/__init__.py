"""Quick capture: one line in, structured out."""

"""The demo portfolio: readable text in `resources/demo`, told as if it happened around today."""

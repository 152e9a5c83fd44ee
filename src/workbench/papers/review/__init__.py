"""The sheet of a plan review: its questions with room to write."""

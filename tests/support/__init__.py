"""What several tests need: dumps, drawings, papers read back."""

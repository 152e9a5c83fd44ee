"""What it is worth to have somebody for a key account, on one page."""

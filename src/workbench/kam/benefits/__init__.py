"""What it is worth to have somebody for a key account: six advantages, year on year (ME30)."""

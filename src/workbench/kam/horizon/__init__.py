"""The next thirty, sixty and ninety days of an account."""

"""The health of accounts, as it is counted from their records."""

"""The scores of accounts: criteria, ratings, and what follows from them."""

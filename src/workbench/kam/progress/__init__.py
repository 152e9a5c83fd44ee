"""How far the work for an account has come."""

"""Departments come, are called otherwise, and go; their work never goes with them."""

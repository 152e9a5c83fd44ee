"""Backups and copies, on the screen."""

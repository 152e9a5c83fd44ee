"""Attention on the screen."""

"""A workbench for people who look after business customers."""

__version__ = "0.1.0"

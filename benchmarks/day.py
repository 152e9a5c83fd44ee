"""The day on which all benchmarks take place."""

from datetime import date

TODAY = date(2026, 3, 10)

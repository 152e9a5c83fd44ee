"""The guard against formulas: the only way into a cell of a CSV file, and back."""

STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def guarded(text: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula; one that already begins with a mark gets another."""
    return "'" + text if text.lstrip("'").startswith(STARTS_FORMULA) else text


def unguarded(text: str) -> str:
    """The text that `guarded` wrote."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(STARTS_FORMULA) else text

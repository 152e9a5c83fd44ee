"""What a printed file is called: whom it is about, which document, for whose eyes, and of which day."""

from datetime import date

from workbench.kernel.folding import plain

LONGEST = 60  # letters of a part
KEPT = " -.,()"


def file_name(about: str, document: str, edition: str, day: date) -> str:
    """The name of a PDF in letters that every system takes; a part without any is left out."""
    parts = (_safe(part) for part in (about, document, edition, day.isoformat()))
    return f"{' – '.join(part for part in parts if part)}.pdf"


def _safe(text: str) -> str:
    letters = "".join(letter if letter.isalnum() or letter in KEPT else " " for letter in plain(text))
    return " ".join(letters.split())[:LONGEST].strip(KEPT)

"""PDFs read back through poppler."""

import re
import subprocess
from pathlib import Path


def text_of(pdf: Path) -> str:
    """The text of all pages, as it lies on them."""
    return subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout


def pages_of(pdf: Path) -> int:
    told = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    found = re.search(r"Pages:\s+(\d+)", told)
    assert found
    return int(found[1])


def sizes_of(pdf: Path) -> list[tuple[float, float]]:
    """How wide and how high each page is, in points."""
    told = subprocess.run(["pdfinfo", "-l", "-1", str(pdf)], check=True, capture_output=True, text=True).stdout
    return [(float(wide), float(high)) for wide, high in re.findall(r"size:\s+([\d.]+) x ([\d.]+)", told)]

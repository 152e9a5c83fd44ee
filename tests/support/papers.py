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


def places_of(pdf: Path, page: int = 1) -> list[tuple[str, float, float]]:
    """Every word of a page with its middle in millimetres from the left and from the top."""
    told = subprocess.run(
        ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), str(pdf), "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    side = r'="([\d.]+)"'
    words = re.findall(f"<word xMin{side} yMin{side} xMax{side} yMax{side}>([^<]*)<", told)
    half = 25.4 / 72 / 2
    return [
        (text, (float(left) + float(right)) * half, (float(top) + float(low)) * half)
        for left, top, right, low, text in words
    ]

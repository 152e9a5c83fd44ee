"""What one foreign file may take: of bytes, rows, memory and time."""

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Limits:
    """The largest file that is read; a benchmark may ask for more."""

    file_bytes: int = 25 * MEGABYTE
    unpacked_bytes: int = 30 * MEGABYTE
    parts: int = 2_000
    rows: int = 100_000
    columns: int = 500
    cells: int = 5_000_000
    cell_letters: int = 100_000
    memory_bytes: int = 600 * MEGABYTE
    processor_seconds: int = 60
    silent_seconds: float = 10
    pixels: int = 25_000_000

"""The rows that could not be read, in a file of their own beside the source: nothing is lost, nothing overwritten."""

import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.exchange.rows import Reading, Remark

SUFFIXES = {"csv": ".csv", "sheet": ".csv", "vcard": ".vcf", "calendar": ".ics"}


def keep_unread(source: Path, reading: Reading, unread: Sequence[Remark], elsewhere: Path) -> Path | None:
    """Write the rows as they stood in the source, to be mended and imported again; None where that is impossible."""
    text = _text(reading, unread)
    for folder in (source.parent, elsewhere):
        if not _takes_files(folder):
            continue
        for name in _names(source, reading):
            try:
                with (folder / name).open("x", encoding="utf-8", newline="") as file:
                    file.write(text)
            except FileExistsError:
                if _is_same(folder / name, text):
                    return folder / name
                continue
            except OSError:
                break
            return folder / name
    return None


def _names(source: Path, reading: Reading) -> Iterator[str]:
    suffix = SUFFIXES.get(reading.content, ".txt")
    yield f"{source.stem}.unread{suffix}"
    for number in range(2, 1000):
        yield f"{source.stem}.unread-{number}{suffix}"


def _is_same(file: Path, text: str) -> bool:
    try:
        return file.read_bytes() == text.encode("utf-8")
    except OSError:
        return False


def _takes_files(folder: Path) -> bool:
    try:
        mode = folder.stat().st_mode
    except OSError:
        return False
    # a folder without any right to write is meant to stay as it is, even where the user could
    return bool(mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH))


def _text(reading: Reading, unread: Sequence[Remark]) -> str:
    rows = [remark.raw if remark.raw.endswith(("\n", "\r")) else remark.raw + "\n" for remark in unread]
    if reading.content == "calendar":
        return "".join(["BEGIN:VCALENDAR\nVERSION:2.0\n", *rows, "END:VCALENDAR\n"])
    if reading.content in {"csv", "sheet"} and reading.heads:
        rows.insert(0, _header(reading))
    return "".join(rows)


def _header(reading: Reading) -> str:
    separator = reading.separator or ","
    cells = [column.header for column in reading.heads[0].columns]
    return separator.join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n"

"""What a file is, told by its bytes and not by its name, and its text in whatever encoding."""

import codecs
import re
import zipfile
from dataclasses import dataclass
from io import BytesIO

from workbench.exchange.failures import EmptyFile, TooManyParts, UnknownContent, Unreadable
from workbench.exchange.limits import MEGABYTE, Limits
from workbench.kernel.words import N_

CSV, SHEET, CARDS, CALENDAR, OPEN_FORMAT = "csv", "sheet", "vcard", "calendar", "json"
MARKS = (
    (b"SQLite format 3\0", N_("a database")),
    (b"%PDF", N_("a PDF")),
    (b"\x89PNG", N_("a picture")),
    (b"\xff\xd8\xff", N_("a picture")),
    (b"GIF8", N_("a picture")),
    (b"\x1f\x8b", N_("a packed archive")),
    (b"7z\xbc\xaf", N_("a packed archive")),
    (b"Rar!", N_("a packed archive")),
    (b"\x7fELF", N_("a program")),
    (b"MZ", N_("a program")),
    (b"\xd0\xcf\x11\xe0", N_("a file of an older office program; save it as XLSX")),
    (b"{\\rtf", N_("a text document")),
)
PAGE = re.compile(r"<(!doctype html|html|table|\?xml)", re.IGNORECASE)
FIRST_LETTERS = 2_000
SOME_LINES = 50


@dataclass(frozen=True)
class Text:
    """The text of a file and how it was encoded; `mixed` counts the lines that are encoded otherwise."""

    text: str
    encoding: str
    mixed: int = 0


def told(file: str, content: str) -> UnknownContent:
    return UnknownContent(file=file, content=content)


def content_of(file: str, raw: bytes, limits: Limits) -> str:
    """The kind of a file; a UserError for one that cannot be imported."""
    if not raw.strip(b"\0 \t\r\n"):
        raise EmptyFile(file=file)
    if raw.startswith(b"PK\x03\x04"):
        return _packed(file, raw, limits)
    for mark, name in MARKS:
        if raw.startswith(mark):
            raise told(file, name)
    head = decoded(raw[: FIRST_LETTERS * 4]).text.lstrip("\ufeff \t\r\n")[:FIRST_LETTERS]
    return _of_text(file, head)


def _of_text(file: str, head: str) -> str:
    upper = head.upper()
    lines = upper.splitlines()[:SOME_LINES]
    if any(line.startswith("BEGIN:VCARD") for line in lines):
        return CARDS
    if any(line.startswith(("BEGIN:VCALENDAR", "BEGIN:VEVENT", "BEGIN:VTODO")) for line in lines):
        return CALENDAR
    if head.startswith("{") and '"format"' in head[:200]:
        return OPEN_FORMAT
    if PAGE.match(head):
        raise told(file, N_("a web page"))
    strange = sum(not letter.isprintable() and letter not in "\t\r\n\0" for letter in head)
    if strange > len(head) / 10:
        raise told(file, N_("no text"))
    return CSV


def _packed(file: str, raw: bytes, limits: Limits) -> str:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as problem:
        raise Unreadable(file=file, reason=f"{problem}.") from problem
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > limits.parts or unpacked > limits.unpacked_bytes:
        raise TooManyParts(file=file, parts=len(parts), size=round(unpacked / MEGABYTE, 1))
    names = {part.filename for part in parts}
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names or {"content.xml", "mimetype"} <= names:
        return SHEET
    raise told(file, N_("a packed archive"))


def decoded(raw: bytes) -> Text:
    """The text: UTF-8, UTF-16 by its mark or its zeros, else Windows-1252 for the lines that need it.

    Statistics are not asked: they take Windows-1252 for other code pages and spoil ñ.
    """
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if raw.startswith(mark):
            return Text(raw.decode(name, "replace"), "UTF-16")
    by_zeros = _utf16_by_zeros(raw)
    if by_zeros:
        return Text(raw.decode(by_zeros, "replace"), "UTF-16")
    try:
        return Text(raw.decode("utf-8-sig"), "UTF-8")
    except UnicodeDecodeError:
        return _line_by_line(raw)


def _utf16_by_zeros(raw: bytes) -> str | None:
    head = raw[:400]
    half = len(head) // 2
    for name, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if half and zeros.count(0) > half * 0.8 and head.count(0) < half * 1.2:
            return name
    return None


def _line_by_line(raw: bytes) -> Text:
    lines: list[str] = []
    in_utf8 = 0
    for line in raw.removeprefix(codecs.BOM_UTF8).split(b"\n"):
        try:
            lines.append(line.decode("utf-8"))
            in_utf8 += not line.isascii()
        except UnicodeDecodeError:
            # the five bytes that Windows-1252 does not define become what Latin-1 makes of them
            lines.append("".join(_windows(byte) for byte in line))
    return Text("\n".join(lines), "Windows-1252", in_utf8)


WINDOWS = [bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256)]


def _windows(byte: int) -> str:
    return WINDOWS[byte]

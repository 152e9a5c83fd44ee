"""Files that mean harm, or are just broken: a clear sentence, and the portfolio is as it was."""

import io
import time
import zipfile

import pytest

from tests.support.dump import dump
from workbench.exchange import failures
from workbench.exchange.importing import Options, Watch, import_files
from workbench.exchange.limits import Limits
from workbench.kernel.words import Words

ENGLISH = Words.english()


def packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


BAD_FILES = {
    "empty.csv": (b"", failures.EmptyFile),
    "blank.csv": (b"\r\n\r\n  \n", failures.EmptyFile),
    "header.csv": (b"Company,Sector\n", failures.OnlyHeader),
    "zeros.csv": (b"\0" * 500, failures.EmptyFile),
    "nul.csv": (b"Company,Sector\nAc\0me,x\n", failures.NothingReadable),
    "million.csv": (b",".join(b"c%d" % n for n in range(1_000_000)) + b"\n1\n", failures.TooManyColumns),
    "cell.csv": (b"Company,Sector\n" + b"a" * 2_000_000 + b",x\n", failures.NothingReadable),
    "date.csv": (b"Company,Renewal date\nAcme,31/02/2026\n", failures.NothingReadable),
    "unknown.csv": (b"colour,shape\nred,round\n", failures.UnknownKind),
    "picture.csv": (b"\x89PNG\r\n\x1a\n" + bytes(200), failures.UnknownContent),
    "page.xls": (b"<html><table><tr><td>Company</td></tr></table></html>", failures.UnknownContent),
    "database.csv": (b"SQLite format 3\0" + bytes(200), failures.UnknownContent),
    "noise.csv": (bytes(range(1, 32)) * 40, failures.UnknownContent),
    "not.xlsx": (b"PK\x03\x04 and then nothing of the kind", failures.Unreadable),
    "archive.xlsx": (packed({"a.txt": b"x"}), failures.UnknownContent),
    "hollow.xlsx": (packed({"xl/workbook.xml": b"<broken"}), failures.Unreadable),
    "bomb.xlsx": (packed({"xl/workbook.xml": b"0" * 40_000_000}), failures.TooManyParts),
    "parts.xlsx": (packed({f"p{n}": b"" for n in range(2_001)}), failures.TooManyParts),
    "half.vcf": (b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nTEL:1", failures.NothingReadable),
    "nobody.vcf": (b"BEGIN:VCARD\r\nVERSION:3.0\r\nREV:1\r\nEND:VCARD\r\n", failures.NothingReadable),
    "nothing.ics": (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", failures.NothingInside),
    "start.ics": (
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:20260231T100000\nEND:VEVENT\nEND:VCALENDAR\n",
        failures.NothingReadable,
    ),
    "cut.ics": (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x\nDTSTART:20260210T100000\n", failures.NothingReadable),
    "other.json": (b'{"format": "something else", "tables": {}}', failures.UnknownContent),
    "newer.json": (b'{"format": "account-workbench", "version": 99, "tables": {}}', failures.UnknownContent),
    "deep.json": (b'{"format": "account-workbench", "x": ' + b"[" * 100_000, failures.Unreadable),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_told_in_a_sentence_and_changes_nothing(name, workspace, written, imported):
    content, kind = BAD_FILES[name]
    before = dump(workspace)
    report = imported(written(name, content))
    assert type(report.failure) is kind
    assert name in report.failure.sentence(ENGLISH)
    assert report.failure.sentence(Words.of("es"))
    assert dump(workspace) == before
    assert workspace.undo_label is None


def test_a_file_that_is_too_large_is_not_even_read(workspace, written):
    path = written("large.csv", b"Company\n" + b"x" * 2_000)
    report = import_files(workspace, [path], Options(limits=Limits(file_bytes=1_000)))
    assert isinstance(report.failure, failures.TooLarge)


def test_too_many_rows_are_refused_as_a_whole(workspace, written):
    path = written("long.csv", "Company\n" + "".join(f"c{n}\n" for n in range(50)))
    report = import_files(workspace, [path], Options(limits=Limits(rows=40)))
    assert isinstance(report.failure, failures.TooManyRows)
    assert not any(dump(workspace)["account"])


def test_a_process_that_takes_too_much_is_ended(workspace, written):
    path = written("big.csv", b"Company,Sector\n" + b"ab,cd\n" * 400_000)
    report = import_files(workspace, [path], Options(limits=Limits(memory_bytes=60_000_000, rows=10**6)))
    assert isinstance(report.failure, failures.TooHard)


def test_a_process_that_takes_too_long_is_ended(workspace, written):
    path = written("slow.csv", b"Company,Sector\n" + b"ab,cd\n" * 1_000_000)
    report = import_files(workspace, [path], Options(limits=Limits(processor_seconds=1, rows=10**7)))
    assert isinstance(report.failure, failures.TooHard)


def test_reading_can_be_stopped(workspace, written):
    path = written("some.csv", b"Company\nAcme\n")
    with pytest.raises(failures.Cancelled):
        import_files(workspace, [path], Options(), Watch(stopped=lambda: True))


def test_storing_can_be_stopped_and_leaves_nothing(workspace, written):
    path = written("some.csv", "Company\n" + "".join(f"c{n}\n" for n in range(5_000)))
    before = dump(workspace)
    heard: list[tuple[int, int]] = []
    watch = Watch(lambda done, total: heard.append((done, total)), lambda: len([1 for _, total in heard if total]) > 3)
    with pytest.raises(failures.Cancelled):
        import_files(workspace, [path], Options(), watch)
    assert dump(workspace) == before


def test_the_portfolio_itself_is_not_opened_as_a_file(workspace, imported):
    assert isinstance(imported(workspace.book.path).failure, failures.OwnPortfolio)


def test_a_folder_and_a_missing_file_are_told(imported, tmp_path):
    assert isinstance(imported(tmp_path).failure, failures.NothingInside)
    assert "gone.csv" in str(imported(tmp_path / "gone.csv").failure)


def test_names_that_try_everything_come_in_as_they_are(workspace, written, imported):
    names = [
        "x" * 10_000,
        "שלום עולם",
        "🏭 Fábrica",
        "<b>bold</b> & <img src='file://host/x.png'>",
        "bell\x07",
        "a'b\"c",
    ]
    quoted = "".join('"' + name.replace('"', '""') + '"\n' for name in names)
    report = imported(written("names.csv", "Company\n" + quoted))
    stored = [row[0] for row in names_of(workspace)]
    assert stored == names
    told = [remark.sentence(ENGLISH) for remark in report.files[0].warnings]
    assert any("10000 letters" in text for text in told)
    assert any("control characters" in text for text in told)


def names_of(workspace):
    with workspace.read() as session:
        return list(session.connection().exec_driver_sql("SELECT name FROM account ORDER BY id"))


HOSTILE_RULES = [
    "FREQ=SECONDLY",
    "FREQ=MINUTELY;COUNT=5",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYSECOND=" + ",".join(str(n) for n in range(60)),
    "FREQ=DAILY;BYHOUR=" + ",".join(str(n) for n in range(24)),
    "FREQ=DAILY;BYDAY=" + ",".join(["MO"] * 200),
    "FREQ=NEVER",
    "FREQ=DAILY;COUNT=-1",
    "FREQ=DAILY;UNTIL=yesterday",
]


@pytest.mark.parametrize("rule", HOSTILE_RULES)
def test_a_hostile_rule_leaves_a_single_meeting(rule, workspace, written, imported):
    event = f"BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Trap\r\nDTSTART:20260310T100000Z\r\nRRULE:{rule}\r\nEND:VEVENT\r\n"
    report = imported(written("trap.ics", f"BEGIN:VCALENDAR\r\n{event}END:VCALENDAR\r\n"))
    with workspace.read() as session:
        rules = [row[0] for row in session.connection().exec_driver_sql("SELECT rule FROM meeting")]
    assert rules == [None]
    assert "only the first day" in report.files[0].warnings[0].sentence(ENGLISH)


def test_a_huge_photo_is_refused_before_it_is_decoded():
    import base64
    import struct
    import zlib

    from workbench.exchange.foreign import photo
    from workbench.exchange.rows import BadRow

    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    picture = base64.b64encode(b"\x89PNG\r\n\x1a\n" + chunk + b"\0\0\0\0IDAT\x35\xaf\x06\x1e").decode()
    begun = time.perf_counter()
    with pytest.raises(BadRow, match="too many pixels"):
        photo.jpeg_of(picture, Limits())
    assert time.perf_counter() - begun < 20


def test_a_line_that_means_harm_takes_no_time(workspace, written, imported):
    line = "ORG;CHARSET=UTF-8;ENCODING=QUOTED" + "3=91=C" * 40
    begun = time.perf_counter()
    imported(written("harm.vcf", f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\n{line}\r\nEND:VCARD\r\n"))
    assert time.perf_counter() - begun < 40
    assert names_of_people(workspace) == [("Ana",)]


def names_of_people(workspace):
    with workspace.read() as session:
        return [tuple(row) for row in session.connection().exec_driver_sql("SELECT name FROM person")]

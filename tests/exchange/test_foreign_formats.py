"""vCards and calendars as other programs write them."""

import base64
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from workbench.exchange.importing import Options, import_files
from workbench.exchange.policy import Policy
from workbench.exchange.reading import _command, _surroundings
from workbench.kernel.words import Words

ENGLISH = Words.english()


def rows(workspace, sql):
    with workspace.read() as session:
        return [tuple(row) for row in session.connection().exec_driver_sql(sql)]


def told(report):
    return [remark.sentence(ENGLISH) for remark in (*report.files[0].unread, *report.files[0].warnings)]


def calendar(*events: str) -> str:
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + "".join(events) + "END:VCALENDAR\r\n"


def event(*lines: str) -> str:
    return "\r\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT", ""])


def test_the_reading_process_knows_neither_qt_nor_the_database():
    look = "import sys, json, workbench.exchange.foreign.process, workbench.exchange.foreign.vcards, workbench.exchange.foreign.calendars, workbench.exchange.foreign.spreadsheet; print(json.dumps([m for m in sys.modules if m.split('.')[0] in ('PySide6', 'sqlalchemy', 'sqlcipher3')]))"
    out = subprocess.run([_command()[0], "-c", look], env=_surroundings(), capture_output=True, check=True).stdout
    assert json.loads(out) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
def test_the_reading_process_cannot_write_files(tmp_path):
    attempt = (
        "from pathlib import Path; from workbench.exchange.foreign.process import _limit; "
        "from workbench.exchange.limits import Limits; "
        f"_limit(Limits()); Path({str(tmp_path / 'x')!r}).write_text('x')"
    )
    done = subprocess.run([_command()[0], "-c", attempt], env=_surroundings(), capture_output=True, check=False)
    assert done.returncode != 0
    assert not (tmp_path / "x").exists() or (tmp_path / "x").stat().st_size == 0


def test_a_card_of_each_version(workspace, written, imported):
    cards = (
        "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Pe=C3=B1a;I=C3=B1aki\r\n"
        "TEL;CELL:600 123 456\r\nORG:Acme;Compras\r\nTITLE:Jefe\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\\, Ruiz\r\nEMAIL;TYPE=WORK:ana@ac\r\n me.es\r\n"
        "item1.TEL:944 1\r\nitem1.X-ABLabel:_$!<Assistant>!$_\r\nNOTE:one\\ntwo\r\nX-SPOUSE:Jon\r\nEND:VCARD\r\n"
        "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Jon\r\nTEL;VALUE=uri;TYPE=work:tel:+34-944-22;ext=3\r\n"
        "EMAIL:mailto:jon@acme.es\r\nBDAY:19800322\r\nLANG:eu\r\nEND:VCARD\r\n"
    )
    report = imported(written("cards.vcf", cards))
    assert report.created == {"contacts": 3, "accounts": 1}
    assert rows(workspace, "SELECT name, given_name, language, birthday, note FROM person ORDER BY id") == [
        ("Iñaki Peña", "Iñaki", None, None, None),
        ("Ana, Ruiz", None, None, None, "one\ntwo\n\nSpouse: Jon"),
        ("Jon", None, "eu", "1980-03-22", None),
    ]
    assert rows(workspace, "SELECT kind, label, value FROM contact_point ORDER BY id") == [
        ("phone", "mobile", "600 123 456"),
        ("email", "work", "ana@acme.es"),
        ("phone", "Assistant", "944 1"),
        ("phone", "work", "+34-944-22 ext. 3"),
        ("email", None, "jon@acme.es"),
    ]
    assert rows(workspace, "SELECT title, department FROM contact_role") == [("Jefe", "Compras")]


def test_a_photo_becomes_a_small_jpeg(workspace, written, imported):
    out = io.BytesIO()
    Image.new("RGB", (2_000, 1_000), "red").save(out, "PNG")
    photo = base64.b64encode(out.getvalue()).decode()
    imported(
        written(
            "one.vcf", f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nPHOTO;ENCODING=b;TYPE=PNG:{photo}\r\nEND:VCARD\r\n"
        )
    )
    stored = Image.open(io.BytesIO(rows(workspace, "SELECT photo FROM person")[0][0]))
    assert (stored.format, stored.size) == ("JPEG", (512, 256))


def test_a_photo_on_the_network_is_not_fetched(workspace, written, imported):
    report = imported(
        written("one.vcf", "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana\r\nPHOTO:https://x.example/a.jpg\r\nEND:VCARD\r\n")
    )
    assert told(report) == ["The photo is at an address on the network; it was not fetched."]
    assert rows(workspace, "SELECT photo, note FROM person") == [(None, "Photo: https://x.example/a.jpg")]


def test_a_cut_card_does_not_take_the_whole_ones_with_it(workspace, written, imported):
    path = written("cards.vcf", "BEGIN:VCARD\nFN:Half\nBEGIN:VCARD\nVERSION:3.0\nFN:Whole\nEND:VCARD\n")
    report = imported(path)
    assert rows(workspace, "SELECT name FROM person") == [("Whole",)]
    assert told(report) == ["This card is cut off: its end is missing."]
    assert path.with_name("cards.unread.vcf").read_text() == "BEGIN:VCARD\nFN:Half\n"


@pytest.mark.parametrize(
    ("start", "stored"),
    [
        (
            "DTSTART;TZID=Europe/Madrid:20260329T100000",
            ("2026-03-29", "10:00:00.000000", "Europe/Madrid", "2026-03-29 08:00:00.000000"),
        ),
        (
            "DTSTART;TZID=Romance Standard Time:20260328T100000",
            ("2026-03-28", "10:00:00.000000", "Europe/Paris", "2026-03-28 09:00:00.000000"),
        ),
        ("DTSTART:20260328T090000Z", ("2026-03-28", "10:00:00.000000", "Europe/Madrid", "2026-03-28 09:00:00.000000")),
        ("DTSTART:20260328T100000", ("2026-03-28", "10:00:00.000000", "Europe/Madrid", "2026-03-28 09:00:00.000000")),
        ("DTSTART;VALUE=DATE:20260328", ("2026-03-28", None, "Europe/Madrid", "2026-03-27 23:00:00.000000")),
    ],
)
def test_wall_time_and_zone_are_kept(start, stored, workspace, written, imported):
    imported(written("c.ics", calendar(event("UID:1", "SUMMARY:Visit", start))))
    assert rows(workspace, "SELECT day, start, time_zone, starts_at FROM meeting") == [stored]


def test_a_zone_that_nobody_knows_is_told(workspace, written, imported):
    report = imported(
        written("c.ics", calendar(event("UID:1", "SUMMARY:Visit", "DTSTART;TZID=Middle Earth:20260328T100000")))
    )
    assert told(report) == ["The time zone “Middle Earth” is not known here; Europe/Madrid was taken."]
    assert rows(workspace, "SELECT day, start FROM meeting") == [("2026-03-28", "10:00:00.000000")]


def test_a_series_with_its_exceptions(workspace, written, imported):
    series = event(
        "UID:s",
        "SUMMARY:Weekly",
        "DTSTART;TZID=Europe/Madrid:20260302T090000",
        "DTEND;TZID=Europe/Madrid:20260302T093000",
        "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=10",
        "EXDATE;TZID=Europe/Madrid:20260309T090000",
    )
    moved = event(
        "UID:s",
        "SUMMARY:Weekly (moved)",
        "RECURRENCE-ID;TZID=Europe/Madrid:20260316T090000",
        "DTSTART;TZID=Europe/Madrid:20260317T110000",
    )
    path = written("c.ics", calendar(moved, series))
    imported(path)
    assert rows(
        workspace,
        "SELECT title, rule, excluded, minutes, occurrence_on, series_id IS NOT NULL FROM meeting ORDER BY id",
    ) == [
        ("Weekly", "FREQ=WEEKLY;BYDAY=MO;COUNT=10", "2026-03-09", 30, None, 0),
        ("Weekly (moved)", None, None, None, "2026-03-16", 1),
    ]
    assert imported(path).unchanged == {"meetings": 2}


def test_extra_days_become_meetings_of_their_own(workspace, written, imported):
    imported(
        written(
            "c.ics",
            calendar(
                event("UID:1", "SUMMARY:Fair", "DTSTART;VALUE=DATE:20260401", "RDATE;VALUE=DATE:20260501,20260601")
            ),
        )
    )
    assert rows(workspace, "SELECT day FROM meeting ORDER BY day") == [
        ("2026-04-01",),
        ("2026-05-01",),
        ("2026-06-01",),
    ]


def test_the_same_identity_twice_is_one_event_and_the_newer_one_counts(workspace, written, imported):
    old = event("UID:1", "SEQUENCE:0", "SUMMARY:Visit", "DTSTART:20260401T100000")
    new = event("UID:1", "SEQUENCE:1", "SUMMARY:Visit", "DTSTART:20260402T100000")
    report = imported(written("c.ics", calendar(new, old)))
    assert rows(workspace, "SELECT day FROM meeting") == [("2026-04-02",)]
    assert told(report) == ["An entry with the same identity came before; that one was taken."]


def test_two_calendars_may_use_one_identity_for_different_events(workspace, written, imported):
    imported(written("a.ics", calendar(event("UID:1", "SUMMARY:Visit", "DTSTART:20260401T100000"))))
    imported(written("b.ics", calendar(event("UID:1", "SUMMARY:Sprint", "DTSTART:20260501T100000"))))
    assert len(rows(workspace, "SELECT 1 FROM meeting")) == 2


def test_an_event_that_moved_is_updated(workspace, written, imported):
    imported(written("a.ics", calendar(event("UID:1", "SUMMARY:Visit", "DTSTART:20260401T100000"))))
    report = imported(
        written("b.ics", calendar(event("UID:1", "SUMMARY:Visit", "DTSTART:20260402T110000"))), policy=Policy.UPDATE
    )
    assert report.updated == {"meetings": 1}
    assert rows(workspace, "SELECT day, start FROM meeting") == [("2026-04-02", "11:00:00.000000")]


def test_an_event_without_an_identity_is_not_doubled(workspace, written, imported):
    path = written("a.ics", calendar(event("SUMMARY:Visit", "DTSTART:20260401T100000")))
    imported(path)
    assert imported(path).unchanged == {"meetings": 1}


def test_good_events_come_in_and_bad_ones_are_told(workspace, written, imported):
    path = written(
        "c.ics",
        calendar(
            event("UID:1", "SUMMARY:No start"),
            event("UID:2", "SUMMARY:Good", "DTSTART:20260401T100000"),
            event("UID:3", "DTSTART;;VALUE=DATE:20260401"),
        ),
    )
    report = imported(path)
    assert rows(workspace, "SELECT title FROM meeting") == [("Good",)]
    assert [remark.line for remark in report.files[0].unread] == [3, 12]
    assert path.with_name("c.unread.ics").read_text().count("BEGIN:VEVENT") == 2


def test_guests_are_found_and_give_the_meeting_its_account(workspace, written, imported):
    imported(written("people.csv", "Name,Email,Company\nAna Ruiz,ana@acme.es,Acme\n"))
    imported(
        written(
            "c.ics",
            calendar(
                event(
                    "UID:1",
                    "SUMMARY:Visit",
                    "DTSTART:20260401T100000",
                    "ORGANIZER;CN=Me:mailto:me@us.es",
                    "ATTENDEE;CN=Ana:mailto:ANA@acme.es",
                    "ATTENDEE;CUTYPE=ROOM:mailto:room@us.es",
                )
            ),
        )
    )
    assert rows(
        workspace,
        "SELECT p.name, t.name FROM attendance t LEFT JOIN person p ON p.id = t.person_id ORDER BY t.position",
    ) == [(None, "Me"), ("Ana Ruiz", None)]
    assert rows(workspace, "SELECT a.name FROM meeting m JOIN account a ON a.id = m.account_id") == [("Acme",)]


def test_to_dos_become_actions(workspace, written, imported):
    todo = "BEGIN:VTODO\r\nUID:t\r\nSUMMARY:Send prices\r\nDUE;VALUE=DATE:20260401\r\nPRIORITY:1\r\nSTATUS:COMPLETED\r\nCOMPLETED:20260330T100000Z\r\nEND:VTODO\r\n"
    imported(written("c.ics", calendar(todo)))
    assert rows(workspace, "SELECT title, due, priority, state, done_on FROM action_item") == [
        ("Send prices", "2026-04-01", "high", "done", "2026-03-30")
    ]


def test_a_long_calendar_is_read_block_by_block(workspace, written, imported):
    events = [event(f"UID:{n}", f"SUMMARY:Call {n}", f"DTSTART:2026040{n % 9 + 1}T100000") for n in range(350)]
    assert imported(written("c.ics", calendar(*events))).created == {"meetings": 350}


def sample_counts(workspace):
    names = ("account", "member", "person", "meeting", "action_item")
    return {name: rows(workspace, f"SELECT count(*) FROM {name}")[0][0] for name in names}


def test_the_samples_of_other_programs(workspace, samples: Path):
    csv, cards = samples / "crm-sales", sorted((samples / "vcard").glob("*.vcf"))
    report = import_files(workspace, [csv / "accounts.csv", csv / "sales_teams.csv", *cards], Options())
    assert [file.error for file in report.files if file.error] == []
    assert sample_counts(workspace) == {"account": 90, "member": 35, "person": 12, "meeting": 0, "action_item": 0}
    assert rows(workspace, "SELECT count(*) FROM account WHERE parent_id IS NOT NULL") == [(15,)]
    assert rows(
        workspace, "SELECT revenue, currency, founded, employees FROM account WHERE name = 'Acme Corporation'"
    ) == [(110_004_000_000, "USD", 1996, 2822)]
    assert rows(workspace, "SELECT count(*) FROM person WHERE photo IS NOT NULL") == [(3,)]
    assert ("phone", "home fax", "905-888-1234") in rows(workspace, "SELECT kind, label, value FROM contact_point")


def test_the_calendars_of_other_programs(workspace, samples: Path):
    report = import_files(workspace, sorted((samples / "ics").glob("*.ics")), Options())
    broken = {file.source for file in report.files if file.error}
    assert broken == {
        "big_bad_calendar.ics",
        "bom_calendar.ics",
        "broken_ical.ics",
        "empty.ics",
        "rfc_5545_RDATE_example.ics",
    }
    assert all(file.error.sentence(ENGLISH).find(file.source) >= 0 for file in report.files if file.error)
    assert sample_counts(workspace) == {"account": 0, "member": 0, "person": 0, "meeting": 18, "action_item": 1}
    again = import_files(workspace, sorted((samples / "ics").glob("*.ics")), Options())
    assert (again.created.total(), again.updated.total()) == (0, 0)

"""The one-page ask and the draft of its mail: what is needed and at stake, and nothing that is nobody's business."""

from dataclasses import fields, replace
from datetime import date
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.papers.sample import ASK
from tests.report.printed import flat, needs_poppler, printed
from tests.support.books import demo_workspace
from tests.support.papers import text_of
from workbench.accounts.commands import add_account
from workbench.cli import main
from workbench.kam.model import Request
from workbench.kam.requests.commands import edit_request
from workbench.kam.requests.queries import request_named
from workbench.kernel.clock import clock_at
from workbench.kernel.formats import Formats
from workbench.papers.ask.document import write_ask
from workbench.papers.ask.mail import file_name, mail_draft
from workbench.papers.ask.queries import ask_view
from workbench.papers.printing import Job, ask
from workbench.report.press import Press

pytestmark = needs_poppler
TODAY = date(2026, 3, 10)
EN = Press(Formats.of("en"))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    with demo_workspace(tmp_path_factory.mktemp("demo"), "en", clock_at(TODAY, "Europe/Madrid")) as made:
        yield made


def asked(workspace, name):
    with workspace.read() as session:
        key = request_named(session, name)
        assert key is not None
        return ask_view(session, key, TODAY)


def read(draft):
    return message_from_bytes(draft.content, policy=policy.default)


def test_the_page_says_for_whom_by_when_and_what_is_at_stake(workspace):
    text = flat(printed(write_ask, asked(workspace, "Telematics case"), EN))
    for said in (
        "Iberlogística Grupo",
        "Marketing · Lucía Gómez",
        "Thursday 12 March 2026 – in 2 working days",
        "The cold stores decide on the trial at the steering committee.",
        "Two pages, the client's figures, no product names.",
        "Yes, but by another day:",
        "INTERNAL – for our own departments.",
    ):
        assert said in text


def test_an_answered_request_prints_its_answer_without_the_mails_below_it(workspace):
    text = flat(printed(write_ask, asked(workspace, "Failure log"), EN))
    assert "Log attached, 214 entries." in text
    assert "wrote:" not in text
    assert "Yes, by the day above." not in text
    assert "Answered Monday 8 December 2025 – in time" in text
    late = flat(printed(write_ask, asked(workspace, "Logo and quote"), EN))
    assert "Answered Tuesday 13 January 2026 – 4 working days late" in late


def test_a_view_has_no_room_for_assessments_or_cost():
    known = {field.name for field in fields(ASK)}
    assert known.isdisjoint({"attitude", "influence", "health", "cost", "margin", "revenue", "invoiced", "escalation"})


def test_another_client_in_the_text_is_pointed_out(workspace):
    with workspace.read() as session:
        key = request_named(session, "Charger data")
    assert key is not None
    workspace.do(add_account, "Transportes Lejanos")
    workspace.do(edit_request, key, details="As we did for Transportes Lejanos, and not for Iberlogística Grupo.")
    with workspace.read() as session:
        document = ask(session, key, Job("en", "a4", workspace.clock))
    assert document.warnings == ["The text names another client: Transportes Lejanos."]
    workspace.undo()
    workspace.undo()


def test_a_mail_is_a_draft_to_whoever_was_asked_with_the_page_attached(workspace):
    view = asked(workspace, "Spare batteries")
    message = read(mail_draft(view, EN))
    assert message["X-Unsent"] == "1"
    assert message["To"].addresses[0].addr_spec == "irene.rey@velmar.example"
    assert message["From"].addresses[0].display_name == "Marta Ibáñez"
    assert message["Subject"] == "Iberlogística Grupo: Spare batteries for the night shift"
    body = message.get_body(("plain",)).get_content()
    assert "Every night without spares costs the client two hours of picking." in body
    (attached,) = message.iter_attachments()
    assert attached.get_content_type() == "application/pdf"
    assert attached.get_filename() == file_name(view, ".pdf")
    assert attached.get_content().startswith(b"%PDF")


def test_a_spanish_mail_is_spanish(workspace):
    body = read(mail_draft(ASK, Press(Formats.of("es")))).get_body(("plain",)).get_content()
    assert body.startswith("Hola, Irene Rey:")
    assert "Para cuándo: viernes, 13 de marzo de 2026, en 3 días laborables." in body


@pytest.mark.parametrize("breaking", ["\r\n", "\n", "\r", "\u2028", "\x0b", "\x85"])
def test_a_line_break_in_a_header_begins_no_other_one(breaking):
    evil = f"Kit{breaking}Bcc: spy@evil.example{breaking}{breaking}Body"
    message = read(mail_draft(replace(ASK, title=evil, account=evil, asked_by=evil, reader=evil), EN))
    assert message["Bcc"] is None
    assert [
        key for key in message if key not in ("Subject", "To", "From", "X-Unsent", "MIME-Version", "Content-Type")
    ] == []
    assert message["To"].addresses[0].addr_spec == "irene.rey@velmar.example"


@pytest.mark.parametrize(
    "email",
    ["", "nobody", "a@b.example\r\nBcc: spy@evil.example", "a@b.example, spy@evil.example", "a b@c.example", "<a@b.c>"],
)
def test_what_is_no_address_goes_to_nobody_and_is_said(email):
    draft = mail_draft(replace(ASK, email=email), EN)
    message = read(draft)
    assert message["To"] is None
    assert message["Bcc"] is None
    assert len(draft.warnings) == 1
    assert "goes to nobody yet." in draft.warnings[0]


def test_a_file_is_named_in_letters_every_system_takes():
    assert file_name(replace(ASK, account="Ñandú/..", title='a:b*"<c>'), ".eml") == "nandu - abc.eml"
    assert file_name(replace(ASK, account="", title="???"), ".pdf") == "request.pdf"


def test_the_command_line_prints_and_drafts(workspace, tmp_path: Path, capsys):
    file = str(workspace.book.path)
    for name in ("ask.pdf", "ask.eml", "ask.html"):
        main(["ask", "spare batt", "--in", file, "--to", str(tmp_path / name), "--today", "2026-03-10"])
    assert "Spare batteries for the night shift" in text_of(tmp_path / "ask.pdf")
    assert read_file(tmp_path / "ask.eml")["To"].addresses[0].addr_spec == "irene.rey@velmar.example"
    assert main(["ask", "no such", "--in", file, "--to", str(tmp_path / "x.pdf")]) != 0
    assert "There is no request “no such”." in capsys.readouterr().err
    assert main(["ask", "spare batt", "--in", file, "--to", str(tmp_path / "x.portfolio")]) != 0
    main(["list", "requests", "--in", file, "--where", "state=escalated"])
    listed = capsys.readouterr().out
    assert "Charger data of Zaragoza, six months" in listed
    assert "Spare batteries" not in listed


def read_file(path: Path):
    return message_from_bytes(path.read_bytes(), policy=policy.default)


def test_a_request_is_named_by_title_part_or_identity(workspace):
    with workspace.read() as session:
        key = session.scalar(select(Request.id).where(Request.title.startswith("Charger")))
        assert request_named(session, str(key)) == key
        assert request_named(session, "zaragoza") == key
        assert request_named(session, "9" * 40) is None
        assert request_named(session, " ") is None

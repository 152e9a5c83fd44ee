"""A request as the draft of a mail, with its page attached: any mail program opens it, none has sent it yet."""

import re
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from workbench.kernel.files import check_ending, replace_file
from workbench.kernel.folding import fold
from workbench.kernel.words import N_
from workbench.papers.ask.document import write_ask
from workbench.papers.ask.views import AskView
from workbench.report.press import Press

# only the shape: whether somebody reads it, nobody can know offline
ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
LONGEST = 200  # letters of a subject


@dataclass(frozen=True)
class Draft:
    """The file of a draft, and what is missing in it as sentences."""

    content: bytes
    warnings: tuple[str, ...] = ()

    def write(self, target: BinaryIO | Path) -> None:
        """Put the draft into a file, whole or not at all, or into a stream; CannotWrite where that fails."""
        if isinstance(target, Path):
            check_ending(target, ".eml")
            with replace_file(target) as file:
                file.write(self.content)
        else:
            target.write(self.content)


def mail_draft(ask: AskView, press: Press) -> Draft:
    """The draft of a mail in the language of the press; line breaks in a header never begin another one."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _flat(": ".join(part for part in (ask.account, ask.title) if part))[:LONGEST]
    to, sender = _address(ask.reader, ask.email), _address(ask.asked_by, ask.asked_by_email)
    if to:
        message["To"] = to
    if sender:
        message["From"] = sender
    # Outlook opens a file with this as something to be sent
    message["X-Unsent"] = "1"
    message.set_content(_body(ask, press))
    pdf = BytesIO()
    write_ask(ask, press, pdf)
    message.add_attachment(pdf.getvalue(), maintype="application", subtype="pdf", filename=file_name(ask, ".pdf"))
    return Draft(message.as_bytes(), () if to else (_no_address(ask, press),))


def file_name(ask: AskView, ending: str) -> str:
    """What the file is called: the account and the request, in letters that every system takes."""
    parts = [ask.account, ask.title]
    text = fold(" - ".join(part for part in parts if part))
    safe = "".join(letter if letter.isascii() and (letter.isalnum() or letter in " -") else "" for letter in text)
    return f"{' '.join(safe.split())[:100].strip(' -') or 'request'}{ending}"


def _body(ask: AskView, press: Press) -> str:
    words, say = press.words, press.say
    parts = [say(N_("Dear {name}:"), name=ask.reader) if ask.reader else say(N_("To whom it concerns:"))]
    client = ask.account or say(N_("a client"))
    parts.append(say(N_("for {account} we need from {department}:"), account=client, department=ask.department))
    parts.append(ask.title if not ask.details else f"{ask.title}\n{ask.details}")
    if ask.due is not None and ask.days is not None and ask.days >= 0:
        day = press.formats.long_day(ask.due)
        parts.append(
            words.many("By when: {day}, in {n} working day.", "By when: {day}, in {n} working days.", ask.days, day=day)
        )
    elif ask.due is not None:
        parts.append(say(N_("It was due on {day}."), day=press.formats.long_day(ask.due)))
    if ask.stake:
        parts.append(say(N_("What is at stake for the client: {stake}"), stake=ask.stake))
    parts.append(say(N_("Please answer with yes, with another day, or with no and why. The page is attached.")))
    parts.append("\n".join(part for part in (ask.asked_by, ask.asked_by_title) if part))
    return "\n\n".join(part for part in parts if part) + "\n"


def _address(name: str, email: str) -> Address | None:
    """An address with its name; None where there is none, or what stands there is none."""
    if not ADDRESS.fullmatch(email.strip()):
        return None
    return Address(_flat(name), addr_spec=email.strip())


def _no_address(ask: AskView, press: Press) -> str:
    if ask.email:
        return press.say(
            N_("“{email}” is no e-mail address: the draft goes to nobody yet."), email=_flat(ask.email)[:80]
        )
    return press.say(
        N_("Nobody of {department} has an e-mail address: the draft goes to nobody yet."), department=ask.department
    )


def _flat(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())

"""An answer as it was pasted from a mail: what was written now, and the history that hangs below it."""

import re
from dataclasses import dataclass

# the lines with which mail programs begin what was written before, in English and Spanish
_BEGINS = re.compile(
    r"^\s*(?:"
    r"-{2,}\s*(?:original message|forwarded message|mensaje original|mensaje reenviado)\b.*"
    r"|(?:on|el)\b.{4,200}\b(?:wrote|escribió):"
    r"|_{10,}"
    r")\s*$",
    re.IGNORECASE,
)
_SENDER = re.compile(r"^\s*\*?(?:from|de):", re.IGNORECASE)
_SENT = re.compile(r"^\s*\*?(?:sent|date|to|enviado|fecha|para|enviado el):", re.IGNORECASE)


@dataclass(frozen=True)
class Answer:
    """What somebody wrote, and the quoted mails below it."""

    text: str
    history: str = ""


def answer_of(pasted: str) -> Answer:
    """Part an answer from the mails it quotes; where nothing would be left, nothing is cut."""
    lines = pasted.splitlines()
    for place, line in enumerate(lines):
        if _is_history(lines, place, line):
            text = "\n".join(lines[:place]).strip()
            return Answer(text, "\n".join(lines[place:]).strip()) if text else Answer(pasted.strip())
    return Answer(pasted.strip())


def _is_history(lines: list[str], place: int, line: str) -> bool:
    if _BEGINS.match(line[:400]):
        return True
    following = lines[place + 1] if place + 1 < len(lines) else ""
    if _SENDER.match(line[:400]) and _SENT.match(following[:400]):
        return True
    # an answer between quoted lines is no history: only what is quoted to the end is
    return line.startswith(">") and all(not rest.strip() or rest.startswith(">") for rest in lines[place:])

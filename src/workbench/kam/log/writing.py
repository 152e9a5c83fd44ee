"""How one typed line becomes an entry: its kind by the first letter or word, the rest its title and text."""

from dataclasses import dataclass

from workbench.kam.model import LogKind
from workbench.kernel.folding import fold
from workbench.kernel.words import Words

LONGEST = 160  # letters of a title
SHORTEST = 4  # letters of a word that names a kind
LETTERS = {"d": LogKind.DECISION, "i": LogKind.ISSUE, "c": LogKind.CONFLICT, "n": LogKind.NOTE}


@dataclass(frozen=True)
class Written:
    """What a line says; `text` holds the whole of one that is too long for a title."""

    kind: LogKind
    title: str
    text: str | None = None


def written(line: str, usual: LogKind, words: Words) -> Written:
    """The entry that a line means: "d …" or "decision: …", in the language of `words`; else one of the usual kind."""
    kind, rest = _kind_of(line.strip(), words)
    title, text = titled(rest)
    return Written(kind or usual, title, text)


def titled(line: str) -> tuple[str, str | None]:
    """A title of one line, and the whole text where there is more than that."""
    first, _, more = line.strip().partition("\n")
    first = " ".join(first.split())
    if len(first) <= LONGEST:
        return first, line.strip() if more.strip() else None
    cut = first[:LONGEST].rsplit(" ", 1)[0] if " " in first[:LONGEST] else first[: LONGEST - 1]
    return f"{cut.rstrip(' ,;:')}…", line.strip()


def _kind_of(line: str, words: Words) -> tuple[LogKind | None, str]:
    head, colon, rest = line.partition(":")
    if colon and rest.strip():
        said = fold(head).strip()
        if said in LETTERS:
            return LETTERS[said], rest.strip()
        for kind in LogKind:
            # "note:" will do for a note of the team
            names = f"{fold(kind.label)} {fold(words(kind.label))}".split()
            if len(said) >= SHORTEST and said in names:
                return kind, rest.strip()
    # "I need a crane" is no issue
    if line[1:2] == " " and line[:1] in LETTERS and line[2:].strip():
        return LETTERS[line[:1]], line[2:].strip()
    return None, line

"""The lines that vCard and iCalendar share: folded lines made whole, blocks between BEGIN and END."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Block:
    """What stands between a BEGIN and its END: the number of its first line, its lines, whether the END was there."""

    name: str
    line: int
    lines: list[str] = field(default_factory=list)
    is_whole: bool = False

    @property
    def raw(self) -> str:
        return "\n".join(self.lines) + "\n"


def blocks_of(text: str, names: frozenset[str]) -> Iterator[Block]:
    """The blocks of these names, in order; one that is never closed ends where the next one begins."""
    current: Block | None = None
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), start=1):
        word, _, name = line.strip().upper().partition(":")
        name = name.strip()
        if word == "BEGIN" and name in names:
            if current:
                yield current
            current = Block(name, number, [line])
        elif current:
            current.lines.append(line)
            if word == "END" and name == current.name:
                current.is_whole = True
                yield current
                current = None
    if current:
        yield current


def unfolded(lines: list[str], first: int) -> Iterator[tuple[int, str]]:
    """The logical lines of a block with the numbers they begin on; quoted-printable ones are joined as well."""
    number, parts, is_printable = 0, [""], False
    for at, line in enumerate(lines, start=first):
        if not line.strip():
            if is_printable:
                # a soft break with nothing behind it ends the line
                parts[-1], is_printable = parts[-1].removesuffix("="), False
            continue
        if is_printable and parts[-1].endswith("="):
            parts[-1] = parts[-1][:-1]
            parts.append(line.lstrip(" \t") if line[0] in " \t" else line)
        elif line[0] in " \t" and parts != [""]:
            parts.append(line[1:])
        else:
            if parts != [""]:
                yield number, "".join(parts)
            number, parts = at, [line]
            is_printable = "quoted-printable" in line.partition(":")[0].lower()
    if parts != [""]:
        yield number, "".join(parts)

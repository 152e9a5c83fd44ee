"""The catalogues: `extract` the texts of the program, `merge` new translations, `compile` for a fast start, `missing`.

python tools/words.py merge FILE.tsv…   each line: English <tab> Spanish, or one <tab> many <tab> uno <tab> varios
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from workbench.kernel.words import compile_catalogue

ROOT = Path(__file__).resolve().parents[1]
SPANISH = ROOT / "resources/locale/es/LC_MESSAGES/workbench.po"
# N_("…") marks; words("…") and words.many("…", "…", n) speak
KEYWORDS = {"N_": None, "words": None, "_words": None, "many": (1, 2)}


def texts() -> Catalog:
    """Every text that the source marks or speaks."""
    found = Catalog(charset="utf-8")
    rows = extract_from_dir(str(ROOT / "src"), [("**.py", "python")], keywords=KEYWORDS)
    for name, _line, message, _comments, _context in sorted(rows, key=lambda row: (row[0], row[1])):
        if message and all(message):
            found.add(message, locations=[(name, 1)])
    return found


def spanish() -> Catalog:
    """The Spanish catalogue as it stands."""
    if not SPANISH.exists():
        return Catalog(locale="es", charset="utf-8", fuzzy=False)
    with SPANISH.open("rb") as file:
        return read_po(file, locale="es")


def extract() -> None:
    """Bring the Spanish catalogue's list of texts up to date; what is new stays empty, and so does what is a guess."""
    catalogue = spanish()
    catalogue.update(texts(), no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    for message in catalogue:
        if message.id and message.fuzzy:
            message.flags.discard("fuzzy")
            message.string = "" if isinstance(message.id, str) else ("", "")
    _write(catalogue)


def merge(files: list[Path]) -> None:
    """Fill in translations from tab-separated files."""
    extract()
    catalogue = spanish()
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            parts = [part.replace("\\n", "\n") for part in line.split("\t")]
            key = parts[0] if len(parts) == 2 else tuple(parts[:2])
            message = catalogue.get(key if isinstance(key, str) else key[0])
            if message and len(parts) in (2, 4) and not _is_said(message.string):
                message.string = parts[1] if len(parts) == 2 and isinstance(message.id, str) else tuple(parts[2:4])
    _write(catalogue)


def compile_() -> None:
    """Write the machine form beside each catalogue."""
    for source in (ROOT / "resources/locale").glob("*/LC_MESSAGES/*.po"):
        source.with_suffix(".mo").write_bytes(compile_catalogue(source))


def missing() -> list[str]:
    """English texts that Spanish does not say yet."""
    catalogue = spanish()
    wanted = [m.id if isinstance(m.id, str) else m.id[0] for m in texts() if m.id]
    return [text for text in wanted if text and not ((said := catalogue.get(text)) and _is_said(said.string))]


def _is_said(string: object) -> bool:
    return all(string) if isinstance(string, (tuple, list)) else bool(string)


def _write(catalogue: Catalog) -> None:
    SPANISH.parent.mkdir(parents=True, exist_ok=True)
    catalogue.header_comment = "# What Account workbench says, in Spanish."
    catalogue.project, catalogue.version = "account-workbench", "1"
    catalogue.msgid_bugs_address = catalogue.last_translator = ""
    catalogue.language_team, catalogue.revision_date = "es", catalogue.creation_date
    # Babel calls a head without a translator a guess
    catalogue.fuzzy = False
    out = BytesIO()
    write_po(out, catalogue, width=120, no_location=True, sort_output=True, ignore_obsolete=True)
    SPANISH.write_bytes(out.getvalue())


def main(arguments: list[str]) -> int:
    """Do what was asked; `missing` prints what is not translated and fails if there is something."""
    asked = arguments[0] if arguments else "extract"
    if asked == "compile":
        compile_()
    elif asked == "merge":
        merge([Path(name) for name in arguments[1:]])
    elif asked == "missing":
        left = missing()
        print("\n".join(left))
        return bool(left)
    else:
        extract()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

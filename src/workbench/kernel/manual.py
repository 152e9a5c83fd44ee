"""The manual that comes with the program: Markdown, one file for each language."""

from dataclasses import dataclass
from pathlib import Path

from workbench.kernel import paths


@dataclass(frozen=True)
class Manual:
    """Its text, and the folder its pictures are found from."""

    text: str
    folder: Path


def manual(language: str) -> Manual:
    """The manual in a language, in English where there is none; empty where it was not delivered."""
    folder = paths.documents() / "manual"
    file = next((file for name in (language, "en") if (file := folder / f"{name}.md").exists()), None)
    return Manual(file.read_text(encoding="utf-8") if file else "", folder)

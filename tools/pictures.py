"""`make pictures`: the pictures of the README and the manual, taken from the program itself."""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
WORKBENCH = str(ROOT / ".venv/bin/workbench")
DAY = "2026-03-10"
COLOURS = 128
ACCOUNT = "Iberlogística Grupo"
SHOTS = (
    ("today", "light"),
    ("capture", "light"),
    ("account", "light"),
    ("accounts", "dark"),
    ("plan", "light"),
    ("meeting", "light"),
    ("import", "light"),
    ("print", "light"),
    ("board", "dark"),
    ("portfolio", "light"),
    ("raci", "light"),
    ("skills", "light"),
)


def main() -> int:
    """Take every picture in both languages; the exit code of the first that fails."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for language in ("en", "es"):
        for page, theme in SHOTS:
            target = PICTURES / f"{page}-{language}.png"
            looks = ["--theme", theme, "--language", language, "--size", "1280x800", "--today", DAY]
            code = _run("picture", page, "--demo", "--to", str(target), *looks)
            if code:
                return code
            _shrink(target)
        code = _papers(language)
        if code:
            return code
    return 0


def _shrink(picture: Path) -> None:
    """Write a picture in as few colours as nobody misses: a third of its size."""
    with Image.open(picture) as whole:
        small = whole.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(picture, optimize=True)


def _papers(language: str) -> int:
    """The first pages of the plan and the brief, as pictures."""
    with TemporaryDirectory() as folder:
        demo = Path(folder) / "demo.portfolio"
        common = ["--language", language, "--today", DAY]
        code = _run("new", str(demo), "--demo", "--plain", *common)
        for kind, call in (("plan", ["plan", ACCOUNT]), ("brief", ["brief", "--next", ACCOUNT])):
            pdf = Path(folder) / f"{kind}.pdf"
            code = code or _run(*call, "--in", str(demo), "--to", str(pdf), *common)
            if not code:
                page = "3" if kind == "plan" else "1"
                stem = str(PICTURES / f"paper-{kind}-{language}")
                draw = ["pdftoppm", "-r", "70", "-png", "-f", page, "-l", page, "-singlefile", str(pdf), stem]
                subprocess.run(draw, check=True)
    return code


def _run(*words: str) -> int:
    return subprocess.run([WORKBENCH, *words], check=False, stdout=subprocess.DEVNULL).returncode


if __name__ == "__main__":
    sys.exit(main())

"""Reading printed files back with poppler, as another program sees them."""

import re
import shutil
import subprocess
from dataclasses import fields, is_dataclass, replace
from io import BytesIO
from pathlib import Path

import pytest

needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")


def _run(command, data, *options):
    return subprocess.run([command, *options], input=data, capture_output=True, check=True).stdout


def text_of(pdf, *options):
    """The text of a PDF in reading order, pages parted by form feeds."""
    return _run("pdftotext", pdf, *options, "-", "-").decode()


def flat(pdf):
    """The text with every run of blanks as one, for sentences that were broken into lines."""
    return " ".join(text_of(pdf).split())


def pages_of(pdf):
    return text_of(pdf, "-layout").split("\f")[:-1]


def told_by(command, pdf, tmp_path):
    path = Path(tmp_path) / "printed.pdf"
    path.write_bytes(pdf)
    return subprocess.run([command, str(path)], capture_output=True, check=True, text=True).stdout


def outline_of(pdf, tmp_path):
    """The bookmarks with their pages."""
    path = Path(tmp_path) / "printed.pdf"
    path.write_bytes(pdf)
    xml = subprocess.run(
        ["pdftohtml", "-xml", "-i", "-stdout", str(path)], capture_output=True, check=True, text=True
    ).stdout
    return [(title, int(page)) for page, title in re.findall(r'<item page="(\d+)">(.*?)</item>', xml)]


def printed(write, view, press, **options):
    """What one of our documents is as a file."""
    stream = BytesIO()
    write(view, press, stream, **options)
    return stream.getvalue()


def reworded(view, change, kept=("currency", "version", "zone")):
    """A view with every text changed, however deep."""
    if isinstance(view, str):
        return change(view)
    if isinstance(view, tuple):
        return tuple(reworded(part, change, kept) for part in view)
    if is_dataclass(view):
        named = {field.name: getattr(view, field.name) for field in fields(view) if field.name not in kept}
        return replace(view, **{name: reworded(value, change, kept) for name, value in named.items()})
    return view


HOSTILE = {
    "markup": lambda text: f"{text} <b>x</b> & <img src='/etc/hostname'/> </para> &amp; <a href='http://x'>y</a>",
    "ninety letters": lambda text: (
        text + " Cooperativa Hortofrutícola Nuestra Señora del Valle de Abajo, S. Coop. And."
    )[:90],
    "a long paragraph": lambda text: f"{text} " + "Párrafo de cuatro mil letras con acentos y eñes. " * 80,
    "one endless word": lambda text: (text.replace(" ", "") * 10_000)[:10_000],
    "emoji": lambda text: f"{text} 🚀👨‍👩‍👧✅",
    "right to left": lambda text: f"{text} שלום עולם مرحبا \u202eabc\u202c",
    "control characters": lambda text: f"{text}\x00\x07\x1b[31m\ufeff\u200b\r\nnext\tline\u2028end",
    "decomposed accents": lambda text: f"{text} e\u0301 n\u0303 A\u030a",
    "only blanks": lambda text: "   \n ",
    "empty": lambda text: "",
}

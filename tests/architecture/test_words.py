"""The Spanish catalogue says everything that the program says, and says it well."""

import re
import string
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tools import words as tools  # noqa: E402

TEXTS = [message for message in tools.texts() if message.id]
SPANISH = tools.spanish()


def _forms(entry: object) -> list[str]:
    return list(entry) if isinstance(entry, (tuple, list)) else [str(entry)]


def test_every_text_is_said_in_spanish() -> None:
    assert not tools.missing()


def test_no_translation_is_a_guess() -> None:
    assert not [message.id for message in SPANISH if message.fuzzy and message.id]


def test_places_for_values_are_the_same_in_both_languages() -> None:
    wrong = []
    for message in SPANISH:
        if message.id:
            wanted = {name for _, name, _, _ in string.Formatter().parse(_forms(message.id)[-1]) if name}
            for said in _forms(message.string):
                named = {name for _, name, _, _ in string.Formatter().parse(said) if name}
                if said and not named <= wanted | {"n"}:
                    wrong.append((message.id, said))
    assert not wrong


def test_the_demo_and_the_catalogue_can_be_printed() -> None:
    from workbench.report.letters import missing_letters

    texts = [form for message in SPANISH for entry in (message.id, message.string) for form in _forms(entry)]
    texts += [file.read_text(encoding="utf-8") for file in (ROOT / "resources/demo").glob("*.toml")]
    assert missing_letters(texts) == ()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_locks_carry_names_versions_and_hashes_only(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert all(
        "--hash=sha256:" in text.split(line, 1)[1][:400] for line in re.findall(r"^[a-z].*==.*$", text, re.M)[:5]
    )


def test_the_project_names_no_package_host() -> None:
    hosts = "pypi" + r"\.org|python" + "hosted|registry" + r"\.npmjs"
    found = subprocess.run(
        ["git", "grep", "-nIE", hosts, "--", "."], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert found.stdout == ""

"""What the project installs is locked for every platform, and names no host."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
# written in pieces, or this file would name them
HOSTS = re.compile("|".join(("pypi" + r"\.org", "python" + "hosted", "registry" + r"\.npmjs", "/opt/" + "pypi")))
OURS = ("src", "tests", "tools", "resources", "docs", "benchmarks", "packaging", ".ci")


def _entries(lock: str) -> dict[str, str]:
    """Name and version → everything that is said about it."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {entry.split(" ", 1)[0]: entry for entry in re.split(r"\n(?=\S)", text) if not entry.startswith("#")}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "@" not in text
    assert "--find-links" not in text
    assert "index" not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_locked_has_one_version_and_hashes(lock: str) -> None:
    entries = _entries(lock)
    assert [name for name, entry in entries.items() if "==" not in name or "--hash=sha256:" not in entry] == []
    assert len({name.split("==")[0] for name in entries}) == len(entries)


@pytest.mark.parametrize(
    "name", ["pyside6-essentials", "pyside6-addons", "sqlcipher3", "sqlalchemy", "python-calamine"]
)
def test_what_is_compiled_is_locked_for_every_platform(name: str) -> None:
    entry = next(entry for key, entry in _entries("requirements.lock").items() if key.startswith(f"{name}=="))
    # Linux on two processors, macOS, Windows on two processors; none of them could be built here
    assert entry.count("--hash") >= 4


def test_the_tests_run_on_what_the_program_runs_on() -> None:
    run, tested = (_entries(lock) for lock in LOCKS)
    assert set(run) <= set(tested)


def test_every_named_dependency_is_locked() -> None:
    locked = {name.split("==")[0] for name in _entries("requirements-dev.lock")}
    wanted = {name for file in ("requirements.in", "requirements-dev.in") for name in _named(ROOT / file)}
    assert wanted - locked == set()


def _named(file: Path) -> Iterator[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return (re.split(r"[<>=]", line)[0].lower() for line in lines if line and not line.startswith(("#", "-")))


def test_the_project_names_no_package_host() -> None:
    files = [file for folder in OURS for file in (ROOT / folder).rglob("*") if file.is_file()]
    files += [file for file in ROOT.iterdir() if file.is_file()]
    texts = (file for file in files if file.suffix not in {".png", ".ttf", ".otf", ".mo", ".pyc"})
    assert [str(file) for file in texts if HOSTS.search(file.read_text(encoding="utf-8", errors="replace"))] == []

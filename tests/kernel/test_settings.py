"""Settings are kept; broken ones never stop a start."""

import json
import os
import stat
from pathlib import Path

import pytest

from workbench.kernel.settings import IS_DEMO, LANGUAGE, ROLE, TEXT_SIZE, THEME, Settings, change_setting, of_portfolio
from workbench.kernel.workspace import Workspace

BROKEN = (
    b"",
    b"\0" * 100,
    b"{",
    b"[]",
    b"null",
    b'"dark"',
    b"12",
    b'{"theme": "dark"',
    b"\xff\xfe\x00",
    b"theme=dark",
    b"<xml/>",
    b'{"a":' * 5000,
    b"\x80\x04\x95pickle",
)
SENSELESS = (
    {"theme": 5},
    {"theme": None},
    {"theme": "plaid"},
    {"theme": ["dark"]},
    {"text_size": "large"},
    {"text_size": True},
    {"language": "xx"},
    {"language": {"en": 1}},
)


@pytest.mark.parametrize("content", BROKEN, ids=range(len(BROKEN)))
def test_a_broken_file_means_defaults(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    chosen = Settings(file)
    assert chosen.was_broken
    assert (chosen.get(THEME), chosen.get(TEXT_SIZE), chosen.get(LANGUAGE)) == ("system", 100, "")


@pytest.mark.parametrize("values", SENSELESS, ids=str)
def test_a_value_without_sense_is_the_default(tmp_path: Path, values: dict[str, object]) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps(values))
    chosen = Settings(file)
    assert not chosen.was_broken
    assert (chosen.get(THEME), chosen.get(TEXT_SIZE), chosen.get(LANGUAGE)) == ("system", 100, "")


def test_what_was_set_is_there_next_time_and_what_others_wrote_stays(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "settings.json"
    Settings(file).note("geometry", [1, 2, 3, 4])
    Settings(file).set(THEME, "dark")
    again = Settings(file)
    assert (again.get(THEME), again.noted("geometry")) == ("dark", [1, 2, 3, 4])


def test_a_place_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    chosen = Settings(tmp_path / "file" / "settings.json")
    chosen.set(THEME, "dark")
    assert chosen.get(THEME) == "dark"


def test_a_portfolio_s_own_settings_travel_with_it_and_can_be_undone(workspace: Workspace) -> None:
    workspace.do(change_setting, ROLE, "kam")
    with workspace.read() as session:
        assert (of_portfolio(session, ROLE), of_portfolio(session, IS_DEMO)) == ("kam", False)
    workspace.undo()
    with workspace.read() as session:
        assert of_portfolio(session, ROLE) == "am"


def test_a_device_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    pipe = tmp_path / "settings.json"
    os.mkfifo(pipe)
    settings = Settings(pipe)
    settings.set(THEME, "dark")
    assert settings.get(THEME) == "dark"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    before = Path(os.devnull).stat().st_ino
    Settings(Path(os.devnull)).note("window", [0, 0, 1, 1])
    assert Path(os.devnull).stat().st_ino == before

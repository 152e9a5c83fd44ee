"""The day sheet on paper: every meeting with where and with whom, what is late, room to write, a mark to fold."""

from datetime import date
from pathlib import Path

import pytest

from tests.report.printed import needs_poppler
from tests.support.papers import pages_of, text_of
from workbench.cli import main

pytestmark = needs_poppler


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    path = tmp_path / "demo.portfolio"
    assert main(["new", str(path), "--plain", "--demo", "--today", "2026-03-10", "--language", "en"]) == 0
    return path


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_a_day_with_its_meetings(demo: Path, tmp_path: Path, paper: str) -> None:
    out = tmp_path / "day.pdf"
    common = ["--in", str(demo), "--to", str(out), "--today", "2026-03-10", "--paper", paper]
    assert main(["daysheet", *common, "--language", "en"]) == 0
    text = text_of(out)
    for said in ("Tuesday 10 March 2026", "08:00–09:00", "Zaragoza, gate B", "Ana Cortés", "days late", "DEMO DATA"):
        assert said in text
    assert pages_of(out) <= 3


def test_the_same_day_in_spanish_is_the_same_file_twice(demo: Path, tmp_path: Path) -> None:
    files = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for out in files:
        call = ["daysheet", "--in", str(demo), "--to", str(out), "--today", "2026-03-10", "--language", "es"]
        assert main(call) == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    assert "Hoja del día" in text_of(files[0])


def test_a_day_without_meetings_is_a_page_to_write_on(demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "sunday.pdf"
    day = date(2030, 3, 10).isoformat()
    call = ["daysheet", "--in", str(demo), "--to", str(out), "--today", day, "--language", "en"]
    assert main(call) == 0
    assert "No meetings today." in text_of(out)
    assert main([*call, "--day", day]) == 0

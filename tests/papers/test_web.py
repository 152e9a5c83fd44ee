"""The same documents as web pages: headings, tables, texts for drawings, and nothing that reaches out."""

import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.papers import sample
from tests.plans.report.sample import PLAN
from tests.report.printed import HOSTILE, reworded
from workbench.cli import main
from workbench.kernel.formats import Formats
from workbench.papers.action_list.document import write_action_list
from workbench.papers.brief.document import write_brief
from workbench.papers.onepager.document import write_onepager
from workbench.plans.report.document import SECTIONS, write_plan
from workbench.report.press import Press

EVERY = [
    (write_plan, PLAN),
    (write_brief, sample.BRIEF),
    (write_onepager, sample.ONE_PAGER),
    (write_action_list, sample.ACTION_LIST),
]
VOID = {"meta", "br", "hr"}


class Reader(HTMLParser):
    """Reads a page as a screen reader would: headings, tables and drawings; notes what is not closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self.cells: list[list[int]] = []
        self.drawings: list[dict[str, str | None]] = []
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.tags: set[str] = set()
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        if tag in {"h1", "h2", "h3"}:
            self.headings.append((tag, ""))
        if tag == "svg":
            self.drawings.append(given)
        if tag == "table":
            self.cells.append([])
        if tag == "tr":
            self.cells[-1].append(0)
        if tag in {"td", "th"}:
            self.cells[-1][-1] += int(given.get("colspan") or 1)
        if tag == "a":
            self.links += [given["href"] or ""] if "href" in given else []
            self.anchors |= {given["id"] or ""} if "id" in given else set()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"h1", "h2", "h3"}:
            tag, said = self.headings[-1]
            self.headings[-1] = (tag, said + data)


def page_of(write: Any, view: Any, language: str = "en") -> str:
    out = BytesIO()
    write(view, Press(Formats.of(language), is_web=True), out)
    return out.getvalue().decode()


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("write", "view"), EVERY)
def test_every_document_has_headings_whole_tables_and_drawings_that_speak(write: Any, view: Any, language: str) -> None:
    page = page_of(write, view, language)
    reader = Reader(page)
    assert page.startswith("<!doctype html>")
    assert f"<html lang='{language}'>" in page
    assert [tag for tag, _ in reader.headings].count("h1") >= 1
    assert [said for _, said in reader.headings if not said.strip()] == []
    assert len(reader.cells) >= 1
    for rows in reader.cells:
        assert len(set(rows)) <= 1, rows
    for drawn in reader.drawings:
        assert drawn.get("aria-hidden") == "true" or (drawn.get("role") == "img" and drawn.get("aria-label"))


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize(("write", "view"), EVERY)
def test_whatever_people_type_stays_a_text_and_nothing_reaches_out(write: Any, view: Any, change: Any) -> None:
    page = page_of(write, reworded(view, change))
    reader = Reader(page)
    assert reader.tags.isdisjoint({"script", "img", "iframe", "link", "b", "para", "object"})
    assert [link for link in reader.links if not link.startswith("#")] == []
    assert "default-src 'none'" in page
    assert re.findall(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", page) == []


def test_the_contents_of_a_plan_lead_to_its_chapters() -> None:
    reader = Reader(page_of(write_plan, PLAN))
    assert len(reader.links) == len(SECTIONS)
    assert {link.removeprefix("#") for link in reader.links} == reader.anchors


def test_a_web_page_has_room_for_what_paper_leaves_out() -> None:
    page = page_of(write_onepager, sample.ONE_PAGER)
    for person in sample.ONE_PAGER.people[:5]:
        assert person.name in page
    assert "INTERNAL" in page


def test_the_command_line_writes_a_page_where_the_name_asks_for_one(tmp_path: Path) -> None:
    book, out = tmp_path / "demo.portfolio", tmp_path / "day.html"
    assert main(["new", str(book), "--plain", "--demo", "--today", "2026-03-10", "--language", "en"]) == 0
    common = ["--in", str(book), "--today", "2026-03-10", "--language", "en"]
    assert main(["daysheet", *common, "--to", str(out)]) == 0
    reader = Reader(out.read_text(encoding="utf-8"))
    assert any("10 March 2026" in said for _, said in reader.headings)
    assert main(["daysheet", *common, "--to", str(tmp_path / "day.docx")]) != 0

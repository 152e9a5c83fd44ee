"""Names that somebody else typed: shown as they are on every page, followed nowhere."""

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from workbench.accounts.commands import add_account
from workbench.accounts.model import Health, Tier
from workbench.action_items.commands import add_action
from workbench.contacts.commands import add_person
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_agenda_point, add_decision, add_meeting
from workbench.meetings.model import Meeting
from workbench.team.commands import add_member
from workbench.team.growing import commands as growing
from workbench.team.growth import QualificationKind
from workbench.team.model import Member
from workbench.ui.app import build_window
from workbench.ui.plan import PAGES
from workbench.ui.theme import Theme

HOSTILE = (
    '<img src="/tmp/canary.png"><b>bold</b>',
    "R&D &amp; <sales> & more",
    "\u202eright to left\u202c שלום עליכם",
    "👩🏽‍💼 ✓ ☃ emoji",
    "tab\tand\x07bell and\nnew line",
    "Ñandú " * 1600,
    "{places} %s %(n)d {0}",
)


@pytest.fixture
def crowded(workspace: Workspace) -> int:
    """A portfolio in which everything is called by names like these; the identity of one account."""
    marta = workspace.do(add_member, "Marta", is_me=True)
    first = 0
    for name in HOSTILE:
        skill = workspace.do(growing.add_skill, name)
        workspace.do(growing.set_level, marta, skill, required=4, current=1, evidence=name)
        for kind in QualificationKind:
            workspace.do(growing.add_qualification, marta, kind, name, given_by=name)
        workspace.do(growing.plan_training, marta, name, skill_id=skill, note=name)
        workspace.do(growing.add_goal, marta, name, note=name)
        workspace.do(growing.thank, marta, name, date(2026, 3, 1))
        workspace.do(growing.add_lesson, name, situation=name, advice=name, tags=name)
        account = workspace.do(
            add_account, name, tier=Tier.KEY, health=Health.AT_RISK, health_reason=name, sector=name, tags=name,
            rhythm_days=7, last_contact_on=date(2026, 1, 1), renewal_on=date(2026, 5, 1),
        )  # fmt: skip
        first = first or account
        person = workspace.do(add_person, name, first, name)
        workspace.do(add_member, name)
        workspace.do(add_action, name, account_id=first, due=date(2026, 3, 1), note=name)
        meeting = workspace.do(
            add_meeting, name, date(2026, 3, 10), time(9), account_id=first, place=name, purpose=name
        )
        workspace.do(add_agenda_point, meeting, name)
        workspace.do(add_decision, meeting, name)
        assert person
    return first


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_page_shows_any_text_as_it_is(
    workspace: Workspace, crowded: int, theme: Theme, tmp_path: Path, qtbot: QtBot, language: str
) -> None:
    window = build_window(workspace, Settings(tmp_path / "settings.json"), language, theme)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    for page in PAGES:
        window.go(page, {"account": crowded, "meeting": a_meeting(workspace), "member": a_member(workspace)}.get(page))
        tabs = range(5) if page == "account" else range(1)
        for tab in tabs:
            if page == "account":
                window.page.show_tab(tab)  # type: ignore[union-attr]
            QApplication.processEvents()
            window.grab()
            assert interpreted(window) == [], page
        assert window.minimumSizeHint().width() <= 1024, page
    for view in ("thanks", "pulse"):
        window.go("skills", view)
        window.grab()
        assert interpreted(window) == [], view
    for text in HOSTILE[:5]:
        window.search(text)
        window.grab()
    window.search("")


def a_member(workspace: Workspace) -> int:
    with workspace.read() as session:
        return session.scalars(select(Member.id).where(Member.is_me)).one()


def a_meeting(workspace: Workspace) -> int | None:
    with workspace.read() as session:
        return session.scalar(select(Meeting.id).limit(1))


def interpreted(window: QWidget) -> list[str]:
    """Labels that would read markup, and tooltips in which it was not made harmless."""
    labels = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.text() and label.textFormat() != Qt.TextFormat.PlainText
    ]
    tips = [widget.toolTip() for widget in window.findChildren(QWidget) if "<img" in widget.toolTip()]
    return labels + tips

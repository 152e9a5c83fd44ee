"""The page of a member by keys: what they bring along, learn and want."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pages import window_over
from workbench.accounts.commands import add_account
from workbench.kernel.workspace import Workspace
from workbench.portfolio.ui.member_page import MemberPage
from workbench.team.assignments import TeamRole
from workbench.team.commands import add_member, assign, delete_members, edit_member
from workbench.team.growing.commands import add_qualification, add_skill, plan_training, set_level
from workbench.team.growing.queries import standing_of, trainings
from workbench.team.growth import QualificationKind, TrainingStatus
from workbench.ui.announce import HEARD
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.sublist import SubList
from workbench.ui.theme import Theme
from workbench.ui.widgets.chips import ChipButton
from workbench.ui.widgets.line import Line


@pytest.fixture
def ana(workspace: Workspace) -> int:
    return workspace.do(add_member, "Ana", title="Key account manager", is_me=True)


@pytest.fixture
def window(workspace: Workspace, ana: int, theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = window_over(workspace, "en", theme, tmp_path, qtbot)
    made.activateWindow()
    made.go("member", ana)
    QApplication.processEvents()
    return made


def page_of(window: MainWindow) -> MemberPage:
    assert isinstance(window.page, MemberPage)
    return window.page


def the(window: MainWindow, key: str) -> SubList:
    return next(made for made in page_of(window).lists if made.what.key == key)


def add(window: MainWindow, key: str, text: str, qtbot: QtBot) -> None:
    made = the(window, key)
    made.begin_new()
    qtbot.keyClicks(made.new, text)
    qtbot.keyClick(made.new, Qt.Key.Key_Return)


def names(made: SubList) -> list[str]:
    return [line.accessibleName() for line in made.lines()]


def test_a_language_with_its_level_and_a_sector_with_its_years_are_typed_in_one_line(
    window: MainWindow, qtbot: QtBot
) -> None:
    add(window, "member.language", "Business English c1", qtbot)
    add(window, "member.sector", "Logistics 8", qtbot)
    add(window, "member.study", "Degree in Economics", qtbot)
    assert names(the(window, "member.language")) == ["Business English · C1"]
    assert names(the(window, "member.sector")) == ["Logistics, Years: 8"]
    assert names(the(window, "member.study")) == ["Degree in Economics"]
    window.undo()
    assert names(the(window, "member.study")) == []
    assert window.page is page_of(window)


def test_a_line_warns_of_somebody_who_is_promised_for_more_hours_than_there_are(
    workspace: Workspace, window: MainWindow, ana: int
) -> None:
    workspace.do(edit_member, ana, hours_per_week=40.0)
    for name, hours in (("Acme", 30.0), ("Umbrella", 10.0)):
        workspace.do(assign, workspace.do(add_account, name), ana, TeamRole.CORE, hours_per_week=hours)
    assert "promised" not in " ".join(names(the(window, "member.assignments")))
    workspace.do(edit_member, ana, hours_per_week=36.0)
    assert all(name.endswith("40 h promised, 36 h worked") for name in names(the(window, "member.assignments")))


def test_a_level_that_is_none_is_told_at_its_field(window: MainWindow, qtbot: QtBot) -> None:
    add(window, "member.language", "English", qtbot)
    made = the(window, "member.language")
    made.open_child(made.lines()[0].key)
    field = made.findChild(object, "form.qualification.level")
    field.setText("D4")
    field.commit()
    assert bool(field.property("invalid"))
    assert names(made) == ["English"]


def test_certificates_warn_and_the_head_leads_to_them(
    workspace: Workspace, window: MainWindow, ana: int, qtbot: QtBot
) -> None:
    kind = QualificationKind.CERTIFICATE
    for title, day in (("Old", date(2026, 3, 9)), ("Near", date(2026, 4, 9)), ("Far", date(2027, 1, 1))):
        workspace.do(add_qualification, ana, kind, title, expires_on=day)
    assert [name.rsplit(", ", 1)[1] for name in names(the(window, "member.certificate"))] == [
        "Expired", "30 days left", "Valid",
    ]  # fmt: skip
    QApplication.processEvents()
    shown = [made for made in page_of(window).findChildren(ChipButton) if made.isVisible()]
    assert [made.text() for made in shown] == ["1 certificate has expired", "1 certificate expires soon"]
    for made, title in zip(shown, ("Old", "Near"), strict=True):
        made.setFocus()
        qtbot.keyClick(made, Qt.Key.Key_Space)
        focused = QApplication.focusWidget()
        assert isinstance(focused, Line)
        assert focused.title == title


def test_space_on_a_training_asks_for_the_level_and_enter_takes_the_offered_one(
    workspace: Workspace, window: MainWindow, ana: int, qtbot: QtBot
) -> None:
    skill = workspace.do(add_skill, "Negotiation")
    workspace.do(set_level, ana, skill, required=4, current=2)
    workspace.do(plan_training, ana, "A course", skill_id=skill)
    line = the(window, "member.trainings").lines()[0]
    line.setFocus()
    HEARD.clear()
    qtbot.keyClick(line, Qt.Key.Key_Space)
    asked = QApplication.focusWidget()
    assert asked.objectName() == "ask.line"
    qtbot.keyClicks(asked, "9")
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert asked.isVisible(), "9 is no level"
    asked.clear()  # type: ignore[attr-defined]
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    with workspace.read() as session:
        standing = standing_of(session, ana, skill)
        assert [one.status for one in trainings(session)] == [TrainingStatus.DONE]
    assert standing is not None
    assert standing.current == 3
    assert list(HEARD) == ["Training done, the level is 3 now."]
    window.undo()
    with workspace.read() as session:
        standing = standing_of(session, ana, skill)
        assert [one.status for one in trainings(session)] == [TrainingStatus.PLANNED]
    assert standing is not None
    assert standing.current == 2


def test_a_training_for_no_gap_asks_nothing(workspace: Workspace, window: MainWindow, ana: int, qtbot: QtBot) -> None:
    workspace.do(plan_training, ana, "Evening course", hours=8.0, cost=120_00)
    line = the(window, "member.trainings").lines()[0]
    qtbot.keyClick(line, Qt.Key.Key_Space)
    with workspace.read() as session:
        assert [one.status for one in trainings(session)] == [TrainingStatus.DONE]
    assert page_of(window)._hours.text() == "2026: 8 h and €120 done, 0 h and €0 to come"


def test_a_member_who_is_gone_is_said_to_be_and_undo_shows_everything_again(
    workspace: Workspace, window: MainWindow, ana: int, qtbot: QtBot
) -> None:
    add(window, "member.goals", "Speak Portuguese", qtbot)
    workspace.do(delete_members, [ana])
    assert window.page is not None
    assert window.page.title() == "This member is gone"
    window.undo()
    assert page_of(window).title() == "Ana"
    assert names(the(window, "member.goals")) == ["Speak Portuguese, 0%"]


def test_enter_in_the_team_list_opens_the_page(window: MainWindow, qtbot: QtBot) -> None:
    window.go("team")
    table = window.page.table  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: table.listing_model.rowCount() == 1)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert page_of(window).title() == "Ana"

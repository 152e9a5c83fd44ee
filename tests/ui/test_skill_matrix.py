"""The skill matrix by keys: walking, setting levels, gaps, skills, trainings."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.pages import window_over
from workbench.kernel.workspace import Workspace
from workbench.team.commands import add_member
from workbench.team.growing.commands import add_skill, set_level
from workbench.team.growing.gaps import Bench, Standing
from workbench.team.growing.queries import matrix, trainings
from workbench.team.growing.ui.matrix_model import MatrixModel
from workbench.team.growing.ui.matrix_table import MatrixTable
from workbench.team.growing.ui.skills_page import SkillsPage
from workbench.team.growth import TrainingStatus
from workbench.ui.announce import HEARD
from workbench.ui.desk import Desk
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(workspace: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """Ana lacks two levels of negotiation, Bruno one of data."""
    ana, bruno = workspace.do(add_member, "Ana", is_me=True), workspace.do(add_member, "Bruno")
    negotiation = workspace.do(add_skill, "Negotiation", importance=3)
    data = workspace.do(add_skill, "Data", importance=1)
    workspace.do(set_level, ana, negotiation, required=4, current=2)
    workspace.do(set_level, bruno, data, required=2, current=1)
    made = window_over(workspace, "en", theme, tmp_path, qtbot)
    made.activateWindow()
    made.go("skills")
    QApplication.processEvents()
    return made


def page_of(window: MainWindow) -> SkillsPage:
    assert isinstance(window.page, SkillsPage)
    return window.page


def table_of(window: MainWindow) -> MatrixTable:
    return page_of(window).matrix.table


def cell(window: MainWindow) -> Standing:
    found = page_of(window).matrix.standing()
    assert found is not None
    return found


def test_the_model_keeps_the_rules_of_models_through_every_change(
    workspace: Workspace, window: MainWindow, desk: Desk
) -> None:
    model = MatrixModel(desk)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    today = workspace.clock.today()
    for act in (
        lambda: None,
        lambda: workspace.do(add_skill, "Another"),
        lambda: workspace.do(set_level, cell(window).member_id, cell(window).skill_id, current=4),
        lambda: workspace.do(add_member, "Zoe"),
        workspace.undo,
        workspace.undo,
        workspace.undo,
    ):
        act()
        with workspace.read() as session:
            model.show_matrix(matrix(session, today))
    assert tester.model() is model
    assert (model.rowCount(), model.columnCount()) == (3, 2)


def test_digits_set_the_level_now_and_with_shift_the_required_one(window: MainWindow, qtbot: QtBot) -> None:
    table = table_of(window)
    HEARD.clear()
    qtbot.keyClick(table, Qt.Key.Key_3)
    assert (cell(window).current, cell(window).required) == (3, 4)
    assert list(HEARD) == ["Negotiation: Ana is at 3 now."]
    qtbot.keyClick(table, Qt.Key.Key_3, SHIFT)
    assert (cell(window).current, cell(window).required) == (3, 3)
    qtbot.keyClicks(table, "$")
    assert cell(window).required == 4
    qtbot.keyClick(table, Qt.Key.Key_Right)
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (cell(window).current, cell(window).required) == (2, 4), "undo leads back to the cell"


def test_r_turns_round_what_digits_set_and_a_five_is_no_level(window: MainWindow, qtbot: QtBot) -> None:
    table = table_of(window)
    qtbot.keyClick(table, Qt.Key.Key_R)
    qtbot.keyClick(table, Qt.Key.Key_1)
    qtbot.keyClick(table, Qt.Key.Key_5)
    assert (cell(window).current, cell(window).required) == (2, 1)


def test_n_walks_the_gaps_by_priority_and_begins_again(window: MainWindow, qtbot: QtBot) -> None:
    table, seen = table_of(window), []
    for _ in range(3):
        qtbot.keyClick(table, Qt.Key.Key_N)
        seen.append((cell(window).gap, cell(window).priority))
    assert seen == [(2, 6), (1, 1), (2, 6)], "the widest gap comes first, also when the walk begins on it"


def test_the_figures_above_lead_to_the_gaps_and_to_skills_without_a_bench(window: MainWindow, qtbot: QtBot) -> None:
    page, table = page_of(window), table_of(window)
    assert (page.matrix.gaps.text(), page.matrix.lonely.text()) == ("2 gaps", "2 skills without a bench")
    qtbot.mouseClick(page.matrix.gaps, Qt.MouseButton.LeftButton)
    assert (cell(window).gap, table.hasFocus()) == (2, True)
    seen = []
    for _ in range(3):
        qtbot.mouseClick(page.matrix.lonely, Qt.MouseButton.LeftButton)
        seen.append((table.currentIndex().row(), table.currentIndex().column()))
    assert seen == [(2, 0), (2, 1), (2, 0)]


def test_the_last_row_is_the_bench_and_takes_no_level(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    table = table_of(window)
    before = len(workspace.stacks().done)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert page_of(window).matrix.model.cell(table.currentIndex()) == Bench(0, 1)
    qtbot.keyClick(table, Qt.Key.Key_4)
    assert len(workspace.stacks().done) == before


def test_p_plans_a_training_for_the_gap(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    table = table_of(window)
    qtbot.keyClick(table, Qt.Key.Key_P)
    qtbot.keyClicks(QApplication.focusWidget(), "A course")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    with workspace.read() as session:
        (only,) = trainings(session)
    assert (only.member, only.skill, only.title, only.status) == (
        "Ana", "Negotiation", "A course", TrainingStatus.PLANNED,
    )  # fmt: skip
    assert table.hasFocus()


def test_enter_leads_to_the_evidence_and_a_level_nobody_set_yet_is_made_there(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    table = table_of(window)
    qtbot.keyClick(table, Qt.Key.Key_Right)
    assert cell(window).level_id is None
    qtbot.keyClick(table, Qt.Key.Key_Return)
    field = QApplication.focusWidget()
    assert field.objectName() == "form.skill_level.evidence"
    qtbot.keyClicks(field, "Seen at work")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (cell(window).evidence, cell(window).current) == ("Seen at work", 0)
    workspace.undo()
    assert cell(window).level_id is None


def test_a_skill_is_added_renamed_weighed_moved_and_deleted_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    page, table = page_of(window), table_of(window)
    names = lambda: [skill.name for skill in page.matrix.model.matrix.skills]  # noqa: E731
    page.matrix.verbs.ask_new()
    qtbot.keyClicks(QApplication.focusWidget(), "Poise")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert names() == ["Negotiation", "Data", "Poise"]
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "data")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert QApplication.focusWidget().objectName() == "ask.line", "there is such a skill already"
    QApplication.focusWidget().setText("Bargaining")  # type: ignore[attr-defined]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert names() == ["Bargaining", "Data", "Poise"]
    qtbot.keyClick(table, Qt.Key.Key_W)
    assert page.matrix.skill().importance == 1  # type: ignore[union-attr]
    page.matrix.verbs.to_right()
    assert names() == ["Data", "Bargaining", "Poise"]
    assert cell(window).required == 4, "the cursor moves along"
    HEARD.clear()
    page.matrix.verbs.delete()
    assert names() == ["Data", "Poise"]
    assert list(HEARD) == ["“Bargaining” and 1 level are in the trash."]
    window.undo()
    assert names() == ["Data", "Bargaining", "Poise"]


def test_an_empty_portfolio_begins_with_the_usual_skills_in_the_language_of_the_window(
    workspace: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    workspace.do(add_member, "Ana")
    window = window_over(workspace, "es", theme, tmp_path, qtbot)
    window.go("skills")
    page_of(window).matrix.verbs.start()
    names = [skill.name for skill in page_of(window).matrix.model.matrix.skills]
    assert names[:4] == ["Negociación", "Visión de negocio", "Relaciones públicas", "Ventas y experiencia en el sector"]
    workspace.undo()
    assert page_of(window).matrix.model.matrix.skills == ()


def test_a_level_that_changes_leaves_the_cursor_and_the_scroll_where_they_are(
    workspace: Workspace, window: MainWindow, qtbot: QtBot
) -> None:
    for number in range(60):
        workspace.do(add_member, f"Member {number:02}")
    for number in range(38):
        workspace.do(add_skill, f"Skill {number:02}")
    table = table_of(window)
    assert (table.model().rowCount(), table.model().columnCount()) == (63, 40)
    table.setCurrentIndex(table.model().index(50, 30))
    before = (table.verticalScrollBar().value(), table.horizontalScrollBar().value(), cell(window).member_id)
    qtbot.keyClick(table, Qt.Key.Key_2)
    assert cell(window).current == 2
    after = (table.verticalScrollBar().value(), table.horizontalScrollBar().value(), cell(window).member_id)
    assert after == before
    assert before[0] > 0
    assert before[1] > 0

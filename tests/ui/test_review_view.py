"""A plan review on the screen: asked for on a day, its questions answered and followed up by keys."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from workbench.action_items.model import ActionItem
from workbench.kam.model import Review, ReviewQuestion, ReviewStatus
from workbench.kam.review.commands import edit_question, edit_review, plan_review
from workbench.kam.review.ui.review_view import ReviewView
from workbench.kernel.settings import Settings
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.plans.commands import start_plan
from workbench.team.commands import add_member
from workbench.ui.app import build_window
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme

TODAY = date(2026, 3, 10)


@pytest.fixture
def window(workspace: Workspace, accounts: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


@pytest.fixture
def plan(workspace: Workspace, accounts: dict[str, int]) -> int:
    return workspace.do(start_plan, accounts["Acme"], "Plan 2026–2028", TODAY, date(2028, 12, 31))


def run(window: MainWindow, label: str) -> None:
    next(entry for entry in window.all_entries() if entry.label == label).run()
    QApplication.processEvents()


def reviews(window: MainWindow) -> ReviewView:
    found = window.findChild(ReviewView)
    assert isinstance(found, ReviewView)
    return found


def press(qtbot: QtBot, key: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key)
    QApplication.processEvents()


def review_shown(view: ReviewView) -> int | None:
    return view.form.key


def test_a_review_is_planned_held_followed_up_and_closed_from_the_keyboard(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], plan: int, qtbot: QtBot
) -> None:
    window.go("account", accounts["Acme"])
    run(window, "Review this plan…")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "16/3")
    press(qtbot, Qt.Key.Key_Return)
    view = reviews(window)
    with workspace.read() as session:
        made = session.scalars(select(Review)).one()
        assert (made.on, made.status) == (date(2026, 3, 16), ReviewStatus.PLANNED)
        review = made.id
    assert review_shown(view) == review
    assert view.history.lines()[0].hasFocus()
    # another one: it is the one to be looked at, although a later one was shown
    view.begin()
    qtbot.keyClicks(view.history.new, "12/3")
    press(qtbot, Qt.Key.Key_Return)
    with workspace.read() as session:
        earlier = session.scalar(select(Review.id).where(Review.on == date(2026, 3, 12)))
    assert review_shown(view) == earlier
    assert [line.accessibleDescription() for line in view.history.lines()] == ["", "Shown beside the list"]
    run(window, "Undo")
    assert review_shown(view) == review
    run(window, "Hold the review today")
    assert not view.buttons["hold"].isVisible()
    question = view.questions.lines()[0]
    question.setFocus()
    press(qtbot, Qt.Key.Key_A)
    assert "follows, due Tue 24 Mar" in window.notices.text
    run(window, "Close the review")
    with workspace.read() as session:
        assert session.scalars(select(Review)).one().status is ReviewStatus.CLOSED
        action = session.scalars(select(ActionItem)).one()
        asked = session.scalars(select(ReviewQuestion).where(ReviewQuestion.action_id == action.id)).one()
        assert asked.text == action.title


def test_the_plan_itself_leads_to_its_review(
    window: MainWindow, accounts: dict[str, int], plan: int, qtbot: QtBot
) -> None:
    window.go("account", accounts["Acme"])
    run(window, "Plan")
    button = window.findChild(QPushButton, "account.plan.review")
    assert isinstance(button, QPushButton)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert reviews(window).history.new.hasFocus()


def test_a_day_that_is_none_is_told(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], plan: int, qtbot: QtBot
) -> None:
    window.go("account", accounts["Acme"])
    run(window, "Review this plan…")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "31/2")
    press(qtbot, Qt.Key.Key_Return)
    assert "“31/2” is no day" in window.notices.text
    with workspace.read() as session:
        assert session.scalars(select(Review)).all() == []


def test_who_presents_and_coaches_alone_is_told_and_allowed(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], plan: int
) -> None:
    marta = workspace.do(add_member, "Marta")
    review = workspace.do(plan_review, plan, TODAY, Words.of("en"))
    workspace.do(edit_review, review, presenter_id=marta, coach_id=marta)
    window.go("account", accounts["Acme"])
    run(window, "Team board")
    run(window, "Plan review")
    view = reviews(window)
    assert view._remark.text() == "Marta presents and coaches: somebody else sees more."
    assert view.questions.lines()[0].isVisible()


def test_an_account_without_a_plan_has_nothing_to_review(window: MainWindow, accounts: dict[str, int]) -> None:
    window.go("account", accounts["Acme"])
    run(window, "Team board")
    run(window, "Plan review")
    view = reviews(window)
    assert not view._empty.isHidden()
    assert view._start.isHidden()


def test_undo_leads_to_the_question(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], plan: int
) -> None:
    review = workspace.do(plan_review, plan, TODAY, Words.of("en"))
    with workspace.read() as session:
        question = session.scalars(select(ReviewQuestion.id).where(ReviewQuestion.review_id == review)).all()[1]
    workspace.do(edit_question, question, answer="By telematics")
    window.go("meetings")
    window.undo()
    QApplication.processEvents()
    view = reviews(window)
    assert view.isVisible()
    assert view.questions.lines()[1].hasFocus()

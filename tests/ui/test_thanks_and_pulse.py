"""The recognition wall and the short pulse, by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.pages import window_over
from workbench.accounts.commands import add_account
from workbench.kernel.workspace import Workspace
from workbench.team.commands import add_member
from workbench.team.growing.queries import pulse, wall
from workbench.team.growing.ui.skills_page import SkillsPage
from workbench.ui.announce import HEARD
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme


@pytest.fixture
def window(workspace: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    workspace.do(add_member, "Ana", is_me=True)
    workspace.do(add_member, "Bruno Gil")
    workspace.do(add_account, "Talleres Norte")
    made = window_over(workspace, "en", theme, tmp_path, qtbot)
    made.activateWindow()
    return made


def page_of(window: MainWindow) -> SkillsPage:
    assert isinstance(window.page, SkillsPage)
    return window.page


def run(window: MainWindow, label: str) -> None:
    next(entry for entry in window.all_entries() if entry.label == label).run()
    QApplication.processEvents()


def said(window: MainWindow) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in page_of(window).view.findChildren(QLabel) if label.isVisible()]


def test_somebody_is_thanked_from_the_palette_with_the_keyboard_alone(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    run(window, "Thank somebody…")
    HEARD.clear()
    for text in ("Bruno", "For the two vans", "Talleres"):
        field = QApplication.focusWidget()
        qtbot.keyClicks(field, text)
        if completer := field.completer():  # type: ignore[attr-defined]
            completer.popup().hide()
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    with workspace.read() as session:
        (only,) = wall(session)
    assert (only.member, only.sender, only.account, only.text) == (
        "Bruno Gil", "Ana", "Talleres Norte", "For the two vans",
    )  # fmt: skip
    assert list(HEARD) == ["Bruno Gil was thanked."]
    assert "Thank you, Bruno Gil" in said(window)
    window.undo()
    assert "Thank you, Bruno Gil" not in said(window)


def test_thanks_without_a_name_or_a_reason_are_refused_in_a_sentence(window: MainWindow, workspace: Workspace) -> None:
    run(window, "Thank somebody…")
    page_of(window).wall.give()
    assert "Say whom you thank." in said(window)
    assert workspace.stacks().done[-1].label != "Thank somebody"


def test_whoever_is_not_there_is_not_thanked_and_nobody_else_instead(window: MainWindow, workspace: Workspace) -> None:
    window.go("skills", "thanks")
    shown = page_of(window).wall
    for name in ("Bruno", "Zacarías"):
        shown.who.setText(name)
        shown.who.commit()
    shown.text.setText("for the vans")
    shown.give()
    assert "Nothing here is called “Zacarías”." in shown._why.text()
    assert shown.text.text() == "for the vans"
    with workspace.read() as session:
        assert wall(session) == []


def test_del_takes_a_card_down(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    view = page_of_after(window)
    view.who.setText("Bruno")
    view.text.setText("For nothing")
    view.give()
    QApplication.processEvents()
    card = view._cards.itemAt(0).widget()  # type: ignore[union-attr]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Delete)
    with workspace.read() as session:
        assert wall(session) == []


def page_of_after(window: MainWindow):  # type: ignore[no-untyped-def]
    run(window, "Thank somebody…")
    return page_of(window).wall


def answer(window: MainWindow, *answers: int) -> None:
    view = page_of(window).pulse
    for scale, value in zip(view.answers, answers, strict=False):
        scale.take(value)
    view.give()
    QApplication.processEvents()


def test_answers_are_blank_for_whoever_comes_next_and_shown_from_the_third_on(
    window: MainWindow, workspace: Workspace
) -> None:
    run(window, "Answer the pulse…")
    answer(window, 5, 4, 1)
    assert [scale.value for scale in page_of(window).pulse.answers] == [None, None, None]
    answer(window, 4, 4, 2)
    assert "Three answers are needed; there are 2." in said(window)
    assert not [text for text in said(window) if "of 5" in text]
    answer(window, 3, 1, 3)
    assert "Three answers are needed; there are 2." not in said(window)
    with workspace.read() as session:
        assert [question.mean for question in pulse(session)[0].questions] == [4, 3, 2]


def test_half_an_answer_is_none(window: MainWindow, workspace: Workspace) -> None:
    run(window, "Answer the pulse…")
    answer(window, 5, 4)
    assert "Every question is answered with 1 to 5." in said(window)
    with workspace.read() as session:
        assert pulse(session) == []


def test_neither_undo_nor_recent_changes_tell_an_answer(window: MainWindow, workspace: Workspace) -> None:
    run(window, "Answer the pulse…")
    answer(window, 5, 4, 1)
    assert window.undoing._undo_label() == "Undo answer the pulse"
    window.go("history")
    QApplication.processEvents()
    shown = " ".join(label.text() for label in window.page.findChildren(QLabel))  # type: ignore[union-attr]
    model = window.page.findChild(object, "history.list").model()  # type: ignore[union-attr]
    shown += " ".join(str(model.index(row, 0).data()) for row in range(model.rowCount()))
    assert "expected of me" not in shown
    assert "keep our promises" not in shown

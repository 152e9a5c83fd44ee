"""Names that are typed for somebody: completed from the people around, and said where nobody is called so."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.kam.conftest import TODAY, Team
from workbench.accounts.commands import add_account
from workbench.action_items.commands import add_action
from workbench.action_items.whom import SeveralCalledSo, Whom, addressee, meant, names_around, unknown_said
from workbench.contacts.commands import add_person
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.ui.theme import Theme
from workbench.ui.widgets.ask import Ask

NAMES = ("Ana Cortés", "Ana Ruiz", "Óscar Landa", "Teresa Vidal")


def test_around_an_action_are_the_people_of_its_account_and_then_ours(workspace: Workspace, team: Team) -> None:
    workspace.do(add_person, "Teresa Vidal", team.account)
    workspace.do(add_person, "Óscar Landa", team.account)
    workspace.do(add_person, "Somebody Else", workspace.do(add_account, "Elsewhere"))
    action = workspace.do(add_action, "Annex", TODAY, account_id=team.account)
    with workspace.read() as session:
        names = names_around(session, [action])
    assert names[:2] == ("Óscar Landa", "Teresa Vidal")
    assert {"Andrés Molina", "Carla Peña"} <= set(names[2:])
    assert "Somebody Else" not in names


@pytest.mark.parametrize(
    ("typed", "whom"),
    [
        ("oscar", Whom("Óscar Landa")),
        ("T. Vidal", Whom("Teresa Vidal")),
        ("vidal", Whom("Teresa Vidal")),
        ("ana r", Whom("Ana Ruiz")),
        (" ana  cortes ", Whom("Ana Cortés")),
        (" The board ", Whom("The board", is_known=False)),
        ("dal", Whom("dal", is_known=False)),
    ],
)
def test_a_name_is_meant_by_the_beginnings_of_its_words(typed: str, whom: Whom) -> None:
    assert meant(NAMES, typed) == whom


def test_of_several_none_is_guessed_and_an_unknown_one_is_said() -> None:
    with pytest.raises(SeveralCalledSo, match="Ana Cortés, Ana Ruiz"):
        meant(NAMES, "ana")
    assert addressee(NAMES, "To T. Vidal: release the logs") == Whom("Teresa Vidal")
    assert addressee(NAMES, "a Óscar: los registros") == Whom("Óscar Landa")
    assert addressee(NAMES, "The client must release: logs") is None
    whom = addressee(NAMES, "to the board: decide")
    assert unknown_said(whom, Words.of("en")) == "Nobody here is called “the board”; the name is kept as text."
    assert not unknown_said(Whom("Teresa Vidal"), Words.of("en"))


def test_a_line_that_asks_completes_a_name_over_which_typing_goes_on(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    ask, answers = Ask(page, theme), list[str]()
    ask.ask("Waiting for", "whom?", (page, QPoint(10, 10)), lambda text: answers.append(text) or "")
    ask.offer(NAMES)
    qtbot.keyClicks(ask.line, "an")
    assert (ask.line.text(), ask.line.selectedText()) == ("Ana Cortés", "a Cortés")
    assert ask._fits.text() == "Ana Cortés · Ana Ruiz · Óscar Landa"
    qtbot.keyClicks(ask.line, "a r")
    assert ask.line.text() == "Ana Ruiz"
    qtbot.keyClick(ask.line, Qt.Key.Key_Backspace)
    assert ask.line.text() == "Ana R"
    qtbot.keyClick(ask.line, Qt.Key.Key_Return)
    assert answers == ["Ana R"]
    ask.ask("Why", "", (page, QPoint(10, 10)), lambda text: answers.append(text) or "")
    qtbot.keyClicks(ask.line, "an")
    assert ask.line.text() == "an"

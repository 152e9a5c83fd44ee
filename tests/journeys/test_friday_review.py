"""Friday, four o'clock: every account gets a next step, the silent ones a contact, and two another health."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.support.books import demo_workspace
from tests.support.papers import pages_of, places_of, sizes_of, text_of
from workbench.accounts.model import Account, Health
from workbench.action_items.model import ActionItem
from workbench.kernel.clock import clock_at
from workbench.kernel.settings import Settings
from workbench.kernel.workspace import Workspace
from workbench.papers.ui.print_page import PrintPage
from workbench.portfolio.model import Criterion, Rating, Scheme
from workbench.portfolio.ui.portfolio_page import VIEW_NOTED, PortfolioPage
from workbench.portfolio.ui.scores.canvas import Canvas
from workbench.ui.announce import HEARD
from workbench.ui.app import build_window
from workbench.ui.list_page import ListPage
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Looks, Theme, load_fonts

FRIDAY, MONDAY = date(2026, 3, 13), date(2026, 3, 16)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
MOST_INTERACTIONS = 40
# millimetres of the printed matrix, its numbers left of the edge
LEFT_END, TOP, WIDE, TALL, EDGE = 28.0, 43.5, 101.0, 96.0, 130.0


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Workspace]:
    with demo_workspace(tmp_path, "en", clock_at(FRIDAY, "Europe/Madrid")) as workspace:
        yield workspace


@pytest.fixture
def window(demo: Workspace, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> MainWindow:
    load_fonts()
    theme = Theme("light", looks=Looks(has_motion=False))
    theme.apply(qapp)
    settings = Settings(tmp_path / "settings.json")
    # the view that was in front last Friday
    settings.note(VIEW_NOTED, "matrix")
    made = build_window(demo, settings, "en", theme)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.go("today")
    made.show()
    QApplication.processEvents()
    return made


class Hands:
    """Types and clicks like a person and counts: a key chord, a click, or one run of typing."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self._window, self.count = qtbot, window, 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.count += 1
        if QApplication.activeWindow() is None:
            # without a window manager, nobody gives the keys back when a menu has closed
            self._window.activateWindow()
            self._qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        self._qtbot.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), key, held)

    def click(self, widget: QWidget) -> None:
        self.count += 1
        self._qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())

    def walk(
        self,
        key: Qt.Key,
        until: Callable[[], bool],
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """One run of the same key, until the eye has found what it looks for."""
        self.count += 1
        for _ in range(100):
            if until():
                return
            self._qtbot.keyClick(QApplication.focusWidget(), key, held)
            QApplication.processEvents()
        raise AssertionError("the keys never came there")

    def type(self, text: str) -> None:
        self.count += 1
        self._qtbot.keyClicks(QApplication.focusWidget(), text)


def chip(page: ListPage, label: str) -> QWidget:
    return next(made for made in page.filters.buttons if made.text().startswith(label))


def accounts(window: MainWindow) -> ListPage:
    assert isinstance(window.page, ListPage)
    return window.page


def test_fourteen_accounts_are_reviewed_within_forty_interactions(
    window: MainWindow, demo: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hands, target = Hands(qtbot, window), tmp_path / "overview.pdf"
    # the system's own dialog cannot be typed into without a desktop
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(target), ""))
    hands.press(Qt.Key.Key_3, CTRL)
    page = accounts(window)
    give_next_steps(hands, page, qtbot)
    plan_contacts(hands, page, demo)
    walk_all(hands, page, window)
    move_a_bubble(hands, window, demo)
    print_the_overview(hands, window, qtbot, target)
    with demo.read() as session:
        judged = session.execute(
            select(Account.health, Account.health_reason).where(Account.health_reason == "Invoice is paid")
        ).all()
    assert judged == [(Health.GOOD, "Invoice is paid")] * 2
    assert hands.count <= MOST_INTERACTIONS


def give_next_steps(hands: Hands, page: ListPage, qtbot: QtBot) -> None:
    hands.press(Qt.Key(Qt.Key.Key_1 + page.filters.buttons.index(chip(page, "No next step"))), ALT)
    assert page.model.rowCount() == 2
    for left in (1, 0):
        hands.press(Qt.Key.Key_N, CTRL)
        hands.type("Agree on the next visit monday")
        hands.press(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda left=left: page.model.rowCount() == left)
    qtbot.waitUntil(lambda: chip(page, "No next step").text() == "No next step")


def plan_contacts(hands: Hands, page: ListPage, demo: Workspace) -> None:
    hands.press(Qt.Key.Key_Escape)
    assert page.table.hasFocus()
    hands.press(Qt.Key(Qt.Key.Key_1 + page.filters.buttons.index(chip(page, "Rhythm overdue"))), ALT)
    assert page.model.rowCount() == 3
    hands.press(Qt.Key.Key_A, CTRL)
    hands.press(Qt.Key.Key_T)
    with demo.read() as session:
        due = session.scalars(select(ActionItem.due).where(ActionItem.title.startswith("Contact "))).all()
    assert list(due)[-3:] == [MONDAY] * 3


def show_all(hands: Hands, page: ListPage) -> None:
    hands.press(Qt.Key(Qt.Key.Key_1 + page.filters.buttons.index(chip(page, "Rhythm overdue"))), ALT)
    assert page.table.hasFocus()
    assert page.model.rowCount() == 14


def walk_all(hands: Hands, page: ListPage, window: MainWindow) -> None:
    # the first of the silent accounts is the first of all
    show_all(hands, page)
    hands.press(Qt.Key.Key_Return)
    for n in range(1, 15):
        assert window.top.walker.place.text() == f"{n} of 14"
        if n in (3, 8):
            hands.press(Qt.Key.Key_F2)
            # one run of typing: which health, and why
            hands.press(Qt.Key.Key_G)
            hands.count -= 1
            hands.type("Invoice is paid")
            hands.press(Qt.Key.Key_Return)
            assert HEARD
        if n < 14:
            hands.press(Qt.Key.Key_J)
            QApplication.processEvents()


def move_a_bubble(hands: Hands, window: MainWindow, demo: Workspace) -> None:
    """In the matrix, Talleres Norte loses a point for the cost of its service, and its bubble goes to the left."""
    hands.press(Qt.Key.Key_7, CTRL)
    page = window.page
    assert isinstance(page, PortfolioPage)
    QApplication.processEvents()
    canvas = page.findChild(Canvas)
    assert canvas is not None
    with demo.read() as session:
        talleres = session.scalars(select(Account.id).where(Account.name == "Talleres Norte")).one()
    bubble = canvas.bubbles[talleres]
    hands.walk(Qt.Key.Key_J, bubble.hasFocus)
    before, given = bubble.geometry().center().x(), strengths(demo, talleres)
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_2)
    assert bubble.geometry().center().x() < before
    assert given["Service cost"] == 3
    assert strengths(demo, talleres) == given | {"Service cost": 2}


def strengths(demo: Workspace, account_id: int) -> dict[str, int]:
    """What an account gives us now for each criterion of strength."""
    with demo.read() as session:
        rows = session.execute(
            select(Criterion.name, Rating.value)
            .join(Rating, Rating.criterion_id == Criterion.id)
            .where(Rating.account_id == account_id, Criterion.scheme == Scheme.STRENGTH, Rating.year == FRIDAY.year)
        )
        return {row.name: row.value for row in rows}


def print_the_overview(hands: Hands, window: MainWindow, qtbot: QtBot, target: Path) -> None:
    hands.press(Qt.Key.Key_P, CTRL)
    page = window.page
    assert isinstance(page, PrintPage)
    qtbot.waitUntil(page._has_paper, timeout=20_000)
    assert page._kind.currentData() == "portfolio"
    hands.press(Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(target.exists, timeout=20_000)
    assert pages_of(target) == 3
    assert all(width > height for width, height in sizes_of(target))
    told = text_of(target)
    rhythm = told.split("Rhythm and renewals")[1].split("Open promises")[0]
    assert "30 Jun" in next(line for line in rhythm.splitlines() if "Solventa Retail" in line)
    stand_where_the_table_says(target)


def stand_where_the_table_says(target: Path) -> None:
    """Each number of the matrix lies at the attractiveness and the position that stand beside it in the table."""
    found: dict[int, list[tuple[float, float]]] = {}
    table: dict[float, list[tuple[float, int]]] = {}
    for text, x, y in places_of(target):
        if text.isdigit() and x < EDGE:
            found.setdefault(int(text), []).append((x, y))
        elif text.isdigit() and y < TOP + TALL:
            table.setdefault(round(y, 1), []).append((x, int(text)))
    rows = [[number for _x, number in sorted(row)][:3] for row in table.values() if len(row) >= 3]
    assert [row[0] for row in sorted(rows)] == list(range(1, 15))
    for number, up, across in rows:
        wanted = LEFT_END + across / 100 * WIDE, TOP + (100 - up) / 100 * TALL
        assert any(abs(x - wanted[0]) < 1 and abs(y - wanted[1]) < 1 for x, y in found[number]), number

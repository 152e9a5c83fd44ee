"""The portfolio page: the ranking, what-if, the matrix, the heat list and the load, by keys."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from tests.support.books import demo_workspace
from tests.ui.pages import window_over
from workbench.accounts.commands import add_account
from workbench.accounts.model import Account, Tier
from workbench.action_items.model import ActionItem
from workbench.business.model import Revenue
from workbench.kernel.clock import clock_at
from workbench.kernel.workspace import Workspace
from workbench.portfolio.model import Axis, Criterion, Light, Rating, Scheme
from workbench.portfolio.positions import Plane
from workbench.portfolio.scores.commands import add_criterion, edit_criterion, rate
from workbench.portfolio.seen.queries import Asked, behind
from workbench.portfolio.ui.account_page import TABS
from workbench.portfolio.ui.portfolio_page import PortfolioPage
from workbench.portfolio.ui.scores.heat import HeatView
from workbench.portfolio.ui.scores.matrix import MatrixView
from workbench.portfolio.ui.scores.ranking import RankingView
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Looks, Theme
from workbench.ui.widgets.chips import ChipRow

TODAY = date(2026, 3, 10)
KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Workspace]:
    """The demo in English, to be changed."""
    with demo_workspace(tmp_path, "en", clock_at(TODAY, "Europe/Madrid")) as workspace:
        yield workspace


def page_of(window: MainWindow, qtbot: QtBot, view: str = "ranking") -> PortfolioPage:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.go("portfolio")
    page = window.page
    assert isinstance(page, PortfolioPage)
    page.to_view(view)
    QApplication.processEvents()
    return page


def opened(workspace: Workspace, theme: Theme, folder: Path, qtbot: QtBot, view: str = "ranking") -> PortfolioPage:
    return page_of(window_over(workspace, "en", theme, folder, qtbot), qtbot, view)


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget(), key)


def ranking(page: PortfolioPage) -> RankingView:
    made = page._made["ranking"]
    assert isinstance(made, RankingView)
    return made


def chips_of(page: PortfolioPage) -> list[str]:
    """The chips of the account beside the views."""
    rows = [made for made in page.pane.findChildren(ChipRow) if made.isVisible()]
    return [text for made in rows for text in made.accessibleName().split(", ")]


def matrix(page: PortfolioPage) -> MatrixView:
    made = page._made["matrix"]
    assert isinstance(made, MatrixView)
    return made


def texts(page: QWidget) -> str:
    return " | ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def click(page: QWidget, name: str) -> None:
    made = page.findChild(QPushButton, name)
    assert made is not None
    made.click()


def account(workspace: Workspace, name: str) -> int:
    with workspace.read() as session:
        return session.scalars(select(Account.id).where(Account.name == name)).one()


def test_a_new_portfolio_starts_with_the_usual_criteria_and_undo_takes_them_back(
    workspace: Workspace, accounts: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    page = opened(workspace, theme, tmp_path, qtbot)
    assert "Choose what accounts are compared by" in texts(page)
    click(page, "portfolio.empty.start")
    assert ranking(page).table.isVisible()
    assert ranking(page).table.rows_model.rowCount() == len(accounts)
    workspace.undo()
    assert "Choose what accounts are compared by" in texts(page)


def test_the_ranking_says_by_words_what_its_bars_show(
    told: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    table = ranking(opened(told, theme, tmp_path, qtbot)).table
    model = table.model()
    spoken = [
        model.data(model.index(0, column), Qt.ItemDataRole.AccessibleTextRole) for column in range(model.columnCount())
    ]
    assert "Iberlogística Grupo" in spoken[1]
    assert "Sales volume: 37" in spoken[2]
    assert "a year ago 80" in spoken[2]
    row = next(n for n, one in enumerate(table.rows_model.rows) if one.candidate.name == "Nordvik Foods AS")
    assert model.data(model.index(row, 4)) == "insufficient data"


def test_keys_rate_an_account_and_note_the_evidence(
    told: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    page = opened(told, theme, tmp_path, qtbot)
    press(qtbot, KEY.Key_Return, KEY.Key_3)
    first = page.pane.ratings.table.rows_model.rows[1]
    assert (first.name, first.given.value) == ("Share of our revenue", 3)
    press(qtbot, KEY.Key_E)
    qtbot.keyClicks(QApplication.focusWidget(), "Order book")
    press(qtbot, KEY.Key_Return)
    assert "Evidence: Order book" in texts(page)
    press(qtbot, KEY.Key_9)
    assert page.pane.ratings.table.rows_model.rows[1].given.value == 3
    told.undo()
    told.undo()
    assert page.pane.ratings.table.rows_model.rows[1].given.value == 5
    press(qtbot, KEY.Key_Escape)
    assert ranking(page).table.hasFocus()


def test_another_class_than_proposed_asks_why(told: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    page = opened(told, theme, tmp_path, qtbot)
    key = account(told, "Química Ebro")
    page._choose(key)
    assert "nobody has said why not" in texts(page)
    press(qtbot, KEY.Key_C)
    # the proposed class A is offered first; one further is B
    press(qtbot, KEY.Key_Down, KEY.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), "Only since last year")
    press(qtbot, KEY.Key_Return)
    assert "Reason: Only since last year" in texts(page)
    with told.read() as session:
        assert session.get_one(Account, key).tier is Tier.B


def test_what_if_says_who_enters_and_nothing_is_kept_until_it_is_accepted(
    told: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    page = opened(told, theme, tmp_path, qtbot)
    with told.read() as session:
        before = dict(session.execute(select(Criterion.id, Criterion.weight)).all())  # type: ignore[arg-type]
    press(qtbot, KEY.Key_W)
    slider = QApplication.focusWidget()
    assert isinstance(slider, QSlider)
    assert slider.accessibleName() == "Weight of Sales volume"
    press(qtbot, KEY.Key_Home)
    assert "Would leave the key list: Solventa Retail" in texts(page)
    assert "Trying other weights: only the ranking shows them." in texts(page)
    # the account beside it keeps the score that is stored, and tells the other one as what it is
    page.pane.show_mode("ratings")
    # without sales volume: (26 + 21) of 60
    assert "With the weights that are tried: 78, class Key." in texts(page)
    assert chips_of(page)[1] == "Score 84 · 100%"
    page.to_mode("whatif")
    # Esc drops what is tried, and only then leaves
    press(qtbot, KEY.Key_Escape)
    assert "Trying" not in texts(page)
    assert page.pane.isAncestorOf(QApplication.focusWidget())
    press(qtbot, KEY.Key_Home)
    ground = page.findChild(QSlider, "portfolio.whatif.3")
    assert ground is not None
    assert ground.accessibleName() == "Weight of Strategic potential"
    ground.setFocus()
    press(qtbot, KEY.Key_End)
    assert "Would enter the key list: Química Ebro" in texts(page)
    # where nothing weighs anything nobody has a score, and that is no set of weights
    for place in (0, 3, 9):
        slider = page.findChild(QSlider, f"portfolio.whatif.{place}")
        assert slider is not None
        slider.setValue(0)
    assert "Would leave the key list: Harbour & Finch Ltd. (–)" in texts(page)
    click(page, "portfolio.whatif.accept")
    assert "Trying other weights" in texts(page)
    click(page, "portfolio.whatif.drop")
    assert "Would leave" not in texts(page)
    press(qtbot, KEY.Key_W, KEY.Key_Home)
    click(page, "portfolio.whatif.accept")
    with told.read() as session:
        assert sum(session.scalars(select(Criterion.weight).where(Criterion.scheme == Scheme.SELECTION))) == 60
    told.undo()
    with told.read() as session:
        after = dict(session.execute(select(Criterion.id, Criterion.weight)).all())  # type: ignore[arg-type]
    assert after == before


def test_weights_that_do_not_add_up_are_told_and_one_key_mends_them(
    told: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    page = opened(told, theme, tmp_path, qtbot)
    with told.read() as session:
        key = session.scalars(select(Criterion.id).order_by(Criterion.position)).first()
    told.do(edit_criterion, key or 0, weight=50)
    page.to_mode("criteria")
    assert "The weights add up to 125, not to 100; scores use their shares." in texts(page)
    click(page, "portfolio.selection.even")
    assert "not to 100" not in texts(page)


def test_a_deleted_criterion_says_how_many_ratings_go_with_it(
    told: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(told, "en", theme, tmp_path, qtbot)
    page = page_of(window, qtbot)
    said: list[str] = []
    page.desk.say = lambda text, *_: said.append(text)
    page.to_mode("criteria")
    with told.read() as session:
        before = session.scalar(select(func.count()).select_from(Rating))
    press(qtbot, KEY.Key_Delete)
    assert said == ["“Share of our revenue” is in the trash, and 27 ratings with it."]
    told.undo()
    with told.read() as session:
        assert session.scalar(select(func.count()).select_from(Rating)) == before


def test_a_bubble_is_heard_walked_to_and_moved_by_a_rating(
    told: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    theme.take(Looks(has_motion=False))
    page = opened(told, theme, tmp_path, qtbot, "matrix")
    canvas = matrix(page).canvas
    assert QApplication.focusWidget() in canvas.bubbles.values()
    while page.account() != account(told, "Talleres Norte"):
        press(qtbot, KEY.Key_J)
    bubble = canvas.bubbles[page.account() or 0]
    assert bubble.hasFocus()
    heard = QAccessible.queryAccessibleInterface(bubble)
    assert heard is not None
    assert heard.text(QAccessible.Text.Name) == (
        "10 Talleres Norte, Our position: 50, Attractiveness: 42, Revenue: €102,000, Potential a year: €150,000, Maintain"
    )
    assert matrix(page).table.key() == page.account()
    # T asks where it is meant to stand, and says what is wrong with half an answer
    press(qtbot, KEY.Key_T)
    for typed, said in (("75", "Type two numbers"), ("", "")):
        QApplication.focusWidget().clear()  # type: ignore[attr-defined]
        qtbot.keyClicks(QApplication.focusWidget(), typed or "70 120")
        press(qtbot, KEY.Key_Return)
        assert (said or "between 0 and 100") in texts(page)
    QApplication.focusWidget().clear()  # type: ignore[attr-defined]
    qtbot.keyClicks(QApplication.focusWidget(), "70, 45")
    press(qtbot, KEY.Key_Return)
    assert bubble.hasFocus()
    assert bubble.accessibleName().endswith("Potential a year: €150,000, Maintain, target: 70 across, 45 up")
    before = bubble.geometry().center().x()
    # the first criterion of our position is the cost of the service, 3 until now
    press(qtbot, KEY.Key_Return, KEY.Key_2)
    assert bubble.geometry().center().x() < before
    assert "Our position: 48" in bubble.accessibleName()


def test_a_bubble_takes_its_time_where_motion_is_wanted(
    told: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    page = opened(told, theme, tmp_path, qtbot, "matrix")
    canvas = matrix(page).canvas
    page._choose(account(told, "Talleres Norte"))
    bubble = canvas.bubbles[page.account() or 0]
    before = bubble.geometry().center().x()
    page.to_mode("ratings")
    press(qtbot, KEY.Key_2)
    assert bubble.geometry().center().x() == before
    qtbot.waitUntil(lambda: bubble.geometry().center().x() < before)


def test_an_arrow_leads_to_the_nearest_bubble_that_way(
    told: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    page = opened(told, theme, tmp_path, qtbot, "matrix")
    bubbles = matrix(page).canvas.bubbles
    here = bubbles[page.account() or 0].geometry().center()
    press(qtbot, KEY.Key_Down)
    there = bubbles[page.account() or 0].geometry().center()
    assert there.y() > here.y()


def test_other_axes_have_no_strategies_and_keep_the_choice(
    told: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    page = opened(told, theme, tmp_path, qtbot, "matrix")
    chosen = page.account()
    page.take_plane(Plane(Axis.HEALTH, Axis.REVENUE))
    model = matrix(page).table.rows_model
    assert {one.strategy for one in model.rows} == {None}
    assert page.account() == chosen
    assert model.rows[0].y.points == 100
    # the next window begins with them
    assert matrix(opened(told, theme, tmp_path, qtbot, "matrix"))._shown == Plane(Axis.HEALTH, Axis.REVENUE)


def test_the_heat_list_is_narrowed_ordered_and_opens_the_account(
    told: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(told, "en", theme, tmp_path, qtbot)
    page = page_of(window, qtbot, "heat")
    heat = page._made["heat"]
    assert isinstance(heat, HeatView)
    assert heat.chips["late"].text() == "Overdue 3"
    heat.chips["late"].click()
    assert heat.table.rows_model.rowCount() == 3
    heat.table.setFocus()
    heat.table.go_to(None, 3)
    press(qtbot, KEY.Key_O)
    assert [row.overdue for row in heat.table.rows_model.rows] == sorted(
        (row.overdue for row in heat.table.rows_model.rows), reverse=True
    )
    second = heat.table.rows_model.rows[1].id
    heat.table.go_to(heat.table.rows_model.rows[0].id, 0)
    press(qtbot, KEY.Key_Return)
    assert window.page is not None
    assert window.page.objectName() == "account"
    press(qtbot, KEY.Key_J)
    assert window.page.account() == second


def test_the_heat_list_says_what_counts_and_why_and_opens_what_was_counted(
    told: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(told, "en", theme, tmp_path, qtbot)
    page = page_of(window, qtbot, "heat")
    heat = page._made["heat"]
    assert isinstance(heat, HeatView)
    model, key = heat.table.rows_model, account(told, "Iberlogística Grupo")
    # judged amber, though the score alone is green: both are said, and the judgement orders the list
    row = model.row_of(key)
    said = [model.data(model.index(row, column)) for column in range(3)]
    assert said == ["Iberlogística Grupo", "Amber · judged", "84 G"]
    assert [one.health.light for one in model.rows[:3]] == [Light.RED, Light.AMBER, Light.AMBER]
    heat.go_to(key)
    assert "Fleet uptime in Zaragoza is below the contract" in texts(heat)
    assert "The score is green (G) from 70, amber (A) from 40, red (R) below." in texts(heat)
    assert chips_of(page)[2:] == ["Health score 84 G", "Judged: amber"]
    heat.table.setFocus()
    # what is late stands among what we promised, the last contact among the meetings
    for column, tab in ((3, "Overview"), (5, "Meetings")):
        heat.table.setFocus()
        heat.table.go_to(key, column)
        press(qtbot, KEY.Key_Return)
        assert window.page is not None
        assert (window.page.objectName(), window.page.account()) == ("account", key)
        assert TABS[window.page.state()["tab"]] == tab
        window.go_back()
    with told.read() as session:
        found = {asked: behind(session, key, asked, TODAY) for asked in Asked}
        late = session.get_one(ActionItem, found[Asked.OVERDUE][1])
        quarter = session.get_one(Revenue, found[Asked.GAP][1])
    assert (late.title, late.due) == ("Pay invoice 4471, €42 k", date(2026, 3, 4))
    assert found[Asked.OPEN] == found[Asked.OVERDUE]
    assert quarter.starts_on == date(2025, 10, 1)
    heat.table.setFocus()
    heat.table.go_to(key, 2)
    press(qtbot, KEY.Key_Return)
    assert page.pane.mode == "health"


def test_the_health_opens_to_its_parts_and_their_records(
    told: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(told, "en", theme, tmp_path, qtbot)
    page = page_of(window, qtbot, "heat")
    page._choose(account(told, "Puertos del Sur"))
    press(qtbot, KEY.Key_H)
    assert "ran out on" in texts(page)
    page._choose(account(told, "Iberlogística Grupo"))
    page.to_mode("health")
    assert "÷" in texts(page)
    # the third part is the delivery; its first record is a promise
    press(qtbot, KEY.Key_Down, KEY.Key_Down, KEY.Key_Return, KEY.Key_Down, KEY.Key_Return)
    assert window.page is not None
    assert window.page.objectName() == "actions"
    window.go_back()
    # an answer of the client leads to its line on the account's page, far down and yet in sight
    page._choose(account(told, "Talleres Norte"))
    page.to_mode("health")
    press(qtbot, *[KEY.Key_Down] * 4, KEY.Key_Return, KEY.Key_Down, KEY.Key_Return)
    assert window.page is not None
    assert window.page.account() == account(told, "Talleres Norte")
    line = QApplication.focusWidget()
    assert "Ana Cortés" in line.accessibleName()
    assert "Six weeks for one warranty claim." in line.accessibleName()
    qtbot.waitUntil(lambda: not line.visibleRegion().isEmpty())


def test_the_limits_of_the_load_are_the_portfolios(told: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    page = opened(told, theme, tmp_path, qtbot, "load")
    table = page._made["load"].table  # type: ignore[attr-defined]
    words = [table.model().data(table.model().index(row, 1)) for row in range(2)]
    assert words == ["8 too few", "within"]
    field = page._made["load"]._limits.fields["load_am_most"]  # type: ignore[attr-defined]
    field.setValue(11)
    field.editingFinished.emit()
    assert [table.model().data(table.model().index(row, 1)) for row in range(2)] == ["8 too few", "1 too many"]
    told.undo()
    assert table.model().data(table.model().index(1, 1)) == "within"


def test_two_hundred_and_fifty_accounts_without_ratings_and_two_at_one_point(
    workspace: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    with workspace.change("Many") as session:
        session.add_all(Account(name=f"Account {n:03}") for n in range(250))
    up = workspace.do(add_criterion, Scheme.ATTRACTIVENESS, "Budget", weight=100)
    across = workspace.do(add_criterion, Scheme.STRENGTH, "Price", weight=100)
    twins = [workspace.do(add_account, name) for name in ("Twin", "Other twin")]
    for twin in twins:
        workspace.do(rate, twin, up, TODAY, value=3)
        workspace.do(rate, twin, across, TODAY, value=3, rival=3)
    page = opened(workspace, theme, tmp_path, qtbot, "matrix")
    canvas = matrix(page).canvas
    assert set(canvas.bubbles) == set(twins)
    laid = [canvas._laid[twin] for twin in twins]
    assert (laid[0].x, laid[0].y) == (laid[1].x, laid[1].y)
    assert [one.is_outside for one in laid].count(True) == 1
    assert matrix(page).table.rows_model.rowCount() == 252
    assert page.pane.isVisible()


def test_a_view_is_there_after_back(told: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    window = window_over(told, "en", theme, tmp_path, qtbot)
    page = page_of(window, qtbot, "matrix")
    chosen = account(told, "Harbour & Finch Ltd.")
    page._choose(chosen)
    click(page, "portfolio.details.open")
    assert window.page is not None
    assert window.page.account() == chosen
    window.go_back()
    assert window.page is page
    assert (page.state()["view"], page.account()) == ("matrix", chosen)


def test_the_mouse_chooses_a_bubble(told: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    page = opened(told, theme, tmp_path, qtbot, "matrix")
    wanted = account(told, "Papelera Duero")
    bubble = matrix(page).canvas.bubbles[wanted]
    qtbot.mouseClick(bubble, Qt.MouseButton.LeftButton, pos=QPoint(bubble.width() // 2, bubble.height() // 2))
    assert page.account() == wanted
    assert matrix(page).table.key() == wanted


def test_the_head_of_an_account_tells_the_counted_health_and_what_ran_out(
    told: Workspace, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    window = window_over(told, "en", theme, tmp_path, qtbot)
    window.go("account", account(told, "Puertos del Sur"))
    assert window.page is not None
    chips = next(made for made in window.page.findChildren(ChipRow) if made.isVisible())
    assert chips.accessibleName() == "Tier B, Health: good – ran out, Health score 84 G"
    assert "÷ 70 = 84" in texts(window.page)

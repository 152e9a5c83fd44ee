"""The role is chosen in the menu, the palette or Settings; it is one step, and it only says what comes first."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select, update

from workbench.accounts import queries as accounts_queries
from workbench.accounts.commands import edit_account
from workbench.accounts.model import Account, Tier
from workbench.accounts.structure import Unit
from workbench.action_items.commands import add_action
from workbench.contacts.positions import Seat
from workbench.kam.attention.ui.alerts_view import AlertsView
from workbench.kam.model import Workstream
from workbench.kernel.settings import ROLE, Settings, of_portfolio
from workbench.kernel.words import Words
from workbench.kernel.workspace import Workspace
from workbench.meetings.commands import add_meeting
from workbench.meetings.model import MeetingKind
from workbench.plans.model import Objective, Plan
from workbench.plans.queries import current_plan
from workbench.portfolio.commands import add_key_account
from workbench.portfolio.ui.account_page import AccountPage
from workbench.portfolio.ui.account_room import account_room
from workbench.portfolio.ui.attention import AttentionCard
from workbench.team.assignments import TeamRole
from workbench.team.commands import add_department, add_member
from workbench.team.queries import team_of
from workbench.ui.app import build_window
from workbench.ui.menu import Entry
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Theme
from workbench.ui.widgets.said import Said

TODAY = date(2026, 3, 10)


@pytest.fixture
def window(workspace: Workspace, accounts: dict[str, int], theme: Theme, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    made = build_window(workspace, Settings(tmp_path / "settings.json"), "en", theme)
    qtbot.addWidget(made)
    made.show()
    made.go("today")
    return made


def entry(window: MainWindow, label: str) -> Entry:
    return next(entry for entry in window.all_entries() if entry.label == label)


def role(workspace: Workspace) -> str:
    with workspace.read() as session:
        return of_portfolio(session, ROLE)


def counted(workspace: Workspace, account: int) -> dict[str, int]:
    """How much of a key account's template there is."""
    with workspace.read() as session:
        plans = select(Plan.id).where(Plan.account_id == account)
        kinds = ((Unit, Unit.account_id), (Seat, Seat.account_id), (Workstream, Workstream.account_id))
        found = {
            kind.__tablename__: session.scalar(select(func.count()).where(of == account)) or 0 for kind, of in kinds
        }
        objectives = session.scalar(select(func.count()).where(Objective.plan_id.in_(plans))) or 0
        return {**found, "objective": objectives}


def places(window: MainWindow) -> list[str]:
    model = window.sidebar.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_sidebar_follows_the_role_and_its_key_accounts_come_first_or_last(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int]
) -> None:
    workspace.do(edit_account, accounts["Acme"], tier=Tier.KEY)
    QApplication.processEvents()
    entry(window, "Work as key account manager").run()
    QApplication.processEvents()
    shown = places(window)
    assert shown[:6] == ["Today", "Inbox", "Key accounts", "Acme", "Lists", "Meetings"]
    assert shown.index("Accounts") > shown.index("Contacts")
    window.undo()
    QApplication.processEvents()
    shown = places(window)
    assert shown[:6] == ["Today", "Inbox", "Accounts", "Meetings", "Actions", "Contacts"]
    assert shown.index("Acme") == shown.index("Key accounts") + 1 > shown.index("Team")


def test_without_key_accounts_the_sidebar_names_none(window: MainWindow, workspace: Workspace) -> None:
    with workspace.change("No key accounts") as session:
        session.execute(update(Account).values(tier=Tier.C))
    QApplication.processEvents()
    for label in ("Work as key account manager", "Work as account manager"):
        entry(window, label).run()
        QApplication.processEvents()
        assert "Key accounts" not in places(window)


def test_an_account_opens_with_the_tab_of_the_role_and_then_keeps_the_one_in_front(
    window: MainWindow, accounts: dict[str, int]
) -> None:
    def tab(name: str) -> int:
        window.go("account", accounts[name])
        assert isinstance(window.page, AccountPage)
        return int(window.page.state()["tab"])

    assert tab("Acme") == 0
    entry(window, "Work as key account manager").run()
    assert tab("Umbrella") == 1
    entry(window, "Plan").run()
    assert tab("Acme") == 5
    entry(window, "Work as account manager").run()
    assert tab("Acme") == 0


def cards(window: MainWindow) -> list[str]:
    QApplication.processEvents()
    window.go("today")
    QApplication.processEvents()
    assert window.page is not None
    return [
        said.text()
        for card in window.page.findChildren(AttentionCard)
        if not card.isHidden()
        for said in card.findChildren(Said)
    ]


def test_today_watches_what_the_role_looks_at(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int], qtbot: QtBot
) -> None:
    key = accounts["Acme"]
    workspace.do(edit_account, key, tier=Tier.KEY, renewal_on=TODAY + timedelta(30))
    service = workspace.do(add_department, "After-sales", "SER")
    blocked = workspace.do(
        add_action,
        "Root cause",
        account_id=key,
        department_id=service,
        blocked_reason="No logs",
        waiting_since=TODAY - timedelta(12),
    )
    workspace.do(add_action, "Send the offer", account_id=key, due=TODAY - timedelta(5))
    meeting = workspace.do(add_meeting, "Steering", TODAY + timedelta(6), account_id=key, kind=MeetingKind.STEERING)
    assert "Renewals in 300 days" in cards(window)
    entry(window, "Work as key account manager").run()
    found = cards(window)
    assert [title for title in found if title in KAM_CARDS] == list(KAM_CARDS)
    assert "1 blocked, for 12 days" in found
    assert "Acme · 5 days late" in found
    assert "Mon 16 Mar · in 6 days, no agenda yet" in found
    page = window.page
    assert page is not None
    press(page, f"today.attention.{meeting}", qtbot)
    assert window.page is not None
    assert window.page.objectName() == "meeting"
    window.go("today")
    press(page, f"today.attention.call.{blocked}", qtbot)
    view = window.findChild(AlertsView)
    assert view is not None
    assert view.lines()[0].hasFocus()
    assert view.lines()[0].title == "Root cause"


KAM_CARDS = ("Blocked by department", "Overdue promises", "Next steering meeting")


def press(page: QWidget, name: str, qtbot: QtBot) -> None:
    found = page.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    qtbot.keyClick(found, Qt.Key.Key_Space)
    QApplication.processEvents()


def test_a_new_account_is_light_or_has_all_that_a_key_account_needs(window: MainWindow, workspace: Workspace) -> None:
    room = account_room(window.desk)
    light = room.add(window.desk, "Light")
    assert counted(workspace, light) == {"unit": 0, "seat": 0, "workstream": 0, "objective": 0}
    entry(window, "Work as key account manager").run()
    heavy = account_room(window.desk).add(window.desk, "Heavy")
    assert counted(workspace, heavy) == {"unit": 1, "seat": 4, "workstream": 3, "objective": 3}
    workspace.undo()
    with workspace.read() as session:
        assert session.get(Account, heavy) is None
        assert counted(workspace, heavy) == {"unit": 0, "seat": 0, "workstream": 0, "objective": 0}


def test_the_team_of_a_key_account_is_led_by_the_user_with_those_who_lead_departments(workspace: Workspace) -> None:
    sales, service = (workspace.do(add_department, name, name[:3]) for name in ("Sales", "After-sales"))
    workspace.do(add_member, "Marta", department_id=sales, is_me=True)
    workspace.do(add_member, "Andrés", department_id=service, leads_department=True)
    workspace.do(add_member, "Julia", department_id=service)
    workspace.do(add_member, "Luis", department_id=sales, leads_department=True, left_on=TODAY)
    key = workspace.do(add_key_account, "Heavy", TODAY, Words.of("es"))
    with workspace.read() as session:
        assert [(card.name, card.role) for card in team_of(session, key, TODAY)] == [
            ("Marta", TeamRole.LEAD),
            ("Andrés", TeamRole.CORE),
        ]
        assert session.scalars(select(Seat.title).where(Seat.account_id == key).order_by(Seat.position)).first() == (
            "Dirección general"
        )


def test_the_role_taken_by_menu_is_undone_like_everything_else(window: MainWindow, workspace: Workspace) -> None:
    assert not entry(window, "Work as account manager").when()
    entry(window, "Work as key account manager").run()
    assert role(workspace) == "kam"
    assert not entry(window, "Work as key account manager").when()
    assert "key accounts come first" in window.notices.text
    window.undo()
    assert role(workspace) == "am"


def test_settings_show_what_was_chosen_elsewhere_and_what_was_undone(window: MainWindow, workspace: Workspace) -> None:
    window.go("settings")
    assert window.page is not None
    box = window.page.findChild(QComboBox, "settings.role")
    assert isinstance(box, QComboBox)
    entry(window, "Work as key account manager").run()
    assert box.currentData() == "kam"
    workspace.undo()
    QApplication.processEvents()
    assert box.currentData() == "am"


def test_each_role_prints_its_own_paper_first(window: MainWindow, workspace: Workspace, theme: Theme) -> None:
    found = []
    for label in ("Work as key account manager", "Work as account manager"):
        entry(window, label).run()
        made = window.plan.pages["print"](window.desk)
        box = made.findChild(QComboBox, "print.document")
        assert isinstance(box, QComboBox)
        found.append(box.currentData())
        made.deleteLater()
    assert found == ["actions-list", "onepager"]


def test_the_keys_are_one_button_away_in_settings(window: MainWindow, qtbot: QtBot) -> None:
    window.go("settings")
    assert window.page is not None
    button = window.page.findChild(QPushButton, "settings.keys")
    assert isinstance(button, QPushButton)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert window._overlays.shown("keys")


def test_a_key_account_gets_what_it_lacks_in_one_step(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int]
) -> None:
    key = accounts["Umbrella"]
    window.go("account", key)
    assert isinstance(window.page, AccountPage)
    entry(window, "Make this a key account").run()
    with workspace.read() as session:
        card = accounts_queries.card(session, key)
        plan = session.get(Plan, current_plan(session, key, TODAY))
    assert card is not None
    assert (card.tier, card.rhythm_days) == (Tier.KEY, 7)
    assert plan is not None
    assert (plan.title, plan.starts_on, plan.ends_on) == ("Plan 2026–2028", TODAY, date(2028, 12, 31))
    assert counted(workspace, key) == {"unit": 1, "seat": 4, "workstream": 3, "objective": 3}
    workspace.undo()
    with workspace.read() as session:
        card = accounts_queries.card(session, key)
        assert current_plan(session, key, TODAY) is None
    assert card is not None
    assert (card.tier, card.rhythm_days) == (Tier.A, None)


def test_what_a_key_account_has_already_stays(
    window: MainWindow, workspace: Workspace, accounts: dict[str, int]
) -> None:
    key = accounts["Umbrella"]
    workspace.do(edit_account, key, rhythm_days=3)
    window.go("account", key)
    for _ in range(2):
        entry(window, "Make this a key account").run()
    with workspace.read() as session:
        card = accounts_queries.card(session, key)
        assert session.query(Plan).count() == 1
    assert card is not None
    assert card.rhythm_days == 3

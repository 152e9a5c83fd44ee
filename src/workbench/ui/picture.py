"""Pictures of pages, for the manual and for looking at them."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QDeadlineTimer, QEvent, QEventLoop, QIODevice, QPoint, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from workbench.accounts.model import Account, Tier
from workbench.accounts.queries import account_named
from workbench.kernel.errors import UserError
from workbench.kernel.files import check_ending, replace_file
from workbench.kernel.settings import Settings
from workbench.kernel.words import N_
from workbench.kernel.workspace import Workspace
from workbench.meetings.queries import next_of
from workbench.ui.app import build_window
from workbench.ui.plan import PAGES
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.theme import Looks, Theme, load_fonts

PATIENCE_MS, RENDER_MS = 20_000, 700
CAPTURED = {
    "en": "Call Ana tomorrow 10:00 #Iberlogística @aftersales !high",
    "es": "llamar a Ana mañana 10:00 #Iberlogística @posventa !alta",
}
STATES = ("search", "capture", "undo")
TABS = {"overview": 0, "people": 1, "account-meetings": 2, "account-actions": 3, "plan": 4, "timeline": 5}


LARGEST_SIDE = 16_000  # pixels: a picture twice as wide no longer fits the memory of a laptop


class PictureTooLarge(UserError):
    message = N_("The picture would be {side} pixels on a side; {limit} is the most. Nothing was written.")
    advice = N_("Choose a smaller size or scale.")


class NoSuchPage(UserError):
    message = N_("There is no page “{page}”.")
    advice = N_("The pages are: {pages}.")


@dataclass(frozen=True)
class Shot:
    """What to photograph: the page, the size of the window in logical pixels, and how it looks."""

    page: str
    size: tuple[int, int] = (1280, 800)
    theme: str = "light"
    language: str = "en"
    scale: float = 1.0
    density: str = "comfortable"
    text_size: int = 100


def take(workspace: Workspace, shot: Shot, account: str | None, target: Path) -> None:
    """Write a picture of a page as PNG."""
    if shot.page not in {*PAGES, *TABS, *STATES}:
        raise NoSuchPage(page=shot.page, pages=", ".join(sorted({*PAGES, *TABS, *STATES})))
    check_ending(target, ".png")
    if max(shot.size) * shot.scale > LARGEST_SIDE:
        raise PictureTooLarge(side=int(max(shot.size) * shot.scale), limit=LARGEST_SIDE)
    image = picture(workspace, shot, account)
    content = _png(image)
    with replace_file(target) as file:
        file.write(content)


def picture(workspace: Workspace, shot: Shot, account: str | None = None) -> QImage:
    """The page as it would look on a screen of that size and scale."""
    app = _application()
    theme = Theme(shot.theme, shot.text_size, looks=Looks(density=shot.density))
    theme.apply(app)
    window = build_window(workspace, Settings(Path(os.devnull)), shot.language, theme)
    window.resize(*shot.size)
    window.show()
    _go(window, workspace, shot.page, account)
    settle(app, window)
    image = QImage(QSize(*shot.size) * shot.scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(shot.scale)
    image.fill(theme.color("window"))
    painter = QPainter(image)
    window.render(painter, QPoint())
    painter.end()
    window.close()
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return image


def settle(app: QApplication, window: MainWindow) -> None:
    """Wait until everything in the background is painted."""
    app.processEvents()
    patience = QDeadlineTimer(PATIENCE_MS)
    while window.desk.tasks.is_busy() and not patience.hasExpired():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
    # a page of a PDF is rendered in a thread of Qt's own, which tells nobody
    rest = QDeadlineTimer(RENDER_MS if window.page and window.page.objectName() == "print" else 0)
    while not rest.hasExpired():
        app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
    app.processEvents()


def _go(window: MainWindow, workspace: Workspace, page: str, account: str | None) -> None:
    with workspace.read() as session:
        chosen = account_named(session, account) if account else _some_account(workspace)
        following = next_of(session, chosen, workspace.clock.now()) if chosen else None
    if page in TABS:
        window.go("account", chosen)
        shown = window.page
        if shown is not None and hasattr(shown, "show_tab"):
            shown.show_tab(TABS[page])
    elif page == "capture":
        window.go("today")
        window.capture.begin(CAPTURED[window.desk.words.language])
    elif page == "undo":
        window.go("today")
        window.show_undo_list()
    elif page == "search":
        window.go("today")
        window.search("iber")
    else:
        target = {"account": chosen, "print": chosen, "meeting": following.id if following else None}.get(page)
        window.go(page, target)


def _some_account(workspace: Workspace) -> int | None:
    with workspace.read() as session:
        by_tier = select(Account.id).order_by(Account.tier != Tier.KEY, Account.name)
        return session.scalar(by_tier.limit(1))


def _application() -> QApplication:
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    made = QApplication(sys.argv[:1])
    load_fonts()
    return made


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())

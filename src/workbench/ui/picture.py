"""Pictures of pages, for the manual and for looking at them."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QDeadlineTimer, QEvent, QEventLoop, QIODevice, QPoint
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from workbench.kernel.errors import UserError
from workbench.kernel.files import check_ending, replace_file
from workbench.kernel.settings import Settings
from workbench.kernel.words import N_, Words
from workbench.kernel.workspace import Workspace
from workbench.ui import scenes
from workbench.ui.app import build_window
from workbench.ui.filter_bar import FilterBar
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.shell.welcome import Welcome
from workbench.ui.theme import Looks, Theme, load_fonts, new_application

PATIENCE_MS, RENDER_MS = 20_000, 700
TURNS = 3
# what comes before there is a window
DIALOGS: dict[str, Callable[[Words, Theme], QWidget]] = {"welcome": Welcome}
LARGEST_SIDE = 16_000  # pixels: a picture twice as wide no longer fits the memory of a laptop


class PictureTooLarge(UserError):
    message = N_("The picture would be {side} pixels on a side; {limit} is the most. Nothing was written.")
    advice = N_("Choose a smaller size or scale.")


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
    if shot.page not in {*scenes.SCENES, *scenes.ALIASES, *DIALOGS}:
        raise scenes.NoSuchPage(page=shot.page, pages=", ".join(sorted({*scenes.SCENES, *DIALOGS})))
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
    shown = _shown(workspace, shot, theme, account)
    image = QImage(shown.size() * shot.scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(shot.scale)
    image.fill(theme.color("window"))
    painter = QPainter(image)
    shown.render(painter, QPoint())
    painter.end()
    shown.close()
    shown.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return image


def _shown(workspace: Workspace, shot: Shot, theme: Theme, account: str | None) -> QWidget:
    app = _application()
    if shot.page in DIALOGS:
        dialog = DIALOGS[shot.page](Words.of(shot.language), theme)
        dialog.show()
        app.processEvents()
        return dialog
    window = build_window(workspace, Settings(Path(os.devnull)), shot.language, theme)
    window.resize(*shot.size)
    window.show()
    scenes.play(window, shot.page, account)
    settle(app, window)
    return window


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
    for bar in window.findChildren(FilterBar):
        bar.count_now()
    # what came back from behind asks for room, which is given a turn later
    for _ in range(TURNS):
        app.processEvents()


def _application() -> QApplication:
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    made = new_application()
    load_fonts()
    return made


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())

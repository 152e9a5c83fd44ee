"""A new computer that speaks Spanish: welcome, a passphrase, two old files brought in, taken back and brought in again."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from workbench.accounts.model import Account
from workbench.contacts.model import Person
from workbench.kernel.clock import clock_at
from workbench.kernel.entity import Entity
from workbench.kernel.settings import ROLE, Settings, of_portfolio
from workbench.kernel.workspace import Workspace
from workbench.ui.app import build_window
from workbench.ui.arrival import Host, arrive
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.shell.welcome import Welcome
from workbench.ui.theme import Theme, load_fonts

PHRASE = "cuatro palabras sin parentesco"
NoKey, Ctrl = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ACCOUNTS = 14


class Hands:
    """Types like a person and counts: a chord, or one run of typing."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot, self.count = qtbot, 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NoKey) -> None:
        self.count += 1
        self._qtbot.keyClick(QApplication.focusWidget(), key, held)

    def type(self, text: str) -> None:
        self.count += 1
        self._qtbot.keyClicks(QApplication.focusWidget(), text)

    def tab_to(self, name: str) -> None:
        """Walk to a part by Tab; walking is not counted, as with any single key that only moves."""
        # what was just added to a page is shown one turn of the event loop later, and Tab skips what is hidden
        inside = QApplication.focusWidget().window()
        self._qtbot.waitUntil(lambda: any(one.isVisible() for one in inside.findChildren(QWidget, name)))
        for _ in range(60):
            if QApplication.focusWidget().objectName() == name:
                return
            self._qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        raise AssertionError(f"{name} is not reached by Tab")


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    return Hands(qtbot)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    load_fonts()
    made = Theme("light")
    made.apply(qapp)
    return made


@pytest.fixture
def arrived(theme: Theme, tmp_path: Path, hands: Hands, qtbot: QtBot) -> Iterator[tuple[Host, Workspace]]:
    """The portfolio of somebody who answered the welcome page by keys: key account manager, passphrase, import."""

    def answer() -> None:
        # the page is there before it has the keys
        qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Welcome))
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        page = QApplication.activeModalWidget()
        assert isinstance(page, Welcome)
        try:
            fill(page)
        finally:
            # whatever goes wrong, nobody waits for an answer
            page.reject() if page.isVisible() else None

    def fill(page: Welcome) -> None:
        assert page.windowTitle() == "Te damos la bienvenida"
        hands.tab_to("welcome.i_am.0")
        hands.press(Qt.Key.Key_Right)
        hands.tab_to("welcome.start_with.0")
        hands.press(Qt.Key.Key_Right)
        hands.press(Qt.Key.Key_Right)
        hands.tab_to("welcome.passphrase")
        hands.type(PHRASE)
        hands.press(Qt.Key.Key_Return)

    host = Host(Settings(tmp_path / "settings.json"), theme, "es", clock_at(date(2026, 3, 10), "Europe/Madrid"))
    QTimer.singleShot(50, answer)
    workspace = arrive(host, None, None, demo=False)
    assert workspace is not None
    yield host, workspace
    workspace.close()


@pytest.fixture
def window(arrived: tuple[Host, Workspace], qtbot: QtBot) -> MainWindow:
    host, workspace = arrived
    made = build_window(workspace, host.settings, host.language, host.theme)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.go(host.first_page)
    made.show()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return made


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    return [str(written_accounts(tmp_path)), str(written_people(tmp_path, 60))]


def written_accounts(folder: Path) -> Path:
    rows = ["Empresa;CIF;Ciudad", *(f"Compañía {n:02};A{n:08};Zaragoza" for n in range(ACCOUNTS))]
    path = folder / "cuentas.csv"
    path.write_bytes("\r\n".join(rows).encode("cp1252"))
    return path


def written_people(folder: Path, rows: int) -> Path:
    lines = ["Nombre;Apellidos;Empresa;Correo;Lo que hace"]
    for n in range(rows):
        name = "" if n in {7, 23} else "Begoña"
        family = "" if n in {7, 23} else f"Núñez {n:03}"
        company, mail = (f"Compañía {n % ACCOUNTS:02}", f"p{n}@compania.example") if name else ("", "")
        lines.append(f"{name};{family};{company};{mail};Jefa de almacén")
    path = folder / "contactos.csv"
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    return path


@pytest.fixture
def chosen(files: list[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The system's own dialog answers with the two files; it cannot be typed into without a desktop."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: (files, ""))
    return files


def count(workspace: Workspace, kind: type[Entity]) -> int:
    with workspace.read() as session:
        return session.scalar(select(func.count()).select_from(kind)) or 0


def start_of(window: MainWindow) -> QPushButton:
    made = window.page.findChild(QPushButton, "import.start")
    assert isinstance(made, QPushButton)
    return made


def ready(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the files are read and the key to begin is under the hand."""
    qtbot.waitUntil(lambda: not window.desk.tasks.is_busy() and start_of(window).hasFocus(), timeout=20_000)


def done(window: MainWindow) -> Callable[[], bool]:
    return lambda: not window.desk.tasks.is_busy()


@pytest.mark.usefixtures("chosen")
def test_two_old_files_come_in_go_and_come_again(
    arrived: tuple[Host, Workspace], window: MainWindow, hands: Hands, qtbot: QtBot
) -> None:
    workspace = arrived[1]
    with workspace.read() as session:
        assert of_portfolio(session, ROLE) == "kam"
    hands.press(Qt.Key.Key_O, Ctrl)
    ready(window, qtbot)
    said = " ".join(window.page.findChildren(type(window.page._names))[n].text() for n in range(5))
    assert "cuentas.csv" in said

    box = window.page.findChild(QComboBox, "import.map.Lo que hace")
    assert isinstance(box, QComboBox)
    hands.tab_to("import.map.Lo que hace")
    hands.type("Cargo")
    assert box.currentText() == "Cargo"
    qtbot.waitUntil(lambda: window.page._readings == 2)
    hands.tab_to("import.start")
    hands.press(Qt.Key.Key_Space)
    qtbot.waitUntil(done(window), timeout=20_000)
    assert count(workspace, Account) == ACCOUNTS
    assert count(workspace, Person) == 58
    told = " ".join(one.text() for one in window.page.findChildren(type(window.page._names)))
    assert "Importadas 58 de 60 filas." in told
    assert window.notices.text == "Importado."

    hands.press(Qt.Key.Key_Z, Ctrl)
    assert (count(workspace, Account), count(workspace, Person)) == (0, 0)
    hands.press(Qt.Key.Key_Y, Ctrl)
    assert (count(workspace, Account), count(workspace, Person)) == (ACCOUNTS, 58)
    assert hands.count <= 20

    workspace.close()
    raw = workspace.book.path.read_bytes()
    assert not [name for name in ("Begoña", "Núñez 001", "compania.example") if name.encode() in raw]


def test_a_cancelled_import_leaves_nothing_and_begins_again_with_one_key(
    arrived: tuple[Host, Workspace], window: MainWindow, hands: Hands, qtbot: QtBot, tmp_path: Path
) -> None:
    workspace = arrived[1]
    dropped(window, [written_accounts(tmp_path), written_people(tmp_path, 8_000)])
    ready(window, qtbot)
    beats = Beats()
    hands.press(Qt.Key.Key_Space)
    # the window goes on living while the files come in
    qtbot.waitUntil(lambda: beats.count > 20, timeout=20_000)
    assert window.desk.tasks.is_busy()
    hands.press(Qt.Key.Key_Space)
    qtbot.waitUntil(done(window), timeout=20_000)
    assert window.notices.text == "Cancelado. No se ha importado nada."
    assert (count(workspace, Account), count(workspace, Person)) == (0, 0)

    assert start_of(window).hasFocus()
    assert start_of(window).text() == "Importar"


class Beats(QTimer):
    """Counts how often the event loop came round."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.timeout.connect(self._beat)
        self.start(5)

    def _beat(self) -> None:
        self.count += 1


def dropped(window: MainWindow, files: list[Path]) -> None:
    """Let go of files over the window, as the file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(50, 50), copy, data, left, NoKey))
    QApplication.sendEvent(window, QDropEvent(QPointF(50, 50), copy, data, left, NoKey))

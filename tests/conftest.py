"""What every test stands on: a home of its own, no network, and no stray word from the program."""

import gc
import logging
import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from workbench.kernel.cycles import collect_due

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# the same examples every time, so that a failure is somebody's change; HYPOTHESIS_PROFILE=exploring looks further
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("exploring", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
HERE = ("127.0.0.1", "::1", "localhost", None)
SAMPLES = Path(__file__).parents[2] / "shared" / "samples"


@pytest.fixture(autouse=True, scope="session")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing of the person who runs the tests is seen, also not by programs that the tests start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or leaves settings of another one."""
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True, scope="session")
def no_cycles_collected_by_workers() -> None:
    """As in the program: a widget in a cycle must not be destroyed by a thread that prints or imports."""
    gc.disable()


@pytest.fixture(autouse=True)
def cycles_collected_between_tests(no_cycles_collected_by_workers: None) -> Iterator[None]:
    yield
    collect_due()


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing may leave this computer; its own sockets are allowed."""

    def refused(address: object) -> None:
        raise AssertionError(f"the program tried to reach {address}")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name), refused))
    asked = socket.getaddrinfo
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda host, *rest, **more: asked(host, *rest, **more) if host in HERE else refused(host)
    )


def _guarded(original: Callable[..., Any], refused: Callable[[object], None]) -> Callable[..., Any]:
    def guarded(self: socket.socket, *given: Any) -> Any:
        address = given[-1]
        if self.family != socket.AF_UNIX and not (isinstance(address, tuple) and address[0] in HERE):
            refused(address)
        return original(self, *given)

    return guarded


@pytest.fixture(autouse=True)
def no_windows_left() -> Iterator[None]:
    """A window that a test leaves behind is taken down: styling all of them again would slow the next tests."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets and widgets.QApplication.instance():
        core = sys.modules["PySide6.QtCore"]
        for window in widgets.QApplication.topLevelWidgets():
            window.hide()
            window.deleteLater()
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def no_stray_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning or an error in the log that the test did not clear fails it."""
    yield
    records = caplog.get_records("setup") + caplog.get_records("call")
    stray = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not stray, stray


@pytest.fixture
def samples() -> Path:
    """Real files of other programs, which lie beside the project where they are available."""
    if not SAMPLES.is_dir():
        pytest.skip("the sample files of other programs are not beside this checkout")
    return SAMPLES

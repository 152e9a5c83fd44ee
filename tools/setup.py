"""Makes everything ready on a bare machine: system libraries, virtual environment, locked packages, catalogues.

Runs with the system's Python and its standard library only. Usage: python3 tools/setup.py run|test
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
INSIDE = VENV / "bin/python"
STAMP = VENV / "ready"
PYTHONS = ("python3.11", "python3.12", "python3.13")

# what Qt loads even without a display, what a window on X and on Wayland needs (names of Debian 12)
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
# poppler reads back the PDFs that tests write
PROGRAMS = {"run": {}, "test": {"pdftotext": "poppler-utils"}}
# the screen that is walked as a screen reader hears it; without these that one test is left out
WISHED = {
    "Xvfb": "xvfb",
    "dbus-run-session": "dbus",
    "busctl": "systemd",
    "/usr/libexec/at-spi-bus-launcher": "at-spi2-core",
}
LOCKS = {"run": "requirements.lock", "test": "requirements-dev.lock"}


def main(purpose: str) -> int:
    """Bring the machine to the state that `purpose` needs; 0 when it is ready."""
    if not _is_ready(purpose):
        missing = _missing(purpose)
        if missing and not _install(missing):
            return 1
        if purpose == "test":
            _install_wished()
        if not _make_environment(purpose):
            return 1
        STAMP.write_text(f"{ROOT}\n{_fingerprint(purpose)}\n")
    return 0 if _compile_catalogues() else 1


def _is_ready(purpose: str) -> bool:
    # what is ready for the tests is ready for a run as well, so the two do not undo each other
    good = {_fingerprint(purpose), _fingerprint("test")}
    place, made = _stamp()
    return INSIDE.exists() and place == str(ROOT) and made in good


def _stamp() -> tuple[str, str]:
    """Where the environment was made, and what is in it."""
    lines = STAMP.read_text().splitlines() if STAMP.exists() else []
    return (lines[0], lines[1]) if len(lines) == 2 else ("", "")


def _fingerprint(purpose: str) -> str:
    parts = hashlib.sha256(purpose.encode())
    for name in (LOCKS[purpose], "pyproject.toml", "tools/setup.py"):
        parts.update((ROOT / name).read_bytes())
    return parts.hexdigest()


def _missing(purpose: str) -> list[str]:
    """The system packages that are still to be installed."""
    names = [package for library, package in LIBRARIES.items() if not _loads(library)]
    names += [package for program, package in PROGRAMS[purpose].items() if shutil.which(program) is None]
    python = _python()
    if python is None:
        names += ["python3", "python3-venv"]
    elif not _runs([python, "-c", "import ensurepip, venv"]):
        names.append(f"python3.{sys.version_info.minor}-venv" if python == sys.executable else "python3-venv")
    return names


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _install(packages: list[str]) -> bool:
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        print("These system packages are missing: " + " ".join(packages))
        print("Install them with: sudo " + " ".join(command))
        return False
    print("Installing system packages: " + " ".join(packages), flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # an update that fails may still leave lists that are good enough; the installation tells
    _runs(["apt-get", "update", "-qq"], environment)
    return _does(command, environment)


def _install_wished() -> None:
    """Install what more there is to test with, where that can be done without asking anybody."""
    wished = [package for program, package in WISHED.items() if shutil.which(program) is None]
    if wished and os.geteuid() == 0 and shutil.which("apt-get") and not _install(wished):
        print("Tests that need them are left out: " + " ".join(wished))


def _python() -> str | None:
    """A Python that the program runs with: the one at work, or another one on the path."""
    if (3, 11) <= sys.version_info < (3, 14):
        return sys.executable
    found = (shutil.which(name) for name in PYTHONS)
    # version switchers leave names on the path that run nothing
    return next((python for python in found if python and _runs([python, "-c", ""])), None)


def _make_environment(purpose: str) -> bool:
    python, lock = _python(), LOCKS[purpose]
    if python is None:
        print("Python 3.11, 3.12 or 3.13 is needed and none was found. Install it: sudo apt-get install python3")
        return False
    pip = [str(INSIDE), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    # an environment knows its place by heart, and stands on a Python that may be gone
    was_moved = _stamp()[0] not in ("", str(ROOT))
    if was_moved or not _runs([str(INSIDE), "-m", "pip", "--version"]):
        print("Making the virtual environment", flush=True)
        if not _does([python, "-m", "venv", "--clear", str(VENV)]):
            return False
    print(f"Installing the packages of {lock}; the first time this takes a minute or two", flush=True)
    packages = _does([*pip, "--require-hashes", "-r", str(ROOT / lock)])
    ours = packages and _does([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)])
    # compiled now, so that the first start is a warm one
    return ours and _does([str(INSIDE), "-m", "compileall", "-q", str(ROOT / "src")])


def _compile_catalogues() -> bool:
    """Catalogues in the form that starts fast, where the texts are newer."""
    for texts in (ROOT / "resources/locale").glob("*/LC_MESSAGES/*.po"):
        compiled = texts.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < texts.stat().st_mtime:
            return _does([str(INSIDE), str(ROOT / "tools/words.py"), "compile"])
    return True


def _runs(command: list[str], environment: dict[str, str] | None = None) -> bool:
    try:
        done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True)
    except OSError:
        return False
    return done.returncode == 0


def _does(command: list[str], environment: dict[str, str] | None = None) -> bool:
    """Whether a step went well; if not, its complaints are shown, and what to try by hand."""
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if done.returncode:
        print(done.stderr.strip() or done.stdout.strip())
        print("That failed. Try it by hand: " + " ".join(command))
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "run"))

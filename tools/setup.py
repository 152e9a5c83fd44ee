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
STAMP = VENV / "ready"
PYTHONS = ("python3.11", "python3.12", "python3.13")

# what Qt loads even without a display, and what a window on X needs (Debian 12 names)
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# poppler reads back the PDFs that tests write
PROGRAMS = {"test": {"pdftotext": "poppler-utils", "Xvfb": "xvfb", "xdotool": "xdotool"}, "run": {}}


def main(purpose: str) -> int:
    """Bring the machine to the state that `purpose` needs; 0 when it is ready."""
    wanted = _fingerprint(purpose)
    if STAMP.exists() and STAMP.read_text() == wanted:
        return 0
    missing = _missing(purpose)
    if missing and not _install(missing):
        return 1
    python = _python()
    if python is None:
        print("Python 3.11, 3.12 or 3.13 is needed and none was found. Install it: apt-get install python3")
        return 1
    _make_environment(python, purpose)
    STAMP.write_text(wanted)
    return 0


def _missing(purpose: str) -> list[str]:
    names = [package for library, package in LIBRARIES.items() if not _loads(library)]
    names += [package for program, package in PROGRAMS[purpose].items() if shutil.which(program) is None]
    python = _python()
    if python is None:
        names += ["python3", "python3-venv"]
    elif subprocess.run([python, "-c", "import ensurepip, venv"], capture_output=True).returncode:
        names.append("python3-venv")
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
    quiet = {"stdout": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False, **quiet)
    done = subprocess.run(command, env=environment, check=False, **quiet).returncode == 0
    if not done:
        print("That failed. Try it by hand: " + " ".join(command))
    return done


def _python() -> str | None:
    for name in PYTHONS:
        found = shutil.which(name)
        if found and subprocess.run([found, "-c", ""], capture_output=True).returncode == 0:
            return found
    return None


def _make_environment(python: str, purpose: str) -> None:
    pip = [str(VENV / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    if not (VENV / "bin/python").exists():
        print("Making the virtual environment", flush=True)
        subprocess.run([python, "-m", "venv", str(VENV)], check=True)
    lock = "requirements-dev.lock" if purpose == "test" else "requirements.lock"
    print(f"Installing the packages of {lock}", flush=True)
    subprocess.run([*pip, "--require-hashes", "-r", str(ROOT / lock)], check=True)
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], check=True)
    subprocess.run([str(VENV / "bin/python"), str(ROOT / "tools/words.py"), "compile"], check=True)


def _fingerprint(purpose: str) -> str:
    parts = hashlib.sha256(sys.version.encode())
    names = ["requirements.lock", "pyproject.toml", "tools/setup.py", "resources/locale/es/LC_MESSAGES/workbench.po"]
    for name in names + (["requirements-dev.lock"] if purpose == "test" else []):
        path = ROOT / name
        parts.update(path.read_bytes() if path.exists() else b"")
    # what is ready for the tests is ready for a run as well, so the two do not undo each other
    if purpose == "run" and STAMP.exists() and STAMP.read_text() == _fingerprint("test"):
        return STAMP.read_text()
    return f"{purpose} {parts.hexdigest()}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "run"))

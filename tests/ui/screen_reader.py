"""What a screen reader is told by the real program: run under `dbus-run-session`, prints the nodes as JSON."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
ROOT, NODE = "/org/a11y/atspi/accessible/root", "org.a11y.atspi.Accessible"
FOCUSABLE, SHOWING = 11, 25
PATIENCE, MOST_CHILDREN, MOST_NODES = 30, 40, 700
Node = tuple[str, str]


def main() -> int:
    """Start a screen, the bus and the program; walk what it tells."""
    began: list[subprocess.Popen[Any]] = []
    try:
        reading, writing = os.pipe()
        began.append(
            subprocess.Popen(
                ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24"],
                pass_fds=[writing],
                stderr=subprocess.DEVNULL,
            )
        )
        display = ":" + os.read(reading, 10).decode().strip()
        began.append(subprocess.Popen([LAUNCHER, "--launch-immediately"], env={**os.environ, "DISPLAY": display}))
        wanted = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        program = [sys.executable, "-m", "workbench", "--demo", "--language", "es"]
        began.append(subprocess.Popen(program, env={**os.environ, **wanted}, stderr=subprocess.DEVNULL))
        bus = _bus()
        json.dump(list(_walk(bus, _window(bus))), sys.stdout)
    finally:
        for process in reversed(began):
            process.terminate()
            process.wait()
    return 0


def _bus() -> str:
    return str(_patiently(lambda: _call(["--user"], "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")))


def _window(bus: str) -> Node:
    """The program's window, once it is there."""

    def look() -> Node | None:
        for program in _children(bus, ("org.a11y.atspi.Registry", ROOT)):
            for window in _children(bus, program):
                if len(_children(bus, window)) > 1:
                    return window
        return None

    found: Node = _patiently(look)
    return found


def _patiently(ask: Any) -> Any:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        found = ask()
        if found:
            return found
        time.sleep(0.2)
    raise SystemExit("nothing was told within half a minute")


def _walk(bus: str, top: Node) -> Iterator[dict[str, Any]]:
    waiting, told = [top], 0
    while waiting and told < MOST_NODES:
        node = waiting.pop(0)
        told += 1
        states = _states(bus, node)
        if SHOWING in states:
            yield {
                "name": _property(bus, node, "Name"),
                "role": _call(["--address", bus], *node, NODE, "GetRoleName"),
                "focusable": FOCUSABLE in states,
            }
            waiting += _children(bus, node)[:MOST_CHILDREN]


def _states(bus: str, node: Node) -> set[int]:
    words = _call(["--address", bus], *node, NODE, "GetState") or [0, 0]
    return {bit for bit in range(64) if words[bit // 32] >> (bit % 32) & 1}


def _children(bus: str, node: Node) -> list[Node]:
    return [(name, path) for name, path in _call(["--address", bus], *node, NODE, "GetChildren") or []]


def _property(bus: str, node: Node, name: str) -> str:
    told = _busctl(["--address", bus], "get-property", *node, NODE, name)
    return str(told["data"]) if told else ""


def _call(where: list[str], *call: str) -> Any:
    told = _busctl(where, "call", *call)
    return told["data"][0] if told else None


def _busctl(where: list[str], *words: str) -> Any:
    done = subprocess.run(["busctl", *where, "-j", *words], capture_output=True, text=True, check=False)
    return json.loads(done.stdout) if done.returncode == 0 and done.stdout else None


if __name__ == "__main__":
    sys.exit(main())

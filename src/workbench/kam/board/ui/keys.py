"""The keys of the board: steps from card to card and from head to head; the rest is told to whoever listens."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from workbench.kam.board.ui.pieces import DonePiece, HeadPiece

if TYPE_CHECKING:
    from workbench.kam.board.ui.canvas import Canvas

Key = Qt.Key
NAMES = {
    Key.Key_Space: "Space",
    Key.Key_Delete: "Delete",
    Key.Key_F2: "F2",
    Key.Key_Return: "Enter",
    Key.Key_Enter: "Enter",
    Key.Key_Menu: "Menu",
}
MOVES = {Key.Key_Left: "Left", Key.Key_Right: "Right", Key.Key_Up: "Up", Key.Key_Down: "Down"}
OURS = "TDSWBOXMGEHVLNYFA+-123456789"


def press(canvas: "Canvas", event: QKeyEvent) -> bool:
    """Go where a key leads, or tell of it; False if it means nothing here."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key, focused = Key(event.key()), QApplication.focusWidget()
    if isinstance(focused, HeadPiece) and not held and _on_head(canvas, focused, key):
        return True
    if isinstance(focused, DonePiece) and key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
        focused.activate()
        return True
    if held == Qt.KeyboardModifier.AltModifier and key in MOVES:
        canvas.pressed.emit(f"Alt+{MOVES[key]}")
        return True
    if held == Qt.KeyboardModifier.ControlModifier and key in MOVES:
        canvas.pressed.emit(f"Ctrl+{MOVES[key]}")
        return True
    if held == Qt.KeyboardModifier.ControlModifier and key == Key.Key_A:
        canvas.walk.choose_all()
        canvas.mark_again()
        return True
    if held == Qt.KeyboardModifier.ShiftModifier and key in (Key.Key_Up, Key.Key_Down):
        _choose_along(canvas, 1 if key == Key.Key_Down else -1)
        return True
    if held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
        return _step(canvas, key) or _tell(canvas, key, event.text())
    return False


def _step(canvas: "Canvas", key: Key) -> bool:
    walk = canvas.walk
    steps = {
        Key.Key_Down: lambda: walk.down(1),
        Key.Key_Up: lambda: walk.down(-1),
        Key.Key_J: lambda: walk.along(1),
        Key.Key_K: lambda: walk.along(-1),
        Key.Key_Right: lambda: walk.across(1),
        Key.Key_PageDown: lambda: walk.lane_step(1),
        Key.Key_PageUp: lambda: walk.lane_step(-1),
        Key.Key_Home: lambda: walk.order[0] if walk.order else None,
        Key.Key_End: lambda: walk.order[-1] if walk.order else None,
    }
    if key == Key.Key_Left:
        beside = walk.across(-1)
        if beside is None:
            _to_head(canvas)
        else:
            canvas.stand_at(beside)
        return True
    if key not in steps:
        return False
    canvas.stand_at(steps[key]())
    return True


def _tell(canvas: "Canvas", key: Key, text: str) -> bool:
    if key == Key.Key_X:
        if canvas.walk.current is not None:
            canvas.walk.choose(canvas.walk.current)
            canvas.stand_at(canvas.walk.along(1), alone=False)
            canvas.mark_again()
        return True
    name = NAMES.get(key) or (text.upper() if text.upper() in OURS and text else "")
    if key == Key.Key_Escape:
        if not canvas.walk.together:
            return False
        canvas.walk.together = set()
        canvas.mark_again()
        return True
    if name:
        canvas.pressed.emit(name)
    return bool(name)


def _choose_along(canvas: "Canvas", step: int) -> None:
    walk = canvas.walk
    if walk.current is None:
        return
    walk.together.add(walk.current)
    beside = walk.along(step)
    if beside is not None:
        walk.together.add(beside)
        canvas.stand_at(beside, alone=False)
    canvas.mark_again()


def _to_head(canvas: "Canvas") -> None:
    current = canvas.walk.current
    if current is not None:
        _stand_on_head(canvas, canvas.plan.spots[current][0])


def _stand_on_head(canvas: "Canvas", lane: int) -> None:
    if not 0 <= lane < len(canvas.plan.lanes):
        return
    canvas.reveal(canvas.plan.lanes[lane].box)
    head = canvas.head(lane)
    if head is not None:
        head.setFocus(Qt.FocusReason.OtherFocusReason)


def _on_head(canvas: "Canvas", head: HeadPiece, key: Key) -> bool:
    lanes = canvas.plan.lanes
    here = next((n for n, one in enumerate(lanes) if one.lane.place == head.lane.place), -1)
    if here < 0:
        return False
    if key in (Key.Key_Up, Key.Key_Down):
        _stand_on_head(canvas, here + (1 if key == Key.Key_Down else -1))
    elif (
        key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space)
        or (key == Key.Key_Left and not lanes[here].is_folded)
        or (key == Key.Key_Right and lanes[here].is_folded and any(head.lane.cells))
    ):
        canvas.folded.emit(head.lane.place)
    elif key == Key.Key_Right:
        first = canvas.walk.first_in(here)
        if first is not None:
            canvas.stand_at(first)
    elif key == Key.Key_Escape:
        canvas.take_keys()
    elif key in (Key.Key_F2, Key.Key_Delete):
        canvas.pressed.emit(NAMES[key])
    else:
        return False
    return True

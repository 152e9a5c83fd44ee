"""`make golden`: small stored pictures of every page and state, which a test holds against the program."""

import io
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from PIL import Image, ImageChops  # noqa: E402
from PySide6.QtCore import QBuffer, QIODevice  # noqa: E402

from workbench.demo.file import demo_workspace  # noqa: E402
from workbench.kernel.clock import clock_at  # noqa: E402
from workbench.kernel.workspace import Workspace  # noqa: E402
from workbench.ui.picture import DIALOGS, Shot, picture  # noqa: E402
from workbench.ui.scenes import SCENES  # noqa: E402

FOLDER = ROOT / "tests" / "golden" / "pictures"
DAY, ZONE, PERSON = date(2026, 3, 10), "Europe/Madrid", "marta"
SHARE, QUALITY, ENDING = 0.3, 80, ".webp"
# a pixel is another one when a colour of it is this far away, of 255; this share of them may be
FAR, MOST = 56, 0.006
# the size of the window, the theme, the language and the size of texts
LOOKS = {
    "light": ((1280, 800), "light", "en", 100),
    "dark": ((1280, 800), "dark", "en", 100),
    "es": ((1400, 800), "light", "es", 100),
    "small": ((1024, 600), "light", "es", 100),
    "large": ((1280, 720), "light", "es", 150),
}
HIGH_CONTRAST = ("today", "account", "accounts", "capture", "settings")


def shots() -> Iterator[tuple[str, Shot]]:
    """Every picture there is: its name, and what it shows."""
    for page in sorted({*SCENES, *DIALOGS}):
        for look, (size, theme, language, text_size) in LOOKS.items():
            yield f"{page}-{look}", Shot(page, size, theme, language, text_size=text_size)
        if page in HIGH_CONTRAST:
            yield f"{page}-contrast", Shot(page, (1280, 800), "contrast", "en")


def small(workspace: Workspace, shot: Shot) -> Image.Image:
    """The picture as it is stored: smaller, so that what matters stays and letters may move by a hair."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture(workspace, shot).save(buffer, "PNG")  # type: ignore[call-overload]
    whole = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")
    size = (round(whole.width * SHARE), round(whole.height * SHARE))
    return whole.resize(size, Image.Resampling.LANCZOS)


def difference(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that are not the same."""
    if one.size != other.size:
        return 1.0
    bands = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).split()
    worst = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    return sum(worst.histogram()[FAR:]) / (worst.width * worst.height)


def store(image: Image.Image, target: Path) -> None:
    """Write a picture so that nobody sees what was left out, in half the room of a PNG."""
    image.save(target, quality=QUALITY, method=6)


def main() -> int:
    """Renew every picture that is not the same any more; say which."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = dict(shots())
    for stale in FOLDER.iterdir():
        if stale.stem not in wanted:
            stale.unlink()
    # who made a change is told on some pages
    os.environ["LOGNAME"] = PERSON
    with TemporaryDirectory() as folder:
        for language in ("en", "es"):
            home = Path(folder) / language
            home.mkdir()
            with demo_workspace(home, language, clock_at(DAY, ZONE)) as workspace:
                for name, shot in wanted.items():
                    if shot.language == language:
                        _renew(workspace, name, shot)
    return 0


def _renew(workspace: Workspace, name: str, shot: Shot) -> None:
    target, taken = FOLDER / f"{name}{ENDING}", small(workspace, shot)
    if not target.exists() or difference(taken, Image.open(target)) > MOST:
        store(taken, target)
        print(name)


if __name__ == "__main__":
    sys.exit(main())

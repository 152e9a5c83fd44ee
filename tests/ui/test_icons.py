"""Every icon that the program names is there and draws something, in the colour that was asked for."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon, QImage

import workbench
from workbench.kernel import paths
from workbench.ui import icons
from workbench.ui.theme import Theme

SOURCES = sorted(Path(workbench.__file__).parent.rglob("*.py"))
HERE = {file.stem for file in (paths.resources() / "icons").glob("*.svg")}


def named_icons() -> Iterator[tuple[str, str]]:
    """Each name that stands where an icon is asked for, with the file that asks."""
    for file in SOURCES:
        if "ui" not in file.parts:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from ((name, file.name) for name in asked(node))


def asked(call: ast.Call) -> Iterator[str]:
    called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    places = {"button": 2, "Entry": 3, "Empty": 1, "Place": 1, "icon": 1, "Chip": 2}
    place = places.get(called)
    given = call.args[place] if place is not None and len(call.args) > place else None
    values = [given] + [word.value for word in call.keywords if word.arg == "icon"]
    for value in values:
        if isinstance(value, ast.Constant) and isinstance(value.value, str) and value.value:
            yield value.value


def test_every_icon_that_is_asked_for_exists() -> None:
    assert {pair for pair in named_icons() if pair[0] not in HERE} == set()


@pytest.mark.parametrize("name", sorted(HERE))
def test_an_icon_draws_in_the_colour_of_the_theme(name: str, theme: Theme) -> None:
    image = icons.icon(theme, name, "crit", 32).pixmap(32, 32).toImage()
    drawn = [colour for colour in colours(image) if colour.alpha() > 200]
    assert drawn
    assert all(abs(colour.red() - theme.color("crit").red()) < 12 for colour in drawn)


def test_an_icon_that_cannot_be_used_is_grey(theme: Theme) -> None:
    image = icons.icon(theme, "plus").pixmap(16, 16, QIcon.Mode.Disabled).toImage()
    solid = [colour for colour in colours(image) if colour.alpha() > 240]
    assert all(abs(colour.red() - theme.color("disabled").red()) < 16 for colour in solid)


def colours(image: QImage) -> Iterator[QColor]:
    for x in range(image.width()):
        for y in range(image.height()):
            yield image.pixelColor(x, y)

"""Colours and type: one source for both themes, readable by everybody."""

import tomllib

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from workbench.kernel import paths
from workbench.ui.theme import NAMES, SCALE, Theme

TEXTS = ("text", "text2", "muted", "accent_text")
GROUNDS = ("surface", "window", "subtle", "sidebar", "selection")
STATES = ("ok", "warn", "crit", "info", "block", "neutral")


def contrast(one: str, other: str) -> float:
    """As the accessibility guidelines compute it: 1 is none, 21 is black on white."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("name", NAMES)
def test_texts_can_be_read_on_every_ground(name: str) -> None:
    tokens = Theme(name).tokens
    weak = [(t, g) for t in TEXTS for g in GROUNDS if contrast(tokens[t], tokens[g]) < 4.5]
    assert weak == []


@pytest.mark.parametrize("name", NAMES)
def test_a_status_can_be_read_on_its_own_tint(name: str) -> None:
    tokens = Theme(name).tokens
    assert [s for s in STATES if contrast(tokens[s], tokens[f"{s}_bg"]) < 4.5] == []


@pytest.mark.parametrize("name", NAMES)
def test_controls_and_focus_stand_out(name: str) -> None:
    tokens = Theme(name).tokens
    for ground in ("surface", "window"):
        assert contrast(tokens["border_strong"], tokens[ground]) >= 3
        assert contrast(tokens["focus"], tokens[ground]) >= 3
    assert contrast(tokens["on_accent"], tokens["accent"]) >= 4.5


def test_both_themes_name_the_same_tokens() -> None:
    files = [tomllib.loads((paths.resources() / "themes" / f"{name}.toml").read_text()) for name in NAMES]
    assert files[0].keys() == files[1].keys()


def test_the_palette_is_complete_and_shows_what_is_disabled(qapp: QApplication) -> None:
    theme = Theme("dark")
    theme.apply(qapp)
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Accent) == theme.color("accent")
    assert palette.color(QPalette.ColorRole.PlaceholderText) == theme.color("muted")
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        assert palette.color(QPalette.ColorGroup.Disabled, role) == theme.color("disabled")
        assert palette.color(QPalette.ColorGroup.Inactive, role) == theme.color("text")


def test_the_style_sheet_is_short_and_every_colour_in_it_is_known(qapp: QApplication) -> None:
    Theme("light").apply(qapp)
    assert "@" not in qapp.styleSheet()
    assert len((paths.resources() / "themes" / "sheet.qss").read_text().splitlines()) <= 60


def test_the_bundled_font_is_used_without_hinting(theme: Theme) -> None:
    for style in SCALE:
        font = theme.font(style)
        assert QFontInfo(font).family() == "Inter"
        assert font.hintingPreference() == QFont.HintingPreference.PreferNoHinting


def test_texts_grow_with_the_setting_and_stay_within_bounds() -> None:
    theme = Theme("light")
    theme.switch("dark", 150)
    assert (theme.is_dark, theme.font("body").pixelSize(), theme.font("display").pixelSize()) == (True, 20, 33)
    theme.switch("dark", 900)
    assert theme.text_size == 200

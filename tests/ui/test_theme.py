"""Colours and type: one source for both themes, readable by everybody."""

import json
from itertools import combinations
from math import dist
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from workbench.kernel import paths
from workbench.kernel.settings import THEME, Settings
from workbench.ui.dressing import Follower
from workbench.ui.layout import column, holding
from workbench.ui.theme import DENSITIES, NAMES, SCALE, Looks, Theme, chosen_looks
from workbench.ui.widgets.buttons import button

TEXTS = ("text", "text2", "muted", "accent_text")
GROUNDS = ("surface", "window", "subtle", "sidebar", "selection")
STATES = ("ok", "warn", "crit", "info", "block", "neutral")


def contrast(one: str, other: str) -> float:
    """As the accessibility guidelines compute it: 1 is none, 21 is black on white."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = linearly(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# Machado, Oliveira and Fernandes 2009, at full strength, for linear red, green and blue
EYES = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)
Triple = tuple[float, float, float]


def times(matrix: tuple[Triple, Triple, Triple], values: Triple) -> Triple:
    return tuple(sum(a * b for a, b in zip(row, values)) for row in matrix)  # type: ignore[return-value]


def as_seen(colour: str, eye: tuple[Triple, Triple, Triple]) -> Triple:
    """The colour as an eye sees it, in CIE Lab."""
    linear = tuple(min(1.0, max(0.0, part)) for part in times(eye, linearly(colour)))
    x, y, z = (cube(part / white) for part, white in zip(times(TO_XYZ, linear), WHITE))  # type: ignore[arg-type]
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def cube(part: float) -> float:
    return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def linearly(colour: str) -> Triple:
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


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
    assert contrast(tokens["on_accent"], tokens["accent_hover"]) >= 4.5
    # the bar beside the chosen place, and what is ticked
    assert contrast(tokens["accent_text" if "dark" in name else "accent"], tokens["sidebar"]) >= 3


@pytest.mark.parametrize("name", ["contrast", "contrast-dark"])
def test_high_contrast_means_seven_to_one_without_tints(name: str) -> None:
    tokens = Theme(name).tokens
    texts = (*TEXTS, *STATES)
    assert [
        (t, g) for t in texts for g in GROUNDS if contrast(tokens[t], tokens[g]) < (4.5 if g == "selection" else 7)
    ] == []
    assert {tokens[f"{state}_bg"] for state in STATES} == {tokens["surface"]}
    assert contrast(tokens["border"], tokens["surface"]) >= 7


@pytest.mark.parametrize("seen", sorted(EYES))
@pytest.mark.parametrize("name", NAMES)
def test_states_stay_apart_for_people_who_see_fewer_colours(name: str, seen: str) -> None:
    tokens = Theme(name).tokens
    colours = [as_seen(tokens[state], EYES[seen]) for state in ("ok", "warn", "crit")]
    assert min(dist(one, other) for one, other in combinations(colours, 2)) >= 20


def test_all_themes_name_the_same_tokens() -> None:
    files = [json.loads((paths.resources() / "themes" / f"{name}.json").read_text()) for name in NAMES]
    assert len({frozenset(file) for file in files}) == 1


def test_the_palette_is_complete_and_shows_what_is_disabled(qapp: QApplication) -> None:
    theme = Theme("dark")
    theme.apply(qapp)
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Accent) == theme.color("accent")
    assert palette.color(QPalette.ColorRole.PlaceholderText) == theme.color("muted")
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        assert palette.color(QPalette.ColorGroup.Disabled, role) == theme.color("disabled")
        assert palette.color(QPalette.ColorGroup.Inactive, role) == theme.color("text")


@pytest.mark.parametrize("name", NAMES)
def test_the_style_sheet_is_short_and_every_mark_in_it_is_known(qapp: QApplication, name: str) -> None:
    Theme(name).apply(qapp)
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


def test_rows_and_controls_are_as_high_as_the_density_says() -> None:
    theme = Theme("light")
    heights = {}
    for density in DENSITIES:
        theme.take(Looks(density=density))
        heights[density] = (theme.row, theme.line, theme.control)
    assert heights == {"comfortable": (32, 34, 30), "compact": (26, 28, 26), "touch": (40, 44, 38)}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("density", sorted(DENSITIES))
def test_buttons_and_fields_take_that_height_and_keep_it_with_the_focus(
    qapp: QApplication, qtbot: QtBot, density: str, name: str
) -> None:
    theme = Theme("light")
    theme.take(Looks(name, density=density))
    theme.apply(qapp)
    window = holding(column(button(theme, "Print"), button(theme, "", "x", "quiet", "Close"), QLineEdit(), QComboBox()))
    qtbot.addWidget(window)
    window.show()
    for control in window.findChildren(QPushButton) + window.findChildren(QLineEdit) + window.findChildren(QComboBox):
        before = control.sizeHint().height()
        window.activateWindow()
        control.setFocus()
        qtbot.waitUntil(control.hasFocus)
        assert (before, control.sizeHint().height()) == (theme.control, theme.control)


def test_nothing_blinks_or_slides_without_motion(qapp: QApplication) -> None:
    theme = Theme("light")
    theme.take(Looks(has_motion=False))
    theme.apply(qapp)
    assert (qapp.cursorFlashTime(), qapp.isEffectEnabled(Qt.UIEffect.UI_AnimateMenu)) == (0, False)
    theme.take(Looks())
    theme.apply(qapp)
    assert qapp.cursorFlashTime() > 0


def test_the_font_of_the_computer_can_be_had() -> None:
    theme = Theme("light")
    theme.take(Looks(has_system_font=True))
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    assert theme.font().family() == system.family()


def test_a_broken_setting_still_gives_a_theme(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    for key, value in (("theme", "pink"), ("density", 7), ("text_size", "huge"), ("system_font", "yes")):
        settings.note(key, value)
    assert chosen_looks(settings) == Looks()


def test_a_change_of_the_system_is_taken_while_running(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    settings, theme = Settings(tmp_path / "settings.json"), Theme("light")
    follower = Follower(theme, settings, qapp)
    settings.set(THEME, "contrast")
    with qtbot.waitSignal(follower.changed):
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.is_contrast
    assert qapp.palette().color(QPalette.ColorRole.Mid) == theme.color("border")
    with qtbot.assertNotEmitted(follower.changed, wait=50):
        QGuiApplication.styleHints().accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    follower.deleteLater()

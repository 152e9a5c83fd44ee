"""Colours, type and the style sheet, from the tokens of a theme; switched at run time."""

import json
import re
import sys
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from workbench.kernel import paths
from workbench.kernel.settings import DENSITY, MOTION, SYSTEM_FONT, TEXT_SIZE, THEME, Settings

FAMILY = "Inter"
NAMES = ("light", "dark", "contrast", "contrast-dark")
SMALLEST, LARGEST = 90, 200
# in the style sheet: a token, a measure, or a length that grows with the texts
MARK = re.compile(r"@(?:(\d+)px|([a-z_0-9]+))")
BLINK_MS = 1000
LEAST_TARGET = 24
DOT = 14  # pixels of what shows whether a choice is taken, without its edge
DRESSED = "dressed"
STYLE = "Fusion"
Role, Group = QPalette.ColorRole, QPalette.ColorGroup
Weight = QFont.Weight
EFFECTS = (
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateTooltip,
    Qt.UIEffect.UI_FadeTooltip,
)

# body, label, caption … as in the design's type scale: pixels and weight
SCALE = {
    "display": (22, Weight.DemiBold),
    "title": (18, Weight.DemiBold),
    "subtitle": (14, Weight.DemiBold),
    "body": (13, Weight.Normal),
    "strong": (13, Weight.DemiBold),
    "label": (12, Weight.Normal),
    "caption": (11, Weight.Medium),
    "micro": (10, Weight.DemiBold),
}
ROLES = {
    Role.Window: "window",
    Role.WindowText: "text",
    Role.Base: "surface",
    Role.AlternateBase: "subtle",
    Role.Text: "text",
    Role.Button: "surface",
    Role.ButtonText: "text",
    Role.BrightText: "crit",
    Role.Highlight: "selection",
    Role.HighlightedText: "text",
    Role.Link: "accent_text",
    Role.PlaceholderText: "muted",
    Role.ToolTipBase: "text",
    Role.ToolTipText: "surface",
    Role.Mid: "border",
    Role.Accent: "accent",
    Role.Light: "surface",
    Role.Midlight: "subtle",
    Role.Dark: "border_strong",
    Role.Shadow: "border",
}


@dataclass(frozen=True)
class Density:
    """Heights at 100 %: a row of a table, of a list, of the sidebar, and a button or field."""

    row: int
    line: int
    nav: int
    control: int


DENSITIES = {
    "comfortable": Density(32, 34, 31, 30),
    "compact": Density(26, 28, 27, 26),
    "touch": Density(40, 44, 42, 38),
}


@dataclass(frozen=True)
class Looks:
    """What somebody chose: the theme by name, the size of texts in percent, how dense, and two habits."""

    name: str = "light"
    text_size: int = 100
    density: str = "comfortable"
    has_system_font: bool = False
    has_motion: bool = True


@dataclass
class Theme:
    """The colours in use and the size of texts, in percent. One is shared by everything in a window."""

    name: str = "light"
    text_size: int = 100
    tokens: dict[str, str] = field(default_factory=dict)
    looks: Looks = field(default_factory=Looks)

    def __post_init__(self) -> None:
        self.take(replace(self.looks, name=self.name, text_size=self.text_size))

    def switch(self, name: str, text_size: int | None = None) -> None:
        """Take the tokens of another theme."""
        self.take(replace(self.looks, name=name, text_size=text_size or self.text_size))

    def take(self, looks: Looks) -> None:
        """Look as somebody chose."""
        self.looks = looks
        self.name = looks.name if looks.name in NAMES else "light"
        self.text_size = min(LARGEST, max(SMALLEST, looks.text_size))
        self._density = DENSITIES.get(looks.density, DENSITIES["comfortable"])
        self._family = _system_family() if looks.has_system_font else FAMILY
        self.tokens = json.loads((paths.resources() / "themes" / f"{self.name}.json").read_text(encoding="utf-8"))

    @property
    def is_dark(self) -> bool:
        return self.name.endswith("dark")

    @property
    def is_contrast(self) -> bool:
        """Whether lines and patterns say what other themes say by a ground."""
        return self.name.startswith("contrast")

    @property
    def row(self) -> int:
        """The height of a row of a table."""
        return self.px(self._density.row)

    @property
    def line(self) -> int:
        """The height of a row of a list."""
        return self.px(self._density.line)

    @property
    def nav(self) -> int:
        """The height of a place of the sidebar."""
        return self.px(self._density.nav)

    @property
    def control(self) -> int:
        """The height of a button or a field."""
        return self.px(self._density.control)

    @property
    def edge(self) -> int:
        """How thick the line around a control or a card is."""
        return 2 if self.is_contrast else 1

    @property
    def ring(self) -> int:
        """How thick the line around what has the focus is."""
        return 3 if self.is_contrast else 2

    def color(self, token: str) -> QColor:
        return QColor(self.tokens[token])

    def font(self, style: str = "body") -> QFont:
        """A font of the type scale; hinting is off because it spaces digits unevenly."""
        pixels, weight = SCALE[style]
        font = QFont(self._family)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setPixelSize(self.px(pixels))
        font.setWeight(weight)
        return font

    def px(self, pixels: int) -> int:
        """A length that grows with the texts."""
        return round(pixels * self.text_size / 100)

    def apply(self, app: QApplication) -> None:
        """Dress the whole application."""
        # each of these polishes every widget there is, and costs ten times as much under a style sheet
        app.setStyleSheet("")
        if not app.property(DRESSED):
            app.setStyle(STYLE)
            app.setProperty(DRESSED, True)
        if app.font() != self.font():
            app.setFont(self.font())
        app.setPalette(self._palette())
        app.setStyleSheet(self._sheet())
        app.setCursorFlashTime(BLINK_MS if self.looks.has_motion else 0)
        for effect in EFFECTS:
            app.setEffectEnabled(effect, self.looks.has_motion)

    def _palette(self) -> QPalette:
        palette = QPalette()
        for role, token in ROLES.items():
            palette.setColor(role, self.color(token))
        for role in (Role.Text, Role.WindowText, Role.ButtonText, Role.PlaceholderText):
            palette.setColor(Group.Disabled, role, self.color("disabled"))
        palette.setColor(Group.Disabled, Role.Highlight, self.color("subtle"))
        return palette

    def _sheet(self) -> str:
        sheet = (paths.resources() / "themes" / "sheet.qss").read_text(encoding="utf-8")
        known = {**self.tokens, **self._measures()}
        return MARK.sub(lambda found: f"{self.px(int(found[1]))}px" if found[1] else known[found[2]], sheet)

    def _measures(self) -> dict[str, str]:
        edge, ring, chip = self.edge, self.ring, max(self.px(LEAST_TARGET), self.control - 6)
        lengths = {
            "line": edge,
            "ring": ring,
            "room": self.control - 2 * edge,
            "roomless": self.control - 2 * ring,
            "chip": chip - 2 * edge,
            "chipless": chip - 2 * ring,
            # a corner that is rounder than half of its side is not rounded at all
            "pill": chip // 2,
            "dot": (self.px(DOT) + 2 * edge) // 2,
            "dotless": self.px(DOT) - 2 * (ring - edge),
            "note": 5 - edge,
            "noteless": 5 - ring,
        }
        measures = {name: f"{length}px" for name, length in lengths.items()}
        # a field that lies in a form shows its border only where nothing else would show it
        measures["flat"] = self.tokens["border_strong"] if self.is_contrast else "transparent"
        # a style sheet takes its pictures from files, and cannot colour them
        measures["pictures"] = (paths.resources() / "themes" / self.name).as_posix()
        return measures


def new_application() -> QApplication:
    """The one application, in the style that all looks stand on.

    Asked for as an argument: the call that sets it hands back the style, which costs a start 8 ms to be made known.
    """
    app = QApplication([*sys.argv[:1], "-style", STYLE])
    app.setProperty(DRESSED, True)
    return app


def chosen_looks(settings: Settings) -> Looks:
    """The looks of the settings; the system's brightness and contrast where nothing else is wanted."""
    hints, name = QGuiApplication.styleHints(), settings.get(THEME)
    is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
    wants_contrast = hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
    if name == "system":
        name = "contrast" if wants_contrast else "dark" if is_dark else "light"
    if name == "contrast" and is_dark:
        name = "contrast-dark"
    return Looks(name, settings.get(TEXT_SIZE), settings.get(DENSITY), settings.get(SYSTEM_FONT), settings.get(MOTION))


def chosen_theme(settings: Settings) -> Theme:
    """A theme that looks as the settings say."""
    looks = chosen_looks(settings)
    return Theme(looks.name, looks.text_size, looks=looks)


def _system_family() -> str:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def load_fonts() -> None:
    """Make the bundled fonts known; a machine without any font still shows the program."""
    for file in sorted((paths.resources() / "fonts" / "inter").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))

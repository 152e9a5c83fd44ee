"""Colours, type and the style sheet, from the tokens of a theme; switched at run time."""

import re
import tomllib
from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from workbench.kernel import paths
from workbench.kernel.settings import TEXT_SIZE, THEME, Settings

FAMILY = "Inter"
NAMES = ("light", "dark")
# in the style sheet: a length that grows with the texts
PIXELS = re.compile(r"@(\d+)px")
Role, Group = QPalette.ColorRole, QPalette.ColorGroup
Weight = QFont.Weight

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


@dataclass
class Theme:
    """The colours in use and the size of texts, in percent. One is shared by everything in a window."""

    name: str = "light"
    text_size: int = 100
    tokens: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.switch(self.name)

    def switch(self, name: str, text_size: int | None = None) -> None:
        """Take the tokens of another theme."""
        self.name = name if name in NAMES else "light"
        self.text_size = min(200, max(90, text_size or self.text_size))
        self.tokens = tomllib.loads((paths.resources() / "themes" / f"{self.name}.toml").read_text(encoding="utf-8"))

    @property
    def is_dark(self) -> bool:
        return self.name == "dark"

    def color(self, token: str) -> QColor:
        return QColor(self.tokens[token])

    def font(self, style: str = "body") -> QFont:
        """A font of the type scale; hinting is off because it spaces digits unevenly."""
        pixels, weight = SCALE[style]
        font = QFont(FAMILY)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setPixelSize(self.px(pixels))
        font.setWeight(weight)
        return font

    def px(self, pixels: int) -> int:
        """A length that grows with the texts."""
        return round(pixels * self.text_size / 100)

    def apply(self, app: QApplication) -> None:
        """Dress the whole application."""
        app.setStyle("Fusion")
        app.setFont(self.font())
        app.setPalette(self._palette())
        app.setStyleSheet(self._sheet())

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
        for token in sorted(self.tokens, key=len, reverse=True):
            sheet = sheet.replace(f"@{token};", f"{self.tokens[token]};").replace(
                f"@{token} ", f"{self.tokens[token]} "
            )
        sheet = PIXELS.sub(lambda found: f"{self.px(int(found[1]))}px", sheet)
        # a style sheet takes its pictures from files, and cannot colour them
        return sheet.replace("@pictures", (paths.resources() / "themes" / self.name).as_posix())


def chosen_theme(settings: Settings) -> Theme:
    """The theme and the text size of the settings; the system's brightness where nothing else is wanted."""
    name = settings.get(THEME)
    if name == "system":
        is_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        name = "dark" if is_dark else "light"
    return Theme(name, settings.get(TEXT_SIZE))


def load_fonts() -> None:
    """Make the bundled fonts known; a machine without any font still shows the program."""
    for file in sorted((paths.resources() / "fonts" / "inter").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))

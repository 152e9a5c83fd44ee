"""The preferences: each takes effect at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from workbench.kernel.settings import LANGUAGE, PAPER, TEXT_SIZE, THEME, Setting
from workbench.kernel.words import N_
from workbench.ui.desk import Desk
from workbench.ui.layout import column, grid, holding, scrolling
from workbench.ui.shell.pages import Page
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said
from workbench.ui.widgets.segments import Segments


@dataclass(frozen=True)
class Option:
    """A setting with the texts of its values; texts that are no words, such as the names of languages, stay as they are."""

    setting: Setting[Any]
    values: Sequence[Any]
    texts: Sequence[str]
    hint: str = ""


SIZES = (90, 100, 115, 130, 150, 175, 200)
OPTIONS = (
    Option(LANGUAGE, ("", "en", "es"), (N_("As the computer"), "English", "Español")),
    Option(THEME, ("system", "light", "dark"), (N_("As the computer"), N_("Light"), N_("Dark"))),
    Option(TEXT_SIZE, SIZES, tuple(f"{size} %" for size in SIZES)),
    Option(PAPER, ("a4", "letter"), ("A4", "Letter"), N_("For everything that is printed.")),
)


class PreferencesPage(Page):
    """Language, looks, text size and paper. `changed` says that the window has to be drawn anew."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("preferences")
        words, theme = desk.words, desk.theme
        head = Panel(theme, "surface", "b")
        head.setLayout(column(Said(theme, self.title(), "display"), margins=(20, 12, 16, 12)))
        self.switches = {option.setting.key: self._switch(option) for option in OPTIONS}
        rows: list[Sequence[QWidget | None]] = []
        for option in OPTIONS:
            label = Said(theme, words(option.setting.label), "body", "text2")
            rows.append((label, self.switches[option.setting.key]))
            if option.hint:
                rows.append((None, Said(theme, words(option.hint), "label", "muted", wraps=True)))
        body = holding(column(grid(rows, gap=(24, 14)), None, margins=(20, 20, 20, 20)))
        self.setLayout(column(head, scrolling(body), gap=0, stretch=(0, 1)))

    def title(self) -> str:
        return self.desk.words("Preferences")

    def opened(self, target: object) -> None:
        self.switches[LANGUAGE.key].setFocus()

    def _switch(self, option: Option) -> Segments:
        words = self.desk.words
        made = Segments(self.desk.theme, words(option.setting.label), [words(text) for text in option.texts])
        made.setObjectName(f"preferences.{option.setting.key}")
        now = self.desk.settings.get(option.setting)
        made.choose(option.values.index(now) if now in option.values else 0)
        made.chosen.connect(self._take)
        return made

    def _take(self, _place: int) -> None:
        for option in OPTIONS:
            value = option.values[self.switches[option.setting.key].choice]
            if value != self.desk.settings.get(option.setting):
                self.desk.settings.set(option.setting, value)
        self.changed.emit()

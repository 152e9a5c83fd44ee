"""Settings: they apply at once."""

from collections.abc import Callable

from PySide6.QtCore import QLocale
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QGridLayout, QLineEdit, QWidget

from workbench.kam.attention.ui.thresholds_card import ThresholdsCard
from workbench.kam.hours.ui.band_card import BandCard
from workbench.kernel.journal import Change
from workbench.kernel.settings import (
    COMPANY,
    DENSITY,
    LANGUAGE,
    LETTERS,
    LOCK_AFTER,
    MOTION,
    PAPER,
    PRINT_LANGUAGE,
    REGION,
    ROLE,
    SYSTEM_FONT,
    TEXT_SIZE,
    THEME,
    PortfolioSetting,
    Setting,
    change_setting,
    of_portfolio,
)
from workbench.kernel.words import N_, Words
from workbench.safety.ui.data_card import DataCard
from workbench.team.commands import checked_region
from workbench.ui import dressing
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding, row, scrolling
from workbench.ui.menu import Entry
from workbench.ui.shell.main_window import MainWindow
from workbench.ui.shell.pages import AGAIN, Page
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.panel import Card, Panel
from workbench.ui.widgets.said import Said

CARD, LABEL = 620, 150  # pixels
LANGUAGES = (("", N_("As the computer")), ("en", "English"), ("es", "Español"))
THEMES = (
    ("system", N_("As the computer")),
    ("light", N_("Light")),
    ("dark", N_("Dark")),
    ("contrast", N_("High contrast")),
)
SIZES = tuple((size, f"{size} %") for size in dressing.SIZES)
DENSITIES = (("comfortable", N_("Comfortable")), ("compact", N_("Compact")), ("touch", N_("For fingers")))
FONTS = ((False, "Inter"), (True, N_("As the computer")))
MOTIONS = ((True, N_("On")), (False, N_("Off")))
LOCKS = ((0, N_("Never")), (5, "5 min"), (10, "10 min"), (30, "30 min"))
PAPERS = (("a4", "A4"), ("letter", N_("Letter")))
ROLES = (("am", N_("Account manager")), ("kam", N_("Key account manager")))


class SettingsPage(Page):
    """The program's settings, and those that travel with the portfolio."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("settings")
        head = Panel(desk.theme, "surface", "b")
        head.setLayout(row(Said(desk.theme, self.title(), "display"), None, margins=(20, 12, 16, 12)))
        self._data = DataCard(desk)
        self._attention = ThresholdsCard(desk)
        self._band = BandCard(desk)
        self._kept: list[tuple[Setting, tuple, QComboBox]] = []  # type: ignore[type-arg]
        keys = button(desk.theme, desk.words("Keys…"), "keyboard", tip=desk.words("Keys (F1)"))
        keys.setObjectName("settings.keys")
        keys.clicked.connect(self._show_keys)
        own = column(
            self._card(
                N_("This program"),
                (
                    self._choice(LANGUAGE, LANGUAGES),
                    self._choice(THEME, THEMES),
                    self._choice(TEXT_SIZE, SIZES),
                    self._choice(DENSITY, DENSITIES),
                    self._choice(SYSTEM_FONT, FONTS),
                    self._choice(MOTION, MOTIONS),
                    self._choice(LETTERS, MOTIONS),
                    self._choice(PAPER, PAPERS),
                    self._choice(LOCK_AFTER, LOCKS),
                ),
            ),
            self._card(
                N_("This portfolio"),
                (
                    self._stored(ROLE, ROLES),
                    self._typed(COMPANY),
                    self._typed(REGION, checked_region),
                    self._stored(PRINT_LANGUAGE, LANGUAGES[1:]),
                ),
            ),
            None,
            gap=12,
        )
        rest = column(self._attention, self._band, self._data, row(keys, None), None, gap=12)
        self._columns = row(holding(own), holding(rest), gap=12, margins=(20, 14, 16, 16), stretch=(1, 1))
        self._inside = holding(self._columns)
        self.setLayout(column(head, scrolling(self._inside), gap=0, stretch=(0, 1)))
        desk.workspace.changed.connect(self._on_change)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px, way = self.desk.theme.px, QBoxLayout.Direction
        is_wide = event.size().width() >= px(2 * CARD - 140)
        self._columns.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
        self._inside.setMaximumWidth(px(2 * CARD if is_wide else CARD))

    def title(self) -> str:
        return self.desk.words("Settings")

    def entries(self) -> list[Entry]:
        data, why = self._data, N_("This portfolio is not encrypted, or can only be looked at.")
        can = data.is_rekeyable
        return [
            Entry(N_("Change the passphrase…"), "", data.change_passphrase, "lock", N_("Tools"), can, why=why),
            Entry(N_("Copy to a folder…"), "", data.copy, "folder-open", N_("File")),
            Entry(N_("Export everything…"), "", data.export, "file-up", N_("File")),
        ]

    def opened(self, target: object) -> None:
        self._data.refresh()
        self._show_stored()

    def _on_change(self, change: Change) -> None:
        """What was undone, or chosen in the palette, is shown here too."""
        if self.isVisible() and PortfolioSetting.__tablename__ in change.rows:
            self._show_stored()

    def _show_stored(self) -> None:
        self._attention.refresh()
        self._band.refresh()
        with self.desk.workspace.read() as session:
            for setting, options, box in self._kept:
                values = [value for value, _ in options]
                now = of_portfolio(session, setting)
                box.setCurrentIndex(values.index(now) if now in values else 0)

    def _show_keys(self) -> None:
        window = self.window()
        if isinstance(window, MainWindow):
            window.show_keys()

    def _card(self, title: str, lines: tuple[tuple[str, QWidget], ...]) -> Card:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        # the labels of all cards are as wide
        grid.setColumnMinimumWidth(0, self.desk.theme.px(LABEL))
        for place, (label, editor) in enumerate(lines):
            said = Said(self.desk.theme, self.desk.words(label), "label", "text2")
            said.setBuddy(editor)
            grid.addWidget(said, place, 0)
            grid.addWidget(editor, place, 1)
        card = Card(self.desk.theme)
        heading = Said(self.desk.theme, self.desk.words(title), "subtitle")
        card.setLayout(column(heading, grid, margins=(16, 12, 16, 14), gap=10))
        return card

    def _choice(self, setting: Setting, options: tuple) -> tuple[str, QWidget]:  # type: ignore[type-arg]
        box = self._box(setting, options, self.desk.settings.get(setting))
        box.activated.connect(_Chosen(self, setting, options, box).now)
        return setting.label, box

    def _stored(self, setting: Setting, options: tuple) -> tuple[str, QWidget]:  # type: ignore[type-arg]
        with self.desk.workspace.read() as session:
            now = of_portfolio(session, setting)
        box = self._box(setting, options, now)
        box.activated.connect(_Stored(self, setting, options, box).now)
        self._kept.append((setting, options, box))
        return setting.label, box

    def _typed(self, setting: Setting[str], read: Callable[[str], str] = str) -> tuple[str, QWidget]:
        """A setting of the portfolio that is typed in; `read` refuses what makes no sense."""
        with self.desk.workspace.read() as session:
            now = of_portfolio(session, setting)
        made = QLineEdit(now)
        made.setMaxLength(200)
        made.setObjectName(f"settings.{setting.key}")
        made.setAccessibleName(self.desk.words(setting.label))
        made.editingFinished.connect(_Typed(self.desk, setting, made, read).now)
        return setting.label, made

    def _box(self, setting: Setting, options: tuple, now: object) -> QComboBox:  # type: ignore[type-arg]
        box = QComboBox()
        box.setAccessibleName(self.desk.words(setting.label))
        box.setObjectName(f"settings.{setting.key}")
        for value, label in options:
            box.addItem(self.desk.words(label), value)
        values = [value for value, _ in options]
        box.setCurrentIndex(values.index(now) if now in values else 0)
        return box

    def apply(self, changed: Setting) -> None:  # type: ignore[type-arg]
        """Speak, and dress the window, as the settings say now."""
        desk = self.desk
        if changed is LANGUAGE:
            desk.words = Words.of(desk.settings.get(LANGUAGE) or QLocale.system().name()[:2])
        dressing.dress(desk.theme, desk.settings)
        self.wanted.emit(AGAIN, None)


class _Chosen:
    def __init__(self, page: SettingsPage, setting: Setting, options: tuple, box: QComboBox) -> None:  # type: ignore[type-arg]
        self._page, self._setting, self._options = page, setting, options
        box._chosen = self  # type: ignore[attr-defined]  # noqa: SLF001

    def now(self, place: int) -> None:
        self._page.desk.settings.set(self._setting, self._options[place][0])
        self._page.apply(self._setting)


class _Stored:
    def __init__(self, page: SettingsPage, setting: Setting, options: tuple, box: QComboBox) -> None:  # type: ignore[type-arg]
        self._page, self._setting, self._options = page, setting, options
        box._chosen = self  # type: ignore[attr-defined]  # noqa: SLF001

    def now(self, place: int) -> None:
        desk, value = self._page.desk, self._options[place][0]
        desk.attempt(lambda: desk.workspace.do(change_setting, self._setting, value))


class _Typed:
    def __init__(self, desk: Desk, setting: Setting[str], line: QLineEdit, read: Callable[[str], str]) -> None:
        self._desk, self._setting, self._line, self._read = desk, setting, line, read
        self._before = line.text()
        line._typed = self  # type: ignore[attr-defined]  # noqa: SLF001

    def now(self) -> None:
        text = self._line.text().strip()
        if text != self._before and self._desk.attempt(lambda: self._keep(text)):
            self._before = text

    def _keep(self, text: str) -> None:
        self._desk.workspace.do(change_setting, self._setting, self._read(text))

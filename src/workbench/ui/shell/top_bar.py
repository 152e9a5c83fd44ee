"""The bar above every page: back, forward, where you are, search, saved, new."""

from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from workbench.ui import icons, painting
from workbench.ui.desk import Desk
from workbench.ui.layout import emptied, holding, row
from workbench.ui.shell.walker import Walker
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.link import Link
from workbench.ui.widgets.panel import Panel
from workbench.ui.widgets.said import Said, Shortened

Crumb = tuple[str, str, object]
SEARCH, SEARCH_SLIM, ROOMY = 340, 220, 1080


class TopBar(Panel):
    """Signals ask the window to go somewhere."""

    went = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme, "surface", "b")
        self._desk = desk
        words, theme = desk.words, desk.theme
        self.back = button(theme, "", "arrow-left", "quiet", words("Back (Alt+Left)"))
        self.forward = button(theme, "", "arrow-right", "quiet", words("Forward (Alt+Right)"))
        self.walker = Walker(desk)
        self.search = SearchButton(desk)
        self.saved = Saved(desk)
        self.new = button(theme, words("New") + "   Ctrl+N", "plus", "primary", words("New (Ctrl+N)"))
        self._crumbs = row(gap=4)
        trail = holding(self._crumbs)
        trail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setLayout(
            row(
                self.back,
                self.forward,
                4,
                trail,
                8,
                self.walker,
                self.search,
                None,
                self.saved,
                8,
                self.new,
                margins=(10, 0, 12, 0),
                gap=4,
                stretch=(0, 0, 0, 3, 0, 0, 0, 2),
            )
        )
        self.setFixedHeight(max(48, theme.px(46), theme.control + 12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = SEARCH if event.size().width() >= self._desk.theme.px(ROOMY) else SEARCH_SLIM
        self.search.setMaximumWidth(self._desk.theme.px(wide))

    def show_trail(self, crumbs: list[Crumb]) -> None:
        """Where the user is; everything but the last can be clicked."""
        emptied(self._crumbs)
        for place, (text, page, target) in enumerate(crumbs):
            if place:
                self._crumbs.addWidget(Said(self._desk.theme, "›", "body", "muted"))
            if place == len(crumbs) - 1:
                self._crumbs.addWidget(Shortened(self._desk.theme, text, "strong"), 1)
            else:
                link = Link(self._desk.theme, text, token="text2")
                link.setProperty("place", [page, target])
                link.clicked.connect(self._go)
                self._crumbs.addWidget(link)

    def _go(self) -> None:
        sender = self.sender()
        if sender is not None:
            page, target = sender.property("place")
            self.went.emit(page, target)


class SearchButton(QAbstractButton):
    """Looks like a search field and opens the search."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._theme = desk.theme
        self._said = desk.words("Search or run a command")
        self.setAccessibleName(desk.words("Search (Ctrl+K)"))
        self.setFixedHeight(desk.theme.control)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(120)
        self.setMaximumWidth(desk.theme.px(SEARCH))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName("top.search")

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(SEARCH), self._theme.control)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self._theme, QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("focus" if self.hasFocus() else "border_strong"))
        painter.setBrush(theme.color("window"))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        size = theme.px(16)
        icons.draw(painter, QPointF(10, rect.center().y() - size / 2), "search", theme.tokens["muted"], size)
        painter.setPen(theme.color("muted"))
        painter.setFont(theme.font())
        painting.text(painter, rect.adjusted(18 + size, 0, -theme.px(60), 0), self._said)
        painting.key_mark(painter, QPointF(rect.right() - theme.px(8), rect.center().y()), theme, "Ctrl K")


class Saved(QWidget):
    """Says that everything is saved, or what is not, and when the last backup was made."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._theme, self._words = desk.theme, desk.words
        self._trouble = ""
        self._backup = ""
        self._made_at: datetime | None = None
        self._today, self._formats = desk.clock.today(), desk.formats
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state()

    def show_state(self, trouble: str = "", backup: datetime | None = None) -> None:
        self._trouble = trouble
        if backup:
            formats, self._made_at = self._formats, backup
            when = formats.time(backup.time()) if backup.date() == self._today else formats.short_day(backup.date())
            self._backup = self._words("Backup {time}", time=when)
        self.setAccessibleName(" ".join((self.text, self._backup)))
        self.updateGeometry()
        self.update()

    @property
    def backup(self) -> datetime | None:
        """When the last backup was made, if that was told."""
        return self._made_at

    @property
    def text(self) -> str:
        return self._trouble or self._words("All changes saved")

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text) + self._theme.px(26), self._theme.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self._theme, self._theme.px
        top = 1 if self._backup else px(8)
        token, icon = ("crit", "circle-alert") if self._trouble else ("ok", "check")
        icons.draw(painter, QPointF(0, top + px(2)), icon, theme.tokens[token], px(14))
        painter.setFont(theme.font("label"))
        painter.setPen(theme.color("crit" if self._trouble else "text2"))
        painting.text(painter, QRectF(px(19), top, self.width() - px(19), px(18)), self.text)
        painter.setFont(theme.font("micro"))
        painter.setPen(theme.color("muted"))
        painting.text(painter, QRectF(px(19), px(17), self.width() - px(19), px(14)), self._backup)

"""The frame of the window: menus, sidebar, top bar, pages, notices, and the way between them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QStackedWidget, QTableView, QWidget

from workbench.kernel import failures
from workbench.kernel.errors import UserError
from workbench.kernel.habits import Habits
from workbench.kernel.journal import Change
from workbench.kernel.trail import Stop, Trail, Walk
from workbench.kernel.words import Words
from workbench.ui import geometry
from workbench.ui.desk import Desk
from workbench.ui.gathering import look_again
from workbench.ui.keymap import Keymap
from workbench.ui.layout import column, holding, row
from workbench.ui.menu import Entry
from workbench.ui.notices import Notices
from workbench.ui.shell import lock, pinning, quitting, windows
from workbench.ui.shell.demo_banner import DemoBanner
from workbench.ui.shell.jobs import JobStrip
from workbench.ui.shell.looking_strip import LookingStrip
from workbench.ui.shell.menus import Menus
from workbench.ui.shell.navigation import Place, Sidebar
from workbench.ui.shell.overlays import Capture, Overlays
from workbench.ui.shell.pages import AGAIN, CAPTURE, Page
from workbench.ui.shell.pane_walk import PaneWalk
from workbench.ui.shell.top_bar import TopBar
from workbench.ui.shell.undoing import Places, Undoing
from workbench.ui.shell.walker import step_of

BUSY_MS = 200
# what kept a change out of the file
UNSAVED = (failures.DiskFull, failures.ReadOnly, failures.InUse, failures.Moved, failures.CannotRead)
Factory = Callable[[Desk], Page]
Titled = Callable[[Words], str]


@dataclass(frozen=True)
class Plan:
    """What a window is made of: its pages by key, the places of the sidebar, further entries of its menus, what
    "New…" offers, and quick capture."""

    pages: Mapping[str, Factory]
    places: Callable[[Desk], list[Place]]
    entries: Callable[["MainWindow"], list[Entry]]
    fresh: Mapping[str, str]
    capture: Callable[["MainWindow"], Capture]
    seen_at: Places


class MainWindow(QMainWindow):
    """One portfolio, open. `titled` says what its title is in some language."""

    def __init__(self, desk: Desk, plan: Plan, titled: Titled, *, is_apart: bool = False) -> None:
        super().__init__()
        self.desk, self.plan, self._is_apart, self._titled = desk, plan, is_apart, titled
        self.setMinimumSize(640, 400)
        self._trail = Trail()
        self._menus = Menus(self)
        self._keys()
        desk.workspace.changed.connect(self._on_change)
        self._overlays = Overlays(self)
        self._furnish()

    def _furnish(self) -> None:
        desk = self.desk
        self._title = self._titled(desk.words)
        self.setWindowTitle(self._title)
        self._pages: dict[str, Page] = {}
        self._stack = QStackedWidget()
        self.sidebar = Sidebar(desk.theme, desk.words("Pages"))
        self.top = TopBar(desk)
        self.habits = Habits(desk.settings, desk.workspace.plain.book.path)
        self.keymap = Keymap(desk.settings)
        self.undoing = Undoing(self, self.plan.seen_at, self.show_undo_list)
        self.notices = Notices(self, desk.theme, desk.words, self.sidebar)
        self._below = QWidget()
        self._keep_room(0)
        self.notices.took.connect(self._keep_room)
        desk.say, desk.complain = self.notices.say, self.complain
        self.banner = DemoBanner(desk)
        self.looking = LookingStrip(desk)
        jobs = JobStrip(desk)
        jobs.wanted.connect(self.go)
        strips = (self.looking, self.banner, jobs)
        parts = (self.top, *strips, self._stack, self._below)
        right = holding(column(*parts, gap=0, stretch=(0, 0, 0, 0, 1, 0)))
        self.setCentralWidget(holding(row(self.sidebar, right, gap=0, stretch=(0, 1))))
        self._connect()
        self.refresh_places()

    def furnish_again(self) -> None:
        """Draw everything anew: another language, another theme, another size of texts."""
        cover = lock.cover_of(self)
        if cover is not None:
            # what is drawn now would lie over the cover
            cover.is_outdated = True
            return
        if self.desk.tasks.is_busy():
            # whoever waits for the result must still be there when it comes
            QTimer.singleShot(BUSY_MS, self.furnish_again)
            return
        here, focused = self._place_now() if self._trail.here else None, self.focusWidget()
        had_keys = focused.objectName() if focused else ""
        told, backup = self.notices.complaint, self.top.saved.backup
        self._overlays.drop()
        self.notices.hide()
        self.notices.deleteLater()
        self._furnish()
        look_again()
        self.top.saved.show_state(backup=backup)
        self.sidebar.make_slim(is_slim=self.width() < self.desk.theme.px(geometry.WIDE))
        if here:
            self._show(here)
        again = self.findChild(QWidget, had_keys) if had_keys else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        if told:
            self.complain(*told)

    @property
    def page(self) -> Page | None:
        """The page in front."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def go(self, key: str, target: object = None) -> None:
        """Show a page; the one before can be had back."""
        if key == AGAIN:
            # the page that asks for it must not be taken away under its own feet
            QTimer.singleShot(0, self._draw_all_anew)
            return
        if key == CAPTURE:
            self.capture.begin(str(target or ""))
            return
        walk = None
        if self._trail.here is not None:
            walk = Walk(key, self.page.walked(key)) if self.page else None
            self._trail.past.append(self._place_now())
            self._trail.coming.clear()
        self._show(Stop(key, target, walk=walk))

    def open_in_window(self, key: str, target: object = None) -> None:
        """Show a page in a window of its own."""
        made = MainWindow(windows.own_desk(self.desk), self.plan, self._titled, is_apart=True)
        windows.open_apart(made, key, target, self.desk)

    def open_here_in_window(self) -> None:
        """Show the record in front, or the one chosen in the list, in a window of its own."""
        page, here = self.page, self._trail.here
        if page is not None and here is not None:
            self.open_in_window(page.opens() or here.page, page.target())

    def _draw_all_anew(self) -> None:
        windows.draw_all_anew(self, self.desk)

    def go_back(self) -> None:
        self._walk(self._trail.past, self._trail.coming)

    def go_forward(self) -> None:
        self._walk(self._trail.coming, self._trail.past)

    def go_beside(self, step: int) -> None:
        """Show the next or previous record of the list that this one was opened from."""
        here = self._trail.here
        beside = here.walk.beside(here.target, step) if here and here.walk else None
        if here is not None and beside is not None:
            state = self.page.state() if self.page else {}
            if self._trail.past:
                # on the way back, the list shows where the walk ended
                self._trail.past[-1].state["chosen"] = [beside]
                self._trail.past[-1].target = beside
            self._show(Stop(here.page, beside, state, here.walk))

    def go_to_next(self) -> None:
        self.go_beside(1)

    def go_to_previous(self) -> None:
        self.go_beside(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # what no field and no list wanted
        if event.key() == Qt.Key.Key_Return and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.open_here_in_window()
            return
        step = step_of(event)
        if event.key() == Qt.Key.Key_P and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            pinning.toggle_here(self)
        elif step:
            self.go_beside(step)
        else:
            super().keyPressEvent(event)

    def complain(self, problem: UserError, again: Callable[[], object] | None = None) -> None:
        """Say what is wrong; what could not be saved is also said at the top until something is."""
        self.notices.complain(problem, again)
        if isinstance(problem, UNSAVED):
            self.top.saved.show_state(self.desk.words("Not saved"))

    def say_why_not(self, why: str) -> None:
        """Say why what a key asks for cannot be done now."""
        self.desk.say(self.desk.words(why))

    def undo(self) -> None:
        """Take back the newest change, go where it was, and say what it was."""
        self.undoing.undo()

    def redo(self) -> None:
        self.undoing.redo()

    def show_undo_list(self) -> None:
        """Offer the newest steps to be taken back together."""
        self._overlays.undo_list.begin()

    def show_keys(self) -> None:
        """Show every key that works here."""
        self._overlays.keys.begin()

    def open_manual(self) -> None:
        self._overlays.keys.leave()
        self.go("manual")

    @property
    def capture(self) -> Capture:
        """Quick capture over this window."""
        return self._overlays.capture

    def begin_search(self) -> None:
        """Open the search with an empty line."""
        self._overlays.palette.begin()

    def search(self, text: str) -> None:
        """Open the search with some words in it."""
        self._overlays.palette.begin(text)

    def begin_capture(self) -> None:
        """Open quick capture; the search makes room for it."""
        if self._overlays.shown("palette"):
            self._overlays.palette.leave()
        self.capture.begin()

    def refresh_places(self) -> None:
        """Draw the sidebar anew, with its counts."""
        self.sidebar.show_places(self.plan.places(self.desk))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._is_apart and not quitting.may_close(self, self.desk):
            event.ignore()
            return
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        if not self._is_apart:
            self.desk.tasks.finish()
        geometry.remember(self, self.desk.settings, geometry.APART if self._is_apart else geometry.KEY)
        geometry.remember_parts(self._arranged(self), self, self.desk.settings)
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_slim = event.size().width() < self.desk.theme.px(geometry.WIDE)
        if is_slim != self.sidebar.is_slim:
            self.sidebar.make_slim(is_slim=is_slim)
        self.notices.place()

    def _connect(self) -> None:
        self.sidebar.went.connect(self.go)
        self.top.went.connect(self.go)
        self.top.back.clicked.connect(self.go_back)
        self.top.forward.clicked.connect(self.go_forward)
        self.top.walker.next.clicked.connect(self.go_to_next)
        self.top.walker.previous.clicked.connect(self.go_to_previous)
        self.top.search.clicked.connect(self.begin_search)
        self.top.new.clicked.connect(self.begin_capture)

    def _keys(self) -> None:
        walk = self._pane_walk = PaneWalk(self)
        for keys, slot in (
            ("F6", walk.forward),
            ("Shift+F6", walk.backward),
            ("F9", self._toggle_sidebar),
        ):
            QShortcut(QKeySequence(keys), self, slot)

    def _walk(self, source: list[Stop], onto: list[Stop]) -> None:
        if source:
            onto.append(self._place_now())
            self._show(source.pop())

    def _place_now(self) -> Stop:
        here = self._trail.here
        assert here is not None
        return replace(here, target=self.page.target(), state=self.page.state()) if self.page else here

    def _show(self, stop: Stop) -> None:
        key, target = stop.page, stop.target
        page = self._page(key)
        self._stack.setCurrentWidget(page)
        page.opened(target)
        page.restore(stop.state)
        if self.notices.isVisible():
            # one page gives way further than another, as it says once it is laid out
            QTimer.singleShot(0, self.notices.place)
        focused = QApplication.focusWidget()
        if self.isVisible() and (focused is None or not focused.isVisible()):
            # what had the focus is disabled on this page, or gone like the palette: the keys must not go nowhere
            page.home().setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(target, int) and not isinstance(target, bool) and key != "today":
            self.habits.went(key, target, self.desk.clock.now())
        self._trail.here = stop
        self.top.walker.show_stop(stop)
        self.sidebar.mark(key, target)
        if self._is_apart:
            self.setWindowTitle(self.desk.words("{page} – {window}", page=page.title(), window=self._title))
        self.top.show_trail([*page.trail(), (page.title(), key, target)])
        self.top.back.setEnabled(bool(self._trail.past))
        self.top.forward.setEnabled(bool(self._trail.coming))
        self.fill_menus()

    def _arranged(self, within: QWidget) -> list[geometry.Arranged]:
        # asking for these kinds only: each part that Qt hands out costs a start a little
        parts = (*within.findChildren(QSplitter), *within.findChildren(QTableView))
        return [part for part in parts if isinstance(part, geometry.Arranged)]

    def _page(self, key: str) -> Page:
        if key not in self._pages:
            made = self.plan.pages[key](self.desk)
            made.wanted.connect(self.go)
            made.apart.connect(self.open_in_window)
            made.turned.connect(self.fill_menus)
            self._pages[key] = made
            self._stack.addWidget(made)
            geometry.restore_parts(self._arranged(made), self, self.desk.settings)
        return self._pages[key]

    def fill_menus(self) -> None:
        """Draw the menu bar for the page in front."""
        self._menus.fill()

    def all_entries(self) -> list[Entry]:
        """Everything that can be done now, the page's own first."""
        return self._menus.entries()

    def account_in_front(self) -> int | None:
        """The account that the page in front is about."""
        return self.page.account() if self.page else None

    def _on_change(self, _change: Change) -> None:
        self.top.saved.show_state()
        self.notices.settle()
        self.refresh_places()
        if self.page and self._trail.here:
            key, target = self._trail.here.page, self._trail.here.target
            self.top.show_trail([*self.page.trail(), (self.page.title(), key, target)])

    def _keep_room(self, height: int) -> None:
        """Let the page end above what is said at the lower edge, as far as it can give way."""
        page = self._stack.currentWidget()
        spare = self._stack.height() + self._below.height() - (page.minimumSizeHint().height() if page else 0)
        self._below.setFixedHeight(max(0, min(height, spare)))

    def _toggle_sidebar(self) -> None:
        self.sidebar.make_slim(is_slim=not self.sidebar.is_slim)

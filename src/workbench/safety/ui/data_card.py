"""Where the data is, how it is kept, and what can be taken along."""

from PySide6.QtWidgets import QApplication

from workbench.safety.backup import backup_folder, newest
from workbench.safety.ui.backing_up import back_up_now, export_all
from workbench.ui import dialogs
from workbench.ui.arrival import reopen_with
from workbench.ui.desk import Desk
from workbench.ui.layout import column, holding
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.flow import Flow
from workbench.ui.widgets.panel import Card
from workbench.ui.widgets.said import Said


class DataCard(Card):
    """The file, its last backup, and three ways out."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.theme)
        self._desk = desk
        theme, words, book = desk.theme, desk.words, desk.workspace.plain.book
        kept = words("encrypted") if book.key else words("not encrypted")
        place = Said(theme, words("{path} ({kept})", path=str(book.path), kept=kept), "label", "text2", wraps=True)
        place.setObjectName("settings.place")
        self._last = Said(theme, "", "label", "muted", wraps=True)
        self._last.setObjectName("settings.last_backup")
        now = button(theme, words("Back up now"), "save", tip=words("Back up now (Ctrl+S)"))
        now.clicked.connect(self._back_up)
        copy = button(theme, words("Copy to a folder…"), "folder-open")
        copy.clicked.connect(self.copy)
        out = button(theme, words("Export everything…"), "file-up")
        out.clicked.connect(self.export)
        ways = Flow(gap=8)
        for name, made in (("backup", now), ("copy", copy), ("export", out)):
            made.setObjectName(f"settings.{name}")
            ways.addWidget(made)
        if self.is_rekeyable():
            other = button(theme, words("Change the passphrase…"), "lock")
            other.clicked.connect(self.change_passphrase)
            other.setObjectName("settings.passphrase")
            ways.addWidget(other)
        head = Said(theme, words("Data"), "subtitle")
        self.setLayout(column(head, place, self._last, holding(ways), margins=(16, 12, 16, 14), gap=8))
        self.refresh()

    def refresh(self) -> None:
        """Say when the last backup was made."""
        desk = self._desk
        path = desk.workspace.plain.book.path
        made = newest(backup_folder(path), path.stem)
        if made is None:
            self._last.setText(desk.words("No backup yet. One is made before the first change of each day."))
            return
        self._last.setText(desk.words("Last backup: {when}", when=desk.formats.moment(made, desk.clock.zone)))

    def is_rekeyable(self) -> bool:
        """Whether there is a passphrase that can be changed."""
        book = self._desk.workspace.plain.book
        return bool(book.key) and not book.read_only

    def change_passphrase(self) -> None:
        """Ask for the old passphrase and for a new one; then the portfolio is encrypted anew."""
        desk, app = self._desk, QApplication.instance()
        wanted = dialogs.ask_new_passphrase(desk.words, desk.theme, desk.workspace.plain.book)
        if wanted and isinstance(app, QApplication):
            reopen_with(app, wanted)

    def _back_up(self) -> None:
        back_up_now(self._desk, None, self.refresh)

    def copy(self) -> None:
        """Take a checked copy to a folder."""
        folder = dialogs.folder_of_choice(self, self._desk.words("Copy to a folder"))
        if folder:
            back_up_now(self._desk, folder)

    def export(self) -> None:
        """Everything as files for other programs."""
        folder = dialogs.folder_of_choice(self, self._desk.words("Export everything"))
        if folder:
            export_all(self._desk, folder)

"""What a view of the portfolio page is, and which there are."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from workbench.kernel.words import N_
from workbench.portfolio.seen.queries import Seen
from workbench.ui.menu import Entry


class ScoreView(Protocol):
    """One view: it shows what was read, tells which account is chosen, and which is opened or asked about."""

    @property
    def widget(self) -> QWidget: ...

    @property
    def chosen(self) -> SignalInstance: ...

    @property
    def opened(self) -> SignalInstance: ...

    @property
    def letter(self) -> SignalInstance: ...

    def show_seen(self, seen: Seen) -> None:
        """Other values."""

    def go_to(self, account_id: int | None) -> None:
        """Choose an account."""

    def key(self) -> int | None:
        """The account that is chosen here."""

    def walked(self) -> list[int]:
        """The accounts in their order here."""

    def home(self) -> QWidget:
        """Where the keys begin."""

    def entries(self) -> list[Entry]:
        """What can be done here."""


@dataclass(frozen=True)
class View:
    """A view as the switch knows it: its key, name and icon, and where its class is found when it is first wanted."""

    key: str
    label: str
    icon: str
    module: str
    name: str


ROOM = "workbench.portfolio.ui.scores"
VIEWS = (
    View("ranking", N_("Ranking"), "list-checks", f"{ROOM}.ranking", "RankingView"),
    View("matrix", N_("Matrix"), "chart-scatter", f"{ROOM}.matrix", "MatrixView"),
    View("heat", N_("Heat list"), "heart-pulse", f"{ROOM}.heat", "HeatView"),
    View("load", N_("Load"), "scale", f"{ROOM}.load", "LoadView"),
)

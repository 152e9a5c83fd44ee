"""The recognition wall: words of thanks, newest first, and a line to add one."""

from PySide6.QtCore import QRectF, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from workbench.kernel.errors import UserError
from workbench.kernel.field import Field, Kind
from workbench.kernel.words import N_
from workbench.team.growing import commands
from workbench.team.growing.queries import wall
from workbench.team.growing.views import Thanks
from workbench.team.growth import Recognition
from workbench.team.queries import me
from workbench.ui import painting
from workbench.ui.desk import Desk
from workbench.ui.editors import ReferenceEdit
from workbench.ui.layout import column, emptied, grid, holding, row, scrolling
from workbench.ui.menu import Entry
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.empty import Empty
from workbench.ui.widgets.panel import Card
from workbench.ui.widgets.said import Said

TABLES = ("recognition", "member", "account")
WHO = Field(Recognition.member_id, N_("Thank you,"), Kind.REFERENCE)
ACCOUNT = Field(Recognition.account_id, N_("Account"), Kind.REFERENCE)
FORM = 420


class WallView(QWidget):
    """Cards of thanks; a card is opened with Enter and taken down with Delete."""

    def __init__(self, desk: Desk, wanted: SignalInstance) -> None:
        super().__init__()
        self._desk, self._wanted = desk, wanted
        self._member: int | None = None
        self._account: int | None = None
        self._problem = ""  # what is wrong with a name
        theme, words = desk.theme, desk.words
        self.who = self._reference(WHO, "skills.thanks.who", self._who_chosen)
        self.account = self._reference(ACCOUNT, "skills.thanks.account", self._account_chosen)
        self.text = QLineEdit()
        self.text.setObjectName("skills.thanks.text")
        self.text.setAccessibleName(words("For what"))
        self.text.setPlaceholderText(words("for…"))
        self.text.setMaxLength(2000)
        self.text.returnPressed.connect(self.give)
        give = button(theme, words("Say thank you"), "handshake", "primary")
        give.setObjectName("skills.thanks.give")
        give.clicked.connect(self.give)
        self._why = Said(theme, "", "caption", "crit", wraps=True)
        self._why.hide()
        labels = [Said(theme, words(text), "label", "text2") for text in (WHO.label, N_("For what"), ACCOUNT.label)]
        form = Card(theme)
        editors = (self.who, self.text, self.account)
        form.setLayout(
            column(grid(list(zip(labels, editors, strict=True))), self._why, row(None, give), margins=(14, 12, 12, 12))
        )
        form.setMaximumWidth(theme.px(FORM * 2))
        self._cards = QVBoxLayout()
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(10)
        self._empty = Empty(theme, "handshake", words("The first word of thanks will hang here."))
        inside = column(form, self._cards, self._empty, None, margins=(20, 12, 16, 16), gap=12)
        self.setLayout(column(scrolling(holding(inside))))

    @property
    def widget(self) -> QWidget:
        return self

    def home(self) -> QWidget:
        return self.who

    def entries(self) -> list[Entry]:
        return []

    def read(self) -> None:
        """Show the wall as it is now."""
        with self._desk.workspace.read() as session:
            found = wall(session)
        emptied(self._cards)
        for thanks in found:
            card = _ThanksCard(self._desk, thanks)
            card.asked.connect(self._asked)
            card.setMaximumWidth(self._desk.theme.px(FORM * 2))
            self._cards.addWidget(card)
        self._empty.setVisible(not found)

    def show_record(self, key: int) -> None:
        """Give the keys to a card."""
        places = (self._cards.itemAt(place) for place in range(self._cards.count()))
        cards = [made.widget() for made in places if made is not None]
        card = next((made for made in cards if isinstance(made, _ThanksCard) and made.thanks.id == key), None)
        if card is not None:
            card.show()
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Hang what was written on the wall."""
        words, text = self._desk.words, self.text.text().strip()
        self._problem = ""
        self.who.commit()
        self.account.commit()
        nobody = words("Say whom you thank.") if self._member is None else ""
        missing = self._problem or nobody or ("" if text else words("Say what for."))
        self._why.setText(missing)
        self._why.setVisible(bool(missing))
        if missing or self._member is None:
            return
        member, account, name = self._member, self._account, self.who.text()
        with self._desk.workspace.read() as session:
            sender = me(session)
        values = {"account_id": account, "from_id": sender if sender != member else None}
        thank, today = commands.thank, self._desk.clock.today()
        if self._desk.attempt(lambda: self._desk.workspace.do(thank, member, text, today, **values)):
            self._clear()
            self._desk.done(words("{name} was thanked.", name=name[:60]))

    def _clear(self) -> None:
        self._member = self._account = None
        self.who.show_value(None)
        self.account.show_value(None)
        self.text.clear()
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reference(self, field: Field, name: str, taken: object) -> ReferenceEdit:
        made = ReferenceEdit(self._desk, field)
        made.setObjectName(name)
        made.setAccessibleName(self._desk.words(field.label))
        made.setProperty("flat", False)
        made.entered.connect(taken)
        made.refused.connect(self._refused)
        return made

    def _refused(self, problem: UserError | None) -> None:
        """Say that nobody is called so, and thank nobody else instead."""
        sender = self.sender()
        if problem is not None and sender is self.who:
            self._member = None
        elif problem is not None:
            self._account = None
        self._problem = problem.sentence(self._desk.words) if problem else ""
        self._why.setText(self._problem)
        self._why.setVisible(bool(self._problem))

    def _who_chosen(self, key: object) -> None:
        self._member = key if isinstance(key, int) else None

    def _account_chosen(self, key: object) -> None:
        self._account = key if isinstance(key, int) else None

    def _asked(self, card: "_ThanksCard", verb: str) -> None:
        if verb == "delete":
            keys = [card.thanks.id]
            if self._desk.attempt(lambda: self._desk.workspace.do(commands.delete_recognitions, keys)):
                self._desk.deleted(1, card.thanks.text)
                self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focusNextPrevChild(verb == "next")


class _ThanksCard(Card):
    asked = Signal(object, str)

    def __init__(self, desk: Desk, thanks: Thanks) -> None:
        super().__init__(desk.theme)
        self.thanks = thanks
        theme, words = desk.theme, desk.words
        name = words("Thank you, {name}", name=_short(thanks.member))
        foot = " · ".join(filter(None, (_short(thanks.sender), _short(thanks.account), desk.formats.day(thanks.on))))
        self.setObjectName("skills.thanks.card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(", ".join((name, thanks.text, foot)))
        texts = (
            Said(theme, name, "strong"),
            Said(theme, thanks.text, wraps=True),
            Said(theme, foot, "caption", "muted", wraps=True),
        )
        self.setLayout(column(*texts, margins=(14, 10, 12, 10), gap=4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        verbs = {Qt.Key.Key_Delete: "delete", Qt.Key.Key_Down: "next", Qt.Key.Key_Up: "previous"}
        verb = verbs.get(Qt.Key(event.key()))
        if verb:
            self.asked.emit(self, verb)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.card(QPainter(self), QRectF(self.rect()), self._theme, accent=self.hasFocus())

    def focusInEvent(self, event: object) -> None:
        self.update()

    def focusOutEvent(self, event: object) -> None:
        self.update()


def _short(text: str, most: int = 60) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"

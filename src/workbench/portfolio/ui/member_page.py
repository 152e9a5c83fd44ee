"""A colleague as a person: what they bring along, can do, learn and want, and what they have promised."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from workbench.action_items.ui.lists import OWNED
from workbench.kernel.journal import Change
from workbench.kernel.words import N_
from workbench.team import fields
from workbench.team.commands import edit_member
from workbench.team.growing.queries import profile
from workbench.team.growing.ui.finishing import Finishing
from workbench.team.growing.ui.lists import GROWTH, PROFILE, TRAININGS
from workbench.team.growing.views import Profile, YearOfTraining
from workbench.team.growth import QualificationKind
from workbench.team.model import Member
from workbench.team.ui.lists import ASSIGNMENTS
from workbench.ui.children import Children, Verb
from workbench.ui.desk import Desk
from workbench.ui.details import read_values
from workbench.ui.form import Form
from workbench.ui.layout import column, holding, row, scrolling
from workbench.ui.menu import Entry
from workbench.ui.shell.pages import Page
from workbench.ui.sublist import SubList
from workbench.ui.widgets.ask import Ask
from workbench.ui.widgets.buttons import button
from workbench.ui.widgets.chips import Chip, ChipButton
from workbench.ui.widgets.panel import Card, Panel
from workbench.ui.widgets.said import Said, Shortened

YEARS = 3
# what the head warns of: the list it was counted in, and how the lines look that count
WARNINGS: dict[str, tuple[str, set[str]]] = {
    "expired": (f"member.{QualificationKind.CERTIFICATE.value}", {"crit"}),
    "expiring": (f"member.{QualificationKind.CERTIFICATE.value}", {"warn"}),
    "gaps": ("member.skills", {"crit", "warn"}),
}


class MemberPage(Page):
    """The page of a member; `opened` takes the identity, or with it the table and identity of something shown there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("member")
        theme, words = desk.theme, desk.words
        self._key: int | None = None
        self._name = Shortened(theme, "", "display")
        self._what = Shortened(theme, "", "label", "text2")
        self._warnings = {key: ChipButton(theme, f"member.head.{key}") for key in WARNINGS}
        for made in self._warnings.values():
            made.hide()
            made.clicked.connect(self._to_warned)
        matrix = button(theme, words("Skill matrix"), "table", "quiet")
        matrix.setObjectName("member.matrix")
        matrix.clicked.connect(self._to_matrix)
        head = Panel(theme, "surface", "b")
        titles = row(self._name, *self._warnings.values(), 12, matrix, gap=4, stretch=(1,))
        head.setLayout(column(titles, self._what, margins=(20, 12, 16, 12), gap=2))
        self._form = Form(desk, fields.FIELDS, self._save, Member.__tablename__)
        self._hours = Said(theme, "", "caption", "muted", wraps=True)
        self._finishing = Finishing(desk, Ask(self, theme), self._under)
        self.lists = [SubList(desk, self._with_verbs(what)) for what in (ASSIGNMENTS, *PROFILE, *GROWTH, OWNED)]
        body = scrolling(holding(row(*self._columns(), gap=12, margins=(20, 14, 16, 16), stretch=(1, 1))))
        self.setLayout(column(head, body, gap=0, stretch=(0, 1)))
        desk.workspace.changed.connect(self._on_change)

    def title(self) -> str:
        return self._name.accessibleName()

    def trail(self) -> list[tuple[str, str, object]]:
        return [(self.desk.words("Team"), "team", self._key)]

    def target(self) -> object:
        return self._key

    def home(self) -> QWidget:
        return self._form.editors[fields.NAME.name] if self._key is None else self.lists[0].home()

    def entries(self) -> list[Entry]:
        add, view = N_("Add"), N_("View")
        return [
            Entry(N_("Skill matrix"), "", self._to_matrix, "table", view),
            *(
                Entry(made.what.new, "", made.begin_new, "plus", add, self._is_shown)
                for made in self.lists
                if made.what.add is not None
            ),
        ]

    def paper(self) -> tuple[str, object]:
        """What everybody can do."""
        return "skills", None

    def opened(self, target: object) -> None:
        if isinstance(target, tuple):
            key, table, part = target
            self.opened(key)
            self.show_part(table, part)
        elif isinstance(target, int):
            self._key = target
            self._refresh()
            self.home().setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, table: str, key: int, attribute: str = "") -> None:
        for made in self.lists:
            if made.what.kind.__tablename__ == table and key in [line.key for line in made.lines()]:
                made.show_child(key, attribute)
                return
        super().show_part(table, key, attribute)

    def _columns(self) -> tuple[QWidget, QWidget]:
        own = Card(self.desk.theme)
        own.setLayout(column(self._form, margins=(14, 12, 12, 12)))
        cards = {made.what.key: self._card(made) for made in self.lists}
        left = ("member.assignments", *(what.key for what in PROFILE))
        parts = (*(cards[key] for key in left), own)
        others = [card for key, card in cards.items() if key not in left]
        return holding(column(*parts, None, gap=12)), holding(column(*others, None, gap=12))

    def _card(self, made: SubList) -> Card:
        made.wanted.connect(self.wanted)
        card = Card(self.desk.theme)
        inside: list[QWidget] = [made]
        if made.what.key == TRAININGS.key:
            inside.append(self._hours)
        card.setLayout(column(*inside, margins=(14, 10, 12, 10), gap=6))
        return card

    def _with_verbs(self, what: Children) -> Children:
        if what.key != TRAININGS.key:
            return what
        return replace(what, verbs=(Verb(N_("Done (Space)"), "Space", self._finish),))

    def _finish(self, _desk: Desk, key: int) -> None:
        self._finishing.finish(key)

    def _under(self) -> tuple[QWidget, QPoint]:
        trainings = next(made for made in self.lists if made.what.key == TRAININGS.key)
        line = next((line for line in trainings.lines() if line.hasFocus()), None) or trainings
        return line, line.rect().bottomLeft()

    def _refresh(self) -> None:
        values = read_values(self.desk, Member, fields.FIELDS, self._key)
        self._form.show_record(self._key if values else None, values or {})
        for made in self.lists:
            made.show_parent(self._key if values else None)
        found = None
        if self._key is not None and values is not None:
            with self.desk.workspace.read() as session:
                found = profile(session, self._key, self.desk.clock.today())
        self._tell(found)

    def _tell(self, found: Profile | None) -> None:
        words = self.desk.words
        self._name.setText(found.name if found else words("This member is gone"))
        self._what.setText(" · ".join(filter(None, (found.title, found.department, found.office))) if found else "")
        chips = self._warned(found) if found else {}
        for key, made in self._warnings.items():
            made.show_chip(chips.get(key))
        years = found.trainings[:YEARS] if found else ()
        self._hours.setText("\n".join(self._year(year) for year in years))
        self._hours.setVisible(bool(years))

    def _to_warned(self) -> None:
        """Go to the first of the certificates or skills that a warning counts."""
        sender = self.sender()
        wanted, kinds = WARNINGS[sender.objectName().rpartition(".")[2]] if sender is not None else ("", set())
        lines = next((made.lines() for made in self.lists if made.what.key == wanted), [])
        line = next((line for line in lines if line.chip is not None and line.chip.kind in kinds), None)
        if line is not None:
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _warned(self, found: Profile) -> dict[str, Chip]:
        many = self.desk.words.many
        chips = {}
        if found.expired:
            text = many("{n} certificate has expired", "{n} certificates have expired", found.expired)
            chips["expired"] = Chip(text, "crit", "circle-alert")
        if found.expiring:
            text = many("{n} certificate expires soon", "{n} certificates expire soon", found.expiring)
            chips["expiring"] = Chip(text, "warn", "clock")
        if found.gaps:
            chips["gaps"] = Chip(many("{n} skill gap", "{n} skill gaps", found.gaps), "warn", "triangle-alert")
        return chips

    def _year(self, year: YearOfTraining) -> str:
        """“2026: 8 h and €120 done, 24 h and €1,450 to come”."""
        formats, words = self.desk.formats, self.desk.words
        told = {
            "done": formats.number(year.done.hours),
            "spent": formats.money(year.done.cost),
            "ahead": formats.number(year.ahead.hours),
            "planned": formats.money(year.ahead.cost),
        }
        if not year.year:
            return words("Without a day: {ahead} h and {planned} to come", **told)
        return words("{year}: {done} h and {spent} done, {ahead} h and {planned} to come", year=year.year, **told)

    def _to_matrix(self) -> None:
        self.wanted.emit("skills", self._key)

    def _is_shown(self) -> bool:
        return self._key is not None

    def _save(self, key: int, values: Mapping[str, Any]) -> None:
        self.desk.workspace.do(edit_member, key, **values)

    def _on_change(self, change: Change) -> None:
        if self._key is not None and self.isVisible() and change.rows:
            self._refresh()

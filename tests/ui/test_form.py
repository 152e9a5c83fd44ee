"""A form edits in place: leaving or Enter saves one command, Esc restores, nonsense stays with a word about it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from workbench.accounts import fields
from workbench.accounts.commands import edit_account
from workbench.accounts.model import Account, Tier
from workbench.kernel import drafts
from workbench.ui.desk import Desk
from workbench.ui.details import read_values
from workbench.ui.form import Form
from workbench.ui.widgets.short_edit import ShortEdit

SHOWN = (
    fields.NAME,
    fields.TIER,
    fields.SECTOR,
    fields.RENEWAL,
    fields.RHYTHM,
    fields.INVOICED,
    fields.PARENT,
    fields.TAGS,
    fields.NOTES,
)


class Sheet:
    """A form with one account, and the keys a person would press."""

    def __init__(self, desk: Desk, key: int, qtbot: QtBot) -> None:
        self.desk, self.key, self.bot = desk, key, qtbot
        self.form = Form(desk, SHOWN, self.save, "account")
        qtbot.addWidget(self.form)
        self.show()
        self.form.show()

    def save(self, key: int, values: Any) -> None:
        self.desk.workspace.do(edit_account, key, **values)

    def show(self) -> None:
        self.form.show_record(self.key, self.stored())

    def stored(self) -> dict[str, Any]:
        return read_values(self.desk, Account, SHOWN, self.key) or {}

    def editor(self, name: str) -> Any:
        return self.form.editors[name]

    def type(self, name: str, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
        editor: QWidget = self.editor(name)
        editor.setFocus()
        editor.selectAll()
        self.bot.keyClicks(editor, text)
        self.bot.keyClick(editor, key)

    def complaint(self, name: str) -> str:
        said = self.form._complaints[name]
        return said.text() if said.isVisibleTo(self.form) else ""


@pytest.fixture
def sheet(desk: Desk, accounts: dict[str, int], qtbot: QtBot) -> Iterator[Sheet]:
    return Sheet(desk, accounts["Acme"], qtbot)


def test_values_stand_as_people_write_them(sheet: Sheet) -> None:
    assert sheet.editor("name").text() == "Acme"
    assert sheet.editor("tier").currentText() == "Key"
    assert sheet.editor("renewal_on").text() == "30 Jun 2026"


def test_enter_saves_one_change_that_can_be_undone(sheet: Sheet) -> None:
    sheet.type("sector", "Retail")
    assert sheet.stored()["sector"] == "Retail"
    assert sheet.desk.workspace.plain.undo_label == "Edit account"
    sheet.desk.workspace.undo()
    assert sheet.stored()["sector"] is None


def test_escape_restores(sheet: Sheet) -> None:
    sheet.type("name", "Wrong", Qt.Key.Key_Escape)
    assert (sheet.editor("name").text(), sheet.stored()["name"]) == ("Acme", "Acme")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("fri", date(2026, 3, 13)),
        ("+3", date(2026, 3, 13)),
        ("12/4", date(2026, 4, 12)),
        ("in 3 days", date(2026, 3, 13)),
    ],
)
def test_days_are_typed_as_words(sheet: Sheet, typed: str, day: date) -> None:
    sheet.type("renewal_on", typed)
    assert sheet.stored()["renewal_on"] == day


def test_nonsense_stays_with_one_line_below_and_the_old_value_is_kept(sheet: Sheet) -> None:
    sheet.type("renewal_on", "31 Feb")
    assert sheet.editor("renewal_on").text() == "31 Feb"
    assert sheet.complaint("renewal_on") != ""
    assert sheet.stored()["renewal_on"] == date(2026, 6, 30)
    sheet.type("renewal_on", "fri")
    assert sheet.complaint("renewal_on") == ""


def test_an_empty_field_is_nothing_and_a_name_cannot_be(sheet: Sheet) -> None:
    sheet.type("renewal_on", "\b")
    assert sheet.stored()["renewal_on"] is None
    sheet.type("name", "\b")
    assert sheet.stored()["name"] == "Acme"
    assert "name is missing" in sheet.complaint("name")


def test_money_is_read_in_the_language_of_the_window(sheet: Sheet) -> None:
    sheet.type("invoiced", "1,234.50")
    assert sheet.stored()["invoiced"] == 123_450
    sheet.type("invoiced", "lots")
    assert sheet.complaint("invoiced") != ""


def test_money_has_its_unit_as_long_as_nobody_types_there(sheet: Sheet) -> None:
    editor = sheet.editor("invoiced")
    sheet.type("invoiced", "1,250")
    assert (editor.said(), editor.text()) == ("€1,250", "1,250")
    editor.setFocus()
    sheet.bot.keyClicks(editor, "0")
    assert editor.said() == editor.text(), "half of an entry is shown as it was typed"


def test_a_text_that_has_no_room_ends_in_dots(desk: Desk, qtbot: QtBot) -> None:
    def drawn(text: str) -> QImage:
        edit = ShortEdit(text)
        qtbot.addWidget(edit)
        edit.resize(120, 30)
        edit.show()
        return edit.grab().toImage()

    long = "Charger data of Zaragoza, six months"
    assert drawn(long) == drawn(f"{long} and more"), "what is left out of both is the same"
    assert drawn("Zaragoza") != drawn("Zaragozb")
    cut = QLineEdit(long)
    qtbot.addWidget(cut)
    cut.resize(120, 30)
    cut.show()
    cut.setCursorPosition(0)
    assert drawn(long) != cut.grab().toImage(), "Qt alone would cut it in the middle of a letter"


def test_a_field_that_gets_the_keys_has_all_of_it_chosen_and_shows_its_beginning(sheet: Sheet) -> None:
    sheet.form.focus_field("name")
    editor = sheet.editor("name")
    assert (editor.selectedText(), editor.cursorPosition()) == ("Acme", 0)


def test_a_choice_saves_when_it_is_made(sheet: Sheet) -> None:
    editor = sheet.editor("tier")
    editor.setFocus()
    sheet.bot.keyClick(editor, Qt.Key.Key_Down)
    assert sheet.stored()["tier"] is Tier.A


def test_a_note_takes_new_lines_and_saves_when_it_is_left(sheet: Sheet) -> None:
    note = sheet.editor("notes")
    note.setFocus()
    sheet.bot.keyClicks(note, "One")
    sheet.bot.keyClick(note, Qt.Key.Key_Return)
    sheet.bot.keyClicks(note, "Two")
    assert sheet.stored()["notes"] is None
    sheet.editor("name").setFocus()
    note.commit()
    assert sheet.stored()["notes"] == "One\nTwo"


def test_another_record_is_found_by_a_part_of_its_name(sheet: Sheet, accounts: dict[str, int]) -> None:
    sheet.type("parent_id", "umbr")
    assert sheet.stored()["parent_id"] == accounts["Umbrella"]
    assert sheet.editor("parent_id").text() == "Umbrella"


def test_a_name_that_fits_nothing_stays_and_is_told(sheet: Sheet, accounts: dict[str, int]) -> None:
    for typed, why in (("Nobody & Sons", "Nothing here is called"), ("Umbrella, Ávila", "names more than one")):
        sheet.type("parent_id", typed)
        assert why in sheet.complaint("parent_id")
        assert (sheet.editor("parent_id").text(), sheet.stored()["parent_id"]) == (typed, None)
    sheet.bot.keyClick(sheet.editor("parent_id"), Qt.Key.Key_Escape)
    assert (sheet.editor("parent_id").text(), sheet.complaint("parent_id")) == ("", "")


def test_a_half_typed_text_is_kept_as_a_draft(sheet: Sheet) -> None:
    editor = sheet.editor("sector")
    editor.setFocus()
    sheet.bot.keyClicks(editor, "Half a thou")
    editor._paused()
    with sheet.desk.workspace.read() as session:
        assert [(place.attribute, text) for place, text in drafts.waiting(session)] == [("sector", "Half a thou")]
    sheet.bot.keyClicks(editor, "ght")
    sheet.bot.keyClick(editor, Qt.Key.Key_Return)
    with sheet.desk.workspace.read() as session:
        assert drafts.waiting(session) == []


def test_every_editor_has_a_name_for_screen_readers(sheet: Sheet) -> None:
    assert [e.accessibleName() for e in sheet.form.editors.values()] == [field.label for field in SHOWN]


def test_what_is_being_typed_is_not_overwritten_by_a_change_from_elsewhere(
    sheet: Sheet, accounts: dict[str, int]
) -> None:
    editor = sheet.editor("sector")
    sheet.form.activateWindow()
    editor.setFocus()
    sheet.bot.waitUntil(editor.hasFocus)
    sheet.bot.keyClicks(editor, "Half")
    sheet.desk.workspace.do(edit_account, accounts["Acme"], sector="Other", employees=5)
    sheet.show()
    assert editor.text() == "Half"

"""What printed files are called."""

from datetime import date

from workbench.papers.naming import file_name

DAY = date(2026, 3, 10)


def test_a_file_is_called_after_account_document_edition_and_day_without_accents() -> None:
    assert (
        file_name("Iberlogística", "Account plan v3.2", "INTERNAL", DAY)
        == "Iberlogistica – Account plan v3.2 – INTERNAL – 2026-03-10.pdf"
    )


def test_what_a_system_does_not_take_in_a_name_is_left_out() -> None:
    assert file_name('../Ñandú/\\a:b*"<c>|?\n', "", "INTERNAL", DAY) == "Nandu a b c – INTERNAL – 2026-03-10.pdf"


def test_a_name_of_three_hundred_letters_leaves_room_for_document_and_day() -> None:
    name = file_name("Cooperativa " * 25, "Benefits of key account management", "INTERNAL", DAY)

    assert len(name) < 150
    assert name.endswith("INTERNAL – 2026-03-10.pdf")

"""What people type, made fit for paper."""

from hypothesis import given
from hypothesis import strategies as st

from tests.plans.report import sample
from workbench.report.letters import BOX, clean, missing_letters, named, texts_in


def test_latin_greek_cyrillic_and_vietnamese_print_without_a_box():
    text = "Łódź Ångström Çeşme Ελλάδα Θεσσαλονίκη Жуковский Київ Nguyễn Thị Phượng – “€1,234” → ½ × ≤ № ™"

    assert BOX not in clean(text)
    assert missing_letters([text]) == ()


def test_letters_that_the_font_lacks_are_boxes_and_are_named():
    assert clean("A🚀ש") == f"A{BOX}{BOX}"
    assert missing_letters(["🚀", "abc", "ש🚀"]) == ("ש", "🚀")
    assert named("🚀") == "🚀 U+1F680 ROCKET"


def test_control_characters_go_and_lines_stay():
    assert clean("a\x00b\x07\r\nc\u200bd\ufeff\u2028e\tf") == "ab\ncd\ne  f"


def test_accents_that_come_apart_are_put_together():
    assert clean("e\u0301n\u0303") == "éñ"


def test_a_box_that_was_typed_is_no_missing_letter():
    assert missing_letters(["□"]) == ()


def test_every_text_of_a_view_is_looked_at():
    texts = set(texts_in(sample.PLAN))

    assert {"Iberlogística Grupo", "Teresa Vidal", "98.5%", "Avenida de la Industria 14", "IT"} <= texts
    assert missing_letters(texts) == ()


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)

"""Breaking texts into lines."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.report.letters import clean
from workbench.report.lines import one_line, wrapped
from workbench.report.styles import BODY, H1

LETTERS = st.text(st.characters(min_codepoint=32, max_codepoint=0x17F), max_size=300)


@given(LETTERS, st.floats(30, 400))
def test_no_letter_is_lost_and_no_line_is_too_wide(text, width):
    lines = wrapped(text, BODY, width)

    assert "".join(lines).replace(" ", "") == clean(text).replace(" ", "").replace("\n", "")
    assert all(BODY.width(line) <= width + 0.01 for line in lines)


@given(LETTERS, st.floats(30, 400), st.integers(1, 4))
def test_a_shortened_text_has_so_many_lines_and_says_so(text, width, most):
    full, short = wrapped(text, BODY, width), wrapped(text, BODY, width, most)

    assert len(short) == min(len(full), most)
    assert (short == full) or short[-1].endswith("…")


def test_words_stay_whole_and_ranges_too():
    assert wrapped("10:00–11:30 €1,234 98.5%", BODY, 56) == ["10:00–11:30", "€1,234", "98.5%"]


def test_long_words_break_after_a_hyphen_before_they_break_anywhere():
    assert wrapped("Preis-Leistungs-Verhältnis", BODY, 60) == ["Preis-", "Leistungs-", "Verhältnis"]


def test_a_text_on_one_line_ends_with_an_ellipsis():
    line = one_line("Cooperativa Hortofrutícola\nNuestra Señora del Valle", H1, 200)

    assert line.startswith("Cooperativa")
    assert line.endswith("…")
    assert H1.width(line) <= 200


def test_very_long_words_are_broken_in_time_that_grows_with_their_length():
    assert len("".join(wrapped("ñ" * 400_000, BODY, 200))) == 400_000

"""What holds for every line, whatever is typed, in both languages."""

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.capture.test_grammar import NAMES, TUESDAY
from workbench.capture.grammar import Captured, Kind, Meant, read_line
from workbench.capture.parts import line_words
from workbench.kernel.lines import QUOTED, aligned

LANGUAGES = st.sampled_from(["en", "es"])
WORDS = {
    "en": (
        "Call|visit|waiting for|owes us|Ana|Ana Cortés|Rafael|Molina|Talleres Norte|Iberlogística|#iberl|#nobody|"
        "@aftersales|@fin|@nobody|tomorrow|next tue 9:30|in 3 days|+3|12 Mar|31 Feb|end of month|from Monday|noon|"
        "on 32/13|by 12/13|25:70|at 25:00|price list to Talleres Norte|list for #iberl|at 10|3pm|10:00-11:30|every Monday|every 6 weeks|!high|!!|note:|decision:|to|with|the offer|invoice 2214|"
        '"tomorrow at 10"|“Ana Cortés”|<b>bold</b>|&amp;|🙂|👩‍👩‍👧|ñandú|e\u0301|,|;|–|\t'
    ),
    "es": (
        "llamar|visita|esperando a|nos debe|Ana|Ana Cortés|Rafael|Molina|Talleres Norte|Iberlogística|#iberl|#nadie|"
        "@posventa|@fin|@nadie|mañana|mañana por la mañana|pasado mañana|el martes|en 3 días|+3|12 de marzo|"
        "el 32/13|para el 12/13|25:70|a las 25:00|tarifa para Talleres Norte|lista a #iberl|31 de febrero|fin de mes|desde el lunes|a mediodía|a las 10|10h|10:00-11:30|cada lunes|cada 6 semanas|!alta|"
        '!!|nota:|decisión:|a|con|la oferta|factura 2214|"mañana" folleto|«Ana Cortés»|<b>negrita</b>|&amp;|🙂|'
        "ñandú|e\u0301|,|;|–|\t"
    ),
}


def sentences(language: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(WORDS[language].split("|")), max_size=12).map(" ".join)


LINES = LANGUAGES.flatmap(lambda language: st.tuples(st.one_of(sentences(language), st.text()), st.just(language)))
SPOKEN = LANGUAGES.flatmap(lambda language: st.tuples(sentences(language), st.just(language)))


def read(line: str, language: str, meant: Meant | None = None) -> Captured:
    return read_line(line, language, TUESDAY, NAMES, meant or Meant())


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", aligned(unicodedata.normalize("NFC", text)))


@given(LINES)
def test_what_is_lit_lies_in_the_line_and_nothing_twice(typed: tuple[str, str]) -> None:
    said = read(*typed)
    reached = 0
    for span in said.spans:
        assert reached <= span.begin < span.end <= len(said.line)
        reached = span.end
    assert all(question.span in said.spans for question in said.questions)


@given(LINES)
def test_reading_a_line_again_says_the_same(typed: tuple[str, str]) -> None:
    said = read(*typed)
    assert read(said.line, typed[1]) == said


@given(SPOKEN)
def test_every_word_is_in_the_title_or_in_a_part(typed: tuple[str, str]) -> None:
    line, language = typed
    said = read(line, language)
    told = [said.title, said.waiting_for or "", *(said.line[span.begin : span.end] for span in said.spans)]
    kept = set(words_of(" ".join(told)))
    # little words that lead to a name or a day go with it: "to" Talleres Norte
    led = set(words_of(line_words(language).before_name.pattern + line_words(language).dangling.pattern))
    assert set(words_of(line)) <= kept | led


SLIPS = {
    "en": ("on 32/13", "by 12/13", "25:70", "at 25:00"),
    "es": ("el 32/13", "antes del 12/13", "25:70", "a las 25:00"),
}
SLIPPED = LANGUAGES.flatmap(
    lambda language: st.tuples(
        sentences(language), st.sampled_from(SLIPS[language]), sentences(language), st.just(language)
    )
)


@given(SLIPPED)
def test_a_day_or_a_time_that_cannot_be_is_lit_asked_and_stays_in_the_title(typed: tuple[str, str, str, str]) -> None:
    before, slip, after, language = typed
    # what stands around it may lead to it, or make something else of it
    line = f"{before} – {slip} – {after}"
    if QUOTED.search(line):
        return
    said = read(line, language)
    asked = [one for one in said.questions if slip.split()[-1] in said.line[one.span.begin : one.span.end]]
    assert len(asked) == 1 + (before + after).count(slip.split()[-1])
    assert all(one.why and one.span in said.spans for one in asked)
    assert slip.split()[-1] in f"{said.title} {said.waiting_for}"


@given(SPOKEN)
def test_text_in_quotation_marks_is_never_read(typed: tuple[str, str]) -> None:
    said = read(*typed)
    quoted = [found.span() for found in QUOTED.finditer(said.line)]
    assert all(span.end <= begin or end <= span.begin for span in said.spans for begin, end in quoted)


@given(SPOKEN, st.integers(0, 30))
def test_what_is_made_plain_loses_its_meaning_and_keeps_its_words(typed: tuple[str, str], n: int) -> None:
    line, language = typed
    said = read(line, language)
    if not said.spans:
        return
    span = said.spans[n % len(said.spans)]
    plain = read(said.line, language, Meant(plain=((span.begin, span.end),)))
    assert all(other.end <= span.begin or span.end <= other.begin for other in plain.spans)
    told = " ".join((plain.title, plain.waiting_for or "", *(plain.line[one.begin : one.end] for one in plain.spans)))
    assert set(words_of(said.line[span.begin : span.end])) <= set(words_of(told))


@given(LINES, st.sampled_from(Kind))
def test_a_kind_that_is_meant_stays(typed: tuple[str, str], kind: Kind) -> None:
    assert read(*typed, Meant(kind=kind)).kind is kind


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    "line",
    [
        "word " * 2000,
        "mañana tomorrow " * 700,
        "#a @b !! " * 1200,
        '"' * 10_000,
        "“" * 10_000,
        "🙂" * 10_000,
        "🙂🎉👩‍👩‍👧",
        "<img src=x onerror=alert(1)> & <b>tomorrow</b>",
        "\u202etomorrow\u202c",
        "10:00 " * 1700,
        "\x00\ufffe\u2028",
    ],
)
def test_no_line_is_too_much(line: str, language: str) -> None:
    said = read(line, language)
    assert said.line == unicodedata.normalize("NFC", line).strip()
    assert said.title
    assert all(span.end <= len(said.line) for span in said.spans)


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_quotation_that_is_longer_than_a_line_is_not_read(language: str) -> None:
    line = f'"{"Talleres Norte mañana tomorrow " * 100}"'
    assert read(line, language).spans == ()


@pytest.mark.parametrize("today", [date(2026, 12, 31), date(2028, 2, 29), date(9999, 12, 31)])
def test_the_edges_of_the_calendar_are_no_edge(today: date) -> None:
    for language in ("en", "es"):
        for phrase in WORDS[language].split("|"):
            assert (
                read_line(f"x {phrase}", language, today, NAMES).line
                == unicodedata.normalize("NFC", f"x {phrase}").strip()
            )

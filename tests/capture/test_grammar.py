"""One typed line: what is recognised, what stays in the title, what is asked."""

import re
import unicodedata
from datetime import date, time
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.action_items.model import Direction, Priority
from workbench.capture.directory import Directory, Entry, NameKind
from workbench.capture.grammar import Captured, Kind, Meant, Part, read_line

TUESDAY = date(2026, 3, 10)
IBER, TALLERES, SOLVENTA = 1, 2, 3
QUINTANA, ANA, ANA_BELEN, VIDAL = 11, 12, 13, 14
MOLINA, AFTER_SALES, FINANCE = 21, 31, 32

NAMES = Directory(
    (
        Entry(NameKind.ACCOUNT, IBER, "Iberlogística Grupo"),
        Entry(NameKind.ACCOUNT, TALLERES, "Talleres Norte"),
        Entry(NameKind.ACCOUNT, SOLVENTA, "Solventa Retail", aliases=("SVR",)),
        Entry(NameKind.PERSON, QUINTANA, "Rafael Quintana", (IBER,)),
        Entry(NameKind.PERSON, ANA, "Ana Cortés", (TALLERES,)),
        Entry(NameKind.PERSON, ANA_BELEN, "Ana Belén Ruiz", (SOLVENTA,)),
        Entry(NameKind.PERSON, VIDAL, "Teresa Vidal", (IBER,)),
        Entry(NameKind.MEMBER, MOLINA, "Andrés Molina"),
        Entry(NameKind.DEPARTMENT, AFTER_SALES, "After-sales", aliases=("SER", "posventa")),
        Entry(NameKind.DEPARTMENT, FINANCE, "Finance", aliases=("FIN", "finanzas")),
    )
)


def english(line: str, account_id: int | None = None) -> Captured:
    return read_line(line, "en", TUESDAY, NAMES, Meant(account_id))


def spanish(line: str, account_id: int | None = None) -> Captured:
    return read_line(line, "es", TUESDAY, NAMES, Meant(account_id))


def lit(said: Captured) -> str:
    return " ".join(f"{span.part.value}:{said.line[span.begin : span.end].replace(' ', '_')}" for span in said.spans)


def test_the_line_of_the_picture() -> None:
    said = english("Call Ana tomorrow 10:00 #Iberlogística @aftersales !high")
    assert (said.kind, said.title) == (Kind.ACTION, "Call Ana")
    assert (said.day, said.at) == (date(2026, 3, 11), time(10))
    assert (said.account_id, said.department_id, said.priority) == (IBER, AFTER_SALES, Priority.HIGH)
    (question,) = said.questions
    assert {entry.id for entry in question.candidates} == {ANA, ANA_BELEN}
    assert (
        lit(said) == "person:Ana day:tomorrow time:10:00 account:#Iberlogística department:@aftersales priority:!high"
    )


def test_a_phone_call_in_spanish() -> None:
    said = spanish("llamar a Ana mañana por la mañana Talleres Norte !alta")
    assert (said.kind, said.title) == (Kind.ACTION, "Llamar a Ana")
    assert (said.day, said.at) == (date(2026, 3, 11), time(9))
    assert (said.account_id, said.people, said.priority) == (TALLERES, (ANA,), Priority.HIGH)
    assert said.questions == ()


def test_waiting_for_somebody() -> None:
    said = spanish("esperando a Ana: factura 2214 corregida antes del viernes", TALLERES)
    assert (said.title, said.direction, said.waiting_for) == (
        "Factura 2214 corregida",
        Direction.THEY_OWE,
        "Ana Cortés",
    )
    assert (said.people, said.day) == ((ANA,), date(2026, 3, 13))


def test_somebody_owes_us() -> None:
    said = english("T. Vidal owes us the charger logs")
    assert (said.title, said.people, said.account_id) == ("The charger logs", (VIDAL,), IBER)
    said = spanish("Talleres Norte nos debe la factura")
    assert (said.title, said.waiting_for, said.account_id) == ("La factura", "Talleres Norte", TALLERES)


def test_waiting_for_somebody_we_do_not_know() -> None:
    said = english("waiting for the new buyer: signed order")
    assert (said.title, said.waiting_for, said.people) == ("Signed order", "the new buyer", ())


def test_a_visit_with_a_time_is_a_meeting() -> None:
    said = english("visit e-commerce site with @aftersales next tuesday 9:30")
    assert (said.kind, said.title) == (Kind.MEETING, "Visit e-commerce site")
    assert (said.day, said.at, said.department_id) == (date(2026, 3, 17), time(9, 30), AFTER_SALES)
    assert english("visit the site on Friday").kind is Kind.ACTION
    assert spanish("reunión con Teresa Vidal el lunes a las 10").kind is Kind.MEETING
    assert english("meeting: budget on Friday").kind is Kind.MEETING


def test_from_until() -> None:
    said = english("lunch with Rafael Quintana Thursday 13:15-14:30")
    assert (said.at, said.until) == (time(13, 15), time(14, 30))


def test_notes_and_decisions_are_kept_as_they_were_said() -> None:
    said = english("note: Solventa wants blue lights by Friday")
    assert (said.kind, said.title, said.account_id) == (Kind.NOTE, "Solventa wants blue lights by Friday", SOLVENTA)
    assert spanish("decisión: cifra semanal a Rafael").kind is Kind.DECISION


@pytest.mark.parametrize(
    ("line", "rule", "day"),
    [
        ("send the report every Monday", "FREQ=WEEKLY;BYDAY=MO", date(2026, 3, 16)),
        ("call every 6 weeks", "FREQ=WEEKLY;INTERVAL=6", TUESDAY),
        ("stand-up every working day", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", date(2026, 3, 11)),
        ("check every other month from 1/4", "FREQ=MONTHLY;INTERVAL=2", date(2026, 4, 1)),
        ("rota every Tuesday and Thursday", "FREQ=WEEKLY;BYDAY=TU,TH", date(2026, 3, 12)),
    ],
)
def test_repetition(line: str, rule: str, day: date) -> None:
    said = english(line)
    assert (said.rule, said.day) == (rule, day)


def test_what_it_is_to_become_can_be_meant_before() -> None:
    said = read_line("visit Talleres Norte tomorrow at 10", "en", TUESDAY, NAMES, Meant(kind=Kind.ACTION))
    assert said.kind is Kind.ACTION
    said = read_line("Talleres Norte likes it", "en", TUESDAY, NAMES, Meant(kind=Kind.NOTE))
    assert (said.kind, said.title) == (Kind.NOTE, "Talleres Norte likes it")


def test_repetition_in_spanish() -> None:
    assert spanish("enviar cifra cada lunes").rule == "FREQ=WEEKLY;BYDAY=MO"
    assert spanish("enviar cifra todos los lunes y jueves").rule == "FREQ=WEEKLY;BYDAY=MO,TH"
    assert spanish("revisar cada 6 semanas").rule == "FREQ=WEEKLY;INTERVAL=6"


def test_from_a_day_is_a_start_and_not_a_due_day() -> None:
    said = spanish("preparar informe desde el lunes para fin de mes @fin")
    assert (said.start, said.day) == (date(2026, 3, 16), date(2026, 3, 31))
    assert (said.title, said.department_id) == ("Preparar informe", FINANCE)


def test_the_account_of_the_page_is_meant_where_none_is_named() -> None:
    assert english("send the offer", IBER).account_id == IBER
    assert english("send the offer to Talleres Norte", IBER).account_id == TALLERES
    assert english("send the offer").direction is Direction.INTERNAL
    assert english("ask Rafael about the peak").account_id == IBER


def test_of_two_with_a_name_the_one_at_the_account_of_the_line_before_is_meant() -> None:
    said = read_line("waiting for Ana: the invoice", "en", TUESDAY, NAMES, Meant(IBER, lately=TALLERES))
    assert (said.people, said.account_id, said.questions) == ((ANA,), TALLERES, ())
    said = read_line("call Ana", "en", TUESDAY, NAMES, Meant(SOLVENTA, lately=TALLERES))
    assert said.people == (ANA_BELEN,)
    said = read_line("call Rafael", "en", TUESDAY, NAMES, Meant(lately=TALLERES))
    assert (said.people, said.account_id) == ((QUINTANA,), IBER)
    assert read_line("send it", "en", TUESDAY, NAMES, Meant(lately=TALLERES)).account_id is None


@pytest.mark.parametrize(
    ("line", "account"),
    [
        ("offer for iberlogistica grupo", IBER),
        ("offer for Iberlogística", IBER),
        ("offer for SVR tomorrow", SOLVENTA),
        ("offer #iberl", IBER),
        ("offer #talleresnorte", TALLERES),
        ("visitar talleres y bodegas del Norte", None),
    ],
)
def test_accounts_are_found_by_name(line: str, account: int | None) -> None:
    assert english(line).account_id == account


def test_an_account_stays_where_the_title_would_be_one_word() -> None:
    assert english("visit Talleres Norte on Friday at 9").title == "Visit Talleres Norte"
    assert english("send the offer to Talleres Norte on Friday").title == "Send the offer"
    assert spanish("visita a Talleres Norte el jueves a las 9").title == "Visita a Talleres Norte"


def test_a_mark_nobody_knows_stays_and_is_asked() -> None:
    said = english("#unknown ask @nobody")
    assert said.title == "#unknown ask @nobody"
    assert [question.candidates for question in said.questions] == [(), ()]


def test_colleagues_can_be_named_with_the_at_sign() -> None:
    assert english("second van @andres").members == (MOLINA,)
    assert english("second van, Andrés Molina").members == (MOLINA,)


def test_quoted_text_is_never_read() -> None:
    said = spanish('"Mañana" folleto de "Talleres Norte"')
    assert (said.title, said.day, said.account_id, said.spans) == (
        '"Mañana" folleto de "Talleres Norte"',
        None,
        None,
        (),
    )


def test_an_impossible_day_stays_in_the_title() -> None:
    said = english("send the offer on 31 Feb")
    assert (said.title, said.day) == ("Send the offer on 31 Feb", None)


def test_a_line_of_marks_alone_keeps_its_text() -> None:
    assert english("tomorrow 10:00").title == "Tomorrow 10:00"
    assert english("").title == ""


PIECES = st.sampled_from(
    [
        "#",
        "@",
        "!!",
        "!high",
        "#iberl",
        "@fin",
        "Ana",
        "waiting for",
        "nos debe",
        "every",
        "cada lunes",
        "note:",
        '"',
        "10:00",
        "\x00",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)), st.sampled_from(["en", "es"]))
def test_any_line_is_safe(line: str, language: str) -> None:
    said = read_line(line, language, TUESDAY, NAMES)
    assert said.title or not said.line
    reached = 0
    for span in said.spans:
        assert reached <= span.begin < span.end <= len(said.line)
        reached = span.end


@given(st.text().filter(lambda text: '"' not in text))
def test_any_quoted_line_is_plain(line: str) -> None:
    assert english(f'"{line} tomorrow 10:00 #iberl @fin !high every Monday Ana Cortés"').spans == ()


def test_every_span_says_what_it_is() -> None:
    said = english("waiting for Ana Cortés: photos of Talleres Norte from Monday every week !! @fin by 12/4 at 10")
    assert {span.part for span in said.spans} == set(Part) - {Part.KIND}


def test_a_thousand_names_cost_nothing() -> None:
    people = (Entry(NameKind.PERSON, n, f"Ana{n % 90} Apellido{n} Segundo", (n % 200,)) for n in range(700))
    accounts = (Entry(NameKind.ACCOUNT, n, f"Empresa Número {n}, S.L.") for n in range(300))
    names = Directory((*people, *accounts))
    line = "llamar a Ana12 Apellido12 Segundo mañana a las 10 Empresa Número 77 @finanzas cada lunes !alta"
    said = read_line(line, "es", TUESDAY, names)
    assert said.account_id == 77
    begun = perf_counter()
    for _ in range(10):
        read_line(line, "es", TUESDAY, names)
    assert (perf_counter() - begun) / 10 < 2  # a hang would take much longer


def test_a_person_of_another_account_brings_the_line_there() -> None:
    names = Directory(
        (
            Entry(NameKind.ACCOUNT, 1, "Iberlogística Grupo"),
            Entry(NameKind.ACCOUNT, 2, "Talleres Norte"),
            Entry(NameKind.PERSON, 3, "Ana Cortés", (2,)),
            Entry(NameKind.PERSON, 4, "Teresa Vidal", (1, 2)),
        )
    )
    at_iber = Meant(account_id=1)
    assert read_line("Call Ana Cortés tomorrow", "en", TUESDAY, names, at_iber).account_id == 2
    assert read_line("Call Teresa Vidal tomorrow", "en", TUESDAY, names, at_iber).account_id == 1
    assert read_line("Call somebody tomorrow", "en", TUESDAY, names, at_iber).account_id == 1
    assert read_line("Call Ana Cortés about Iberlogística", "en", TUESDAY, names).account_id == 1


def test_what_is_marked_plain_means_only_its_words() -> None:
    line = "Read The Day After Tomorrow"
    whole = read_line(line, "en", TUESDAY, Directory(()), Meant(plain=((5, len(line)),)))
    assert (whole.day, whole.title, whole.spans) == (None, line, ())


WORDS_OF_LINES = [
    *(
        "call",
        "llamar",
        "tomorrow",
        "mañana",
        "por la mañana",
        "fri",
        "viernes",
        "+3",
        "12/3",
        "31/02",
        "10:00",
        "a las 10",
    ),
    *(
        "#iber",
        "@fin",
        "!alta",
        "!!",
        "Ana",
        "waiting for",
        "esperando a",
        "nos debe",
        "every",
        "cada",
        "note:",
        "nota:",
    ),
    *('"quoted tomorrow"', "«ayer»", "<b>", "&amp;", "🙂", "ñ", "\u202e", "ﬁ", "-", ":", "del", "at", "to", "e\u0301"),
]


@pytest.mark.parametrize("language", ["en", "es"])
@given(text=st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS_OF_LINES), max_size=9).map(" ".join)))
def test_any_line_is_understood_without_losing_a_word(language: str, text: str) -> None:
    names = Directory(
        (Entry(NameKind.ACCOUNT, 1, "Iberlogística Grupo"), Entry(NameKind.PERSON, 2, "Ana Cortés", (1,)))
    )
    said = read_line(text, language, TUESDAY, names)
    assert said.line == unicodedata.normalize("NFC", text).strip()
    ends = [0, *(place for span in said.spans for place in (span.begin, span.end)), len(said.line)]
    assert ends == sorted(ends), "parts overlap or leave the line"
    title = " ".join(said.title.split()).lower()
    for quoted in re.findall('"[^"]*"', said.line[:1000]):
        assert " ".join(quoted.split()).lower().strip(" ,;:·–-") in title
    assert read_line(text, language, TUESDAY, names) == said

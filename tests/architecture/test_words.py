"""The Spanish catalogue says everything that the program says, and says it well."""

import ast
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Message

from tests.architecture.house import House, Module
from workbench.report.letters import missing_letters

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tools import words as tools  # noqa: E402

HOUSE = House(ROOT / "src" / "workbench")
TEXTS = [message for message in tools.texts() if message.id]
SPANISH = tools.spanish()
SPEAKERS = {"N_", "words", "_words", "many"}


def _forms(entry: object) -> list[str]:
    return [str(form) for form in entry] if isinstance(entry, tuple | list) else [str(entry)]


def _places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_text_is_said_in_spanish() -> None:
    assert tools.missing() == []


def test_no_translation_is_a_guess() -> None:
    assert [message.id for message in SPANISH if message.id and message.fuzzy] == []


def test_plural_texts_have_both_forms() -> None:
    plural = {_forms(message.id)[0] for message in TEXTS if isinstance(message.id, tuple)}
    assert [text for text in plural if len(_forms(SPANISH.get(text).string)) != 2] == []


def test_places_for_values_are_the_same_in_both_languages() -> None:
    pairs = [pair for message in SPANISH if message.id for pair in _said(message)]
    # one thing may go without its number
    assert [pair for pair in pairs if (_places(pair[0]) ^ _places(pair[1])) - {"n"}] == []


def test_translations_end_like_their_texts() -> None:
    pairs = [pair for message in SPANISH if message.id for pair in _said(message)]
    assert [pair for pair in pairs if pair[1] != pair[1].strip() and pair[0] == pair[0].strip()] == []
    assert [pair for pair in pairs if _end(pair[0]) != _end(pair[1])] == []


def _said(message: Message) -> Iterator[tuple[str, str]]:
    return ((text, said) for text, said in zip(_forms(message.id), _forms(message.string), strict=True) if said)


def _end(text: str) -> str:
    return text[-1] if text.endswith((".", "…", "?", ":")) else ""


def test_what_is_spoken_is_what_is_extracted() -> None:
    known = {form for message in TEXTS for form in _forms(message.id)}
    spoken = {text for module in HOUSE.program for text in _spoken(module)}
    assert spoken - known == set()
    assert known - spoken == set()


def _spoken(module: Module) -> Iterator[str]:
    for name, call in _calls(module):
        if name in SPEAKERS:
            parts = [node for said in call.args[: 2 if name == "many" else 1] for node in ast.walk(said)]
            yield from (n.value for n in parts if isinstance(n, ast.Constant) and isinstance(n.value, str) and n.value)


def test_no_sentence_is_glued() -> None:
    glued = [
        f"{module.name}: {ast.unparse(call)}"
        for module in HOUSE.program
        for name, call in _calls(module)
        if name in SPEAKERS and call.args and isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]
    assert glued == []


def test_what_people_read_is_marked() -> None:
    read = (module for module in HOUSE.program if module.parts[0] != "testing")
    assert [text for module in read for text in _unmarked(module)] == []


def _unmarked(module: Module) -> Iterator[str]:
    """Labels of commands and choices and the sentences of errors that would stay English."""
    for name, call in _calls(module):
        if name == "command" and call.args and isinstance(call.args[0], ast.Constant):
            yield f"{module.name}: {ast.unparse(call)}"
    for node in module.nodes:
        if isinstance(node, ast.ClassDef):
            assigned = [line for line in node.body if isinstance(line, ast.Assign)]
            yield from (f"{module.name}: {ast.unparse(line)}" for line in assigned if _is_bare(node, line))


def _is_bare(owner: ast.ClassDef, line: ast.Assign) -> bool:
    if ast.unparse(line.targets[0]) in {"message", "consequence", "advice"}:
        return isinstance(line.value, ast.Constant) and bool(line.value.value)
    is_choice = "Choice" in map(ast.unparse, owner.bases) and isinstance(line.value, ast.Tuple)
    return is_choice and isinstance(line.value, ast.Tuple) and isinstance(line.value.elts[-1], ast.Constant)


def _calls(module: Module) -> Iterator[tuple[str, ast.Call]]:
    for node in module.nodes:
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func).rpartition(".")[2], node


def test_the_demo_and_the_catalogue_can_be_printed() -> None:
    texts = [form for message in SPANISH for entry in (message.id, message.string) for form in _forms(entry)]
    texts += [file.read_text(encoding="utf-8") for file in (ROOT / "resources/demo").glob("*.toml")]
    assert missing_letters(texts) == ()

"""Rules on how big a room, a function and its list of parameters may be."""

import statistics
from collections.abc import Iterator, Sequence

from tests.architecture.house import Function, House
from tests.architecture.rooms import Rule


def no_file_is_long(house: House) -> Iterator[str]:
    """A file has at most 400 lines."""
    return (f"{m.name}: {m.lines}" for m in house.modules if m.lines > 400)


def no_function_is_long(house: House) -> Iterator[str]:
    """A function has at most 50 lines."""
    return (f"{name}: {_length(function)}" for name, function in house.functions if _length(function) > 50)


def functions_take_few_parameters(house: House) -> Iterator[str]:
    """At most five parameters; a method's own object and a command's session are given by nobody who calls."""
    for name, function in house.functions:
        taken = function.args.posonlyargs + function.args.args + function.args.kwonlyargs
        given = [parameter.arg for parameter in taken if parameter.arg not in {"self", "cls", "session"}]
        if len(given) > 5:
            yield f"{name}: {len(given)}"


def files_are_mostly_small(house: House) -> Iterator[str]:
    """Half of the files have about 90 lines or less, nine in ten at most 250."""
    return _spread("files", [m.lines for m in house.modules if m.lines], (100, 250))


def functions_are_mostly_small(house: House) -> Iterator[str]:
    """Half of the functions have at most 7 lines, nine in ten at most 20."""
    return _spread("functions", [_length(function) for _, function in house.functions], (7, 20))


def _spread(what: str, sizes: Sequence[int], limits: tuple[int, int]) -> Iterator[str]:
    ordered = sorted(sizes)
    found = (statistics.median(ordered), ordered[int(len(ordered) * 0.9)]) if ordered else (0, 0)
    if found[0] > limits[0] or found[1] > limits[1]:
        yield f"{what}: half up to {found[0]}, nine in ten up to {found[1]}"


def _length(function: Function) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


SIZE_RULES: tuple[Rule, ...] = (
    no_file_is_long,
    no_function_is_long,
    functions_take_few_parameters,
    files_are_mostly_small,
    functions_are_mostly_small,
)

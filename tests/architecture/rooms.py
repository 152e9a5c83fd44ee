"""Rules on who may enter which room: each gives the breaches it finds, and none in a house that keeps it."""

from collections.abc import Callable, Iterator

from tests.architecture.house import SLICES, STANDING, House, Module

Rule = Callable[[House], Iterator[str]]

# what paper may know of the kernel: words and shapes of values, never the portfolio
FOR_PAPER = {"kernel.words", "kernel.formats", "kernel.choice", "kernel.paths", "kernel.files"}


def _breaches(house: House, wrong: Callable[[Module, Module], bool]) -> Iterator[str]:
    """Imports of a module of the program that are `wrong`."""
    for module in house.program:
        for other in house.seen_by(module):
            if wrong(module, other):
                yield f"{module.name} → {other.name}"


def only_ui_imports_qt(house: House) -> Iterator[str]:
    """A module outside a folder named ui imports no Qt."""
    return (m.name for m in house.program if not m.is_ui and m.imports_any("PySide6", "shiboken6"))


def what_stands_in_ui_needs_qt(house: House) -> Iterator[str]:
    """A module inside ui uses Qt, itself or through another one there; what does not belongs elsewhere."""
    in_ui = (m for m in house.program if m.is_ui and m.text.strip() and m.path.name != "__init__.py")
    return (m.name for m in in_ui if not m.imports_any("PySide6") and not any(o.is_ui for o in house.seen_by(m)))


def only_entry_points_start_the_interface(house: House) -> Iterator[str]:
    """Outside ui only the command line and the test driver import from ui."""
    return _breaches(house, lambda m, o: o.is_ui and not m.is_ui and not m.is_entry)


def nobody_imports_an_entry_point(house: House) -> Iterator[str]:
    """The command line and the test driver stand on everything, and nothing stands on them."""
    return _breaches(house, lambda m, o: o.is_entry and not m.is_entry)


def kernel_stands_alone(house: House) -> Iterator[str]:
    """The kernel imports nothing but itself and the migrations it runs."""
    return _breaches(house, lambda m, o: m.parts[0] == "kernel" and o.parts[0] not in {"kernel", "migrations"})


def press_stands_on_the_kernel(house: House) -> Iterator[str]:
    """The press knows paper, words and formats, and no slice."""
    return _breaches(house, lambda m, o: m.parts[0] == "report" and o.parts[0] != "report" and o.name not in FOR_PAPER)


def slices_look_left(house: House) -> Iterator[str]:
    """A slice imports only slices to its left."""

    def is_right(module: Module, other: Module) -> bool:
        mine, theirs = module.slice, other.slice
        return bool(mine and theirs and SLICES.index(theirs) > SLICES.index(mine))

    return _breaches(house, is_right)


def slices_live_below_the_roof(house: House) -> Iterator[str]:
    """Only what stands above all slices knows all models or opens portfolios."""
    above = {"models": {"safety"}, "opening": {"demo"}}

    def is_roof(module: Module, other: Module) -> bool:
        return other.name in above and bool(module.slice) and module.slice not in above[other.name]

    return _breaches(house, is_roof)


def every_room_has_its_place(house: House) -> Iterator[str]:
    """Every folder of the program is the kernel, the press, a slice, the shared interface or an entry point."""
    known = {"kernel", "report", "ui", "cli", "testing", "migrations", *SLICES}
    return (m.name for m in house.modules if len(m.parts) > 1 and m.parts[0] not in known)


def inside_a_slice_nobody_looks_right(house: House) -> Iterator[str]:
    """Inside a slice: model, rules, fields, views, queries, commands, report, ui; never to the right."""
    return _breaches(house, lambda m, o: m.slice is not None and m.slice == o.slice and o.standing > m.standing)


def reports_know_views_only(house: House) -> Iterator[str]:
    """What is printed imports views, enumerations, words, formats and the press; no query, no clock, no portfolio."""
    for module in house.program:
        if module.is_printed:
            for name in sorted(module.imports):
                if name.startswith(("sqlalchemy", "sqlcipher3", "alembic")):
                    yield f"{module.name} → {name}"
            for name in sorted(module.program_imports):
                if not _is_for_paper(house, name):
                    yield f"{module.name} → {name}"


def _is_for_paper(house: House, name: str) -> bool:
    where, _, what = name.rpartition(".")
    module = house.named.get(name) or house.named.get(where)
    if module is None or module.parts[0] == "report" or module.name in FOR_PAPER:
        return module is not None
    is_choice = module.standing == STANDING.index("model") and what in module.choices
    return module.is_printed or module.parts[-1] == "views" or is_choice


def only_paper_knows_reportlab(house: House) -> Iterator[str]:
    """Only what is printed imports reportlab."""
    return (m.name for m in house.program if not m.is_printed and m.imports_any("reportlab"))


def migrations_know_nothing(house: House) -> Iterator[str]:
    """A migration imports nothing of the program, which will have moved on when it runs."""
    return (m.name for m in house.modules if m.is_migration and m.imports_any("workbench"))


def one_room_opens_portfolios(house: House) -> Iterator[str]:
    """Only the opening constructs a workspace; the window and the command line both open through it."""
    return (m.name for m in house.program if m.name != "opening" and {"Workspace", "workspace.Workspace"} & {*m.calls})


ROOM_RULES: tuple[Rule, ...] = (
    only_ui_imports_qt,
    what_stands_in_ui_needs_qt,
    only_entry_points_start_the_interface,
    nobody_imports_an_entry_point,
    kernel_stands_alone,
    press_stands_on_the_kernel,
    slices_look_left,
    slices_live_below_the_roof,
    every_room_has_its_place,
    inside_a_slice_nobody_looks_right,
    reports_know_views_only,
    only_paper_knows_reportlab,
    migrations_know_nothing,
    one_room_opens_portfolios,
)

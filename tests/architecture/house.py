"""The program as a house: its modules as the rules see them, read as text and never run."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

SLICES = (
    "accounts", "contacts", "team", "meetings", "action_items", "market", "business", "plans", "kam", "portfolio",
    "papers", "capture", "documents", "search", "exchange", "sharing", "safety", "demo",
)  # fmt: skip
ENTRIES = ("cli", "testing", "__main__")
STANDING = ("model", "rules", "fields", "views", "queries", "commands", "report", "ui")
ROOMS = ("model", "fields", "views", "queries", "commands")
# files that say with another name what they do
STANDS_AS = {
    "plans.reading": "queries",
    "meetings.week": "queries",
    "team.growth": "model",
    "action_items.cards": "queries",
    "action_items.whom": "queries",
    "team.assignments": "model",
    "meetings.proceedings": "model",
    "accounts.structure": "model",
    "contacts.positions": "model",
    "papers.printing": "report",
    "papers.ask.mail": "report",
}
PRINTED = ("sections", "document", "promises")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """A file of the program: its dotted name without the program's own, and what stands in it."""

    path: Path
    source: Path

    @cached_property
    def name(self) -> str:
        """`accounts.ui.page`; the program's first file is called `workbench`."""
        parts = self.path.relative_to(self.source).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts) or "workbench"

    @cached_property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.name.split("."))

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def lines(self) -> int:
        return len(self.text.splitlines())

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(ast.parse(self.text)))

    @cached_property
    def imports(self) -> frozenset[str]:
        """Dotted names; a name that is imported from a module counts with it."""
        found: set[str] = set()
        for node in self.nodes:
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                base = "." * node.level + (node.module or "")
                found |= {f"{base}.{alias.name}" for alias in node.names}
        return frozenset(found)

    @cached_property
    def program_imports(self) -> frozenset[str]:
        """What it imports from the program, named like modules."""
        return frozenset(name.removeprefix("workbench.") for name in self.imports if name.startswith("workbench."))

    @property
    def slice(self) -> str | None:
        return self.parts[0] if self.parts[0] in SLICES else None

    @property
    def is_ui(self) -> bool:
        return "ui" in self.parts

    @property
    def is_entry(self) -> bool:
        return self.parts[0] in ENTRIES

    @property
    def is_migration(self) -> bool:
        return self.parts[0] == "migrations"

    @property
    def is_printed(self) -> bool:
        """Whether it makes flowables from a view."""
        is_sheet = self.parts[0] == "papers" and self.parts[-1] in PRINTED
        return is_sheet or "report" in self.parts[:-1] or self.name == "report"

    @property
    def standing(self) -> int:
        """How far to the right inside its slice it stands; a file with a name of its own is a rule."""
        if self.is_ui:
            return STANDING.index("ui")
        if self.is_printed:
            return STANDING.index("report")
        known = (part for part in self.parts[1:] if part in ROOMS)
        return STANDING.index(STANDS_AS.get(self.name) or next(known, "rules"))

    def imports_any(self, *prefixes: str) -> bool:
        return any(name == prefix or name.startswith(f"{prefix}.") for name in self.imports for prefix in prefixes)

    @cached_property
    def calls(self) -> tuple[str, ...]:
        """Everything that is called, as written."""
        return tuple(ast.unparse(node.func) for node in self.nodes if isinstance(node, ast.Call))

    @cached_property
    def assigned(self) -> tuple[str, ...]:
        """Everything that is given a value, as written."""
        many = (node.targets for node in self.nodes if isinstance(node, ast.Assign))
        return tuple(ast.unparse(target) for targets in many for target in targets)

    @cached_property
    def strings(self) -> tuple[str, ...]:
        """Texts that are values, not docstrings."""
        docs = {
            id(node.body[0].value)
            for node in self.nodes
            if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        constants = (node for node in self.nodes if isinstance(node, ast.Constant) and id(node) not in docs)
        return tuple(node.value for node in constants if isinstance(node.value, str))

    @cached_property
    def functions(self) -> tuple[Function, ...]:
        return tuple(node for node in self.nodes if isinstance(node, Function))

    @cached_property
    def choices(self) -> frozenset[str]:
        """The names of its enumerations."""
        classes = (node for node in self.nodes if isinstance(node, ast.ClassDef))
        return frozenset(node.name for node in classes if any(ast.unparse(base) == "Choice" for base in node.bases))


class House:
    """All modules below a folder."""

    def __init__(self, source: Path) -> None:
        self.modules = tuple(Module(path, source) for path in sorted(source.rglob("*.py")))
        self.named = {module.name: module for module in self.modules}

    def seen_by(self, module: Module) -> Iterator[Module]:
        """The modules of the program that a module imports."""
        for name in sorted(module.program_imports):
            found = self.named.get(name) or self.named.get(name.rpartition(".")[0])
            if found and found is not module:
                yield found

    @property
    def program(self) -> Iterator[Module]:
        """The modules that live with the program; migrations are frozen history."""
        return (module for module in self.modules if not module.is_migration)

    @property
    def functions(self) -> Iterator[tuple[str, Function]]:
        return ((f"{module.name}.{f.name}", f) for module in self.modules for f in module.functions)

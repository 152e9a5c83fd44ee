"""The rules of the house as sentences: who may enter which room, and how big a room may be."""

import ast
import re
import statistics
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "workbench"
SLICES = (
    "accounts", "contacts", "team", "meetings", "action_items", "market", "business", "plans", "kam", "portfolio",
    "papers", "capture", "documents", "search", "exchange", "sharing", "safety", "demo",
)  # fmt: skip
STANDING = ("model", "rules", "fields", "views", "queries", "commands", "report", "ui")
OPENERS = {"workbench.opening", "workbench.kernel.workspace"}


@dataclass(frozen=True)
class Module:
    """A file of the program: its dotted name, and what it imports."""

    path: Path

    @cached_property
    def name(self) -> str:
        parts = self.path.relative_to(SOURCE.parent).with_suffix("").parts
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        return tuple(self.name.split("."))

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.path.read_text(encoding="utf-8"))

    @cached_property
    def imports(self) -> set[str]:
        """Dotted names; a name that is imported from a module counts with it."""
        found: set[str] = set()
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
        return found

    @property
    def slice(self) -> str | None:
        return self.parts[1] if len(self.parts) > 1 and self.parts[1] in SLICES else None

    @property
    def is_ui(self) -> bool:
        return "ui" in self.parts[1:]

    @property
    def is_kernel(self) -> bool:
        return self.parts[1:2] == ("kernel",)

    def imports_any(self, *prefixes: str) -> bool:
        return any(name == prefix or name.startswith(f"{prefix}.") for name in self.imports for prefix in prefixes)

    def calls(self) -> Iterator[str]:
        """The names of everything that is called."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func)

    def strings(self) -> Iterator[str]:
        """Texts that are values, not docstrings."""
        docs = {
            id(node.body[0].value)
            for node in ast.walk(self.tree)
            if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
            and node.body
            and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
                yield node.value


MODULES = [Module(path) for path in sorted(SOURCE.rglob("*.py"))]
PROGRAM = [module for module in MODULES if "migrations" not in module.parts]


def offenders(sentence: Iterator[str] | list[str]) -> list[str]:
    return sorted(set(sentence))


def test_only_ui_knows_qt() -> None:
    assert not offenders(m.name for m in PROGRAM if not m.is_ui and m.imports_any("PySide6"))


def test_only_the_entry_points_start_the_interface() -> None:
    entries = {"cli", "testing", "__main__"}
    wrong = (m.name for m in PROGRAM if not m.is_ui and m.parts[1:2] and m.parts[1] not in entries and _imports_ui(m))
    assert not offenders(wrong)


def _imports_ui(module: Module) -> bool:
    return any("ui" in name.split(".") and name.startswith("workbench.") for name in module.imports)


def test_the_kernel_knows_no_slice() -> None:
    slices = [f"workbench.{name}" for name in (*SLICES, "report", "cli", "demo", "ui")]
    assert not offenders(m.name for m in PROGRAM if m.is_kernel and m.imports_any(*slices))


def test_slices_look_to_the_left_only() -> None:
    wrong = []
    for module in PROGRAM:
        if module.slice:
            right = SLICES[SLICES.index(module.slice) + 1 :]
            wrong += [
                f"{module.name} → {name}"
                for name in module.imports
                if name.startswith(tuple(f"workbench.{r}." for r in right))
            ]
    assert not offenders(wrong)


def test_inside_a_slice_nobody_looks_to_the_right() -> None:
    wrong = []
    for module in PROGRAM:
        if not module.slice:
            continue
        mine = _standing(module.parts[2:], module.slice)
        for name in module.imports:
            parts = tuple(name.split("."))
            if parts[:2] == module.parts[:2] and len(parts) > 2 and _standing(parts[2:], module.slice) > mine:
                wrong.append(f"{module.name} → {name}")
    assert not offenders(wrong)


def _standing(parts: tuple[str, ...], of: str) -> int:
    if "ui" in parts:
        return STANDING.index("ui")
    first = parts[0] if parts else "rules"
    # `report` is the printed one where a slice has a folder of that name
    is_folder = first != "report" or (SOURCE / of / "report").is_dir()
    if first in STANDING and is_folder:
        return STANDING.index(first)
    # a file of another name is a rule, unless it reads or prints
    others = {("plans", "reading"): "queries", ("papers", "printing"): "report"}
    return STANDING.index(others.get((of, first), "rules"))


def test_models_know_no_session_and_no_clock() -> None:
    banned = ("sqlalchemy.orm.Session", "sqlalchemy.select", "sqlalchemy.orm.object_session", "workbench.kernel.clock")
    assert not offenders(m.name for m in PROGRAM if m.parts[-1] == "model" and m.imports_any(*banned))


def test_only_the_workspace_commits() -> None:
    allowed = {"workbench.kernel.workspace"}
    ending = re.compile(
        r"(session|connection|engine|transaction|source)\w*\.(commit|rollback)$|^(sessionmaker|Session)$"
    )
    rooms = ("workbench.safety", "workbench.kernel.database")
    wrong = (
        f"{m.name}: {call}"
        for m in PROGRAM
        if m.name not in allowed and not m.name.startswith(rooms)
        for call in m.calls()
        if ending.search(call)
    )
    assert not offenders(wrong)


def test_literal_sql_stays_in_its_rooms() -> None:
    rooms = (
        "workbench.kernel.journal",
        "workbench.kernel.database",
        "workbench.kernel.migrate",
        "workbench.kernel.copying",
        "workbench.search",
        "workbench.safety",
    )
    sql = re.compile(r"^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|ALTER|PRAGMA)\s+[A-Za-z_*(\"]+\s")
    wrong = (
        f"{m.name}: {t[:50]}" for m in PROGRAM if not m.name.startswith(rooms) for t in m.strings() if sql.match(t)
    )
    assert not offenders(wrong)


def test_threads_dialogs_hooks_and_time_have_one_home_each() -> None:
    homes = {
        "workbench.ui.tasks": ("QThreadPool", "QThread", "Thread", "ThreadPoolExecutor"),
        "workbench.ui.crash": ("sys.excepthook",),
        "workbench.kernel.clock": (
            "datetime.now",
            "date.today",
            "time.time",
            "time_ns",
            "QDate.currentDate",
            "QDateTime.currentDateTime",
        ),
    }
    wrong = []
    for home, names in homes.items():
        for module in PROGRAM:
            if module.name != home and "testing" not in module.parts:
                wrong += [f"{module.name}: {call}" for call in module.calls() if call in names]
                wrong += [f"{module.name}: {t}" for t in _assigned(module) if t in names]
    assert not offenders(wrong)


def _assigned(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Assign):
            yield from (ast.unparse(target) for target in node.targets)


def test_only_dialogs_opens_modal_windows() -> None:
    banned = (
        "QMessageBox",
        "QInputDialog",
        "QFileDialog",
        "QProgressDialog",
        "QErrorMessage",
        "QColorDialog",
        "QFontDialog",
    )
    wrong = [
        f"{m.name}: {n}"
        for m in PROGRAM
        if m.name != "workbench.ui.dialogs"
        for n in m.imports
        if n.split(".")[-1] in banned
    ]
    wrong += [
        f"{m.name}: {c}"
        for m in PROGRAM
        if m.name != "workbench.ui.dialogs"
        for c in m.calls()
        if c.endswith(".exec") and c != "app.exec"
    ]
    assert not offenders(wrong)


def test_reports_read_views_and_nothing_else() -> None:
    wrong = []
    for module in PROGRAM:
        is_report = "report" in module.parts or module.parts[-1] in {"sections", "document"}
        if is_report:
            wrong += [
                f"{module.name} → {name}"
                for name in module.imports
                if name.startswith(
                    ("sqlalchemy", "workbench.kernel.workspace", "workbench.kernel.clock", "workbench.opening")
                )
                or ".queries" in name
                or ".commands" in name
            ]
    assert not offenders(wrong)


def test_only_paper_knows_reportlab() -> None:
    wrong = (
        m.name for m in PROGRAM if m.imports_any("reportlab") and "report" not in m.parts and m.parts[1] != "papers"
    )
    assert not offenders(wrong)


def test_migrations_import_nothing_of_the_program() -> None:
    assert not offenders(m.name for m in MODULES if "migrations" in m.parts and m.imports_any("workbench"))


def test_a_workspace_is_made_in_one_place() -> None:
    wrong = (m.name for m in PROGRAM if m.name not in OPENERS for call in m.calls() if call == "Workspace")
    assert not offenders(wrong)


def test_nothing_that_loses_data_or_runs_code_is_used() -> None:
    banned = ("PySide6.QtCore.QSettings", "PySide6.QtSql", "pickle", "shelve", "marshal", "sqlite3")
    assert not offenders(m.name for m in PROGRAM if m.imports_any(*banned))


def test_data_reaches_the_screen_as_plain_text() -> None:
    banned = ("setHtml", "insertHtml", "appendHtml", "setMarkdown")
    wrong = [f"{m.name}: {c}" for m in PROGRAM for c in m.calls() if c.rpartition(".")[2] in banned]
    wrong += [f"{m.name}: QLabel(text)" for m in PROGRAM if m.is_ui for node in ast.walk(m.tree) if _labels_text(node)]
    wrong += [
        f"{m.name}: setToolTip"
        for m in PROGRAM
        if m.name != "workbench.ui.widgets.said"
        for node in ast.walk(m.tree)
        if _tells_data(node)
    ]
    assert not offenders(wrong)


def _labels_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func) == "QLabel" and bool(node.args)


def _tells_data(node: ast.AST) -> bool:
    is_call = isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".setToolTip")
    # an empty text, or one that went through the escape helper
    return is_call and not all(isinstance(a, ast.Constant) or "plainly(" in ast.unparse(a) for a in node.args)


def test_markup_for_paper_is_escaped_in_one_place() -> None:
    wrong = (
        m.name
        for m in PROGRAM
        if m.imports_any("xml.sax.saxutils") or (m.imports_any("html.escape") and m.name != "workbench.ui.widgets.said")
    )
    assert not [name for name in offenders(wrong) if not name.startswith("workbench.report")]


@pytest.mark.parametrize("module", MODULES, ids=lambda m: m.name)
def test_no_file_is_longer_than_400_lines(module: Module) -> None:
    assert len(module.path.read_text(encoding="utf-8").splitlines()) <= 400


def _functions() -> list[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    return [
        (f"{m.name}.{n.name}", n)
        for m in MODULES
        for n in ast.walk(m.tree)
        if isinstance(n, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def test_no_function_is_longer_than_50_lines() -> None:
    assert not offenders(f"{name}: {_length(f)}" for name, f in _functions() if _length(f) > 50)


def test_functions_take_at_most_five_parameters() -> None:
    wrong = []
    for name, function in _functions():
        given = [
            a.arg
            for a in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)
            if a.arg not in {"self", "cls"}
        ]
        # a command's first parameter is its session, which no caller gives
        given = [argument for argument in given if argument != "session"]
        if len(given) > 5:
            wrong.append(f"{name}: {len(given)}")
    assert not offenders(wrong)


def test_most_rooms_and_functions_are_small() -> None:
    files = sorted(
        len(m.path.read_text(encoding="utf-8").splitlines()) for m in MODULES if m.path.name != "__init__.py"
    )
    functions = sorted(_length(f) for _, f in _functions())
    assert statistics.median(files) <= 120
    assert files[int(len(files) * 0.9)] <= 260
    assert statistics.median(functions) <= 8
    assert functions[int(len(functions) * 0.9)] <= 22

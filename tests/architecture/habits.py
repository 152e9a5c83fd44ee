"""Rules on what may be done where: one home for each dangerous thing."""

import re
from collections.abc import Iterable, Iterator

from tests.architecture.house import House, Module
from tests.architecture.rooms import Rule

SQL_HOMES = ("kernel.journal", "kernel.database", "kernel.migrate", "kernel.copying", "search", "safety")
SQL = re.compile(
    r"\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|DROP|ALTER|PRAGMA|WITH|ATTACH|VACUUM|COMMIT|ROLLBACK|BEGIN IMMEDIATE)(\s|$)"
)
# each opens one kind of file: its own, one that somebody named, or one of the program's resources
FILE_HOMES = {
    "kernel.manual", "kernel.files", "kernel.copying", "kernel.database", "kernel.lock", "kernel.migrate", "kernel.place",
    "kernel.settings", "kernel.words", "safety.backup", "exchange.reading", "exchange.unread", "exchange.columns",
    "exchange.mappings", "exchange.foreign.photo", "cli.terminal", "demo.loader", "portfolio.usual", "ui.theme",
    "ui.icons",
}  # fmt: skip
OPENS = re.compile(r"(^|\.)(open|read_text|read_bytes|write_text|write_bytes)$|^shutil\.\w+$")
THREADS = ("threading.Thread", "threading.Timer", "concurrent", "multiprocessing", "asyncio", "PySide6.QtCore.QThread",
           "PySide6.QtCore.QThreadPool", "PySide6.QtCore.QRunnable", "PySide6.QtConcurrent")  # fmt: skip
HOOKS = {"sys.excepthook", "sys.unraisablehook", "threading.excepthook"}
TIME = re.compile(
    r"(^|\.)(datetime|date)\.(now|utcnow|today)$|(^|\.)time\.(time|localtime|gmtime|ctime)$|(^|\.)time_ns$"
    r"|(^|\.)Q(Date|Time|DateTime)\.current\w+$"
)
MODAL = {"QMessageBox", "QInputDialog", "QFileDialog", "QProgressDialog", "QErrorMessage", "QColorDialog",
         "QFontDialog", "QPrintDialog", "QPageSetupDialog", "QPrintPreviewDialog"}  # fmt: skip
MARKUP = ("setHtml", "insertHtml", "appendHtml", "setMarkdown", "insertMarkdown", "setWhatsThis", "setStatusTip")
LOSES_OR_RUNS = ("PySide6.QtCore.QSettings", "PySide6.QtSql", "pickle", "shelve", "marshal", "dbm", "sqlite3")


def models_know_no_session(house: House) -> Iterator[str]:
    """A model knows columns: no session, no query, no clock."""
    banned = ("sqlalchemy.orm.Session", "sqlalchemy.orm.sessionmaker", "sqlalchemy.orm.object_session",
              "sqlalchemy.select", "workbench.kernel.clock", "workbench.kernel.workspace")  # fmt: skip
    return (m.name for m in house.program if m.parts[-1] == "model" and m.imports_any(*banned))


def only_the_workspace_commits(house: House) -> Iterator[str]:
    """Commit, roll back and make sessions: the workspace alone. (An editor in ui commits what was typed.)"""
    ending = re.compile(r"\.(commit|rollback|begin_nested)$|(^|\.)(sessionmaker|Session)$")
    wrong = (m for m in house.program if m.name != "kernel.workspace")
    return (f"{m.name}: {c}" for m in wrong for c in m.calls if ending.search(c) and not (m.is_ui and "commit" in c))


def sql_has_its_rooms(house: House) -> Iterator[str]:
    """Literal SQL stands only where the file itself, its journal, its search index or its safety is concerned."""
    for module in _outside(house, SQL_HOMES):
        yield from (f"{module.name}: {text[:40]}" for text in module.strings if SQL.match(text))
        if module.imports_any("sqlalchemy.text"):
            yield f"{module.name}: text"


def threads_have_one_home(house: House) -> Iterator[str]:
    """Only the tasks of the interface start threads, and the check of a file while it is opened."""
    for module in _outside(house, ("ui.tasks", "safety.soundness")):
        if module.imports_any(*THREADS) or {"threading.Thread", "threading.Timer"} & {*module.calls}:
            yield module.name


def processes_have_one_home(house: House) -> Iterator[str]:
    """Only the reading of foreign files starts a process."""
    for module in _outside(house, ("exchange.reading", "testing")):
        if module.imports_any("subprocess", "PySide6.QtCore.QProcess") or {"os.system", "os.fork"} & {*module.calls}:
            yield module.name


def modal_windows_have_one_home(house: House) -> Iterator[str]:
    """Only the dialogs open windows that stop everything else."""
    for module in _outside(house, ("ui.dialogs",)):
        yield from (f"{module.name}: {n}" for n in module.imports if n.rpartition(".")[2] in MODAL)
        runs = (c for c in module.calls if c.endswith((".exec", ".setModal", ".setWindowModality")))
        yield from (f"{module.name}: {c}" for c in runs if (module.name, c) != ("ui.app", "app.exec"))


def hooks_have_one_home(house: House) -> Iterator[str]:
    """Only the crash page catches what nobody caught."""
    return (f"{m.name}: {t}" for m in _outside(house, ("ui.crash",)) for t in m.assigned if t in HOOKS)


def time_has_one_home(house: House) -> Iterator[str]:
    """Only the clock asks what time it is; everybody else is told."""
    return (f"{m.name}: {c}" for m in _outside(house, ("kernel.clock", "testing")) for c in m.calls if TIME.search(c))


def nothing_loses_data_or_runs_code(house: House) -> Iterator[str]:
    """No QSettings, no second driver on the file, nothing that runs code out of data."""
    for module in house.program:
        if module.imports_any(*LOSES_OR_RUNS) or {"eval", "exec", "compile"} & {*module.calls}:
            yield module.name


def files_are_opened_in_few_rooms(house: House) -> Iterator[str]:
    """Closing a plain file that is a live portfolio drops SQLite's locks on it, so few rooms open files at all."""
    for module in _outside(house, (*FILE_HOMES, "testing")):
        opened = (call for call in module.calls if OPENS.search(call) and call != "buffer.open")
        yield from (f"{module.name}: {call}" for call in opened)


def the_screen_shows_plain_text(house: House) -> Iterator[str]:
    """What people typed never becomes markup: no rich text, labels of our own, tooltips through the escape helper."""
    for module in house.program:
        # the manual is the program's own text, and nothing a user typed comes near it
        is_manual = module.name == "ui.shell.manual_page"
        calls = (call for call in module.calls if not (is_manual and call == "self.setMarkdown"))
        yield from (f"{module.name}: {call}" for call in calls if call.rpartition(".")[2] in MARKUP)
        if "Qt.TextFormat.RichText" in module.text or "Qt.TextFormat.AutoText" in module.text:
            yield f"{module.name}: RichText"
        if module.name != "ui.widgets.said":
            yield from (f"{module.name}: {what}" for what in _labels(module))


def _labels(module: Module) -> Iterator[str]:
    yield from re.findall(r"\bQLabel\([^)\n]+\)", module.text)
    for told in re.findall(r"\.setToolTip\((.*)\)$", module.text, re.MULTILINE):
        # an empty text, or one that went through the escape helper
        if told != '""' and "plainly(" not in told:
            yield f"setToolTip({told})"


def each_way_out_has_one_home(house: House) -> Iterator[str]:
    """Escaping, spreadsheets, links and full-text expressions: each leaves through one room."""
    # a tooltip and a web page are two ways out
    homes = {
        "html.escape": "ui.widgets.said report.web", "xml.sax.saxutils": "report.press", "xlsxwriter": "exchange.writing.workbook",
        "PySide6.QtGui.QDesktopServices": "papers.ui.print_page", "webbrowser": "",
        "reportlab.platypus.Paragraph": "report.press",
    }  # fmt: skip
    for module in house.program:
        for name, home in homes.items():
            if module.imports_any(name) and module.name not in home.split():
                yield f"{module.name}: {name}"
        if any(" MATCH " in text for text in module.strings) and module.name != "search.queries":
            yield f"{module.name}: MATCH"
        if "csv.writer" in module.calls and module.name not in {
            "exchange.writing.separated",
            "exchange.foreign.spreadsheet",
        }:
            yield f"{module.name}: csv.writer"


def _outside(house: House, homes: Iterable[str]) -> Iterator[Module]:
    """The modules of the program outside the homes of something."""
    named = tuple(homes)
    inside = tuple(f"{home}." for home in named)
    return (m for m in house.program if m.name not in named and not m.name.startswith(inside))


HABIT_RULES: tuple[Rule, ...] = (
    models_know_no_session,
    only_the_workspace_commits,
    sql_has_its_rooms,
    threads_have_one_home,
    processes_have_one_home,
    modal_windows_have_one_home,
    hooks_have_one_home,
    time_has_one_home,
    nothing_loses_data_or_runs_code,
    files_are_opened_in_few_rooms,
    the_screen_shows_plain_text,
    each_way_out_has_one_home,
)

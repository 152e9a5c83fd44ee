"""A rule that cannot be broken holds nothing: each one finds the breach that is built here."""

from pathlib import Path

import pytest

from tests.architecture import habits, rooms, sizes
from tests.architecture.house import House
from tests.architecture.rooms import Rule
from tests.architecture.test_rules import RULES

LONG = "\n".join("    x = 1" for _ in range(60))
# rule → the files of a house that break it; the first is the one that is named
BREACHES: dict[Rule, list[dict[str, str]]] = {
    rooms.only_ui_imports_qt: [
        {"accounts/queries.py": "from PySide6.QtCore import QDate"},
        {"kernel/words.py": "import PySide6.QtCore"},
    ],
    rooms.what_stands_in_ui_needs_qt: [{"accounts/ui/sums.py": "from datetime import date"}],
    rooms.only_entry_points_start_the_interface: [
        {"opening.py": "from workbench.ui.app import run", "ui/app.py": "import PySide6"},
        {"plans/commands.py": "def f():\n    from workbench.ui import app", "ui/app.py": "import PySide6"},
    ],
    rooms.nobody_imports_an_entry_point: [
        {"exchange/report.py": "from workbench.cli.terminal import Terminal", "cli/terminal.py": "x = 1"}
    ],
    rooms.kernel_stands_alone: [
        {"kernel/field.py": "from workbench.accounts.model import Account", "accounts/model.py": "x = 1"},
        {"kernel/words.py": "from workbench import models", "models.py": "x = 1"},
    ],
    rooms.press_stands_on_the_kernel: [
        {"report/press.py": "from workbench.kernel.workspace import Workspace", "kernel/workspace.py": "x = 1"},
        {"report/press.py": "import workbench.plans.views", "plans/views.py": "x = 1"},
    ],
    rooms.slices_look_left: [
        {"accounts/queries.py": "from workbench.contacts.model import Person", "contacts/model.py": "x = 1"},
        {"contacts/ui/page.py": "from workbench.plans.ui.tab import Tab", "plans/ui/tab.py": "import PySide6"},
        {"papers/brief/views.py": "from workbench.search import queries", "search/queries.py": "x = 1"},
    ],
    rooms.slices_live_below_the_roof: [
        {"accounts/commands.py": "from workbench.opening import open_portfolio", "opening.py": "x = 1"},
        {"search/index.py": "from workbench.models import METADATA", "models.py": "x = 1"},
    ],
    rooms.every_room_has_its_place: [{"helpers/things.py": "x = 1"}],
    rooms.inside_a_slice_nobody_looks_right: [
        {"accounts/model.py": "from workbench.accounts.fields import NAME", "accounts/fields.py": "x = 1"},
        {"accounts/scoring.py": "from workbench.accounts.queries import f", "accounts/queries.py": "x = 1"},
        {"plans/queries.py": "from workbench.plans.commands import f", "plans/commands.py": "x = 1"},
        {"plans/report/front.py": "from workbench.plans.ui.tab import f", "plans/ui/tab.py": "x = 1"},
    ],
    rooms.reports_know_views_only: [
        {"plans/report/front.py": "from workbench.plans.queries import f", "plans/queries.py": "x = 1"},
        {"papers/brief/sections.py": "from sqlalchemy import select"},
        {"report/press.py": "from workbench.kernel.clock import Clock", "kernel/clock.py": "x = 1"},
        {"plans/report/front.py": "from workbench.plans.model import Plan", "plans/model.py": "class Plan(Entity): 1"},
    ],
    rooms.only_paper_knows_reportlab: [
        {"exchange/exporting.py": "from reportlab.pdfgen import canvas"},
        {"papers/printing.py": "import reportlab"},
    ],
    rooms.migrations_know_nothing: [{"migrations/versions/0002.py": "from workbench.accounts.model import Account"}],
    rooms.one_room_opens_portfolios: [
        {"ui/app.py": "import PySide6\nWorkspace(book)"},
        {"cli/files.py": "workspace.Workspace(book)"},
    ],
    habits.models_know_no_session: [
        {"accounts/model.py": "from sqlalchemy.orm import Mapped, Session"},
        {"meetings/model.py": "from sqlalchemy import ForeignKey, select"},
        {"meetings/model.py": "from workbench.kernel.clock import Clock"},
    ],
    habits.only_the_workspace_commits: [
        {"accounts/commands.py": "def f(session):\n    session.commit()"},
        {"exchange/importing.py": "def f(s):\n    s.rollback()"},
        {"search/index.py": "book = Session(engine)"},
        {"ui/app.py": "make = sessionmaker(engine)"},
    ],
    habits.sql_has_its_rooms: [
        {"accounts/queries.py": "f('SELECT name FROM account')"},
        {"plans/queries.py": "f(f'PRAGMA {x}')"},
        {"plans/queries.py": "from sqlalchemy import select, text"},
    ],
    habits.threads_have_one_home: [
        {"exchange/reading.py": "import threading\nthreading.Thread(target=f).start()"},
        {"exchange/reading.py": "from threading import Lock, Thread"},
        {"ui/app.py": "from PySide6.QtCore import QThreadPool"},
        {"search/index.py": "from concurrent.futures import ThreadPoolExecutor"},
    ],
    habits.processes_have_one_home: [{"papers/printing.py": "import subprocess"}, {"cli/window.py": "os.system('x')"}],
    habits.modal_windows_have_one_home: [
        {"accounts/ui/page.py": "from PySide6.QtWidgets import QMessageBox"},
        {"accounts/ui/page.py": "dialog.exec()"},
        {"accounts/ui/page.py": "self.setWindowModality(x)"},
    ],
    habits.hooks_have_one_home: [{"ui/app.py": "import sys\nsys.excepthook = f"}],
    habits.time_has_one_home: [
        {"accounts/queries.py": "from datetime import date\ntoday = date.today()"},
        {"kernel/journal.py": "import datetime\nx = datetime.datetime.now(datetime.UTC)"},
        {"kernel/identity.py": "from time import time_ns\nx = time_ns()"},
        {"ui/form.py": "QDate.currentDate()"},
    ],
    habits.nothing_loses_data_or_runs_code: [
        {"ui/geometry.py": "from PySide6.QtCore import QSettings"},
        {"exchange/reading.py": "import pickle"},
        {"safety/backup.py": "import sqlite3"},
        {"capture/grammar.py": "eval('1')"},
    ],
    habits.files_are_opened_in_few_rooms: [
        {"safety/check.py": "open(path)"},
        {"accounts/commands.py": "path.read_bytes()"},
        {"cli/files.py": "import shutil\nshutil.copy(a, b)"},
    ],
    habits.the_screen_shows_plain_text: [
        {"ui/form.py": "label = QLabel(account.name)"},
        {"ui/form.py": "view.setHtml(text)"},
        {"ui/form.py": "view.setToolTip(name)"},
        {"ui/form.py": "label.setTextFormat(Qt.TextFormat.RichText)"},
    ],
    habits.each_way_out_has_one_home: [
        {"report/table.py": "from reportlab.platypus import Paragraph"},
        {"ui/form.py": "from html import escape"},
        {"exchange/exporting.py": "import xlsxwriter"},
        {"exchange/exporting.py": "import csv\ncsv.writer(out)"},
        {"contacts/ui/page.py": "from PySide6.QtGui import QDesktopServices"},
        {"accounts/queries.py": "x = f'SELECT rowid FROM t WHERE t MATCH {word}'"},
    ],
    sizes.no_file_is_long: [{"accounts/model.py": "x = 1\n" * 401}],
    sizes.no_function_is_long: [{"accounts/model.py": f"class A:\n  def f(self):\n{LONG}"}],
    sizes.functions_take_few_parameters: [{"accounts/model.py": "class A:\n  def f(self, a, b, c, *, d, e, f): 1"}],
    sizes.files_are_mostly_small: [{"accounts/model.py": "x = 1\n" * 101}],
    sizes.functions_are_mostly_small: [{"accounts/model.py": "def f():\n" + "    x = 1\n" * 7}],
}
CASES = [(rule, files) for rule, cases in BREACHES.items() for files in cases]


@pytest.mark.parametrize(("rule", "files"), CASES, ids=lambda value: getattr(value, "__name__", ""))
def test_a_rule_finds_its_breach(rule: Rule, files: dict[str, str], tmp_path: Path) -> None:
    for name, text in files.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert set(rule(House(tmp_path)))


def test_every_rule_is_tried() -> None:
    assert set(RULES) == set(BREACHES)


def test_an_empty_house_keeps_every_rule(tmp_path: Path) -> None:
    (tmp_path / "__init__.py").write_text('__version__ = "1"\n', encoding="utf-8")
    assert [rule.__name__ for rule in RULES if set(rule(House(tmp_path)))] == []

"""The guard against a Qt binding that loses a reference to None on every call that returns nothing.

With PySide6 6.12.0 on CPython 3.11 a window would abort after about five thousand calls.
"""

import subprocess
import sys

SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("x")
before = sys.getrefcount(None)
for _ in range(1000):
    label.setText("a")
print(abs(sys.getrefcount(None) - before) < 100)
"""


def test_a_void_call_costs_no_reference_to_none() -> None:
    told = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "True"

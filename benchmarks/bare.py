"""The peer of a start: SQLAlchemy imported, a table window over the same SQLite file, painted."""

import os
import sqlite3  # noqa: F401 - part of what every such program loads
import sys

import sqlalchemy.orm  # noqa: F401
from PySide6.QtCore import QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView
from sqlcipher3 import dbapi2

app = QApplication(sys.argv[:1])
model = QStandardItemModel()
connection = dbapi2.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
for row in connection.execute("SELECT name, tier, sector, health FROM account ORDER BY name LIMIT 40"):
    model.appendRow([QStandardItem(str(cell)) for cell in row])
view = QTableView()
view.setModel(model)
view.resize(1280, 800)
view.show()
view.repaint()
QTimer.singleShot(0, app.exit)
app.exec()
os._exit(0)

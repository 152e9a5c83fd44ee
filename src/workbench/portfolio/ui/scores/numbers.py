"""Numbers that the portfolio keeps as settings, each in a field of its own."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from workbench.kernel.settings import Setting, change_setting, of_portfolio
from workbench.ui.desk import Desk
from workbench.ui.widgets.said import Said


class Numbers(QWidget):
    """A field for each setting; what is typed is saved when the field is left or Enter is pressed."""

    def __init__(self, desk: Desk, key: str, settings: Sequence[Setting[Any]], most: int) -> None:
        super().__init__()
        self._desk = desk
        self.fields: dict[str, QSpinBox] = {}
        lines = QGridLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setColumnStretch(0, 1)
        for place, setting in enumerate(settings):
            field = self._field(f"{key}.{setting.key}", setting, most)
            self.fields[setting.key] = field
            label = Said(desk.theme, desk.words(setting.label), "label", "text2", wraps=True)
            label.setBuddy(field)
            lines.addWidget(label, place, 0)
            lines.addWidget(field, place, 1)
        self._settings = tuple(settings)

    def refresh(self) -> None:
        """Read the numbers again."""
        with self._desk.workspace.read() as session:
            values = {one.key: of_portfolio(session, one) for one in self._settings}
        for key, field in self.fields.items():
            if not field.hasFocus():
                field.setValue(round(values[key]))

    def _field(self, name: str, setting: Setting[Any], most: int) -> QSpinBox:
        made = QSpinBox()
        made.setObjectName(name)
        made.setAccessibleName(self._desk.words(setting.label))
        made.setRange(0, most)
        made.setMinimumHeight(self._desk.theme.control)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.setKeyboardTracking(False)
        made._save = _Save(self._desk, setting, made)  # type: ignore[attr-defined]  # noqa: SLF001 - lives as long
        made.editingFinished.connect(made._save.now)  # type: ignore[attr-defined]  # noqa: SLF001
        return made


class _Save:
    def __init__(self, desk: Desk, setting: Setting[Any], field: QSpinBox) -> None:
        self._desk, self._setting, self._field = desk, setting, field

    def now(self) -> None:
        desk, setting, value = self._desk, self._setting, type(self._setting.default)(self._field.value())
        with desk.workspace.read() as session:
            is_same = of_portfolio(session, setting) == value
        if not is_same and desk.attempt(lambda: desk.workspace.do(change_setting, setting, value)):
            desk.done(desk.words("{label}: {value}", label=desk.words(setting.label), value=self._field.value()))

"""One thing that is noted from 0 to 10: its name, what is meant by it, the scale, and the way to leave it out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.check_in import Feeling
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.ends import Ends
from trust_desktop.ui.common.feeling_words import feeling_name
from trust_desktop.ui.common.labels import SmallLabel, StrongLabel
from trust_desktop.ui.common.nought_to_ten import NoughtToTen


class FeelingRow(QWidget):
    """Nothing is chosen at first, and nothing has to be."""

    changed = Signal()

    def __init__(self, feeling: Feeling, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = feeling_name(feeling)
        self.scale = NoughtToTen(name)
        self.leave_out = PlainButton(self.tr("Leave it out"), dense=True)
        self.leave_out.setAccessibleName(self.tr("Leave out: {name}").format(name=name))
        self.scale.chosen.connect(self._on_chosen)
        self.leave_out.clicked.connect(self._on_left_out)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Ends(StrongLabel(name), self.leave_out))
        self._column.addWidget(SmallLabel(meaning))
        self._column.addWidget(self.scale, 0, Qt.AlignmentFlag.AlignLeading)
        self.set_value(None)
        theme.follow(self._retheme)

    def value(self) -> int | None:
        return self.scale.value()

    def set_value(self, value: int | None) -> None:
        self.scale.set_value(value)
        self._show_way_out()

    def _on_chosen(self) -> None:
        self._show_way_out()
        self.changed.emit()

    def _on_left_out(self) -> None:
        self.scale.setFocus()
        self.set_value(None)
        self.changed.emit()

    def _show_way_out(self) -> None:
        self.leave_out.setVisible(self.value() is not None)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.space(6))

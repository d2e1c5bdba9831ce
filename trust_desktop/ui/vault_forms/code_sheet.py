"""The recovery code as it is shown: eight numbered groups, nowhere else, not on the clipboard and not in a file."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.flow import FlowLayout
from trust_desktop.ui.common.focus_ring import set_focus_radius
from trust_desktop.ui.common.labels import CaptionLabel


class CodeSheet(QWidget):
    """Eight numbered groups in even letters, always from left to right; reached by Tab so that it can be spoken."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        set_focus_radius(self, tokens.RADIUS_CONTROL)
        self._flow = FlowLayout(self, gap=24, row_gap=16)
        self._groups: list[QLabel] = []
        self._boxes: list[QWidget] = []
        theme.follow(self._retheme)

    def show_code(self, code: str) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._groups, self._boxes = [], []
        groups = code.split("-")
        for place, group in enumerate(groups, start=1):
            self._flow.addWidget(self._one(place, group))
        # Letter by letter: read as a word a group is not understood.
        self.setAccessibleDescription(". ".join(" ".join(group) for group in groups))
        self._retheme()

    def _one(self, place: int, group: str) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(CaptionLabel(self.locale().toString(place)))
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(group)
        self._groups.append(label)
        self._boxes.append(box)
        column.addWidget(label)
        return box

    def _retheme(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme.px(22))
        air = theme.px(12)
        self._flow.setContentsMargins(air, air, air, air)
        for box in self._boxes:
            box.setMinimumWidth(theme.em(8))  # four to a row where there is room
        for label in self._groups:
            label.setFont(font)
            theme.text_palette(label, "ink")

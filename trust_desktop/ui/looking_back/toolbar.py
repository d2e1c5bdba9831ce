"""What is looked at, and how: three weeks or months, drawn or as a table, on the screen or on paper."""

from enum import Enum, auto

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.ui.common.buttons import GhostButton
from trust_desktop.ui.common.ends import Ends
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.segmented import Segmented


class Span(Enum):
    """What is counted over."""

    LATELY = auto()
    MONTHS = auto()


class Toolbar(QWidget):
    """`span_chosen` carries a span, `table_wanted` whether words are wanted in the place of drawings."""

    span_chosen = Signal(object)
    table_wanted = Signal(bool)
    print_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.span = Segmented(
            self.tr("What is counted over"),
            [(Span.LATELY, self.tr("21 days")), (Span.MONTHS, self.tr("By month"))],
        )
        self.table = GhostButton(self.tr("Show as a table"), icon_name="table")
        self.print_button = GhostButton(self.tr("Print"), icon_name="printer")
        tools = FlowRow(gap=4)
        for button in (self.table, self.print_button):
            tools.flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Ends(self.span, tools))
        self._as_table = False
        self.span.chosen.connect(self.span_chosen)
        self.table.clicked.connect(self._on_table)
        self.print_button.clicked.connect(self.print_wanted)

    def _on_table(self) -> None:
        self._as_table = not self._as_table
        self.table.setText(self.tr("Show as a drawing") if self._as_table else self.tr("Show as a table"))
        self.table_wanted.emit(self._as_table)

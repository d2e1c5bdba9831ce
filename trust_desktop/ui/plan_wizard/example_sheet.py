"""The list of examples, laid over the page above its button."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.action_form.cadence_words import cadence_words
from trust_desktop.ui.common.labels import StrongLabel
from trust_desktop.ui.common.pressable import round_box
from trust_desktop.ui.common.rows import ListRow
from trust_desktop.ui.common.scroll import ScrollColumn
from trust_desktop.ui.plan_wizard.examples import Theme
from trust_desktop.ui.plan_wizard.step_page import LOW_TOP


class ExampleSheet(QWidget):
    """Not a window of its own: locking and every shortcut go on working. Esc closes it."""

    chosen = Signal(object)
    closed = Signal()

    def __init__(self, themes: Sequence[Theme], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Examples to start from"))
        self.rows: list[ListRow] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        for group in themes:
            self._column.addWidget(StrongLabel(group.name, color="ink2"))
            for example in group.examples:
                row = ListRow(example.text, cadence_words(example.cadence))
                row.clicked.connect(lambda _checked=False, one=example: self.chosen.emit(one))
                self._column.addWidget(row)
                self.rows.append(row)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(ScrollColumn(self._inside))
        theme.follow(self._retheme)

    def open_above(self, bottom: int, start: int, width: int) -> None:
        """Show the list with its lower edge at `bottom` of its parent, all in pixels."""
        height = min(theme.em(30), bottom - theme.px(LOW_TOP))
        self.setGeometry(start, bottom - height, width, height)
        self.show()
        self.raise_()
        self.rows[0].setFocus(Qt.FocusReason.PopupFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif step and (at := self._row_with_focus()) is not None:
            self.rows[(at + step) % len(self.rows)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        radius = theme.current().real(tokens.RADIUS_CARD)
        round_box(QPainter(self), QRectF(self.rect()), radius, theme.color("surface"), theme.color("line2"))

    def _row_with_focus(self) -> int | None:
        return next((at for at, row in enumerate(self.rows) if row.hasFocus()), None)

    def _retheme(self) -> None:
        side = theme.px(8)
        self._outer.setContentsMargins(side, side, theme.px(4), side)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.px(6))

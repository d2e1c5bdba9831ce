"""Qt's wizard without its own clothes: our ground, our buttons, our column; the walking stays Qt's."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget, QWizard

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import Button
from trust_desktop.ui.plan_wizard.step_page import ROOMY, column_margins, facing

_OPTIONS = (
    QWizard.WizardOption.ExtendedWatermarkPixmap,
    QWizard.WizardOption.HaveCustomButton1,
    QWizard.WizardOption.NoCancelButton,
    QWizard.WizardOption.NoDefaultButton,
    QWizard.WizardOption.NoBackButtonOnStartPage,
)
_LAYS_ANEW = {QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange}
LEAST = (320, 280)
"""Width and height it can always be given; from there on its pages scroll and wrap."""
_RULER, _FOOTER = (1, 1), (2, 1)
"""Where Qt's modern style lays them in its grid when the side reaches down to the edge."""


class BareWizard(QWizard):
    """A child widget. `wear` and `dress` are called once by the subclass, in this order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Widget)
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        for option in _OPTIONS:
            self.setOption(option)

    def wear(self, buttons: Mapping[QWizard.WizardButton, Button]) -> None:
        """Put our buttons in, in their order from the leading edge; the first stands apart."""
        self._worn = dict(buttons)  # PySide leaves them to Python although the wizard goes on using them
        for which, button in self._worn.items():
            words = button.text()
            self.setButton(which, button)
            self.setButtonText(which, words)
        first, *others = buttons
        self.setButtonLayout([first, QWizard.WizardButton.Stretch, *others])

    def dress(self) -> None:
        """Show the first page and take Qt's clothes off."""
        self.restart()
        frame = self.currentPage().parentWidget()
        assert isinstance(frame, QFrame)
        self.page_frame = frame
        theme.follow(self._retheme)

    def place(self) -> None:
        """Take off frame margins and ruler, and lay the footer under the pages' column.

        Qt lays its grid anew when style or direction change, so none of it may be remembered.
        """
        holder, column = self.page_frame.parentWidget(), self.page_frame.layout()
        grids = holder.children() if holder is not None else []
        grid = next((layout for layout in grids if isinstance(layout, QGridLayout)), None)
        if grid is None or column is None:
            return
        column.setContentsMargins(0, 0, 0, 0)
        self._clear_side()
        ruler, footer = grid.itemAtPosition(*_RULER), grid.itemAtPosition(*_FOOTER)
        line, row = (ruler.widget() if ruler else None), (footer.layout() if footer else None)
        if line is not None:
            line.setFixedHeight(0)
        if row is not None:
            start, end = column_margins(self.width() - self.sideWidget().width())
            roomy = self.height() >= theme.em(ROOMY)
            above, below = (16, 32) if roomy else (10, 12)
            facing(row, start, theme.px(above), end, theme.px(below), self.layoutDirection())
            row.setSpacing(theme.px(12))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _LAYS_ANEW and self.isVisible():
            self.place()

    def _clear_side(self) -> None:
        around = self.sideWidget().parentWidget()
        if around is not None and (inner := around.layout()) is not None:
            inner.setContentsMargins(0, 0, 0, 0)

    def _retheme(self) -> None:
        # Qt asks for the room the pages take at present, and the margins of a wide window would keep it wide.
        self.setMinimumSize(theme.px(LEAST[0]), theme.px(LEAST[1]))
        self.place()

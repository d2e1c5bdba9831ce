"""What the wizard's pages share: a title, a column that scrolls, and the draft they all write into."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget, QWizardPage

from trust_desktop.domain.draft import PlanDraft
from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.labels import BodyLabel, SmallLabel, TitleLabel
from trust_desktop.ui.common.scroll import ScrollColumn
from trust_desktop.ui.common.undo_bar import UndoBar

COLUMN = 760
MARGIN = 48
TOP, LOW_TOP = 64, 46
"""Room above every page for the window's own corner; less of it where there is little height."""
ROOMY = 40
"""Height in em from which there is room for air above and below."""


class StepPage(QWizardPage):
    """`build` is called when the page is first reached, `show_draft` each time, `write` after each change."""

    changed = Signal()
    help_requested = Signal()
    undo_requested = Signal()

    def __init__(self, draft: PlanDraft, title: str, kicker: str = "") -> None:
        super().__init__()
        self.draft_in_hand = draft
        self._built = False
        self._undo_bar: UndoBar | None = None
        self.heading = TitleLabel(title)
        self.kicker = BodyLabel(kicker, self, color="ink2")
        self.kicker.setVisible(bool(kicker))
        self._build_column()
        self.set_title(title)

    def build(self) -> None:
        raise NotImplementedError

    def show_draft(self) -> None:
        raise NotImplementedError

    def first_control(self) -> QWidget:
        raise NotImplementedError

    def show_done(self, text: str) -> None:
        """Say what was just done, with the way back; with no words, stop saying it."""
        if self._undo_bar is None and text:
            self._undo_bar = UndoBar()
            self._undo_bar.undo_requested.connect(self.undo_requested)
            self._undo_row.insertWidget(0, self._undo_bar)
            self._undo_row.addStretch(0)
        if self._undo_bar is not None:
            if text:
                self._undo_bar.show_text(text)
            else:
                self._undo_bar.hide()

    def show_not_kept(self, text: str) -> None:
        """Say that words could not be kept, where the list of steps has no room to say it."""
        self.not_kept.setText(text)
        self.not_kept.setVisible(bool(text))

    def set_title(self, title: str) -> None:
        self.heading.setText(title)
        self.setAccessibleName(title)

    @override
    def initializePage(self) -> None:
        if not self._built:
            self._built = True
            self.build()
            self.column.addStretch(1)
        self.show_draft()

    @override
    def cleanupPage(self) -> None:
        """Going back keeps what was typed."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # Qt's wizard gives its pages the ground of a field again and again.
        QPainter(self).fillRect(self.rect(), theme.color("paper"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._place()

    def _build_column(self) -> None:
        inside = QWidget()
        self._holder = QWidget()
        self.column = QVBoxLayout(self._holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._head = QVBoxLayout()
        self._head.addWidget(self.kicker)
        self._head.addWidget(self.heading)
        self.column.addLayout(self._head)
        self._row = QHBoxLayout(inside)
        self._row.addWidget(self._holder, 1)
        self._row.addStretch(0)
        self._scroll = ScrollColumn(inside)
        self._foot = QHBoxLayout()
        self._foot.addWidget(Hairline())
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(0)
        self._outer.addWidget(self._scroll, 1)
        self._undo_row = QHBoxLayout()
        self._outer.addLayout(self._undo_row)
        self.not_kept = SmallLabel("", self, color="honey_text")
        self.not_kept.hide()
        self._undo_row.addWidget(self.not_kept, 1)
        self._outer.addLayout(self._foot)
        theme.follow(self._retheme)

    def _place(self) -> None:
        start, end = column_margins(self.width())
        self._row.setContentsMargins(start, theme.px(10), min(start, end), theme.px(24))
        for row in (self._undo_row, self._foot):
            facing(row, start, 0, end, 0, self.layoutDirection())
        around = self.window() if self.parentWidget() is None else self.wizard()
        roomy = around.height() >= theme.em(ROOMY)
        self._outer.setContentsMargins(0, theme.px(TOP if roomy else LOW_TOP), 0, 0)

    def _retheme(self) -> None:
        self._head.setSpacing(theme.px(2))
        self.column.setSpacing(theme.px(20))
        self._holder.setMaximumWidth(theme.px(COLUMN))
        self._place()


def column_margins(width: int) -> tuple[int, int]:
    """Return the room before and after the column, in pixels: it stays readable in a wide window."""
    start = theme.px(MARGIN) if width >= theme.px(MARGIN) * 2 + theme.em(24) else theme.px(16)
    return start, max(start, width - start - theme.px(COLUMN))


def facing(
    layout: QLayout, start: int, top: int, end: int, bottom: int, direction: Qt.LayoutDirection
) -> None:
    """Set margins by leading and trailing side; Qt's own stay left and right."""
    left, right = (start, end) if direction is Qt.LayoutDirection.LeftToRight else (end, start)
    layout.setContentsMargins(left, top, right, bottom)

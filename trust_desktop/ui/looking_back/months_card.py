"""Counts by month, as many months as have room; every plan under its own day, every action under its words of then."""

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.services.looking_back import MonthRow, Months, PlanMonths
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import IconButton
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.day_words import short_month
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, SmallLabel, StrongLabel
from trust_desktop.ui.looking_back.month_row import MonthHead, MonthRowView, fitting
from trust_desktop.ui.looking_back.words_of import month_title, plan_title


class MonthsCard(Card):
    """`moved` carries by how many months to go back (or, negative, on)."""

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=0)
        self.view: Months | None = None
        self.rows: list[MonthRowView] = []
        self._shown = 0
        self.heading, self.span = HeadingLabel(self.tr("By month")), SmallLabel()
        self.earlier = IconButton("chevron-left", self.tr("Earlier months"), dense=True)
        self.later = IconButton("chevron-right", self.tr("Later months"), dense=True)
        self.earlier.clicked.connect(lambda: self.moved.emit(self._shown))
        self.later.clicked.connect(lambda: self.moved.emit(-self._shown))
        self._head = QHBoxLayout()
        self._head.addWidget(self.heading)
        self._head.addWidget(self.span, 1)
        for button in (self.earlier, self.later):
            self._head.addWidget(button)
        self.body.addLayout(self._head)
        self._point()
        theme.follow(self._retheme_head)

    def show_view(self, view: Months, *, has_later: bool) -> None:
        self.view = view
        self.later.setEnabled(has_later)
        self._build()

    @property
    def shown(self) -> int:
        """How many months have room."""
        return fitting(self.contentsRect().width() - 2 * theme.space(24))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.view is not None and self.shown != self._shown:
            QTimer.singleShot(0, self, self._build)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._point()

    def _point(self) -> None:
        """Earlier is where one has read before."""
        icons = ("chevron-left", "chevron-right")
        first, last = icons[::-1] if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else icons
        self.earlier.set_icon_name(first)
        self.later.set_icon_name(last)

    def _build(self) -> None:
        view = self.view
        if view is None:
            return
        self._shown = self.shown
        self._clear()
        months = view.months[-self._shown :]
        first, last = month_title(months[0]), month_title(months[-1])
        span = self.tr("{first} to {last}").format(first=first, last=last) if len(months) > 1 else first
        self.span.setText(span)
        self.earlier.setEnabled(view.has_earlier or len(months) < len(view.months))
        shown = [(block, _counted(block, len(months))) for block in view.plans]
        shown = [(block, rows) for block, rows in shown if rows]
        if not shown:
            self.body.addWidget(BodyLabel(self.tr("Nothing was recorded in these months."), color="ink2"))
            return
        self.body.addWidget(MonthHead([short_month(month.month) for month in months]))
        names = [month_title(month) for month in months]
        for block, rows in shown:
            if len(shown) > 1:
                self.body.addWidget(Hairline())
                self.body.addWidget(StrongLabel(plan_title(block), color="ink2"))
            self._add_rows(rows, names)

    def _add_rows(self, rows: tuple[MonthRow, ...], names: list[str]) -> None:
        begun = False
        for row in rows:
            if row.mine and not begun:
                begun = True
                self.body.addWidget(Hairline())
                self.body.addSpacing(theme.space(20))
                self.body.addWidget(StrongLabel(self.tr("Your own side"), color="ink2"))
                self.body.addSpacing(theme.space(6))
            self.body.addWidget(Hairline())
            shown = MonthRowView(row, row.tallies[-len(names) :], names)
            self.rows.append(shown)
            self.body.addWidget(shown)

    def _clear(self) -> None:
        self.rows = []
        while self.body.count() > 1 and (item := self.body.takeAt(1)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _retheme_head(self) -> None:
        self._head.setSpacing(theme.space(12))
        self._head.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._head.setContentsMargins(0, 0, 0, theme.space(8))


def _counted(block: PlanMonths, count: int) -> tuple[MonthRow, ...]:
    """Those rows that have something in the last `count` months."""
    return tuple(row for row in block.rows if any(tally is not None for tally in row.tallies[-count:]))

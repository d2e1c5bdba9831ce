"""The card of the check-ins: their lines over the months, or what goes there, and the way to this week's."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trust_desktop.domain.check_in import CheckIn, Feeling
from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.day_words import day_of_month
from trust_desktop.ui.common.empty_state import EmptyState
from trust_desktop.ui.common.ends import Ends
from trust_desktop.ui.common.feeling_words import numbers_noted
from trust_desktop.ui.common.labels import HeadingLabel, SmallLabel
from trust_desktop.ui.looking_back.chart import TOKENS, Chart, Look


class ChartCard(Card):
    """`check_in` asks for the page of this week's."""

    check_in = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QuietButton(self.tr("Check in"), dense=True)
        self.button.clicked.connect(self.check_in)
        note = SmallLabel(self.tr("weekly, 0 to 10, as you noted them"))
        names = Ends(HeadingLabel(self.tr("Check-ins")), note, gap=12)
        self.chart = ChartView()
        self.empty = EmptyState(
            self.tr("No check-ins in these months"),
            self.tr("Each one becomes a point here: felt safety, closeness and your own steadiness."),
        )
        self.inside = QVBoxLayout()
        self.body.addWidget(Ends(names, self.button))
        self.body.addLayout(self.inside)
        self.inside.addWidget(self.chart)
        self.inside.addWidget(self.empty)

    def show_check_ins(self, found: tuple[CheckIn, ...], start: date, end: date) -> None:
        self.chart.setVisible(bool(found))
        self.empty.setVisible(not found)
        first = max(start, min((each.day for each in found), default=start))
        self.chart.show_chart(Chart(found, first, max(each.day for each in found) if found else end))


class ChartView(QWidget):
    """Painted as vectors; its description names every check-in it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = Chart((), date.min, date.min)
        self.setAccessibleName(self.tr("Lines of your check-ins; show them as a table to read them"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.follow(self._retheme)

    def show_chart(self, chart: Chart) -> None:
        self.chart = chart
        points = [f"{day_of_month(each.day)}: {numbers_noted(each.noted)}" for each in chart.check_ins]
        self.setAccessibleDescription("; ".join(points))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.em(20), theme.px(236))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self.chart.paint(QPainter(self), QRectF(self.rect()), self._look())

    def _look(self) -> Look:
        look = theme.current()
        return Look(
            lines={feeling: look.color(TOKENS[feeling]) for feeling in Feeling},
            ground=look.color("surface"),
            grid=look.color("line"),
            words=look.color("ink"),
            axis=look.color("ink2"),
            label_font=look.font(tokens.SMALL),
            axis_font=look.font(tokens.CAPTION),
            unit=theme.mark(100) / 100,
            mirrored=self.layoutDirection() is Qt.LayoutDirection.RightToLeft,
        )

    def _retheme(self) -> None:
        self.updateGeometry()
        self.update()

"""Several days kept at once, minus what was different: "All kept, except…"."""

from datetime import date, timedelta
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from trust_desktop.domain.cadence import week_of
from trust_desktop.override import override
from trust_desktop.services import following_through, planning
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.calendar.fill_delegate import FillDelegate
from trust_desktop.ui.calendar.fill_model import FillModel
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.date_field import DateField
from trust_desktop.ui.common.fields import Field
from trust_desktop.ui.common.flow import FlowLayout
from trust_desktop.ui.common.focus_ring import set_focus_radius
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel
from trust_desktop.ui.common.scroll import ThinScrollBar
from trust_desktop.ui.common.segmented import Segmented
from trust_desktop.ui.dialog import Dialog

_LOOK_BACK = timedelta(days=91)
"""How far back the last recorded day is looked for, and a span first reaches."""


class Span(Enum):
    """Which days are asked about."""

    WEEK = auto()
    SINCE_RECORDED = auto()
    CHOSEN = auto()


class FillDays(Dialog):
    """`confirmed` carries the keys to mark kept; what is unticked stays not recorded."""

    confirmed = Signal(object)

    def __init__(self, session: VaultSession, first_weekday: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._first_weekday = session, first_weekday
        self._today = session.today
        plan = planning.live_plan(session)
        self._begin = plan.said.day if plan is not None and plan.said is not None else self._today
        self.model = FillModel(self)
        self._build_span()
        self._build_list()
        self._build_column()
        self.model.dataChanged.connect(self._count)
        self._on_span(Span.WEEK)
        theme.follow(self._retheme)

    def span(self) -> tuple[date, date]:
        """First and last day asked about."""
        return self.first.day(), self.last.day()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.rows.hasFocus():
            self._on_confirm()
            return
        super().keyPressEvent(event)

    def _build_span(self) -> None:
        options = [
            (Span.WEEK, self.tr("This week")),
            (Span.SINCE_RECORDED, self.tr("Since last recorded")),
            (Span.CHOSEN, self.tr("From … to …")),
        ]
        self.spans = Segmented(self.tr("Which days"), options)
        self.spans.chosen.connect(self._on_span)
        self.first, self.last = DateField(), DateField()
        for field in (self.first, self.last):
            field.set_range(self._begin, self._today)
            field.day_changed.connect(self._on_days)
        self._fields = QWidget()
        flow = FlowLayout(self._fields, gap=16)
        flow.addWidget(Field(self.tr("From"), self.first))
        flow.addWidget(Field(self.tr("To"), self.last))

    def _build_list(self) -> None:
        self.rows = QListView()
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(FillDelegate(self.rows))
        self.rows.setAccessibleName(self.tr("Untick what was different"))
        self.rows.setFrameShape(QFrame.Shape.NoFrame)
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setVerticalScrollBar(ThinScrollBar())
        self.rows.viewport().setAutoFillBackground(False)
        set_focus_radius(self.rows, None)

    def _build_column(self) -> None:
        self.nothing = BodyLabel(self.tr("Nothing is waiting to be recorded in these days."), color="ink2")
        self._card = Card(padding=1, spacing=0)
        self._card.body.addWidget(self.rows)
        self.confirm, self.cancel = PrimaryButton(), QuietButton(self.tr("Leave as it is"))
        self.confirm.clicked.connect(self._on_confirm)
        self.cancel.clicked.connect(self.reject)
        said = self.tr(
            "What was due and is not recorded is marked kept. Untick what was different: it stays not recorded, to be marked by itself."
        )
        column = self._column = QVBoxLayout(self)
        for part in (
            HeadingLabel(self.tr("All kept, except…")),
            BodyLabel(said, color="ink2"),
            self.spans,
            self._fields,
        ):
            column.addWidget(part)
        column.addWidget(self.nothing)
        column.addWidget(self._card, 1)
        column.addStretch(0)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.cancel)
        self._buttons.addWidget(self.confirm)
        column.addLayout(self._buttons)

    def _on_span(self, span: Span) -> None:
        self._fields.setVisible(span is Span.CHOSEN)
        if span is Span.WEEK:
            self._set_days(week_of(self._today, self._first_weekday))
        elif span is Span.SINCE_RECORDED:
            self._set_days(self._last_recorded())
        else:
            self._read()

    def _set_days(self, first: date) -> None:
        for field, day in ((self.first, max(first, self._begin)), (self.last, self._today)):
            field.blockSignals(True)
            field.set_day(day)
            field.blockSignals(False)
        self._read()

    def _on_days(self) -> None:
        self._read()

    def _last_recorded(self) -> date:
        start = max(self._begin, self._today - _LOOK_BACK)
        days = following_through.days(self._session, start, self._today)
        recorded = [day.day for day in days if any(action.outcome is not None for action in day.lanes)]
        return recorded[-1] if recorded else start

    def _read(self) -> None:
        first, last = self.span()
        days = following_through.days(self._session, first, last) if first <= last else ()
        self.model.show(days)
        self._count()

    def _count(self) -> None:
        count = len(self.model.ticked())
        self.confirm.setText(self.tr("Mark %Ln kept", "", count))
        self.confirm.setEnabled(count > 0)
        waiting = self.model.rowCount() > 0
        self._card.setVisible(waiting)
        self.nothing.setVisible(not waiting)

    def _on_confirm(self) -> None:
        keys = self.model.ticked()
        if keys:
            self.confirmed.emit(keys)
            self.accept()

    def _retheme(self) -> None:
        side = theme.px(24)
        self._column.setContentsMargins(side, side, side, side)
        self._column.setSpacing(theme.space(12))
        self._buttons.setSpacing(theme.space(12))
        self.setMinimumWidth(min(theme.em(36), 620))
        self.resize(theme.em(40), theme.em(36))

"""The last 21 days: a strip of marks for each action, its counts, and one's own commitments apart."""

from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trust_desktop.domain.progress import LATELY
from trust_desktop.override import override
from trust_desktop.services.looking_back import Lately, StripRow
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.day_words import full_day, span_words
from trust_desktop.ui.common.emptied import empty
from trust_desktop.ui.common.empty_state import EmptyState
from trust_desktop.ui.common.ends import Ends
from trust_desktop.ui.common.labels import HeadingLabel, QuoteLabel, SmallLabel, StrongLabel
from trust_desktop.ui.common.pressable import mirrored, text_size
from trust_desktop.ui.looking_back import count_words
from trust_desktop.ui.looking_back.strip import paint_numbers, shape_of
from trust_desktop.ui.looking_back.strip_row import StripRowView
from trust_desktop.ui.looking_back.words_of import plan_title


class StripCard(Card):
    """Built again only when something of it changed; `empty_pressed` asks for the plan."""

    empty_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=0)
        self.rows: list[StripRowView] = []
        self.view: Lately | None = None

    def show_view(self, view: Lately) -> None:
        if view == self.view:
            return
        self.view = view
        self._clear()
        if not view.plans:
            self._add_empty()
            return
        self._add_head(view)
        for block in view.plans:
            if len(view.plans) > 1:
                self._add_heading(plan_title(block))
            self._add_rows(block.rows, view.start)
            if block.own:
                self._add_heading(self.tr("Your own side"))
                self._add_rows(block.own, view.start)

    def statement(self) -> str:
        """The guess that lies furthest from what was recorded, with what was recorded."""
        view = self.view
        if view is None or view.guessed_on is None:
            return ""
        guesses = [row for row in view.rows if row.guessed is not None]
        if not guesses:
            return ""
        furthest = max(guesses, key=lambda row: abs((row.guessed or 0) - row.found))
        day = "" if view.guessed_on == view.end else full_day(view.guessed_on)
        return count_words.guess_and_found(furthest.title, furthest.guessed or 0, furthest.found, day)

    def _add_empty(self) -> None:
        empty = EmptyState(
            self.tr("Three weeks of days will stand here"),
            self.tr("Once a plan was said, each day you record becomes a mark, with its counts beside it."),
            self.tr("Look at the plan"),
        )
        empty.pressed.connect(self.empty_pressed)
        self.body.addWidget(empty)

    def _add_head(self, view: Lately) -> None:
        names = Ends(
            HeadingLabel(self.tr("The last 21 days")), SmallLabel(span_words(view.start, view.end)), gap=12
        )
        statement = self.statement()
        if statement:
            self.body.addWidget(Ends(names, QuoteLabel(statement)))
        else:
            self.body.addWidget(names, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addSpacing(theme.space(8))
        self.body.addWidget(_Numbers(view.start, view.end))

    def _add_heading(self, words: str) -> None:
        self.body.addWidget(Hairline())
        self.body.addSpacing(theme.space(20))
        self.body.addWidget(StrongLabel(words, color="ink2"))
        self.body.addSpacing(theme.space(6))

    def _add_rows(self, rows: tuple[StripRow, ...], start: date) -> None:
        for row in rows:
            self.body.addWidget(Hairline())
            shown = StripRowView(row, start)
            self.rows.append(shown)
            self.body.addWidget(shown)

    def _clear(self) -> None:
        self.rows = []
        empty(self.body)


class _Numbers(QWidget):
    """The numbers of the days over the strips."""

    def __init__(self, start: date, today: date) -> None:
        super().__init__()
        self._start, self._today = start, today
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.follow(self.updateGeometry)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.em(14), text_size("0", theme.font(tokens.CAPTION)).height() + theme.space(12))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        whole, shape = QRectF(self.rect()), shape_of(self.width())
        place = QRectF(shape.strip, 0, shape.pitch * LATELY, whole.height() - theme.space(4))
        days = [self._start + timedelta(days=number) for number in range(LATELY)]
        paint_numbers(
            QPainter(self),
            mirrored(place, whole, self.layoutDirection()),
            days,
            self._today,
            direction=self.layoutDirection(),
        )

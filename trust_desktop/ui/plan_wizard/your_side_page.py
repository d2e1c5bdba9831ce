"""Your side: up to four things the person will do, written like an action, added and taken away."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.cadence import Cadence
from trust_desktop.domain.draft import ActionDraft, PlanDraft
from trust_desktop.domain.errors import Rule
from trust_desktop.domain.plan import MOST_COMMITMENTS, REVIEW_DAYS
from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.rule_words import rule_words
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.empty_state import EmptyState
from trust_desktop.ui.common.labels import HeadingLabel, LeadLabel, SmallLabel
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.content import Content
from trust_desktop.ui.plan_wizard.commitment_row import CommitmentRow, rows_for
from trust_desktop.ui.plan_wizard.draft_edits import TakeAway
from trust_desktop.ui.plan_wizard.examples import ideas
from trust_desktop.ui.plan_wizard.ideas_list import IdeasList
from trust_desktop.ui.plan_wizard.step_page import StepPage


class YourSidePage(StepPage):
    """One form is open at a time. What was added and left blank goes again on leaving."""

    took_away = Signal(object, str)
    """An edit to make and to be able to undo, with the words that say so."""

    def __init__(self, draft: PlanDraft, *, today: date, week_start: int) -> None:
        super().__init__(draft, self.tr("Your side"))
        self._today, self._week_start = today, week_start
        self.rows: list[CommitmentRow] = []
        self._opened: int | None = None

    # --- what the wizard asks for

    @override
    def build(self) -> None:
        self._content = Content("wizard")
        self.column.addWidget(LeadLabel(self._text("lead"), color="ink"))
        self._build_empty()
        self._rows_column = QVBoxLayout()
        self.column.addLayout(self._rows_column)
        self.too_many = SmallLabel(rule_words(Rule.TOO_MANY_COMMITMENTS), color="honey_text")
        self.add = QuietButton(self.tr("Add another"), icon_name="plus")
        self.add.clicked.connect(self._on_add)
        self.column.addWidget(self.too_many)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        self._retheme()

    @override
    def show_draft(self) -> None:
        commitments = self.draft_in_hand.commitments
        if self._opened is not None and self._opened >= len(commitments):
            self._opened = None
        self._fill_rows()
        self.empty.setVisible(not commitments)
        self.too_many.setVisible(len(commitments) > MOST_COMMITMENTS)
        self.add.setVisible(0 < len(commitments) < MOST_COMMITMENTS)
        follow_layout(self)

    @override
    def first_control(self) -> QWidget:
        if self._opened is not None:
            return self.rows[self._opened].first_control()
        if not self.rows:
            return self.nothing.button
        return self.add if not self.add.isHidden() else self.rows[0].turn

    @override
    def validatePage(self) -> bool:
        self._leave()
        return True

    @override
    def cleanupPage(self) -> None:
        self._leave()

    def open_slot(self, slot: int) -> None:
        """Show the form of one of them, 1 to 4; of a place that is not there, the list."""
        self._opened = slot - 1 if 0 < slot <= len(self.draft_in_hand.commitments) else None
        self.show_draft()

    def take_example(self, idea: ActionDraft) -> None:
        """Add an idea, or put it where nothing is written yet."""
        commitments = self.draft_in_hand.commitments
        added = replace(self._new(), text=idea.text, known_by=idea.known_by, cadence=idea.cadence)
        if self._opened is not None and self._blank_is_open:
            commitments[self._opened] = added
        elif len(commitments) < MOST_COMMITMENTS:
            self._opened = len(commitments)
            commitments.append(added)
        self._show_anew()

    @property
    def offers_ideas(self) -> bool:
        """Whether the list of ideas is wanted: one has a place to go, and they are not on the page already."""
        commitments = self.draft_in_hand.commitments
        return bool(commitments) and (len(commitments) < MOST_COMMITMENTS or self._blank_is_open)

    @property
    def _blank_is_open(self) -> bool:
        return self._opened is not None and self.draft_in_hand.commitments[self._opened].blank

    # --- internals

    def _text(self, key: str) -> str:
        return self._content.text("your_side", key)

    def _build_empty(self) -> None:
        self.empty = QWidget()
        self._empty_column = QVBoxLayout(self.empty)
        self.nothing = EmptyState(
            self._text("empty_title"), self._text("empty"), self.tr("Write one of your own")
        )
        self.nothing.pressed.connect(self._on_add)
        self.ideas = IdeasList(ideas(self._week_start))
        self.ideas.chosen.connect(self.take_example)
        self.none = SmallLabel(self._text("none"))
        self._or = HeadingLabel(self._text("ideas"))
        for widget in (self.nothing, self.none, self._or, self.ideas):
            self._empty_column.addWidget(widget)
        self.column.addWidget(self.empty)

    def _fill_rows(self) -> None:
        while (item := self._rows_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.blockSignals(True)  # a form that goes may still have something to say about its words
                widget.hide()
                widget.deleteLater()
        self.rows = rows_for(self.draft_in_hand.commitments, self._opened, self._today, self._week_start)
        for place, row in enumerate(self.rows):
            if place:
                self._rows_column.addWidget(Hairline())
            self._rows_column.addWidget(row)
            row.opened.connect(lambda place=place: self._turn(place))
            row.folded.connect(lambda place=place: self._fold(place))
            row.taken_away.connect(lambda place=place: self._take_away(place))
            row.edited.connect(lambda draft, place=place: self._on_edited(place, draft))
            row.help_requested.connect(self.help_requested)

    def _new(self) -> ActionDraft:
        review = self._today + timedelta(days=REVIEW_DAYS)
        cadence = Cadence(week_start=self._week_start)
        return ActionDraft(cadence=cadence, first_day=self._today, review_day=review)

    def _on_add(self) -> None:
        self.draft_in_hand.commitments.append(self._new())
        self._turn(len(self.draft_in_hand.commitments) - 1)

    def _turn(self, place: int) -> None:
        self._opened = place
        self._show_anew()

    def _fold(self, place: int) -> None:
        self._opened = None
        self._drop_blank()
        self.show_draft()
        self.changed.emit()
        (self.rows[place].turn if place < len(self.rows) else self.first_control()).setFocus()

    def _show_anew(self) -> None:
        self.show_draft()
        self.changed.emit()
        control = self.first_control()
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._opened is not None:
            row = self.rows[self._opened]
            QTimer.singleShot(0, row, lambda: bring_into_view(row))

    def _on_edited(self, place: int, draft: ActionDraft) -> None:
        self.draft_in_hand.commitments[place] = draft
        self.changed.emit()

    def _take_away(self, place: int) -> None:
        commitment = self.draft_in_hand.commitments[place]
        self._opened = None
        if commitment.blank:
            del self.draft_in_hand.commitments[place]
            self._show_anew()
            return
        title = self.rows[place].title
        self.took_away.emit(
            TakeAway(place, commitment), self.tr("{commitment} was taken away.").format(commitment=title)
        )
        self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        """No form is left behind: what it still had to say would be said of another commitment."""
        was_open, self._opened = self._opened is not None, None
        dropped = self._drop_blank()
        if dropped or was_open:
            self.show_draft()
        if dropped:
            self.changed.emit()

    def _drop_blank(self) -> bool:
        commitments = self.draft_in_hand.commitments
        written = [each for each in commitments if not each.blank]
        dropped = len(written) < len(commitments)
        commitments[:] = written
        return dropped

    @override
    def _retheme(self) -> None:
        super()._retheme()
        if self._built:
            self._rows_column.setSpacing(theme.px(20))
            self._empty_column.setContentsMargins(0, 0, 0, 0)
            self._empty_column.setSpacing(theme.px(12))
            self._or.setContentsMargins(0, theme.px(16), 0, 0)

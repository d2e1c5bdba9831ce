"""What was said between the two, and nothing else, on the whole window; only the passphrase or Lock leads out."""

from collections.abc import Sequence
from math import inf

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.services.together import SharedAction, SharedThanks, TogetherView
from trust_desktop.ui.action_form.cadence_words import cadence_words
from trust_desktop.ui.action_form.openness_words import opened_for
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.common.buttons import GhostButton
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.columns import Columns
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, SaidLabel, SmallLabel
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.content import Content
from trust_desktop.ui.proving import WayOut
from trust_desktop.ui.together.leave_card import LeaveCard


class TogetherPage(Page):
    """Made from a `TogetherView` alone: it has no session, and so nothing else to show."""

    left = Signal()
    lock_wanted = Signal()

    def __init__(
        self, view: TogetherView, way_out: WayOut, *, by_word: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Together"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the keys of reading move it
        self._content = Content("talk")
        self.leave = GhostButton(self.tr("Leave"))
        self.leave.clicked.connect(self._on_leave)
        self.title_row.addWidget(self.leave)
        self.card = LeaveCard(way_out, by_word=by_word)
        self.card.hide()
        self.card.proved.connect(self.left)
        self.card.given_up.connect(self.lock_wanted)
        self.card.stayed.connect(self._on_stayed)
        self.body.addWidget(self.card)
        columns = Columns(aside_width=380, gap=32)
        for heading, shared in (("actions", view.actions), ("commitments", view.commitments)):
            if shared:
                columns.main.addWidget(self._actions(heading, shared))
        columns.main.addStretch(1)
        if view.thanks:
            columns.aside.addWidget(self._thanks(view.thanks))
        columns.aside.addStretch(1)
        self.body.addWidget(columns)
        self.body.addStretch(1)

    def stays_open(self) -> float:
        """Two people look at it: it asks to be left open for as long as anything is."""
        return inf

    def _actions(self, heading: str, shared: Sequence[SharedAction]) -> Card:
        card = self._card(heading)
        for number, action in enumerate(shared):
            if number:
                card.body.addWidget(Hairline())
            card.body.addWidget(SaidLabel(action.terms.text))
            for line in self._lines(action):
                card.body.addWidget(BodyLabel(line, color="ink2"))
        return card

    def _lines(self, action: SharedAction) -> list[str]:
        terms = action.terms
        lines = [cadence_words(terms.cadence, terms.first_day)]
        if terms.known_by:
            lines.append(self.tr("How we both know: {words}").format(words=terms.known_by))
        if terms.openness is not None:
            lines.append(opened_for(terms.openness))
        return lines

    def _thanks(self, thanks: Sequence[SharedThanks]) -> Card:
        card = self._card("thanks")
        for number, each in enumerate(thanks):
            if number:
                card.body.addWidget(Hairline())
            card.body.addWidget(Quoted(each.text))
            card.body.addWidget(SmallLabel(day_with_year(each.day)))
        return card

    def _card(self, heading: str) -> Card:
        card = Card(spacing=12)
        words = self._content.text("together", heading)
        card.setAccessibleName(words)
        card.body.addWidget(HeadingLabel(words))
        return card

    def _on_leave(self) -> None:
        self.card.show()
        self.card.field.edit.setFocus()
        bring_into_view(self.card)

    def _on_stayed(self) -> None:
        self.card.hide()
        self.leave.setFocus()

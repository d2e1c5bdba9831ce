"""A card of the first week: where things are. One a day at most, and for good away as soon as it is not wanted."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.tour import Tour
from trust_desktop.services import touring
from trust_desktop.services.session import Change
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton, QuietButton
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, SmallLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.nav_rail import Place
from trust_desktop.ui.open_vault import OpenVault


class TourCard(QWidget):
    """Hidden until `look` finds a card for today; the page asks once it is painted, for the day itself comes first."""

    go_to = Signal(object)

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._cards: list[dict[str, Any]] | None = None
        self._card: dict[str, Any] = {}
        self.heading, self.text, self.number = HeadingLabel(), BodyLabel(color="ink2"), SmallLabel()
        self.reason = SmallLabel(color="honey_text")
        self.enough = QuietButton(self.tr("Enough for today"), dense=True)
        self.open = QuietButton(dense=True)
        self.leave = PlainButton(self.tr("Leave the cards out for good"), dense=True)
        self._build()
        self.hide()
        vault.changed.connect(self._on_changed)

    def look(self) -> None:
        """Show today's card, or nothing."""
        session = self._vault.session
        if session.closed:
            return
        tour = touring.load(session)
        number = None if tour.left else tour.card_on(session.today, len(self._all()))
        self.setVisible(number is not None)
        if number is not None:
            self._show(number)

    def _all(self) -> list[dict[str, Any]]:
        if self._cards is None:
            self._cards = Content("tour").sections("card")
        return self._cards

    def _show(self, number: int) -> None:
        cards = self._all()
        self._card = cards[number]
        self.heading.setText(self._card["title"])
        self.text.setText(self._card["text"])
        self.open.setText(self._card.get("button", ""))
        self.open.setVisible("place" in self._card)
        shown = self.locale().toString
        place = self.tr("First week, card {number} of {all}")
        self.number.setText(place.format(number=shown(number + 1), all=shown(len(cards))))
        self.reason.hide()

    def _build(self) -> None:
        self._buttons = FlowRow()
        for button in (self.enough, self.open):
            self._buttons.flow.addWidget(button)
        self._column = QVBoxLayout(self)
        for widget in (self.number, self.heading, self.text, self._buttons):
            self._column.addWidget(widget)
        self._column.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(self.reason)
        self.enough.clicked.connect(self._on_enough)
        self.open.clicked.connect(lambda: self.go_to.emit(Place[self._card["place"].upper()]))
        self.leave.clicked.connect(self._on_leave)
        theme.follow(self._retheme)

    def _on_enough(self) -> None:
        today = self._vault.session.today
        self._change(lambda tour: tour.put_away(today), self.tr("The next card comes another day."))

    def _on_leave(self) -> None:
        self._change(Tour.leave, self.tr("No more cards. They stand under Help & safety."))

    def _change(self, how: Callable[[Tour], Tour], words: str) -> None:
        session = self._vault.session
        before = touring.load(session)
        after = how(before)
        try:
            touring.save(session, after)
        except TrustError:
            self.reason.setText(self.tr("The vault could not be written, so the card stays for now."))
            self.reason.show()
            return
        again, back = partial(touring.save, session, after), partial(touring.save, session, before)
        self._vault.undo_stack.push(Done(words, again=again, back=back))

    def _on_changed(self, change: Change) -> None:
        if Change.HELP in change:
            self.look()

    def _retheme(self) -> None:
        self._column.setContentsMargins(0, theme.space(20), 0, 0)
        self._column.setSpacing(theme.space(8))

"""The words an action had before, each with the days they stood; nothing recorded changes its meaning."""

from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.plan import Action, ActionVersion
from trust_desktop.services.erasing import Kind
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.cadence_words import cadence_words
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.action_form.slot_words import slot_title
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.common.labels import SmallLabel
from trust_desktop.ui.plan.delete_words import DeleteWords


class History(QWidget):
    """Newest first; the wording in force now is not repeated. `erase_requested` carries a version and which of its words."""

    erase_requested = Signal(object, object)
    unfolded = Signal()

    def __init__(self, action: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._action = action
        self.words: dict[int, DeleteWords] = {}
        """By the number of the wording they delete."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        following = action.versions[1:]
        for version, after in reversed(list(zip(action.versions, following, strict=False))):
            self._column.addWidget(Hairline())
            self._add_version(version, after)
        theme.follow(self._retheme)

    def _add_version(self, version: ActionVersion, after: ActionVersion) -> None:
        first = day_with_year(version.from_day)
        days = self.tr("From {first} to {last}").format(
            first=first, last=day_with_year(after.from_day - timedelta(days=1))
        )
        terms = version.terms
        self._column.addWidget(SmallLabel(days))
        self._column.addWidget(Quoted(terms.text))
        self._column.addWidget(SmallLabel(cadence_words(terms.cadence, terms.first_day)))
        if terms.known_by:
            pattern = self.tr("Your partner can tell by: {words}") if self._action.mine else None
            known = (pattern or self.tr("You will know by: {words}")).format(words=terms.known_by)
            self._column.addWidget(SmallLabel(known))
        if terms.why:
            self._column.addWidget(SmallLabel(self.tr("Only for you: {words}").format(words=terms.why)))
            erase = PlainButton(self.tr("Delete this line"), dense=True)
            erase.setAccessibleName(
                self.tr("Delete why it mattered to you, in the words from {day}").format(day=first)
            )
            erase.clicked.connect(lambda: self.erase_requested.emit(version, Kind.WHY))
            self._column.addWidget(erase, 0, Qt.AlignmentFlag.AlignLeading)
        spoken = self.tr("{action}, in the words from {day}").format(
            action=slot_title(self._action.slot, mine=self._action.mine), day=first
        )
        words = DeleteWords(version, spoken, mine=self._action.mine)
        words.erase_requested.connect(partial(self.erase_requested.emit, version))
        words.opened.connect(self.unfolded)
        self.words[version.number] = words
        self._column.addWidget(words.fold, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(words)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(6))

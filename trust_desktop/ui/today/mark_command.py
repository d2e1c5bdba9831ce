"""Marking an action from the first page, and the way back."""

from datetime import date
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from trust_desktop.domain.follow_through import FollowThrough, Outcome
from trust_desktop.override import override
from trust_desktop.services import following_through
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.common.done import Step

_SENTENCES: Final = {
    Outcome.KEPT: QT_TRANSLATE_NOOP("Marked", "{action}: kept."),
    Outcome.KEPT_LATE_TOLD: QT_TRANSLATE_NOOP("Marked", "{action}: kept late, but told me."),
    Outcome.PARTLY: QT_TRANSLATE_NOOP("Marked", "{action}: partly."),
    Outcome.NOT_KEPT: QT_TRANSLATE_NOOP("Marked", "{action}: not kept."),
    Outcome.COULD_NOT: QT_TRANSLATE_NOOP("Marked", "{action}: could not."),
    None: QT_TRANSLATE_NOOP("Marked", "{action}: not recorded."),
}


class MarkCommand(Step):
    """Marked already when it is made, so that a full disk is met there; the text is the undo bar's sentence.

    `outcome` None clears the day.
    """

    def __init__(
        self, session: VaultSession, action_id: int, title: str, day: date, outcome: Outcome | None
    ) -> None:
        sentence = QCoreApplication.translate("Marked", str(_SENTENCES[outcome]))
        super().__init__(sentence.format(action=title))
        self._session, self._action_id, self._day, self._outcome = session, action_id, day, outcome
        self._before = self._mark()

    @override
    def _again(self) -> None:
        self._before = self._mark()

    @override
    def _back(self) -> None:
        following_through.put_back(self._session, self._action_id, self._day, self._before)

    def _mark(self) -> FollowThrough | None:
        if self._outcome is None:
            return following_through.clear(self._session, self._action_id, self._day)
        return following_through.mark(self._session, self._action_id, self._day, self._outcome)

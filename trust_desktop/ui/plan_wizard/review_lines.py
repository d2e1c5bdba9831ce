"""What an action or a commitment says besides its words, line by line, to the one who wrote it."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from trust_desktop.domain.draft import ActionDraft
from trust_desktop.ui.action_form.cadence_words import cadence_words
from trust_desktop.ui.common.day_words import day_with_year


def review_lines(action: ActionDraft, *, mine: bool = False) -> Iterator[str]:
    yield cadence_words(action.cadence, action.first_day)
    if action.known_by.strip():
        pattern = (
            QCoreApplication.translate("ReviewLines", "Your partner can tell by: {words}")
            if mine
            else QCoreApplication.translate("ReviewLines", "You will know by: {words}")
        )
        yield pattern.format(words=action.known_by.strip())
    if action.first_day and action.review_day:
        pattern = QCoreApplication.translate("ReviewLines", "From {first}, to be looked at again on {review}")
        yield pattern.format(first=day_with_year(action.first_day), review=day_with_year(action.review_day))
    if action.about_openness and action.ends:
        purpose = action.purpose.strip() or QCoreApplication.translate("ReviewLines", "not said yet")
        pattern = QCoreApplication.translate("ReviewLines", "For: {purpose}. It ends on {day}.")
        yield pattern.format(purpose=purpose, day=day_with_year(action.ends))

"""One action in all its words, with the days they stood, the answers and how it ended."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.finding import Found, FoundPart
from trust_desktop.domain.plan import Action, ActionVersion, Plan
from trust_desktop.domain.plan_life import ActionEnding, Review
from trust_desktop.services.erasing import Kind, Where
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.cadence_words import cadence_words
from trust_desktop.ui.action_form.openness_words import agreed_then
from trust_desktop.ui.action_form.quoted import Quoted
from trust_desktop.ui.action_form.slot_words import slot_title
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.common.labels import SmallLabel, StrongLabel
from trust_desktop.ui.plan.answer_words import answer_sentence
from trust_desktop.ui.plan.delete_words import DeleteWords
from trust_desktop.ui.plan.private_words import PrivateWords


class ActionStory(QWidget):
    """The oldest words first; `erase_requested` carries where words of the person's own stand."""

    erase_requested = Signal(object)
    unfolded = Signal()

    def __init__(self, plan: Plan, action: Action, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan, self._action = plan, action
        self._name = slot_title(action.slot, mine=action.mine)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(StrongLabel(self._name, color="ink2"))
        self._places: dict[tuple[Kind | None, int], QWidget] = {}
        stood = _stood(plan, action)
        for version in action.versions:
            self._add_version(version, stood.get(version.number))
        self._add_answers()
        for review in action.reviews:
            self._column.addWidget(SmallLabel(self._review_words(review)))
        if action.ended is not None:
            self._column.addWidget(SmallLabel(self._end_words(action.ended.how, action.ended.from_day)))
        theme.follow(self._retheme)

    def place_of(self, found: Found) -> QWidget:
        """Where words that were found stand; all of it where they are gone meanwhile."""
        if found.part is FoundPart.ANSWER:
            return self._places.get((Kind.ANSWER, found.number), self)
        kind = Kind.WHY if found.part is FoundPart.WHY else None
        return self._places.get((kind, found.version), self)

    def _add_version(self, version: ActionVersion, days: tuple[date, date] | None) -> None:
        terms = version.terms
        self._column.addWidget(SmallLabel(self._days(version, days)))
        self._places[None, version.number] = Quoted(terms.text)
        self._column.addWidget(self._places[None, version.number])
        self._column.addWidget(SmallLabel(cadence_words(terms.cadence, terms.first_day)))
        if terms.known_by:
            pattern = self.tr("Your partner can tell by: {words}") if self._action.mine else None
            known = (pattern or self.tr("You will know by: {words}")).format(words=terms.known_by)
            self._column.addWidget(SmallLabel(known))
        if terms.openness is not None:
            self._column.addWidget(SmallLabel(agreed_then(terms.openness)))
        if terms.why:
            where = Where(Kind.WHY, self._plan.id, self._action.id, version.number)
            heading = self.tr("Why it mattered, only for you")
            self._add_own(heading, terms.why, where, day_with_year(version.from_day))
        self._add_deleting(version)

    def _add_deleting(self, version: ActionVersion) -> None:
        spoken = self.tr("{action}, in the words from {day}").format(
            action=self._name, day=day_with_year(version.from_day)
        )
        words = DeleteWords(version, spoken, mine=self._action.mine)
        words.erase_requested.connect(
            lambda kind: self.erase_requested.emit(
                Where(kind, self._plan.id, self._action.id, version.number)
            )
        )
        words.opened.connect(self.unfolded)
        self._column.addWidget(words.fold, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(words)

    def _days(self, version: ActionVersion, days: tuple[date, date] | None) -> str:
        if days is None:
            day = day_with_year(version.from_day)
            return self.tr("Written for {day}, and changed before it began").format(day=day)
        first, last = day_with_year(days[0]), days[1]
        if last == date.max:
            return self.tr("From {first} on").format(first=first)
        return self.tr("From {first} to {last}").format(first=first, last=day_with_year(last))

    def _add_answers(self) -> None:
        for given in self._plan.answers:
            if given.action_id != self._action.id:
                continue
            self._column.addWidget(SmallLabel(answer_sentence(given), color="ink"))
            if given.words:
                where = Where(Kind.ANSWER, self._plan.id, given.id)
                self._add_own("", given.words, where, day_with_year(given.day))

    def _add_own(self, heading: str, words: str, where: Where, day: str) -> None:
        spoken = self.tr("Delete the words beside {action} of {day}").format(action=self._name, day=day)
        own = PrivateWords(heading, words, spoken)
        own.erase_requested.connect(lambda: self.erase_requested.emit(where))
        self._places[where.kind, where.version or where.id] = own
        self._column.addWidget(own)

    def _review_words(self, review: Review) -> str:
        pattern = self.tr("Looked at again on {day} and kept as it was.")
        return pattern.format(day=day_with_year(review.day))

    def _end_words(self, how: ActionEnding, day: date) -> str:
        if how is ActionEnding.FINISHED:
            return self.tr("Finished from {day} on.").format(day=day_with_year(day))
        return self.tr("From {day} on something else stood in its place.").format(day=day_with_year(day))

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(6))


def _stood(plan: Plan, action: Action) -> dict[int, tuple[date, date]]:
    """Return the first and last day of each version that was ever in force; date.max where it still is."""
    ends = [end.from_day for end in (action.ended, plan.ended) if end is not None]
    last = min((day - timedelta(days=1) for day in ends), default=date.max)
    return {version.number: (begins, until) for version, begins, until in action.spans(date.min, last)}

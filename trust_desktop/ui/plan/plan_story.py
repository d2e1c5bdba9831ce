"""One plan from its first day to its last: what was asked, promised and answered, in the words of its days."""

from datetime import date, time, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.day import day_of
from trust_desktop.domain.finding import FoundPart
from trust_desktop.domain.plan import Action, Plan
from trust_desktop.domain.plan_life import PlanRest
from trust_desktop.services.erasing import Kind, Where
from trust_desktop.services.finding import InPlan
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.way_words import said_sentence
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, SmallLabel
from trust_desktop.ui.plan.action_story import ActionStory
from trust_desktop.ui.plan.private_words import PrivateWords

_FOUND: Final = {
    Kind.FAIR_CHANCE: FoundPart.FAIR_CHANCE,
    Kind.MESSAGE: FoundPart.MESSAGE,
    Kind.REST: FoundPart.REST,
    Kind.END: FoundPart.ENDING,
}


class PlanStory(Card):
    """Folded until it is opened; only then is the rest of it made."""

    erase_requested = Signal(object)
    opened = Signal(object)

    def __init__(self, plan: Plan, day_ends: time, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=12)
        self.plan = plan
        self._first = day_of(plan.went_live_at, day_ends)
        self.heading = HeadingLabel(self._days())
        self.setAccessibleName(self._days())
        self.fold = PlainButton("", dense=True)
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._on_fold)
        self.body.addWidget(self.heading)
        self.body.addWidget(BodyLabel(self._sentence(), color="ink2"))
        self.body.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeading)
        self._inside: QWidget | None = None
        self._places: dict[tuple[FoundPart, int], QWidget] = {}
        self._actions: dict[int, ActionStory] = {}
        self._name_fold(opened=False)

    def place_of(self, where: InPlan) -> QWidget:
        """Where words that were found stand in what is opened; all of it where they are gone meanwhile."""
        if where.action is not None:
            return self._actions[where.action.id].place_of(where.found)
        return self._places.get((where.found.part, where.found.number), self)

    def _days(self) -> str:
        first = day_with_year(self._first)
        if self.plan.ended is None:
            return self.tr("Since {first}").format(first=first)
        last = max(self._first, self.plan.ended.from_day - timedelta(days=1))
        return self.tr("{first} to {last}").format(first=first, last=day_with_year(last))

    def _sentence(self) -> str:
        said = self.plan.said
        if said is None:
            return self.tr("It was not said.")
        return said_sentence(said.way, day_with_year(said.day))

    def _on_fold(self, opened: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        if self._inside is None:
            self._inside = self._build()
            self.body.addWidget(self._inside)
        self._inside.setVisible(opened)
        self._name_fold(opened=opened)
        self.opened.emit(opened)

    def _name_fold(self, *, opened: bool) -> None:
        self.fold.setText(self.tr("Fold it again") if opened else self.tr("Read it"))
        pattern = self.tr("Fold the plan: {days}") if opened else self.tr("Read the plan: {days}")
        self.fold.setAccessibleName(pattern.format(days=self._days()))

    def _build(self) -> QWidget:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._add_beginning()
        for action in self.plan.actions:
            self._add_action(action)
        if self.plan.commitments:
            self._column.addWidget(Hairline())
            self._column.addWidget(HeadingLabel(self.tr("Your side")))
        for commitment in self.plan.commitments:
            self._add_action(commitment)
        self._add_rests([rest for rest in self.plan.rests if rest.back_day != rest.from_day])
        self._add_end()
        theme.follow(self._retheme_inside)
        return inside

    def _add_beginning(self) -> None:
        plan, saying = self.plan, self.plan.saying
        self._add_own(Kind.PARTNER, plan.partner, self.tr("What you called your partner in here"))
        chance = self.tr("What would feel a little safer, only for you")
        self._add_own(Kind.FAIR_CHANCE, plan.fair_chance, chance)
        self._add_own(Kind.PLACE, saying.place, self.tr("Where you meant to say it"))
        self._add_own(Kind.TIME, saying.time, self.tr("When you meant to say it"))
        self._add_own(Kind.MESSAGE, saying.message, self.tr("The words you prepared to say it"))

    def _add_action(self, action: Action) -> None:
        story = ActionStory(self.plan, action)
        story.erase_requested.connect(self.erase_requested)
        story.unfolded.connect(lambda: self.opened.emit(True))
        self._actions[action.id] = story
        self._column.addWidget(Hairline())
        self._column.addWidget(story)

    def _add_rests(self, rests: list[PlanRest]) -> None:
        if rests:
            self._column.addWidget(Hairline())
            self._column.addWidget(HeadingLabel(self.tr("At rest")))
        for rest in rests:
            self._column.addWidget(SmallLabel(self._rest_words(rest)))
            self._add_own(Kind.REST, rest.words, "", rest.id, rest.from_day)

    def _rest_words(self, rest: PlanRest) -> str:
        first = day_with_year(rest.from_day)
        if rest.back_day is None:
            return self.tr("From {first} on").format(first=first)
        last = day_with_year(rest.back_day - timedelta(days=1))
        return self.tr("From {first} to {last}").format(first=first, last=last)

    def _add_end(self) -> None:
        if self.plan.ended is None:
            return
        day = self.plan.ended.from_day
        self._column.addWidget(Hairline())
        words = self.tr("From {day} on nothing of it was due any more.").format(day=day_with_year(day))
        self._column.addWidget(SmallLabel(words))
        self._add_own(Kind.END, self.plan.ended.words, "", 0, day)

    def _add_own(self, kind: Kind, words: str, heading: str, id_: int = 0, day: date | None = None) -> None:
        if not words:
            return
        when = day_with_year(day or self._first)
        spoken = self.tr("Delete {words} of {day}").format(
            words=heading or self.tr("your own words"), day=when
        )
        own = PrivateWords(heading, words, spoken)
        own.erase_requested.connect(lambda: self.erase_requested.emit(Where(kind, self.plan.id, id_)))
        if kind in _FOUND:
            self._places[_FOUND[kind], id_ or self.plan.id] = own
        self._column.addWidget(own)

    def _retheme_inside(self) -> None:
        self._column.setSpacing(theme.px(12))

"""Whether an action opens something private of the partner's, and if so: consent, purpose and an end."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.draft import ActionDraft
from trust_desktop.domain.errors import Rule
from trust_desktop.domain.plan import OPENNESS_DAYS, Consent
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.answers import Answers
from trust_desktop.ui.action_form.rule_words import rule_words
from trust_desktop.ui.common.date_field import DateField
from trust_desktop.ui.common.fields import Field, LineField

ASKED: Final = "openness: "
"""Kept with an action, before the words that were asked about when *No* was given, or given again."""


@dataclass(frozen=True)
class OpennessAnswers:
    """What was answered; None where nothing was."""

    about: bool | None = None
    consent: Consent | None = None
    purpose: str = ""
    ends: date | None = None


class OpennessField(QWidget):
    """Asked, never guessed. The three fields appear with *yes*."""

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._control: frozenset[str] = frozenset()
        self._asked: frozenset[str] = frozenset()
        self._build_questions()
        self._build_column()

    def answers(self) -> OpennessAnswers:
        about, consent = self.about.value(), self.consent.value()
        return OpennessAnswers(
            about=about if isinstance(about, bool) else None,
            consent=consent if isinstance(consent, Consent) else None,
            purpose=self.purpose.text(),
            ends=self.ends.day() if about is True else None,
        )

    @property
    def kept(self) -> frozenset[str]:
        return frozenset(ASKED + words for words in self._asked)

    def look_again(self, control: frozenset[str]) -> None:
        """Ask once more where words read like control and *Yes* was not the answer, of each once; it holds nothing back."""
        self._control = control
        self.about.set_reason(self._asking() if self._asks_again else "")

    def set_draft(self, action: ActionDraft) -> None:
        """Show the answers of a draft without telling anybody."""
        self._asked = frozenset(name.removeprefix(ASKED) for name in action.kept if name.startswith(ASKED))
        self.blockSignals(True)
        self.about.set_value(action.about_openness)
        self.consent.set_value(action.consent)
        self.purpose.set_text(action.purpose)
        self.ends.set_range(self._today, self._today + timedelta(days=OPENNESS_DAYS))
        self.ends.set_day(action.ends or self._today + timedelta(days=OPENNESS_DAYS))
        self.blockSignals(False)
        self._more.setVisible(action.about_openness is True)

    def follow_day(self, today: date) -> None:
        """Another day has begun; an end that has passed stays to be refused, not to be moved."""
        self._today = today
        if self.ends.day() >= today:
            self.ends.set_range(today, today + timedelta(days=OPENNESS_DAYS))

    def show_rules(self, rules: frozenset[Rule]) -> None:
        """Say why an answer holds the plan back; what was simply not answered yet is not reproached."""
        consent = next(
            (rule for rule in (Rule.OPENNESS_COVERT, Rule.OPENNESS_CONSENT) if rule in rules), None
        )
        answered = self.consent.value() is not None
        self.consent.set_reason(rule_words(consent) if consent and answered else "")
        self._ends_field.set_reason(rule_words(Rule.OPENNESS_END) if Rule.OPENNESS_END in rules else "")

    def _build_questions(self) -> None:
        self.about = Answers(
            self.tr("Is this about phone, place, money or contact with others?"),
            [(True, self.tr("Yes")), (False, self.tr("No"))],
        )
        self.consent = Answers(
            self.tr("What does your partner say to it?"),
            [
                (Consent.AGREED, self.tr("They agreed")),
                (Consent.NOT_ASKED, self.tr("I have not asked yet")),
                (Consent.WILL_NOT_KNOW, self.tr("They will not know")),
            ],
            hint=self.tr("Something private stays theirs to open. They may also say no."),
        )
        self.purpose = LineField(
            self.tr("What is it for?"),
            hint=self.tr("Both of you should be able to read this. It is needed to go live."),
        )
        self.ends = DateField()
        self._ends_field = Field(
            self.tr("It ends on"),
            self.ends,
            hint=self.tr("30 days from today at most. You can ask for it again then."),
        )

    def _build_column(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._more = QWidget()
        self._inner = QVBoxLayout(self._more)
        self._inner.setContentsMargins(0, 0, 0, 0)
        for field in (self.consent, self.purpose, self._ends_field):
            self._inner.addWidget(field)
        self._more.hide()
        self._column.addWidget(self.about)
        self._column.addWidget(self._more)
        self.about.chosen.connect(self._on_about_chosen)
        self.about.pressed_again.connect(self._on_about_chosen)
        self.consent.chosen.connect(self._on_changed)
        self.purpose.changed.connect(self._on_changed)
        self.ends.day_changed.connect(self._on_changed)
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(16))
        self._inner.setSpacing(theme.px(16))

    @property
    def _asks_again(self) -> bool:
        return bool(self._control - self._asked) and self.about.value() is not True

    def _asking(self) -> str:
        return self.tr(
            "These words read like watching or holding something of your partner’s. If so, the answer is Yes, and what "
            "is fair is their consent, a purpose and an end within thirty days. If not, choose No; these words are not asked about again."
        )

    def _on_about_chosen(self, about: object) -> None:
        if about is False and self.about.reason:
            self._asked |= self._control
        self._more.setVisible(about is True)
        self.changed.emit()

    def _on_changed(self) -> None:
        self.changed.emit()

"""Guess, then see: before this week's counts are shown, how often was it? Any of it may be left out."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.progress import LATELY
from trust_desktop.override import override
from trust_desktop.services.looking_back import ToGuess
from trust_desktop.ui.common.buttons import PlainButton, PrimaryButton
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.day_words import span_words
from trust_desktop.ui.common.ends import Ends
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, SmallLabel, StrongLabel
from trust_desktop.ui.common.spin_box import SpinBox

_LEFT_OUT = -1


class GuessCard(Card):
    """`guessed` carries a number or None for each action; only Nones mean *just show me*."""

    guessed = Signal(object)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=16)
        self.fields: dict[int, SpinBox] = {}
        self.reason = SmallLabel()
        self.reason.hide()
        self.see = PrimaryButton(self.tr("Keep my guess and show me"))
        self.just_show = PlainButton(self.tr("Just show me"))
        self.see.clicked.connect(lambda: self.guessed.emit(self.numbers()))
        self.just_show.clicked.connect(lambda: self.guessed.emit(dict.fromkeys(self.fields)))
        self._foot = FlowRow(gap=16)
        for button in (self.see, self.just_show):
            self._foot.flow.addWidget(button)

    def show_asked(self, asked: ToGuess, begun: Mapping[int, int]) -> None:
        """Ask for these actions; `begun` are numbers chosen before."""
        self._clear()
        heading = Ends(
            HeadingLabel(self.tr("Guess first, then see")),
            SmallLabel(span_words(asked.start, asked.end)),
            gap=12,
        )
        self.body.addWidget(heading, 0, Qt.AlignmentFlag.AlignLeading)
        words = self.tr(
            "In the last 21 days, how often do you think you recorded these as kept? What goes well is easily "
            "under-seen. A guess is only for you, and any may be left out."
        )
        self.body.addWidget(BodyLabel(words, color="ink2"))
        for action_id, title in asked.titles:
            self.body.addWidget(Hairline())
            field = self._field(title, begun.get(action_id, _LEFT_OUT))
            self.fields[action_id] = field
            self.body.addWidget(Ends(StrongLabel(title), field))
        for widget in (self._foot, self.reason):
            self.body.addWidget(widget)
        self._foot.show()
        self._on_edited()

    def numbers(self) -> dict[int, int | None]:
        return {
            action_id: None if field.value() == _LEFT_OUT else field.value()
            for action_id, field in self.fields.items()
        }

    def show_reason(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    def _field(self, title: str, value: int) -> SpinBox:
        field = _Field()
        field.setRange(_LEFT_OUT, LATELY)
        field.setSpecialValueText(self.tr("no guess"))
        field.setValue(value)
        field.setAccessibleName(self.tr("Your guess for {action}").format(action=title))
        field.valueChanged.connect(self._on_edited)
        return field

    def clear_reason(self) -> None:
        """Say only what a guess needs."""
        begun = any(number is not None for number in self.numbers().values())
        self.see.setEnabled(begun)
        self.show_reason("" if begun else self.tr("Guess one or more of them, or have all of them shown."))

    def _on_edited(self) -> None:
        self.clear_reason()
        self.edited.emit()

    def _clear(self) -> None:
        self.fields = {}
        while (item := self.body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is self._foot or widget is self.reason:
                widget.hide()
            elif widget is not None:
                widget.hide()
                widget.deleteLater()


class _Field(SpinBox):
    """What is typed takes the place of what stands there, however the keyboard came to be here."""

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)

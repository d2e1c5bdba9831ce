"""What the steps of the talk share: their order, a column, and a row of buttons that lead back and on."""

from datetime import date
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, CaptionLabel, HeadingLabel

_COLUMN = 760


class Step(Enum):
    """In the order they are gone through the first time; a change is written when one was answered."""

    READY = auto()
    MESSAGE = auto()
    SHEET = auto()
    SAID = auto()
    ANSWERS = auto()
    CHANGE = auto()


def heading_of(step: Step) -> str:
    return {
        Step.READY: QCoreApplication.translate("TalkSteps", "Is this a good moment?"),
        Step.MESSAGE: QCoreApplication.translate("TalkSteps", "The words to begin with"),
        Step.SHEET: QCoreApplication.translate("TalkSteps", "One need at a time"),
        Step.SAID: QCoreApplication.translate("TalkSteps", "When it was said"),
        Step.ANSWERS: QCoreApplication.translate("TalkSteps", "What was answered"),
        Step.CHANGE: QCoreApplication.translate("TalkSteps", "The change you agreed on"),
    }[step]


class TalkStep(QWidget):
    """`went` carries the step to go to; `column` takes what the step is about, `foot` its buttons."""

    went = Signal(object)
    widest = _COLUMN

    def __init__(self, step: Step, lead: str = "") -> None:
        super().__init__()
        self.step = step
        self._middle = QWidget()
        self.column = QVBoxLayout(self._middle)
        self.column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._middle, 1000)
        row.addStretch(1)  # only so does Qt ask for the height at the real width
        if step is not Step.CHANGE:
            self.column.addWidget(CaptionLabel(self._place()))
        self.column.addWidget(HeadingLabel(heading_of(step)))
        if lead:
            self.column.addWidget(BodyLabel(lead, color="ink2"))
        self.foot = FlowRow(gap=12)
        theme.follow(self._retheme_step)

    def first_control(self) -> QWidget:
        """Where the keyboard goes when the step is shown."""
        raise NotImplementedError

    def save_now(self) -> None:
        """Keep what was typed; before another step, and before the vault is locked."""

    @property
    def unsaved(self) -> bool:
        """Whether something typed could not be kept: then nobody leaves it behind; why not is said on the step."""
        return False

    def follow_day(self, today: date) -> None:
        """Another day has begun while the step is open: what is chosen stays, what can be chosen follows."""

    def add_foot(self, back: str, on: str) -> tuple[QuietButton, PrimaryButton]:
        """Put a button back and one that leads on under the column; return both."""
        buttons = QuietButton(back), PrimaryButton(on)
        for button in buttons:
            self.foot.flow.addWidget(button)
        self.column.addWidget(self.foot)
        return buttons

    def _place(self) -> str:
        number, whole = self.locale().toString(self.step.value), self.locale().toString(Step.ANSWERS.value)
        return QCoreApplication.translate("TalkSteps", "{number} of {whole}").format(
            number=number, whole=whole
        )

    def _retheme_step(self) -> None:
        self.column.setSpacing(theme.px(16))
        self._middle.setMaximumWidth(theme.px(self.widest))

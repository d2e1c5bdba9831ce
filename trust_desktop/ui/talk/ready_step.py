"""Is this a good moment: nothing ticked here is kept, and where it is none the way leads back kindly."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.plan_life import Saying
from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import HoneyButton
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.common.remark_card import RemarkCard
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.common.toggles import CheckBox
from trust_desktop.ui.content import Content
from trust_desktop.ui.talk.step import Step, TalkStep

SAFE = "safe"
"""The point that leads to help where it is not ticked."""


class ReadyStep(TalkStep):
    """`left` goes back to the plan."""

    left = Signal()
    help_requested = Signal()

    def __init__(self, saying: Saying) -> None:
        self._content = Content("talk")
        super().__init__(Step.READY, self._content.text("ready", "lead"))
        if saying.place or saying.time:
            self.column.addWidget(BodyLabel(self._meant(saying)))
        self._points = {point["key"]: point for point in self._content.sections("ready", "points")}
        self.boxes = {key: CheckBox(point["text"]) for key, point in self._points.items()}
        self._boxes_column = QVBoxLayout()
        for box in self.boxes.values():
            self._boxes_column.addWidget(box)
            box.toggled.connect(self._on_toggled)
        self.column.addLayout(self._boxes_column)
        self._build_wait()
        back, on = self.add_foot(self.tr("Back to the plan"), self.tr("Go on"))
        back.clicked.connect(self.left)
        on.clicked.connect(self._on_go_on)
        self.back, self.on = back, on
        self.column.addStretch(1)
        theme.follow(self._retheme_boxes)

    @override
    def first_control(self) -> QWidget:
        return next(iter(self.boxes.values()))

    def _meant(self, saying: Saying) -> str:
        """Where and when it was meant to be said, as it was written down with the plan."""
        words = self.tr("You meant to say it: {place_and_time}.")
        place_and_time = " · ".join(each for each in (saying.place, saying.time) if each)
        return words.format(place_and_time=place_and_time)

    def _build_wait(self) -> None:
        self.wait = RemarkCard()
        self.later = HoneyButton(self.tr("Leave it for another day"))
        self.prepare = HoneyButton(self.tr("Prepare the words"))
        self.help = HoneyButton(self.tr("Open Help & safety"))
        self.later.clicked.connect(self.left)
        self.prepare.clicked.connect(lambda: self.went.emit(Step.MESSAGE))
        self.help.clicked.connect(self.help_requested)
        for button in (self.later, self.prepare, self.help):
            self.wait.add_answer(button)
        self.wait.hide()
        self.column.addWidget(self.wait)

    def _missing(self) -> Sequence[str]:
        return [key for key, box in self.boxes.items() if not box.isChecked()]

    def _on_go_on(self) -> None:
        missing = self._missing()
        if not missing:
            self.went.emit(Step.MESSAGE)
            return
        reasons = [self._points[key]["not_yet"] for key in missing]
        waits = self._content.text("ready", "wait")
        self.wait.set_remark(self._content.text("ready", "wait_title"), "\n\n".join([*reasons, waits]))
        self.help.setVisible(SAFE in missing)
        self.wait.show()
        self.later.setFocus()
        QTimer.singleShot(0, self.wait, partial(bring_into_view, self.wait))  # once it is laid out

    def _on_toggled(self) -> None:
        self.wait.hide()

    def _retheme_boxes(self) -> None:
        self._boxes_column.setSpacing(theme.px(6))

"""Every plan there was, readable for ever in the words of its days."""

from collections.abc import Sequence
from datetime import time
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trust_desktop.domain.plan import Plan
from trust_desktop.services.finding import InPlan
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.labels import BodyLabel, SmallLabel
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.say_in_view import say_in_view
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.plan.plan_story import PlanStory

PLACED_AFTER: Final = 200
"""Milliseconds after which, if nothing grew any more, everything that was opened has its place."""

_COLUMN: Final = 760


class HistoryPage(Page):
    """The newest plan first and open; what was opened stays so when the page is read again."""

    erase_requested = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Every plan, in the words of its days"), parent)
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.back = PlainButton(self.tr("Back to the plan"), icon_name="arrow-left")
        self.back.clicked.connect(self.left)
        self.on_escape = self.left.emit
        self.reason = SmallLabel("", color="honey_text")
        self.reason.hide()
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addWidget(
            BodyLabel(self.tr("Days, marks and versions stay. All your words can be deleted."), color="ink2")
        )
        self._column.addWidget(self.reason)
        self._list = QVBoxLayout()
        self._column.addLayout(self._list)
        self.body.addWidget(self._holder)
        self.body.addStretch(1)
        self.stories: list[PlanStory] = []
        self._sought: QWidget | None = None
        """What has to stay in sight while a long plan finds its place, line by line."""
        self._finding_place = QTimer(self, singleShot=True, interval=PLACED_AFTER)
        self._finding_place.timeout.connect(self._let_go_of_sought)
        if self._reading is not None:
            self._reading.verticalScrollBar().rangeChanged.connect(self._bring_sought)
        theme.follow(self._retheme_column)

    def show_plans(self, plans: Sequence[Plan], day_ends: time) -> None:
        """Show them as they are now; the keyboard stays where it was as nearly as that can be."""
        opened = {story.plan.id for story in self.stories if story.fold.isChecked()}
        if not self.stories and plans:
            opened = {plans[-1].id}
        self._let_go_of_sought()
        focus = QApplication.focusWidget()
        held = [each.plan.id for each in self.stories if focus is not None and each.isAncestorOf(focus)]
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.stories = [PlanStory(plan, day_ends) for plan in reversed(plans)]
        for story in self.stories:
            story.erase_requested.connect(self.erase_requested)
            story.opened.connect(lambda: follow_layout(self))
            self._list.addWidget(story)
            story.fold.setChecked(story.plan.id in opened)
        follow_layout(self)
        for story in self.stories:
            if story.plan.id in held:
                story.fold.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_written(self, where: InPlan) -> None:
        """Open the plan words belong to, and bring them into sight; the keyboard goes to the top of that plan."""
        story = next((story for story in self.stories if story.plan.id == where.plan_id), None)
        if story is None:
            return
        story.fold.setChecked(True)
        story.fold.setFocus(Qt.FocusReason.OtherFocusReason)
        self._sought = story.place_of(where)
        self._bring_sought()

    def refuse(self, words: str) -> None:
        """Say at the top why nothing was deleted."""
        say_in_view(self.reason, words)

    def _bring_sought(self) -> None:
        if self._sought is not None:
            bring_into_view(self._sought)
            self._finding_place.start()

    def _let_go_of_sought(self) -> None:
        self._finding_place.stop()
        if self._sought is not None:
            QCoreApplication.sendPostedEvents(
                None, QEvent.Type.LayoutRequest
            )  # a busy machine may owe some yet
            bring_into_view(self._sought)
        self._sought = None

    def _retheme_column(self) -> None:
        self._holder.setMaximumWidth(theme.px(_COLUMN))
        self._column.setSpacing(theme.px(12))
        self._list.setSpacing(theme.px(16))

"""One need at a time, large and calm, to be read aloud; the whole of it can be printed or copied."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import GhostButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, CaptionLabel, StrongLabel, TitleLabel
from trust_desktop.ui.common.toggles import CheckBox
from trust_desktop.ui.content import Content
from trust_desktop.ui.talk.leaves import Leaf
from trust_desktop.ui.talk.step import Step, TalkStep

_LEAST_HEIGHT = 15
"""Of a leaf, in em, so that the buttons stay where they are while leaves are turned."""


class LeafCard(Card):
    """One leaf; it takes the keyboard, so that a screen reader reads all of it."""

    def __init__(self) -> None:
        super().__init__(padding=32, spacing=16)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.place = CaptionLabel()
        self.heading, self.words, self.lines = (
            StrongLabel(color="ink2"),
            TitleLabel(),
            BodyLabel(color="ink2"),
        )
        for label in (self.place, self.heading, self.words, self.lines):
            self.body.addWidget(label)
        self.body.addStretch(1)

    @override
    def _retheme(self) -> None:
        super()._retheme()
        self.setMinimumHeight(theme.em(_LEAST_HEIGHT))

    def show_leaf(self, leaf: Leaf, place: str) -> None:
        self.place.setText(place)
        self.heading.setText(leaf.heading)
        self.words.setText(leaf.words)
        self.lines.setText("\n".join(leaf.lines))
        self.lines.setVisible(bool(leaf.lines))
        self.setAccessibleName(leaf.spoken)
        self.setAccessibleDescription(place)


class SheetStep(TalkStep):
    """`copied` and `print_requested` are for the whole sheet; Left and Right turn the leaves.

    `shared` are the same leaves with the private reasons in them; `left_out` names why something is not among them.
    """

    copied = Signal()
    print_requested = Signal()

    def __init__(
        self, leaves: Sequence[Leaf], shared: Sequence[Leaf], *, said: bool, left_out: Sequence[str]
    ) -> None:
        content = Content("talk")
        super().__init__(Step.SHEET, content.text("sheet", "lead"))
        self._private, self._shared, self.at = leaves, shared, 0
        for why in left_out:
            self.column.addWidget(BodyLabel(content.text("sheet", why), color="ink2"))
        self.leaf = LeafCard()
        self.column.addWidget(self.leaf)
        self.share = CheckBox(self.tr("Say why it matters to me, too"))
        self.share.toggled.connect(self._show)
        self.column.addWidget(self.share)
        self.share.setVisible(tuple(leaves) != tuple(shared))
        self._build_turning()
        words = self.tr("What was answered") if said else self.tr("It was said")
        back, on = self.add_foot(self.tr("Back to the words"), words)
        back.clicked.connect(lambda: self.went.emit(Step.MESSAGE))
        on.clicked.connect(lambda: self.went.emit(Step.ANSWERS if said else Step.SAID))
        self.back, self.on = back, on
        self.column.addStretch(1)
        self._show()

    @override
    def first_control(self) -> QWidget:
        return self.leaf

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        forward = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        steps = {Qt.Key.Key_Right: 1 if forward else -1, Qt.Key.Key_Left: -1 if forward else 1}
        step = steps.get(Qt.Key(event.key()), 0)
        if not step or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.turn(step)

    @property
    def leaves(self) -> Sequence[Leaf]:
        """What is read out: the private reasons only when that was just asked for, and not the next time."""
        return self._shared if self.share.isChecked() else self._private

    def turn(self, step: int) -> None:
        """Go a leaf on, or back with -1; at the ends nothing happens."""
        at = min(max(self.at + step, 0), len(self.leaves) - 1)
        if at == self.at:
            return
        self.at = at
        self._show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.leaf, self.leaves[at].spoken))

    def _build_turning(self) -> None:
        row = FlowRow(gap=12)
        self.before, self.after = QuietButton(self.tr("The one before")), QuietButton(self.tr("The next one"))
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after.clicked.connect(lambda: self.turn(1))
        self.copy = GhostButton(self.tr("Copy all"), icon_name="copy")
        self.print = GhostButton(self.tr("Print"), icon_name="printer")
        self.copy.clicked.connect(self.copied)
        self.print.clicked.connect(self.print_requested)
        for button in (self.before, self.after, self.copy, self.print):
            row.flow.addWidget(button)
        self.column.addWidget(row)

    def _show(self) -> None:
        number, whole = (self.locale().toString(each) for each in (self.at + 1, len(self.leaves)))
        place = self.tr("Leaf {number} of {whole}").format(number=number, whole=whole)
        self.leaf.show_leaf(self.leaves[self.at], place)
        focused = self.before.hasFocus() or self.after.hasFocus()
        self.before.setEnabled(self.at > 0)
        self.after.setEnabled(self.at < len(self.leaves) - 1)
        if focused and not (self.before.hasFocus() or self.after.hasFocus()):
            self.leaf.setFocus()  # the button under the keyboard went out

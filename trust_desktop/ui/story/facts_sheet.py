"""What may be put into the story, each to be ticked by itself; nothing is ticked at first."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PrimaryButton
from trust_desktop.ui.common.labels import BodyLabel, SmallLabel
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.common.toggles import CheckBox
from trust_desktop.ui.reading_sheet import ReadingSheet


class FactsSheet(ReadingSheet):
    """`chosen` carries the sentences that were ticked."""

    chosen = Signal(object)

    def __init__(self, lead: str, facts: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What is here already"), parent)
        self.boxes = [CheckBox(words) for words in facts]
        self.put_in = PrimaryButton(self.tr("Put these in"))
        self.reason = SmallLabel(self.tr("Tick what you want in your story."))
        self._words = [box.text().replace("&&", "&") for box in self.boxes]
        self.column.addWidget(BodyLabel(lead, color="ink2"))
        for box in self.boxes:
            self.column.addWidget(box)
            box.toggled.connect(self._show_reason)
        if not self.boxes:
            self.column.addWidget(BodyLabel(self.tr("There is nothing yet that could be put in.")))
        self.column.addWidget(self.reason)
        self.column.addStretch(1)
        self.foot.addWidget(self.put_in)
        self.close_button.setText(self.tr("Close"))
        self.put_in.clicked.connect(self._on_put_in)
        ring = theme.space(6)
        self.column.setContentsMargins(ring, 0, ring, ring)
        self.reading.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the boxes have the keyboard here
        (self.boxes[0] if self.boxes else self.close_button).setFocus()
        self._show_reason()
        follow_layout(self)

    def _show_reason(self) -> None:
        ticked = any(box.isChecked() for box in self.boxes)
        self.put_in.setEnabled(ticked)
        self.reason.setVisible(bool(self.boxes) and not ticked)

    def _on_put_in(self) -> None:
        pairs = zip(self.boxes, self._words, strict=True)
        self.chosen.emit([words for box, words in pairs if box.isChecked()])
        self.accept()

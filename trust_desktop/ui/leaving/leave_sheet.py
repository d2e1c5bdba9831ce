"""The second of two steps: what goes, what stays, and the button that does it; all other ways keep everything."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.ui.common.labels import BodyLabel, LeadLabel, StrongLabel
from trust_desktop.ui.common.sure_button import SureButton
from trust_desktop.ui.content import Content
from trust_desktop.ui.leaving.leftovers import leftovers, uninstalling
from trust_desktop.ui.reading import Section
from trust_desktop.ui.reading_sheet import ReadingSheet


class LeaveSheet(ReadingSheet):
    """`agreed` is sent once, by the one button that means it. `copies` are the places known to hold old copies.

    `which` says in a sentence what vault it is.
    """

    agreed = Signal()

    def __init__(
        self,
        *,
        everything: bool,
        which: str = "",
        others: bool = False,
        copies: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        words, part = Content("leaving"), "erase" if everything else "destroy"
        super().__init__(words.text(part, "title"), parent)
        self.column.addWidget(LeadLabel(words.text(part, "lead")))
        if which:
            self.column.addWidget(StrongLabel(which))
        if everything and others:
            self.column.addWidget(BodyLabel(words.text("erase", "others"), color="honey_text"))
        self.column.addWidget(Section(words.text(part, "goes_heading"), (), words.texts(part, "goes")))
        stays = [*words.texts(part, "stays"), *copies]
        careful = (words.text("destroy", "careful"),)
        self.column.addWidget(Section(words.text(part, "stays_heading"), (), stays, careful))
        self.column.addWidget(leftovers())
        if everything:
            self.column.addWidget(uninstalling())
        self.column.addStretch(1)
        self._build_foot(everything=everything, others=others)

    def _build_foot(self, *, everything: bool, others: bool) -> None:
        self.close_button.setText(self.tr("Keep everything"))
        self.sure = SureButton(self.tr("Erase everything now") if everything else self.tr("Destroy it now"))
        self.sure.setEnabled(not (everything and others))
        self.sure.clicked.connect(self._on_sure)
        self.foot.addWidget(self.sure)
        if self.sure.isEnabled():
            self.add_above_foot(self.sure.how())

    def _on_sure(self) -> None:
        self.sure.setEnabled(False)
        self.accept()
        self.agreed.emit()

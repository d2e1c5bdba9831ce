"""What the view for two shows, what it does not, and how it is left; before it fills the window."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.fields import LineField
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, TitleLabel
from trust_desktop.ui.common.scroll import ScrollColumn
from trust_desktop.ui.content import Content
from trust_desktop.ui.dialog import Dialog
from trust_desktop.ui.reading import Section

SHORTEST: Final = 4
"""Characters of a word for leaving; it keeps a glance out, not an attack."""


class BeforeSheet(Dialog):
    """`agreed` carries the word for leaving, empty where the passphrase leads out."""

    agreed = Signal(str)

    def __init__(self, *, needs_word: bool, empty: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = Content("talk")
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.addWidget(TitleLabel(content.text("together", "title")))
        if empty:
            self._column.addWidget(BodyLabel(content.text("together", "nothing")))
        else:
            shown = content.texts("together", "shown")
            not_shown = [content.text("together", "not_shown")]
            self._column.addWidget(Section("", [content.text("together", "shows")], shown, not_shown))
            leaving = content.text("together", "leaving_word" if needs_word else "leaving")
            self._column.addWidget(BodyLabel(leaving))
        self.word = LineField(
            self.tr("A word for leaving"),
            hint=self.tr("Four letters or more, that your partner would not guess"),
            secret=True,
        )
        self._column.addWidget(self.word)
        self.word.setVisible(needs_word and not empty)
        self._build_foot(empty=empty)
        self._needs_word = needs_word
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollColumn(self._inside))
        theme.follow(self._retheme)

    def _build_foot(self, *, empty: bool) -> None:
        row = FlowRow(gap=12)
        self.back, self.show_it = QuietButton(self.tr("Not now")), PrimaryButton(self.tr("Show it"))
        self.show_it.setVisible(not empty)
        self.back.clicked.connect(self.reject)
        self.show_it.clicked.connect(self._on_show)
        self.word.edit.returnPressed.connect(self._on_show)
        self.word.changed.connect(self.word.clear_reason)
        for button in (self.back, self.show_it):
            row.flow.addWidget(button)
        self._column.addWidget(row)
        self.show_it.setVisible(not empty)  # in its row: without a parent it would be a window
        self._column.addStretch(1)

    def _on_show(self) -> None:
        word = self.word.text()
        if self._needs_word and len(word.strip()) < SHORTEST:
            self.word.set_reason(self.tr("Make it four letters or more."))
            self.word.edit.setFocus()
            return
        self.word.set_text("")
        self.accept()
        self.agreed.emit(word)

    def _retheme(self) -> None:
        margin = theme.space(tokens.PAGE_MARGIN)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(theme.space(16))
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.screen().availableSize()
        self.resize(min(theme.em(44), room.width()), min(theme.em(34), room.height()))

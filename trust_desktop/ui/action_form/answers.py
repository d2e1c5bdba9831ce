"""A question with a few answers of which none is given yet."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import SmallLabel, StrongLabel
from trust_desktop.ui.common.toggles import RadioButton


class Answers(QWidget):
    """A question, a hint and one round button for each `(key, words)`; `value` is None until one is chosen."""

    chosen = Signal(object)
    pressed_again = Signal(object)
    """By mouse or Space, the answer that was chosen already."""

    def __init__(
        self,
        question: str,
        options: Sequence[tuple[Hashable, str]],
        parent: QWidget | None = None,
        *,
        hint: str = "",
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._group = QButtonGroup(self)
        self._pressed_on = -1
        self._keys = [key for key, _ in options]
        self.buttons: list[RadioButton] = []
        for index, (_, words) in enumerate(options):
            button = RadioButton(words)
            button.installEventFilter(self)
            self._group.addButton(button, index)
            self.buttons.append(button)
        self._build_column(question, hint)
        self.setAccessibleName(question)
        self._describe("")
        self._group.idToggled.connect(self._on_toggled)
        self._group.idPressed.connect(self._on_pressed)
        self._group.idClicked.connect(self._on_clicked)

    def value(self) -> Hashable | None:
        index = self._group.checkedId()
        return self._keys[index] if index >= 0 else None

    def set_value(self, key: Hashable | None) -> None:
        """Choose without telling anybody."""
        self._group.blockSignals(True)
        self._group.setExclusive(False)
        for index, button in enumerate(self.buttons):
            button.setChecked(self._keys[index] == key)
            # Qt would let Tab stop at the first one, whichever is chosen.
            stops = key not in self._keys or self._keys[index] == key
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)
        self._group.setExclusive(True)
        self._group.blockSignals(False)

    def set_reason(self, text: str) -> None:
        self._reason.setText(text)
        self._reason.setVisible(bool(text))
        self._describe(text)

    @property
    def reason(self) -> str:
        return self._reason.text()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go from answer to answer and choose, also where Qt sees no neighbour in that direction."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = self._step_of(Qt.Key(event.key()))
            at = next((index for index, button in enumerate(self.buttons) if button is watched), None)
            if step and at is not None:
                following = self.buttons[(at + step) % len(self.buttons)]
                following.setFocus(Qt.FocusReason.TabFocusReason)
                following.setChecked(True)
                return True
        return super().eventFilter(watched, event)

    def _describe(self, reason: str) -> None:
        for button in self.buttons:
            # Heard alone, "Yes" says nothing.
            button.setAccessibleDescription("\n".join(text for text in (self._question, reason) if text))

    def _step_of(self, key: Qt.Key) -> int:
        forward = 1 if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else -1
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: forward, Qt.Key.Key_Left: -forward}
        return steps.get(key, 0)

    def _build_column(self, question: str, hint: str) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(StrongLabel(question))
        if hint:
            self._column.addWidget(SmallLabel(hint))
        row = FlowRow(gap=24, row_gap=4)
        for button in self.buttons:
            row.flow.addWidget(button)
        self._column.addWidget(row)
        self._reason = SmallLabel("", color="honey_text")
        self._reason.hide()
        self._column.addWidget(self._reason)
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(6))

    def _on_toggled(self, index: int, checked: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        if checked:
            self.chosen.emit(self._keys[index])

    def _on_pressed(self, _: int) -> None:
        self._pressed_on = self._group.checkedId()

    def _on_clicked(self, index: int) -> None:
        if index == self._pressed_on:
            self.pressed_again.emit(self._keys[index])

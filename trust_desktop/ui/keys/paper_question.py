"""The question that comes with each new code: whether there is a place for paper that nobody at home can reach."""

from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import BodyLabel, SmallLabel
from trust_desktop.ui.common.toggles import RadioButton
from trust_desktop.ui.content import Content


class PaperQuestion(QWidget):
    """*No* is chosen beforehand: then paper found at home opens nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Content("first_run")
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(BodyLabel(self._words.text("recovery", "question")))
        self.no = self._choice("no")
        self.yes = self._choice("yes")
        self.no.setAccessibleName(self.tr("No: the code works together with the passphrase"))
        self.yes.setAccessibleName(self.tr("Yes: the code works alone"))
        self.no.setChecked(True)
        theme.follow(self._retheme)

    @property
    def together(self) -> bool:
        return self.no.isChecked()

    def _choice(self, name: str) -> RadioButton:
        means = self._words.text("recovery", f"{name}_means")
        card = Card(padding=20, spacing=8)
        button = RadioButton(self._words.text("recovery", name))
        button.setAccessibleDescription(means)
        card.body.addWidget(button)
        card.body.addWidget(SmallLabel(means))
        self._group.addButton(button)
        self._column.addWidget(card)
        return button

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(12))

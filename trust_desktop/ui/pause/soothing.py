"""Something soothing to do meanwhile, one idea at a time, and a word against rehearsing."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.ends import Ends
from trust_desktop.ui.common.labels import HeadingLabel, QuoteLabel, SmallLabel
from trust_desktop.ui.content import Content


class Soothing(QWidget):
    """Lies on the paper; each day begins with another idea, and they come round."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = Content("pause")
        self._ideas = content.texts("soothe", "ideas")
        self._at = today.toordinal() % len(self._ideas)
        self.idea = QuoteLabel(color="ink")
        self.another = PlainButton(self.tr("Something else"), dense=True)
        self.another.setAccessibleName(self.tr("Something else that soothes"))
        self.another.clicked.connect(self._on_another)
        self._column = QVBoxLayout(self)
        self._column.addWidget(Ends(HeadingLabel(self.tr("Something soothing")), self.another))
        self._column.addWidget(Hairline())
        self._column.addWidget(self.idea)
        self._column.addWidget(SmallLabel(content.text("soothe", "no_rehearsing")))
        self._show()
        theme.follow(self._retheme)

    def _on_another(self) -> None:
        self._at = (self._at + 1) % len(self._ideas)
        self._show()

    def _show(self) -> None:
        self.idea.setText(self._ideas[self._at])

    def _retheme(self) -> None:
        self._column.setContentsMargins(0, theme.space(8), 0, 0)
        self._column.setSpacing(theme.space(8))

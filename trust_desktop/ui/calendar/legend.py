"""What the marks mean, along the foot of the grid."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme
from trust_desktop.ui.common.flow import FlowLayout
from trust_desktop.ui.common.labels import CaptionLabel
from trust_desktop.ui.common.mark_words import mark_word
from trust_desktop.ui.common.marks import Mark, MarkIcon


class _Entry(QWidget):
    def __init__(self, mark: Mark, words: str, *, size: int = 14) -> None:
        super().__init__()
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(MarkIcon(mark, size=size))
        label = CaptionLabel(words)
        label.setWordWrap(False)
        row.addWidget(label)
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self._row.setSpacing(theme.space(4))


class Legend(QWidget):
    """Every mark with its word; it wraps rather than clip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=20, row_gap=6)
        for mark in Mark:
            self._flow.addWidget(_Entry(mark, mark_word(mark, short=True)))
        self.own = _Entry(Mark.KEPT, self.tr("Small: your side"), size=10)
        self.own.hide()
        self._flow.addWidget(self.own)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self._retheme)

    def show_own(self, *, shown: bool) -> None:
        """Explain the small marks where there are any; asked at every turn of a page."""
        if shown == self.own.isHidden():
            self.own.setVisible(shown)
            self.updateGeometry()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(8), self._flow.heightForWidth(max(self.width(), theme.em(8))))

    def _retheme(self) -> None:
        side = theme.px(12)
        self._flow.setContentsMargins(side, theme.space(10), side, theme.space(10))
        self.updateGeometry()

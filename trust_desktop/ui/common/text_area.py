"""Several lines of the person's words: plain text, Tab leaves it, it grows with what is in it."""

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPainter,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QTextEdit, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.fields import clear_ground, paint_field
from trust_desktop.ui.common.scroll import ThinScrollBar

MOST_CHARACTERS: Final = 10_000
"""Four written pages. Far beyond, one key takes longer than typing, and a million at once stop the window."""


class TextArea(QTextEdit):
    """`said` sets it in serif, for words meant for the other person; `rows` is its least height."""

    changed = Signal()

    def __init__(
        self,
        name: str = "",
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
        said: bool = False,
        rows: int = 3,
    ) -> None:
        super().__init__(parent)
        self._said, self._rows = said, rows
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ThinScrollBar())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.document().setUndoRedoEnabled(True)
        self.textChanged.connect(self._on_text_changed)
        theme.follow(self._retheme)

    def text(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Put other words in; the same words again leave the cursor where it is."""
        if text != self.toPlainText():
            self.setPlainText(text)
            self._space_lines()

    @override
    def sizeHint(self) -> QSize:
        lines = self.document().size().height()
        return QSize(theme.em(20), max(self.minimumSizeHint().height(), round(lines) + 2 * self._air()))

    @override
    def minimumSizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing() * (tokens.SAID_LINE if self._said else 1)
        inner = 2 * self.document().documentMargin()
        return QSize(theme.em(8), round(self._rows * line + inner) + 2 * self._air())

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what fits; the rest stays where it was copied from, and the end is in sight."""
        text, cursor = source.text(), self.textCursor()
        selected = cursor.selectionEnd() - cursor.selectionStart()
        room = max(0, MOST_CHARACTERS - len(self.toPlainText()) + selected)
        if len(text) <= room:
            super().insertFromMimeData(source)
            return
        fits = QMimeData()
        fits.setText(text[:room])
        super().insertFromMimeData(fits)
        QApplication.beep()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # other line breaks, another height

    @override
    def event(self, event: QEvent) -> bool:
        # The frame's own paint event: the viewport and the scroll bar lie on it and show it through.
        if event.type() is QEvent.Type.Paint:
            painter = QPainter(self)
            paint_field(painter, self, focused=self.hasFocus())
            if self.placeholderText() and self.document().isEmpty():
                self._paint_placeholder(painter)
            return True
        return super().event(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _paint_placeholder(self, painter: QPainter) -> None:
        # Qt's own ends with the first line: it is cut to the height of the empty text.
        painter.setPen(theme.color("ink3"))
        margin = round(self.document().documentMargin())
        room = self.contentsRect().adjusted(margin, margin, -margin, -margin)
        flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
        painter.drawText(room, int(flags), self.placeholderText())

    def _air(self) -> int:
        return theme.space(1)

    def _on_text_changed(self) -> None:
        self.updateGeometry()
        self.changed.emit()

    def _space_lines(self) -> None:
        if not self._said:
            return
        spaced = QTextBlockFormat()
        spaced.setLineHeight(
            tokens.SAID_LINE * 100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spaced)

    def _retheme(self) -> None:
        self.setFont(theme.font(tokens.SAID if self._said else tokens.BODY))
        self.document().setDocumentMargin(theme.space(11))
        clear_ground(self)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(0, 0, 0, 0))
        self.setPalette(palette)
        self.updateGeometry()

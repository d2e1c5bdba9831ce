"""Drawings inside a text document: painted as lines and shapes on whatever it is printed on, never as dots."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QPaintDevice,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from trust_desktop.override import override

Paint = Callable[[QPainter, QRectF], None]

_KIND: Final = QTextFormat.ObjectTypes.UserObject.value + 1
_NUMBER: Final = QTextFormat.Property.UserProperty.value + 1
_OBJECT: Final = "\N{OBJECT REPLACEMENT CHARACTER}"
_DOTS_AN_INCH: Final = 96.0
"""What the sizes of drawings are given for."""


class Drawings(QPyTextObject):
    """Belongs to its document, and goes with it."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._drawn: list[tuple[QSizeF, Paint]] = []
        document.documentLayout().registerHandler(_KIND, self)

    def insert(self, cursor: QTextCursor, size: QSizeF, paint: Paint) -> None:
        kind = QTextCharFormat()
        kind.setObjectType(_KIND)
        kind.setProperty(_NUMBER, len(self._drawn))
        self._drawn.append((size, paint))
        cursor.insertText(_OBJECT, kind)

    @override
    def intrinsicSize(self, doc: QTextDocument, _position: int, format: QTextFormat) -> QSizeF:  # noqa: A002
        device: QPaintDevice | None = doc.documentLayout().paintDevice()
        dots = device.logicalDpiY() if device is not None else _DOTS_AN_INCH
        return self._of(format)[0] * (dots / _DOTS_AN_INCH)

    @override
    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        _position: int,
        format: QTextFormat,  # noqa: A002 - Qt's name
    ) -> None:
        size, paint = self._of(format)
        place = QRectF(rect)
        painter.save()
        painter.translate(place.topLeft())
        painter.scale(place.width() / size.width(), place.height() / size.height())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter, QRectF(0, 0, size.width(), size.height()))
        painter.restore()

    def _of(self, kind: QTextFormat) -> tuple[QSizeF, Paint]:
        return self._drawn[int(kind.property(_NUMBER))]

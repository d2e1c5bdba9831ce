"""Parts that are there, and the one worth a look, in a row of words."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.icons import paint_icon
from trust_desktop.ui.common.pressable import mirrored, text_size

_ROOM = 20


class _Check(QLabel):
    """A word with a tick, an empty place, or a small honey ring before it."""

    def __init__(self, key: str, word: str, parent: QWidget) -> None:
        super().__init__(word, parent)
        self.key, self.present, self.shown_missing = key, False, False
        theme.follow(self.refresh)

    def refresh(self) -> None:
        self.setFont(theme.font(tokens.SMALL_LABEL if self.shown_missing else tokens.SMALL))
        state = self.tr("{part}: there") if self.present else self.tr("{part}: not yet")
        self.setAccessibleName(state.format(part=self.text()))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = text_size(self.text(), theme.font(tokens.SMALL_LABEL))
        return QSize(words.width() + theme.mark(_ROOM), max(theme.mark(20), words.height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        side = theme.mark(14)
        box = mirrored(QRectF(0, (whole.height() - side) / 2, side, side), whole, self.layoutDirection())
        if self.present:
            paint_icon(painter, box, "check", theme.color("pine"), strong=True)
        else:
            name = "honey" if self.shown_missing else "ink3"
            painter.setPen(
                QPen(theme.color(name), theme.current().real(1.75 if self.shown_missing else 1.25))
            )
            inset = side * 0.14
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
        painter.setPen(
            theme.color("honey_text" if self.shown_missing else "ink2" if self.present else "ink3")
        )
        words = QRectF(theme.mark(_ROOM), 0, whole.width() - theme.mark(_ROOM), whole.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(mirrored(words, whole, self.layoutDirection()), int(flags), self.text())


class ChecksRow(FlowRow):
    """`parts` are `(key, word)`; nothing here blocks, a missing part is only a place to look."""

    def __init__(self, parts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent, gap=20, row_gap=6)
        self._checks = [_Check(key, word, self) for key, word in parts]
        for check in self._checks:
            self.flow.addWidget(check)
        self._say()

    def set_present(self, keys: Collection[str]) -> None:
        for check in self._checks:
            check.present = check.key in keys
            check.shown_missing = check.shown_missing and not check.present
            check.refresh()
        self._say()

    def set_missing_shown(self, key: str | None) -> None:
        """Put the honey ring on one missing part, the one a remark is about."""
        for check in self._checks:
            check.shown_missing = check.key == key and not check.present
            check.refresh()

    def center_of(self, key: str) -> int:
        """Where a part's middle lies in this row, in pixels, for a remark to point at."""
        for check in self._checks:
            if check.key == key:
                return check.mapTo(self, QPoint(check.width() // 2, 0)).x()
        return 0

    def _say(self) -> None:
        self.setAccessibleName(
            self.locale().createSeparatedList([each.accessibleName() for each in self._checks])
        )

"""Fields with a label above that is theirs, and one line below for a hint or what is still missing."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trust_desktop.override import override
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.buttons import IconButton
from trust_desktop.ui.common.labels import SmallLabel, StrongLabel
from trust_desktop.ui.common.pressable import mirrored, round_box
from trust_desktop.ui.common.scroll import bring_into_view

_KEYS: Final = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease})


def paint_field(painter: QPainter, widget: QWidget, *, focused: bool) -> None:
    """The ground and outline every field shares; with focus the ring takes the outline's place."""
    radius = theme.radius(tokens.RADIUS_CONTROL)
    enabled = widget.isEnabled()
    ground = theme.color("surface" if enabled else "sunken")
    line = theme.color("focus" if focused else "edge" if enabled else "line2")
    width = theme.current().ring if focused else 1
    round_box(painter, QRectF(widget.rect()), radius, ground, line, width)


def clear_ground(widget: QWidget) -> None:
    """Let a Qt field paint its text only; what lies behind it is ours."""
    palette = widget.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
    palette.setColor(QPalette.ColorRole.Text, theme.color("ink"))
    palette.setColor(QPalette.ColorRole.PlaceholderText, theme.color("ink3"))
    widget.setPalette(palette)


def control_height(widget: QWidget) -> int:
    return max(theme.space(tokens.CONTROL), widget.fontMetrics().height() + theme.space(tokens.CONTROL_AIR))


class LineEdit(QLineEdit):
    """One line of text; a secret one can be shown. Where the keyboard is put into it, one goes on at the end."""

    def __init__(self, parent: QWidget | None = None, *, placeholder: str = "", secret: bool = False) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setPlaceholderText(placeholder)
        self._reveal = _Reveal(self) if secret else None
        # A page opens at its top, and what has the keyboard may lie below what the window shows.
        self.textEdited.connect(lambda: bring_into_view(self))
        theme.follow(self._retheme)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), control_height(self))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.em(6), control_height(self))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason:
            self.end(False)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_field(painter, self, focused=self.hasFocus())
        painter.end()
        super().paintEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._reveal is not None:
            self._reveal.place()

    def _retheme(self) -> None:
        self.setFont(theme.font(tokens.BODY))
        side = theme.space(11)
        room = self._reveal.sizeHint().width() + theme.space(4) if self._reveal is not None else side
        leading_first = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        self.setTextMargins(side if leading_first else room, 0, room if leading_first else side, 0)
        clear_ground(self)
        self.updateGeometry()


class _Reveal(IconButton):
    """Shows what is typed, by mouse and by keyboard.

    It lies in the field, and Qt passes on to that what a button makes nothing of: letters pressed here are for nobody.
    A click leaves the keyboard where one types.
    """

    def __init__(self, edit: LineEdit) -> None:
        super().__init__("eye", "", edit, dense=True)
        self._edit = edit
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        edit.installEventFilter(self)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.toggled.connect(self._on_toggled)
        self._on_toggled(False)

    def place(self) -> None:
        size = self.sizeHint()
        room = self._edit.rect()
        left = room.width() - size.width() - theme.space(3)
        place = QRectF(left, (room.height() - size.height()) // 2, size.width(), size.height())
        self.setGeometry(mirrored(place, QRectF(room), self._edit.layoutDirection()).toRect())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KEYS or not self.hasFocus():
            return False
        event.ignore()  # and on it goes to the page
        return True

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._edit.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        self._edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.set_icon_name("eye-off" if shown else "eye")
        self.set_name(self.tr("Hide what is typed") if shown else self.tr("Show what is typed"))


class Field(QWidget):
    """A label, its control and a line that says a hint or, in honey, what is missing."""

    def __init__(
        self, label: str, control: QWidget, parent: QWidget | None = None, *, aside: str = "", hint: str = ""
    ) -> None:
        super().__init__(parent)
        self.control = control
        # With a parent from the start: a label made visible without one is a window. In the order they are read in.
        self.label = StrongLabel(label, self)
        self.label.setBuddy(control)
        self._aside = SmallLabel(aside, self)
        self._aside.setVisible(bool(aside))
        control.setParent(self)
        self._below = SmallLabel(hint, self)
        self._below.setVisible(bool(hint))
        self._hint = hint
        self._describe()
        self._build_column()
        theme.follow(self._retheme)

    def set_hint(self, text: str) -> None:
        self._hint = text
        self.clear_reason()

    def set_reason(self, text: str) -> None:
        """Say in words why this cannot stay as it is."""
        self._show_below(text or self._hint, "honey_text" if text else "ink2")

    def clear_reason(self) -> None:
        self._show_below(self._hint, "ink2")

    @property
    def reason(self) -> str:
        return self._below.text()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.control.setFocus(event.reason())

    def _show_below(self, text: str, color: str) -> None:
        self._below.setText(text)
        self._below.set_color(color)
        self._below.setVisible(bool(text))
        self._describe()

    def _describe(self) -> None:
        if not self.control.accessibleName():
            self.control.setAccessibleName(self.label.text())
        if isinstance(self.control, QAbstractSpinBox):
            self.control.lineEdit().setAccessibleName(self.control.accessibleName())
        said = [text for text in (self._aside.text(), self._below.text()) if text]
        self.control.setAccessibleDescription("\n".join(said))

    def _build_column(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.label)
        self._head.addWidget(self._aside, 1)
        if self._aside.isHidden():
            self._head.setStretch(0, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.control)
        self._column.addWidget(self._below)

    def _retheme(self) -> None:
        self._head.setSpacing(theme.space(12))
        self._column.setSpacing(theme.space(8))


class LineField(Field):
    """A field of one line."""

    changed = Signal(str)

    def __init__(
        self,
        label: str,
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
        hint: str = "",
        aside: str = "",
        secret: bool = False,
    ) -> None:
        self.edit = LineEdit(placeholder=placeholder, secret=secret)
        super().__init__(label, self.edit, parent, aside=aside, hint=hint)
        self.edit.textChanged.connect(self.changed)

    def text(self) -> str:
        return self.edit.text()

    def set_text(self, text: str) -> None:
        self.edit.setText(text)
        if not self.edit.hasFocus():
            self.edit.home(False)  # what does not fit is read from its beginning

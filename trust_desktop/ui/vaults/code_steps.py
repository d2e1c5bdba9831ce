"""The recovery code, shown once, and two groups of it typed back from paper."""

from secrets import SystemRandom
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from trust_desktop.domain.errors import RecoveryCodeMistyped
from trust_desktop.override import override
from trust_desktop.services import vaults
from trust_desktop.ui import theme, tokens
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.fields import LineField
from trust_desktop.ui.common.flow import FlowLayout
from trust_desktop.ui.common.focus_ring import set_focus_radius
from trust_desktop.ui.common.labels import BodyLabel, CaptionLabel
from trust_desktop.ui.vaults.steps import Step

_GROUPS_ASKED: Final = 2


class CodeStep(Step):
    """Shows the code; it is nowhere else, not on the clipboard and not in a file."""

    def __init__(self) -> None:
        super().__init__("code")
        card = Card()
        self.sheet = CodeSheet(self.tr("Recovery code"))
        card.body.addWidget(self.sheet)
        self.column.addWidget(card)
        self._works = BodyLabel()
        self.column.addWidget(self._works)
        for text in self.words.texts("code", "paragraphs"):
            self.column.addWidget(BodyLabel(text, color="ink2"))

    def show_code(self, code: str, *, with_passphrase: bool) -> None:
        self.sheet.show_code(code)
        self._works.setText(self.words.text("code", "with_passphrase" if with_passphrase else "alone"))

    @override
    def first_field(self) -> QWidget | None:
        return self.sheet


class CodeSheet(QWidget):
    """Eight numbered groups in even letters, always from left to right; reached by Tab so that it can be spoken."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        set_focus_radius(self, tokens.RADIUS_CONTROL)
        self._flow = FlowLayout(self, gap=24, row_gap=16)
        self._groups: list[QLabel] = []
        self._boxes: list[QWidget] = []
        theme.follow(self._retheme)

    def show_code(self, code: str) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._groups, self._boxes = [], []
        groups = code.split("-")
        for place, group in enumerate(groups, start=1):
            self._flow.addWidget(self._one(place, group))
        # Letter by letter: read as a word a group is not understood.
        self.setAccessibleDescription(". ".join(" ".join(group) for group in groups))
        self._retheme()

    def _one(self, place: int, group: str) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(CaptionLabel(self.locale().toString(place)))
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(group)
        self._groups.append(label)
        self._boxes.append(box)
        column.addWidget(label)
        return box

    def _retheme(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(theme.px(22))
        air = theme.px(12)
        self._flow.setContentsMargins(air, air, air, air)
        for box in self._boxes:
            box.setMinimumWidth(theme.em(8))  # four to a row where there is room
        for label in self._groups:
            label.setFont(font)
            theme.text_palette(label, "ink")


class ProofStep(Step):
    """Two groups by chance; the rest of the code is taken as it was shown."""

    def __init__(self) -> None:
        super().__init__("proof")
        self._code: list[str] = []
        self._asked: dict[int, LineField] = {}
        self._fields = QVBoxLayout()
        self.column.addLayout(self._fields)
        for text in self.words.texts("proof", "paragraphs"):
            self.column.addWidget(BodyLabel(text, color="ink2"))
        theme.follow(self._retheme)

    def ask_for(self, code: str) -> None:
        """Forget what was asked before and choose anew."""
        self._code = code.split("-")
        for field in self._asked.values():
            self._fields.removeWidget(field)
            field.deleteLater()
        places = sorted(SystemRandom().sample(range(1, len(self._code) + 1), _GROUPS_ASKED))
        self._asked = {place: self._field(place) for place in places}

    @property
    @override
    def ready(self) -> bool:
        return bool(self._asked) and all(field.text().strip() for field in self._asked.values())

    @property
    def code(self) -> str:
        """The whole code with the two groups as they were typed."""
        groups = list(self._code)
        for place, field in self._asked.items():
            groups[place - 1] = field.text().strip()
        return "-".join(groups)

    def has_slip(self) -> bool:
        """Whether a typed group cannot be right; says so beside it."""
        wrong = [
            place for place, field in self._asked.items() if not vaults.group_is_right(field.text(), place)
        ]
        for place in wrong:
            self._asked[place].set_reason(self.tr("There is a slip in this group. Look at your paper."))
        if wrong:
            self._asked[wrong[0]].edit.setFocus()
        return bool(wrong)

    def say(self, problem: Exception) -> None:
        place = problem.group if isinstance(problem, RecoveryCodeMistyped) else None
        for field in [self._asked[place]] if place in self._asked else self._asked.values():
            field.set_reason(self.tr("This is not what was shown. Go back and look at the code once more."))

    @override
    def first_field(self) -> QWidget | None:
        return next(iter(self._asked.values())).edit if self._asked else None

    def _field(self, place: int) -> LineField:
        field = LineField(self.tr("Group {number}").format(number=self.locale().toString(place)))
        field.edit.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        field.edit.setMaxLength(12)
        field.changed.connect(self.changed)
        field.changed.connect(field.clear_reason)
        self._fields.addWidget(field)
        return field

    def _retheme(self) -> None:
        self._fields.setSpacing(theme.px(12))

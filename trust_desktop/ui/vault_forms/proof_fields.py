"""Two groups of a recovery code, typed back from paper."""

from secrets import SystemRandom
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.errors import RecoveryCodeMistyped
from trust_desktop.services import vaults
from trust_desktop.ui import theme
from trust_desktop.ui.common.fields import LineField

_GROUPS_ASKED: Final = 2


class ProofFields(QWidget):
    """Two groups by chance; the rest of the code is taken as it was shown."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._code: list[str] = []
        self.asked: dict[int, LineField] = {}
        self._fields = QVBoxLayout(self)
        self._fields.setContentsMargins(0, 0, 0, 0)
        theme.follow(self._retheme)

    def ask_for(self, code: str) -> None:
        """Forget what was asked before and choose anew."""
        self._code = code.split("-")
        for field in self.asked.values():
            self._fields.removeWidget(field)
            field.deleteLater()
        places = sorted(SystemRandom().sample(range(1, len(self._code) + 1), _GROUPS_ASKED))
        self.asked = {place: self._field(place) for place in places}

    @property
    def ready(self) -> bool:
        return bool(self.asked) and all(field.text().strip() for field in self.asked.values())

    @property
    def code(self) -> str:
        """The whole code with the two groups as they were typed."""
        groups = list(self._code)
        for place, field in self.asked.items():
            groups[place - 1] = field.text().strip()
        return "-".join(groups)

    def has_slip(self) -> bool:
        """Whether a typed group cannot be right; says so beside it."""
        wrong = [
            place for place, field in self.asked.items() if not vaults.group_is_right(field.text(), place)
        ]
        for place in wrong:
            self.asked[place].set_reason(self.tr("There is a slip in this group. Look at your paper."))
        if wrong:
            self.asked[wrong[0]].edit.setFocus()
        return bool(wrong)

    def say(self, problem: Exception) -> None:
        place = problem.group if isinstance(problem, RecoveryCodeMistyped) else None
        for field in [self.asked[place]] if place in self.asked else self.asked.values():
            field.set_reason(self.tr("This is not what was shown. Go back and look at the code once more."))

    def first_field(self) -> QWidget | None:
        return next(iter(self.asked.values())).edit if self.asked else None

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

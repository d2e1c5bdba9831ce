"""Whether the two fought about an action lately: then a calmer one is a better beginning."""

from PySide6.QtWidgets import QWidget

from trust_desktop.ui.action_form.answers import Answers


class FoughtField(Answers):
    """*Yes* brings one calm line and holds nothing up; no answer is as good as any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Did we fight about this in the last seven days?"),
            [(True, self.tr("Yes, we did")), (False, self.tr("No, we did not"))],
            parent,
        )
        self.chosen.connect(self._tell)

    def fought(self) -> bool | None:
        value = self.value()
        return value if isinstance(value, bool) else None

    def set_fought(self, fought: bool | None) -> None:  # noqa: FBT001 - an answer, not a switch
        """Show an answer without telling anybody."""
        self.set_value(fought)
        self._tell()

    def _tell(self) -> None:
        calmer = self.tr(
            "You could begin with a calmer one and ask this when it hurts less. It can also stay as it is."
        )
        self.set_reason(calmer if self.value() is True else "")

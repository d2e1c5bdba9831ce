"""The day panel's list of five outcomes with their keys."""

from PySide6.QtWidgets import QWidget

from trust_desktop.ui.common.outcomes import OutcomeChoice


class ChoiceList(OutcomeChoice):
    """`chosen` carries the outcome pressed; keys 1 to 5 work while the focus is inside."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent, always_upright=True)

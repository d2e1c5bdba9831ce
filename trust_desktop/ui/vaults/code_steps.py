"""The recovery code, shown once, and two groups of it typed back from paper."""

from PySide6.QtWidgets import QWidget

from trust_desktop.override import override
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.vault_forms.code_sheet import CodeSheet
from trust_desktop.ui.vault_forms.proof_fields import ProofFields
from trust_desktop.ui.vaults.steps import Step


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


class ProofStep(Step):
    """Two groups by chance; the rest of the code is taken as it was shown."""

    def __init__(self) -> None:
        super().__init__("proof")
        self.fields = ProofFields()
        self.fields.changed.connect(self.changed)
        self.column.addWidget(self.fields)
        for text in self.words.texts("proof", "paragraphs"):
            self.column.addWidget(BodyLabel(text, color="ink2"))

    @property
    @override
    def ready(self) -> bool:
        return self.fields.ready

    @override
    def first_field(self) -> QWidget | None:
        return self.fields.first_field()

"""The first pages of a new vault: what this is, who else uses the account, how it opens, and the paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from trust_desktop.override import override
from trust_desktop.ui.background import Background
from trust_desktop.ui.common.buttons import PlainButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.fields import LineField
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, SmallLabel
from trust_desktop.ui.common.toggles import RadioButton
from trust_desktop.ui.content import Content
from trust_desktop.ui.household import LABEL_LENGTH, label_hint
from trust_desktop.ui.reading import Section
from trust_desktop.ui.sheet import Sheet
from trust_desktop.ui.vault_forms.passphrase_form import PassphraseForm


class Step(Sheet):
    """`changed` comes when `ready` may have changed; what was chosen or typed stays for as long as the page lives."""

    changed = Signal()

    def __init__(self, part: str) -> None:
        self.words = Content("first_run")
        super().__init__(self.words.text(part, "title"), self.words.text(part, "lead"))

    @property
    def ready(self) -> bool:
        return True

    def first_field(self) -> QWidget | None:
        """Where the keyboard starts on this page; None for the button that leads on."""
        return None


class WelcomeStep(Step):
    """What this is, and what it cannot protect from."""

    def __init__(self) -> None:
        super().__init__("welcome")
        for text in self.words.texts("welcome", "does"):
            self.column.addWidget(BodyLabel(text))
        card = Card()
        limits = Section(
            self.words.text("welcome", "heading"),
            (),
            self.words.texts("welcome", "cannot"),
            [self.words.text("welcome", "closing")],
        )
        card.body.addWidget(limits)
        self.column.addWidget(card)
        self.restore = PlainButton(self.tr("Restore from a backup…"))
        row = FlowRow()
        row.flow.addWidget(self.restore)
        self.column.addWidget(row)


class ChoiceStep(Step):
    """A question with two answers; `yes` tells which is chosen."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self._group = QButtonGroup(self)
        self._cards: list[Card] = []

    def _add_choice(self, words: str, meanings: list[str]) -> RadioButton:
        card = Card(padding=20, spacing=8)
        button = RadioButton(words)
        card.body.addWidget(button)
        for text in meanings:
            card.body.addWidget(SmallLabel(text))
        button.setAccessibleDescription("\n".join(meanings))
        button.toggled.connect(self.changed)
        self._group.addButton(button)
        self._cards.append(card)
        self.column.addWidget(card)
        return button


class SharingStep(ChoiceStep):
    """Does anyone else use this account? Yes is chosen beforehand."""

    def __init__(self) -> None:
        super().__init__("sharing")
        part = "sharing"
        text = self.words.text
        self.yes = self._add_choice(text(part, "yes"), [text(part, "yes_protects"), text(part, "yes_not")])
        self.no = self._add_choice(text(part, "no"), [text(part, "no_protects"), text(part, "no_not")])
        self.yes.setChecked(True)
        self.keyring: bool | None = None
        self._keyring_words = BodyLabel(text(part, "looking"), color="ink2")
        self.column.addWidget(self._keyring_words)

    @property
    @override
    def ready(self) -> bool:
        return self.keyring is not None

    def set_keyring(self, usable: bool) -> None:  # noqa: FBT001 - the worker's answer
        """Without a keyring the second answer is not to be had; the page says what is missing."""
        self.keyring = usable
        self._keyring_words.setVisible(not usable)
        self._keyring_words.setText(self.words.text("sharing", "without_keyring"))
        self.changed.emit()

    @override
    def first_field(self) -> QWidget | None:
        return self.yes if self.yes.isChecked() else self.no


class LabelField(LineField):
    """A neutral name for the lock screen, if the person wants one."""

    def __init__(self) -> None:
        super().__init__("")
        self.label.setText(self.tr("A name for the lock screen"))
        self.edit.setAccessibleName(self.label.text())
        self.edit.setMaxLength(LABEL_LENGTH)
        self.set_hint(label_hint())


class PassphraseStep(Step):
    """Five words offered, or one's own."""

    def __init__(self, background: Background) -> None:
        super().__init__("passphrase")
        self.form = PassphraseForm(background)
        self.form.changed.connect(self.changed)
        self.label_field = LabelField()
        self.column.addWidget(self.form)
        self.column.addWidget(SmallLabel(self.words.text("passphrase", "forgotten")))
        self.column.addWidget(self.label_field)

    @property
    @override
    def ready(self) -> bool:
        return self.form.ready

    @override
    def first_field(self) -> QWidget | None:
        return self.form.take


class KeyringStep(Step):
    """The keyring alone opens it; the page says what that does not protect from."""

    def __init__(self) -> None:
        super().__init__("keyring")
        card = Card()
        for text in self.words.texts("keyring", "paragraphs"):
            card.body.addWidget(BodyLabel(text))
        self.with_passphrase = QuietButton(self.tr("Add a passphrase"))
        card.body.addWidget(self.with_passphrase, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(card)
        self.label_field = LabelField()
        self.column.addWidget(self.label_field)


class RecoveryStep(ChoiceStep):
    """Is there a place for paper? A vault without a passphrase has nothing to join to the code, so nothing is asked."""

    def __init__(self) -> None:
        super().__init__("recovery")
        text = self.words.text
        self._question = BodyLabel(text("recovery", "question"))
        self.column.addWidget(self._question)
        self.no = self._add_choice(text("recovery", "no"), [text("recovery", "no_means")])
        self.yes = self._add_choice(text("recovery", "yes"), [text("recovery", "yes_means")])
        self.no.setAccessibleName(self.tr("No: the code works together with the passphrase"))
        self.yes.setAccessibleName(self.tr("Yes: the code works alone"))
        self._alone = BodyLabel(text("recovery", "keyring_alone"))
        self.column.addWidget(self._alone)
        self._chosen_before = False
        self._asked = True

    @property
    def with_passphrase(self) -> bool:
        return self._asked and self.no.isChecked()

    def prepare(self, *, asked: bool, shared: bool) -> None:
        """Before the page is shown; an answer the person gave stays as it is."""
        self._asked = asked
        if not self._chosen_before:
            (self.no if shared else self.yes).setChecked(True)
            self._chosen_before = True
        for card in self._cards:
            card.setVisible(asked)
        self._question.setVisible(asked)
        self._alone.setVisible(not asked)

    @override
    def first_field(self) -> QWidget | None:
        if not self._asked:
            return None
        return self.no if self.no.isChecked() else self.yes

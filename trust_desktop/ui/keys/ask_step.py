"""The first step of a change: what it does, what it does not, and what it asks of the person."""

from trust_desktop.domain.errors import WaitFirst, WrongPassphrase
from trust_desktop.domain.key_change import KeyChange
from trust_desktop.domain.vault import VaultInfo
from trust_desktop.override import override
from trust_desktop.ui.background import Background
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.fields import LineField
from trust_desktop.ui.common.labels import BodyLabel, SmallLabel, StrongLabel
from trust_desktop.ui.common.toggles import CheckBox
from trust_desktop.ui.content import Content
from trust_desktop.ui.keys.paper_question import PaperQuestion
from trust_desktop.ui.keys.steps import Step
from trust_desktop.ui.vault_forms.passphrase_form import PassphraseForm


class AskStep(Step):
    """Nothing is changed by it."""

    def __init__(self, change: KeyChange, info: VaultInfo, background: Background) -> None:
        words, part = Content("keys"), change.name.lower()
        super().__init__(
            words.text(part, "title"),
            words.text(part, "row"),
            leads_on=self.tr("Next") if change.makes_new_code(info) else self.tr("Change it now"),
            back=self.tr("Back"),
        )
        self._change, self._info = change, info
        self._part = part
        asks_now = info.protection is not None and info.protection.needs_passphrase
        self.passphrase = LineField(
            self.tr("Your passphrase as it is now"), secret=True, hint=words.text("shared", "passphrase")
        )
        new = self.tr("New passphrase") if asks_now else ""
        self.form = PassphraseForm(background, new) if change.takes_new_passphrase else None
        self.paper = PaperQuestion() if asks_now and change is KeyChange.RECOVERY_CODE else None
        self.nobody_else = CheckBox(words.text("drop_passphrase", "question"))
        self._build_words()
        self._build_question()
        self._build_fields(asks_now=asks_now)
        self.look_again()

    @property
    @override
    def ready(self) -> bool:
        return (
            (self.passphrase.isHidden() or bool(self.passphrase.text()))
            and (self.form is None or self.form.ready)
            and (self._change is not KeyChange.DROP_PASSPHRASE or self.nobody_else.isChecked())
        )

    def say(self, problem: Exception) -> bool:
        """Show what was wrong beside its field; False when the problem needs a page of its own."""
        if isinstance(problem, WaitFirst):
            reason = self.tr("After several tries it waits a little. Try again soon.")
        elif isinstance(problem, WrongPassphrase):
            reason = self.tr("This passphrase does not open it.")
        else:
            return False
        self.passphrase.set_reason(reason)
        self.passphrase.edit.setFocus()
        self.passphrase.edit.selectAll()
        return True

    def _build_words(self) -> None:
        card = Card()
        for text in self.words.texts(self._part, "paragraphs"):
            card.body.addWidget(BodyLabel(text))
        if self._change.makes_new_code(self._info) and self._change is not KeyChange.RECOVERY_CODE:
            which = "database_code" if self._change is KeyChange.DATABASE_KEY else "together"
            card.body.addWidget(StrongLabel(self.words.text("shared", which)))
        card.body.addWidget(BodyLabel(self.words.text("shared", "stopped"), color="ink2"))
        self.column.addWidget(card)

    def _build_question(self) -> None:
        means = self.words.text("drop_passphrase", "question_means")
        self.nobody_else.setAccessibleDescription(means)
        self.nobody_else.toggled.connect(self.look_again)
        if self._change is KeyChange.DROP_PASSPHRASE:
            card = Card(padding=20, spacing=8)
            card.body.addWidget(self.nobody_else)
            card.body.addWidget(SmallLabel(means))
            self.column.addWidget(card)
        if self.paper is not None:
            self.column.addWidget(self.paper)

    def _build_fields(self, *, asks_now: bool) -> None:
        self.passphrase.changed.connect(self.passphrase.clear_reason)
        self.passphrase.changed.connect(self.look_again)
        self.column.addWidget(self.passphrase)
        self.passphrase.setVisible(asks_now)
        if self.form is not None:
            self.column.addWidget(self.form)
            self.form.changed.connect(self.look_again)
        self.hold(
            *(one for one in (self.passphrase, self.nobody_else, self.form, self.paper) if one is not None)
        )
        first = self.form.take if self.form is not None else self.on
        self.begin_at(self.passphrase.edit if asks_now else first)

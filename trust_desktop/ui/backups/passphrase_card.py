"""A passphrase that opens backups on any computer, kept apart from the vault's own."""

from trust_desktop.domain.errors import DiskFull, Rule, RuleBroken, TrustError
from trust_desktop.services import backing_up
from trust_desktop.services.backing_up import PortableSlot
from trust_desktop.ui.backups.keeper import BackupKeeper
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.vault_forms.passphrase_form import PassphraseForm


class PassphraseCard(Card):
    """The form is built when it is asked for: it brings word lists with it."""

    def __init__(self, keeper: BackupKeeper, cost: object = None) -> None:
        super().__init__()
        self._keeper = keeper
        self._cost = cost
        self.form: PassphraseForm | None = None
        words = Content("backups")
        self.body.addWidget(HeadingLabel(words.text("passphrase", "heading")))
        self.body.addWidget(BodyLabel(words.text("passphrase", "what")))
        self.state = BodyLabel(color="ink2")
        self.body.addWidget(self.state)
        self.begin = QuietButton()
        self.begin.clicked.connect(lambda _checked=False: self.open_form())
        self._row = FlowRow(gap=12)
        self._row.flow.addWidget(self.begin)
        self.body.addWidget(self._row)
        self.refresh()

    def refresh(self) -> None:
        session = self._keeper.vault.session
        if session.closed:
            return
        has_one = backing_up.has_passphrase(session)
        words = Content("backups")
        self.state.setText(words.text("passphrase", "set" if has_one else "not_set"))
        self.begin.setText(self.tr("Take a new one") if has_one else self.tr("Set a passphrase"))

    def open_form(self) -> None:
        if self.form is not None:
            return
        form = self.form = PassphraseForm(self._keeper.worker)
        self.use, self.leave = PrimaryButton(self.tr("Use this passphrase")), QuietButton(self.tr("Not now"))
        self.use.setEnabled(False)
        form.changed.connect(lambda: self.use.setEnabled(form.ready))
        self.use.clicked.connect(lambda _checked=False: self._on_use())
        for field in (form.first, form.again):
            field.edit.returnPressed.connect(self.use.click)
        self.leave.clicked.connect(lambda _checked=False: self._close_form())
        self._buttons = FlowRow(gap=12)
        self._buttons.flow.addWidget(self.leave)
        self._buttons.flow.addWidget(self.use)
        for widget in (form, self._buttons):
            self.body.addWidget(widget)
        self._row.hide()
        form.first.edit.setFocus()

    def _on_use(self) -> None:
        form = self.form
        assert form is not None
        session, places, typed, cost = (
            self._keeper.vault.session,
            self._keeper.places,
            form.text,
            self._cost,
        )
        self._set_busy(busy=True)
        self._keeper.worker.run(
            self,
            lambda: backing_up.make_slot(session, places, typed, cost),  # type: ignore[arg-type]  # a test's, unseen here
            lambda slot: self._on_made(slot) if self.form is form else None,  # or "Not now" was pressed
            lambda problem: self._on_problem(problem) if self.form is form else None,
            asks_person=True,
        )

    def _on_made(self, slot: PortableSlot) -> None:
        session = self._keeper.vault.session
        if session.closed:
            return
        try:
            backing_up.keep_slot(session, slot)
        except TrustError as problem:
            self._on_problem(problem)
            return
        self._close_form()
        self.refresh()
        self._keeper.make_if_due()

    def _on_problem(self, problem: Exception) -> None:
        self._set_busy(busy=False)
        if self.form is None:
            return
        if isinstance(problem, RuleBroken) and problem.rule is Rule.PASSPHRASE_WEAK:
            self.form.say_too_weak()
        else:
            self.form.first.set_reason(self._why_not(problem))

    def _why_not(self, problem: Exception) -> str:
        if isinstance(problem, DiskFull):
            return self.tr("There is no room left on the disk. The passphrase was not taken.")
        return self.tr("It could not be kept. Backups open as they did before.")

    def _set_busy(self, *, busy: bool) -> None:
        if self.form is not None:
            if busy:
                self.leave.setFocus()  # or the keyboard would leave the page with what waits
            self.form.setEnabled(not busy)
            self.use.setEnabled(not busy)
            self.use.setText(self.tr("Taking it…") if busy else self.tr("Use this passphrase"))

    def _close_form(self) -> None:
        form, self.form = self.form, None
        if form is None:
            return
        for part in (form, self._buttons):
            self.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._row.show()
        self.begin.setFocus()

"""Openings: one small step of openness at a time, chosen by the person, never counted."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.opening import Opening
from trust_desktop.override import override
from trust_desktop.services import opening_up, settings, writing
from trust_desktop.services.session import Change, VaultSession
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.common.labels import LeadLabel
from trust_desktop.ui.common.not_written import nothing_changed
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.content import Content
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.openings import choose_card, step_card
from trust_desktop.ui.openings.choose_card import ChooseCard
from trust_desktop.ui.openings.earlier import Earlier
from trust_desktop.ui.openings.step_card import StepCard


class OpeningsPage(Page):
    """Everything here can be taken back until the vault is locked."""

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Openings"))
        self._vault = vault
        self._session = vault.session
        content = Content("openings")
        self._steps = content.texts("steps")
        self._stale = False
        self.clipboard = PrivateClipboard(self)
        self.lead = LeadLabel(content.text("lead"))
        self.open = StepCard(vault, self.clipboard, self._seconds)
        self.choose = ChooseCard(vault, self.clipboard, self._seconds)
        self.earlier = Earlier()
        for widget in (self.lead, self.open, self.choose, self.earlier):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._view = opening_up.view(self._session, self._steps)
        self._connect()
        self.refresh()

    def refresh(self) -> None:
        self._stale = False
        focus = QApplication.focusWidget()
        held = focus is not None and any(card.isAncestorOf(focus) for card in (self.open, self.choose))
        view = self._view = opening_up.view(self._session, self._steps)
        if view.open is not None:
            self.open.show_step(view.open)
        else:
            self.choose.show_suggestions(view.suggestions)
        self.open.setVisible(view.open is not None)
        self.choose.setVisible(view.open is None)
        self.earlier.show_steps(view.earlier, self._steps, self._session.today)
        follow_layout(self)
        if held and focus is not None and not focus.isVisibleTo(self):  # its card is there no more
            self._first_control().setFocus()

    def save_now(self) -> None:
        """Save what was typed, and take our words off the clipboard."""
        for card in (self.open, self.choose):
            card.keeper.save_now()
        self.clipboard.clear_if_ours()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._first_control().setFocus(event.reason())

    def _first_control(self) -> QWidget:
        if self._view.open is not None:
            return self.open.line
        return self.choose.take if self._view.suggestions else self.choose.own

    def _connect(self) -> None:
        self._vault.changed.connect(self._on_changed)
        self.choose.chosen.connect(self._on_chosen)
        self.choose.declined.connect(self._on_declined)
        self.open.done.connect(self._on_done)
        self.open.put_away.connect(self._on_put_away)
        self.earlier.erase_line.connect(partial(self._on_erase, opening_up.erase_words))
        self.earlier.erase_text.connect(partial(self._on_erase, opening_up.erase_text))

    def _seconds(self) -> int:
        return settings.load(self._session).clear_clipboard_seconds

    def _on_changed(self, change: Change) -> None:
        if not change & Change.REFLECTIONS:
            return
        self._stale = True
        if self.isVisible():
            self.refresh()

    # --- what is done here

    def _on_chosen(self, text: str) -> None:
        own = text not in self._steps

        def choose() -> Done:
            if own:
                writing.keep(self._session, choose_card.DRAFT, "")
            step = opening_up.choose(self._session, text)

            def back() -> None:
                if own:
                    writing.keep(self._session, choose_card.DRAFT, text)
                opening_up.remove(self._session, step.id)

            def again() -> None:
                if own:
                    writing.keep(self._session, choose_card.DRAFT, "")
                opening_up.restore(self._session, step)

            return Done(self.tr("The step is chosen."), again=again, back=back)

        if own:
            self.choose.keeper.forget()
        if not self._do(choose) and own:
            self.choose.keeper.touch()

    def _on_declined(self, text: str) -> None:
        def decline() -> Done:
            step = opening_up.decline(self._session, text)
            return Done(
                self.tr("The small step is put away."),
                again=partial(opening_up.restore, self._session, step),
                back=partial(opening_up.remove, self._session, step.id),
            )

        self._do(decline)

    def _on_done(self, words: str) -> None:
        step = self._view.open
        if step is None:
            return

        def done() -> Done:
            writing.keep(self._session, step_card.DRAFT, "")
            before = opening_up.done(self._session, step.id, words)

            def back() -> None:
                writing.keep(self._session, step_card.DRAFT, words)
                opening_up.put_back(self._session, before)

            again = partial(opening_up.done, self._session, step.id, words)
            return Done(self.tr("The step is noted as done."), again=again, back=back)

        self.open.keeper.forget()
        if not self._do(done):
            self.open.keeper.touch()

    def _on_put_away(self) -> None:
        step = self._view.open
        if step is None:
            return

        def put_away() -> Done:
            before = opening_up.put_away(self._session, step.id)
            return Done(
                self.tr("The small step is put away."),
                again=partial(opening_up.put_away, self._session, step.id),
                back=partial(opening_up.put_back, self._session, before),
            )

        self.open.keeper.save_now()
        self._do(put_away)

    def _on_erase(self, erase: Callable[[VaultSession, int], Opening], opening_id: int) -> None:
        def take_out() -> Done:
            before = erase(self._session, opening_id)
            return Done(
                self.tr("The words are taken out."),
                again=partial(erase, self._session, opening_id),
                back=partial(opening_up.put_back, self._session, before),
            )

        self._do(take_out)

    def _do(self, act: Callable[[], Done]) -> bool:
        self._say("")
        try:
            done = act()
        except TrustError as problem:
            self._say(nothing_changed(problem))
            return False
        self._vault.undo_stack.push(done)
        self._first_control().setFocus()
        return True

    def _say(self, words: str) -> None:
        for card in (self.open, self.choose):
            card.say(words)

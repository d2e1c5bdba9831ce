"""The check-in page: this week's card, and the earlier ones below it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from trust_desktop.domain.check_in import CheckIn, Noted
from trust_desktop.domain.errors import TrustError
from trust_desktop.override import override
from trust_desktop.services import checking_in
from trust_desktop.services.session import Change
from trust_desktop.ui.check_in import draft
from trust_desktop.ui.check_in.draft import line_of
from trust_desktop.ui.check_in.earlier import Earlier
from trust_desktop.ui.check_in.form import CheckInForm
from trust_desktop.ui.check_in.trouble import reason
from trust_desktop.ui.column import Column
from trust_desktop.ui.common.clearing import left_over
from trust_desktop.ui.common.day_words import clock, full_day
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.labels import LeadLabel
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.content import Content
from trust_desktop.ui.day_watch import DayWatch
from trust_desktop.ui.open_vault import OpenVault


class CheckInPage(Page):
    """What is begun stays until it is kept; what is kept can be changed on its day."""

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Check-in"))
        self.vault = vault
        content = Content("check_in")
        self.form = CheckInForm(content)
        self.earlier = Earlier(lambda: self.vault.session)
        column = Column()
        for widget in (LeadLabel(content.text("lead")), self.form, self.earlier):
            column.inside.addWidget(widget)
        self.body.addWidget(column)
        self.body.addStretch(1)
        self.keeper = DraftKeeper(self._save, self)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.not_saved.connect(self._on_not_saved)
        self.form.edited.connect(self._on_edited)
        self.form.keep_requested.connect(self._on_keep)
        self.form.take_out_requested.connect(self._on_take_out)
        self.earlier.line_kept.connect(self._on_line_kept)
        vault.changed.connect(self._on_changed)
        self.day_watch = DayWatch(vault.session, self)
        self.day_watch.turned.connect(self._begin)
        self._day = date.min
        self._begin()

    def save_now(self) -> None:
        self.keeper.save_now()
        self.earlier.save_now()

    def show_check_in(self, check_in_id: int) -> None:
        """Bring an earlier check-in into view; today's stands at the top."""
        self.earlier.show_entry(check_in_id)
        follow_layout(self)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self.vault.session.today != self._day:
            self._begin()
        super().showEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason:
            self.form.focus_first()

    def _begin(self) -> None:
        """Show what was begun, else what today has; not in the place of words that cannot be kept just now."""
        self.keeper.save_now()
        if self.keeper.pending:
            return
        session = self.vault.session
        self._day = session.today
        kept, begun = checking_in.todays(session), draft.load(session)
        self.form.day.setText(full_day(self._day))
        self.form.load(begun or (kept.noted if kept else Noted()))
        self._refresh()

    def _refresh(self) -> None:
        self._show_kept()
        self.earlier.refresh()
        follow_layout(self)

    def _show_kept(self) -> None:
        kept, noted = checking_in.todays(self.vault.session), self.form.noted()
        same = kept is not None and kept.noted == Noted(
            noted.felt_safety, noted.closeness, noted.steadiness, noted.line.strip()
        )
        if self.form.saved.text() == self.tr("Kept for today") and not same:
            self.form.saved.setText("")
        self.form.show_kept(kept=kept is not None, same=same)

    def _on_edited(self) -> None:
        self.form.show_reason("")
        self._show_kept()
        self.keeper.touch()

    def _on_changed(self, change: Change) -> None:
        if change & Change.REFLECTIONS and not self.vault.session.closed:
            self._refresh()

    def _on_keep(self) -> None:
        session, noted, day = self.vault.session, self.form.noted(), self._day
        self.keeper.forget()
        put_off = checking_in.not_before(session)
        try:
            before = checking_in.keep(session, noted)
        except TrustError as problem:
            self.keeper.touch()
            self.form.show_reason(reason(problem))
            return
        self.form.show_reason(left_over(lambda: draft.forget(session)))
        self.form.saved.setText(self.tr("Kept for today"))
        self._push(self.tr("Your check-in is kept."), day, before, put_off)

    def _on_take_out(self) -> None:
        session, day = self.vault.session, self._day
        try:
            before = checking_in.put_back(session, day, None)
        except TrustError as problem:
            self.form.show_reason(reason(problem))
            return
        self.keeper.forget()
        self.form.show_reason(left_over(lambda: draft.forget(session)))
        self.form.load(Noted())
        self._show_kept()
        self._push(self.tr("Today’s check-in is taken out."), day, before, checking_in.not_before(session))

    def _push(self, text: str, day: date, before: CheckIn | None, put_off: date | None) -> None:
        """Let a day have again what it had; what stands on the card then is what it has."""
        other, waits = before, put_off

        def swap() -> None:
            nonlocal other, waits
            other, waits = checking_in.swap(self.vault.session, day, other, waits)
            if not isValid(self):
                return  # the view for two lets pages go; the next one reads what the day has now
            if other is None or day != self._day:
                self._begin()
            else:
                self.form.load(other.noted)  # what was kept is on the card still, and can be kept again
                self._on_edited()

        self.vault.undo_stack.push(Done(text, again=swap, back=swap))

    def _on_line_kept(self, check_in: CheckIn, line: str) -> None:
        session, id_ = self.vault.session, check_in.id
        try:
            before = checking_in.set_line(session, id_, line, line_of(id_))
        except TrustError as problem:
            self.earlier.not_kept(check_in, problem)
            return
        words = self.tr("Your line is kept.") if line.strip() else self.tr("Your line is taken out.")
        command = Done(
            words,
            back=lambda: checking_in.set_line(session, id_, before),
            again=lambda: checking_in.set_line(session, id_, line),
        )
        self.vault.undo_stack.push(command)

    def _save(self) -> None:
        if not self.vault.session.closed:
            draft.keep(self.vault.session, self.form.noted())

    def _on_saved(self) -> None:
        if not self.form.empty:
            time = clock(self.vault.session.now())
            self.form.saved.setText(self.tr("Saved {time}, not kept yet").format(time=time))

    def _on_not_saved(self, problem: TrustError) -> None:
        self.form.saved.setText(self.tr("Not saved yet"))
        self.form.show_reason(reason(problem))

"""The lock screen: which vault, its passphrase if it has one, and the ways around it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget

from trust_desktop import identity
from trust_desktop.domain.vault import VaultState
from trust_desktop.override import override
from trust_desktop.services.vaults import VaultListing
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton, PrimaryButton
from trust_desktop.ui.common.card import Hairline
from trust_desktop.ui.common.fields import LineField
from trust_desktop.ui.common.icons import icon
from trust_desktop.ui.common.labels import BodyLabel, SmallLabel, StrongLabel
from trust_desktop.ui.common.scroll import lead_to
from trust_desktop.ui.common.segmented import Segmented
from trust_desktop.ui.sheet import press_on_enter
from trust_desktop.ui.vaults.caps_lock import CapsLockWatch
from trust_desktop.ui.vaults.opening_ground import SHEET, OpeningGround
from trust_desktop.ui.vaults.wait_line import WaitLeft, WaitLine, no_wait

_TO_OPEN = {VaultState.READY, VaultState.IN_USE, VaultState.READ_ONLY, VaultState.SETUP_UNFINISHED}


class LockScreen(OpeningGround):
    """Says which vaults there are by number or by the label a person gave them, and nothing else."""

    open_asked = Signal(int, str)
    passphrase_wanted = Signal(int)
    """Of a vault the keyring opens alone: open it where a passphrase is added."""

    recovery_asked = Signal(int)
    add_asked = Signal()
    missing_asked = Signal()
    restore_asked = Signal()

    def __init__(
        self,
        listings: Sequence[VaultListing],
        number: int | None = None,
        *,
        one_is_missing: bool = False,
        wait_left: WaitLeft = no_wait,
    ) -> None:
        super().__init__(self.tr("Nothing in here is sent anywhere."))
        self._listings = {listing.info.number: listing for listing in listings}
        first = next(
            (one for one, listing in self._listings.items() if listing.state in _TO_OPEN),
            next(iter(self._listings)),
        )
        self._number = number if number in self._listings else first
        self._busy = False
        self.wait = WaitLine(wait_left)
        self._build_choice()
        self._build_passphrase()
        self._build_ways()
        if one_is_missing:
            missing = PlainButton(self.tr("One that was here is missing"))
            missing.clicked.connect(self.missing_asked)
            self.card.body.addWidget(missing)
        self._show_chosen()
        theme.follow(self._retheme)

    def offer_aside(self, show: Callable[[], object]) -> None:
        """Lead to what was put out of the way."""
        aside = PlainButton(self.tr("Set aside"))
        aside.setAccessibleName(self.tr("Vaults that are set aside"))
        aside.clicked.connect(show)
        self.card.body.addWidget(aside)

    @property
    def number(self) -> int:
        return self._number

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a state, said by name at each call
        """While it opens the fields wait; the window does not."""
        self._busy = busy
        for widget in (
            self._which,
            self.passphrase,
            self._recovery,
            self._add,
            self._restore,
            self.add_passphrase,
        ):
            widget.setEnabled(not busy)
        self._allow_open()
        self.open.setText(self.tr("Opening…") if busy else self._open_words())

    def say_wrong(self) -> None:
        """What was typed stays, chosen whole, so that one may type over it."""
        self.passphrase.set_reason(self.tr("This passphrase does not open it."))
        self.passphrase.edit.setFocus()
        self.passphrase.edit.selectAll()
        self.say_wait()

    def say_wait(self) -> None:
        """Look how long the next try has to wait; nothing is said where it has not."""
        self.wait.follow(self._listings[self._number].info if self._needs_passphrase() else None)

    def open_if_nothing_is_asked(self) -> None:
        if len(self._listings) == 1 and self._state is VaultState.READY and not self._needs_passphrase():
            self.open.click()

    def show_help(self) -> None:
        """Lay over it what a lock can do and what not."""
        from trust_desktop.ui.vaults.lock_help import (
            LockHelp,
        )  # the first window waits for nothing it does not show

        sheet = LockHelp(self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self.show_help()
        elif not press_on_enter(self, event, self.open):
            super().keyPressEvent(event)

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        first = self.passphrase.edit if self._needs_passphrase() else self.open
        first.setFocus(reason)
        lead_to(first)

    def _on_chosen(self, number: object) -> None:
        if isinstance(number, int):
            self._number = number
            self.passphrase.set_text("")
            self._show_chosen()

    def _on_open(self) -> None:
        if not self.open.isEnabled():
            return
        if self._needs_passphrase() and not self.passphrase.text():
            self.passphrase.set_reason(self.tr("Type your passphrase first."))
            self.passphrase.edit.setFocus()
            return
        self.open_asked.emit(self._number, self.passphrase.text())

    def _on_caps_lock(self, on: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        self._caps.setVisible(on)
        self._draw_caps()
        self.passphrase.edit.setAccessibleDescription(self._caps_words.text() if on else "")

    def _build_choice(self) -> None:
        self._which = QWidget()
        self._which_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._which)
        self._which_row.setContentsMargins(0, 0, 0, 0)
        name = self.tr("Which one?")
        self._which_row.addWidget(StrongLabel(name), 1)
        options = [(number, self._label(listing)) for number, listing in self._listings.items()]
        self._segments = Segmented(name, options)
        self._segments.set_value(self._number)
        self._segments.chosen.connect(self._on_chosen)
        self._which_row.addWidget(self._segments)
        only = StrongLabel(self._only_one())
        for widget in (self._which, only):
            self.card.body.addWidget(widget)  # before it is shown: without a parent it would be a window
        self._which.setVisible(len(options) > 1)
        only.setVisible(len(options) == 1)

    def _build_passphrase(self) -> None:
        self.passphrase = LineField(self.tr("Passphrase"), secret=True)
        self.passphrase.changed.connect(self.passphrase.clear_reason)
        self._caps = QWidget()
        row = QHBoxLayout(self._caps)
        row.setContentsMargins(0, 0, 0, 0)
        self._caps_icon = QLabel()
        self._caps_words = SmallLabel(self.tr("Caps Lock is on."), color="honey_text")
        row.addWidget(self._caps_icon)
        row.addWidget(self._caps_words, 1)
        self._caps.hide()
        CapsLockWatch(self.passphrase.edit).changed.connect(self._on_caps_lock)
        self._means = BodyLabel(color="ink2")
        self.open = PrimaryButton()
        self.open.clicked.connect(self._on_open)
        self.wait.changed.connect(self._on_wait)
        self.add_passphrase = PlainButton(self.tr("Add a passphrase…"))
        self.add_passphrase.setAccessibleDescription(self.tr("Opens it, and asks for a new passphrase."))
        self.add_passphrase.clicked.connect(lambda: self.passphrase_wanted.emit(self._number))
        for widget in (self.passphrase, self._caps, self._means, self.add_passphrase, self.wait, self.open):
            self.card.body.addWidget(widget)

    def _build_ways(self) -> None:
        self._recovery = PlainButton(self.tr("Use the recovery code"))
        self._recovery.clicked.connect(lambda: self.recovery_asked.emit(self._number))
        self._add = PlainButton(self.tr("Add another"))
        self._add.setAccessibleName(self.tr("Add another vault"))
        self._add.clicked.connect(self.add_asked)
        self._add.setVisible(len(self._listings) < identity.MAX_VAULTS)
        ways = QWidget()
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._recovery)
        row.addStretch(1)
        row.addWidget(self._add)
        self._restore = PlainButton(self.tr("Restore from a backup…"))
        self._restore.clicked.connect(self.restore_asked)
        self.help = PlainButton(self.tr("What this cannot protect from"))
        self.help.clicked.connect(self.show_help)
        self.card.body.addWidget(Hairline())
        self.card.body.addWidget(ways)
        for button in (self._restore, self.help):
            self.card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def _show_chosen(self) -> None:
        self.passphrase.setVisible(self._needs_passphrase())
        self.passphrase.clear_reason()
        self._means.setText(self._what_it_means())
        self._means.setVisible(bool(self._means.text()))
        self.add_passphrase.setVisible(self._state is VaultState.READY and not self._needs_passphrase())
        self._recovery.setVisible(self._state in _TO_OPEN - {VaultState.SETUP_UNFINISHED})
        self.open.setText(self._open_words())
        self.say_wait()

    def _on_wait(self, waits: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        said = (self.passphrase.reason, self.wait.text() if waits else "")
        self.passphrase.edit.setAccessibleDescription("\n".join(words for words in said if words))
        self._allow_open()

    def _allow_open(self) -> None:
        self.open.setEnabled(not self._busy and not self.wait.waits)

    @property
    def _state(self) -> VaultState:
        return self._listings[self._number].state

    def _needs_passphrase(self) -> bool:
        protection = self._listings[self._number].info.protection
        return self._state in _TO_OPEN and (protection is None or protection.needs_passphrase)

    def _what_it_means(self) -> str:
        if self._state not in _TO_OPEN:
            return self.tr("This one cannot be opened as it is.")
        if self._state is VaultState.SETUP_UNFINISHED:
            return self.tr("Its set-up is not finished.")
        if not self._needs_passphrase():
            return self.tr("Locking only covers the screen; whoever uses this login can open it.")
        return ""

    def _open_words(self) -> str:
        if self._state not in _TO_OPEN:
            return self.tr("See what happened")
        if self._state is VaultState.SETUP_UNFINISHED:
            return self.tr("Go on with its set-up")
        return self.tr("Open")

    def _only_one(self) -> str:
        """What stands where there is nothing to choose: which one it is all the same."""
        info = self._listings[self._number].info
        return info.label or self.tr("Number {number}").format(number=self.locale().toString(info.number))

    def _label(self, listing: VaultListing) -> str:
        """A number, or the person's label; with both where two were given the same."""
        label, number = listing.info.label, self.locale().toString(listing.info.number)
        same = [one for one in self._listings.values() if one.info.label == label]
        if label and len(same) > 1:
            return self.tr("{label} ({number})").format(label=label, number=number)
        return label or number

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Numbers stand beside the question, long labels under it, many of them one under the other."""
        room = self.card.contentsRect().width() - self.card.body.contentsMargins().left() * 2
        wanted = self._segments.sizeHint().width()
        beside = wanted + theme.em(8) <= min(room, theme.px(SHEET))
        self._segments.flow.set_stacked(stacked=wanted > room)
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._which_row.setDirection(direction)

    def _retheme(self) -> None:
        self._which_row.setSpacing(theme.px(8))
        self._arrange()
        self._draw_caps()

    def _draw_caps(self) -> None:
        if not self._caps.isHidden():
            self._caps_icon.setPixmap(icon("arrow-up", "honey_text", 16).pixmap(theme.px(16), theme.px(16)))

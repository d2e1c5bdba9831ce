"""Letting a plan rest, or ending it: two calm sentences, and words for oneself if one likes."""

from datetime import date
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.domain.errors import TrustError
from trust_desktop.services import writing
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.fields import Field
from trust_desktop.ui.common.labels import BodyLabel, LeadLabel, SmallLabel
from trust_desktop.ui.common.not_written import still_here
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.text_area import TextArea
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan.marked_ahead import marked_ahead

_COLUMN = 640


class Parting(Enum):
    """What is about to be done; its value names the words still being written about it."""

    REST = "plan.rest"
    END = "plan.end"


class PartingPage(Page):
    """`done` carries what was chosen and the person's own words; nothing is asked twice, for it can be undone."""

    done = Signal(object, str)
    left = Signal()

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        self._vault = vault
        self._parting = Parting.REST
        super().__init__("", parent)
        self.on_escape = self.left.emit
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.lead, self.sentence = LeadLabel(color="ink"), BodyLabel(color="ink2")
        self.words = TextArea(rows=3)
        self._field = Field(self.tr("Words for yourself, if you like"), self.words, aside=self.tr("private"))
        self.reason = SmallLabel("", color="honey_text")
        for widget in (self.lead, self.sentence, self._field):
            self._column.addWidget(widget)
        self._column.addLayout(self._build_foot())
        self.body.addWidget(self._holder)
        self.body.addStretch(1)
        self.keeper = DraftKeeper(self._save, self)
        self.keeper.saved.connect(lambda: self.refuse(""))
        self.keeper.not_saved.connect(self._tell_not_saved)
        self.words.changed.connect(self.keeper.touch)
        theme.follow(self._retheme_column)

    def open_for(self, parting: Parting, *, starts: date, today: date) -> None:
        """`starts` is the day from which it holds: today, or the day after the last one marked."""
        waits = self.keeper.pending and parting is self._parting
        self._parting = parting
        self.set_title(self._titles()[parting])
        self.say_when(starts=starts, today=today)
        self.sentence.setText(self._sentences()[parting])
        self.go.setText(self._titles()[parting])
        if not waits:
            self.words.set_text(writing.load(self._vault.session, parting.value))
            self.keeper.forget()
        self.refuse("")
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_when(self, *, starts: date, today: date) -> None:
        """Say from which day on it holds; a mark made meanwhile moves it."""
        words = marked_ahead(starts, today) or self._leads(from_today=starts == today)[self._parting]
        self.lead.setText(words)

    def save_now(self) -> None:
        """Keep everything typed so far, at once; called before the vault is locked."""
        self.keeper.save_now()

    def let_go(self) -> None:
        """The words are in the plan, or are not wanted: they wait nowhere any more."""
        self.keeper.forget()
        self.words.blockSignals(True)
        self.words.set_text("")
        self.words.blockSignals(False)
        writing.keep(self._vault.session, self._parting.value, "")

    def refuse(self, words: str) -> None:
        """Say beside the button why nothing was done."""
        self.reason.setText(words)

    def _titles(self) -> dict[Parting, str]:
        return {
            Parting.REST: self.tr("Let the plan rest"),
            Parting.END: self.tr("End the plan"),
        }

    def _leads(self, *, from_today: bool) -> dict[Parting, str]:
        if from_today:
            return {
                Parting.REST: self.tr("From today on nothing is due, until you take it up again."),
                Parting.END: self.tr("The plan ends today. What was done in it was done."),
            }
        return {
            Parting.REST: self.tr(
                "Today is marked already. From tomorrow on nothing is due, until you take it up again."
            ),
            Parting.END: self.tr(
                "Today is marked already, so the plan ends with it. What was done was done."
            ),
        }

    def _sentences(self) -> dict[Parting, str]:
        return {
            Parting.REST: self.tr(
                "A plan may rest for any reason: a hard week, a journey, or none that can be named. Tell your partner, "
                "so that neither of you waits."
            ),
            Parting.END: self.tr(
                "Every word, mark and thanks of it stays readable here, and you can begin another whenever you like."
            ),
        }

    def _build_foot(self) -> QHBoxLayout:
        self.leave = QuietButton(self.tr("Leave it as it is"))
        self.go = PrimaryButton("")
        self.leave.clicked.connect(self.left)
        self.go.clicked.connect(lambda: self.done.emit(self._parting, self.words.text()))
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(12))
        foot.addWidget(self.reason, 1)
        foot.addWidget(self.leave)
        foot.addWidget(self.go)
        return foot

    def _tell_not_saved(self, problem: TrustError) -> None:
        if not self.reason.text():  # why nothing was done says as much
            self.refuse(still_here(problem))

    def _save(self) -> None:
        if not self._vault.session.closed:
            writing.keep(self._vault.session, self._parting.value, self.words.text())

    def _retheme_column(self) -> None:
        self._holder.setMaximumWidth(theme.px(_COLUMN))
        self._column.setSpacing(theme.px(16))

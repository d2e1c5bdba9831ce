"""The six parts of a clear request in one row, and a question for the first that is missing."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.cadence import Cadence
from trust_desktop.override import override
from trust_desktop.services.own_words import OWN_PARTS, commitment_parts, commitment_prompt
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import HoneyButton, HoneyPlainButton
from trust_desktop.ui.common.checks_row import ChecksRow
from trust_desktop.ui.common.remark_card import RemarkCard
from trust_desktop.ui.remarks.help_line import HelpLine
from trust_desktop.wording import (
    Part,
    PartPrompt,
    discloses_harm,
    near_to_harm,
    part_prompt,
    request_parts,
    whole,
)

STOPS: Final = ".!?\u2026"
"""What a request ends with; words are added to it before these."""

_KEPT: Final = "part "
"""Kept with an action, before the part that was answered with *keep it as it is* and the words it was asked about."""


class PartsLine(QWidget):
    """Looks at words and fields as they are typed; it asks, it never blocks. `mine` for a commitment of one's own."""

    words_offered = Signal(object, str)
    """A missing part and the words the person wants to take over for it."""
    help_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, mine: bool = False) -> None:
        super().__init__(parent)
        self._mine = mine
        self._text = ""
        self._kept: frozenset[str] = frozenset()
        self._asked: Part | None = None
        self._prompt: PartPrompt | None = None
        # The row lays its words out after the card asks where they are.
        self._pointing = QTimer(self, singleShot=True, interval=0)
        self._pointing.timeout.connect(self._point)
        self._build_column()

    @property
    def asked(self) -> Part | None:
        """The part asked for in the card now."""
        return self._asked

    @property
    def kept(self) -> frozenset[str]:
        """The names of what was answered with *keep it as it is*, whether or not the words still stand there."""
        return self._kept

    def set_kept(self, kept: frozenset[str]) -> None:
        """Take over what was answered of other words, among the names kept with them."""
        self._kept = frozenset(name for name in kept if name.startswith(_KEPT))

    def look_at(
        self, text: str, cadence: Cadence, known_by: str, kept: frozenset[str], *, asks: bool = True
    ) -> None:
        """Tick what is there; with `asks` the card asks for what is not, but for what is `kept` of these words."""
        self._text = text
        look = commitment_parts if self._mine else request_parts
        present = look(text, cadence=cadence, known_by=known_by)
        self.checks.set_present({part.value for part in present})
        alone = whole(near_to_harm(text, asked=True))
        missing = [part for part in self._part_words() if part not in present and not _is_kept(part, kept)]
        self._ask(missing[0] if missing and asks and text.strip() and not alone else None, text)
        self._help.setVisible(alone and discloses_harm(text))

    def _ask(self, part: Part | None, text: str) -> None:
        prompt = self._prompt_for(part, text) if part else None
        if (part, prompt) != (self._asked, self._prompt):
            self._asked, self._prompt = part, prompt
            self.checks.set_missing_shown(part.value if part else None)
            self._why.setChecked(False)
            self._add.setVisible(bool(prompt and prompt.add))
            self._fill_card()
        self.card.setVisible(part is not None)
        self._pointing.start()

    def _prompt_for(self, part: Part, text: str) -> PartPrompt:
        return commitment_prompt(part) if self._mine else part_prompt(part, text)

    def _fill_card(self) -> None:
        if self._prompt is None:
            return
        lead, suggestion = self._prompt.lead, ""
        if self._prompt.add:
            lead = self.tr("You could add")
            suggestion = self.tr("“… {words}”").format(words=self._prompt.add)
        why = self._prompt.why if self._why.isChecked() else ""
        self.card.set_remark(self._prompt.question, lead=lead, suggestion=suggestion, why=why)

    def _build_column(self) -> None:
        self.checks = ChecksRow([(part.value, words) for part, words in self._part_words().items()])
        for check in self.checks.findChildren(QWidget):
            check.installEventFilter(self)
        self.card = RemarkCard()
        self._add = HoneyButton(self.tr("Add these words"))
        self._keep = HoneyButton(self.tr("Keep it as it is"))
        self._why = HoneyPlainButton(self.tr("Why?"))
        self._why.setCheckable(True)
        for button in (self._add, self._keep, self._why):
            self.card.add_answer(button)
        self._help = HelpLine()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for row in (self.checks, self.card):
            self._column.addWidget(row)
        self._column.addWidget(self._help, 0, Qt.AlignmentFlag.AlignLeading)
        self.card.hide()
        self._add.clicked.connect(self._on_add)
        self._keep.clicked.connect(self._on_keep)
        self._why.toggled.connect(self._fill_card)
        self._help.clicked.connect(self.help_requested)
        theme.follow(self._retheme)

    def _part_words(self) -> dict[Part, str]:
        if self._mine:
            words = self._words()
            return {part: words[part] for part in OWN_PARTS} | {Part.KNOWN_BY: self.tr("how one can tell")}
        return self._words()

    def _words(self) -> dict[Part, str]:
        return {
            Part.WHO: self.tr("who"),
            Part.ACT: self.tr("what one can see"),
            Part.WITH_WHAT: self.tr("with what"),
            Part.WHEN: self.tr("when"),
            Part.KNOWN_BY: self.tr("how you will know"),
            Part.ONE_SITTING: self.tr("one sitting"),
        }

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._pointing.start()
        return super().eventFilter(watched, event)

    def _point(self) -> None:
        if self._asked is None:
            return
        in_one_row = self.checks.height() < 2 * self.checks.sizeHint().height()
        self.card.point_at(self.checks.center_of(self._asked.value) if in_one_row else None)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(4))

    def _on_add(self) -> None:
        if self._asked is not None and self._prompt is not None:
            self.words_offered.emit(self._asked, self._prompt.add)

    def _on_keep(self) -> None:
        if self._asked is not None:
            self._kept |= {_kept_name(self._asked, self._text)}
            self.words_offered.emit(self._asked, "")


def _kept_name(part: Part, text: str) -> str:
    """It ends before the stop, so that it stands when words are added there."""
    words = " ".join(text.casefold().split())
    return f"{_KEPT}{part.value}: {words.rstrip(f'{STOPS} ') or words}"


def _is_kept(part: Part, kept: frozenset[str]) -> bool:
    return any(name.startswith(f"{_KEPT}{part.value}: ") for name in kept)

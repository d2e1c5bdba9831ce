"""The card of one remark with its answers."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.ui.common.buttons import HoneyButton, HoneyPlainButton
from trust_desktop.ui.common.remark_card import RemarkCard
from trust_desktop.ui.remarks.remark_words import RemarkWords, which_of, words_of
from trust_desktop.wording import Remark

_QUOTED: Final = 80
_OFFERED: Final = 240
"""Characters of somebody's words that a card shows of a longer passage."""


class AnsweringCard(RemarkCard):
    """`use_words` stand on the button that makes the change; with `shows_rewrite` the changed text is shown."""

    used = Signal()
    kept = Signal()

    def __init__(self, use_words: str, parent: QWidget | None = None, *, shows_rewrite: bool) -> None:
        super().__init__(parent)
        self._shows_rewrite = shows_rewrite
        self._remark: Remark | None = None
        self._quoted, self._which, self._taken_out = "", "", ""
        self.use = HoneyButton(use_words)
        self.keep = HoneyButton(self.tr("Keep my words"))
        self.why = HoneyPlainButton(self.tr("Why?"))
        self.why.setCheckable(True)
        for button in (self.use, self.keep, self.why):
            self.add_answer(button)
        self.use.clicked.connect(self.used)
        self.keep.clicked.connect(self.kept)
        self.why.toggled.connect(self._fill)

    def show_remark(self, remark: Remark, text: str, number: int, of: int) -> None:
        """Show a remark on `text`, the `number`-th of so many."""
        quoted = _short(" ".join(text[remark.start : remark.end].split()), _QUOTED)
        if self._remark is None or (remark.kind, quoted) != (self._remark.kind, self._quoted):
            self.why.setChecked(False)
        self._remark, self._quoted = remark, quoted
        self._taken_out = _taken_out(remark, text)
        self._which = which_of(number, of)
        self._fill()

    def _fill(self) -> None:
        if self._remark is None:
            return
        words = words_of(self._remark)
        lead, suggestion = self._offer(words, self._remark.rewrite)
        self.set_remark(
            words.title,
            words.reason,
            quote=self._in_quotes(self._quoted),
            lead=lead,
            suggestion=suggestion,
            place=self._which,
            why=words.why if self.why.isChecked() else "",
        )
        self.use.setVisible(self._remark.rewrite is not None)
        for button in (self.use, self.keep, self.why):
            button.setAccessibleDescription(words.spoken)  # heard alone, "Why?" says nothing
        going = self.tr("Takes out: {words}").format(words=self._in_quotes(self._taken_out))
        self.use.setToolTip(going if self._taken_out else "")
        if self._taken_out:
            self.use.setAccessibleDescription(f"{words.spoken}\n{going}")

    def _offer(self, words: RemarkWords, rewrite: str | None) -> tuple[str, str]:
        if self._shows_rewrite:
            offered = _short(rewrite, _OFFERED) if rewrite is not None else ""
            return words.gentler, self._in_quotes(offered) if offered else ""
        if words.asks:
            return words.gentler, ""
        return self.tr("A gentler start"), self._in_quotes(words.gentler)

    def _in_quotes(self, words: str) -> str:
        return self.tr("“{words}”").format(words=words)


def _taken_out(remark: Remark, text: str) -> str:
    """Return what goes with the marked words: a clause, so that what is left still reads as a sentence."""
    first, behind = remark.taken
    return _short(" ".join(text[first:behind].split()), _OFFERED) if remark.rewrite is not None else ""


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"

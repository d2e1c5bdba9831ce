"""While a confirmed destruction is gone on with, and what it came to."""

from PySide6.QtCore import Signal

from trust_desktop.services.destroying import Remains
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.labels import BodyLabel, StrongLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.leaving.leftovers import leftovers, uninstalling
from trust_desktop.ui.reading import Section
from trust_desktop.ui.sheet import Sheet


class EndingPage(Sheet):
    """Nothing on it can be pressed by mistake; only a silent keyring offers a way around it."""

    skip_asked = Signal()

    def __init__(self) -> None:
        words = Content("leaving")
        super().__init__(words.text("ending", "title"), words.text("ending", "lead"))
        self._card = Card()
        self._card.body.addWidget(BodyLabel(words.text("ending", "waiting")))
        self.skip = QuietButton(self.tr("Go on without the keyring"))
        self.skip.clicked.connect(self.skip_asked)
        self.column.addWidget(self._card)
        self.footer.addWidget(self.skip)
        self.footer.addStretch(1)
        self._card.hide()
        self.skip.hide()

    def say_slow(self) -> None:
        self._card.show()
        self.skip.show()
        self.skip.setFocus()


class EndedPage(Sheet):
    """`left` is the only way on; what could not be removed is said in a card, then what others may keep."""

    left = Signal()

    def __init__(self, remains: Remains, *, taken_off: bool = False) -> None:
        words = Content("leaving")
        part = _part(remains, taken_off=taken_off)
        super().__init__(words.text("ended", part), words.text("ended", f"{part}_lead"))
        if remains.kept:
            card = Card()
            for key in ("confirmed", "not"):
                card.body.addWidget(BodyLabel(words.text("ended", f"{part}_{key}")))
            self.column.addWidget(card)
        remaining = _remaining(words, remains)
        if remaining:
            card = Card(ground="honey_tint", line="honey_line")
            card.body.addWidget(StrongLabel(words.text("ended", "stays_heading")))
            for text in remaining:
                card.body.addWidget(BodyLabel(text))
            self.column.addWidget(card)
        if not (taken_off or remains.kept):
            self._add_leftovers(words, everything=remains.everything)
        go_on = PrimaryButton(self.tr("Close") if remains.ends_all else self.tr("Go on"))
        go_on.clicked.connect(self.left)
        self.footer.addStretch(1)
        self.footer.addWidget(go_on)
        self.default = go_on
        self.begin_at(go_on)
        self.on_escape = self.left.emit

    def _add_leftovers(self, words: Content, *, everything: bool) -> None:
        part = "erase" if everything else "destroy"
        stays = words.texts(part, "stays")
        card = Card()
        card.body.addWidget(Section(words.text(part, "stays_heading"), (), stays))
        card.body.addWidget(leftovers())
        if everything:
            card.body.addWidget(uninstalling())
        self.column.addWidget(card)


def _part(remains: Remains, *, taken_off: bool) -> str:
    """Nothing is called gone while a file of it may be there."""
    if remains.kept:
        return "kept_all" if remains.everything else "kept"
    if remains.files:
        return "unfinished"
    if remains.everything:
        return "erased"
    return "taken_off" if taken_off else "destroyed"


def _remaining(words: Content, remains: Remains) -> list[str]:
    said = {
        "keyring_erased" if remains.everything else "keyring": remains.keyring,
        "files": remains.files,
        "linked": remains.linked,
    }
    return [words.text("ended", key) for key, there in said.items() if there]

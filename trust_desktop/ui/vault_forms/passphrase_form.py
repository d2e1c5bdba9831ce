"""A new passphrase: five words offered, to be typed once more, or one's own, judged honestly, typed twice or shown."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget

from trust_desktop.services import vaults
from trust_desktop.ui import theme
from trust_desktop.ui.background import Background
from trust_desktop.ui.common.buttons import PlainButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.fields import LineField
from trust_desktop.ui.common.flow import FlowLayout
from trust_desktop.ui.common.labels import BodyLabel, SaidLabel, SmallLabel
from trust_desktop.ui.common.scroll import lead_to
from trust_desktop.ui.content import Content

_PAUSE_MS = 250


class PassphraseForm(QWidget):
    """`changed` comes whenever `ready` may have changed; judging takes a moment, in the worker."""

    changed = Signal()

    def __init__(self, background: Background, name: str = "") -> None:
        """`name` is what the first field is called where another passphrase is asked for beside it."""
        super().__init__()
        self._name = name or self.tr("Passphrase")
        self._background = background
        self._enough = False
        self._judged = ""
        self._taken = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build_offer()
        self._build_fields()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._judge)
        self.offer_others()
        # The word lists behind a judgement take a while to load: they do while the page is being read.
        background.run(self, lambda: vaults.strength("a"), lambda _strength: None, lambda _problem: None)
        theme.follow(self._retheme)

    @property
    def text(self) -> str:
        return self.first.text()

    @property
    def ready(self) -> bool:
        return (
            self._enough
            and self._judged == self.text
            and (self._is_once_enough() or self.again.text() == self.text)
        )

    def say_too_weak(self) -> None:
        self.first.set_reason(self.tr("This one would be guessed. Take more words, or the ones offered."))

    def offer_others(self) -> None:
        self.offered.setText(vaults.offer_passphrase())

    def _take(self) -> None:
        """Fill in the words once: who has typed them too has learned them, or has them on paper."""
        self._taken = self.offered.text()
        self.again.set_text("")
        self.first.set_text(self._taken)
        self._judge()
        lead_to(self.again.edit, self.again)

    def _on_first_changed(self) -> None:
        self.first.clear_reason()
        self._pause.start()
        self._on_changed()

    def _on_changed(self) -> None:
        once = self._is_once_enough()
        different = bool(self.again.text()) and self.again.text() != self.text and not once
        self.again.set_hint(Content("first_run").text("passphrase", "taken") if self._is_taken() else "")
        self.again.set_reason(self.tr("The two are not the same yet.") if different else "")
        self.again.setVisible(not once)
        self.changed.emit()

    def _judge(self) -> None:
        text = self.text
        if text:
            self._background.run(
                self, lambda: (text, vaults.strength(text)), self._on_judged, lambda _problem: None
            )
        else:
            self._show_strength("", [], enough=False)

    def _on_judged(self, answer: tuple[str, object]) -> None:
        text, strength = answer
        if text != self.text:
            return
        found = () if self._is_taken() else getattr(strength, "hints", ())  # chance knows nobody's names
        hints = sorted(hint.name for hint in found)
        self._show_strength(text, hints, enough=bool(getattr(strength, "enough", False)))

    def _show_strength(self, text: str, hints: list[str], *, enough: bool) -> None:
        self._judged, self._enough = text, enough
        words = [self._verdict(enough=enough), *(self._why(hint) for hint in hints)] if text else []
        self._strength.setText("\n".join(word for word in words if word))
        self._strength.setVisible(bool(text))
        self._strength.set_color("pine_text" if enough and not hints else "honey_text")
        self.first.edit.setAccessibleDescription(self._strength.text())
        if self.again.edit.hasFocus():
            lead_to(self.again.edit, self.again)  # the judgement above it has moved it
        self.changed.emit()

    def _verdict(self, *, enough: bool) -> str:
        if enough:
            return self.tr("Strong enough.")
        return self.tr("Not strong enough yet.")

    def _why(self, hint: str) -> str:
        return {
            "TOO_SHORT": self.tr("It is shorter than 14 characters."),
            "EASILY_GUESSED": self.tr("A guessing program would find it soon."),
            "HAS_A_NAME": self.tr("It seems to hold a name. Your partner knows the names you know."),
            "HAS_A_DATE": self.tr("It seems to hold a date. Your partner knows the dates you know."),
        }.get(hint, "")

    def _is_taken(self) -> bool:
        return bool(self._taken) and self.text == self._taken

    def _is_once_enough(self) -> bool:
        """Own words that can be read while they are typed have no slip in them; words drawn by chance are not known yet."""
        return self.first.edit.echoMode() == QLineEdit.EchoMode.Normal and not self._is_taken()

    def _build_offer(self) -> None:
        words = Content("first_run")
        card = Card(ground="sunken", padding=20)
        card.body.addWidget(BodyLabel(words.text("passphrase", "offered")))
        self.offered = SaidLabel()
        card.body.addWidget(self.offered)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        self.take = QuietButton(self.tr("Take these words"))
        self.take.clicked.connect(self._take)
        others = PlainButton(self.tr("Offer others"))
        others.clicked.connect(self.offer_others)
        flow.addWidget(self.take)
        flow.addWidget(others)
        card.body.addWidget(buttons)
        self._column.addWidget(card)

    def _build_fields(self) -> None:
        words = Content("first_run")
        self.first = LineField(self._name, secret=True, hint=words.text("passphrase", "own"))
        self.first.changed.connect(self._on_first_changed)
        self._strength = SmallLabel()
        self._strength.hide()
        self.again = LineField(self.tr("The same once more"), secret=True)
        self.again.changed.connect(self._on_changed)
        for reveal in self.first.edit.findChildren(QAbstractButton):
            reveal.toggled.connect(self._on_changed)
        for widget in (self.first, self._strength, self.again):
            self._column.addWidget(widget)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(12))

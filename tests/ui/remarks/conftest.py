"""A field with remarks on two turns of phrase that need no model, in a window of its own."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from trust_desktop.ui.common.marked_area import MarkedArea
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.remarks.answering_card import AnsweringCard
from trust_desktop.ui.remarks.looking import Review, in_one
from trust_desktop.ui.remarks.remarks import Remarks
from trust_desktop.wording import Kind, Remark

_PHRASES = {"about time": Kind.LATE_JAB, "bare minimum": Kind.MINIMISING, "you owe me": Kind.LEDGER}


def review(text: str) -> tuple[Remark, ...]:
    """Remark on three turns of phrase; taken out, the sentence before them is what is left."""
    found = [
        Remark(
            kind, at, at + len(words), f"{kind.value}.reason", f"{kind.value}.gentler", _without(text, words)
        )
        for words, kind in _PHRASES.items()
        for at in range(len(text))
        if text[at:].casefold().startswith(words)
    ]
    return tuple(sorted(found, key=lambda remark: remark.start))


def _without(text: str, words: str) -> str | None:
    return text.replace(words, "…") if len(text) > len(words) + 1 else None


@dataclass
class Written:
    """What a page with such a field has."""

    page: QWidget
    field: MarkedArea
    remarks: Remarks
    button: QPushButton

    @property
    def card(self) -> AnsweringCard:
        return self.remarks.card


Write = Callable[..., Written]


@pytest.fixture
def write(qtbot: QtBot) -> Write:
    """Build and show the page; with `shows_rewrite` as for a request."""

    def build(
        *,
        shows_rewrite: bool = False,
        width: int = 700,
        height: int = 500,
        look: Review = in_one(review),  # noqa: B008 - what most of these tests look with
    ) -> Written:
        page, owner = Page("Say it"), QWidget()
        field = MarkedArea("Your words", said=True, rows=4)
        card = AnsweringCard("Remove these words", shows_rewrite=shows_rewrite)
        remarks = Remarks(field, look, card, owner)
        button = QPushButton("I have said it")
        column = QVBoxLayout(owner)
        for widget in (field, card, button):
            column.addWidget(widget)
        page.body.addWidget(owner)
        page.body.addStretch(1)
        page.resize(width, height)
        qtbot.addWidget(page)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        field.setFocus()
        return Written(page, field, remarks, button)

    return build


@pytest.fixture
def beats(qtbot: QtBot) -> Iterator[list[float]]:
    """When the window could do something else."""
    found: list[float] = []
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: found.append(time.monotonic()))
    timer.start()
    yield found
    timer.stop()

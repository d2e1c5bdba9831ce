"""Looks at words while they are typed and shows one remark at a time below them; it advises and blocks nothing."""

from functools import partial
from threading import Lock, Thread
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from trust_desktop.override import override
from trust_desktop.ui.common.marked_area import Marked, MarkedArea
from trust_desktop.ui.common.scroll import bring_into_view
from trust_desktop.ui.remarks.answering_card import AnsweringCard
from trust_desktop.ui.remarks.looking import Looking, Review
from trust_desktop.ui.remarks.order import chosen, following, settled
from trust_desktop.ui.remarks.remark_words import which_of, words_of
from trust_desktop.wording import Bits, Kind, Remark, kept_name, standing, whole

REST: Final = 700
"""Milliseconds without typing after which also the unfinished sentence is looked at, and a new remark is spoken."""

KEYS: Final = (("F7", 1), ("Shift+F7", -1))
FIRST_LOOK: Final = "Thank you."
_ONE_AT_A_TIME: Final = Lock()
"""A page with six fields would read the models six times at once; behind the first look they are there."""


class Remarks(QObject):
    """`owner` holds field and card; within it F7 goes from remark to remark."""

    answered = Signal()
    """Words were kept as they are."""
    rested = Signal()
    """Nothing was typed for a moment; there may be other remarks."""

    def __init__(
        self,
        field: MarkedArea,
        review: Review,
        card: AnsweringCard,
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        self._field, self._review, self.card, self._owner = field, review, card, owner
        self._text, self._spoken = "", ""
        self._kept: frozenset[str] = frozenset()
        self._heard: frozenset[str] = frozenset()
        self._found: tuple[Remark, ...] = ()
        self._settled: tuple[Remark, ...] = ()
        self._open: tuple[Remark, ...] = ()
        self._shown: Remark | None = None
        self._looking = Looking(self)
        self._looking.found.connect(self._on_found)
        # The field lays its lines out, and the card is placed, after the words changed.
        self._pointing = QTimer(self, singleShot=True, interval=0)
        self._pointing.timeout.connect(self._point)
        self._resting = True
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._on_rest)
        self._connect()
        card.hide()
        # What is read from the package at the first look takes a tenth of a second, which the first key need not wait for.
        Thread(target=_look_first, args=(review(FIRST_LOOK),), daemon=True).start()

    @property
    def shown(self) -> Remark | None:
        return self._shown

    @property
    def under_way(self) -> bool:
        """Whether the words at hand are not read to their end yet."""
        return self._looking.under_way

    @property
    def kept(self) -> frozenset[str]:
        """The remarks that were answered with *keep my words*, as far as the words still stand there."""
        return self.standing(self._kept)

    def standing(self, names: frozenset[str]) -> frozenset[str]:
        """Return those of the names whose words still stand there."""
        return standing(names, self._text)

    def set_kept(self, kept: frozenset[str]) -> None:
        """Stay quiet about these; call it before the words they are about are put in."""
        self._kept = kept
        self._sort_out()

    def look_anew(self) -> None:
        """Look at the same words once more: what is looked at in them has changed."""
        self._text = ""
        self._look()

    def words_like(self, kind: Kind) -> frozenset[str]:
        """Return the words that read like this kind, kept or not, as they stand in the names of `kept`."""
        names = (kept_name(remark, self._text) for remark in self._settled if remark.kind is kind)
        return frozenset(name.partition(": ")[2] for name in names)

    def go(self, step: int) -> None:
        """Take the cursor to the words of the next remark, or with -1 of the one before."""
        self._looking.finish()
        self._settle()
        if not self._open:
            return
        self._shown = following(self._open, self._field.place(), self._shown, step)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.go_to(self._shown.start)
        self._turn()
        self._speak(self._shown)
        self._heard = frozenset(kept_name(each, self._text) for each in self._open)
        QTimer.singleShot(0, self.card, partial(bring_into_view, self.card))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show}:
            self._pointing.start()
        return super().eventFilter(watched, event)

    def _connect(self) -> None:
        self._field.changed.connect(self._look)
        self._field.stood_in.connect(self._turn)
        self._field.verticalScrollBar().valueChanged.connect(self._pointing.start)
        self.card.used.connect(self._on_used)
        self.card.kept.connect(self._on_kept)
        for widget in (self._field, self.card):
            widget.installEventFilter(self)
        for keys, step in KEYS:
            shortcut = QShortcut(QKeySequence(keys), self._owner)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.go, step))

    def _look(self) -> None:
        text = self._field.text()
        if text == self._text:
            self._sort_out()
            return
        self._text, self._found = text, ()
        self._resting = not self._field.hasFocus()
        if text.strip():
            self._looking.begin(self._review(text))
        else:
            self._looking.drop()
            self._on_found(())
        if self._looking.under_way:
            self._sort_out()

    def _on_found(self, found: tuple[Remark, ...]) -> None:
        self._found = found
        self._sort_out()

    def _settle(self) -> None:
        if not self._resting:
            self._resting = True
            self._sort_out()

    def _sort_out(self) -> None:
        if self._looking.under_way:
            self._show(())
            return
        if self._resting:
            self._settled = self._found
        else:
            self._settled = settled(self._found, self._text, self._field.place(), self._settled)
        self._show(tuple(each for each in self._settled if kept_name(each, self._text) not in self._kept))

    def _show(self, remarks: tuple[Remark, ...]) -> None:
        self._open = remarks
        self._field.set_marked([_mark(remark) for remark in self._open])
        self._turn()

    def _turn(self) -> None:
        self._shown = chosen(self._open, self._field.place(), self._shown)
        if self._shown is not None:
            number = self._open.index(self._shown) + 1
            self.card.show_remark(self._shown, self._text, number, len(self._open))
            self._pointing.start()
        self.card.setVisible(self._shown is not None)
        self._rest.start()

    def _point(self) -> None:
        if self._shown is None:
            return
        words, viewport = self._field.rect_of(_mark(self._shown)), self._field.viewport()
        if viewport.rect().intersects(words):
            on_screen = viewport.mapToGlobal(QPoint(words.center().x(), 0))
            self.card.point_at(self.card.mapFromGlobal(on_screen).x())
        else:
            self.card.point_at(None)

    def _on_rest(self) -> None:
        self._settle()
        self._rest.stop()
        self._speak_if_new()
        self.rested.emit()

    def _speak_if_new(self) -> None:
        """Speak what is shown, where it was another before; else what has come up in other words meanwhile."""
        names = {kept_name(remark, self._text): remark for remark in self._open}
        shown = kept_name(self._shown, self._text) if self._shown is not None else ""
        unheard = next((name for name in names if name not in self._heard), "")
        name = shown if shown != self._spoken else unheard
        focused = QApplication.focusWidget()
        if name and focused is not None and self._owner.isAncestorOf(focused):
            self._speak(names[name])
        self._spoken, self._heard = shown, frozenset(names)

    def _speak(self, remark: Remark) -> None:
        self._spoken = kept_name(remark, self._text)
        self._heard |= {self._spoken}
        which = which_of(self._open.index(remark) + 1, len(self._open))
        spoken = " ".join(filter(None, (words_of(remark).spoken, which)))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, spoken))

    def _on_used(self) -> None:
        if self._shown is not None and self._shown.rewrite is not None:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._field.rewrite(self._shown.rewrite)

    def _on_kept(self) -> None:
        if self._shown is not None:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._kept |= {kept_name(self._shown, self._text)}
            self._sort_out()
            self.answered.emit()


def _look_first(bits: Bits[tuple[Remark, ...]]) -> None:
    with _ONE_AT_A_TIME:
        whole(bits)


def _mark(remark: Remark) -> Marked:
    return Marked(remark.start, remark.end, words_of(remark).tip)

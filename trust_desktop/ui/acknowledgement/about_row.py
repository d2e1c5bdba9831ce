"""What the words are about: chips that can be taken out, and a menu of what else was noticed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from trust_desktop.domain.follow_through import MarkKey, Outcome
from trust_desktop.services.acknowledging import Tray
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.chips import Chip
from trust_desktop.ui.common.day_words import short_day
from trust_desktop.ui.common.flow import FlowLayout
from trust_desktop.ui.common.labels import SmallLabel
from trust_desktop.ui.common.marks import mark_of
from trust_desktop.ui.common.pressable import wrap_height
from trust_desktop.ui.common.wrapping import let_wrap

_LONGEST: Final = 64


@dataclass(frozen=True, slots=True)
class Subject:
    """Something words can be about."""

    key: MarkKey
    title: str
    outcome: Outcome | None


def subjects(tray: Tray) -> dict[MarkKey, Subject]:
    """All that can still be thanked for, in the order of the list."""
    items = (*tray.unsaid, *tray.could_mention, *tray.earlier)
    return {item.key: Subject(item.key, item.title, item.outcome) for item in items}


class AboutRow(QWidget):
    """Shows `covers`; `changed` by the person, `rebuilt` whenever there are other things to tab through."""

    changed = Signal()
    rebuilt = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, gap=12, row_gap=8)
        self._known: dict[MarkKey, Subject] = {}
        self._choices: tuple[MarkKey, ...] = ()
        self._covers: tuple[MarkKey, ...] = ()
        self._today = date.min
        self._about = SmallLabel(self.tr("About"))
        self._about.setWordWrap(False)
        self.menu = QMenu(self)
        self.add = PlainButton("", icon_name="plus", dense=True)
        self.add.clicked.connect(self._open_menu)
        self._chips: list[Chip] = []
        self._flow.addWidget(self._about)
        self._flow.addWidget(self.add)
        let_wrap(self)

    @property
    def covers(self) -> frozenset[MarkKey]:
        return frozenset(self._covers)

    def show_choices(self, known: dict[MarkKey, Subject], today: date) -> None:
        """What can be added; a covered mark that is no longer known keeps its chip until the words are said."""
        self._known, self._today = {**self._known, **known}, today
        self._choices = tuple(known)
        self._rebuild()

    def set_covers(self, covers: Iterable[MarkKey]) -> None:
        """Put marks in, newest first, without saying so."""
        new = tuple(sorted(covers, key=lambda key: (-key.day.toordinal(), key.action_id)))
        if new != self._covers:
            self._covers = new
            self._rebuild()

    def _rebuild(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        self._chips = [self._chip(key) for key in self._covers]
        for chip in self._chips:
            self._flow.addWidget(chip)
        self._flow.addWidget(self.add)
        self.add.setText(self.tr("Add another") if self._covers else self.tr("Add what it is about"))
        self.add.setVisible(bool(self._open_choices()))
        self.setVisible(bool(self._covers) or not self.add.isHidden())
        self.updateGeometry()
        self.rebuilt.emit()

    def _chip(self, key: MarkKey) -> Chip:
        known = self._known.get(key)
        pattern = self.tr("{action}, {day}")
        title = known.title if known else self.tr("Something you noticed")
        text = pattern.format(action=_short(title), day=short_day(key.day, self._today))
        chip = Chip(text, self, mark=mark_of(known.outcome) if known else None)
        if chip.label.sizeHint().width() > theme.em(28):
            chip.label.setWordWrap(True)
            chip.label.setContentsMargins(0, theme.px(4), 0, theme.px(4))
            wrap_height(chip, QSizePolicy.Policy.Maximum)
        chip.removed.connect(partial(self._change, self.covers - {key}))
        chip.show()
        return chip

    def _open_choices(self) -> list[Subject]:
        return [self._known[key] for key in self._choices if key not in self._covers]

    def _open_menu(self) -> None:
        self.menu.clear()
        pattern = self.tr("{action}, {day}")
        for subject in self._open_choices():
            text = pattern.format(action=_short(subject.title), day=short_day(subject.key.day, self._today))
            menu_add = self.menu.addAction(text.replace("&", "&&"))
            menu_add.triggered.connect(partial(self._change, self.covers | {subject.key}))
        corner = self.add.rect().bottomLeft()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            corner = self.add.rect().bottomRight()
        self.menu.popup(self.add.mapToGlobal(corner))

    def _change(self, covers: frozenset[MarkKey], *_: object) -> None:
        had_focus = self.focusWidget() is not None
        self.set_covers(covers)
        if had_focus and self.add.isVisible():
            self.add.setFocus()
        self.changed.emit()


def _short(title: str) -> str:
    """The beginning of a long title, enough to know it by."""
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"

"""The card of one week's sheet: appreciations first, then one concern, and a wish at the end."""

from collections.abc import Callable, Collection
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.domain.weekly_talk import SheetPart, WeekSheet
from trust_desktop.ui.common.buttons import GhostButton, PlainButton
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.common.ends import Ends
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import CaptionLabel, HeadingLabel, SaidLabel, SmallLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.weekly_talk.offers import Offers
from trust_desktop.ui.weekly_talk.part_field import PartField
from trust_desktop.ui.weekly_talk.sheet_words import week_name

_CONCERN: Final = (SheetPart.FEEL, SheetPart.ABOUT, SheetPart.NEED)


class SheetCard(Card):
    """`edited` carries the part that was changed; the buttons are the page's to answer."""

    edited = Signal(object)
    help_requested = Signal()

    def __init__(
        self,
        content: Content,
        clipboard: PrivateClipboard,
        seconds: Callable[[], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, padding=28, spacing=20)
        self.week, self.saved, self.reason = SaidLabel(), CaptionLabel(), SmallLabel()
        self.saved.setWordWrap(False)
        self.fields = {
            part: PartField(
                part, content, clipboard, seconds, leads=part not in _CONCERN, rows=self._rows(part)
            )
            for part in SheetPart
        }
        self.offers = Offers()
        self.offers.chosen.connect(self.fields[SheetPart.APPRECIATIONS].put_in)
        self._build(content)
        self._build_foot()
        for part, field in self.fields.items():
            field.edited.connect(lambda part=part: self._on_edited(part))
            field.help_requested.connect(self.help_requested)
        self.show_reason("")

    def sheet(self, week: WeekSheet) -> WeekSheet:
        """Return a sheet with the words that stand in the card."""
        for part, field in self.fields.items():
            week = week.with_words(part, field.words.text())
        return week

    def kept_remarks(self) -> frozenset[str]:
        """Return what was answered with *keep my words*, of all parts."""
        return frozenset().union(*(field.remarks.kept for field in self.fields.values()))

    def load(self, sheet: WeekSheet, kept: frozenset[str], *, but: Collection[SheetPart] = ()) -> None:
        """Show a sheet; the parts in `but` stay as they stand here."""
        self.week.setText(week_name(sheet.week))
        for part, field in self.fields.items():
            if part not in but:
                field.load(sheet.words(part), kept)
        self._show_tools()

    def show_saved(self, words: str) -> None:
        self.saved.setText(words)

    def show_reason(self, words: str) -> None:
        """Say why something did not go through; an edit takes it away."""
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    def clear_reason(self) -> None:
        """What did not go through has gone through; where nothing is written it is said what that keeps from."""
        self.show_reason("")
        self._show_tools()

    def _build(self, content: Content) -> None:
        self.body.addWidget(Ends(self.week, self.saved))
        self.body.addWidget(self.fields[SheetPart.APPRECIATIONS])
        self.body.addWidget(self.offers)
        self.body.addWidget(Hairline())
        self.body.addWidget(self.fields[SheetPart.WENT_WELL])
        self.body.addWidget(Hairline())
        concern = Card(ground="surface", line="surface", padding=0, spacing=6)
        concern.body.addWidget(HeadingLabel(content.text("concern", "heading")))
        concern.body.addWidget(SmallLabel(content.text("concern", "hint")))
        self.body.addWidget(concern)
        for part in _CONCERN:
            self.body.addWidget(self.fields[part])
        self.body.addWidget(Hairline())
        self.body.addWidget(self.fields[SheetPart.WISH])

    def _build_foot(self) -> None:
        self.aloud = GhostButton(self.tr("Read it out"), icon_name="volume-2")
        self.copy = GhostButton(self.tr("Copy"), icon_name="copy")
        self.print = GhostButton(self.tr("Print"), icon_name="printer")
        tools = FlowRow(gap=4)
        for button in (self.aloud, self.copy, self.print):
            tools.flow.addWidget(button)
        self.take_out = PlainButton(self.tr("Take these words out"))
        self.body.addWidget(Ends(tools, self.take_out))
        self.body.addWidget(self.reason)

    def _on_edited(self, part: SheetPart) -> None:
        self.show_reason("")
        self._show_tools()
        self.edited.emit(part)

    def _show_tools(self) -> None:
        written = any(field.words.text().strip() for field in self.fields.values())
        for button in (self.aloud, self.copy, self.print):
            button.setEnabled(written)
        self.take_out.setVisible(written)
        if not written:
            self.show_reason(self.tr("Once something is written, it can be read out, copied and printed."))
        elif self.reason.text() == self.tr(
            "Once something is written, it can be read out, copied and printed."
        ):
            self.show_reason("")

    @staticmethod
    def _rows(part: SheetPart) -> int:
        return 3 if part is SheetPart.APPRECIATIONS else 1 if part is SheetPart.FEEL else 2

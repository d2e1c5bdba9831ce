"""Where to look for help: one's own entries, those of a country, and what exists almost everywhere."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.errors import TrustError
from trust_desktop.services import helping
from trust_desktop.ui import theme
from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.combo_box import ComboBox
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.common.emptied import empty
from trust_desktop.ui.common.fields import Field
from trust_desktop.ui.common.labels import BodyLabel, HeadingLabel, SmallLabel, StrongLabel
from trust_desktop.ui.common.not_written import nothing_changed
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.content import Content
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.safety.own_entries import OwnEntries
from trust_desktop.ui.safety.sub_page import SubPage

ELSEWHERE: Final = "elsewhere"


class ServiceRow(QWidget):
    """The kind of service unless the row above is of it too, its name where one is certain, and where to look."""

    def __init__(self, kind: str, name: str, where: str, read: str = "") -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        for label in (SmallLabel(kind), StrongLabel(name), BodyLabel(where), SmallLabel(read)):
            if label.text():
                self._column.addWidget(label)
        theme.follow(self._retheme)

    def _retheme(self) -> None:
        self._column.setContentsMargins(0, theme.space(6), 0, theme.space(6))
        self._column.setSpacing(theme.space(2))


class ListPage(SubPage):
    """The country last looked at stays chosen; at first it is the one of the person's region."""

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        self._words = Content("help_list")
        super().__init__(self._words.text("title"), self._words.text("lead"), parent)
        self._vault = vault
        self._countries = {each["code"]: each for each in self._words.sections("country")}
        self.own = OwnEntries(vault)
        self._build_country()
        self._build_anywhere()
        # What was written down stands first; the offer to do so does not, before somebody who looks for help.
        self.texts.insertWidget(2 if self.own.rows else self.texts.count(), self.own)
        self.country.setCurrentIndex(max(0, self.country.findData(self._first_country())))
        self.country.currentIndexChanged.connect(self._on_country)
        self._show_country()

    def _build_country(self) -> None:
        self.country = ComboBox()
        named = sorted(self._countries.values(), key=lambda each: str(each["name"]))
        for each in named:
            self.country.addItem(each["name"], each["code"])
        self.country.addItem(self._words.text("elsewhere"), ELSEWHERE)
        self._field = Field(self.tr("Country"), self.country)
        self.texts.addWidget(self._field)
        self._card = Card(spacing=4)
        self.texts.addWidget(self._card)

    def _build_anywhere(self) -> None:
        card = Card(ground="sunken", spacing=4)
        card.body.addWidget(HeadingLabel(self._words.text("anywhere", "heading")))
        self._add_rows(card, self._words.sections("anywhere", "entries"))
        self.texts.addWidget(card)

    def _first_country(self) -> str:
        chosen = helping.country(self._vault.session)
        return chosen or QLocale.territoryToCode(QLocale().territory())

    def _on_country(self) -> None:
        self._show_country()
        self._field.clear_reason()
        try:
            helping.choose_country(self._vault.session, self.country.currentData())
        except TrustError as problem:
            self._field.set_reason(nothing_changed(problem))

    def _show_country(self) -> None:
        empty(self._card.body)
        found = self._countries.get(self.country.currentData())
        self._card.setVisible(found is not None)
        if found is not None:
            self._card.body.addWidget(HeadingLabel(found["name"]))
            self._add_rows(self._card, found["entries"])
            self._card.body.addWidget(Hairline())
            written = self._words.text("written", day=day_with_year(found["written"]))
            self._card.body.addWidget(SmallLabel(written))
        follow_layout(self)

    def _add_rows(self, card: Card, entries: Iterable[dict[str, Any]]) -> None:
        order = self._words.keys("kinds")
        before = ""
        for entry in sorted(entries, key=lambda each: order.index(each["kind"])):
            kind, read = entry["kind"], entry.get("read")
            if kind != before:
                card.body.addWidget(Hairline())
            heading = self._words.text("kinds", kind) if kind != before else ""
            words = self._words.text("read", day=day_with_year(read)) if isinstance(read, date) else ""
            card.body.addWidget(ServiceRow(heading, entry["name"], entry["where"], words))
            before = kind

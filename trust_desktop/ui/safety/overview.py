"""The first page of Help & safety: danger first, then a row for each of the pages behind it."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trust_desktop.ui.common.card import Card, Hairline
from trust_desktop.ui.common.rows import ListRow
from trust_desktop.ui.common.wrapping import let_wrap
from trust_desktop.ui.content import Content
from trust_desktop.ui.reading import Section
from trust_desktop.ui.safety.sub_page import ReadPage

_ICONS: Final = {
    "look": "eye",
    "list": "life-buoy",
    "protects": "lock",
    "method": "book-open",
    "week": "footprints",
    "keys": "list",
}


class Overview(ReadPage):
    """Shows nothing of the vault, so that it may be open beside anyone; `asked` carries the name of a door."""

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        words = Content("help")
        super().__init__(words.text("title"), words.text("lead"), parent)
        danger = Card()
        danger.body.addWidget(Section(words.text("danger", "heading"), words.texts("danger", "paragraphs")))
        self.texts.addWidget(danger)
        doors = Card(padding=12, spacing=2)
        self.doors: dict[str, ListRow] = {}
        for name in words.keys("doors"):
            if self.doors:
                doors.body.addWidget(Hairline())
            title, second = words.text("doors", name, "title"), words.text("doors", name, "second")
            row = ListRow(title, second, icon_name=_ICONS[name])
            let_wrap(row)
            row.clicked.connect(partial(self._ask, name))
            doors.body.addWidget(row)
            self.doors[name] = row
        self.texts.addWidget(doors)

    def _ask(self, name: str, *_: object) -> None:
        self.asked.emit(name)

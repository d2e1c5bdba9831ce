"""Setting a vault aside, asked once more; and those that are, to put one back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Signal

from trust_desktop.services.quarantining import AsideVault
from trust_desktop.ui.common.buttons import PrimaryButton, QuietButton
from trust_desktop.ui.common.card import Card
from trust_desktop.ui.common.data_folder import DataFolder
from trust_desktop.ui.common.day_words import day_with_year
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel, SmallLabel, StrongLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.sheet import Sheet
from trust_desktop.ui.sure_sheet import SureSheet


class SetAsidePage(SureSheet):
    """`folder` is the data folder it stays in."""

    def __init__(self, folder: Path) -> None:
        words = Content("rescue")
        super().__init__(
            words.text("set_aside", "title"),
            words.text("set_aside", "lead"),
            QCoreApplication.translate("SetAsidePage", "Set it aside"),
        )
        for key in ("after", "careful"):
            self.card.body.addWidget(BodyLabel(words.text("set_aside", key)))
        self.card.body.addWidget(DataFolder(folder))


class AsidePage(Sheet):
    """`put_back` names the folder; where nothing else is here, `begin_anew` leads to a new vault."""

    put_back = Signal(str)
    restore = Signal()
    begin_anew = Signal()
    left = Signal()

    def __init__(self, vaults: Sequence[AsideVault], *, alone: bool, full: bool = False) -> None:
        words = Content("rescue")
        super().__init__(words.text("aside", "title"), words.text("aside", "lead"))
        self.buttons = [self._add(one, words) for one in vaults]
        self.column.addWidget(SmallLabel(words.text("aside", "full" if full else "back")))
        for button in self.buttons:
            button.setEnabled(not full)
        on: PrimaryButton | QuietButton
        if alone:
            on = PrimaryButton(self.tr("Begin a new one"))
            on.clicked.connect(self.begin_anew)
        else:
            on = QuietButton(self.tr("Back"))
            on.clicked.connect(self.left)
            self.on_escape = self.left.emit
        restore = QuietButton(self.tr("Restore from a backup…"))
        restore.clicked.connect(self.restore)
        row = FlowRow(gap=12)
        ordered = (restore, on) if alone else (on, restore)
        for each in ordered:
            row.flow.addWidget(each)
        self.footer.addWidget(row, 1)
        self.begin_at(on)

    def _add(self, vault: AsideVault, words: Content) -> QuietButton:
        card = Card()
        name = vault.label or self._numbered(vault.number)
        card.body.addWidget(StrongLabel(name))
        card.body.addWidget(SmallLabel(words.text("aside", "on_day", day=day_with_year(vault.day))))
        button = QuietButton(self.tr("Put it back"))
        button.setAccessibleName(self.tr("Put it back: {vault}").format(vault=name))
        button.clicked.connect(lambda _checked=False, place=vault.place: self.put_back.emit(place))
        row = FlowRow()
        row.flow.addWidget(button)
        card.body.addWidget(row)
        self.column.addWidget(card)
        return button

    def _numbered(self, number: int) -> str:
        if not number:
            return self.tr("Its number is not known any more")
        return self.tr("Number {number}").format(number=QLocale().toString(number))

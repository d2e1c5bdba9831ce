"""The quiet line after unlocking: when the vault was opened last, and what did not open it since."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.services import noticing_openings
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import SmallLabel
from trust_desktop.ui.common.wrapping import let_wrap
from trust_desktop.ui.unlocks.unlock_words import since_words


class UnlockLine(QWidget):
    """Hidden where nothing was written down, and where the person wants none of it."""

    def __init__(self, session: VaultSession) -> None:
        super().__init__()
        self._session = session
        self.words = SmallLabel()
        self.door = PlainButton(self.tr("When it was opened"), dense=True)
        self.door.clicked.connect(self._on_pressed)
        let_wrap(self.door)
        row = FlowRow(gap=8, row_gap=4)
        row.flow.addWidget(self.door)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.words)
        self._column.addWidget(row)
        self.hide()
        theme.follow(self._retheme)

    @property
    def unusual(self) -> bool:
        """Whether something failed since, or was taken away."""
        this, _ = noticing_openings.this_and_the_one_before(self._session)
        return this is not None and (this.in_vain > 0 or this.note_gone)

    def look(self) -> None:
        this, before = noticing_openings.this_and_the_one_before(self._session)
        words = since_words(self._session, this, before) if this is not None else ""
        self.words.setText(words)
        self.setVisible(bool(words))

    def _on_pressed(self) -> None:
        from trust_desktop.ui.unlocks.unlocks_sheet import UnlocksSheet

        sheet = UnlocksSheet(self._session, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def _retheme(self) -> None:
        self._column.setContentsMargins(0, theme.px(12), 0, 0)
        self._column.setSpacing(theme.px(4))

"""How the backups stand, and the door to their page."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from trust_desktop.services import backing_up
from trust_desktop.services.session import VaultSession
from trust_desktop.ui.backups.words import state_words
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.flow import FlowRow
from trust_desktop.ui.common.labels import BodyLabel
from trust_desktop.ui.settings.rows import Group


class BackupRows:
    """`look` reads again how they stand."""

    def __init__(self, group: Group, session: VaultSession, asked: Callable[[], object]) -> None:
        self._session = session
        self.state = BodyLabel()
        words = QCoreApplication.translate("SettingsPage", "Backups…")
        hint = QCoreApplication.translate(
            "SettingsPage", "Where they go, what opens them, and a try of the ways back."
        )
        self.open = QuietButton(words)
        self.open.setAccessibleDescription(hint)
        self.open.clicked.connect(lambda _checked=False: asked())
        row = FlowRow()
        row.flow.addWidget(self.open)
        group.add(self.state, words, hint)
        group.add(row, words, hint)
        self.look()

    def look(self) -> None:
        if not self._session.closed:
            self.state.setText(state_words(backing_up.state(self._session)))

"""The form for an entry of one's own in the help list; what is typed is kept until it is done with."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trust_desktop.domain.errors import TrustError
from trust_desktop.domain.safety import HelpEntry
from trust_desktop.services import writing
from trust_desktop.services.session import VaultSession
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import QuietButton
from trust_desktop.ui.common.draft_keeper import DraftKeeper
from trust_desktop.ui.common.fields import Field, LineField
from trust_desktop.ui.common.labels import SmallLabel
from trust_desktop.ui.common.not_written import nothing_changed
from trust_desktop.ui.common.text_area import TextArea

LONGEST_NAME = 120


class EntryEditor(QWidget):
    """For a new entry, or for one that is there; `done` carries name and text."""

    done = Signal(str, str)
    left = Signal()

    def __init__(self, session: VaultSession, entry: HelpEntry | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._session = session
        self.entry = entry
        self._draft = f"help-entry.{entry.id}" if entry is not None else "help-entry.new"
        self._keeper = DraftKeeper(self._save, self)
        self._keeper.not_saved.connect(self.say)
        self._build_fields(entry)
        self._build_foot()
        self._keeper.saved.connect(self.reason.hide)
        self.name.changed.connect(self._on_changed)
        self.text.changed.connect(self._on_changed)
        self._look()

    @property
    def unsaved(self) -> bool:
        """Whether words could not be kept; why not is said below them."""
        return self._keeper.pending

    def save_now(self) -> None:
        self._keeper.save_now()

    def forget_draft(self) -> None:
        """The words are kept elsewhere, or are not wanted."""
        self._keeper.forget()
        for part in ("name", "text"):
            writing.keep(self._session, f"{self._draft}.{part}", "")

    def say(self, problem: object) -> None:
        if isinstance(problem, TrustError):
            self.reason.setText(nothing_changed(problem))
            self.reason.show()

    def _build_fields(self, entry: HelpEntry | None) -> None:
        self.name = LineField(self.tr("Who or what"))
        self.name.edit.setMaxLength(LONGEST_NAME)
        self.text = TextArea(self.tr("What is good to know"), rows=3)
        about = Field(
            self.tr("What is good to know"),
            self.text,
            hint=self.tr("Where, when, how to reach them, what to say first."),
        )
        self._column.addWidget(self.name)
        self._column.addWidget(about)
        begun = [writing.load(self._session, f"{self._draft}.{part}") for part in ("name", "text")]
        self.name.set_text(begun[0] or (entry.name if entry else ""))
        self.text.set_text(begun[1] or (entry.text if entry else ""))

    def _build_foot(self) -> None:
        self.keep = QuietButton(self.tr("Keep this entry"))
        self.leave = QuietButton(self.tr("Leave it"))
        self.keep.clicked.connect(self._on_keep)
        self.leave.clicked.connect(self.left)
        self.reason = SmallLabel(color="honey_text")
        self.reason.hide()
        self._row = QHBoxLayout()
        self._row.addWidget(self.reason, 1)
        self._row.addStretch(0)
        self._row.addWidget(self.leave)
        self._row.addWidget(self.keep)
        self._column.addLayout(self._row)
        theme.follow(self._retheme)

    def _save(self) -> None:
        if self._session.closed:
            return
        writing.keep(self._session, f"{self._draft}.name", self.name.text())
        writing.keep(self._session, f"{self._draft}.text", self.text.text())

    def _on_changed(self) -> None:
        self._keeper.touch()
        self._look()

    def _look(self) -> None:
        there = bool(self.name.text().strip())
        self.keep.setEnabled(there)
        self.name.set_reason("" if there else self.tr("A name is enough to keep it."))

    def _on_keep(self) -> None:
        self.done.emit(self.name.text(), self.text.text())

    def _retheme(self) -> None:
        self._column.setSpacing(theme.space(16))
        self._row.setSpacing(theme.space(12))

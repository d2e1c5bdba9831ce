"""The way to delete what an action says: folded until it is asked for, since hardly anybody comes to it for that."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.plan import ActionVersion
from trust_desktop.services.erasing import Kind
from trust_desktop.ui import theme
from trust_desktop.ui.common.buttons import PlainButton
from trust_desktop.ui.common.labels import SmallLabel
from trust_desktop.ui.common.scroll import bring_once_placed


class DeleteWords(QWidget):
    """`fold` opens and closes it, and stands where the owner puts it; `erase_requested` carries the `Kind`.

    `any` is whether there is anything to delete; `spoken` names the action, and in a history its day, for somebody who does not see what it stands under.
    """

    erase_requested = Signal(object)
    opened = Signal()

    def __init__(
        self, version: ActionVersion, spoken: str, *, mine: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._version, self._spoken, self._mine = version, spoken, mine
        self.buttons: list[PlainButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.fold = PlainButton("", dense=True)
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._on_fold)
        self.any = any(words for _kind, words, _text in self._parts())
        if not self.any:
            self.fold.hide()
        self._name_fold(opened=False)
        self.hide()
        theme.follow(self._retheme)

    def _parts(self) -> Iterator[tuple[Kind, str, str]]:
        terms = self._version.terms
        known = self.tr("Delete how your partner can tell") if self._mine else None
        purpose = terms.openness.purpose if terms.openness is not None else ""
        yield Kind.TEXT, terms.text, self.tr("Delete what it says")
        yield Kind.KNOWN_BY, terms.known_by, known or self.tr("Delete how you will know")
        yield Kind.PURPOSE, purpose, self.tr("Delete what it is for")

    def _build(self) -> None:
        said = self.tr("Days, marks and dates stay. The same words in its other wordings go too.")
        self._column.addWidget(SmallLabel(said))
        for kind, words, text in self._parts():
            if words:
                self._add(kind, text)

    def _add(self, kind: Kind, text: str) -> None:
        button = PlainButton(text, dense=True)
        button.setAccessibleName(self.tr("{action}: {deed}").format(action=self._spoken, deed=text))
        button.clicked.connect(lambda: self.erase_requested.emit(kind))
        self.buttons.append(button)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def _on_fold(self, opened: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        if opened and not self.buttons:
            self._build()
        self.setVisible(opened)
        self._name_fold(opened=opened)
        self.opened.emit()
        if opened:
            bring_once_placed(self)

    def _name_fold(self, *, opened: bool) -> None:
        words = self.tr("Keep its words") if opened else self.tr("Delete its words…")
        self.fold.setText(words)
        self.fold.setAccessibleName(self.tr("{action}: {deed}").format(action=self._spoken, deed=words))

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(4))

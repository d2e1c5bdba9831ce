"""What *Both ways* asks of a plan, asked again of an action that is changed in a live one; it holds nothing back."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trust_desktop.domain.draft import ActionDraft, PlanDraft
from trust_desktop.domain.plan import MOST_COMMITMENTS, Plan
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.action_editor import ActionEditor
from trust_desktop.ui.action_form.noticed import About, Noticed, name_of
from trust_desktop.ui.common.labels import SmallLabel, StrongLabel
from trust_desktop.ui.common.page import Page
from trust_desktop.ui.common.tab_order import follow_layout
from trust_desktop.ui.content import Content
from trust_desktop.ui.remarks.remarks import REST
from trust_desktop.wording import Remark


class ChangeNoticed(QWidget):
    """Lies below the editor of one place of a plan, and looks when nothing was typed for a moment.

    Whoever puts it on a page calls `look` then; before it lies there, what it shows would be a window.
    """

    def __init__(self, editor: ActionEditor, plan: Plan, slot: int, *, mine: bool) -> None:
        super().__init__()
        self._editor, self._plan, self._slot, self._mine = editor, plan, slot, mine
        self._kept: frozenset[str] = frozenset()
        self._heard: frozenset[About] = frozenset()
        self.rows: list[Noticed] = []
        content = Content("wizard")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(StrongLabel(content.text("both_ways", "question"), color="ink"))
        self._column.addWidget(SmallLabel(content.text("both_ways", "noticed_hint")))
        self._rows_column = QVBoxLayout()
        self._column.addLayout(self._rows_column)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._on_rest)
        editor.changed.connect(self._rest.start)
        theme.follow(self._retheme)
        self.hide()

    def look(self) -> None:
        """Look at once; what is new is spoken when it has rested."""
        self._sort_out()
        self._rest.start()

    def _sort_out(self) -> None:
        from trust_desktop.wording import review_change  # reads what it learnt

        action = self._editor.draft()
        draft = _with(self._slot, action, mine=self._mine)
        remarks = review_change(self._plan, self._slot, action, mine=self._mine)
        found = {name_of(remark, draft): remark for remark in remarks}
        gone = {row.name: row for row in self.rows}
        if list(found) == list(gone):
            return
        self.rows = [
            gone.pop(name) if name in gone else self._new_row(remark, draft) for name, remark in found.items()
        ]
        for row in (*gone.values(), *self.rows):
            self._rows_column.removeWidget(row)
        for row in self.rows:
            self._rows_column.addWidget(row)
            row.show()  # at once, so that it can take the keyboard
        follow_layout(self._page())
        self._hand_on(gone.values())
        for row in gone.values():
            row.hide()
            row.deleteLater()
        self.setVisible(bool(self.rows))

    def _new_row(self, remark: Remark, draft: PlanDraft) -> Noticed:
        row = Noticed(remark, draft, kept=name_of(remark, draft) in self._kept, leads=False)
        row.answered.connect(partial(self._on_answered, row))
        return row

    def _hand_on(self, gone: Iterable[Noticed]) -> None:
        """The keyboard goes from a row that is taken away to the one in its place, or back to the words."""
        focused = QApplication.focusWidget()
        row = next((each for each in gone if focused is not None and each.isAncestorOf(focused)), None)
        if row is None:
            return
        heir = next((each for each in self.rows if each.about == row.about), None)
        if heir is None:
            control: QWidget = self._editor.request
        else:
            control = heir.why if focused is row.why and not heir.is_kept else heir.first_control()
        control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_rest(self) -> None:
        self._sort_out()
        focused = QApplication.focusWidget()
        here = focused is not None and self._page().isAncestorOf(focused)
        for row in self.rows if here else ():
            if row.about in self._unanswered() - self._heard:
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(row, row.spoken))
        self._heard = self._unanswered()

    def _unanswered(self) -> frozenset[About]:
        return frozenset(row.about for row in self.rows if not row.is_kept)

    def _on_answered(self, row: Noticed) -> None:
        self._kept = self._kept | {row.name} if row.is_kept else self._kept - {row.name}
        self._heard = self._unanswered()
        row.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _page(self) -> QWidget:
        """Return the page it lies on; as long as that is not there, what holds it."""
        found: QWidget = self
        while not isinstance(found, Page) and (above := found.parentWidget()) is not None:
            found = above
        return found

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(4))
        self._rows_column.setContentsMargins(0, theme.px(12), 0, 0)
        self._rows_column.setSpacing(theme.px(20))


def _with(slot: int, action: ActionDraft, *, mine: bool) -> PlanDraft:
    """Return a plan of which nothing but this place is written."""
    draft = PlanDraft(commitments=[ActionDraft() for _ in range(MOST_COMMITMENTS)])
    (draft.commitments if mine else draft.actions)[slot - 1] = action
    return draft

"""What *Both ways* asks of a plan, asked again of an action that is changed in a live one; it holds nothing back."""

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trust_desktop.domain.draft import ActionDraft, PlanDraft
from trust_desktop.domain.plan import MOST_COMMITMENTS, Plan
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.action_editor import ActionEditor
from trust_desktop.ui.action_form.noticed import Noticed, name_of
from trust_desktop.ui.common.labels import SmallLabel, StrongLabel
from trust_desktop.ui.content import Content
from trust_desktop.ui.remarks.remarks import REST


class ChangeNoticed(QWidget):
    """Lies below the editor of one place of a plan, and looks when nothing was typed for a moment."""

    def __init__(self, editor: ActionEditor, plan: Plan, slot: int, *, mine: bool) -> None:
        super().__init__()
        self._editor, self._plan, self._slot, self._mine = editor, plan, slot, mine
        self._kept: frozenset[str] = frozenset()
        self.rows: list[Noticed] = []
        content = Content("wizard")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(StrongLabel(content.text("both_ways", "question"), color="ink"))
        self._column.addWidget(SmallLabel(content.text("both_ways", "noticed_hint")))
        self._rows_column = QVBoxLayout()
        self._column.addLayout(self._rows_column)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.look)
        editor.changed.connect(self._rest.start)
        theme.follow(self._retheme)
        self.look()

    def look(self) -> None:
        from trust_desktop.wording import review_change  # reads what it learnt

        action = self._editor.draft()
        draft = _with(self._slot, action, mine=self._mine)
        found = review_change(self._plan, self._slot, action, mine=self._mine)
        names = [name_of(remark, draft) for remark in found]
        if names != [row.name for row in self.rows]:
            for row in self.rows:
                row.hide()
                row.deleteLater()
            self.rows = [
                Noticed(remark, draft, kept=name in self._kept, leads=False)
                for remark, name in zip(found, names, strict=True)
            ]
            for row in self.rows:
                self._rows_column.addWidget(row)
                row.answered.connect(partial(self._on_answered, row))
        self.setVisible(bool(self.rows))

    def _on_answered(self, row: Noticed) -> None:
        self._kept = self._kept | {row.name} if row.is_kept else self._kept - {row.name}
        control = row.again if row.is_kept else row.keep
        control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _retheme(self) -> None:
        self._column.setSpacing(theme.px(4))
        self._rows_column.setContentsMargins(0, theme.px(12), 0, 0)
        self._rows_column.setSpacing(theme.px(20))


def _with(slot: int, action: ActionDraft, *, mine: bool) -> PlanDraft:
    """Return a plan of which nothing but this place is written."""
    draft = PlanDraft(commitments=[ActionDraft() for _ in range(MOST_COMMITMENTS)])
    (draft.commitments if mine else draft.actions)[slot - 1] = action
    return draft

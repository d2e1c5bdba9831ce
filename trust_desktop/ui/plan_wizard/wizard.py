"""The plan wizard: one task, ten steps, left and taken up again at any of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget, QWizard

from trust_desktop.domain.draft import ActionDraft, Step, action_rules, commitment_rules
from trust_desktop.domain.errors import RuleBroken, VaultProblem
from trust_desktop.domain.plan import ACTIONS_IN_A_PLAN
from trust_desktop.override import override
from trust_desktop.services import planning
from trust_desktop.ui import theme
from trust_desktop.ui.action_form.draft_keeper import DraftKeeper
from trust_desktop.ui.action_form.slot_words import slot_title
from trust_desktop.ui.common.buttons import PlainButton, PrimaryButton, QuietButton
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.plan_wizard.action_page import ActionPage
from trust_desktop.ui.plan_wizard.bare_wizard import BareWizard
from trust_desktop.ui.plan_wizard.before_page import BeforePage
from trust_desktop.ui.plan_wizard.both_ways_page import BothWaysPage
from trust_desktop.ui.plan_wizard.draft_edits import Change, DraftDesk, DraftStep, Edit
from trust_desktop.ui.plan_wizard.example_sheet import ExampleSheet
from trust_desktop.ui.plan_wizard.examples import ideas, themes
from trust_desktop.ui.plan_wizard.fair_chance_page import FairChancePage
from trust_desktop.ui.plan_wizard.leave_above import LeaveAbove
from trust_desktop.ui.plan_wizard.resume import draft_to_go_on_with, week_start
from trust_desktop.ui.plan_wizard.review_page import ReviewPage
from trust_desktop.ui.plan_wizard.saying_page import SayingPage
from trust_desktop.ui.plan_wizard.step_list import WIDTH, StepList
from trust_desktop.ui.plan_wizard.step_page import StepPage, column_margins
from trust_desktop.ui.plan_wizard.your_side_page import YourSidePage

_STEPS = tuple(Step)
_FIRST_ACTION = _STEPS.index(Step.ACTION_ONE)
_ROOM = 40
"""Width in em the pages want beside the step list before it gives up its words."""


class PlanWizard(BareWizard):
    """A child of the window, never a window of its own, so that Lock stays in reach."""

    help_key = "plan_wizard"
    went_live = Signal()
    left = Signal()
    help_requested = Signal()
    look_requested = Signal()

    def __init__(self, vault: OpenVault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vault = vault
        self._today = vault.session.today
        self._week_start = week_start(vault.session)
        self._desk = DraftDesk.of(vault)
        held = self._desk.held()
        self.draft = held or draft_to_go_on_with(vault.session, self._week_start)
        self.keeper = DraftKeeper(vault, self.draft, self)
        if held is not None:
            self.keeper.touched()
        self._desk.take(self)
        self._moving = True
        self.setAccessibleName(self.tr("Your plan"))
        self._build_pages()
        self._build_side()
        self._build_buttons()
        self.dress()
        self.currentIdChanged.connect(self._on_page_changed)
        self._undone = vault.undo_stack.index()
        vault.undo_stack.indexChanged.connect(self._on_undo_index)
        self._go_on_to(_STEPS.index(self.draft.step))

    # --- what others ask for

    def save_now(self) -> None:
        """Keep everything typed so far, at once; called before the vault is locked, and before the wizard goes."""
        self.keeper.save_now()
        self._desk.hold(self.draft if self.keeper.waiting else None)

    def leave(self) -> None:
        self.save_now()
        self.left.emit()

    def change_draft(self, change: Change) -> None:
        """Let a change be made to the draft, and show it where it can be seen."""
        change(self.draft)
        self.page_now.show_draft()
        self.page_now.changed.emit()

    @property
    def page_now(self) -> StepPage:
        page = self.currentPage()
        assert isinstance(page, StepPage)
        return page

    @override
    def place(self) -> None:
        self.steps.set_narrow(narrow=self.width() - theme.px(WIDTH) < theme.em(_ROOM))
        self._close_examples()
        super().place()
        self.leave_above.setVisible(self.steps.narrow)
        self.leave_above.place(self, self.steps.width())

    # --- events

    @override
    def accept(self) -> None:
        """Make the draft the plan; the wizard itself stays where it is until the window takes it away."""
        try:
            planning.go_live(self._vault.session, self.draft)
        except RuleBroken as broken:
            self.review.refuse(broken.rule)
            return
        except VaultProblem:
            self._on_kept(kept=False)
            return
        self.keeper.stop()
        self._desk.hold(None)
        self.went_live.emit()

    @override
    def reject(self) -> None:
        """Esc closes the list of examples first, then leaves for now."""
        if self.sheet is not None:
            self._close_examples()
        else:
            self.leave()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.page_now.first_control().setFocus(event.reason())

    # --- building

    def _build_pages(self) -> None:
        self.before = BeforePage(self.draft)
        self.fair_chance = FairChancePage(self.draft)
        self.actions_asked = [
            ActionPage(self.draft, slot, today=self._today, week_start=self._week_start)
            for slot in range(1, ACTIONS_IN_A_PLAN + 1)
        ]
        self.your_side = YourSidePage(self.draft, today=self._today, week_start=self._week_start)
        self.both_ways = BothWaysPage(self.draft)
        self.saying = SayingPage(self.draft)
        self.review = ReviewPage(self.draft, today=self._today)
        first, last = (self.before, self.fair_chance), (self.both_ways, self.saying, self.review)
        for page in (*first, *self.actions_asked, self.your_side, *last):
            self.addPage(page)
            page.changed.connect(self.keeper.touched)
            page.help_requested.connect(self._on_help)
            page.undo_requested.connect(self._vault.undo_stack.undo)
        self.before.look_requested.connect(self._on_look)
        for looking_back in (self.both_ways, self.review):
            looking_back.slot_requested.connect(self._go_to_slot)
            looking_back.commitment_requested.connect(self._go_to_commitment)
        self.review.step_requested.connect(self._go_back_to)
        self.your_side.changed.connect(self._offer_examples)
        for asked in self.actions_asked:
            asked.exchanged.connect(self._make)
        self.your_side.took_away.connect(self._make)
        self.saying.drafted_anew.connect(self._make)

    def _build_side(self) -> None:
        slots = [slot_title(slot) for slot in range(1, ACTIONS_IN_A_PLAN + 1)]
        self.steps = StepList(
            [
                self.tr("Before you start"),
                self.tr("What a fair chance looks like"),
                *slots,
                self.tr("Your side"),
                self.tr("Both ways"),
                self.tr("How you will say it"),
                self.tr("Read it once more"),
            ]
        )
        self.steps.left.connect(self.leave)
        self.keeper.kept.connect(self._on_kept)
        self.setSideWidget(self.steps)
        self.leave_above = LeaveAbove(self.steps.leave.text(), self)
        self.leave_above.clicked.connect(self.leave)

    def _build_buttons(self) -> None:
        self.sheet: ExampleSheet | None = None
        self.examples = PlainButton(self.tr("Start from an example"), icon_name="chevron-down")
        # The arrow stands after the words, as in every drop-down.
        forward = QApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight
        self.examples.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if forward else Qt.LayoutDirection.LeftToRight
        )
        self.wear(
            {
                QWizard.WizardButton.CustomButton1: self.examples,
                QWizard.WizardButton.BackButton: QuietButton(self.tr("Back")),
                QWizard.WizardButton.NextButton: PrimaryButton(self.tr("Next")),
                QWizard.WizardButton.FinishButton: PrimaryButton(self.tr("Make this my plan")),
            }
        )
        self.examples.clicked.connect(self._toggle_examples)

    # --- moving

    def _go_on_to(self, page_id: int) -> None:
        """Go forward page by page, so that Back leads through every one of them."""
        self._moving = True
        while self.currentId() < page_id:
            self.next()
        self._moving = False
        self._on_page_changed(self.currentId())

    def _go_back_to(self, step: Step) -> None:
        self._moving = True
        while self.currentId() > _STEPS.index(step):
            self.back()
        self._moving = False
        self._on_page_changed(self.currentId())

    def _go_to_slot(self, slot: int) -> None:
        self._go_back_to(_STEPS[_FIRST_ACTION + slot - 1])

    def _go_to_commitment(self, slot: int) -> None:
        self._go_back_to(Step.YOUR_SIDE)
        self.your_side.open_slot(slot)
        self.your_side.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_page_changed(self, page_id: int) -> None:
        if self._moving or page_id < 0:
            return
        if page_id < _STEPS.index(self.draft.step):  # on the way back Qt shows a page as it was left
            self.page_now.show_draft()
        self.place()
        self._tell_steps(page_id)
        self.page_now.show_done("")
        self._offer_examples()
        if self.draft.step is not _STEPS[page_id]:
            self.draft.step = _STEPS[page_id]
            self.keeper.touched()
        self.save_now()
        self.page_now.first_control().setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_steps(self, here: int) -> None:
        """A tick stands only beside what is there: going back takes none away, going on earns none."""
        slots = enumerate(self.draft.actions, start=_FIRST_ACTION)
        still_open = {step for step, action in slots if action_rules(action, self._today)}
        written = {_FIRST_ACTION + slot for slot in range(ACTIONS_IN_A_PLAN)} - still_open
        if any(map(commitment_rules, self.draft.commitments)):
            still_open.add(_STEPS.index(Step.YOUR_SIDE))
        free = {_STEPS.index(step): there for step, there in self._free_steps().items()}
        written |= {step for step, there in free.items() if there}
        empty = free.keys() - written
        if not any(action.started for action in self.draft.actions):
            empty |= {_STEPS.index(Step.BOTH_WAYS)}  # there was nothing to look at
        self.steps.set_here(here, still_open=still_open, done=written, empty=empty)

    def _free_steps(self) -> dict[Step, bool]:
        """Steps that ask for nothing one must write, and whether anything of theirs is there."""
        draft = self.draft
        return {
            Step.FAIR_CHANCE: bool(draft.fair_chance.strip()),
            Step.YOUR_SIDE: bool(draft.commitments),
            Step.SAYING: any(words.strip() for words in (draft.place, draft.time, draft.message)),
        }

    # --- undo

    def _make(self, edit: Edit, words: str) -> None:
        self._vault.undo_stack.push(DraftStep(words, edit, self._desk))

    def _on_undo_index(self, index: int) -> None:
        forward, self._undone = index > self._undone, index
        self.page_now.show_done(self._vault.undo_stack.undoText() if forward else "")

    def _on_kept(self, kept: bool) -> None:  # noqa: FBT001 - the shape of the signal
        self.steps.set_kept(kept=kept)
        self.page_now.show_not_kept("" if kept or not self.steps.narrow else self.steps.kept.text())

    def _on_help(self) -> None:
        self.save_now()
        self.help_requested.emit()

    def _on_look(self) -> None:
        self.save_now()
        self.look_requested.emit()

    # --- examples

    def _offer_examples(self) -> None:
        side = self.page_now is self.your_side and self.your_side.offers_ideas
        self.examples.setVisible(side or isinstance(self.page_now, ActionPage))

    def _toggle_examples(self) -> None:
        if self.sheet is not None:
            self._close_examples()
            return
        found = ideas if self.page_now is self.your_side else themes
        self.sheet = ExampleSheet(found(self._week_start), self)
        self.sheet.chosen.connect(self._on_example)
        self.sheet.closed.connect(self._on_examples_closed)
        frame = self.page_frame.geometry()
        start, end = column_margins(frame.width())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            start, end = end, start
        self.sheet.open_above(frame.bottom(), frame.left() + start, frame.width() - start - end)

    def _close_examples(self) -> None:
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            sheet.hide()
            sheet.deleteLater()

    def _on_examples_closed(self) -> None:
        self._close_examples()
        self.examples.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_example(self, example: object) -> None:
        self._close_examples()
        page = self.page_now
        if isinstance(page, ActionPage | YourSidePage) and isinstance(example, ActionDraft):
            page.take_example(example)

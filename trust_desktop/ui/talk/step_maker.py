"""Makes the steps of the talk and does what is asked on them."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from trust_desktop.domain.day import day_of
from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import ActionDraft
from trust_desktop.domain.errors import DiskFull, RuleBroken, TrustError
from trust_desktop.domain.plan import Action, Plan
from trust_desktop.domain.talk import GivenAnswer
from trust_desktop.services import planning, settings, talking
from trust_desktop.services.talking import Message
from trust_desktop.ui import printing
from trust_desktop.ui.action_form.change_draft import forget_change
from trust_desktop.ui.action_form.slot_words import slot_title
from trust_desktop.ui.common.clearing import left_over
from trust_desktop.ui.common.clipboard import PrivateClipboard
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.common.taken_out import TakenOut
from trust_desktop.ui.open_vault import OpenVault
from trust_desktop.ui.talk.answer_form import AnswerForm, Told
from trust_desktop.ui.talk.answers_step import AnswersStep
from trust_desktop.ui.talk.change_step import ChangeStep
from trust_desktop.ui.talk.commands import Answered
from trust_desktop.ui.talk.leaves import as_document, as_text, leaves_of, left_out, message_document
from trust_desktop.ui.talk.message_step import MessageStep
from trust_desktop.ui.talk.ready_step import ReadyStep
from trust_desktop.ui.talk.said_step import SaidStep
from trust_desktop.ui.talk.sheet_step import SheetStep
from trust_desktop.ui.talk.step import Step, TalkStep


class StepMaker(QObject):
    """`went` carries the step to go to and the place of the action it is about, 0 for none."""

    went = Signal(object, int)
    left_over = Signal(str)
    """Why words stayed in their field, once the step is there that shows what was done with them."""

    left = Signal()
    help_requested = Signal()
    together_requested = Signal()

    def __init__(self, vault: OpenVault, clipboard: PrivateClipboard, page: QWidget) -> None:
        super().__init__(page)
        self._vault, self._clipboard, self._page = vault, clipboard, page
        self._written: MessageStep | None = None
        self.is_own_change = False
        """While something is done here: the page shows it already, or is told which step comes next."""

    def make(self, step: Step, plan: Plan, slot: int) -> TalkStep:
        made = self._change(plan, slot) if step is Step.CHANGE else self._makers()[step](plan)
        made.went.connect(lambda to: self.went.emit(to, 0))
        return made

    def _makers(self) -> dict[Step, Callable[[Plan], TalkStep]]:
        return {
            Step.READY: self._ready,
            Step.MESSAGE: self._message,
            Step.SHEET: self._sheet,
            Step.SAID: self._said,
            Step.ANSWERS: self._answers,
        }

    def _ready(self, plan: Plan) -> TalkStep:
        step = ReadyStep(plan.saying)
        step.left.connect(self.left)
        step.help_requested.connect(self.help_requested)
        return step

    def _message(self, plan: Plan) -> TalkStep:
        step = MessageStep(self._vault, plan, self._clipboard, self._clear_seconds)
        step.help_requested.connect(self.help_requested)
        step.copied.connect(lambda text: self._clipboard.copy(text, self._clear_seconds()))
        step.print_requested.connect(lambda text: printing.show_print(message_document(text), self._page))
        step.saving.connect(self._on_saving)
        step.drafted_again.connect(lambda before, drafted: self._on_drafted_again(plan, before, drafted))
        self._written = step
        return step

    def _sheet(self, plan: Plan) -> TalkStep:
        views = talking.answers(self._vault.session)
        leaves, shared = (leaves_of(plan, views, shares_why=why) for why in (False, True))
        step = SheetStep(leaves, shared, said=plan.said is not None, left_out=left_out(views))
        step.copied.connect(lambda: self._clipboard.copy(as_text(step.leaves), self._clear_seconds()))
        step.print_requested.connect(lambda: printing.show_print(as_document(step.leaves), self._page))
        return step

    def _said(self, plan: Plan) -> TalkStep:
        session = self._vault.session
        live_since = day_of(plan.went_live_at, session.day_ends)
        step = SaidStep(plan, live_since=live_since, today=session.today)
        step.said.connect(lambda day, way: self._on_said(step, plan, day, way))
        return step

    def _answers(self, plan: Plan) -> TalkStep:
        step = AnswersStep(self._vault, plan, talking.answers(self._vault.session))
        step.told.connect(self._on_told)
        step.change_requested.connect(lambda slot: self.went.emit(Step.CHANGE, slot))
        step.erase_requested.connect(lambda given: self._on_erase(step, given))
        step.together_requested.connect(self.together_requested)
        step.left.connect(self.left)
        return step

    def _change(self, plan: Plan, slot: int) -> TalkStep:
        view = next(each for each in talking.answers(self._vault.session) if each.action.slot == slot)
        step = ChangeStep(self._vault, plan, view)
        step.kept.connect(lambda action, written: self._on_kept(step, plan, action, written))
        step.dropped.connect(lambda action: self._on_dropped(step, plan, action))
        step.help_requested.connect(self.help_requested)
        return step

    # --- what is done on them

    def _on_said(self, step: SaidStep, plan: Plan, day: date, way: Way) -> None:
        session, before = self._vault.session, plan.said
        if self._tried(step, lambda: planning.record_said(session, plan.id, day, way)):
            self._push(
                self.tr("Your plan was said."),
                again=lambda: planning.record_said(session, plan.id, day, way),
                back=lambda: planning.put_back_said(session, plan.id, before),
            )
            self.went.emit(Step.ANSWERS, 0)

    def _on_drafted_again(self, plan: Plan, before: Message, drafted: str) -> None:
        session = self._vault.session
        self._vault.undo_stack.push(
            TakenOut(
                self.tr("The words were drafted from the plan again."),
                keep_typed=self._keep_typed,
                bring_back=lambda: talking.bring_back_message(session, plan.id, before, drafted),
                put_in=lambda message, there: talking.put_message(
                    session, plan.id, message, instead_of=there
                ),
            )
        )

    def _keep_typed(self) -> None:
        if self._written is not None and isValid(self._written):  # of the steps built since, the newest
            self._written.save_typed()

    def _on_told(self, form: AnswerForm, action: Action, told: Told) -> None:
        session, given = self._vault.session, list[GivenAnswer]()

        def record() -> None:
            given.append(
                talking.record_answer(
                    session,
                    action.id,
                    told.answer,
                    day=told.day,
                    words=told.words,
                    look_again=told.look_again,
                )
            )

        if self._tried(form, record):
            not_cleared = left_over(form.forget)
            words = self.tr("The answer to {action} is written down.").format(action=slot_title(action.slot))
            self._vault.undo_stack.push(Answered(words, session, given[0]))
            self.went.emit(Step.ANSWERS, action.slot)
            self.left_over.emit(not_cleared)

    def _on_erase(self, step: AnswersStep, given: GivenAnswer) -> None:
        session = self._vault.session
        if self._tried(step, lambda: talking.erase_words(session, given.id)):
            self._push(
                self.tr("The words were deleted."),
                again=lambda: talking.erase_words(session, given.id),
                back=lambda: talking.restore_words(session, given),
            )
            action = next(card.view.action for card in step.cards if card.view.action.id == given.action_id)
            self.went.emit(Step.ANSWERS, action.slot)

    def _on_kept(self, step: ChangeStep, plan: Plan, action: Action, written: ActionDraft) -> None:
        session, slot, terms, kept = self._vault.session, action.slot, written.terms(), written.kept

        def change() -> None:
            planning.change_action(session, plan.id, slot, terms, kept=kept)

        if not self._tried(step, change):
            return
        step.keeper.forget()
        changed = planning.live_plan(session)
        assert changed is not None
        not_cleared = left_over(lambda: forget_change(session, changed, slot))
        version = next(each for each in changed.current if each.slot == slot).newest.number
        self._push(
            self.tr("{action} was changed.").format(action=slot_title(slot)),
            again=change,
            back=lambda: planning.take_back_change(session, plan.id, slot, version),
        )
        self.went.emit(Step.ANSWERS, slot)
        self.left_over.emit(not_cleared)

    def _on_dropped(self, step: ChangeStep, plan: Plan, action: Action) -> None:
        if self._tried(step, lambda: forget_change(self._vault.session, plan, action.slot)):
            step.keeper.forget()
            self.went.emit(Step.ANSWERS, action.slot)

    def _on_saving(self, saving: bool) -> None:  # noqa: FBT001 - the shape of the signal
        self.is_own_change = saving

    def _clear_seconds(self) -> int:
        return settings.load(self._vault.session).clear_clipboard_seconds

    def _push(self, text: str, *, again: Callable[[], object], back: Callable[[], object]) -> None:
        self._vault.undo_stack.push(Done(text, again=again, back=back))

    def _tried(
        self, where: SaidStep | AnswersStep | ChangeStep | AnswerForm, act: Callable[[], object]
    ) -> bool:
        """Whether it could be done; if not, it is said beside the control why."""
        self.is_own_change = True
        try:
            act()
        except RuleBroken as broken:
            where.refuse(broken.rule)
        except DiskFull:
            where.say_trouble(self.tr("There is no room left on the disk. Nothing was changed."))
        except TrustError:
            where.say_trouble(self.tr("The vault could not be written. Nothing was changed."))
        else:
            return True
        finally:
            self.is_own_change = False
        return False

"""What is done on the plan page: each in the vault at once, with its sentence and its way back."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from trust_desktop.domain.delivery import Way
from trust_desktop.domain.draft import ActionDraft
from trust_desktop.domain.errors import DiskFull, RuleBroken, TrustError
from trust_desktop.domain.plan import Action, Plan
from trust_desktop.services import erasing, plan_living, planning
from trust_desktop.services.erasing import Erased, Kind, Where
from trust_desktop.services.live_plan import in_place
from trust_desktop.ui.action_form.rule_words import rule_words
from trust_desktop.ui.action_form.slot_words import slot_title
from trust_desktop.ui.common.done import Done
from trust_desktop.ui.open_vault import OpenVault

Refuse = Callable[[str], object]
"""Says beside the control why nothing was done."""


class Deeds(QObject):
    """Each returns whether it was done; where not, the reason was said."""

    def __init__(self, vault: OpenVault, parent: QObject) -> None:
        super().__init__(parent)
        self._vault, self._session = vault, vault.session

    # --- the plan

    def say(self, plan: Plan, day: date, way: Way, refuse: Refuse) -> bool:
        session, before = self._session, plan.said
        return self._do(
            self.tr("Your plan was said."),
            lambda: planning.record_said(session, plan.id, day, way),
            lambda: planning.put_back_said(session, plan.id, before),
            refuse,
        )

    def rest(self, plan: Plan, words: str, refuse: Refuse) -> bool:
        session = self._session
        return self._do(
            self.tr("The plan is at rest."),
            lambda: plan_living.rest(session, plan.id, words),
            lambda: plan_living.take_back_rest(session, plan.id),
            refuse,
        )

    def take_up(self, plan: Plan, first_day: date, refuse: Refuse) -> bool:
        session, before = self._session, plan.rest_at(self._session.today)
        if before is None:
            return False
        return self._do(
            self.tr("The plan is taken up again."),
            lambda: plan_living.take_up(session, plan.id, first_day),
            lambda: plan_living.put_back_rest(session, plan.id, before),
            refuse,
        )

    def end(self, plan: Plan, words: str, refuse: Refuse) -> bool:
        session = self._session
        ended: list[plan_living.Ended] = []
        return self._do(
            self.tr("The plan has ended."),
            lambda: ended.append(plan_living.end(session, plan.id, words)),
            lambda: plan_living.go_on(session, ended[-1]),
            refuse,
        )

    # --- one of its actions

    def keep(self, plan: Plan, action: Action, next_day: date, refuse: Refuse) -> bool:
        session, slot, mine = self._session, action.slot, action.mine
        return self._do(
            self.tr("{action} stays as it is.").format(action=slot_title(slot, mine=mine)),
            lambda: plan_living.keep(session, plan.id, slot, next_day, mine=mine),
            lambda: plan_living.take_back_keep(session, plan.id, slot, mine=mine),
            refuse,
        )

    def finish(self, plan: Plan, action: Action, refuse: Refuse) -> bool:
        session, slot, mine = self._session, action.slot, action.mine
        return self._do(
            self.tr("{action} is finished.").format(action=slot_title(slot, mine=mine)),
            lambda: plan_living.finish(session, plan.id, slot, mine=mine),
            lambda: plan_living.take_back_finish(session, plan.id, action.id),
            refuse,
        )

    def change(self, plan: Plan, action: Action, written: ActionDraft, refuse: Refuse) -> bool:
        session, slot, mine = self._session, action.slot, action.mine
        version, terms, kept = action.newest.number + 1, written.terms(), written.kept
        return self._do(
            self.tr("{action} was changed.").format(action=slot_title(slot, mine=mine)),
            lambda: planning.change_action(session, plan.id, slot, terms, mine=mine, kept=kept),
            lambda: planning.take_back_change(session, plan.id, slot, version, mine=mine),
            refuse,
        )

    def put_in_place(
        self, plan: Plan, slot: int, written: ActionDraft, refuse: Refuse, *, mine: bool
    ) -> bool:
        session, number, terms, kept = self._session, 0, written.terms(), written.kept

        def put() -> None:
            nonlocal number
            changed = plan_living.put_in_place(
                session, plan.id, slot, terms, mine=mine, again=number, kept=kept
            )
            number = in_place(changed, slot, mine=mine).id

        return self._do(
            self.tr("{action} is in the plan.").format(action=slot_title(slot, mine=mine)),
            put,
            lambda: plan_living.take_out_of_place(session, plan.id, slot, mine=mine),
            refuse,
        )

    # --- words of the person's own

    def erase(self, where: Where, refuse: Refuse) -> bool:
        session = self._session
        line = where.kind is Kind.WHY
        erased: list[Erased] = []
        return self._do(
            self.tr("The line was deleted.") if line else self.tr("The words were deleted."),
            lambda: erased.append(erasing.erase(session, where)),
            lambda: erasing.put_back(session, erased[-1]),
            refuse,
        )

    def _do(
        self, sentence: str, act: Callable[[], object], back: Callable[[], object], refuse: Refuse
    ) -> bool:
        try:
            act()
        except RuleBroken as broken:
            refuse(rule_words(broken.rule))
        except DiskFull:
            refuse(self.tr("There is no room left on the disk. Nothing was changed."))
        except TrustError:
            refuse(self.tr("The vault could not be written. Nothing was changed."))
        else:
            self._vault.undo_stack.push(Done(sentence, again=act, back=back))
            return True
        return False
